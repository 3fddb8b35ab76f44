"""From a report to what came of it: counted from what is done, followed by one press, shown to leader and board."""

from datetime import date, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from styrk.actions.commands import carry_out
from styrk.actions.types import Plan
from styrk.core import clock
from styrk.incidents import commands as incidents
from styrk.incidents import jobs as incident_jobs
from styrk.incidents.models import Incident
from styrk.incidents.types import Report
from styrk.indicators import commands, jobs
from styrk.indicators.models import Indicator
from styrk.indicators.types import CHANGE_DAYS, DECISION_DAYS, LOOP, REPORTERS_ANSWERED
from tests.counting import asked

OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)


def at(day, month=10):
    return clock.start_of(date(2026, month, day)) + timedelta(hours=9)


def text(answer):
    return " ".join(unescape(strip_tags(answer.content.decode())).split())


@pytest.fixture
def tell(world, as_person, nurse):
    def tell(when, **facts):
        told = {"unit": world.ward, "kind": "patient", "description": "Fall ved seng, ingen skade"}
        told |= {"happened_at": when - timedelta(hours=1), "harm_actual": "none"}
        report = Report(**told | {"harm_possible": "mild"} | facts)
        with as_person(nurse):
            return incidents.report_incident(report=report, key=uuid4(), by=nurse, now=when)

    return tell


@pytest.fixture
def settled(tell, as_person, ward_leader):
    """`settled(told, taken, ended)`: reported, taken in hand, and ended without an action."""

    def settled(when, taken, ended):
        reported = tell(when)
        with as_person(ward_leader):
            found = Incident.objects.get(pk=reported.pk)
            incidents.take_incident(incident=found, by=ward_leader, now=taken)
            incidents.conclude_incident(
                incident=found, learned="Dørstokken er flyttet", by=ward_leader, now=ended
            )

    return settled


def counted(stands, indicator, period):
    incident_jobs.count_for_indicators(clock.start_of(date(2026, 11, 16)))
    return {code: found[:2] for code, found in stands(indicator, period).items()}


def test_days_to_the_decision(define, settled, tell, stands):
    days = define("bestemt", kind="mean", computed=DECISION_DAYS, valid_from=SEPTEMBER)
    settled(at(20, 9), at(22, 9), at(4))
    settled(at(1), at(2), at(3))
    tell(at(5))

    assert counted(stands, days, OCTOBER)["f"] == (pytest.approx(16), 2)


def test_share_of_reporters_who_got_an_answer(define, settled, tell, stands, as_person, nurse):
    """Whoever adds to an own report has heard nothing by that, and the newest days are not counted."""
    share = define("svar", computed=REPORTERS_ANSWERED, valid_from=SEPTEMBER)
    settled(at(1), at(2), at(3))
    mine = tell(at(4))
    with as_person(nurse):
        found = Incident.objects.get(pk=mine.pk)
        incidents.add_to_report(incident=found, text="Det var lyst", by=nurse, now=at(5))
    tell(at(28))
    tell(at(6), about_leader=True)

    assert counted(stands, share, OCTOBER)["f"] == (1, 2)


def test_days_to_what_was_changed(define, stands, tell, as_person, ward_leader, decided_and_done):
    days = define("endret", kind="mean", computed=CHANGE_DAYS, valid_from=SEPTEMBER)
    decided_and_done(tell(at(1)), at(2), at(11))

    assert counted(stands, days, OCTOBER)["f"] == (pytest.approx(10, abs=0.1), 1)


@pytest.fixture
def decided_and_done(as_person, ward_leader, world):
    """`decided_and_done(incident, decided, done)`: an action was decided and carried out, and that was told."""

    def decided_and_done(reported, decided, done):
        due = clock.day(done)
        plan = Plan(
            unit=world.ward,
            title="Nattlys på badet",
            change="Pasientene ser hvor de går",
            sign="Ingen fall",
            level="system",
            owner=ward_leader,
            due=due,
            review_on=due + timedelta(days=30),
        )
        with as_person(ward_leader):
            found = Incident.objects.get(pk=reported.pk)
            incidents.take_incident(incident=found, by=ward_leader, now=decided)
            action = incidents.add_action(incident=found, plan=plan, by=ward_leader, now=decided)
            incidents.decide_improvement(
                incident=found, decision="Lys", by=ward_leader, now=decided
            )
            carry_out(action=action, note="Montert", by=ward_leader, now=done)
        while incidents.tell_next_change(now=done):
            pass

    return decided_and_done


def test_one_press_follows_all_five_and_no_more(page, world, now, ceo, ward_leader, define):
    define("effekt", computed="actions_effect_known", valid_from=SEPTEMBER)
    client, press = page(ceo), reverse("indicators:follow_loop", args=[world.trust.uuid])
    at_trust = reverse("overview:unit_page", args=[world.trust.uuid])
    assert "Mål dette" in text(client.get(at_trust))

    assert "Styrk måler det fra nå" in text(client.post(press, follow=True))
    made = Indicator.objects.filter(unit=world.trust).exclude(code="effekt")
    assert sorted(one.definitions.get().computed for one in made) == sorted(LOOP[:4])

    assert "Mål dette" not in text(client.get(at_trust))
    assert "Alt dette måles allerede" in text(client.post(press, follow=True))
    assert page(ward_leader).post(press).status_code == 404


def test_a_name_that_is_taken_makes_nothing(world, now, ceo, define):
    define(f"{world.trust.code}-endret")

    with pytest.raises(commands.CodeTaken):
        commands.follow_loop(unit=world.trust, by=ceo, now=now)
    assert Indicator.objects.count() == 1


def test_leader_and_board_see_how_soon_one_hears(
    page, client_of, world, now, ceo, ward_leader, settled
):
    own = reverse("overview:own_unit")
    assert "Slik går det i enheten din" in text(page(ward_leader).get("/min-side/"))
    assert "Fra melding til endring" not in text(page(ward_leader).get(own, follow=True))
    commands.follow_loop(unit=world.trust, by=ceo, now=now)
    settled(at(1), at(3), at(5))
    incident_jobs.count_for_indicators(now)
    jobs.read_what_changed(now)

    shown = text(page(ward_leader).get(own, follow=True))
    assert "Fra melding til endring" in shown
    assert "2,0 dager okt. 26" in shown
    assert "4,0 dager okt. 26" in shown
    board = text(page(ceo).get(f"/styre/?enhet={world.trust.code}"))
    assert "Dager til melderen hører noe" in board
    assert "2,0 dager okt. 26" in board
    at_ward = reverse("overview:unit_page", args=[world.ward.uuid])
    assert len(asked(client_of(ward_leader), at_ward)) <= 12
