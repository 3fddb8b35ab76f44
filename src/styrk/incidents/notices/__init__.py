"""Statutory notices: which duties an event gives, to whom, by when, why, and why not. Pure."""

from styrk.incidents.notices.asking import facts_that_matter, may_apply
from styrk.incidents.notices.assessing import Assessment, Notice, assess, is_between_regimes
from styrk.incidents.notices.clocks import Clock, Start, due
from styrk.incidents.notices.duty import Duty, duties
from styrk.incidents.notices.events import Event
from styrk.incidents.notices.facts import Fact, facts

__all__ = [
    "Assessment",
    "Clock",
    "Duty",
    "Event",
    "Fact",
    "Notice",
    "Start",
    "assess",
    "due",
    "duties",
    "facts",
    "facts_that_matter",
    "is_between_regimes",
    "may_apply",
]
