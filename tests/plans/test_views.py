"""The pages of plans: who sees, who does, and what they say."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from styrk.actions.commands import carry_out, judge_effect
from styrk.core import clock
from styrk.goals.commands import act_on_goal
from styrk.plans import commands, queries
from styrk.plans.models import Plan, PlanItem
from styrk.plans.subject import Subject
from tests.clients import fetched
from tests.counting import asked, shortened


def at(name, record):
    return reverse(f"plans:{name}", args=[record.uuid])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def test_a_year_without_a_plan_says_so(world, page, nurse, ward_leader):
    answer = page(nurse).get("/plan/?aar=2026")
    assert says(answer, "Enheten har ingen plan for 2026 ennå")
    assert not says(answer, "Begynn på planen")

    page(ward_leader).post("/plan/begynn/?enhet=f.med.1.a&aar=2026")

    plan = Plan.objects.get()
    answer = page(ward_leader).get(at("version", plan))
    assert says(answer, "Virksomhetsplan 2026 for Sengepost 1A", "Utkast", "Ikke noe i planen ennå")
    again = page(ward_leader).post("/plan/begynn/?enhet=f.med.1.a&aar=2026", follow=True)
    assert says(again, "Noen har begynt på planen allerede.")


@pytest.mark.parametrize("query", ["aar=x", "enhet=%00", "enhet=finnes-ikke", "aar=-1"])
def test_odd_questions_are_answered(approved, page, nurse, query):
    assert page(nurse).get(f"/plan/?{query}").status_code in {200, 404}


def test_an_approved_plan_is_read_by_all_in_the_trust(approved, page, nurse, other_leader):
    for person in (nurse, other_leader):
        answer = page(person).get("/plan/?enhet=f.med.1.a&aar=2026")
        assert says(answer, "Trygge bad", "Vedtatt av Lars Lunde", "Personalmøtet", "Vi er for få")
        assert says(answer, "Vi ansetter en", "Ledermøtet", approved.digest)
        assert not says(answer, "Lag en ny versjon")


def test_a_neighbour_sees_nothing(approved, page, outsider_leader, outsider):
    for person in (outsider, outsider_leader):
        for name in ("version", "outcome"):
            assert page(person).get(at(name, approved)).status_code == 404
        assert page(person).get("/plan/?enhet=f.med.1.a").status_code == 404


ACTS = ("add", "hear", "approve")
ITEM_ACTS = ("adapt", "defer", "take_out")


def test_others_do_not_write(item, draft, page, nurse, second_ward_leader, outsider_leader):
    for person in (nurse, second_ward_leader, outsider_leader):
        for name in ACTS:
            assert page(person).get(at(name, draft)).status_code == 404
        for name in ITEM_ACTS:
            assert page(person).post(at(name, item)).status_code == 404
        for name in ("keep", "move"):
            assert page(person).post(at(name, item)).status_code == 404
        assert page(person).post(at("keep_all", draft)).status_code == 404
        sent = page(person).post("/plan/begynn/?enhet=f.med.1.a&aar=2027")
        assert sent.status_code in {403, 404}


def test_an_adviser_writes_and_does_not_approve(item, draft, page, quality_adviser):
    assert says(page(quality_adviser).get(at("version", draft)), "Ta noe inn i planen")
    assert page(quality_adviser).get(at("approve", draft)).status_code == 404


def test_the_leader_writes_the_plan(draft, agreed, accepted, page, ward_leader):
    accepted("3.1")
    client = page(ward_leader)
    assert says(client.get(at("add", draft)), "Færre fall om natten", "3.1 Trygge bad")
    nothing = client.post(at("add", draft), {"note": "Dette er skrevet"})
    assert nothing.status_code == 422
    assert says(nothing, "Velg noe fra listen, eller skriv en prioritering.", "Dette er skrevet")
    client.post(at("add", draft), {"what": str(agreed.uuid), "cost": "120 000"})
    client.post(at("add", draft), {"title": "Ro til rapport"})

    answer = client.get(at("version", draft))
    assert says(answer, "Ikke bevilget", "120\u00a0000\u00a0kr", "Ro til rapport")
    assert says(answer, "Dette kravet er ikke fanget opp hos deg", "3.1 Trygge bad")
    first, second = queries.items_of(draft)
    assert says(client.get(at("adapt", first)), 'value="120000"')
    client.post(at("adapt", first), {"cost": "120000", "funding": "Klinikkdirektøren"})
    client.post(at("move", second), {"vei": "opp"})
    assert [str(one) for one in queries.items_of(draft)] == [
        "Ro til rapport",
        "Færre fall om natten",
    ]
    assert client.post(at("defer", first), {"until": "01.01.2020"}).status_code == 422
    client.post(at("defer", first), {"until": "01.03.2027", "reason": "Ingen rørlegger"})
    assert says(client.get(at("version", draft)), "Utsatt, med grunn", "Ingen rørlegger")
    client.post(at("take_out", second), {"reason": "Det går av seg selv"})
    client.post(at("keep", first))
    assert set(PlanItem.objects.values_list("state", flat=True)) == {"in_plan", "taken_out"}


def test_heard_approved_and_revised(item, draft, page, ward_leader):
    client = page(ward_leader)
    early = client.post(at("approve", draft), fetched(client, at("approve", draft)))
    assert early.status_code == 422
    assert says(early, "Noter hvem som er hørt, før planen vedtas.")
    sent = {"party": "union", "who": "NSF", "held_on": "2026-11-17", "said": "Bra", "outcome": ""}
    assert client.post(at("hear", draft), sent).status_code == 422
    client.post(at("hear", draft), sent | {"held_on": "2026-11-02", "outcome": "Vi fortsetter"})
    assert not says(client.get(at("approve", draft)), "Hvorfor er ingen hørt")
    decided = fetched(client, at("approve", draft), decision="Ledermøtet 16. november")
    client.post(at("approve", draft), decided)

    answer = client.get("/plan/?aar=2026")
    assert says(answer, "Vedtatt av Lars Lunde", "NSF", "Lag en ny versjon")
    assert not says(answer, "Ta noe inn i planen")
    assert says(
        client.get(at("adapt", item), follow=True), "Dette passer ikke slik planen står nå."
    )
    client.post(at("revise", draft), {"reason": "Budsjettet ble mindre"})

    new = Plan.objects.get(version=2)
    assert says(client.get(at("version", new)), "Versjon 2", "Versjon 1", "Trygge bad")
    assert says(client.get("/plan/?aar=2026"), "Vedtatt av Lars Lunde")
    form = fetched(client, at("approve", new))
    assert client.post(at("approve", new), form).status_code == 422
    why = "Personalmøtet var avlyst, og pengene kom i går"
    client.post(at("approve", new), form | {"unheard": why})
    assert says(client.get(at("version", draft)), "Erstattet")
    assert says(client.get("/plan/?aar=2026"), "Versjon 2", "Grunnen er:", why)


def test_what_comes_from_above(world, draft, page, ward_leader, clinic_director, begin, approve):
    approve(clinic_director, begin(clinic_director, unit=world.clinic), "Én stemme")
    above = PlanItem.objects.get(plan__unit=world.clinic)
    client = page(ward_leader)
    assert says(client.get(at("version", draft)), "Nytt i planen over", "Én stemme")

    client.post(reverse("plans:take_from_above", args=[draft.uuid, above.uuid]))

    answer = client.get(at("version", draft))
    assert says(answer, "Ovenfra: Medisinsk klinikk")
    assert not says(answer, "Nytt i planen over")
    gone = client.post(reverse("plans:take_from_above", args=[draft.uuid, draft.uuid]))
    assert gone.status_code == 404


def test_all_proposals_at_once(world, set_goal, begin, page, ward_leader):
    set_goal(ward_leader, agreed=True)
    plan = begin(ward_leader)
    client = page(ward_leader)
    assert says(client.get(at("version", plan)), "Forslag å ta stilling til", "Ta med alle")

    client.post(at("keep_all", plan))
    again = client.post(at("keep_all", plan), follow=True)

    assert PlanItem.objects.get().state == "in_plan"
    assert says(again, "Det er ingen forslag igjen å ta med.")


@pytest.fixture
def lived(world, set_goal, begin, approve, plan_of, ward_leader, nurse, now, as_person):
    """Last year's plan with a goal, whose action was carried out and judged."""
    goal = set_goal(ward_leader, agreed=True, first_year=2025, last_year=2025)
    today, tomorrow = clock.day(now), now + timedelta(days=1)
    with as_person(ward_leader):
        told = plan_of(nurse, due=today, review_on=clock.day(tomorrow))
        action = act_on_goal(goal=goal, plan=told, by=ward_leader, now=now)
        carry_out(action=action, note="", by=ward_leader, now=now)
        judge_effect(
            action=action, effect="worked", reason="Ingen fall", by=ward_leader, now=tomorrow
        )
    return approve(ward_leader, begin(ward_leader, year=2025))


def test_last_years_plan_is_a_click_away(lived, page, ward_leader, other_leader):
    address = at("outcome", lived)
    assert says(page(ward_leader).get("/plan/?aar=2026"), address)
    answer = page(ward_leader).get(address)
    assert says(answer, "Hva det ble av planen for 2025", "Nattlys på badet", "Virket")
    assert says(answer, "1 er iverksatt, og 1 vet vi at hjalp.")
    # An action that one may not see is not told of.
    answer = page(other_leader).get(address)
    assert says(answer, "Færre fall om natten", "Det er bestemt tiltak som du ikke har innsyn i.")
    assert not says(answer, "Nattlys på badet")


def test_how_it_goes_with_a_quiet_action(
    agreed, plan_of, page, ward_leader, nurse, other_nurse, now, as_person
):
    with as_person(ward_leader):
        action = act_on_goal(goal=agreed, plan=plan_of(nurse), by=ward_leader, now=now)
    address = at("quiet", action)
    assert page(other_nurse).get(address).status_code == 404
    assert says(page(nurse).get(address), "Nattlys på badet", "Hvordan går det?")
    assert page(nurse).post(address, {"text": " "}).status_code == 422

    answer = page(nurse).post(address, {"text": "Lampene er bestilt"}, follow=True)

    assert says(answer, "fortalte hvordan det går: Lampene er bestilt")


def more(plan, ward_leader, set_goal, accepted, plan_of, nurse, now, as_person, ref):
    """One more of each kind, with actions."""
    goal = set_goal(ward_leader, agreed=True)
    with as_person(ward_leader):
        alone = act_on_goal(goal=goal, plan=plan_of(nurse), by=ward_leader, now=now)
        subjects = (
            Subject(goal=goal),
            Subject(placement=accepted(ref)),
            Subject(action=alone),
            Subject(title=f"Ord {ref}"),
        )
        for subject in subjects:
            commands.add_item(plan=plan, subject=subject, by=ward_leader, now=now)
        accepted(f"{ref}.x")


@pytest.mark.parametrize(("state", "number"), [("draft", 12), ("approved", 12)])
def test_the_plan_asks_as_much_for_three_as_for_one(
    world,
    begin,
    approve,
    set_goal,
    accepted,
    plan_of,
    page,
    ward_leader,
    nurse,
    now,
    as_person,
    state,
    number,
):
    counted = []
    for year, several in ((2026, 1), (2027, 3)):
        plan = begin(ward_leader, year=year)
        for nth in range(several):
            ref = f"{year}.{nth}"
            more(plan, ward_leader, set_goal, accepted, plan_of, nurse, now, as_person, ref)
        if state == "approved":
            approve(ward_leader, plan)
        counted.append(asked(page(ward_leader), at("version", plan)))

    assert len(counted[0]) == len(counted[1]) == number, shortened(counted[1])
