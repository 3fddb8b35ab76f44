"""Taking a report in hand, confirming what it is, and writing what was found."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from styrk.actions.refusals import need
from styrk.core import guard, states
from styrk.duties.commands import settle
from styrk.incidents.models import Incident, IncidentAnalysis
from styrk.incidents.record import step, tell_reporter
from styrk.incidents.responsible import lay_examination
from styrk.incidents.states import MOVES, Cause, worst
from styrk.incidents.types import TAKE
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def take_incident(*, incident: Incident, by: Person, now: datetime) -> None:
    """Take the report in hand. The reporter is told who looks at it."""
    incident.state = states.move(MOVES, incident.state, "take")
    incident.handler = by
    incident.save(update_fields=["state", "handler"])
    settle(kind=TAKE, subject_uuid=incident.uuid, by=by, now=now)
    lay_examination(incident, by, now)
    step(incident, "take", by, now, text=f"Tok imot «{incident.title}»", for_reporter=True)
    tell_reporter(
        incident,
        f"take:{by.pk}:{now.isoformat()}",
        lambda: _("%(name)s har tatt imot meldingen din og ser på den.") % {"name": by.name},
        now=now,
    )


@command
def confirm_incident(
    *,
    incident: Incident,
    kind: str,
    harm_actual: str,
    harm_possible: str,
    by: Person,
    now: datetime,
    reason: str = "",
) -> None:
    """Confirm or correct kind and severity. What the reporter wrote stays in the step.

    What could have been is at least what was. Raises ReasonMissing where something is changed
    without saying why.
    """
    guard.refuse_identity(reason)
    states.move(MOVES, incident.state, "confirm")
    harm_possible = worst(harm_actual, harm_possible)
    before = [incident.kind, incident.harm_actual, incident.harm_possible]
    after = [kind, harm_actual, harm_possible]
    if before != after:
        need(reason)
    incident.kind, incident.harm_actual, incident.harm_possible = kind, harm_actual, harm_possible
    incident.confirmed_at, incident.confirmed_by = now, by
    incident.save(
        update_fields=["kind", "harm_actual", "harm_possible", "confirmed_at", "confirmed_by"]
    )
    text = "Bekreftet type og alvor" if before == after else "Endret type og alvor"
    note = reason if before != after else ""
    step(incident, "confirm", by, now, text=text, note=note, before=before, after=after)


@command
def record_analysis(
    *,
    incident: Incident,
    found: str,
    causes: Iterable[str],
    persons: str,
    by: Person,
    now: datetime,
) -> IncidentAnalysis:
    """Write what was found: contributing causes in the system first, persons after."""
    guard.refuse_identity(found, persons)
    states.move(MOVES, incident.state, "analyse")
    analysis = IncidentAnalysis.objects.create(
        incident=incident,
        trust_id=incident.trust_id,
        found=found,
        causes=[Cause(code).value for code in causes],
        persons=persons,
        at=now,
        by=by,
    )
    step(incident, "analyse", by, now, text="Skrev hva som ble funnet")
    return analysis
