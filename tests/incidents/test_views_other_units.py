"""Other units: asked for a statement, handed the case, or the one above where the leader is inhabil."""

import pytest

from styrk.core import clock, scope
from styrk.incidents.models import Statement
from tests.incidents.conftest import acts, after

pytestmark = pytest.mark.django_db

FNR = "13116900216"
LONG = "Vi så at gulvet ikke tørker før neste pasient kommer."


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
