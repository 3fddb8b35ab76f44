"""One walk on a phone: a file of figures, the table, the chart, its signal, the action, more figures, and whether it helped."""

from datetime import date, datetime

import pytest

from styrk.core import clock
from styrk.core.clock import OSLO
from styrk.indicators import jobs
from styrk.indicators.signals import read_stale
from tests.indicators.conftest import define  # noqa: F401 - the fixture
from tests.journeys.figures import BEFORE, FALLS, falls, file_of, upload  # noqa: F401 - `falls` is a fixture
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser desktop")]

WORSE = (24, 23, 25, 22, 24, 23, 22, 24, 23)
BETTER = (4, 3, 5, 2, 4, 3, 2, 4)
ACTION = "Nattlys på alle bad"


def test_from_file_to_effect(visitor, falls, world, stopped_clock):  # noqa: F811 - the fixture
    leader = visitor("ward_leader", view=PHONE)
    when_figures_come_in_a_file(leader, (*BEFORE, *WORSE), date(2026, 9, 1))
    then_the_chart_behind_the_table_asks_for_an_action(leader)
    when_it_is_decided_and_carried_out(leader, world.people["ward_leader"])

    stopped_clock.at = datetime(2027, 8, 16, 9, 0, tzinfo=OSLO)
    leader = visitor("ward_leader", view=PHONE)
    when_figures_come_in_a_file(leader, BETTER, date(2027, 7, 1))
    jobs.answer_whether_it_helped(clock.now())
    then_the_figures_have_answered(leader)


def when_figures_come_in_a_file(leader, numbers, until):
    leader.opens("/indikatorer/les-inn/")
    upload(leader, "fall.csv", file_of(numbers, until=until))
    leader.presses("Se hva som skjer").presses("Les inn").sees("Lest inn.")
    read_stale(clock.day(clock.now()))


def then_the_chart_behind_the_table_asks_for_an_action(leader):
    leader.opens("/indikatorer/").sees(FALLS, "sep. 26", "Bestem et tiltak")
    leader.follows(FALLS).sees("høyere enn vanlig", "Det du kan gjøre")


def when_it_is_decided_and_carried_out(leader, owner):
    leader.follows("Bestem et tiltak").sees("Nytt tiltak", f"{FALLS} – Sengepost 1A")
    leader.types("Hva skal gjøres?", ACTION).types("Hva skal bli annerledes?", "Alle ser gulvet")
    leader.chooses("System")
    leader.page.get_by_label("Hvem eier tiltaket?").select_option(str(owner.uuid))
    leader.presses("Bestem tiltaket").sees("Tiltaket er bestemt", f"Tiltaket «{ACTION}»", "Frist")
    leader.follows(f"Tiltaket «{ACTION}»").sees(f"Tallene for «{FALLS}» går ned.")
    leader.presses("Tiltaket er iverksatt").sees("Virket det?")


def then_the_figures_have_answered(leader):
    leader.opens("/min-side/").sees("Vurder om tiltaket virket").follows(ACTION)
    leader.sees("Bedring: tallene er sikkert bedre enn før tiltaket.")
    leader.opens("/indikatorer/").follows(FALLS).sees(
        f"Tiltaket «{ACTION}»", "Iverksatt 16. nov. 2026"
    )
