"""Laying cases before the committee, treating them, and giving and answering advice."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from styrk.access.commands import end_grants, grant_to_post
from styrk.access.roles import QUALITY_COMMITTEE
from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.committee import queries, rules
from styrk.committee.models import Advice, AdviceAction, CommitteeCase
from styrk.committee.refusals import LaidAlready, NobodyLeads, NoCommittee, NotFound, NotOfPatients
from styrk.committee.states import ADVICE_MOVES, MOVES, AdviceState, State, Way
from styrk.committee.types import ANSWER, DAYS_TO_TREAT, ORIGIN, REASON, TREAT
from styrk.core import clock, guard, scope, states
from styrk.core.rows import add
from styrk.duties.commands import require, settle
from styrk.incidents.models import Incident
from styrk.incidents.queries import recused_from
from styrk.incidents.responsible import recuse
from styrk.incidents.types import READING_PART
from styrk.messages.commands import Teller
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holder_of
from styrk.organisation.rules import LEADER
from styrk.trail.commands import command, record

tell_of_case = Teller("committee_case", "committee:case").tell
tell_of_advice = Teller("committee_advice", "committee:advice").tell


@command
def lay_before(
    *, incident: Incident, why: str, by: Person | None, now: datetime, way: Way = Way.LAID
) -> CommitteeCase:
    """Open the case to the nearest committee in its line, for a reason.

    `by` is nobody where a rule lays it. Raises NotOfPatients, NoCommittee or LaidAlready.
    """
    guard.refuse_identity(why)
    if not rules.takes(incident):
        raise NotOfPatients
    unit = queries.committee_above(incident.unit, clock.day(now))
    if unit is None:
        raise NoCommittee
    return _lay(incident, unit, way, why, by, now)


@command
def require_case(*, unit: Unit, number: str, why: str, by: Person, now: datetime) -> CommitteeCase:
    """The committee requires what it needs, uten hinder av taushetsplikt (§ 3-4 second paragraph).

    Whoever handles the case is told. Raises NotFound, also where one sits inhabil, or LaidAlready.
    """
    guard.refuse_identity(why)
    incident = queries.required(unit, number, by)
    if incident is None:
        raise NotFound
    with scope.acting(scope.SYSTEM):
        made = _lay(incident, unit, Way.REQUIRED, why, by, now)
        if incident.handler:
            tell_of_case(
                incident.handler,
                made,
                "required",
                lambda: _("Kvalitets- og pasientsikkerhetsutvalget leser en sak du har"),
                lambda: f"{incident.title}\n{why}",
                by=by,
                now=now,
            )
    return made


def _lay(
    incident: Incident, unit: Unit, way: Way, why: str, by: Person | None, now: datetime
) -> CommitteeCase:
    if CommitteeCase.objects.filter(incident=incident, unit=unit, state=State.WAITING).exists():
        raise LaidAlready
    made = CommitteeCase.objects.create(
        trust_id=incident.trust_id,
        unit=unit,
        incident=incident,
        way=way,
        why=why,
        laid_at=now,
        laid_by=by,
    )
    grant_to_post(
        kind="incident",
        record_id=incident.pk,
        part=READING_PART,
        unit=unit,
        role=QUALITY_COMMITTEE.code,
        by=by,
        now=now,
        reason=REASON,
    )
    require(
        kind=TREAT,
        subject_id=made.pk,
        subject_uuid=made.uuid,
        unit=unit,
        role=QUALITY_COMMITTEE.code,
        due=clock.after(now, days=DAYS_TO_TREAT),
        now=now,
    )
    _noted(made, "lay", by, now, f"Sak til utvalget ved {unit.name}: {Way(way).label}")
    return made


@command
def withdraw_case(*, case: CommitteeCase, why: str, by: Person, now: datetime) -> None:
    """It is not for the committee after all, which sees it no more."""
    guard.refuse_identity(why)
    case.state = State(states.move(MOVES, case.state, "withdraw"))
    case.withdrawn_why, case.ended_at, case.ended_by = why, now, by
    case.save(update_fields=["state", "withdrawn_why", "ended_at", "ended_by"])
    settle(kind=TREAT, subject_uuid=case.uuid, by=by, now=now)
    _noted(case, "withdraw", by, now, "Trakk en sak fra utvalget")
    again = CommitteeCase.objects.filter(incident_id=case.incident_id, unit=case.unit)
    if not again.filter(state=State.TREATED).exists():
        end_grants(
            kind="incident",
            record_id=case.incident_id,
            part=READING_PART,
            unit=case.unit,
            role=QUALITY_COMMITTEE.code,
            until=now,
        )


@command
def treat_case(
    *, case: CommitteeCase, met_on: date, assessment: str, by: Person, now: datetime
) -> None:
    """What the committee found, in its meeting of that day. It goes on seeing the case, and what came of it."""
    guard.refuse_identity(assessment)
    case.state = State(states.move(MOVES, case.state, "treat"))
    case.met_on, case.assessment, case.ended_at, case.ended_by = met_on, assessment, now, by
    case.save(update_fields=["state", "met_on", "assessment", "ended_at", "ended_by"])
    settle(kind=TREAT, subject_uuid=case.uuid, by=by, now=now)
    _noted(case, "treat", by, now, "Behandlet en sak i utvalget")
    handler = case.incident.handler
    if handler and handler not in recused_from(case.incident):
        tell_of_case(
            handler,
            case,
            "treated",
            lambda: _("Utvalget har behandlet saken: %(title)s") % {"title": str(case)},
            lambda: assessment,
            by=by,
            now=now,
        )


@command
def recuse_member(*, case: CommitteeCase, reason: str, by: Person, now: datetime) -> None:
    """A member who is inhabil never sees it again; the others go on."""
    guard.refuse_identity(reason)
    states.move(MOVES, case.state, "recuse")
    _noted(case, "recuse", by, now, "Meldte seg inhabil i en sak i utvalget")
    with scope.acting(scope.SYSTEM):
        recuse(case.incident, [by], reason, now)


@command
def give_advice(
    *, case: CommitteeCase, to_unit: Unit, text: str, due: date, by: Person, now: datetime
) -> Advice:
    """Advise the leader of a unit, who answers by a day. Raises NobodyLeads."""
    guard.refuse_identity(text)
    states.move(MOVES, case.state, "advise")
    inhabil = recused_from(case.incident)
    leaders = [one for one in holder_of(to_unit, LEADER, clock.day(now)) if one not in inhabil]
    if not leaders:
        raise NobodyLeads
    made = Advice.objects.create(
        case=case, to_unit=to_unit, text=text, due=due, given_at=now, given_by=by
    )
    require(
        kind=ANSWER,
        subject_id=made.pk,
        subject_uuid=made.uuid,
        unit=to_unit,
        role=LEADER,
        due=due,
        now=now,
    )
    _noted(case, "advise", by, now, f"Ga råd til {to_unit.name}")
    for person in leaders:
        tell_of_advice(
            person,
            made,
            "given",
            lambda: _("Råd fra kvalitets- og pasientsikkerhetsutvalget"),
            lambda: text,
            by=by,
            now=now,
        )
    return made


@command
def answer_advice(*, advice: Advice, state: str, answer: str, by: Person, now: datetime) -> None:
    """`state`: followed or declined. Those who sit in the committee hear it."""
    guard.refuse_identity(answer)
    act = "follow" if state == AdviceState.FOLLOWED else "decline"
    _end_advice(advice, act, answer, by, now, "Svarte på et råd fra utvalget")
    said = AdviceState(advice.state).label
    for person in queries.members(advice.case.unit, clock.day(now)):
        tell_of_advice(
            person,
            advice,
            "answered",
            lambda: _("Svar på rådet til %(unit)s") % {"unit": advice.to_unit.name},
            lambda: f"{said}. {answer}",
            by=by,
            now=now,
        )


@command
def withdraw_advice(*, advice: Advice, why: str, by: Person, now: datetime) -> None:
    """It was wrong, or is not needed: nobody waits for an answer."""
    guard.refuse_identity(why)
    _end_advice(advice, "withdraw", why, by, now, "Trakk et råd fra utvalget")


def _end_advice(
    advice: Advice, act: str, answer: str, by: Person, now: datetime, text: str
) -> None:
    advice.state = AdviceState(states.move(ADVICE_MOVES, advice.state, act))
    advice.answer, advice.answered_at, advice.answered_by = answer, now, by
    advice.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    settle(kind=ANSWER, subject_uuid=advice.uuid, by=by, now=now)
    _noted(advice.case, act, by, now, text)


@command
def follow_with_action(*, advice: Advice, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action because of the advice."""
    states.move(ADVICE_MOVES, advice.state, "add_action")
    action = raise_action(plan=plan, origin=ORIGIN, by=by, now=now)
    add([AdviceAction(advice=advice, action=action)])
    _noted(advice.case, "add_action", by, now, f"Besluttet et tiltak etter råd: {plan.title}")
    return action


def _noted(case: CommitteeCase, act: str, by: Person | None, now: datetime, text: str) -> None:
    record(
        by=by,
        now=now,
        act=f"committee_case.{act}",
        subject="committee_case",
        subject_id=case.pk,
        trust_id=case.trust_id,
        text=text,
    )
