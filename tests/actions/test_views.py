"""The register and an action's page: for every role, in every state, whatever is typed."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from styrk.actions import commands, evidence, queries
from styrk.actions.models import ActionStep
from styrk.core import clock, scope
from styrk.core.asking import ask
from styrk.regulation.types import Question
from tests.clients import signed_in
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db

NOBODY_HAS_IT = "01999999-0000-7000-8000-000000000000"
FNR = "13116900216"
LONG = "Vi har målt hver uke og ser at gulvet tørker."
HTMX = {"HTTP_HX_REQUEST": "true"}
ROLES = (
    *("nurse", "ward_leader", "deputy", "other_leader", "clinic_director", "quality_adviser"),
    *("ceo", "board_chair", "administrator", "outsider", "outsider_leader"),
)
READERS = {"nurse", "ward_leader", "deputy", "clinic_director", "quality_adviser", "ceo"}
READERS |= {"board_chair"}
WORKERS = READERS - {"nurse", "board_chair"}
POSTS = ("iverksatt", "effekt", "frist", "ny-eier", "ikke-videre")


def shown(client, address, **headers):
    answer = client.get(address, **headers)
    assert answer.status_code == 200
    return answer.content.decode()


def after(client, answer):
    """The page one comes to."""
    assert answer.status_code == 302, answer.content.decode()
    return client.get(answer.url).content.decode()


def acts(action):
    with scope.acting(scope.SYSTEM):
        found = ActionStep.objects.filter(action_id=action.pk).order_by("pk")
        return list(found.values_list("act", flat=True))


def told(answer):
    """All that a page says, but for its address and the token of its forms."""
    text = answer.content.decode()
    text = re.sub(r'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[^"]*"', r"\1", text)
    return answer.status_code, re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", NOBODY_HAS_IT, text)


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


@pytest.fixture
def decide(world, plan, now, as_person):
    """`decide(leader, owner=…)`: one more action at the ward."""

    def decide(person, owner=None, *, at=None, **facts):
        with as_person(person):
            return commands.raise_action(
                plan=plan(world.ward, owner or person, **facts),
                origin="unit",
                by=person,
                now=at or now,
            )

    return decide


# Who


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_the_register_and_its_own_actions(role, page, world, planned):
    client = page(world.people[role])

    assert client.get("/tiltak/").status_code == (404 if role == "administrator" else 200)
    expected = 200 if role in READERS else 404
    assert client.get(f"/tiltak/{planned.uuid}/").status_code == expected


@pytest.mark.parametrize("role", sorted(set(ROLES) - READERS))
def test_denied_looks_like_missing(role, page, world, planned):
    client = page(world.people[role])
    for act in ("", *(f"{name}/" for name in POSTS)):
        for method in (client.get, client.post):
            there = told(method(f"/tiltak/{planned.uuid}/{act}"))
            assert there == told(method(f"/tiltak/{NOBODY_HAS_IT}/{act}")), act


@pytest.mark.parametrize("role", sorted(set(ROLES) - WORKERS))
def test_who_may_not_work_on_it_changes_nothing(role, page, world, planned):
    client = page(world.people[role])
    colleague = world.people["colleague"]
    fields = {"note": "Gjort", "reason": "Fordi", "due": "2026-12-24", "owner": colleague.uuid}

    for act in ("iverksatt", "frist", "ny-eier", "ikke-videre"):
        assert client.post(f"/tiltak/{planned.uuid}/{act}/", fields).status_code == 404
    assert acts(planned) == ["raise"]


def test_reader_is_shown_no_forms(page, nurse, planned):
    text = shown(page(nurse), f"/tiltak/{planned.uuid}/")

    assert "Sklisikkert belegg på badet" in text
    assert f"/tiltak/{planned.uuid}/" not in re.findall(r'action="([^"]*)"', text)
    assert not any(f"/{act}/" in text for act in POSTS)


def test_owner_from_elsewhere_works_on_it(page, decide, ward_leader, other_leader):
    action = decide(ward_leader, other_leader)
    client = page(other_leader)

    after(client, client.post(f"/tiltak/{action.uuid}/iverksatt/", {"note": "Gjort"}))
    assert acts(action) == ["raise", "carry_out"]


def test_without_session_one_is_asked_to_sign_in(page, planned):
    assert page().get(f"/tiltak/{planned.uuid}/").url.startswith("/logg-inn/")
    assert page().get("/tiltak/").url.startswith("/logg-inn/")


def test_neighbours_action_is_not_there(leader, world):
    assert leader.get(f"/tiltak/{world.their_action.uuid}/").status_code == 404
    assert "Ingen tiltak ennå" in shown(leader, "/tiltak/")


# The register


def titles(client, address):
    return re.findall(r'href="/tiltak/[0-9a-f-]{36}/">([^<]+)</a>', shown(client, address, **HTMX))


@pytest.fixture
def several(decide, ward_leader, other_leader, now, as_person):
    """Four actions, one in each state that the register can be limited to."""
    at = now - timedelta(days=200)
    old = {"due": date(2026, 6, 1), "review_on": date(2026, 9, 1)}
    found = {
        "late": decide(ward_leader, at=at, title="Over fristen", **old),
        "unknown": decide(ward_leader, at=at, title="Uten kjent effekt", **old),
        "judged": decide(ward_leader, at=at, title="Vurdert", **old),
        "other": decide(ward_leader, other_leader, title="En annens"),
    }
    with as_person(ward_leader):
        for key in ("unknown", "judged"):
            commands.carry_out(action=found[key], note="", by=ward_leader, now=at)
        commands.judge_effect(
            action=found["judged"], effect="worked", reason="Sett", by=ward_leader, now=now
        )
    return found


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("", ["En annens", "Vurdert", "Uten kjent effekt", "Over fristen"]),
        ("?vis=tull", ["En annens", "Vurdert", "Uten kjent effekt", "Over fristen"]),
        ("?vis=mine", ["Vurdert", "Uten kjent effekt", "Over fristen"]),
        ("?vis=planned", ["En annens", "Over fristen"]),
        ("?vis=late", ["Over fristen"]),
        ("?vis=unknown", ["Uten kjent effekt"]),
        ("?vis=done", ["Uten kjent effekt"]),
        ("?vis=finished", ["Vurdert"]),
        ("?vis=raised", ["En annens", "Vurdert", "Uten kjent effekt", "Over fristen"]),
        ("?vis=carried_out", ["Vurdert", "Uten kjent effekt"]),
        ("?vis=judged", ["Vurdert"]),
        ("?vis=worked", ["Vurdert"]),
        ("?enhet=f.kir", []),
        ("?vis=late&enhet=f.med", ["Over fristen"]),
    ],
)
def test_register_is_limited_to_what_is_asked_for(leader, several, limit, expected):
    assert titles(leader, f"/tiltak/{limit}") == expected


def test_a_unit_that_is_not_there_has_no_register(leader, several):
    assert leader.get("/tiltak/?enhet=TULL").status_code == 404


@pytest.mark.parametrize("rule", [evidence.effect_is_judged, evidence.actions_correct])
def test_each_number_of_the_map_leads_to_those_it_counts(leader, several, world, now, rule):
    question = Question(
        world.ward.pk, world.ward.code, world.ward.path, clock.day(now), clock.day(now)
    )
    with scope.acting(scope.SYSTEM):
        answer = rule(question, ask(evidence.read(question)))

    assert [len(titles(leader, one.url)) for one in answer.data] == [
        one.value for one in answer.data
    ]
    assert any(one.value for one in answer.data)


def test_empty_register_and_empty_answer_say_different_things(leader, planned):
    assert "Ingen tiltak her" in shown(leader, "/tiltak/?vis=finished")


def test_own_actions_are_mine_wherever_they_are(page, several, other_leader):
    assert titles(page(other_leader), "/tiltak/?vis=mine") == ["En annens"]
    assert titles(page(other_leader), "/tiltak/") == []


@pytest.mark.parametrize(
    "question",
    [
        *("eldre=", "eldre=tull", "eldre=2026-01-01_1", "eldre=2026-01-01T00:00:00_1", "vis=%00"),
        "eldre=2026-01-01T00:00:00%2B00:00_99999999999999999999",
        "eldre=0001-01-01T00:00:00%2B14:00_1",
        "eldre=9999-12-31T23:59:59-14:00_1",
    ],
)
def test_nonsense_in_the_address_is_no_error(leader, planned, question):
    shown(leader, f"/tiltak/?{question}")


def test_pages_lead_to_older(leader, several, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 3)
    text = shown(leader, "/tiltak/")
    older = text.split('rel="next" href="')[1].split('"')[0].split("#")[0].replace("&amp;", "&")

    assert titles(leader, f"/tiltak/{older}") == ["Over fristen"]


def test_htmx_gets_the_list_alone(leader, planned):
    part = shown(leader, "/tiltak/", **HTMX)

    assert part.strip().startswith('<div id="liste"')
    assert "<html" not in part


def test_register_asks_the_same_with_one_and_three(leader, decide, ward_leader):
    for _more in (1, 2):
        decide(ward_leader)
        questions = asked(leader, "/tiltak/")
        assert len(questions) == 6, shortened(questions)
        decide(ward_leader)


@pytest.mark.parametrize(("state", "number"), [("planned", 12), ("done", 12)])
def test_action_asks_the_same_however_much_has_happened(
    leader, ward_leader, planned, as_person, now, state, number
):
    address = f"/tiltak/{planned.uuid}/"
    with as_person(ward_leader):
        if state == "done":
            commands.carry_out(action=planned, note="", by=ward_leader, now=now)
    counts = [len(asked(leader, address))]
    with as_person(ward_leader):
        for _time in range(3):
            _again(planned, ward_leader, now, state)
    questions = asked(leader, address)

    assert [*counts, len(questions)] == [number, number], shortened(questions)


def _again(action, by, now, state):
    """One more step of the kind that leaves the action where it is."""
    if state == "planned":
        commands.change_deadline(
            action=action,
            due=action.due,
            review_on=action.review_on,
            reason="Grunn",
            by=by,
            now=now,
        )
    else:
        commands.judge_effect(
            action=action,
            effect="too_early",
            reason="For tidlig",
            next_review_on=clock.after(now, days=120),
            by=by,
            now=now,
        )


# From another site


def test_act_from_another_site_is_refused(world, ward_leader, planned, stopped_clock):
    client = signed_in(Client(enforce_csrf_checks=True), ward_leader)
    answer = client.post(f"/tiltak/{planned.uuid}/ikke-videre/", {"reason": "Ond"})

    assert answer.status_code == 403
    assert "Skjemaet kunne ikke sendes" in answer.content.decode()
    assert acts(planned) == ["raise"]


def test_act_after_the_session_locked_leads_back_to_the_action(
    leader, planned, stopped_clock, ward_leader, unlock
):
    leader.get(f"/tiltak/{planned.uuid}/")
    stopped_clock.at += timedelta(hours=2)
    answer = leader.post(
        f"/tiltak/{planned.uuid}/iverksatt/",
        {"note": LONG},
        headers={"referer": f"http://testserver/tiltak/{planned.uuid}/"},
    )

    assert answer.status_code == 401
    assert acts(planned) == ["raise"]
    assert unlock(leader, answer, ward_leader).url == f"/tiltak/{planned.uuid}/"
