"""What people have said of a series, and which of thousands to look at first."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.db.models import QuerySet

from styrk.indicators.models import Annotation, Attestation, Indicator, SeriesMark, Signal
from styrk.indicators.spc.ranking import ranking
from styrk.organisation.models import Unit

# Of those told to look at, this share is expected to be chance.
FALSE_ALARMS = 0.10
# One chart in twenty, judged by itself, stands out by chance.
CHANCE = 0.05


@dataclass(frozen=True)
class Ranked:
    """The series of a line, from the most to the least striking: the first of them, or all.

    `q` in the order of `signals`. `told` so many of all are worth a look. `by_chance`: how many of
    the `judged` would stand out by chance alone, if each were judged by itself at 1 in 20. `total`
    counts also those with too few points to be judged.
    """

    signals: tuple[Signal, ...]
    q: tuple[float | None, ...]
    told: int
    judged: int
    total: int
    by_chance: float


def ranked(unit: Unit, *, limit: int | None = None, rate: float = FALSE_ALARMS) -> Ranked:
    """Every series in use at the unit and below it, ranked by Benjamini and Hochberg. Two queries."""
    found = Signal.objects.filter(
        unit__path__startswith=unit.path, points__gt=0, indicator__retired_on__isnull=True
    ).order_by("pk")
    rows = list(found.values_list("pk", "p"))
    p = np.array([np.nan if one is None else one for _pk, one in rows], dtype=np.float64)
    order = ranking(p, rate)
    first = order.order[:limit].tolist()
    signals = Signal.objects.select_related("indicator", "unit").in_bulk(
        [rows[place][0] for place in first]
    )
    judged = int(np.count_nonzero(~np.isnan(p)))
    return Ranked(
        signals=tuple(signals[rows[place][0]] for place in first),
        q=tuple(None if np.isnan(order.q[place]) else float(order.q[place]) for place in first),
        told=int(np.count_nonzero(order.told)),
        judged=judged,
        total=len(rows),
        by_chance=judged * CHANCE,
    )


type Pair = tuple[int, int]


def marks_of(pairs: Collection[Pair]) -> dict[Pair, list[SeriesMark]]:
    """The marks that hold, by (indicator, unit), in the order of their periods. One query."""
    return marks_in(asked_marks(pairs))


def asked_marks(pairs: Collection[Pair]) -> QuerySet[SeriesMark]:
    found = SeriesMark.objects.filter(
        indicator__one_of={indicator for indicator, _unit in pairs},
        unit__one_of={unit for _indicator, unit in pairs},
        withdrawn_at__isnull=True,
    )
    return found.select_related("by").order_by("period", "pk")


def marks_in(found: Iterable[SeriesMark]) -> dict[Pair, list[SeriesMark]]:
    marks: dict[Pair, list[SeriesMark]] = defaultdict(list)
    for one in found:
        marks[one.indicator_id, one.unit_id].append(one)
    return marks


def annotations_of(indicator: Indicator, unit: Unit) -> list[Annotation]:
    """What happened, in the order of the periods."""
    found = Annotation.objects.filter(indicator=indicator, unit=unit, withdrawn_at__isnull=True)
    return list(found.select_related("by").order_by("period", "pk"))


def attestations_of(indicator: Indicator, unit: Unit) -> dict[date, Attestation]:
    """By period what was last said of how good the data are."""
    found = Attestation.objects.filter(indicator=indicator, unit=unit)
    return {one.period: one for one in found.select_related("by").order_by("pk")}
