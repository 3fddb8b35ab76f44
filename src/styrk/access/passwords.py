"""Passwords: what is wrong with one, and one made to begin with."""

import secrets
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from styrk.access.models import Account

# Our own words for what the validators in the settings find.
WEAK = {
    "password_too_short": _("Passordet er for kort. Bruk minst 12 tegn."),
    "password_too_common": _("Mange bruker dette passordet, så det er lett å gjette."),
    "password_too_similar": _("Passordet ligner for mye på brukernavnet ditt."),
}
# Read aloud and typed from paper: no l, 1, o, 0 or i.
PLAIN = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, LETTERS = 4, 4
START_DAYS = 7


def weaknesses(password: str, account: Account) -> list[str]:
    """Why the password will not do for the account, in words for the one who chose it."""
    try:
        validate_password(password, account)
    except ValidationError as refused:
        return [str(WEAK.get(one.code or "", one.message)) for one in refused.error_list]
    return []


def start_password() -> str:
    """Four groups of four, about 79 bits: `k7mq-x4vd-...`."""
    groups = ("".join(secrets.choice(PLAIN) for _ in range(LETTERS)) for _ in range(GROUPS))
    return "-".join(groups)


def start_until(now: datetime) -> datetime:
    """How long a password that another has chosen lasts."""
    return now + timedelta(days=START_DAYS)
