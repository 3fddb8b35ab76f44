"""A ward plans its year with those who work there, puts something off, and has it back on its day."""

from datetime import date, datetime

import pytest

from styrk.core import clock
from styrk.core.clock import OSLO
from styrk.plans.jobs import bring_back_what_was_deferred
from tests.journeys.visitor import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser desktop")]
PLAN = "/plan/?aar=2026"
QUIET = "Ro til rapport"
BATHS = "Trygge bad"
LATER = "Lys i gangen"


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"view": DESKTOP}, id="desktop"),
        pytest.param({"view": PHONE, "scripts": False}, id="phone without scripts"),
    ],
)
def test_from_plan_to_plan(visitor, stopped_clock, how):
    leader = visitor("ward_leader", **how)
    when_the_leader_writes_the_plan(leader)
    and_puts_one_thing_off(leader)
    when_those_who_work_there_are_heard(leader)
    then_what_is_changed_after_it_stands_there(leader)
    when_the_plan_is_approved(leader)
    then_the_nurse_reads_it(visitor("nurse", **how))

    the_day_comes(stopped_clock, date(2026, 12, 10))
    leader = visitor("ward_leader", **how)
    then_the_leader_is_asked_for_what_waited(leader)
    when_a_new_version_takes_it_up(leader)
    then_nobody_is_asked_any_more(leader)

    when_next_year_begins_with_what_lives(leader)


def the_day_comes(stopped_clock, day):
    stopped_clock.at = datetime(day.year, day.month, day.day, 9, tzinfo=OSLO)
    bring_back_what_was_deferred(clock.now())


def takes_in(leader, title):
    leader.follows("Ta noe inn i planen").types("Eller en prioritering med egne ord", title)
    leader.presses("Ta inn").sees("Det står sist i planen.", title)


def when_the_leader_writes_the_plan(leader):
    leader.opens(PLAN).sees("Enheten har ingen plan for 2026 ennå")
    leader.presses("Begynn på planen").sees("Planen er begynt.")
    takes_in(leader, QUIET)
    takes_in(leader, BATHS)


def and_puts_one_thing_off(leader):
    leader.follows(f"Utsett {BATHS}").types("Utsatt til", "2026-12-10")
    leader.types("Hvorfor må det vente?", "Rørleggeren kommer i desember").presses("Utsett")
    leader.sees("Utsatt, med grunn", "Rørleggeren kommer i desember")


def when_those_who_work_there_are_heard(leader):
    leader.follows("Noter medvirkning").chooses("Ansatte i enheten")
    leader.types("Hvem var med?", "Personalmøtet").types("Når?", "2026-11-10")
    leader.types("Hva sa de?", "Vi blir avbrutt i rapporten")
    leader.types("Hva kom ut av det?", "Ro til rapport står først").presses("Lagre")
    leader.sees("Medvirkningen er notert", "Ingenting i planen er endret siden.")


def then_what_is_changed_after_it_stands_there(leader):
    takes_in(leader, LATER)
    leader.unfolds("Endret i planen siden (1)").sees(f"tok inn «{LATER}»")


def when_the_plan_is_approved(leader):
    leader.follows("Vedta planen").types("Vedtaket", "Ledermøtet 16. november").presses("Vedta")
    leader.sees("Planen er vedtatt.", "Vedtatt av Lars Lunde", "Ledermøtet 16. november")


def then_the_nurse_reads_it(nurse):
    nurse.opens(PLAN).sees("Vedtatt av Lars Lunde", QUIET, "Personalmøtet", "Utsatt til")
    nurse.sees("Endret i planen siden (1)").sees_nothing_of("Lag en ny versjon")


def then_the_leader_is_asked_for_what_waited(leader):
    leader.opens("/min-side/").sees("Ta stilling til det dere utsatte").follows(BATHS)
    leader.sees("Virksomhetsplan 2026 for Sengepost 1A", "Utsatt, med grunn")


def when_a_new_version_takes_it_up(leader):
    leader.follows("Lag en ny versjon").types("Hvorfor?", "Nå er rørleggeren her")
    leader.presses("Begynn på ny versjon").sees("Ingen er hørt om denne versjonen.")
    leader.presses(f"Ta med {BATHS}").sees("Det er med i planen.")
    leader.follows("Vedta planen")
    leader.types("Hvorfor er ingen hørt om denne versjonen?", "Alle visste at rørleggeren kom")
    leader.presses("Vedta").sees(
        "Planen er vedtatt.", "Versjon 2", "Alle visste at rørleggeren kom"
    )


def then_nobody_is_asked_any_more(leader):
    leader.opens("/min-side/").sees_nothing_of("Ta stilling til det dere utsatte")


def when_next_year_begins_with_what_lives(leader):
    leader.opens("/plan/?aar=2027").presses("Begynn på planen")
    leader.sees("Forslag å ta stilling til", QUIET, BATHS, LATER, "Fra i fjor")
    leader.presses("Ta med alle").sees("Alle forslagene er med i planen.")
    leader.follows("Hva det ble av planen for 2026").sees(QUIET)
