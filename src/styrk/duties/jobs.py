"""The morning's reminder: one message a day to each person who has something due or late."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_MORNING, periodic
from styrk.duties import commands, queries
from styrk.duties.models import Duty
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person


@dataclass
class Day:
    """What one person is to be reminded of: how many of each kind, and how many of all are late."""

    kinds: Counter[str] = field(default_factory=Counter)
    late: int = 0


@periodic(EVERY_MORNING)
def remind(now: datetime) -> None:
    """All in one transaction: killed in the middle, nobody is told and nothing is marked."""
    on = clock.day(now)
    with scope.acting(scope.SYSTEM):
        due = list(queries.to_remind(on))
        days, told = _days(due, on)
        send([_letter(person, day, on) for person, day in days.items()], now=now)
        commands.mark_reminded(duties=told, now=now)


def _days(due: Iterable[Duty], on: date) -> tuple[dict[Person, Day], list[int]]:
    """Each holder's day, and the duties that somebody is told about."""
    days: dict[Person, Day] = defaultdict(Day)
    told: list[int] = []
    found: dict[tuple[int | None, int, str], list[Person]] = {}
    for duty in due:
        place = (duty.person_id, duty.unit_id, duty.role)
        if place not in found:
            found[place] = queries.holders(duty, on)
        for person in found[place]:
            days[person].kinds[duty.kind] += 1
            days[person].late += duty.due < on
        told += [duty.pk] if found[place] else []
    return days, told


def _letter(person: Person, day: Day, on: date) -> Letter:
    return Letter(
        recipient=person,
        key=f"duties:{on}:{person.pk}",
        subject=partial(_subject, day),
        text=partial(_text, day),
        path=reverse("overview:my_page"),
    )


def _subject(day: Day) -> str:
    number = day.kinds.total()
    return ngettext("%(n)s oppgave venter på deg", "%(n)s oppgaver venter på deg", number) % {
        "n": number
    }


def _text(day: Day) -> str:
    """Numbers and kinds only: a message is no place for what a case is about."""
    lines = [f"{queries.kinds()[code].what}: {n}" for code, n in day.kinds.most_common()]
    if day.late:
        late = ngettext("%(n)s er over fristen.", "%(n)s er over fristen.", day.late)
        lines.append(late % {"n": day.late})
    else:
        lines.append(_("Alle har frist i dag."))
    return "\n".join(lines)
