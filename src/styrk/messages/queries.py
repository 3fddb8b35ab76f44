"""A person's own messages."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from uuid import UUID

from django.db import connection
from django.urls import Resolver404, resolve

from styrk.access.queries import Standing
from styrk.core import doors
from styrk.messages.models import Message
from styrk.organisation.models import Person

# Asked by every page, so not built anew by the ORM each time.
UNREAD = """
    SELECT count(*) FROM (
        SELECT 1 FROM styrk_messages_message
        WHERE recipient_id = %s AND read_at IS NULL LIMIT %s) AS unread
"""
# A record's own page: its address begins and ends so.
OF_RECORD = re.compile(r"(/.*/)([0-9a-f]{8}-[0-9a-f-]{27})/")
ANY = UUID(int=0)
PAGE = 30
MANY = 100


def inbox(
    person: Person, *, before: int | None = None, after: int | None = None
) -> tuple[list[Message], bool]:
    """A page of messages to a person, newest first, and whether there are more the same way.

    `before` and `after` are a message's id: the page of older ones, or of newer ones.
    """
    found = Message.objects.filter(recipient=person)
    if after is not None:
        page = list(found.filter(pk__gt=after).order_by("pk")[: PAGE + 1])
        return page[:PAGE][::-1], len(page) > PAGE
    if before is not None:
        found = found.filter(pk__lt=before)
    page = list(found.order_by("-pk")[: PAGE + 1])
    return page[:PAGE], len(page) > PAGE


def message(person: Person, uuid: UUID) -> Message | None:
    return Message.objects.filter(recipient=person, uuid=uuid).first()


def closed(messages: Iterable[Message], standing: Standing) -> set[int]:
    """The ids of those that lead to a record which does not open for the person any more.

    One question for each kind of record among them, asked of the app that has it.
    """
    asked: dict[str, dict[UUID, list[int]]] = defaultdict(lambda: defaultdict(list))
    for message in messages:
        if (found := OF_RECORD.fullmatch(message.path)) and (page := _page(found[1])) in _open():
            asked[page][UUID(found[2])].append(message.pk)
    return {
        pk
        for page, about in asked.items()
        for gone in about.keys() - set(_open()[page](standing, about.keys()))
        for pk in about[gone]
    }


@cache
def _open() -> dict[str, Callable[[Standing, Collection[UUID]], Collection[UUID]]]:
    """By the name of a record's page, which of many it opens for."""
    found = (getattr(module, "OPEN", {}) for module in doors.modules("nav"))
    return {name: opens for ways in found for name, opens in ways.items()}


@lru_cache(maxsize=1000)
def _page(before: str) -> str:
    """The name of the page of records at this address."""
    try:
        return resolve(f"{before}{ANY}/").view_name
    except Resolver404:
        return ""


def unread(person: Person) -> int:
    """How many are unread, counted to MANY at most."""
    with connection.cursor() as cursor:
        cursor.execute(UNREAD, [person.pk, MANY])
        return int(cursor.fetchone()[0])
