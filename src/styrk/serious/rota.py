"""A rota as its page reads it: a week, shift by shift, and where nobody is on call."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from styrk.core import clock
from styrk.organisation.models import Person
from styrk.serious.models import Rota, Shift
from styrk.serious.shifts import Slot, holder, slots
from styrk.ui.words import spoken_day

DAYS = (
    _("mandag"),
    _("tirsdag"),
    _("onsdag"),
    _("torsdag"),
    _("fredag"),
    _("lørdag"),
    _("søndag"),
)


@dataclass(frozen=True)
class Turn:
    """A shift in a week. `now`: it is the one that runs."""

    words: str
    person: Person | None
    now: bool


def week(rota: Rota, monday: date, shifts: Sequence[Shift], now: datetime) -> list[Turn]:
    return [
        Turn(words(slot), holder(shifts, slot[0]), slot[0] <= now < slot[1])
        for slot in slots(monday, rota.changes)
    ]


def words(slot: Slot) -> str:
    """The day and the hours; another day is named where it ends on one."""
    start, end = (clock.oslo(at) for at in slot)
    ends = "" if end.date() == start.date() else f"{DAYS[end.weekday()]} "
    begins = f"{DAYS[start.weekday()]} {spoken_day(start)}"
    return f"{begins} {start:%H.%M} – {ends}{end:%H.%M}"


def on_call(
    rotas: Iterable[Rota], shifts: Sequence[Shift], now: datetime
) -> Iterator[tuple[Rota, Person | None]]:
    for rota in rotas:
        yield rota, holder([one for one in shifts if one.rota_id == rota.pk], now)
