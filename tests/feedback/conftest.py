from datetime import date

import pytest

from styrk.actions.types import Plan
from styrk.core import clock
from styrk.feedback import commands
from styrk.feedback.models import Voice
from styrk.feedback.types import Told

WORDS = "Jeg måtte vente i fire timer uten at noen sa hvorfor."


@pytest.fixture
def told(world):
    """`told()`: a complaint to the ward, by the open page."""

    def told(**facts):
        said = {
            "unit": world.ward,
            "kind": "complaint",
            "channel": "page",
            "text": WORDS,
            "received_on": date(2026, 11, 16),
            "answer_owed": True,
        }
        return Told(**said | facts)

    return told


@pytest.fixture
def tell(told, now, as_person, quality_adviser):
    """`tell()`: somebody told us, and gives the voice as it lies with the leader."""

    def tell(*, key="1", by=None, email="", at=None, **facts):
        commands.tell_us(told=told(**facts), key=key, by=by, now=at or now, email=email)
        with as_person(quality_adviser):
            return Voice.objects.select_related("held_by", "unit").order_by("-pk").first()

    return tell


@pytest.fixture
def voice(tell):
    return tell()


@pytest.fixture
def taken(voice, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.take_voice(voice=voice, by=ward_leader, now=now)
    return voice


@pytest.fixture
def plan_of(world, now):
    def plan_of(owner):
        return Plan(
            unit=world.ward,
            title="Si fra om ventetid",
            change="De som venter, vet hvorfor",
            sign="Færre klager på venting",
            level="routine",
            owner=owner,
            due=clock.after(now, days=30),
            review_on=clock.after(now, days=120),
        )

    return plan_of


@pytest.fixture
def entrance(world, ward_leader, now):
    return commands.set_entrance(
        unit=world.ward, greeting="Lars leser alt.", is_open=True, by=ward_leader, now=now
    )
