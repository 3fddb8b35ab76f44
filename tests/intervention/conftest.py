from datetime import timedelta

import pytest

from styrk.core import clock, ids, scope
from styrk.feedback.models import Voice
from styrk.intervention import commands, queries, sweeping
from styrk.intervention import watched as told
from styrk.intervention.models import Signal
from styrk.intervention.types import Discussion
from tests.world import standing

TERMS = told.terms()


@pytest.fixture
def discussion(now):
    return Discussion(
        clock.after(now, days=-3), "Foretakstillitsvalgte og hovedverneombudet", "Vi er enige."
    )


@pytest.fixture
def switch_on(world, ceo, discussion, now, as_person):
    """`switch_on("late_answer")`: in the trust, as discussed."""

    def switch_on(*codes, by=ceo, unit=None, at=None):
        with as_person(by):
            commands.switch_on(
                unit=unit or world.trust, codes=codes, discussion=discussion, by=by, now=at or now
            )

    return switch_on


@pytest.fixture
def night(world):
    """`night(at)`: the sweep of the trust."""

    def night(at):
        with scope.acting(scope.SYSTEM):
            sweeping.sweep(world.trust, at)

    return night


@pytest.fixture
def unanswered(world, now):
    """`unanswered(unit)`: somebody waits for an answer that was due ten days ago."""

    def unanswered(unit, **facts):
        with scope.acting(scope.SYSTEM):
            return Voice.objects.create(
                trust=world.trust,
                unit=unit,
                held_by=unit,
                mark=str(ids.new_uuid()),
                kind="complaint",
                channel="letter",
                text="Jeg har ventet lenge.",
                received_on=clock.after(now, days=-40),
                told_at=now - timedelta(days=40),
                answer_owed=True,
                answer_due=clock.after(now, days=-10),
                **facts,
            )

    return unanswered


@pytest.fixture
def answered(ceo, now):
    """`answered(voice)`: nobody waits any more."""

    def answered(voice):
        with scope.acting(scope.SYSTEM):
            Voice.objects.filter(pk=voice.pk).update(
                state="answered", answer="Takk.", answered_at=now, answered_by=ceo
            )

    return answered


@pytest.fixture
def voice(world, unanswered):
    return unanswered(world.ward)


@pytest.fixture
def only():
    """`only()`: the one signal there is, as the system sees it."""

    def only():
        with scope.acting(scope.SYSTEM):
            return Signal.objects.select_related("unit", "trust", "leader", "above").get()

    return only


@pytest.fixture
def hearing(switch_on, voice, night, only, now):
    """A signal that the ward's leader has got tonight."""
    switch_on("late_answer")
    night(now)
    return only()


@pytest.fixture
def later(now):
    """The night after the last day to answer."""
    return now + timedelta(days=TERMS.answer + 1)


@pytest.fixture
def lifted(hearing, night, only, later):
    """It went up to the department's leader, without an answer."""
    night(later)
    return only()


@pytest.fixture
def seen_by(now, as_person):
    """`seen_by(person, signal)`: the signal as that person sees it, or None."""

    def seen_by(person, signal):
        with as_person(person):
            return queries.signal(signal.uuid, standing(person, now))

    return seen_by
