"""A small kommune: a nurse reports on the phone, and the kommunedirektør tells kommunestyret how it goes."""

import pytest

from styrk.yearly.jobs import ask_for_yearly_reports
from styrk.yearly.models import YearlyReport
from tests.journeys.visitor import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]
PARTS = (
    "Kommunedirektørens oppsummering",
    "Internkontrollen",
    "Resultater av statlig tilsyn",
    "Det vi retter nå",
)
FALL = "Brukeren falt på badet i natt. Gulvet var vått."
ONLY_TRUSTS = ("Årlig melding", "styreleder")


def test_from_kommune_to_council(visitor, now, world):
    the_nurse_meets_a_kommune(visitor("home_nurse", view=PHONE))
    ask_for_yearly_reports(now)
    the_kommunedirektor_writes_and_sends(visitor("municipal_director", view=DESKTOP))
    the_nurse_reads_it(visitor("home_nurse", view=PHONE))


def the_nurse_meets_a_kommune(nurse):
    nurse.opens("/forskriftskart/").sees("Kommuneloven").sees_nothing_of(*ONLY_TRUSTS)
    nurse.follows("Kommuneloven").sees("§ 25-2").sees_nothing_of(*ONLY_TRUSTS)
    nurse.follows("Meld", within="header")
    nurse.types("Hva skjedde?", FALL).chooses("Pasient/bruker")
    nurse.chooses("Liten", of="Hvor alvorlig ble det?").presses("Send meldingen")
    nurse.sees("Takk! Meldingen er sendt.", "Mottatt. Takk for at du sa fra.")


def the_kommunedirektor_writes_and_sends(director):
    director.opens("/min-side/").sees("Skriv rapporten til kommunestyret om internkontroll")
    director.follows("Prøvedal kommune").sees("Ingen rapport å lese ennå")
    director.presses("Begynn på rapporten for 2025").sees("Dette mangler før den kan sendes")
    for part in PARTS:
        director.follows(f": {part}")
        director.page.locator("main textarea").fill(f"Slik ser vi det: {part}.")
        director.presses("Lagre").sees(f"Slik ser vi det: {part}.")
    director.follows("Send til kommunestyret")
    director.types("Når behandler kommunestyret rapporten?", "2026-12-17").presses("Send")
    director.sees("Sendt til kommunestyret", "Sendt av Mona Moen", "Fingeravtrykk")


def the_nurse_reads_it(nurse):
    report = YearlyReport.objects.get()
    nurse.opens("/kommunestyret/rapport/").follows("Internkontroll og tilsyn 2025")
    nurse.sees("Slik ser vi det: Det vi retter nå.").sees_nothing_of("Legg til", *ONLY_TRUSTS)
    assert report.state == "sent"
