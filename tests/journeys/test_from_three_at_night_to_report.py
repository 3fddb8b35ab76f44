"""A serious event at three in the night: who is on call takes it, it is told in time, and the report is sent."""

from datetime import datetime, time, timedelta

import pytest

from styrk.core import scope
from styrk.core.clock import OSLO
from styrk.serious import calling, commands
from styrk.serious.jobs import follow_events
from styrk.serious.shifts import monday_of
from styrk.serious.types import Watch
from tests import world as worlds
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]

# The night before a Sunday.
NIGHT = datetime(2026, 11, 15, 3, 0, tzinfo=OSLO)
DIED = "Pasienten døde uventet i natt, kort tid etter at infusjonen ble satt opp."
TITLE = "Pasienten døde uventet i natt"
PATIENT = "Aslaug Kvitrose"


@pytest.fixture(autouse=True)
def reads(monkeypatch):
    """The database knows what the time is really: what is opened to one who is called, stays so."""
    monkeypatch.setattr(calling, "READS", timedelta(days=36500))


def test_from_three_at_night_to_report(visitor, world, stopped_clock):
    stopped_clock.at = NIGHT - timedelta(days=3)
    given_a_department_with_a_rota(world, stopped_clock.at)

    stopped_clock.at = NIGHT + timedelta(minutes=10)
    when_the_nurse_reports_a_death(visitor("nurse", view=PHONE))
    the_minute_goes(stopped_clock, minutes=1)
    then_nobody_but_the_one_on_call_is_woken(visitor("department_leader"))
    when_the_one_on_call_says_that_it_is_taken(visitor("second_ward_leader", view=PHONE))
    the_minute_goes(stopped_clock, minutes=30)
    then_nobody_else_is_asked(visitor("ward_leader"))

    leader = visitor("ward_leader", view=PHONE)
    when_the_wards_leader_answers_what_happened(leader)
    then_it_is_said_whom_to_tell_and_by_when(leader)
    when_it_is_decided_and_told_within_the_hour(leader)
    and_who_the_patient_is_stands_encrypted(leader)

    stopped_clock.at = NIGHT + timedelta(days=6, hours=8)
    when_the_next_of_kin_are_offered_a_meeting(visitor("ward_leader"))
    stopped_clock.at = datetime(2027, 2, 12, 9, 0, tzinfo=OSLO)
    when_the_report_is_sent_before_three_months_are_over(visitor("ward_leader"))
    then_the_one_above_sees_that_all_was_told_in_time(visitor("department_leader"))


def given_a_department_with_a_rota(world, at):
    """The second ward's leader has every shift of the department this week."""
    people = world.people
    leader = people["department_leader"]
    with scope.acting(worlds.standing(leader, at).scope):
        watch = Watch("Vakthavende leder", (time(8),), 15)
        rota = commands.begin_rota(unit=world.department, watch=watch, by=leader, now=at)
        week = [people["second_ward_leader"]] * 7
        commands.write_week(rota=rota, monday=monday_of(at.date()), people=week, by=leader, now=at)


def the_minute_goes(stopped_clock, minutes):
    stopped_clock.at += timedelta(minutes=minutes)
    follow_events(stopped_clock.at)


def when_the_nurse_reports_a_death(nurse):
    nurse.opens("/meld/").types("Hva skjedde?", DIED).chooses("Pasient/bruker")
    nurse.chooses("Dødsfall", of="Hvor alvorlig ble det?")
    nurse.presses("Send meldingen").sees("Takk! Meldingen er sendt.")


def then_nobody_but_the_one_on_call_is_woken(above):
    above.opens("/beskjeder/").sees_nothing_of("Haster")


def when_the_one_on_call_says_that_it_is_taken(on_call):
    on_call.opens("/min-side/").sees("Kvitter for en hendelse som haster")
    on_call.follows(TITLE).sees("Haster: har du saken?").follows("Kvitter")
    on_call.presses("Jeg har den").sees("Kvitterte")


def then_nobody_else_is_asked(leader):
    leader.opens("/beskjeder/").sees_nothing_of("Haster: kvitter")


def when_the_wards_leader_answers_what_happened(leader):
    leader.opens("/alvorlige/").follows(TITLE).sees("Ingen har svart på spørsmålene ennå")
    leader.follows("Svar på spørsmålene")
    leader.chooses("Dødsfall", of="Hvor alvorlig ble skaden?")
    leader.chooses("Dødsfall", of="Hvor alvorlig kunne skaden ha blitt?")
    for question in ("Er skaden en følge av", "Var utfallet uventet"):
        leader.chooses("Ja", of=question)
    no = "Skadet en pasient", "Er personopplysninger på avveie", "Var det en digital hendelse"
    for question in (*no, "Er det gjort vedtak om tvang"):
        leader.chooses("Nei", of=question)
    leader.presses("Se hva som gjelder")


def then_it_is_said_whom_to_tell_and_by_when(leader):
    leader.sees("Melding om alvorlig hendelse", "statsforvalteren og Ukom", "Skal avgjøres")


def when_it_is_decided_and_told_within_the_hour(leader):
    card = leader.page.locator("#v02")
    card.get_by_role("link", name="Avgjør").click()
    leader.chooses("Det skal meldes").types("Hvorfor?", "Uventet dødsfall etter en infusjon.")
    for question in ("Kan hendelsen skyldes", "Er det uklart", "Framstår saken"):
        leader.chooses("Vet ikke ennå", of=question)
    leader.presses("Lagre avgjørelsen")
    leader.page.locator("#v02").get_by_role("link", name="Noter at det er sendt").click()
    leader.types("Hvordan ble det sendt?", "melde.no").types("Hvem sendte det?", "Lars Lunde")
    leader.types("Referanse eller kvittering", "M-2026-4711")
    leader.presses("Lagre").sees("M-2026-4711")


def and_who_the_patient_is_stands_encrypted(leader):
    leader.follows("Skriv eller åpne").follows("Skriv hvem en pasient er")
    leader.types("Navn", PATIENT).types("Fødselsnummer", "J-4711")
    leader.presses("Krypter og lagre").sees("Kryptert").sees_nothing_of(PATIENT)
    leader.follows("Åpne").types("Hvorfor åpner du det?", "Skal ringe de nærmeste.")
    leader.presses("Åpne").sees(PATIENT)
    leader.follows("Ferdig").sees("Skal ringe de nærmeste.").sees_nothing_of(PATIENT)


def when_the_next_of_kin_are_offered_a_meeting(leader):
    leader.opens("/alvorlige/").follows(TITLE).follows("Åpne saksmappa").follows(
        "Skriv i saksmappa"
    )
    leader.chooses("Tilbud om møte").types(
        "Hva skjedde, eller hva ble sagt?", "De nærmeste er tilbudt møte fredag kl. 12."
    )
    leader.presses("Lagre").sees("De nærmeste er tilbudt møte")
    leader.opens("/alvorlige/").follows(TITLE)
    sent = leader.page.locator("#v04")
    assert "Sendt" in (sent.text_content() or "")


def when_the_report_is_sent_before_three_months_are_over(leader):
    leader.opens("/alvorlige/").follows(TITLE)
    leader.follows("Åpne saksmappa").follows("Rapporten slik den er nå").sees("Utkast")
    leader.follows("Frys og send rapporten")
    leader.types("Hvordan sendes den?", "Brev til statsforvalteren")
    leader.types("Merknader til rapporten", "Obduksjonen er ikke ferdig. Vi sender et tillegg.")
    leader.presses("Frys rapporten").sees("Rapporten er frosset", "SHA-256", "Obduksjonen")


def then_the_one_above_sees_that_all_was_told_in_time(above):
    above.opens("/alvorlige/").follows(TITLE).sees("Sendt").sees_nothing_of("Fristen er ute")
