"""A person's own messages."""

from django.db.models import QuerySet

from styrk.messages.models import Message
from styrk.organisation.models import Person

PAGE = 30
MANY = 100


def inbox(person: Person, *, before: int | None = None) -> QuerySet[Message]:
    """The newest messages to a person, a page at a time (`before` a message's id)."""
    found = Message.objects.filter(recipient=person).order_by("-pk")
    return (found.filter(pk__lt=before) if before else found)[:PAGE]


def unread(person: Person) -> int:
    """How many are unread, counted to MANY at most."""
    return Message.objects.filter(recipient=person, read_at__isnull=True)[:MANY].count()
