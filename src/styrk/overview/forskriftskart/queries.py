"""Which units a person may see the forskriftskart of, and the map itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import Reach
from styrk.compliance.extents import extent_of
from styrk.compliance.models import Practice
from styrk.compliance.pictures import as_of
from styrk.compliance.queries import NOTHING, Row, held_point, keys_for, said_of, weighed
from styrk.compliance.rules import may_see
from styrk.compliance.types import Spot
from styrk.core import clock
from styrk.core.prepared import Prepared, Slot
from styrk.core.scope import NONE
from styrk.organisation.models import Unit
from styrk.organisation.queries import family_of, unit_by_uuid
from styrk.organisation.rules import in_force
from styrk.regulation.letters import Letter
from styrk.regulation.maps import ITEMS, LAW, Item, Map
from styrk.regulation.profiles import Extent
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


def evidence_of(
    unit: Unit | None, on: date, today: date, extent: Extent | None = None
) -> list[Evidence]:
    """The rows of a unit and all below it: the 21 letters in order, then §§ 3 and 5."""
    if unit is None:
        return collect(None)
    extent = extent or extent_of(unit, on)
    return collect(Question(unit.pk, unit.code, unit.path, on, today, extent))


@dataclass(frozen=True)
class Shown:
    """A map as it stands, or stood: `taken` is the day of the pictures that the data is from."""

    rows: list[Row]
    taken: date | None = None


def map_of(
    chosen: Iterable[Item], unit: Unit, on: date, today: date, extent: Extent | None = None
) -> Shown | None:
    """These items on a day: from today's data, or from the pictures of another day and never from today's.

    None for a day before the first pictures, and for one to come.
    """
    items = list(chosen)
    if on > today:
        return None
    if on == today:
        return Shown(_weighed(items, evidence_of(unit, on, today, extent), unit, on))
    then = as_of(unit, on)
    return Shown(_weighed(items, then.evidence, unit, on), then.taken) if then else None


def rows_of(chosen: Map, unit: Unit | None, on: date, today: date) -> list[Row]:
    """Each item of a map for the unit, of another day as far as data can be read so."""
    kept = map_of(chosen.items, unit, on, today) if unit else None
    if kept:
        return kept.rows
    return _weighed(chosen.items, evidence_of(unit, on, today), unit, on)


def _weighed(
    items: Iterable[Item], found: list[Evidence], unit: Unit | None, on: date
) -> list[Row]:
    items = list(items)
    said = said_of(unit, keys_for(items), on) if unit else NOTHING
    return weighed(items, found, said, unit.pk if unit else 0)


def spot_for(standing: Standing, unit: UUID, item: str, *, hold: bool = False) -> Spot | None:
    """The item at the unit, if its map is in this person's sight."""
    found = unit_by_uuid(unit)
    if found is None or item not in ITEMS or not may_see(standing, found.pk):
        return None
    if hold:
        held_point(found, item)
    return Spot(found, ITEMS[item])


def row_at(spot: Spot, today: date) -> Row:
    """The one item as it stands at the unit today."""
    return _weighed([spot.item], evidence_of(spot.unit, today, today), spot.unit, today)[0]


def row_then(spot: Spot, on: date, today: date) -> tuple[Row, date] | None:
    """The one item as it stood on an earlier day, and the day of the picture; None where none was taken."""
    kept = map_of([spot.item], spot.unit, on, today)
    return (kept.rows[0], kept.taken) if kept and kept.taken else None


def practices_of(spot: Spot) -> QuerySet[Practice]:
    return Practice.objects.filter(point__unit=spot.unit, point__item=spot.item.key)


def own_practice(spot: Spot) -> Practice | None:
    return practices_of(spot).select_related("owner", "by").order_by("-pk").first()


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
        "letters": [_told(one) for one in rows_of(LAW, unit, day, today)],
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


def _told(row: Row) -> dict[str, object]:
    """A letter for a program: `status` is what data says, `judgement` what a person says, if it counts."""
    evidence = row.evidence or Evidence(Letter(row.item.key), row.computed)
    parts = (evidence.explanation, evidence.reservation)
    return {
        "letter": evidence.letter.value,
        "status": evidence.status.value,
        "rule": evidence.rule,
        "explanation": " ".join(part for part in parts if part),
        "data": [_datum(one) for one in evidence.data],
        "judgement": _judgement(row),
    }


def _judgement(row: Row) -> str | None:
    judged = row.judgement if row.is_judged else None
    if judged is None:
        return None
    return f"{judged.status}: {judged.reason} ({judged.by.name}, {clock.day(judged.at)}–{judged.until})"


def _datum(datum: Datum) -> dict[str, object]:
    return {
        "what": datum.what,
        "value": datum.value,
        "date": datum.date.isoformat(),
        "url": datum.url or None,
    }
