"""The leader's acts, a page each: they work without scripts, keep what is typed, and happen once."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from styrk.access.commands import keep_draft
from styrk.access.queries import draft_for
from styrk.core import clock, scope
from styrk.duties.queries import waiting_for
from styrk.incidents.models import Incident, IncidentAnalysis
from tests.clients import signed_in
from tests.incidents.conftest import acts, after
from tests.world import standing

pytestmark = pytest.mark.django_db

FNR = "13116900216"
LONG = "Vi så at gulvet ikke tørker før neste pasient kommer."


def plan(owner, now, **changes):
    told = {
        "title": "Sklisikkert belegg",
        "change": "Ingen faller fordi gulvet er vått",
        "sign": "Ingen fall på tre måneder",
        "level": "system",
        "owner": str(owner.uuid),
        "due": f"{clock.after(now, days=14)}",
    }
    return told | changes


def test_leader_takes_it_and_the_reporter_sees_who(page, report, nurse, ward_leader, world):
    incident = report(nurse, world.ward)
    client = page(ward_leader)
    text = after(client, client.post(f"/avvik/{incident.uuid}/ta-imot/"))

    assert "Du har tatt imot meldingen." in text
    assert acts(incident) == ["report", "take"]
    shown = page(nurse).get(f"/mine-meldinger/{incident.uuid}/").content.decode()
    assert "Lars Lunde ser på det" in shown


def test_all_that_wait_are_taken_at_once_and_no_others(
    page, report, nurse, ward_leader, department_leader, world
):
    mine = [report(nurse, world.ward, harm_possible="moderate") for _ in range(2)]
    hidden = report(nurse, world.ward, about_leader=True)
    elsewhere = report(nurse, world.second_ward)
    client = page(ward_leader)
    text = after(client, client.post("/avvik/ta-imot/"))

    assert "Du har tatt imot 2 meldinger." in text
    assert [acts(one) for one in mine] == [["report", "take"]] * 2
    assert [acts(hidden), acts(elsewhere)] == [["report"]] * 2
    assert "Du har tatt imot 0 meldinger." in after(client, client.post("/avvik/ta-imot/"))


@pytest.mark.parametrize("harm", ["none", "mild", "severe"])
@pytest.mark.parametrize("who", ["ward_leader", "deputy"])
def test_deputy_takes_what_could_have_been_serious_like_the_leader(
    page, report, nurse, world, who, harm, now, as_person
):
    incident = report(nurse, world.ward, harm_actual=harm, harm_possible="death")
    person = world.people[who]
    client = page(person)
    assert incident.title in client.get("/min-side/").content.decode()
    text = client.get(f"/avvik/{incident.uuid}/").content.decode()
    assert f'action="/avvik/{incident.uuid}/ta-imot/"' in text
    text = after(client, client.post(f"/avvik/{incident.uuid}/ta-imot/"))

    assert "Du har tatt imot meldingen." in text
    assert acts(incident) == ["report", "take"]
    with as_person(person):
        held = Incident.objects.select_related("handler").get(pk=incident.pk)
        waiting = waiting_for(standing(person, now), clock.day(now)).waiting
    assert held.handler == person
    assert [one.duty.kind for one in waiting] == ["incident.examine"]


def test_case_taken_up_again_waits_for_the_deputy_too(send, case, deputy, now, as_person):
    send("ferdig", learned="Vi tørker gulvet")
    send("ta-opp-igjen", reason="Det skjedde igjen")

    assert acts(case)[-2:] == ["conclude", "take_up_again"]
    with as_person(deputy):
        waiting = waiting_for(standing(deputy, now), clock.day(now)).waiting
    assert [one.duty.kind for one in waiting] == ["incident.examine"]


def test_kind_and_harm_are_confirmed(send, case, leader):
    chosen = {"kind": "equipment", "harm_actual": "none", "harm_possible": "moderate"}
    answer = send("type-og-alvor", reason="Døra var ødelagt", **chosen)

    assert "Type og alvor er bekreftet." in after(leader, answer)
    with scope.acting(scope.SYSTEM):
        changed = Incident.objects.get(pk=case.pk)
    assert (changed.kind, changed.harm_actual) == ("equipment", "none")


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"kind": "tull", "harm_actual": "mild"},
        {"kind": "patient"},
        {"kind": "patient", "harm_actual": "", "harm_possible": "severe"},
        {"kind": "patient", "harm_actual": "tull"},
    ],
)
def test_harm_cannot_be_confirmed_away(send, case, fields):
    assert send("type-og-alvor", **fields).status_code == 422
    assert acts(case) == ["report", "take"]


def test_good_thing_is_confirmed_without_harm(send, case):
    chosen = {"kind": "good", "harm_actual": "severe", "harm_possible": "severe"}
    send("type-og-alvor", reason="Det gikk bra", **chosen)

    with scope.acting(scope.SYSTEM):
        changed = Incident.objects.get(pk=case.pk)
    assert (changed.kind, changed.harm_actual, changed.harm_possible) == ("good", "", "")


def test_what_was_found_is_kept_in_versions(send, page, ward_leader, case):
    send("funn", found=LONG, causes=["routine", "premises"])
    shown = page(ward_leader).get(f"/avvik/{case.uuid}/funn/").content.decode()
    assert LONG in shown
    assert shown.count("checked") == 2

    send("funn", found="Vi så mer.", causes=["routine"])
    with scope.acting(scope.SYSTEM):
        assert IncidentAnalysis.objects.count() == 2
    shown = page(ward_leader).get(f"/avvik/{case.uuid}/").content.decode()
    assert "Vi så mer." in shown
    assert LONG not in shown
    history = page(ward_leader).get(f"/avvik/{case.uuid}/historikk/").content.decode()
    assert -1 < history.index("Vi så mer.") < history.index(LONG)


def test_action_is_decided_and_told(send, ward_leader, case, now, leader):
    assert "Tiltaket er bestemt" in after(leader, send("tiltak", **plan(ward_leader, now)))
    text = after(leader, send("bestemt", decision="Vi legger nytt gulv. Takk!"))

    assert "Den som meldte, har fått vite hva som er bestemt." in text
    assert acts(case) == ["report", "take", "add_action", "decide"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": ""}, "Hva skal gjøres: Fyll ut dette."),
        ({"level": "tull"}, "Hva slags tiltak er det"),
        ({"owner": "tull"}, "Hvem eier tiltaket"),
        ({"owner": "outsider"}, "Hvem eier tiltaket"),
        ({"owner": ""}, "Hvem eier tiltaket"),
        ({"due": "2026-11-15"}, "Fristen må være i dag eller senere."),
        (
            {"review_on": "2026-11-20"},
            "Velg en dag etter fristen. Virkningen kan ikke ses samme dag.",
        ),
        ({"sign": f"{FNR} faller ikke"}, "et fødselsnummer"),
        ({"due": "9999-12-31"}, "Frist"),
    ],
)
def test_action_that_cannot_be_decided_is_kept(send, case, ward_leader, world, now, changes, says):
    if changes.get("owner") == "outsider":
        changes = {"owner": str(world.people["outsider"].uuid)}
    answer = send("tiltak", **plan(ward_leader, now, change=LONG) | changes)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert LONG in answer.content.decode()
    assert acts(case) == ["report", "take"]


@pytest.mark.parametrize(
    ("act", "field"),
    [
        *(("funn", "found"), ("bestemt", "decision"), ("ferdig", "learned")),
        *(("inhabil", "reason"), ("send-videre", "reason")),
    ],
)
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Fyll ut dette."),
        ("x" * 6001, "Teksten er for lang."),
        (f"Pasienten {FNR}", "et fødselsnummer"),
        ("Pasienten Solveig Hansen falt", "Ser dette ut som et navn på en pasient"),
    ],
)
def test_text_that_cannot_be_saved_is_kept(send, case, world, act, field, text, says):
    answer = send(act, unit=str(world.other_ward.uuid), **{field: text})

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert text in answer.content.decode()
    assert acts(case) == ["report", "take"]


def test_number_is_taken_out_on_request_and_name_confirmed(send, case):
    send("funn", found=f"Pasienten {FNR} falt, sa Solveig Hansen.", redact="1", guard_seen="1")

    with scope.acting(scope.SYSTEM):
        found = IncidentAnalysis.objects.get().found
    assert "Solveig Hansen" in found
    assert FNR not in found


def test_nothing_decided_is_no_improvement(send, case, leader):
    answer = send("bestemt", decision="Vi skal bli bedre")
    text = answer.content.decode()

    assert answer.status_code == 422
    assert "Bestem minst ett tiltak først" in text
    assert "Vi skal bli bedre" in text
    kept = leader.get(f"/avvik/{case.uuid}/bestemt/").content.decode()
    assert "Vi skal bli bedre" in kept
    assert acts(case) == ["report", "take"]


def test_not_finished_before_the_effect_is_known(send, ward_leader, case, decide):
    decide(ward_leader, case)
    text = send("ferdig", learned="Ferdig").content.decode()

    assert "Vent til effekten av alle tiltakene er vurdert." in text


def test_finished_without_action_says_why_to_the_reporter(
    send, page, nurse, case, leader, ward_leader
):
    after(leader, send("ferdig", learned="Vi gjør det riktig alt."))

    shown = page(nurse).get(f"/mine-meldinger/{case.uuid}/").content.decode()
    assert "Fulgt helt opp. Takk!" in shown
    assert "Vi gjør det riktig alt." in shown
    again = after(leader, send("ferdig", learned="En gang til"))
    assert "Noen har gjort dette allerede." in again
    after(leader, send("ta-opp-igjen", reason="En ny opplysning"))
    assert acts(case)[-2:] == ["conclude", "take_up_again"]


def test_page_of_an_act_that_does_not_fit_leads_back(page, report, nurse, ward_leader, world):
    incident = report(nurse, world.ward)
    client = page(ward_leader)
    text = after(client, client.get(f"/avvik/{incident.uuid}/bestemt/"))

    assert "passer ikke slik saken står nå" in text


def test_draft_waits_in_the_form_until_it_is_sent(page, ward_leader, case, now, as_person):
    address = f"/avvik/{case.uuid}/bestemt/"
    with as_person(ward_leader):
        keep_draft(person=ward_leader, path=address, fields={"decision": LONG}, now=now)

    assert LONG in page(ward_leader).get(address).content.decode()


def test_act_after_the_session_locked_is_kept(
    page, ward_leader, case, stopped_clock, now, as_person, unlock
):
    client = page(ward_leader)
    address = f"/avvik/{case.uuid}/funn/"
    client.get(address)
    stopped_clock.at = now + timedelta(hours=2)
    typed = {"found": LONG, "causes": ["competence", "equipment"]}

    sent = client.post(address, typed)
    assert sent.status_code == 401
    assert acts(case) == ["report", "take"]
    shown = after(client, unlock(client, sent, ward_leader))
    assert LONG in shown
    assert set(re.findall(r'value="(\w+)" checked', shown)) == {"competence", "equipment"}
    client.post(address, typed)
    with as_person(ward_leader):
        assert draft_for(ward_leader, address) == {}


def test_act_from_another_site_is_refused(world, ward_leader, case, stopped_clock):
    client = signed_in(Client(enforce_csrf_checks=True), ward_leader)
    answer = client.post(f"/avvik/{case.uuid}/inhabil/", {"reason": "Ond"})

    assert answer.status_code == 403
    assert "Skjemaet kunne ikke sendes" in answer.content.decode()
    assert acts(case) == ["report", "take"]


def test_what_a_leader_is_refused_is_there_when_one_comes_back(case, leader):
    address = f"/avvik/{case.uuid}/funn/"
    sent = {"found": "Gulvet var vått", "persons": "x" * 2001}
    assert leader.post(address, sent).status_code == 422

    assert "Gulvet var vått</textarea>" in leader.get(address).content.decode()
