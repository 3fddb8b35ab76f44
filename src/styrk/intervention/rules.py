"""Who may do what with a signal, and with the rules. Whom it is about never decides on it."""

from datetime import date, timedelta

from styrk.access.queries import Standing
from styrk.access.roles import LEADER
from styrk.core import states
from styrk.intervention.models import Signal
from styrk.intervention.states import MOVES, OVER, State
from styrk.intervention.watched import terms
from styrk.organisation.models import Unit

FOR_THE_LEADER = ("answer",)
FOR_THE_ONE_ABOVE = ("follow_up", "take_over", "find_no_ground")


def leads(standing: Standing, unit_id: int) -> bool:
    """Is the organisation's own top leader, or acts for that one."""
    return any(post.role.code == LEADER.code and post.unit_id == unit_id for post in standing.posts)


def may_switch(standing: Standing, unit: Unit) -> bool:
    return unit.legal_id == unit.pk and leads(standing, unit.pk)


def is_about(standing: Standing, signal: Signal) -> bool:
    return signal.leader_id == standing.person_id


def is_above(standing: Standing, signal: Signal) -> bool:
    """Holds the post it has gone up to, and is not the one it is about."""
    if is_about(standing, signal):
        return False
    return any(
        post.unit_id == signal.above_id and post.role.code == signal.above_role
        for post in standing.posts
    )


def is_for(standing: Standing, signal: Signal, act: str) -> bool:
    """Whether the act is for this person, in any state."""
    if act in FOR_THE_LEADER:
        return is_about(standing, signal)
    if act in FOR_THE_ONE_ABOVE:
        return is_above(standing, signal)
    if act == "report_back":
        taken = signal.state == State.TAKEN
        return is_above(standing, signal) if taken else is_about(standing, signal)
    return False


def may(standing: Standing, signal: Signal, act: str) -> bool:
    return states.may(MOVES, signal.state, act) and is_for(standing, signal, act)


def may_read(standing: Standing, signal: Signal) -> bool:
    if signal.state == State.LOCKED:
        return False
    return is_about(standing, signal) or is_above(standing, signal)


def last_day(signal: Signal) -> date:
    """The day what was agreed stands until, for one that has it. Told of, it stands some days more: the data
    is to show it, or whoever it went up to is to see that it does not.
    """
    days = [signal.agreed_due] if signal.agreed_due else []
    if signal.told_back_on:
        days.append(signal.told_back_on + timedelta(days=terms().decide))
    return max(days)


def stands(signal: Signal) -> bool:
    """Something is agreed, and it goes one level more where the cause is there past `last_day`."""
    agreed = signal.state in {State.FOLLOWED, State.TAKEN} and bool(signal.agreed_due)
    return agreed and terms().undecided == "up" and signal.above_role == LEADER.code


def is_over(signal: Signal) -> bool:
    return signal.state in OVER
