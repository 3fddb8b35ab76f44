"""Which indicators show how a risk is doing."""

from datetime import datetime

from styrk.core import states
from styrk.indicators.models import Indicator
from styrk.organisation.models import Person
from styrk.risks.models import Risk, RiskMeasure
from styrk.risks.record import step
from styrk.risks.refusals import MeasuredAlready, NotMeasured
from styrk.risks.states import MOVES
from styrk.trail.commands import command


@command
def measure_risk(*, risk: Risk, indicator: Indicator, by: Person, now: datetime) -> RiskMeasure:
    """The indicator shows at the risk's unit how it is doing. Raises NotMeasured, MeasuredAlready."""
    states.move(MOVES, risk.state, "measure")
    if indicator.retired_on or not risk.unit.path.startswith(indicator.unit.path):
        raise NotMeasured
    if risk.series.filter(indicator=indicator, removed_at__isnull=True).exists():
        raise MeasuredAlready
    link = RiskMeasure.objects.create(risk=risk, indicator=indicator, linked_at=now, linked_by=by)
    text = f"Knyttet indikatoren «{indicator.name}» til risikoen"
    step(risk, "measure", by, now, text=text, indicator=indicator.name)
    return link


@command
def stop_measuring_risk(*, link: RiskMeasure, by: Person, now: datetime) -> None:
    """The indicator no longer tells of the risk."""
    risk, name = link.risk, link.indicator.name
    states.move(MOVES, risk.state, "stop_measuring")
    link.removed_at, link.removed_by = now, by
    link.save(update_fields=["removed_at", "removed_by"])
    text = f"Løste indikatoren «{name}» fra risikoen"
    step(risk, "stop_measuring", by, now, text=text, indicator=name)
