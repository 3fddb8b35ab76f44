"""A case as its page reads it: each duty with its clocks and reasons, what may apply, and what does not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from styrk.core import clock
from styrk.incidents.notices import Assessment, Duty, assess, is_between_regimes, may_apply
from styrk.incidents.notices import Event as Told
from styrk.incidents.notices.clocks import Start, Unit, due, end_of, without_saturdays
from styrk.serious import naming, presenters, rules
from styrk.serious.evaluating import as_event, not_known, told_in
from styrk.serious.models import Answers, Event, Notice, Obligation
from styrk.serious.presenters import Mark, Reason
from styrk.serious.queries import Running
from styrk.serious.questions import left, said
from styrk.serious.states import RUNNING, State
from styrk.ui.words import spoken_day

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Clock:
    """One of a duty's clocks. `waits`: it begins when something is sent."""

    notice: Notice
    to: str
    copies: str
    words: str
    more: list[str]
    channel: str
    content: list[str]
    mark: Mark | None
    when: str
    waits: bool
    may_send: bool


@dataclass(frozen=True)
class Card:
    """A duty in the case."""

    obligation: Obligation
    duty: Duty
    title: str
    note: str
    mark: Mark | None
    personal: bool
    clocks: list[Clock]
    reasons: list[Reason]
    assessment: list[tuple[str, str]]
    may_judge: bool
    followed: bool


@dataclass(frozen=True)
class Maybe:
    """A duty that applies if what nobody knows yet is so."""

    title: str
    to: str
    by: str
    questions: list[str]


@dataclass(frozen=True)
class Not:
    """A duty that does not apply, and why."""

    title: str
    basis: str
    why: str
    reasons: list[Reason]


@dataclass(frozen=True)
class Case:
    """What stands in a case now. `left` are questions that nobody has been asked."""

    answers: Answers
    answered: list[tuple[str, str]]
    left: int
    to_decide: list[Card]
    to_send: list[Card]
    done: list[Card]
    decided_not: list[Card]
    maybe: list[Maybe]
    others: list[Not]


def case(event: Event, now: datetime, *, may: bool) -> Case:
    answers = event.answers.all()[0]
    told = told_in(answers)
    asked = as_event(told, event.organisation)
    unknown = not_known(told)
    found = {one.duty.code: one for one in assess(asked)}
    cards = [
        _card(one, found[one.rule], asked, unknown, now, may=may) for one in event.obligations.all()
    ]
    cards.sort(key=_urgency)
    there = {card.obligation.rule for card in cards if card.obligation.state != State.LAPSED}
    return Case(
        answers=answers,
        answered=list(presenters.answered(told.facts)),
        left=len(left(told, event.organisation)),
        to_decide=[one for one in cards if one.obligation.state == State.PROPOSED],
        to_send=[one for one in cards if _is_to_send(one)],
        done=[one for one in cards if one.obligation.state == State.SEND and not _is_to_send(one)],
        decided_not=[one for one in cards if one.obligation.state == State.NOT],
        maybe=[
            _maybe(one, unknown) for one in may_apply(asked, unknown) if one.duty.code not in there
        ],
        others=[
            _not(one, unknown)
            for one in found.values()
            if not one.applies and one.duty.code not in there
        ],
    )


def _urgency(card: Card) -> tuple[bool, datetime]:
    """When the first of its clocks that still run is out; those without one last, as they stand."""
    out = [at for one in card.clocks if not one.notice.sent_at and (at := one.notice.late_at)]
    return (not out, min(out, default=NEVER))


def _is_to_send(card: Card) -> bool:
    """Something is decided and not sent, also where it waits for another to be sent."""
    unsent = [one for one in card.clocks if one.notice.sent_at is None and one.notice.given]
    return card.obligation.state == State.SEND and bool(unsent)


def _card(
    one: Obligation,
    given: Assessment,
    asked: Told,
    unknown: list[str],
    now: datetime,
    *,
    may: bool,
) -> Card:
    duty = given.duty
    shown = [notice for notice in one.notices.all() if notice.given or notice.sent_at]
    sent = one.state == State.SEND and all(notice.sent_at for notice in shown)
    return Card(
        obligation=one,
        duty=duty,
        title=said(duty.title),
        note=said(duty.note),
        mark=None if sent else presenters.state_mark(one),
        personal=any(duty.steps[notice.step].bound == "person" for notice in shown),
        clocks=[_clock(notice, one, duty, asked, now, may=may) for notice in shown],
        reasons=presenters.reasons(given, unknown),
        assessment=presenters.assessed(one.assessment),
        may_judge=may and rules.may_be_judged(one),
        followed=rules.is_followed(one),
    )


def _clock(
    notice: Notice, one: Obligation, duty: Duty, asked: Told, now: datetime, *, may: bool
) -> Clock:
    step = duty.steps[notice.step]
    notice.obligation = one
    runs = one.state in RUNNING and notice.sent_at is None and notice.late_at
    return Clock(
        notice=notice,
        to=naming.bodies(notice.recipients),
        copies=naming.bodies(notice.copies),
        words=said(step.words),
        more=list(_more(duty, notice, asked)),
        channel=said(step.channel),
        content=[said(part) for part in step.content],
        mark=presenters.clock_mark(notice.late_at, notice.due_at, now, urgent=step.urgent)
        if runs and notice.late_at
        else None,
        when=presenters.due_words(duty.code, notice.step, notice.due_at),
        waits=notice.sent_at is None and not rules.has_begun(notice),
        may_send=may and rules.may_be_sent(notice),
    )


def _more(duty: Duty, notice: Notice, asked: Told) -> Iterator[str]:
    """What is said of this event beside what the rule says of all."""
    if is_between_regimes(duty, asked):
        yield _(
            "Hendelsen skjedde før 1. juli 2026 og ble kjent etter. Loven har ingen overgangsregel, så"
            " du avgjør hvilken vei som følges."
        )
    clock_ = duty.steps[notice.step].clock
    start = asked.began(clock_.start)
    if start is None or notice.due_at is None:
        return
    if clock_.unit is Unit.WORKING_DAYS:
        later = end_of(without_saturdays(clock.day(start), clock_.number))
        if later > notice.due_at:
            yield _("Lørdag er regnet med, for det er trygt. Uten lørdager: %(day)s.") % {
                "day": spoken_day(later)
            }
    if notice.due_at < asked.known_at and clock_.start == Start.EVENT:
        known = due(clock_, asked.known_at)
        yield _("Fristen var passert da dere fikk vite det. Regnet fra da: %(day)s.") % {
            "day": spoken_day(known or asked.known_at)
        }


def _maybe(one: Assessment, unknown: list[str]) -> Maybe:
    first = one.notices[0]
    asked = [said(fact.question) for fact in one.duty.questions if fact.name in unknown]
    return Maybe(
        title=said(one.duty.title),
        to=naming.bodies(first.recipients),
        by=spoken_day(first.deadline) if first.deadline else said(first.step.words),
        questions=asked,
    )


def _not(one: Assessment, unknown: list[str]) -> Not:
    return Not(
        title=said(one.duty.title),
        basis=one.duty.basis,
        why=presenters.why_not(one),
        reasons=presenters.reasons(one, unknown),
    )


@dataclass(frozen=True)
class Line:
    """A clock in a list of them."""

    clock: Running
    title: str
    to: str
    mark: Mark
    state: str
    when: str


def running(one: Running, now: datetime) -> Line:
    urgent = naming.duty(one.rule).steps[one.step].urgent
    return Line(
        clock=one,
        title=naming.title(one.rule),
        to=naming.bodies(one.recipients),
        mark=presenters.clock_mark(one.late_at, one.due_at, now, urgent=urgent),
        state=str(State(one.state).label),
        when=presenters.due_words(one.rule, one.step, one.due_at),
    )
