"""What is said and done at once with reports that tell of the same happening again and again."""

from datetime import datetime

from styrk.core import guard, states
from styrk.duties.commands import settle
from styrk.incidents import rules
from styrk.incidents.case_file import actions
from styrk.incidents.commands.questions import end_questions
from styrk.incidents.models import Incident, IncidentAnalysis
from styrk.incidents.record import step, tell_reporter
from styrk.incidents.states import MOVES
from styrk.incidents.types import EXAMINE, TAKE
from styrk.organisation.models import Person
from styrk.trail.commands import command


class NotInTheme(ValueError):
    """It was serious, or something is decided because of it: then it is followed up by itself."""


@command
def answer_in_group(*, incident: Incident, said: str, by: Person, now: datetime) -> None:
    """Tell the one who reported this what is done about it and all that is like it."""
    guard.refuse_identity(said)
    states.move(MOVES, incident.state, "answer_in_group")
    text = "Svarte alle som har meldt det samme"
    step(incident, "answer_in_group", by, now, text=text, note=said, for_reporter=True)
    tell_reporter(incident, f"together:{now.isoformat()}", lambda: said, now=now)


@command
def conclude_in_theme(
    *, incident: Incident, found: str, said: str, by: Person, now: datetime
) -> None:
    """It is gone through and followed up as part of work that never ends. Raises NotInTheme.

    `found` is what was found of it, which stands as its analysis where nobody has written one; `said` is
    told the one who reported.
    """
    guard.refuse_identity(found, said)
    state = states.move(MOVES, incident.state, "conclude_in_theme")
    if not rules.is_light(incident) or incident.statutory or actions(incident):
        raise NotInTheme
    if not incident.analyses.exists():
        IncidentAnalysis.objects.create(
            incident=incident, trust_id=incident.trust_id, found=found, at=now, by=by
        )
    incident.state, incident.concluded_at = state, now
    incident.handler = incident.handler or by
    incident.save(update_fields=["state", "concluded_at", "handler"])
    for kind in (TAKE, EXAMINE):
        settle(kind=kind, subject_uuid=incident.uuid, by=by, now=now)
    text = "Fulgte opp saken som del av et tema"
    end_questions(incident, text, by, now)
    step(incident, "conclude_in_theme", by, now, text=text, note=said, for_reporter=True)
    tell_reporter(incident, f"theme:{now.isoformat()}", lambda: said, now=now)
