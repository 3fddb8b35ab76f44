"""From what a series tells to an action, which the same series then says whether it helped."""

from datetime import date, datetime
from html import unescape

import pytest
from django.urls import reverse

from styrk.actions import commands as actions
from styrk.actions.models import Action
from styrk.core import clock
from styrk.core.clock import OSLO
from styrk.core.scope import SYSTEM, acting
from styrk.indicators import commands, jobs
from styrk.indicators.models import EffectAnswer
from styrk.indicators.signals import read_stale
from styrk.trail.models import Entry
from tests.clients import sent_twice
from tests.indicators.pages.conftest import CALM

OFFER = "Bestem et tiltak"
# The other way round than `MOVED`: what should go down has gone up.
WORSE = (*CALM[:14], 24, 23, 25, 22, 24, 23, 22, 24, 23, 22)


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def chart(indicator, unit="f.med.1.a"):
    return f"/indikatorer/{indicator.uuid}/?enhet={unit}"


def deciding(indicator, unit):
    return reverse("indicators:act", args=[indicator.uuid, unit.uuid])


@pytest.fixture
def worse(falls, filled, now):
    filled(falls, WORSE)
    read_stale(clock.day(now))
    return falls


@pytest.fixture
def planned(ward_leader):
    return {
        "title": "Nattlys på alle bad",
        "change": "Ingen faller i mørket",
        "sign": "Tallene for «Opphold med fall» går ned.",
        "level": "system",
        "owner": str(ward_leader.uuid),
        "due": "2026-12-01",
        "review_on": "",
    }


@pytest.mark.parametrize("where", ["the chart", "the table", "what has changed"])
def test_a_signal_leads_to_an_action_for_who_may_decide_one(
    worse, world, page, ward_leader, nurse, where
):
    address = {
        "the chart": chart(worse),
        "the table": "/indikatorer/?enhet=f.med.1.a",
        "what has changed": "/indikatorer/endringer/?enhet=f.med.1.a",
    }[where]
    way = f'href="{deciding(worse, world.ward)}"'

    assert says(page(ward_leader).get(address), OFFER, way)
    answer = page(nurse).get(address)
    assert answer.status_code == 404 or not says(answer, way)


def test_what_is_calm_or_better_asks_for_none(world, define, filled, page, ward_leader, now):
    filled(define("calm"), CALM)
    filled(define("better", direction="up"), WORSE)
    read_stale(clock.day(now))

    for address in ("/indikatorer/?enhet=f.med.1.a", "/indikatorer/endringer/?enhet=f.med.1.a"):
        assert not says(page(ward_leader).get(address), OFFER)


def test_the_action_has_its_series_from_birth(worse, world, page, ward_leader, planned, as_person):
    form = page(ward_leader).get(deciding(worse, world.ward))
    assert says(form, "Nytt tiltak", "Opphold med fall – Sengepost 1A", planned["sign"])

    answer = page(ward_leader).post(deciding(worse, world.ward), planned, follow=True)

    assert answer.redirect_chain[-1][0] == chart(worse)
    assert says(answer, "Tiltaket «Nattlys på alle bad»", "Frist 1. des. 2026")
    with as_person(ward_leader):
        action = Action.objects.get()
        link = action.measures.get()
        assert (action.unit, action.origin) == (world.ward, "indicator")
    assert (link.indicator, link.unit, link.ended_at) == (worse, world.ward, None)
    with acting(SYSTEM):
        told = Entry.objects.get(act="indicator.add_action")
    assert "Opphold med fall" in told.text
    assert "Nattlys" not in told.text


def test_an_action_is_decided_once(worse, world, page, ward_leader, planned, as_person):
    sent_twice(page(ward_leader), deciding(worse, world.ward), **planned)

    with as_person(ward_leader):
        assert Action.objects.count() == 1


def test_the_answer_comes_by_itself(
    worse, world, page, ward_leader, planned, as_person, months, value, record, stopped_clock
):
    page(ward_leader).post(deciding(worse, world.ward), planned)
    stopped_clock.at = datetime(2026, 12, 1, 9, 0, tzinfo=OSLO)
    with as_person(ward_leader):
        actions.carry_out(action=Action.objects.get(), note="", by=ward_leader, now=clock.now())
    stopped_clock.at = datetime(2027, 9, 2, 9, 0, tzinfo=OSLO)
    numbers = zip(months(8, date(2027, 8, 1)), (9, 10, 8, 9, 11, 8, 9, 10), strict=True)
    values = [value(worse, world.ward, month, number, 100) for month, number in numbers]
    record(values=values, at=clock.now())

    jobs.answer_whether_it_helped(clock.now())

    assert EffectAnswer.objects.get().verdict == "improved"
    assert says(page(ward_leader).get(chart(worse)), "Iverksatt 1. des. 2026")


def test_not_for_others_and_not_from_what_is_retired(
    worse, world, page, nurse, other_leader, ward_leader, quality_adviser, planned, as_person, now
):
    for person in (nurse, other_leader):
        assert page(person).get(deciding(worse, world.ward)).status_code == 404
        assert page(person).post(deciding(worse, world.ward), planned).status_code == 404
    commands.retire_indicator(
        indicator=worse,
        last_day=date(2026, 10, 31),
        reason="Byttet ut",
        by=quality_adviser,
        now=now,
    )

    assert not says(page(ward_leader).get(chart(worse)), OFFER)
    answer = page(ward_leader).post(deciding(worse, world.ward), planned, follow=True)
    assert says(answer, "Noen har gjort dette allerede")
    with as_person(ward_leader):
        assert not Action.objects.filter(origin="indicator").exists()
