"""The leader sees it first, answers in time of its own, and then it goes up one level with the answer."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from styrk.access.roles import BOARD_CHAIR, LEADER
from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.intervention import watched as told
from styrk.intervention.models import Signal
from styrk.intervention.record import step, tell_above, tell_leader, tell_passed, those_above
from styrk.intervention.refusals import need
from styrk.intervention.states import MOVES, Ending, Stance
from styrk.intervention.types import ANSWER, DECIDE, FOLLOW, Concerning
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import nearest_leader_above
from styrk.trail.commands import already_done, command


@command
def open_signals(*, concerning: Iterable[Concerning], by: None, now: datetime) -> list[Signal]:
    """Say to each leader what was found: to nobody else, until the days to answer are over."""
    opened = [_open(one, by, now) for one in concerning]
    if not opened:
        already_done()
    return opened


def _open(one: Concerning, by: None, now: datetime) -> Signal:
    signal = Signal.objects.create(
        trust_id=one.unit.legal_id,
        unit=one.unit,
        leader=one.leader,
        rule=one.found.rule,
        subject=one.found.subject,
        seen=one.found.seen,
        found_on=clock.day(now),
        answer_due=clock.after(now, days=_days(one, now)),
    )
    _waits(signal, now)
    step(signal, "find", by, now, text="Fant noe etter en regel, og sa det til lederen")
    tell_leader(
        signal,
        "find",
        lambda: _("Du har fått et signal"),
        lambda: _("Bare du ser det. Svar før fristen, så følger svaret ditt med."),
        now,
    )
    return signal


def _days(one: Concerning, now: datetime) -> int:
    """To answer. Where the rule was off for a while, what was left of them: off and on gives no new days."""
    days = told.terms().answer
    lately = Signal.objects.filter(
        rule=one.found.rule,
        subject=one.found.subject,
        leader=one.leader,
        ending=Ending.OFF,
        ended_on__gte=clock.after(now, days=-days),
    )
    before = lately.order_by("-pk").first()
    if before is None or before.ended_on is None:
        return days
    return max((before.answer_due - before.ended_on).days, 1)


def _waits(signal: Signal, now: datetime) -> None:
    require(
        kind=ANSWER,
        subject_id=signal.pk,
        subject_uuid=signal.uuid,
        unit=signal.unit,
        person=signal.leader,
        due=signal.answer_due,
        now=now,
    )


@command
def answer_signal(*, signal: Signal, stance: str, answer: str, by: Person, now: datetime) -> None:
    """What the leader says of it. Whoever asks for help, gets it up at once.

    It may be said anew until the one above has decided.
    """
    guard.refuse_identity(answer)
    need(answer)
    signal.state = states.move(MOVES, signal.state, "answer")
    signal.stance, signal.answer, signal.answered_on = stance, answer, clock.day(now)
    signal.save(update_fields=["stance", "answer", "answered_on"])
    settle(kind=ANSWER, subject_uuid=signal.uuid, by=by, now=now)
    step(signal, "answer", by, now, text="Svarte på signalet", stance=stance, said=answer)
    if stance == Stance.HELP and signal.lifted_on is None:
        lift_signal(signal=signal, by=by, now=now)


@command
def lift_signal(*, signal: Signal, by: Person | None, now: datetime) -> None:
    """Up one level, with the answer or with that none came; past the top leader to the board's chair."""
    state = states.move(MOVES, signal.state, "lift")
    above, role = _above(signal, signal.unit, {signal.leader_id}, now)
    signal.state, signal.lifted_on = state, clock.day(now)
    settle(kind=ANSWER, subject_uuid=signal.uuid, by=by, now=now)
    _goes_to(signal, above, role, now)
    to_chair = role == BOARD_CHAIR.code
    step(signal, "lift", by, now, text="Signalet gikk opp ett nivå", chair=to_chair, to=above.name)
    _tell_lifted(signal, "lift", now)


@command
def pass_on(*, signal: Signal, by: None, now: datetime) -> None:
    """Nobody decided in time: one level more, and whoever had it is told that it is no longer theirs."""
    text = "Ingen avgjorde signalet i tide, og det gikk ett nivå videre"
    _one_more(signal, "pass_on", text, by, now)


@command
def go_on(*, signal: Signal, by: None, now: datetime) -> None:
    """The agreed day is over, and nobody has told of it: one level more, as where nobody decided."""
    settle(kind=FOLLOW, subject_uuid=signal.uuid, by=by, now=now)
    text = "Dagen som var avtalt, er ute, og signalet gikk ett nivå videre"
    _one_more(signal, "go_on", text, by, now)


def _one_more(signal: Signal, act: str, text: str, by: None, now: datetime) -> None:
    signal.state = states.move(MOVES, signal.state, act)
    waited, before = signal.above or signal.unit, those_above(signal, now)
    had = [one.pk for one in before]
    above, role = _above(signal, waited, {signal.leader_id, *had}, now)
    _goes_to(signal, above, role, now)
    to_chair = role == BOARD_CHAIR.code
    step(signal, act, by, now, text=text, chair=to_chair, to=above.name, had=had)
    tell_passed(signal, act, before, now)
    _tell_lifted(signal, f"lift:{now:%Y%m%d}", now)


def _goes_to(signal: Signal, above: Unit, role: str, now: datetime) -> None:
    """The post decides within its days."""
    signal.above, signal.above_role = above, role
    signal.decide_due = clock.after(now, days=told.terms().decide)
    signal.save(update_fields=["state", "above", "above_role", "lifted_on", "decide_due"])
    require(
        kind=DECIDE,
        subject_id=signal.pk,
        subject_uuid=signal.uuid,
        unit=above,
        role=role,
        due=signal.decide_due,
        now=now,
    )


def _above(signal: Signal, unit: Unit, without: Collection[int], now: datetime) -> tuple[Unit, str]:
    """The nearest leader above the unit in the same organisation; where there is none, its board's chair."""
    found = nearest_leader_above(unit, clock.day(now), without=without)
    if found and found[0].legal_id == signal.trust_id:
        return found[0], LEADER.code
    return signal.trust, BOARD_CHAIR.code


def _tell_lifted(signal: Signal, event: str, now: datetime) -> None:
    tell_leader(
        signal,
        event,
        lambda: _("Et signal til deg har gått opp ett nivå"),
        lambda: _("Du ser det samme som den over deg, og hvem det er."),
        now,
    )
    tell_above(
        signal,
        event,
        lambda: _("Et signal venter på deg"),
        lambda: _(
            "Det er først sendt til lederen det gjelder. Les svaret, og avgjør hva som skjer."
        ),
        now,
    )
