"""What is added to a report afterwards. What was reported stands as it was written."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.core import clock, guard, states
from styrk.incidents.models import Incident
from styrk.incidents.record import step, tell
from styrk.incidents.responsible import holders_of
from styrk.incidents.states import MOVES
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def add_to_report(*, incident: Incident, text: str, by: Person, now: datetime) -> None:
    """The one who reported tells more. Whoever handles the case is told, or waits to take it."""
    guard.refuse_identity(text)
    states.move(MOVES, incident.state, "add_to_report")
    step(
        incident,
        "add_to_report",
        by,
        now,
        text="La til noe i meldingen",
        note=text,
        for_reporter=True,
        unnamed=True,
    )
    handlers = [incident.handler] if incident.handler else holders_of(incident, clock.day(now))
    tell(
        handlers,
        incident,
        f"added:{now.isoformat()}",
        lambda: _("Den som meldte, har lagt til noe"),
        reverse("incidents:incident", args=[incident.uuid]),
        now=now,
    )


@command
def add_to_case(*, incident: Incident, text: str, by: Person, now: datetime) -> None:
    """Whoever handles the case adds to what is known, or puts right what was wrong in the report."""
    guard.refuse_identity(text)
    states.move(MOVES, incident.state, "add")
    step(incident, "add", by, now, text="La til noe i saken", note=text)
