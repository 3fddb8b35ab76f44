"""Times, deadlines and numbers as a Norwegian reads them. Days are Norwegian days."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from styrk.core import clock
from styrk.ui.spoken import once_a_language

MONTHS = (
    _("jan."),
    _("feb."),
    _("mars"),
    _("april"),
    _("mai"),
    _("juni"),
    _("juli"),
    _("aug."),
    _("sep."),
    _("okt."),
    _("nov."),
    _("des."),
)
SOON_DAYS = 3
LATER_DAYS = 7


@dataclass(frozen=True)
class Due:
    """A deadline in words: `color` as for tags, `shape` which drawing goes with it."""

    text: str
    color: str
    shape: str


def iso(at: date | datetime) -> str:
    """For `<time datetime>`: a date, or a time to the minute with Oslo's offset."""
    return (
        clock.oslo(at).isoformat(timespec="minutes") if isinstance(at, datetime) else at.isoformat()
    )


def as_day(at: date | datetime) -> date:
    return clock.day(at) if isinstance(at, datetime) else at


def spoken_day(at: date | datetime) -> str:
    """«21. nov. 2026»."""
    return _day(as_day(at))


@once_a_language
def _day(on: date) -> str:
    return gettext("%(day)s. %(month)s %(year)s") % {
        "day": on.day,
        "month": MONTHS[on.month - 1],
        "year": on.year,
    }


@once_a_language
def spoken_month(on: date) -> str:
    """«nov. 2026»."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def spoken_moment(at: datetime, now: datetime | None = None) -> str:
    """«i dag 14.05», «i går 14.05», else «21. nov. 2026 kl. 14.05»."""
    local = clock.oslo(at)
    ago = (clock.day(now or clock.now()) - local.date()).days
    return _moment(local.date(), local.hour, local.minute, ago if ago in {0, 1} else None)


@once_a_language
def _moment(on: date, hour: int, minute: int, ago: int | None) -> str:
    time = gettext("%(hour)s.%(minute)s") % {"hour": f"{hour:02}", "minute": f"{minute:02}"}
    if ago == 0:
        return gettext("i dag %(time)s") % {"time": time}
    if ago == 1:
        return gettext("i går %(time)s") % {"time": time}
    return gettext("%(day)s kl. %(time)s") % {"day": spoken_day(on), "time": time}


def due_state(at: date | datetime, today: date) -> Due:
    return _due((as_day(at) - today).days)


@once_a_language
def _due(left: int) -> Due:
    if left < 0:
        text = ngettext("%(n)s dag over fristen", "%(n)s dager over fristen", -left) % {"n": -left}
        return Due(text, "danger", "danger")
    if left == 0:
        return Due(gettext("Frist i dag"), "warning", "soon")
    if left == 1:
        return Due(gettext("Frist i morgen"), "warning", "soon")
    text = ngettext("%(n)s dag igjen", "%(n)s dager igjen", left) % {"n": left}
    if left <= SOON_DAYS:
        return Due(text, "warning", "soon")
    return Due(text, "info" if left <= LATER_DAYS else "neutral", "clock")


def capped(number: int, *, is_capped: bool = False) -> str:
    """«1 000», or «1 000+» where counting stopped there. The space does not break."""
    return f"{number:,}".replace(",", "\u00a0") + ("+" if is_capped else "")


def filled(text: str, **values: object) -> str:
    """The sentence with its values, where whole numbers are grouped as on the rest of the page."""
    said = {name: capped(one) if isinstance(one, int) else one for name, one in values.items()}
    return text % said


def initials(name: str) -> str:
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()
