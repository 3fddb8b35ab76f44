from datetime import date, datetime, timedelta

import pytest

from styrk.actions.types import Plan
from styrk.appraisal import commands, queries
from styrk.appraisal.states import HEARD, Part
from styrk.appraisal.types import Taking
from styrk.core import clock
from tests.world import standing


@pytest.fixture
def begin(world, ceo, now, as_person):
    """`begin()`: the trust's review, from today's data."""

    def begin(by=ceo, *, unit=None, at=None):
        with as_person(by):
            return commands.begin_appraisal(unit=unit or world.trust, by=by, now=at or now)

    return begin


@pytest.fixture
def draft(begin):
    return begin()


@pytest.fixture
def again(now, as_person):
    """`again(review, reader)`: the review as it stands, as somebody reads it; None where they may not."""

    def again(review, reader):
        with as_person(reader):
            return queries.appraisal(review.uuid, standing(reader, now))

    return again


@pytest.fixture
def taking():
    def taking(party="leaders", **facts):
        told = {"who": "Ledermøtet", "held_on": date(2026, 11, 2), "said": "Vi ser det samme"}
        return Taking(party=party, **told | facts)

    return taking


@pytest.fixture
def plan(world, ceo, now):
    return Plan(
        unit=world.trust,
        title="Én inngang til alle rutiner",
        change="Alle finner rutinen på ett sted",
        sign="Ni av ti finner den på et minutt",
        level="system",
        owner=ceo,
        due=clock.after(now, days=60),
        review_on=clock.after(now, days=150),
    )


@pytest.fixture
def judged(ceo, now, taking, as_person):
    """`judged(review)`: everything that is asked for before it is signed."""

    def judged(review, *parties, at: datetime | None = None, by=ceo):
        at = at or now
        with as_person(by):
            for part in Part.values:
                commands.judge_item(
                    appraisal=review,
                    item=part,
                    works="partly",
                    comment=f"Slik ser vi det: {part}",
                    by=by,
                    now=at,
                )
            for party in parties or ("leaders", *HEARD):
                commands.note_participant(appraisal=review, taking=taking(party), by=by, now=at)
        return review

    return judged


@pytest.fixture
def signed(begin, judged, again, plan, ceo, now, as_person):
    """The trust's review of this year, signed, with one decision."""
    review = judged(begin())
    with as_person(ceo):
        commands.decide_action(appraisal=review, plan=plan, by=ceo, now=now)
        commands.sign_appraisal(appraisal=again(review, ceo), by=ceo, now=now)
    return again(review, ceo)


@pytest.fixture
def next_year(now):
    return now + timedelta(days=360)
