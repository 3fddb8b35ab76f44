"""A person's own messages."""

from uuid import UUID

from styrk.messages.models import Message
from styrk.organisation.models import Person

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
    return Message.objects.filter(recipient=person, read_at__isnull=True)[:MANY].count()
