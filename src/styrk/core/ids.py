"""Public identifiers: UUID version 7, so that addresses say nothing and indexes stay in time order."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_uuid() -> UUID:
    return uuid7()
