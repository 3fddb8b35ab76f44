"""What people have said yes or no to of a series, also what they took back."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from styrk.indicators.models import SeriesMark

type Pair = tuple[int, int]


def decided_of(pairs: Collection[Pair]) -> dict[Pair, set[tuple[str, date]]]:
    """(kind, period) by (indicator, unit). One query."""
    rows = SeriesMark.objects.filter(
        indicator__one_of={indicator for indicator, _unit in pairs},
        unit__one_of={unit for _indicator, unit in pairs},
    ).values_list("indicator_id", "unit_id", "kind", "period")
    found: dict[Pair, set[tuple[str, date]]] = defaultdict(set)
    for indicator, unit, kind, period in rows:
        found[indicator, unit].add((kind, period))
    return found
