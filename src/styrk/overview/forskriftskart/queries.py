"""Which units a person may see the forskriftskart of, and the map itself."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import Reach
from styrk.core import clock
from styrk.core.prepared import Prepared, Slot
from styrk.core.scope import NONE
from styrk.organisation.models import Unit
from styrk.organisation.queries import family_of
from styrk.organisation.rules import in_force
from styrk.regulation.queries import collect
from styrk.regulation.types import Datum, Evidence, Question


class UnknownUnit(LookupError):
    """There is no unit with this code."""


@dataclass(frozen=True)
class Place:
    """A unit, and where else one may look: above it, below it, and where one's own sight begins."""

    unit: Unit
    above: list[Unit]
    below: list[Unit]
    starts: list[Unit]


UNITS = Prepared.of(
    Unit, lambda: Unit.objects.filter(Q(code=Slot("code")) | Q(pk__one_of=Slot("starts")))
)


def place_for(standing: Standing, code: str, on: date) -> Place | None:
    """The unit with this code, or without one the topmost in sight; None if it is not in sight."""
    if "\0" in code:  # no unit has it, and the database will not hear of it
        return None
    seen = standing.may.get(Permission.SEE_EVIDENCE, NONE)
    starts = _starts(standing)
    found = UNITS.ask(code=code, starts=list(starts))
    tops = sorted((one for one in found if one.pk in starts), key=_topmost)
    chosen = next((one for one in found if one.code == code), None) if code else None
    unit = chosen if code else next(iter(tops), None)
    if unit is None or unit.pk not in seen:
        return None
    above, below = family_of(unit, on=on)
    return Place(
        unit,
        [one for one in above if one.pk in seen],
        [one for one in below if one.pk in seen],
        [one for one in tops if one != unit],
    )


def _starts(standing: Standing) -> set[int]:
    posts = [p for p in standing.posts if Permission.SEE_EVIDENCE in p.role.permissions]
    return {p.trust_id if p.role.reach is Reach.TRUST else p.unit_id for p in posts}


def _topmost(unit: Unit) -> tuple[int, str]:
    return unit.path.count("."), unit.code


def evidence_of(unit: Unit | None, on: date, today: date) -> list[Evidence]:
    """The rows of a unit and all below it: the 21 letters in order, then §§ 3 and 5."""
    return collect(Question(unit.pk, unit.code, unit.path, on, today) if unit else None)


def evidence_report(
    unit_code: str | None, on: date | None = None, *, now: datetime
) -> dict[str, object]:
    """What `styrk evidence --json` prints; without a code, of the topmost unit, first by code.

    The same numbers whoever asks, so no scope is needed. Raises UnknownUnit.
    """
    today = clock.day(now)
    day = on or today
    unit = _named(unit_code) if unit_code else _top(day)
    return {
        "unit": unit.code if unit else None,
        "date": day.isoformat(),
        "letters": [_row(one) for one in evidence_of(unit, day, today)],
    }


def _named(code: str) -> Unit:
    found = Unit.objects.filter(code=code).first()
    if found is None:
        raise UnknownUnit(code)
    return found


def _top(on: date) -> Unit | None:
    return _tops(on).first()


def _tops(on: date) -> QuerySet[Unit]:
    return Unit.objects.filter(in_force(on), parent__isnull=True).order_by("code")


def topmost_codes(on: date | None = None, *, now: datetime) -> list[str]:
    """The units with none above them on a day, by code: of several, a question without one is
    answered for the first."""
    return list(_tops(on or clock.day(now)).values_list("code", flat=True))


def _row(evidence: Evidence) -> dict[str, object]:
    parts = (evidence.explanation, evidence.reservation)
    return {
        "letter": evidence.letter.value,
        "status": evidence.status.value,
        "rule": evidence.rule,
        "explanation": " ".join(part for part in parts if part),
        "data": [_datum(one) for one in evidence.data],
        "judgement": evidence.judgement,
    }


def _datum(datum: Datum) -> dict[str, object]:
    return {
        "what": datum.what,
        "value": datum.value,
        "date": datum.date.isoformat(),
        "url": datum.url or None,
    }
