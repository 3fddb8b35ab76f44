"""What the users' council is given, and what it has said."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from styrk.access.queries import Standing
from styrk.core import clock
from styrk.feedback.models import Change, Hearing
from styrk.feedback.queries import counted, surveyed
from styrk.feedback.queries.register import Filters
from styrk.feedback.states import Kind
from styrk.feedback.types import FEWEST_ANSWERS
from styrk.organisation.models import Unit

SHOWN = 40
MONTHS = 3

type Material = dict[str, Any]


def last_quarter(today: date) -> tuple[date, date]:
    """The first and the last day of the quarter that was over last."""
    begun = date(today.year, (today.month - 1) // MONTHS * MONTHS + 1, 1)
    last = begun - timedelta(days=1)
    return date(last.year, last.month - MONTHS + 1, 1), last


def material(standing: Standing, unit: Unit, first: date, last: date, today: date) -> Material:
    """The list for the council: numbers of the unit and all below it, and our own words. No text that
    anybody told, and no number by which somebody may be known."""
    filters = Filters(unit=unit, since=first, until=last)
    rows = counted.by_theme(standing, filters)
    times = counted.times(standing, filters, today)
    told = [(row.code, row.total, dict(row.numbers)[Kind.COMPLAINT]) for row in rows]
    return {
        "themes": themes_of(told),
        "total": whole([number for _code, number, _complaints in told]),
        "answered": _floored(times.answered),
        "days": None if times.days is None or _floored(times.answered) is None else times.days,
        "changes": [
            {"unit": one.unit.name, "said": one.said, "did": one.did}
            for one in _changes(unit, first, last)
        ],
        "scores": [_score(one) for one in surveyed.newest(unit, last)],
    }


def themes_of(told: Sequence[tuple[str, int, int]]) -> list[Mapping[str, Any]]:
    """By theme how many, and how many complaints of them; None where they are so few that they hide."""
    return [
        {"theme": code, "number": _floored(number), "complaints": _part(complaints, number)}
        for code, number, complaints in told
    ]


def whole(numbers: Sequence[int]) -> int | None:
    """All of them; None where what is hidden of the parts could be worked out from it."""
    hidden = [number for number in numbers if _floored(number) is None]
    return None if len(hidden) == 1 else _floored(sum(numbers))


def _part(part: int, number: int) -> int | None:
    """Neither the part nor the rest tells of few."""
    if _floored(number) is None or _floored(number - part) is None:
        return None
    return _floored(part)


def _floored(number: int) -> int | None:
    return None if 0 < number < FEWEST_ANSWERS.value else number


def _changes(unit: Unit, first: date, last: date) -> list[Change]:
    """What the leaders have let everybody read."""
    found = Change.objects.filter(public=True, unit__path__startswith=unit.path)
    until = clock.start_of(last + timedelta(days=1))
    found = found.filter(at__gte=clock.start_of(first), at__lt=until)
    return list(found.select_related("unit").order_by("-pk")[:SHOWN])


def _score(one: surveyed.Area) -> Mapping[str, Any]:
    return {
        "survey": one.survey,
        "area": one.area,
        "until": one.last_on.isoformat(),
        "score": f"{one.score}",
        "before": None if one.before is None else f"{one.before}",
        "answers": one.answers,
    }


def hearings(standing: Standing, unit: Unit | None) -> list[Hearing]:
    """Of the unit and below, or of all trusts one belongs to; the newest first."""
    found = Hearing.objects.filter(trust__in=standing.trusts)
    if unit is not None:
        found = Hearing.objects.filter(unit__path__startswith=unit.path)
    return list(found.select_related("unit").order_by("-last_on", "-pk")[:SHOWN])


def hearing(uuid: UUID, standing: Standing) -> Hearing | None:
    """One, for whoever works in the trust or sees what the unit is told."""
    found = Hearing.objects.select_related("unit", "trust", "laid_by", "answered_by")
    one = found.filter(uuid=uuid).first()
    seen = standing.scope.units("voice")
    if one is None or (one.trust_id not in standing.trusts and one.unit_id not in seen):
        return None
    return one


def locked(uuid: UUID) -> Hearing | None:
    return Hearing.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    return {one.uuid: f"{one}" for one in Hearing.objects.filter(uuid__one_of=uuids)}
