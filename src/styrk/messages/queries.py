"""A person's own messages."""

from uuid import UUID

from django.db import connection

from styrk.messages.models import Message
from styrk.organisation.models import Person

# Asked by every page, so not built anew by the ORM each time.
UNREAD = """
    SELECT count(*) FROM (
        SELECT 1 FROM styrk_messages_message
        WHERE recipient_id = %s AND read_at IS NULL LIMIT %s) AS unread
"""
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


def unread(person: Person) -> int:
    """How many are unread, counted to MANY at most."""
    with connection.cursor() as cursor:
        cursor.execute(UNREAD, [person.pk, MANY])
        return int(cursor.fetchone()[0])
