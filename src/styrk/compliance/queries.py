"""Reading what is said of the items of a map, and weighing it beside what the data shows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from styrk.compliance.models import Judgement, Point, Practice
from styrk.compliance.types import JUDGE, REVIEW
from styrk.core import clock
from styrk.core.trips import asks, each, whole
from styrk.duties.models import Duty
from styrk.organisation.models import Unit
from styrk.regulation.letters import Letter
from styrk.regulation.maps import ITEMS, Item
from styrk.regulation.types import Evidence, Status


@dataclass(frozen=True)
class Said:
    """What stands of a unit's items on a day: how it is done, here or nearest above, and what is judged."""

    practices: Mapping[str, Practice]
    judgements: Mapping[str, Judgement]
    on: date

    def judged(self, key: str) -> Judgement | None:
        """The judgement that counts on the day."""
        found = self.judgements.get(key)
        return found if found is not None and counts(found, self.on) else None


NOTHING = Said({}, {}, date.min)


@dataclass(frozen=True)
class Row:
    """An item of a map as it stands: `computed` is what data says, `status` what holds.

    `evidence` is that of a letter; `basis` are the letters that another item rests on, with what holds
    of each. `judgement` may have expired: it counts where `is_judged`. `own`: its text is the unit's own.
    `off` are the letters of it whose rules are all switched off here.
    """

    item: Item
    computed: Status
    evidence: Evidence | None
    basis: tuple[tuple[Letter, Status], ...]
    practice: Practice | None
    own: bool
    judgement: Judgement | None
    is_judged: bool
    off: frozenset[Letter] = frozenset()

    @property
    def is_off(self) -> bool:
        """Nothing shows it, because every rule for it is switched off; that is for people to judge."""
        return self.status is Status.UNKNOWN and self.off >= set(self.item.letters)

    @property
    def status(self) -> Status:
        judged = self.judgement if self.is_judged else None
        return Status(judged.status) if judged else self.computed


def counts(judgement: Judgement, on: date) -> bool:
    """Whether it holds on a day: not taken back, and its last day has not passed."""
    return judgement.until is not None and on <= judgement.until


def said_of(unit: Unit, keys: Collection[str], on: date) -> Said:
    """What stood of these items of the unit at the end of a day: one trip."""
    line = [int(pk) for pk in unit.path.split(".") if pk]
    practices, judgements = whole(
        lambda: each(lambda: _practices(line, keys, on), lambda: _judgements_at(unit.pk, keys, on))
    )
    by_place = {(one.point.unit_id, one.point.item): one for one in practices if one.text}
    nearest: dict[str, Practice] = {}
    for place in line:
        nearest |= {item: one for (at, item), one in by_place.items() if at == place}
    return Said(nearest, {one.point.item: one for one in judgements if one.status}, on)


@asks
def _practices(line: list[int], keys: Collection[str], on: date) -> QuerySet[Practice]:
    found = Practice.objects.filter(point__unit__one_of=line, point__item__in=keys)
    newest = found.filter(at__lt=_end_of(on)).order_by("point_id", "-pk").distinct("point_id")
    return newest.select_related("point__unit", "owner", "by")


@asks
def _judgements_at(unit_id: int, keys: Collection[str], on: date) -> QuerySet[Judgement]:
    found = Judgement.objects.filter(point__unit=unit_id, point__item__in=keys)
    return _newest_judgements(found, on)


def _newest_judgements(found: QuerySet[Judgement], on: date) -> QuerySet[Judgement]:
    newest = found.filter(at__lt=_end_of(on)).order_by("point_id", "-pk").distinct("point_id")
    return newest.select_related("point", "by")


def _end_of(on: date) -> datetime:
    return clock.start_of(on + timedelta(days=1))


def judged_below(unit: Unit, item: Item, on: date) -> dict[int, dict[str, Judgement]]:
    """The judgements that count at the units below, of the item and its letters, by unit and key."""
    found = Judgement.objects.filter(
        point__unit__path__startswith=unit.path, point__item__in=keys_for([item])
    )
    return _counting(_newest_judgements(found, on), on)


def judged_at(units: Collection[int], on: date) -> dict[int, dict[str, Judgement]]:
    """The judgements that count at the units, by unit and key, among other questions of a trip."""
    return _counting(_of_units(units, on), on)


@asks
def _of_units(units: Collection[int], on: date) -> QuerySet[Judgement]:
    return _newest_judgements(Judgement.objects.filter(point__unit__one_of=list(units)), on)


def _counting(newest: Iterable[Judgement], on: date) -> dict[int, dict[str, Judgement]]:
    told: dict[int, dict[str, Judgement]] = {}
    for one in newest:
        if counts(one, on):
            told.setdefault(one.point.unit_id, {})[one.point.item] = one
    return told


def keys_for(items: Collection[Item]) -> set[str]:
    """These items and the letters that they rest on."""
    return {one.key for one in items} | {str(letter) for one in items for letter in one.letters}


def weighed(
    items: Iterable[Item], found: Iterable[Evidence], said: Said, unit_id: int
) -> list[Row]:
    """Each item as it stands for the unit, with the evidence that was `found` for the letters."""
    evidence = {one.letter: one for one in found}
    held = {letter: _held(one, said) for letter, one in evidence.items()}
    return [_row(item, evidence, held, said, unit_id) for item in items]


def _held(evidence: Evidence, said: Said) -> Status:
    judged = said.judged(evidence.letter)
    return Status(judged.status) if judged else evidence.status


def _row(
    item: Item,
    evidence: Mapping[Letter, Evidence],
    held: Mapping[Letter, Status],
    said: Said,
    unit_id: int,
) -> Row:
    own = evidence.get(Letter(item.key)) if item.key in set(Letter) else None
    basis = () if own else tuple((letter, held[letter]) for letter in item.letters)
    practice = said.practices.get(item.key)
    return Row(
        item=item,
        computed=own.status if own else resting(item, [status for _letter, status in basis]),
        evidence=own,
        basis=basis,
        practice=practice,
        own=practice is not None and practice.point.unit_id == unit_id,
        judgement=said.judgements.get(item.key),
        is_judged=said.judged(item.key) is not None,
        off=frozenset(one for one in item.letters if one in evidence and evidence[one].off),
    )


def resting(item: Item, statuses: Collection[Status]) -> Status:
    """What follows from the letters: shown where all of them are, partly where some are; never a judgement."""
    known = set(statuses)
    if known == {Status.SHOWN}:
        return Status.PARTLY if item.judgement else Status.SHOWN
    if Status.SHOWN in known or Status.PARTLY in known:
        return Status.PARTLY
    return Status.NOT_SHOWN if Status.NOT_SHOWN in known else Status.UNKNOWN


def history_of(unit: Unit, item: str) -> list[Practice | Judgement]:
    """Every version of the text and every judgement, in the order they were made: one trip."""
    practices, judgements = whole(
        lambda: each(lambda: _versions(unit.pk, item), lambda: _judged(unit.pk, item))
    )
    return sorted([*practices, *judgements], key=lambda one: (one.at, one.pk))


@asks
def _versions(unit_id: int, item: str) -> QuerySet[Practice]:
    found = Practice.objects.filter(point__unit=unit_id, point__item=item).order_by("pk")
    return found.select_related("by", "owner")


@asks
def _judged(unit_id: int, item: str) -> QuerySet[Judgement]:
    found = Judgement.objects.filter(point__unit=unit_id, point__item=item).order_by("pk")
    return found.select_related("by")


def point_by_uuid(uuid: UUID) -> Point | None:
    return Point.objects.select_related("unit").filter(uuid=uuid).first()


def held_point(unit: Unit, item: str) -> None:
    """Kept from others until the transaction ends, where something is said of it."""
    list(Point.objects.select_for_update(no_key=True).filter(unit=unit, item=item))


def points_named(uuids: Collection[UUID]) -> dict[UUID, str]:
    """Their titles for a list of duties."""
    found = Point.objects.filter(uuid__in=uuids).values_list("uuid", "item", "unit__name")
    return {
        uuid: f"{ITEMS[item].reference} {ITEMS[item].title} ({unit})"
        for uuid, item, unit in found
        if item in ITEMS
    }


def to_review(before: date) -> list[Practice]:
    """The newest texts of units that are to be looked at again by the day, and nobody is asked yet."""
    newer = Practice.objects.filter(point=OuterRef("point"), pk__gt=OuterRef("pk"))
    found = Practice.objects.filter(~Exists(newer), ~_asked(REVIEW), review_on__lte=before)
    return list(found.select_related("point__unit", "owner").order_by("pk"))


def to_judge(before: date) -> list[Judgement]:
    """The newest judgements that count no longer than the day, and nobody is asked yet.

    What a signed paper says is asked for again there: nothing is asked twice.
    """
    newer = Judgement.objects.filter(point=OuterRef("point"), pk__gt=OuterRef("pk"))
    found = Judgement.objects.filter(~Exists(newer), ~_asked(JUDGE), until__lte=before, source="")
    return list(found.select_related("point__unit").order_by("pk"))


def _asked(kind: str) -> Exists:
    waiting = Duty.objects.filter(kind=kind, settled_at__isnull=True)
    return Exists(waiting.filter(subject_uuid=OuterRef("point__uuid")))
