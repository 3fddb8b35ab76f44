"""The sweeps of indicators: what series tell, the tree as it is known now, and what Styrk itself counts."""

from datetime import datetime

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_MINUTE, EVERY_NIGHT, periodic
from styrk.indicators import asking
from styrk.indicators.commands.effects import ask_effect
from styrk.indicators.computed import OWN, record_counted
from styrk.indicators.queries.effects import held_unanswered, unanswered
from styrk.indicators.reshaped import follow_the_organisation
from styrk.indicators.signals import read_stale


@periodic(EVERY_MINUTE)
def read_what_changed(now: datetime) -> None:
    """Read every series that has a new value, target, mark or definition."""
    while read_stale(clock.day(now)):
        pass


@periodic(EVERY_NIGHT)
def sum_the_new_tree(now: datetime) -> None:  # noqa: ARG001 - what is new is found in the data
    """Sum anew the periods in which units have got another place since last night."""
    follow_the_organisation()


@periodic(EVERY_NIGHT)
def answer_whether_it_helped(now: datetime) -> None:
    """Ask of every action on the day agreed, and again when there should be enough points.

    One action in each transaction: a run that is killed goes on with those that have no answer.
    """
    today = clock.day(now)
    with scope.acting(scope.SYSTEM):
        waiting = unanswered(today)
    for pk in waiting:
        with scope.acting(scope.SYSTEM):
            link = held_unanswered(pk, today)
            if link is not None:
                ask_effect(link=link, by=None, now=now)


@periodic(EVERY_NIGHT)
def count_actions(now: datetime) -> None:
    """Count what the register of actions tells, where an indicator asks for it."""
    for name, count in OWN.items():
        with scope.acting(scope.SYSTEM):
            record_counted(name, count, now)


@periodic(EVERY_NIGHT)
def ask_of_people(now: datetime) -> None:
    """Ask for values that are lacking, for a word on how good the new ones are, and for answers to proposals."""
    with scope.acting(scope.SYSTEM):
        asking.sweep(now)
