"""The one e-mail: that there is an answer. Then the address is gone."""

from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from styrk.core import scope
from styrk.feedback.models import Receipt
from styrk.feedback.states import State

GIVES_UP = 8


def tell_next(now: datetime) -> bool:
    """Tell one of those who asked for it that there is an answer; False where nobody waits.

    The secret address is not kept, so the e-mail says only that one can look at the address one has.
    """
    with scope.acting(scope.SYSTEM):
        waiting = Receipt.objects.select_for_update(no_key=True, skip_locked=True, of=("self",))
        receipt = (
            waiting.select_related("voice__unit")
            .exclude(email="")
            .filter(email_due_at__lte=now)
            .filter(voice__state__in=(State.ANSWERED, State.ASSESSED))
            .first()
        )
        if receipt is None:
            return False
        _try(receipt, now)
        return True


def _try(receipt: Receipt, now: datetime) -> None:
    receipt.email_tries += 1
    try:
        _email(receipt).send()
    except (SMTPException, OSError, ValueError):
        receipt.email_due_at = now + timedelta(minutes=4**receipt.email_tries)
        if receipt.email_tries >= GIVES_UP:
            receipt.email = ""
    else:
        receipt.email = ""
    receipt.save(update_fields=["email", "email_tries", "email_due_at"])


def _email(receipt: Receipt) -> EmailMessage:
    """Nothing of what was told, nor the secret address: a mailbox may be read by others."""
    with override("nb"):
        return EmailMessage(
            subject=_("Du har fått svar"),
            body=_(
                "Du fortalte oss noe om %(unit)s. Nå er det svart. Åpne adressen du fikk da du sendte,"
                " så ser du svaret. E-postadressen din er slettet hos oss."
            )
            % {"unit": receipt.voice.unit.name},
            to=[receipt.email],
            headers={
                "Message-ID": f"<svar-{receipt.voice.uuid}@{settings.MAIL_DOMAIN}>",
                "Auto-Submitted": "auto-generated",
            },
        )
