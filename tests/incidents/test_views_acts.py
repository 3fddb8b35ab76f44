"""The leader's acts, a page each: they work without scripts, keep what is typed, and happen once."""

from datetime import timedelta

import pytest
from django.test import Client

from styrk.access.commands import keep_draft
from styrk.access.queries import draft_for
from styrk.core import clock, scope
from styrk.incidents.models import Incident, IncidentAnalysis, IncidentStep, Statement
from tests.clients import signed_in

pytestmark = pytest.mark.django_db

FNR = "13116900216"
LONG = "Vi så at gulvet ikke tørker før neste pasient kommer."


@pytest.fixture
def case(report, take, nurse, ward_leader, world):
    """An incident that the ward's leader examines."""
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    return incident


@pytest.fixture
def leader(page, ward_leader):
    """A client of the ward leader's."""
    return page(ward_leader)


@pytest.fixture
def send(leader, case):
    """`send("funn", found="…")` posts an act on the case as its leader."""
    return lambda act, **fields: leader.post(f"/avvik/{case.uuid}/{act}/", fields)


def acts(incident):
    with scope.acting(scope.SYSTEM):
        found = IncidentStep.objects.filter(incident_id=incident.pk).order_by("pk")
        return list(found.values_list("act", flat=True))


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


def after(client, answer):
    """The page one comes to."""
    assert answer.status_code == 302
    return client.get(answer.url).content.decode()


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
    mine = [report(nurse, world.ward), report(nurse, world.ward)]
    hidden = report(nurse, world.ward, about_leader=True)
    elsewhere = report(nurse, world.second_ward)
    client = page(ward_leader)
    text = after(client, client.post("/avvik/ta-imot/"))

    assert "Du har tatt imot 2 meldinger." in text
    assert [acts(one) for one in mine] == [["report", "take"]] * 2
    assert [acts(hidden), acts(elsewhere)] == [["report"]] * 2
    assert "Du har tatt imot 0 meldinger." in after(client, client.post("/avvik/ta-imot/"))


def test_kind_and_harm_are_confirmed(send, case, leader):
    answer = send("type-og-alvor", kind="equipment", harm_actual="none", harm_possible="moderate")

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
    send("type-og-alvor", kind="good", harm_actual="severe", harm_possible="severe")

    with scope.acting(scope.SYSTEM):
        changed = Incident.objects.get(pk=case.pk)
    assert (changed.kind, changed.harm_actual, changed.harm_possible) == ("good", "", "")


def test_another_unit_is_found_and_asked_without_scripts(page, ward_leader, case, world, now):
    client = page(ward_leader)
    address = f"/avvik/{case.uuid}/uttalelse/"
    assert "Se over dette" not in client.get(address).content.decode()
    searched = client.post(address, {"find": "1", "search": "2a", "question": "Hva så dere?"})
    assert searched.status_code == 200
    found = searched.content.decode()
    assert "Se over dette" not in found

    assert f'value="{world.other_ward.uuid}"' in found
    assert "Hva så dere?" in found
    fields = {
        "unit": str(world.other_ward.uuid),
        "question": "Hva så dere?",
        "due": f"{clock.after(now, days=7)}",
    }
    assert "Spørsmålet er sendt." in after(client, client.post(address, fields))
    assert acts(case) == ["report", "take", "ask"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Skriv litt av navnet på enheten"),
        ({"search": "finnesikke"}, "søk på noe annet"),
        ({"search": "2a"}, "Velg enheten i listen"),
        ({"unit": "tull"}, "Velg enhet"),
        ({"unit": "neighbour"}, "Velg enhet"),
        ({"unit": "own"}, "Velg enhet"),
        ({"unit": "other", "due": "2026-11-15"}, "Fristen må være i dag eller senere."),
        ({"unit": "other", "due": "i morgen"}, "Skriv datoen som 21.11.2026."),
        ({"unit": "other", "question": "x" * 2001}, "Bruk høyst 2000 tegn"),
        ({"unit": "other", "question": f"Gjelder {FNR}?"}, "et fødselsnummer"),
        ({"search": "post\0"}, "Søk etter enheten"),
    ],
)
def test_question_that_cannot_be_sent_is_kept(send, case, world, now, fields, says):
    units = {"neighbour": world.their_ward, "own": world.ward, "other": world.other_ward}
    if fields.get("unit") in units:
        fields = fields | {"unit": str(units[fields["unit"]].uuid)}
    told = {"question": LONG, "due": f"{clock.after(now, days=7)}"} | fields
    answer = send("uttalelse", **told)
    text = answer.content.decode()

    assert answer.status_code == 422
    assert says in text
    assert told["question"] in text
    assert f'value="{world.their_ward.uuid}"' not in text
    assert acts(case) == ["report", "take"]


def test_asked_unit_answers_once(page, ask, case, ward_leader, other_leader, world):
    statement = ask(ward_leader, case, world.other_ward)
    client = page(other_leader)
    address = f"/uttalelse/{statement.uuid}/"
    shown = client.get(address).content.decode()
    for part in ("Lars Lunde ber Sengepost 2A om et svar.", "Gulvet var vått", "overflyttingen"):
        assert part in shown

    assert "Takk. Svaret er sendt." in after(client, client.post(address, {"answer": LONG}))
    again = after(client, client.post(address, {"answer": "Noe annet"}))
    assert "Enheten din har svart allerede." in again
    assert LONG in again
    with scope.acting(scope.SYSTEM):
        assert Statement.objects.get().answer == LONG


@pytest.mark.parametrize("answer", [None, "", "x" * 6001, f"Gjelder {FNR}"])
def test_answer_that_cannot_be_sent_is_kept(
    page, ask, case, ward_leader, other_leader, world, answer
):
    statement = ask(ward_leader, case, world.other_ward)
    told = {} if answer is None else {"answer": answer}
    refused = page(other_leader).post(f"/uttalelse/{statement.uuid}/", told)

    assert refused.status_code == 422
    assert "Se over dette" in refused.content.decode()
    assert (answer or "") in refused.content.decode()
    with scope.acting(scope.SYSTEM):
        assert Statement.objects.get().answered_at is None


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
        ({"review_on": "2026-11-20"}, "Vi kan ikke se etter virkningen før fristen."),
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
    text = after(leader, send("bestemt", decision="Vi skal bli bedre"))

    assert "Bestem minst ett tiltak først" in text
    assert acts(case) == ["report", "take"]


def test_not_finished_before_the_effect_is_known(send, ward_leader, case, decide, leader):
    decide(ward_leader, case)
    text = after(leader, send("ferdig", learned="Ferdig"))

    assert "Vent til effekten av alle tiltakene er vurdert." in text


def test_finished_without_action_says_why_to_the_reporter(send, page, nurse, case, leader):
    after(leader, send("ferdig", learned="Vi gjør det riktig alt."))

    shown = page(nurse).get(f"/mine-meldinger/{case.uuid}/").content.decode()
    assert "Fulgt helt opp. Takk!" in shown
    assert "Vi gjør det riktig alt." in shown
    again = after(leader, send("ferdig", learned="En gang til"))
    assert "Noen har gjort dette allerede." in again
    after(leader, send("ta-opp-igjen", reason="En ny opplysning"))
    assert acts(case)[-2:] == ["conclude", "take_up_again"]


def test_handed_over_is_out_of_sight(send, page, other_leader, case, world, leader):
    text = after(leader, send("send-videre", unit=str(world.other_ward.uuid), reason="Deres"))

    assert "Meldingen er sendt videre." in text
    assert leader.get(f"/avvik/{case.uuid}/").status_code == 404
    assert page(other_leader).get(f"/avvik/{case.uuid}/").status_code == 200


def test_recused_is_out_of_sight(send, page, ward_leader, deputy, department_leader, case, leader):
    assert "Du er ute av saken, og en annen tar den." in after(
        leader, send("inhabil", reason="Jeg var på vakt")
    )
    for person, status in ((ward_leader, 404), (deputy, 404), (department_leader, 200)):
        assert page(person).get(f"/avvik/{case.uuid}/").status_code == status, person


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
    page, ward_leader, case, stopped_clock, now, as_person
):
    client = page(ward_leader)
    address = f"/avvik/{case.uuid}/funn/"
    client.get(address)
    stopped_clock.at = now + timedelta(hours=2)

    assert client.post(address, {"found": LONG}).url.startswith("/logg-inn/")
    assert acts(case) == ["report", "take"]
    assert LONG in page(ward_leader).get(address).content.decode()
    page(ward_leader).post(address, {"found": LONG})
    with as_person(ward_leader):
        assert draft_for(ward_leader, address) == {}


def test_act_from_another_site_is_refused(world, ward_leader, case, stopped_clock):
    client = signed_in(Client(enforce_csrf_checks=True), ward_leader)
    answer = client.post(f"/avvik/{case.uuid}/inhabil/", {"reason": "Ond"})

    assert answer.status_code == 403
    assert "Skjemaet kunne ikke sendes" in answer.content.decode()
    assert acts(case) == ["report", "take"]
