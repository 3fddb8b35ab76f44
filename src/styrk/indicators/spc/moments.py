"""Dates as text, put in order."""

from datetime import UTC, datetime


def moment(text: object) -> datetime:
    """An ISO date or time as UTC without its zone; one that tells no zone is taken as it stands.

    Raises ValueError for anything else.
    """
    if not isinstance(text, str):
        raise ValueError(f"Not a date: {text!r}")  # noqa: TRY004 - input, not a programming error
    try:
        found = datetime.fromisoformat(text)
    except ValueError as reason:
        raise ValueError(f"Not a date: {text}") from reason
    try:
        return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
    except OverflowError as reason:
        raise ValueError(f"Not a date: {text}") from reason
