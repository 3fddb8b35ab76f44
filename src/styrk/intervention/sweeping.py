"""One night in an organisation: what is new is said, what is gone is ended, what is heard goes up.

Switching a rule off ends what only the leader has seen. What has gone up runs to its decision.
"""

from collections import defaultdict
from datetime import date, datetime
from uuid import UUID

from styrk.access.roles import LEADER
from styrk.core import clock
from styrk.intervention import commands, queries
from styrk.intervention import watched as told
from styrk.intervention.models import Signal
from styrk.intervention.rules import last_day, stands
from styrk.intervention.states import OVER, Ending, State
from styrk.intervention.types import Concerning
from styrk.intervention.watching import look
from styrk.organisation.models import Unit

type Key = tuple[str, UUID, int]


def sweep(trust: Unit, now: datetime) -> None:
    """Killed in the middle, it is run again: what is open is not opened twice."""
    on = clock.day(now)
    rules = [one.rule for one in queries.rules_of(trust, on) if one.is_on]
    found = {one.key: one for one in look(trust, rules, on)}
    open_ones = {_key(one): one for one in _open(trust)}
    running = {rule.code for rule in rules}
    gone_on = {key: one for key, one in open_ones.items() if _runs_on(one, running)}
    _end({key: one for key, one in open_ones.items() if key not in gone_on}, found, running, now)
    _lift([one for key, one in open_ones.items() if key in found or key in gone_on], on, now)
    new = [one for key, one in found.items() if key not in open_ones]
    commands.open_signals(concerning=new, by=None, now=now)


def _open(trust: Unit) -> list[Signal]:
    found = Signal.objects.filter(trust=trust).exclude(state__in=OVER)
    return list(found.select_related("unit", "trust", "leader", "above").order_by("pk"))


def _runs_on(signal: Signal, running: set[str]) -> bool:
    """It has gone up, its rule was switched off since, and somebody is to decide or to tell of it."""
    if signal.rule in running:
        return False
    waits = signal.state in {State.FOLLOWED, State.TAKEN} and not signal.told_back
    return signal.state == State.RAISED or waits


def _key(signal: Signal) -> Key:
    return signal.rule, signal.subject, signal.leader_id


def _end(
    open_ones: dict[Key, Signal],
    found: dict[Key, Concerning],
    running: set[str],
    now: datetime,
) -> None:
    others = defaultdict(set)
    for rule, subject, leader in found:
        others[rule, subject].add(leader)
    for key, signal in open_ones.items():
        if key in found:
            continue
        if signal.rule not in running:
            ending = Ending.OFF
        else:
            ending = Ending.OTHER_LEADER if others[key[:2]] else Ending.GONE
        commands.end_signal(signal=signal, ending=ending, by=None, now=now)


def _lift(signals: list[Signal], on: date, now: datetime) -> None:
    """The last day to answer is over, to decide, or the agreed one; with the board's chair it stays."""
    for signal in signals:
        if signal.state == State.HEARING and signal.answer_due < on:
            commands.lift_signal(signal=signal, by=None, now=now)
        elif _is_undecided(signal, on):
            commands.pass_on(signal=signal, by=None, now=now)
        elif _is_missed(signal, on):
            commands.go_on(signal=signal, by=None, now=now)


def _is_undecided(signal: Signal, on: date) -> bool:
    waits = signal.state == State.RAISED and _goes_on(signal)
    return waits and signal.decide_due is not None and signal.decide_due < on


def _is_missed(signal: Signal, on: date) -> bool:
    """The day that was agreed is over, and the cause is there: told of or not, and then looked at."""
    return stands(signal) and last_day(signal) < on


def _goes_on(signal: Signal) -> bool:
    return told.terms().undecided == "up" and signal.above_role == LEADER.code
