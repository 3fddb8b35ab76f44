"""Codes shared inside the app, and the shapes of what its commands are given."""

from dataclasses import dataclass

# What waits for the leader a samleavvik is raised to.
ANSWER = "incident_group.answer"
# What waits for a unit's leader to say whether it is a samleavvik.
LOOK = "incident_group.look"
DAYS_TO_LOOK = 21
# How long that leader has, where the one who raises it says nothing else.
DAYS_TO_ANSWER = 21


@dataclass(frozen=True)
class WrittenCase:
    """What a samleavvik is raised with, beside the count: what happens, what it costs, what is asked for."""

    happens: str
    costs: str
    asks: str
