"""What waits for leaders and owners, what goals and the thread show, and what is evidenced."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse

from styrk.duties.models import Duty
from styrk.goals import commands as goals
from styrk.goals.aim import Aim
from styrk.indicators import jobs
from styrk.indicators.models import GoalMeasure
from styrk.indicators.types import DECIDE, REPORT, VOUCH

OCTOBER = date(2026, 10, 1)


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


@pytest.fixture
def night(now):
    """`night()`: the sweeps of a night, and what the charts tell read before."""

    def night(at=now):
        jobs.read_what_changed(at)
        jobs.ask_of_people(at)

    return night


def waiting(kind):
    return Duty.objects.filter(kind=kind, settled_at__isnull=True)


def test_a_leader_is_asked_for_what_the_unit_uses_to_report(
    world, define, filled, night, page, ward_leader, nurse, months
):
    late = define("late", name="Epikrisetid", lag_days=5)
    filled(late, (80, 82, 81), last=months(2)[0])
    filled(define("here", name="Fall"), (80, 82, 81))
    filled(define("sick", name="Sykefravær", lag_days=60), (5, 6), last=months(2)[0])
    night()

    assert waiting(REPORT).get().unit == world.ward
    mine = page(ward_leader).get("/min-side/")
    assert says(mine, "Registrer tall som mangler", "Sengepost 1A")
    see = reverse("indicators:missing", args=[world.ward.uuid])
    answer = page(ward_leader).get(see)
    assert says(answer, "Epikrisetid", "okt. 26", "Eies av Kine Kleppe")
    assert not says(answer, "Sykefravær")
    assert not says(answer, "Fall")

    path = reverse("indicators:register_period", args=[world.ward.uuid, "month", "2026-10-01"])
    typed = {f"i{late.pk}_t": "79", f"i{late.pk}_n": "100"}
    page(ward_leader).post(path, typed)

    assert not waiting(REPORT).exists()
    assert says(page(ward_leader).get(see), "Ingen tall mangler")


def test_what_was_reported_otherwise_is_settled_by_night(
    world, define, filled, record, night, now, months
):
    late = define("late", lag_days=5)
    filled(late, (80, 82, 81), last=months(2)[0])
    night()
    night()
    assert waiting(REPORT).count() == 1
    record(late, world.ward, OCTOBER, 80, 100)

    night()

    assert not waiting(REPORT).exists()
    night(now + timedelta(days=30))
    assert waiting(REPORT).get().unit == world.ward


def test_an_owner_is_asked_how_good_the_figures_are(
    world, calm, night, page, quality_adviser, record
):
    night()
    assert waiting(VOUCH).get().person == quality_adviser
    assert says(page(quality_adviser).get("/min-side/"), "Si hvor gode tallene er", "1 indikator")

    page(quality_adviser).post("/indikatorer/kvalitet/", {"good": [str(calm.uuid)]})
    assert not says(page(quality_adviser).get("/min-side/"), "Si hvor gode tallene er")
    night()
    assert not waiting(VOUCH).exists()


def test_an_owner_is_asked_about_a_proposal_until_it_is_answered(
    world, moved, night, page, quality_adviser
):
    night()
    assert waiting(DECIDE).get().person == quality_adviser
    assert says(page(quality_adviser).get("/min-side/"), "Ta stilling til det Styrk foreslår")

    path = reverse("indicators:decline", args=[moved.uuid, world.trust.uuid, "split", "2026-01-01"])
    page(quality_adviser).post(path, {"reason": "Vi vet ikke hvorfor"})
    assert not waiting(DECIDE).exists()


@pytest.fixture
def goal(world, ward_leader, now, as_person):
    aim = Aim(
        title="Færre fall",
        why="",
        owner=ward_leader,
        direction="down",
        first_year=2026,
        last_year=2026,
        target_words="Halvparten så mange",
    )
    with as_person(ward_leader):
        return goals.set_goal(unit=world.ward, aim=aim, by=ward_leader, now=now)


def test_a_goal_shows_its_indicator(world, moved, goal, night, page, ward_leader, nurse):
    see = reverse("goals:goal", args=[goal.uuid])
    assert says(page(ward_leader).get(see), "Ingen indikator viser hvordan det går.")
    assert not says(page(nurse).get(see), "Slik går det i tall")
    choose = reverse("indicators:measure_goal", args=[goal.uuid])
    assert page(nurse).get(choose).status_code == 404
    assert says(page(ward_leader).get(choose), "Opphold med fall")
    page(ward_leader).post(choose, {"indicator": str(moved.uuid)})
    night()

    assert says(page(nurse).get(see), "Slik går det i tall", "2,0\u00a0% okt. 26", "Bedring")
    again = page(ward_leader).post(choose, {"indicator": str(moved.uuid)})
    assert says(again, "Målet har indikatoren fra før.")
    chart = page(nurse).get(f"/indikatorer/{moved.uuid}/?enhet=f.med.1.a")
    assert says(chart, "Henger sammen med", "Målet «Færre fall»")
    thread = page(nurse).get(reverse("thread:thread", args=["goal", goal.uuid]))
    assert says(thread, "Indikator", "Opphold med fall", "Bedring")

    stop = reverse("indicators:stop_measuring", args=[goal.uuid, moved.uuid])
    assert page(nurse).post(stop).status_code == 404
    page(ward_leader).post(stop)
    assert GoalMeasure.objects.get().ended_by == ward_leader
    assert page(ward_leader).post(stop).status_code == 404


def test_what_figures_show_of_the_forskrift(world, calm, night, page, ceo, quality_adviser, now):
    def said():
        answer = page(ceo).get("/forskriftskart/")
        return unescape(answer.content.decode())

    assert "1 av 1 indikator har ferske tall (100\u00a0%)." not in said()
    night()
    assert "1 av 1 indikator har ferske tall (100\u00a0%)." in said()
