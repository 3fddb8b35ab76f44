"""Every read of indicators. A page asks a handful of questions, however many indicators it shows."""

from styrk.indicators.queries.defining import (
    indicator_by_code,
    indicator_by_uuid,
    indicators_at,
    kept_by,
    targets_of,
)
from styrk.indicators.queries.figures import (
    Below,
    Row,
    children,
    series,
    series_of,
    table,
    tables,
)
from styrk.indicators.queries.history import measurements_of, series_as_of
from styrk.indicators.queries.looking import (
    Ranked,
    annotations_of,
    attestations_of,
    marks_of,
    ranked,
)

__all__ = [
    "Below",
    "Ranked",
    "Row",
    "annotations_of",
    "attestations_of",
    "children",
    "indicator_by_code",
    "indicator_by_uuid",
    "indicators_at",
    "kept_by",
    "marks_of",
    "measurements_of",
    "ranked",
    "series",
    "series_as_of",
    "series_of",
    "table",
    "tables",
    "targets_of",
]
