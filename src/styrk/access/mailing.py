"""The e-mail with a guest's code."""

from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from styrk.access import guests
from styrk.access.models import Guest
from styrk.core import scope

AGAIN = timedelta(seconds=30)


def can_mail() -> bool:
    """Whether a code reaches whoever asks for it: by e-mail, or in a demo on the page itself."""
    return bool(settings.MAIL_HOST) or settings.DEMO


def send_next_code(now: datetime) -> bool:
    """Send the code that has waited longest; False where none waits. One that is too old is not sent."""
    with scope.acting(scope.SYSTEM):
        waiting = Guest.objects.select_for_update(no_key=True, skip_locked=True)
        guest = waiting.filter(email_due_at__lte=now).order_by("email_due_at").first()
        if guest is None:
            return False
        guest.email_due_at = None if _sent(guest, now) else now + AGAIN
        guest.save(update_fields=["email_due_at"])
        return True


def _sent(guest: Guest, now: datetime) -> bool:
    """Whether there is no more to do: it is sent, or it would come too late."""
    if not guest.salt or guest.asked_at is None or now >= guest.asked_at + guests.CODE_LIFE:
        return True
    try:
        _email(guest).send()
    except (SMTPException, OSError):
        return False
    except ValueError:  # an address that is none
        return True
    return True


def _email(guest: Guest) -> EmailMessage:
    """Only the code: not what it opens, nor the address."""
    minutes = int(guests.CODE_LIFE.total_seconds() // 60)
    with override("nb"):
        return EmailMessage(
            subject=_("Koden din til Styrk"),
            body=_(
                "Koden er %(code)s. Den virker i %(minutes)s minutter, på siden der du ba om den. Har du"
                " ikke bedt om den, trenger du ikke gjøre noe."
            )
            % {"code": guests.code_of(guest), "minutes": minutes},
            to=[guest.email],
            headers={
                "Message-ID": f"<kode-{guest.uuid}-{guest.asked_at:%Y%m%d%H%M%S}@{settings.MAIL_DOMAIN}>",
                "Auto-Submitted": "auto-generated",
            },
        )
