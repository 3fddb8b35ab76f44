"""A sentence of the owner's, walked down to a clinic, done, judged, and told back up."""

from datetime import date, datetime, timedelta

import pytest

from styrk.access.models import Account
from styrk.core.clock import OSLO
from styrk.organisation.models import Appointment, Person
from styrk.requirements.jobs import ask_for_annual_reports, ask_for_reports

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser desktop")]

SENTENCE = "Pasienter som kommer til akuttmottaket, skal vurderes av lege innen én time."
POINT = "2.1 Rask vurdering i mottak"
ACTION = "Lege i triage fra klokka åtte"
TOLD = "Ventetiden til lege gikk ned fra 80 til 50 minutter."


@pytest.fixture
def region_leader(world) -> Person:
    person = Person.objects.create(name="Ragna Rud", title="Administrerende direktør")
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from=date(2020, 1, 1)
    )
    Account.objects.create(username="region_leader", person=person, password="!")
    world.people["region_leader"] = person
    return person


@pytest.fixture
def january(stopped_clock):
    """The owner writes in January, and the year is told of in the one after."""
    stopped_clock.at = datetime(2026, 1, 12, 9, tzinfo=OSLO)
    return stopped_clock


@pytest.mark.usefixtures("region_leader")
def test_from_the_owners_sentence_to_the_arlig_melding(visitor, january):
    owner = visitor("region_leader", checks=False)
    when_the_owner_writes_a_requirement(owner)
    when_the_owner_lays_it_on_the_trusts(owner)

    ceo = visitor("ceo", checks=False)
    when_the_trust_takes_it_and_says_what_it_means_there(ceo)
    when_the_trust_passes_it_on_to_a_clinic(ceo)

    director = visitor("clinic_director", checks=False)
    when_the_clinic_takes_it_and_decides_an_action(director)
    when_the_action_is_carried_out(director)
    when_its_effect_is_judged_in_spring(visitor, january)
    when_clinic_and_trust_say_how_it_goes(visitor, january)

    then_the_owner_sees_the_whole_answer(visitor("region_leader"))
    when_the_trust_tells_of_the_year(visitor, january)
    then_all_hangs_together_on_the_thread(visitor("ceo"))


def when_the_owner_writes_a_requirement(owner):
    owner.opens("/krav/kilder/").follows("Ny kilde")
    owner.types("Hva heter den?", "Oppdrag og bestilling").types("Kode", "OBD")
    owner.picks("Oppdrag og bestilling", of="Slag").picks("Helse Prøve", of="Hvem har gitt den?")
    owner.presses("Ta inn i registeret")
    owner.follows("Begynn på en ny utgave").types("Hva kaller dere utgaven?", "2026")
    owner.types("Hvilken dato har den?", "2026-01-12").presses("Begynn")
    owner.follows("Skriv et krav").types("Punkt", "2.1").types("Tittel", "Rask vurdering i mottak")
    owner.types("Tekst", SENTENCE).picks("Oppgave", of="Hva ber det om?")
    owner.picks("Hvert tertial", of="Hvor ofte rapporteres det?").presses("Legg til i utkastet")
    owner.presses("Gi ut utgaven").sees("Utgaven er gitt ut", SENTENCE)


def when_the_owner_lays_it_on_the_trusts(owner):
    owner.follows("Legg krav til enheter")
    owner.picks("Helseforetak (2)", of="Hvilke enheter skal svare?").presses("Legg til")
    owner.sees("2 svar er bedt om", "Lagt til 2 enheter")


def when_the_trust_takes_it_and_says_what_it_means_there(ceo):
    ceo.opens("/min-side/").sees("Svar på kravet").follows(POINT)
    ceo.sees(SENTENCE).follows("Ta imot og gjør konkret")
    ceo.types("Hva betyr kravet hos dere?", "Mottaket har lege til stede hele døgnet.")
    ceo.picks("Daniel Drange, Administrerende direktør", of="Hvem har ansvaret?")
    ceo.presses("Ta imot kravet").sees("Tatt imot og gjort konkret")


def when_the_trust_passes_it_on_to_a_clinic(ceo):
    ceo.follows("Gi kravet videre").chooses("Medisinsk klinikk").presses("Gi videre")
    ceo.sees("Gitt videre til", "Medisinsk klinikk")


def when_the_clinic_takes_it_and_decides_an_action(director):
    director.opens("/min-side/").follows(POINT).follows("Ta imot og gjør konkret")
    director.types("Hva betyr kravet hos dere?", "En lege står i triage på dagtid.")
    director.picks("Kristin Krogh, Klinikksjef", of="Hvem har ansvaret?")
    director.presses("Ta imot kravet").follows("Bestem et tiltak")
    director.types("Hva skal gjøres?", ACTION)
    director.types("Hva skal bli annerledes?", "Pasienten ser legen før hun ser senga")
    director.types("Hvordan ser vi at det virker?", "Tid til lege, målt hver uke")
    director.types("Når ser vi etter om det virket?", "2026-05-01")
    director.chooses("System").picks("Kristin Krogh, Klinikksjef", of="Hvem eier tiltaket?")
    director.presses("Bestem tiltaket").sees("Tiltaket er bestemt", ACTION)


def when_the_action_is_carried_out(director):
    director.follows(ACTION).types("Hva er gjort?", "Turnusen er lagt om")
    director.presses("Tiltaket er iverksatt").sees("Virket det?")


def when_its_effect_is_judged_in_spring(visitor, clock):
    clock.at += timedelta(days=112)  # 4 May: the first tertial has ended
    director = visitor("clinic_director", checks=False)
    director.opens("/min-side/").sees("Vurder om tiltaket virket").follows(ACTION)
    director.chooses("Virket").types("Hva bygger du det på?", TOLD)
    director.presses("Lagre vurderingen").sees("Takk. Vurderingen er lagret")


def when_clinic_and_trust_say_how_it_goes(visitor, clock):
    the_night_passes(clock)
    for key, course, text in (
        ("clinic_director", "Oppfylt", TOLD),
        ("ceo", "I rute", "Medisinsk klinikk er i mål, og kirurgisk følger etter."),
    ):
        clock.at += timedelta(hours=1)
        leader = visitor(key, checks=False)
        leader.opens("/min-side/").sees("Rapporter hvordan det går").follows(POINT)
        leader.follows("Rapporter status").chooses(course)
        leader.types("Hva bygger du det på, og hva gjør dere videre?", text)
        leader.presses("Lagre status").sees(text)


def then_the_owner_sees_the_whole_answer(owner):
    owner.opens("/krav/status/").sees("1 i rute, 1 oppfylt", "Svaret er for sent").follows(POINT)
    owner.sees("Fjordheim sykehus", "I rute")


def when_the_trust_tells_of_the_year(visitor, clock):
    clock.at = datetime(2027, 1, 20, 9, tzinfo=OSLO)
    the_night_passes(clock)
    ceo = visitor("ceo", checks=False)
    ceo.opens("/min-side/").unfolds("Senere").sees("Få skrevet og godkjent årlig melding")
    ceo.follows("Fjordheim sykehus 2026").sees(SENTENCE).follows("Skriv svaret for året")
    ceo.chooses("Oppfylt").types("Hva svarer dere eieren?", "Legen kommer nå innen timen.")
    ceo.presses("Lagre svaret").sees("Legen kommer nå innen timen.")


def then_all_hangs_together_on_the_thread(ceo):
    ceo.opens("/krav/").follows(POINT).follows("Se den røde tråden")
    ceo.sees("Oppdrag og bestilling 2026", POINT, "Fjordheim sykehus", "Medisinsk klinikk")
    ceo.sees(ACTION, TOLD, "Virket", "Legen kommer nå innen timen.")


def the_night_passes(clock):
    """What the worker does by itself every night."""
    ask_for_reports(clock.at)
    ask_for_annual_reports(clock.at)
