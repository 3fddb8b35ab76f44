"""Saying which risk an incident shows, and taking it back."""

from datetime import datetime

from styrk.core import states
from styrk.incidents.models import Incident, IncidentRisk
from styrk.incidents.record import step
from styrk.incidents.states import MOVES
from styrk.organisation.models import Person
from styrk.risks.models import Risk
from styrk.risks.states import LIVE
from styrk.trail.commands import already_done, command


class OutOfLine(ValueError):
    """The risk is not followed any more, or not of the line that the case lies in."""


@command
def point_at_risk(*, incident: Incident, risk: Risk, by: Person, now: datetime) -> None:
    """The incident shows this risk: it is counted among what happened of it.

    Raises OutOfLine unless the risk is live, and above, at or below the unit where the case lies.
    """
    states.move(MOVES, incident.state, "point_at_risk")
    if risk.state not in LIVE or not _in_one_line(risk.unit.path, incident.responsible_unit.path):
        raise OutOfLine
    if IncidentRisk.objects.filter(incident=incident, risk=risk, removed_at__isnull=True).exists():
        return already_done()
    IncidentRisk.objects.create(
        incident=incident, trust_id=incident.trust_id, risk=risk, linked_at=now, linked_by=by
    )
    _step(incident, risk, "point_at_risk", by, now, "Knyttet saken til en risiko")
    return None


@command
def withdraw_risk(*, incident: Incident, risk: Risk, by: Person, now: datetime) -> None:
    """It was not that risk after all. That it was said stands in the history."""
    states.move(MOVES, incident.state, "withdraw_risk")
    links = IncidentRisk.objects.filter(incident=incident, risk=risk, removed_at__isnull=True)
    if not links.update(removed_at=now, removed_by=by):
        return already_done()
    _step(incident, risk, "withdraw_risk", by, now, "Tok bort knytningen til en risiko")
    return None


def _step(incident: Incident, risk: Risk, act: str, by: Person, now: datetime, text: str) -> None:
    """Without the risk's title: who reads the case may not see the risk."""
    step(incident, act, by, now, text=text, risk=str(risk.uuid))


def _in_one_line(one: str, other: str) -> bool:
    """Whether one of the paths leads through the other."""
    return one.startswith(other) or other.startswith(one)
