"""What is said at once to all who reported the same thing happening again and again."""

from datetime import datetime

from styrk.core import guard, states
from styrk.incidents.models import Incident
from styrk.incidents.record import step, tell_reporter
from styrk.incidents.states import MOVES
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def answer_in_group(*, incident: Incident, said: str, by: Person, now: datetime) -> None:
    """Tell the one who reported this what is done about it and all that is like it."""
    guard.refuse_identity(said)
    states.move(MOVES, incident.state, "answer_in_group")
    text = "Svarte alle som har meldt det samme"
    step(incident, "answer_in_group", by, now, text=text, note=said, for_reporter=True)
    tell_reporter(incident, f"together:{now.isoformat()}", lambda: said, now=now)
