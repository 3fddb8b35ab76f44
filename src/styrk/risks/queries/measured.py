"""Which series show how risks are doing: the indicator at the unit of the risk."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from styrk.indicators.queries.measures import Measured, measured_through
from styrk.risks.models import Risk, RiskMeasure

LINKS = """
    SELECT m.id, m.risk_id AS at_id, m.indicator_id, r.unit_id
    FROM risks_riskmeasure m JOIN risks_risk r ON r.id = m.risk_id
    WHERE m.risk_id = ANY(%(ids)s) AND m.removed_at IS NULL
"""


def measures_of(risk_ids: Collection[int], on: date) -> list[Measured]:
    """What shows how the risks are doing, of those in sight. One query."""
    return measured_through(LINKS, risk_ids, on)


def measure_of(risk: Risk, indicator: UUID) -> RiskMeasure | None:
    """The link between them, if it holds."""
    found = RiskMeasure.objects.filter(
        risk=risk, indicator__uuid=indicator, removed_at__isnull=True
    )
    return found.select_related("risk__unit", "indicator").first()
