"""Bringing the duties of a case up to date with what is answered. Nothing that was decided is lost."""

from collections.abc import Mapping
from datetime import datetime

from styrk.core import states
from styrk.incidents.notices import Assessment, Start, assess, due
from styrk.incidents.notices import Notice as Given
from styrk.organisation.models import Person
from styrk.serious import rules
from styrk.serious.evaluating import as_event, told_in
from styrk.serious.models import Answers, Event, Notice, Obligation
from styrk.serious.record import step
from styrk.serious.reminders import marks
from styrk.serious.states import MOVES, State, Warned

TOLD = ("recipients", "copies", "given", "due_at", "soon_at", "late_at", "warned")


def weigh(event: Event, answers: Answers, by: Person | None, now: datetime) -> None:
    """What applies is proposed, what was decided on other grounds is asked anew, and the rest lapses."""
    found = _assessed(event, answers)
    there = {
        one.rule: one for one in event.obligations.select_related("judged_with").order_by("pk")
    }
    for code, given in found.items():
        obligation = there.get(code) or _proposed(event, code, by, now)
        _stands(obligation, given, event, by, now)
        _clocks(obligation, given, now)
    for code, obligation in there.items():
        if code not in found:
            _falls(obligation, by, now)
    follow(event, now)


def _assessed(event: Event, answers: Answers) -> Mapping[str, Assessment]:
    found = assess(as_event(told_in(answers), event.organisation))
    return {one.duty.code: one for one in found if one.applies}


def _proposed(event: Event, code: str, by: Person | None, now: datetime) -> Obligation:
    obligation = Obligation.objects.create(event=event, trust_id=event.trust_id, rule=code)
    step(event, "propose", by, now, text="En meldeplikt ble foreslått", rule=code)
    return obligation


def _stands(
    obligation: Obligation, given: Assessment, event: Event, by: Person | None, now: datetime
) -> None:
    obligation.grounded = True
    lapsed = obligation.state == State.LAPSED
    if lapsed or (obligation.state == State.NOT and _is_new(obligation, given, event)):
        obligation.state = states.move(MOVES, obligation.state, "propose")
        text = "En meldeplikt ble foreslått på nytt, fordi svarene er andre"
        step(event, "propose_again", by, now, text=text, rule=obligation.rule)
    obligation.save(update_fields=["grounded", "state"])


def _is_new(obligation: Obligation, given: Assessment, event: Event) -> bool:
    """Whether what the duty asks of was answered otherwise when it was decided against."""
    if obligation.judged_with is None or rules.is_followed(obligation):
        return False
    before = _assessed(event, obligation.judged_with).get(obligation.rule)
    return before is None or before.reasons != given.reasons


def _falls(obligation: Obligation, by: Person | None, now: datetime) -> None:
    """Not given by the answers any more: gone where nobody had decided, else for a person to decide."""
    if not obligation.grounded:
        return
    obligation.grounded = False
    if obligation.state == State.PROPOSED:
        obligation.state = states.move(MOVES, obligation.state, "lapse")
        text = "En meldeplikt gjelder ikke lenger, etter svarene"
        step(obligation.event, "lapse", by, now, text=text, rule=obligation.rule)
    obligation.save(update_fields=["grounded", "state"])


def _clocks(obligation: Obligation, given: Assessment, now: datetime) -> None:
    there = {one.step: one for one in obligation.notices.order_by("step")}
    told = {given.duty.steps.index(one.step): one for one in given.notices}
    for place, one in told.items():
        notice = there.get(place) or _begun(obligation, place)
        if notice.sent_at is None:
            _keep_up(notice, one, now)
    for place, notice in there.items():
        if place not in told and notice.sent_at is None:
            notice.given = False
            notice.save(update_fields=["given"])


def _begun(obligation: Obligation, place: int) -> Notice:
    return Notice.objects.create(
        event_id=obligation.event_id,
        obligation=obligation,
        trust_id=obligation.trust_id,
        step=place,
    )


def _keep_up(notice: Notice, given: Given, now: datetime) -> None:
    notice.recipients, notice.copies = list(given.recipients), list(given.copies)
    notice.given = True
    if given.step.clock.start != Start.SENT:
        _set_clock(notice, given.deadline, now)
    notice.save(update_fields=TOLD)


def _set_clock(notice: Notice, due_at: datetime | None, now: datetime) -> None:
    """Told anew of a clock that is another; one without a date runs from when it was first known."""
    if notice.late_at is not None and notice.due_at == due_at:
        return
    duty = rules.duty_of(notice.obligation)
    notice.due_at, notice.warned = due_at, Warned.NOT_YET
    notice.soon_at, notice.late_at = marks(duty.steps[notice.step], now, due_at)


def follow(event: Event, now: datetime) -> None:
    """What is decided of a notice is decided of the report after it, and its clock runs from the sending."""
    found = list(event.obligations.prefetch_related("notices").order_by("pk"))
    by_rule = {one.rule: one for one in found}
    for one in found:
        duty = rules.duty_of(one)
        leading = by_rule.get(duty.follows)
        if leading is None:
            continue
        if leading is not one:
            _decided_with(one, leading)
        for notice in one.notices.all():
            if duty.steps[notice.step].clock.start == Start.SENT and notice.sent_at is None:
                _runs_from(notice, leading, now)


def _decided_with(one: Obligation, leading: Obligation) -> None:
    one.state, one.reason = leading.state, leading.reason
    one.judged_at, one.judged_by = leading.judged_at, leading.judged_by
    one.judged_with_id = leading.judged_with_id
    one.save(update_fields=["state", "reason", "judged_at", "judged_by", "judged_with"])


def _runs_from(notice: Notice, leading: Obligation, now: datetime) -> None:
    sent = [one.sent_at for one in leading.notices.all() if one.sent_at and one.pk != notice.pk]
    clock = rules.duty_of(notice.obligation).steps[notice.step].clock
    if sent and (due_at := due(clock, min(sent))):
        _set_clock(notice, due_at, now)
    else:
        notice.due_at = notice.soon_at = notice.late_at = None
    notice.save(update_fields=TOLD)
