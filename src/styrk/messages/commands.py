"""Sending messages: part of another act, which records itself in the trail."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.errors import MessageError
from smtplib import SMTPException, SMTPNotSupportedError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from styrk.access.models import Account
from styrk.core import scope
from styrk.core.fields import Identified
from styrk.core.rows import add
from styrk.messages.models import Message
from styrk.organisation.models import Person

# A server that is away on Friday evening may be so until Monday (RFC 5321, 4.5.4.1: four to five days).
LONGEST_WAIT = timedelta(hours=4)
GIVES_UP = timedelta(days=5)
# Answers of an SMTP server from here on are for good (RFC 5321, 4.2.1).
PERMANENT = 500


@dataclass(frozen=True)
class Letter:
    """What is to be said to one person. `key` names the event: the same one is never said twice.

    `subject` and `text` are called in the recipient's own language.
    """

    recipient: Person
    key: str
    subject: Callable[[], str]
    text: Callable[[], str]
    path: str


def send(letters: Iterable[Letter], *, now: datetime) -> None:
    """Put the letters in their recipients' inboxes, and an e-mail on its way to those who have one."""
    letters = list(letters)
    languages = _languages(letters)
    add([_message(letter, languages.get(letter.recipient.pk, "nb"), now) for letter in letters])


@dataclass(frozen=True)
class Teller:
    """Tells people at once what others have done with records of one `kind`, seen on `page`."""

    kind: str
    page: str

    def tell(
        self,
        person: Person,
        record: Identified,
        event: str,
        subject: Callable[[], str],
        text: Callable[[], str],
        *,
        by: Person,
        now: datetime,
        path: str = "",
    ) -> None:
        """Nobody is told of their own act; `event` makes the message of it exactly one to each."""
        if person == by:
            return
        letter = Letter(
            recipient=person,
            key=f"{self.kind}:{record.uuid}:{event}:{person.pk}",
            subject=subject,
            text=text,
            path=path or reverse(self.page, args=[record.uuid]),
        )
        send([letter], now=now)


def _languages(letters: list[Letter]) -> dict[int, str]:
    """Each recipient's chosen language, by person id."""
    accounts = Account.objects.filter(person_id__in=[letter.recipient.pk for letter in letters])
    return dict(accounts.values_list("person_id", "language"))


def _message(letter: Letter, language: str, now: datetime) -> Message:
    with override(language):
        return Message(
            recipient=letter.recipient,
            key=letter.key,
            subject=letter.subject(),
            text=letter.text(),
            path=letter.path,
            created_at=now,
            email_due_at=now if settings.MAIL_HOST and letter.recipient.email else None,
        )


def take_back(*, about: str, but: str, now: datetime) -> None:
    """Empty every message that leads to the pages of something, but for those that lead to `but`.

    Done as the system: it is out of its readers' sight from now on.
    """
    found = Message.objects.filter(path__contains=about).exclude(path__startswith=but)
    for message in found.select_related("recipient__account").order_by("pk"):
        account = getattr(message.recipient, "account", None)
        with override(account.language if account else "nb"):
            message.subject = _("Denne meldingen gjelder ikke deg lenger")
        message.text, message.path, message.email_due_at = "", reverse("messages:inbox"), None
        message.read_at = message.read_at or now
        message.save(update_fields=["subject", "text", "path", "email_due_at", "read_at"])


def mark_read(*, messages: Iterable[int], person: Person, now: datetime) -> None:
    Message.objects.filter(pk__in=messages, recipient=person, read_at__isnull=True).update(
        read_at=now
    )


def mark_all_read(*, person: Person, up_to: int, now: datetime) -> None:
    """Mark as read all messages to the person that they have been shown: no newer than `up_to`."""
    Message.objects.filter(recipient=person, pk__lte=up_to, read_at__isnull=True).update(
        read_at=now
    )


def email_next(*, now: datetime) -> bool:
    """Send the e-mail that has waited longest, in a transaction of its own; False if none is due.

    Killed between the server's acceptance and our commit, it is sent again under the same Message-ID.
    """
    with scope.acting(scope.SYSTEM):
        message = (
            Message.objects.select_for_update(no_key=True, skip_locked=True, of=("self",))
            .select_related("recipient__account")
            .filter(email_due_at__lte=now)
            .order_by("email_due_at")
            .first()
        )
        if message is None:
            return False
        _try(message, now)
        return True


def _try(message: Message, now: datetime) -> None:
    message.email_tries += 1
    try:
        _email(message).send()
    except SMTPRecipientsRefused as refused:
        lasting = all(code >= PERMANENT for code, _said in refused.recipients.values())
        _not_sent(message, refused, now, again=not lasting)
    except SMTPNotSupportedError as unable:
        _not_sent(message, unable, now, again=False)
    except (SMTPException, OSError) as failed:
        _not_sent(message, failed, now, again=True)
    except (ValueError, MessageError) as unusable:  # an address that is none
        _not_sent(message, unusable, now, again=False)
    else:
        message.email_due_at, message.emailed_at, message.email_error = None, now, ""
    message.save(update_fields=["email_due_at", "email_tries", "emailed_at", "email_error"])


def _not_sent(message: Message, why: Exception, now: datetime, *, again: bool) -> None:
    """Remember why, and when to try again: after two minutes, then four, eight ... up to four hours."""
    later = now + min(timedelta(minutes=2**message.email_tries), LONGEST_WAIT)
    message.email_due_at = later if again and later - message.created_at < GIVES_UP else None
    message.email_error = str(why)


def _email(message: Message) -> EmailMessage:
    """The e-mail never carries case text: it says that there is a message, and where."""
    account = getattr(message.recipient, "account", None)
    with override(account.language if account else "nb"):
        return EmailMessage(
            subject=_("Du har en ny beskjed i Styrk"),
            body=_("Logg inn for å lese den: %(address)s")
            % {"address": f"{settings.BASE_URL}/beskjeder/"},
            to=[message.recipient.email],
            headers={"Message-ID": f"<{message.uuid}@{settings.MAIL_DOMAIN}>"},
        )
