"""A fall is reported, something is done, and the figures say whether it helped: too early first, then yes."""

from datetime import date, datetime

import pytest

from styrk.core import clock
from styrk.core.clock import OSLO
from styrk.incidents import commands as incident_commands
from styrk.incidents import queries
from styrk.incidents.commands import tell_next_change
from styrk.indicators import jobs
from tests.incidents.conftest import decide, plan, report, take  # noqa: F401 - fixtures
from tests.indicators.conftest import define  # noqa: F401 - the fixture
from tests.indicators.effect_world import record_falls
from tests.journeys.visitor import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser desktop")]
BEFORE = (30, 34, 28, 33, 31, 29, 35, 30, 32, 28, 34, 31, 30, 33)
AFTER = (29, 18, 17, 20, 19, 16, 18)
ACTION = "Sklisikkert belegg på badet"


@pytest.fixture
def falls(define):  # noqa: F811 - the fixture
    return define(
        "fall",
        name="Fall på sengepost",
        kind="rate",
        numerator="Fall",
        denominator="Liggedøgn",
        factor=1000,
        direction="down",
        measured_in="per 1 000 liggedøgn",
    )


@pytest.fixture
def told(falls, world, stopped_clock):
    """`told(BEFORE, date(2026, 10, 1))`: the ward's figures, the last of that month."""

    def told(numbers, until):
        record_falls(falls, world.ward, falls.owner, numbers, until=until, now=stopped_clock.at)

    return told


@pytest.fixture
def action(world, now, as_person, report, take, decide):  # noqa: F811 - the fixtures
    """What the ward's leader decides after a nurse has reported a fall, and tells her."""
    nurse, leader = world.people["nurse"], world.people["ward_leader"]
    incident = report(nurse, world.ward)
    take(leader, incident)
    made = decide(leader, incident)
    with as_person(leader):
        found = queries.incident(incident.uuid)
        incident_commands.decide_improvement(
            incident=found, decision="Vi legger nytt belegg.", by=leader, now=now
        )
    return made


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"view": DESKTOP}, id="desktop"),
        pytest.param({"view": PHONE}, id="phone"),
        pytest.param({"view": PHONE, "scripts": False}, id="without scripts"),
    ],
)
def test_from_signal_to_effect(visitor, stopped_clock, told, action, how):
    told(BEFORE, date(2026, 10, 1))
    when_the_leader_chooses_by_what_to_see_it(visitor("ward_leader", **how), action)
    and_carries_it_out(visitor("ward_leader", **how), action)

    the_clock_is(stopped_clock, date(2027, 2, 28))
    told((*BEFORE, *AFTER[:3]), date(2027, 1, 1))
    the_background_work_is_done()
    then_it_is_too_early_and_a_day_is_proposed(visitor("ward_leader", **how), action)

    the_clock_is(stopped_clock, date(2027, 6, 1))
    told((*BEFORE, *AFTER), date(2027, 5, 1))
    the_background_work_is_done()
    then_it_stands_first_where_the_effect_is_not_known(visitor("department_leader", **how))
    when_the_leader_judges_it_with_the_words_of_the_figures(visitor("ward_leader", **how))
    then_it_is_known(visitor("department_leader", **how))
    then_the_nurse_hears_that_it_helped_and_no_figures(visitor("nurse", **how))


def the_clock_is(stopped_clock, day):
    stopped_clock.at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=OSLO)


def the_background_work_is_done():
    """That of the night, and that of every few seconds."""
    jobs.answer_whether_it_helped(clock.now())
    while tell_next_change(now=clock.now()):
        pass


def when_the_leader_chooses_by_what_to_see_it(leader, action):
    leader.opens(f"/tiltak/{action.uuid}/").follows("Velg hva vi ser etter")
    leader.sees("Ingen fall på badet på tre måneder")
    leader.picks("Fall på sengepost", of="Hvilket tall viser om det hjelper?")
    leader.picks("Sengepost 1A", of="Hos hvilken enhet?")
    leader.presses("Se etter i dette tallet")
    leader.sees("Vi ser etter i «Fall på sengepost» hos Sengepost 1A. Der står det 14 tall")


def and_carries_it_out(leader, action):
    leader.opens(f"/tiltak/{action.uuid}/").sees("Når tiltaket er iverksatt")
    leader.presses("Tiltaket er iverksatt").sees("Virket det?")


def then_it_is_too_early_and_a_day_is_proposed(leader, action):
    leader.opens("/min-side/").sees("Vurder om tiltaket virket").follows(ACTION)
    leader.sees("For tidlig: det trengs 4 punkter til før vi kan si om det hjalp.")
    leader.sees("Det skal være nok tall 1. juni 2027.")
    leader.chooses("For tidlig å si").chooses("Ta med det tallene sier, i begrunnelsen")
    leader.presses("Lagre vurderingen").sees("Takk. Vurderingen er lagret.", "Utsatt å vurdere")


def then_it_stands_first_where_the_effect_is_not_known(leader):
    leader.opens("/min-side/").follows("Tiltak uten kjent effekt")
    leader.sees("1 tiltak i enheten og under den", ACTION, "Bedring", "Fall på sengepost")


def when_the_leader_judges_it_with_the_words_of_the_figures(leader):
    leader.opens("/min-side/").follows(ACTION)
    leader.sees("Bedring: tallene er sikkert bedre enn før tiltaket.", "med 95 % sikkerhet")
    leader.chooses("Virket").chooses("Ta med det tallene sier, i begrunnelsen")
    leader.presses("Lagre vurderingen")
    leader.sees("Takk. Vurderingen er lagret", "Tallene for «Fall på sengepost» hos Sengepost 1A")
    the_background_work_is_done()


def then_it_is_known(leader):
    leader.opens("/indikatorer/uten-kjent-effekt/").sees("Effekten er kjent for alt som er gjort")


def then_the_nurse_hears_that_it_helped_and_no_figures(nurse):
    nurse.opens("/mine-meldinger/").sees("Ferdig fulgt opp").follows("Pasienten falt på badet")
    nurse.sees("Virket det? Virket", "Fulgt helt opp. Takk!")
    nurse.sees_nothing_of("Fall på sengepost", "Bedring", "sikkerhet", "liggedøgn")
    nurse.opens("/beskjeder/").sees_nothing_of("Fall på sengepost", "Bedring", "liggedøgn")
