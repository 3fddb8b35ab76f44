"""Messages to one person, in the app and (without case text) by e-mail."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person


class Message(Identified):
    """A message in a person's inbox. `key` makes it exactly one: the same event never writes two.

    `email_subject` is all that an e-mail says about the matter; the text is read after signing in.
    The e-mail's Message-ID is made from the uuid, so a resend is recognised as the same.
    """

    recipient = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    key = models.TextField(unique=True)
    subject = models.TextField()
    text = models.TextField()
    path = models.TextField()
    email_subject = models.TextField(blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    emailed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["recipient", "-id"], name="messages_recipient"),
            models.Index(
                fields=["recipient"], name="messages_unread", condition=Q(read_at__isnull=True)
            ),
        ]
