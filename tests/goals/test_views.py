"""The pages of goals: who sees, who does, and what they say."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from styrk.access.commands import keep_draft
from styrk.access.models import Account
from styrk.access.queries import draft_for
from styrk.actions.models import Objection
from styrk.goals import commands
from styrk.goals.models import Goal
from styrk.organisation.models import Appointment, Person
from tests.clients import fetched
from tests.counting import asked, shortened


def at(name, record):
    return reverse(f"goals:{name}", args=[record.uuid])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


FILLED = {
    "title": "Ingen får trykksår",
    "direction": "down",
    "target": "0,5",
    "measured_in": "prosent",
    "target_on": "2026-12-31",
    "first_year": "2026",
    "last_year": "2027",
}


def test_a_units_goals(agreed, page, nurse):
    answer = page(nurse).get("/mal/?aar=2026")

    assert says(answer, "Mål for Sengepost 1A", "Færre fall om natten", "Lars Lunde")
    assert says(answer, "Ned til 2 fall i måneden innen 31. des. 2026", "Ingen tiltak")
    assert not says(answer, "Nytt mål")


def test_an_empty_year_says_so(agreed, page, nurse):
    assert says(page(nurse).get("/mal/?aar=2024"), "Ingen mål for 2024 ennå")
    assert says(page(nurse).get("/mal/?vis=dropped"), "Ingen mål her", "Vis alle")


@pytest.mark.parametrize("query", ["aar=x", "aar=9999", "vis=rart", "enhet=%00", "aar=²²²²"])
def test_odd_questions_are_answered(agreed, page, nurse, query):
    assert page(nurse).get(f"/mal/?{query}").status_code in {200, 404}


def test_a_neighbour_sees_nothing(agreed, page, outsider, outsider_leader):
    for person in (outsider, outsider_leader):
        assert page(person).get(at("goal", agreed)).status_code == 404
        assert page(person).get("/mal/?enhet=f.med.1.a").status_code == 404


def test_the_leader_sets_a_goal(page, ward_leader):
    answer = page(ward_leader).get("/mal/nytt/?aar=2026")
    assert says(answer, "Nytt mål", "Hva vil dere oppnå?")

    page(ward_leader).post("/mal/nytt/", FILLED | {"owner": str(ward_leader.uuid)})

    goal = Goal.objects.get()
    assert (goal.title, float(goal.target), goal.last_year) == ("Ingen får trykksår", 0.5, 2027)
    answer = page(ward_leader).get(at("goal", goal))
    assert says(answer, "Foreslått", "Avtal målet", "Ned til 0,5 prosent", "2026–2027")
    page(ward_leader).post(at("agree", goal))
    assert says(page(ward_leader).get(at("goal", goal)), "Avtalt", "Si hvor dere står")


def test_what_is_missing_is_said_and_what_is_typed_is_kept(page, ward_leader):
    typed = FILLED | {"target_on": "", "measured_in": "", "last_year": "2025", "owner": ""}
    answer = page(ward_leader).post("/mal/nytt/", typed)

    assert answer.status_code == 422
    assert says(answer, "Si hva tallet er målt i.", "Si når tallet skal være nådd.")
    assert says(answer, "Det siste året kan ikke være før det første.", "Ingen får trykksår")
    answer = page(ward_leader).post("/mal/nytt/", FILLED | {"target": ""})
    assert says(answer, "Skriv et måltall, eller si målet med ord.")


def test_a_goal_from_a_requirement_and_from_above(
    world, page, ward_leader, accepted, set_goal, clinic_director
):
    placed = accepted("3.1")
    over = set_goal(clinic_director, unit=world.clinic, agreed=True, title="Trygge netter")
    answer = page(ward_leader).get("/mal/?aar=2026")
    assert says(
        answer, "Dette kravet er ikke fanget opp hos deg", "3.1 Trygge bad", "Trygge netter"
    )
    assert says(
        page(ward_leader).get(f"/mal/nytt/?aar=2026&fra={placed.uuid}"), 'value="Trygge bad"'
    )
    assert says(
        page(ward_leader).get(f"/mal/nytt/?aar=2026&fra={over.uuid}"), 'value="Trygge netter"'
    )

    sent = FILLED | {"owner": str(ward_leader.uuid), "origin": str(over.uuid)}
    page(ward_leader).post("/mal/nytt/", sent)

    assert Goal.objects.get(unit=world.ward).above == over
    assert says(page(clinic_director).get(at("goal", over)), "Tatt videre av", "Sengepost 1A")


def test_each_act_by_those_who_may(agreed, page, ward_leader, nurse, plan_of):
    page(ward_leader).post(at("follow", agreed), {"current": "Fire fall i oktober"})
    change = FILLED | {"title": "Ingen fall", "owner": str(nurse.uuid)}
    assert says(page(ward_leader).get(at("change", agreed)), 'value="2"')
    page(ward_leader).post(
        at("change", agreed), fetched(page(ward_leader), at("change", agreed), **change)
    )
    assert says(page(nurse).get(at("goal", agreed)), "Fire fall i oktober", "Ingen fall")

    plan = plan_of(nurse)
    sent = {name: getattr(plan, name) for name in ("title", "change", "sign", "level")}
    sent |= {"owner": str(nurse.uuid), "due": "2026-12-20"}
    page(ward_leader).post(at("add_action", agreed), sent)
    assert says(page(ward_leader).get(at("goal", agreed)), "Nattlys på badet")

    page(nurse).post(at("reach", agreed), {"reason": "Ingen fall siden juni"})
    agreed.refresh_from_db()
    assert agreed.state == "reached"
    answer = page(ward_leader).get(at("drop", agreed), follow=True)
    assert says(answer, "Dette passer ikke slik målet står nå.")


def test_what_came_too_late_is_said_before_the_form_is_judged(agreed, page, ward_leader):
    page(ward_leader).post(at("reach", agreed), {"reason": "Ingen fall siden juni"})

    for typed in ({"reason": "Vi gir opp"}, {"reason": ""}):
        answer = page(ward_leader).post(at("drop", agreed), typed, follow=True)
        assert says(answer, "Noen har gjort dette allerede.")
    agreed.refresh_from_db()
    assert agreed.state == "reached"


@pytest.mark.parametrize("act", ["change", "follow", "reach", "drop", "add_action"])
def test_others_do_not_act(agreed, page, nurse, second_ward_leader, outsider_leader, act):
    for person in (nurse, second_ward_leader, outsider_leader):
        assert page(person).get(at(act, agreed)).status_code == 404
        assert page(person).post(at(act, agreed)).status_code == 404
    assert page(nurse).post(at("agree", agreed)).status_code == 404


def test_anyone_in_the_trust_says_that_it_does_not_work(agreed, page, other_nurse, ward_leader):
    answer = page(other_nurse).post(at("object", agreed), {"text": ""})
    assert answer.status_code == 422
    page(other_nurse).post(at("object", agreed), {"text": "Vi er for få om natten"})

    objection = Objection.objects.get()
    assert page(other_nurse).get(at("answer", objection)).status_code == 404
    assert says(page(ward_leader).get("/min-side/"), "Svar den som sier at noe ikke virker")
    assert says(page(ward_leader).get(at("answer", objection)), "Vi er for få om natten")
    page(ward_leader).post(at("answer", objection), {"answer": "Vi får en til fra mars"})

    assert says(page(other_nurse).get(at("goal", agreed)), "Vi får en til fra mars")
    answer = page(ward_leader).post(at("answer", objection), {"answer": "En gang til"}, follow=True)
    assert says(answer, "Noen har svart allerede.")


def test_an_action_that_one_may_not_see_is_not_denied(
    agreed, plan_of, page, ward_leader, other_leader, now, as_person
):
    assert says(page(other_leader).get(at("goal", agreed)), "Ingen tiltak er bestemt")
    with as_person(ward_leader):
        commands.act_on_goal(goal=agreed, plan=plan_of(ward_leader), by=ward_leader, now=now)

    answer = page(other_leader).get(at("goal", agreed))

    assert says(answer, "Det er bestemt tiltak som du ikke har innsyn i.")
    assert not says(answer, "Nattlys på badet")


def test_the_region_reads_and_is_not_one_of_those_affected(agreed, page, world):
    person = Person.objects.create(name="Ragna Rud", home_unit=world.region)
    Account.objects.create(username="rhf", person=person, password="!")
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from=date(2020, 1, 1)
    )

    assert says(page(person).get(at("goal", agreed)), "Færre fall om natten")
    assert page(person).get(at("object", agreed)).status_code == 404


def test_a_draft_is_kept_until_it_is_sent(agreed, page, ward_leader, now, as_person):
    path = at("follow", agreed)
    with as_person(ward_leader):
        keep_draft(person=ward_leader, path=path, fields={"current": "Tre fall"}, now=now)
    assert says(page(ward_leader).get(path), "Tre fall")

    page(ward_leader).post(path, {"current": "Tre fall"})

    with as_person(ward_leader):
        assert draft_for(ward_leader, path) == {}


def test_the_list_asks_as_much_for_three_as_for_one(
    world, agreed, set_goal, accepted, page, ward_leader, clinic_director
):
    accepted("3.1")
    set_goal(clinic_director, unit=world.clinic, agreed=True)
    one = asked(page(ward_leader), "/mal/?aar=2026")
    for number in ("3.2", "3.3"):
        set_goal(ward_leader, agreed=True)
        set_goal(clinic_director, unit=world.clinic, agreed=True)
        accepted(number)
    three = asked(page(ward_leader), "/mal/?aar=2026")

    assert len(one) == len(three) == 11, shortened(three)


def test_a_goal_asks_as_much_for_three_as_for_one(
    agreed, plan_of, page, ward_leader, nurse, now, as_person, set_goal
):
    def more():
        with as_person(ward_leader):
            commands.act_on_goal(goal=agreed, plan=plan_of(nurse), by=ward_leader, now=now)
            commands.object_to(goal=agreed, text="Nei", by=nurse, now=now)

    more()
    one = asked(page(ward_leader), at("goal", agreed))
    more()
    more()
    three = asked(page(ward_leader), at("goal", agreed))

    assert len(one) == len(three) == 12, shortened(three)
