"""Messages to one person, in the app and (without case text) by e-mail."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person


class Message(Identified):
    """A message in a person's inbox. `key` makes it exactly one: the same event never writes two.

    `email_due_at` is when the e-mail is to be (re)tried; null when there is none to send. The e-mail
    says only that there is a message; its Message-ID is made from the uuid, so that a resend is
    recognised as the same.
    """

    recipient = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    key = models.TextField(unique=True)
    subject = models.TextField()
    text = models.TextField()
    path = models.TextField()
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    email_due_at = models.DateTimeField(null=True)
    email_tries = models.PositiveSmallIntegerField(default=0)
    emailed_at = models.DateTimeField(null=True)
    email_error = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["recipient", "-id"], name="messages_recipient"),
            models.Index(
                fields=["recipient"], name="messages_unread", condition=Q(read_at__isnull=True)
            ),
            models.Index(
                fields=["email_due_at"],
                name="messages_email_due",
                condition=Q(email_due_at__isnull=False),
            ),
        ]
