"""Indicators themselves: one, those that a unit keeps, and those that tell of a unit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from styrk.indicators.models import Definition, Figure, Indicator, Target
from styrk.organisation.models import Unit

type Versions = Mapping[int, tuple[Definition, ...]]
type Targets = Mapping[tuple[int, int | None], tuple[tuple[date, float | None], ...]]


def indicator_by_uuid(uuid: UUID) -> Indicator | None:
    return Indicator.objects.select_related("unit", "trust", "owner").filter(uuid=uuid).first()


def indicator_by_code(code: str) -> Indicator | None:
    if "\0" in code:  # PostgreSQL has no such character
        return None
    return Indicator.objects.select_related("unit", "owner").filter(code=code).first()


def line_of(unit: Unit) -> list[int]:
    """The ids of the unit and those above it."""
    return [int(pk) for pk in unit.path.split(".") if pk]


def indicators_at(units: Sequence[Unit], on: date) -> list[Indicator]:
    """Those in use that have figures at any of the units, or are kept by one of them; in report order."""
    return list(asked_indicators(units, on))


def asked_indicators(units: Sequence[Unit], on: date) -> QuerySet[Indicator]:
    ids = [unit.pk for unit in units]
    line = {pk for unit in units for pk in line_of(unit)}
    there = Figure.objects.filter(indicator=OuterRef("pk"), unit__one_of=ids)
    found = Indicator.objects.filter(Q(retired_on__isnull=True) | Q(retired_on__gt=on))
    found = found.filter(Q(unit__one_of=ids) | Exists(there), unit__one_of=line)
    return found.select_related("owner").order_by("area", "name", "pk")


def kept_by(unit: Unit) -> list[Indicator]:
    """Those that may be recorded at the unit: kept by it, or by one above it, and in use."""
    found = Indicator.objects.filter(unit__one_of=line_of(unit), retired_on__isnull=True)
    return list(found.select_related("unit", "owner").order_by("area", "name", "pk"))


def definitions_of(indicator_ids: Collection[int]) -> Versions:
    """All versions of each, in the order they came into force."""
    return versions_in(asked_definitions(indicator_ids))


def asked_definitions(indicator_ids: Collection[int]) -> QuerySet[Definition]:
    found = Definition.objects.filter(indicator__one_of=indicator_ids)
    return found.order_by("indicator_id", "valid_from", "number")


def versions_in(found: Iterable[Definition]) -> Versions:
    versions: dict[int, list[Definition]] = defaultdict(list)
    for one in found:
        versions[one.indicator_id].append(one)
    return {pk: tuple(each) for pk, each in versions.items()}


def targets_of(indicator_ids: Collection[int], unit_ids: Collection[int]) -> Targets:
    """(first day, value) in order, by (indicator, unit); by (indicator, None) those for everyone."""
    return targets_in(asked_targets(indicator_ids, unit_ids))


def asked_targets(indicator_ids: Collection[int], unit_ids: Collection[int]) -> QuerySet[Target]:
    found = Target.objects.filter(indicator__one_of=indicator_ids).filter(
        Q(unit__isnull=True) | Q(unit__one_of=unit_ids)
    )
    return found.order_by("valid_from", "pk")


def targets_in(found: Iterable[Target]) -> Targets:
    targets: dict[tuple[int, int | None], dict[date, float | None]] = defaultdict(dict)
    # The newest for a day takes the place of those before.
    for one in found:
        value = None if one.value is None else float(one.value)
        targets[one.indicator_id, one.unit_id][one.valid_from] = value
    return {key: tuple(each.items()) for key, each in targets.items()}
