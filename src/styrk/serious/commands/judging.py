"""A named person decides whether to send, and says why."""

from datetime import datetime

from styrk.core import guard, states
from styrk.organisation.models import Person
from styrk.serious import rules
from styrk.serious.laying import lay
from styrk.serious.models import Obligation
from styrk.serious.questions import ASSESSMENT, YES_NO
from styrk.serious.record import step
from styrk.serious.refusals import AlreadySent, DecidedWithAnother, QuestionsUnanswered, need
from styrk.serious.states import MOVES, State
from styrk.serious.types import Judged
from styrk.serious.weighing import follow
from styrk.trail.commands import command

# Whether a serious event is to be told: these rest on the three questions (facts 2).
ASSESSED = ("V01", "V02")
JUDGED = ("state", "reason", "assessment", "judged_with", "judged_at", "judged_by")


@command
def judge_obligation(*, obligation: Obligation, judged: Judged, by: Person, now: datetime) -> None:
    """Send or not, with the reason. Raises DecidedWithAnother, AlreadySent or QuestionsUnanswered."""
    guard.refuse_identity(judged.reason)
    need(judged.reason)
    if rules.is_followed(obligation):
        raise DecidedWithAnother
    if rules.is_sent(obligation):
        raise AlreadySent
    if obligation.rule in ASSESSED and not _is_assessed(judged):
        raise QuestionsUnanswered
    state = State.SEND if judged.send else State.NOT
    if obligation.state != state:
        obligation.state = states.move(MOVES, obligation.state, str(state))
    event = obligation.event
    obligation.reason, obligation.assessment = judged.reason, dict(judged.assessment)
    obligation.judged_at, obligation.judged_by = now, by
    obligation.judged_with = event.answers.order_by("-pk").first()
    obligation.save(update_fields=JUDGED)
    text = "Bestemte at en plikt skal meldes" if judged.send else "Bestemte at noe ikke meldes"
    said = {"rule": obligation.rule, "said": judged.reason, **judged.assessment}
    step(event, str(state), by, now, text=text, **said)
    follow(event, now)
    lay(event, by, now)


def _is_assessed(judged: Judged) -> bool:
    return all(judged.assessment.get(name) in YES_NO for name in ASSESSMENT)
