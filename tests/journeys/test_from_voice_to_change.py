"""The whole story of a voice: a patient tells without signing in, and sees what came of it."""

import pytest

from styrk.feedback.commands import set_entrance
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]

WORDS = "Jeg måtte vente i fire timer uten at noen sa hvorfor."


def test_from_voice_to_change(visitor, world, now):
    leader = world.people["ward_leader"]
    set_entrance(unit=world.ward, greeting="", is_open=True, by=leader, now=now)
    patient, leader = visitor(view=PHONE), visitor("ward_leader", view=PHONE)

    when_a_patient_tells_too_much_and_takes_it_out(patient)
    address = then_there_is_a_secret_address(patient)
    when_the_leader_takes_it_answers_and_tells_what_changed(leader)
    then_the_patient_sees_it_there(patient, address)
    then_everybody_reads_what_changed(patient)


def when_a_patient_tells_too_much_and_takes_it_out(patient):
    patient.opens("/fortell/f.med.1.a/").sees("Du trenger ikke å si hvem du er.")
    patient.chooses("En klage").types("Fortell med dine egne ord", f"{WORDS} Ring 912 34 567.")
    patient.presses("Send").sees("Teksten inneholder et telefonnummer")
    patient.looks_over()
    patient.presses("Fjern det for meg og fortsett")


def then_there_is_a_secret_address(patient):
    patient.sees("Ta vare på adressen", "Det er ikke lest ennå").looks_over()
    path: str = patient.page.evaluate("location.pathname")
    assert path.startswith("/fortell/svar/")
    return path


def when_the_leader_takes_it_answers_and_tells_what_changed(leader):
    leader.opens("/min-side/").sees("Svar den som fortalte")
    leader.opens("/stemmer/").follows("Jeg måtte vente")
    leader.presses("Ta imot").sees("Du har tatt imot.")
    leader.follows("Fortell hva som er endret")
    leader.types("Dere sa", "Ingen sier hvorfor vi venter").types(
        "Vi gjorde", "Tavla viser ventetid."
    )
    leader.page.get_by_label("La alle lese det på den åpne siden").check()
    leader.presses("Fortell").sees("Nå ser de som sa fra, at det hjalp.")
    leader.follows("Svar den som fortalte")
    leader.types("Svaret", "Det beklager vi.").presses("Svar").sees("Svaret er gitt.")
    leader.looks_over()


def then_the_patient_sees_it_there(patient, address):
    patient.opens(address).sees("Det beklager vi.", "Tavla viser ventetid.")


def then_everybody_reads_what_changed(patient):
    patient.opens("/fortell/f.med.1.a/dere-sa/").sees("Tavla viser ventetid.")
