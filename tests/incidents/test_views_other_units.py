"""Other units: asked for a statement, handed the case, or the one above where the leader is inhabil."""

import pytest

from styrk.core import clock, scope
from styrk.duties.models import Duty
from styrk.incidents import commands
from styrk.incidents.models import Statement
from styrk.messages.models import Message
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Deputyship
from tests.incidents.conftest import acts, after
from tests.world import SINCE

pytestmark = pytest.mark.django_db

FNR = "13116900216"
LONG = "Vi så at gulvet ikke tørker før neste pasient kommer."


def test_another_unit_is_found_and_asked_without_scripts(page, ward_leader, case, world, now):
    client = page(ward_leader)
    address = f"/avvik/{case.uuid}/uttalelse/"
    assert "Se over dette" not in client.get(address).content.decode()
    searched = client.post(address, {"find": "1", "search": "2a", "question": "Hva så dere?"})
    assert (searched.status_code, searched["Location"]) == (302, f"{address}#treff")
    found = client.get(address).content.decode()
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


def test_only_those_who_may_answer_are_led_to_where_one_answers(
    page, ask, case, ward_leader, other_leader, quality_adviser, ceo, world
):
    asked = ask(ward_leader, case, world.other_ward)
    address, unit = f"/uttalelse/{asked.uuid}/", f"/min-side/enhet/{world.other_ward.uuid}/"
    assert f'href="{address}"' in page(other_leader).get("/min-side/").content.decode()
    for person in (quality_adviser, ceo):
        text = page(person).get(unit).content.decode()
        assert "Gi en uttalelse" in text
        assert address not in text
        assert page(person).get(address).status_code == 404


def test_that_nothing_is_found_is_said(page, ward_leader, case):
    client = page(ward_leader)
    answer = client.post(f"/avvik/{case.uuid}/uttalelse/", {"find": "1", "search": "finnesikke"})

    assert "Ingen enheter passer til «finnesikke»." in after(client, answer)


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
    assert "<h1>Uttalelsen dere ga</h1>" in client.get(address).content.decode()
    answer = client.post(address, {"answer": "Noe annet"})
    again = answer.content.decode()
    assert answer.status_code == 422
    assert "Noen har svart for enheten" in again
    assert "Noe annet" in again
    assert LONG in again
    with scope.acting(scope.SYSTEM):
        assert Statement.objects.get().answer == LONG


@pytest.fixture
def waits_at_second(page, other_leader):
    """The line of the question that the leader of the other ward is asked, in the list of shared cases."""

    def line():
        text = page(other_leader).get("/saker-delt-med-deg/").content.decode()
        return text.split("Sengepost 2A er spurt.")[1].split("</li>")[0]

    return line


def test_question_is_withdrawn_by_those_who_handle_the_case(
    page, ask, case, ward_leader, other_leader, deputy, world, waits_at_second
):
    statement = ask(ward_leader, case, world.other_ward)
    client, address = page(deputy), f"/uttalelse/{statement.uuid}/"
    assert f'href="{address}trekk/"' in client.get(f"/avvik/{case.uuid}/").content.decode()
    assert client.post(f"{address}trekk/").status_code == 422
    text = after(client, client.post(f"{address}trekk/", {"reason": "Vi fant det selv."}))

    assert "Spørsmålet er trukket." in text
    assert "trakk spørsmålet til Sengepost 2A: Vi fant det selv." in text
    assert "Ingen venter på svaret lenger." in text
    assert "Trengs ikke lenger" in waits_at_second()
    asked = page(other_leader)
    shown = asked.get(address).content.decode()
    assert "<h1>Spørsmål som er trukket</h1>" in shown
    assert "Ingen venter på svaret lenger." in shown
    assert "Vi fant det selv." in shown
    assert "<form" not in shown.split("<main")[1].split("</main>")[0]
    assert asked.post(address, {"answer": LONG}).status_code == 422
    with scope.acting(scope.SYSTEM):
        assert Statement.objects.get().answered_at is None
        assert Duty.objects.get(kind="incident.statement").settled_at
        told = Message.objects.filter(recipient=other_leader, key__contains="withdraw")
        assert told.count() == 1
    again = client.post(f"{address}trekk/", {"reason": "En gang til"})
    assert again.status_code == 422
    assert "Noen har gjort dette allerede." in again.content.decode()


def test_question_of_a_concluded_case_is_late_no_more_and_may_be_answered(
    page, send, ask, case, ward_leader, other_leader, world, waits_at_second
):
    statement = ask(ward_leader, case, world.other_ward)
    assert "Trengs ikke" not in waits_at_second()
    send("ferdig", learned="Vi tørker gulvet", unanswered="Vi vet nok.")

    assert "Trengs ikke lenger" in waits_at_second()
    client = page(other_leader)
    answer = client.post(f"/uttalelse/{statement.uuid}/", {"answer": LONG})
    assert "Takk. Svaret er sendt." in after(client, answer)
    assert "Besvart" in waits_at_second()


def test_one_does_not_ask_oneself(page, send, ask, case, ward_leader, world, now, leader):
    Appointment.objects.create(
        person=ward_leader, unit=world.other_ward, role="leader", valid_from=SINCE
    )
    changing()
    address = f"/avvik/{case.uuid}/uttalelse/"
    found = after(leader, leader.post(address, {"find": "1", "search": "2a"}))

    assert f'value="{world.other_ward.uuid}"' not in found
    with pytest.raises(commands.AskedIsSelf):
        ask(ward_leader, case, world.other_ward)
    assert acts(case) == ["report", "take"]


def test_unit_without_a_leader_is_asked_where_the_case_does_not_lie_already(
    page, report, take, nurse, department_leader, world, now
):
    """Whom the question would go to is the one who has the case: said, and nothing lost."""
    Appointment.objects.filter(unit=world.ward, role="leader").delete()
    Deputyship.objects.filter(unit=world.ward).delete()
    changing()
    incident = report(nurse, world.department)
    take(department_leader, incident)
    told = {"question": LONG, "due": f"{clock.after(now, days=7)}", "unit": str(world.ward.uuid)}
    answer = page(department_leader).post(f"/avvik/{incident.uuid}/uttalelse/", told)

    assert answer.status_code == 422
    assert "Saken ligger hos lederen der allerede." in answer.content.decode()
    assert LONG in answer.content.decode()
    assert acts(incident) == ["report", "take"]


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


def test_handed_over_is_out_of_sight(send, page, other_leader, case, world, leader):
    text = after(leader, send("send-videre", unit=str(world.other_ward.uuid), reason="Deres"))

    assert "Meldingen er sendt videre. Den ligger nå hos Sengepost 2A." in text
    assert leader.get(f"/avvik/{case.uuid}/").status_code == 404
    assert page(other_leader).get(f"/avvik/{case.uuid}/").status_code == 200


def test_the_asked_unit_that_takes_the_case_over_is_asked_no_more(
    send, ask, page, ward_leader, other_leader, case, world
):
    statement = ask(ward_leader, case, world.other_ward)
    send("send-videre", unit=str(world.other_ward.uuid), reason=LONG)

    text = page(other_leader).get(f"/avvik/{case.uuid}/").content.decode()
    assert "lot spørsmålet til Sengepost 2A falle bort, for saken kom dit" in text
    assert "Ingen venter på svaret lenger." in text
    assert statement.question not in page(other_leader).get("/min-side/").content.decode()
    with scope.acting(scope.SYSTEM):
        waits = Duty.objects.filter(kind="incident.statement", settled_at__isnull=True)
        assert not waits.exists()


def test_a_question_to_another_than_who_takes_over_still_waits(send, ask, ward_leader, case, world):
    ask(ward_leader, case, world.other_ward)
    send("send-videre", unit=str(world.clinic.uuid), reason=LONG)

    with scope.acting(scope.SYSTEM):
        assert Statement.objects.get().is_waiting


def test_what_was_typed_of_a_case_handed_over_meanwhile_is_shown_to_its_writer(
    send, page, nurse, leader, case, world
):
    send("send-videre", unit=str(world.other_ward.uuid), reason="Det skjedde hos dem.")
    for client in (leader, page(nurse)):
        answer = client.post(f"/avvik/{case.uuid}/funn/", {"found": LONG})
        text = answer.content.decode()

        assert answer.status_code == 404
        assert "Vi finner ikke siden" in text
        assert "Dette skrev du, og det er ikke sendt" in text
        assert LONG in text
        assert case.title not in text
    assert "Dette skrev du" not in leader.post(f"/avvik/{case.uuid}/ta-imot/").content.decode()


def test_recused_is_out_of_sight(send, page, ward_leader, deputy, department_leader, case, leader):
    assert "Du er ute av saken, og en annen tar den." in after(
        leader, send("inhabil", reason="Jeg var på vakt")
    )
    for person, status in ((ward_leader, 404), (deputy, 404), (department_leader, 200)):
        assert page(person).get(f"/avvik/{case.uuid}/").status_code == status, person


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Skriv litt av navnet på enheten"),
        ({"unit": "neighbour"}, "Velg enhet"),
        ({"unit": "own"}, "Velg enhet"),
        ({"unit": "other", "reason": ""}, "Hvorfor hører den hjemme der: Fyll ut dette."),
    ],
)
def test_case_that_cannot_be_handed_over_stays(send, case, world, fields, says):
    units = {"neighbour": world.their_ward, "own": world.ward, "other": world.other_ward}
    unit = units.get(fields.get("unit"))
    told = {"reason": LONG} | fields | ({"unit": str(unit.uuid)} if unit else {})
    answer = send("send-videre", **told)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert told["reason"] in answer.content.decode()
    assert acts(case) == ["report", "take"]


def test_who_handles_it_reads_to_whom_the_inhabil_leader_s_case_went(
    send, page, nurse, department_leader, case, world
):
    send("inhabil", reason="Jeg var på vakt")

    said = f"sendte saken til lederen for {world.department.name}"
    assert said in page(department_leader).get(f"/avvik/{case.uuid}/").content.decode()
    told = page(nurse).get(f"/mine-meldinger/{case.uuid}/").content.decode()
    assert "Sendt videre til en annen leder" in told
    assert f"lederen for {world.department.name}" not in told


def test_handed_to_the_leader_it_is_about_it_is_said_that_it_stays_above(
    page, report, nurse, department_leader, world
):
    about = report(nurse, world.ward, about_leader=True)
    client = page(department_leader)
    fields = {"unit": str(world.ward.uuid), "reason": "Skjedde der"}
    text = after(client, client.post(f"/avvik/{about.uuid}/send-videre/", fields))

    assert (
        f"Lederen for {world.ward.name} kan ikke ha saken."
        f" Den ligger fortsatt hos {world.department.name}." in text
    )
