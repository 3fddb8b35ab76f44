"""Values come in a file, stand in the table, make a chart, and the chart says that something has changed."""

import pytest
from playwright.sync_api import expect

from styrk.core import clock
from styrk.indicators.signals import read_stale
from tests.indicators.conftest import define  # noqa: F401 - the fixture
from tests.journeys.figures import BEFORE, FALLS, falls, file_of, upload  # noqa: F401 - `falls` is a fixture
from tests.journeys.visitor import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser desktop")]

REASON = "Ny rutine fra nyttår: nattlys på alle bad"
AFTER = (4, 3, 5, 2, 4, 3, 2, 4, 3)


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"view": DESKTOP}, id="desktop"),
        pytest.param({"view": PHONE}, id="phone"),
        pytest.param({"view": PHONE, "scripts": False}, id="without scripts"),
    ],
)
def test_from_file_to_signal(visitor, falls, now, how):  # noqa: F811 - the fixture
    leader = visitor("ward_leader", **how)
    when_a_file_with_a_mistake_is_chosen(leader)
    then_the_mistake_is_told_and_the_rest_is_a_choice(leader)
    when_the_newest_is_typed(leader)
    read_stale(clock.day(now))
    then_the_table_tells_that_something_has_changed(leader)
    then_the_chart_shows_it(leader)
    if how.get("scripts", True):
        then_it_is_printed_without_what_one_presses(leader)

    owner = visitor("quality_adviser", **how)
    when_the_owner_decides_that_there_is_a_new_level(owner, falls)
    then_everybody_sees_why(visitor("nurse", **how), falls)
    then_the_board_sees_it(visitor("ceo", **how))


def when_a_file_with_a_mistake_is_chosen(leader):
    leader.opens("/indikatorer/").sees("Indikatorer for Sengepost 1A")
    leader.opens("/indikatorer/les-inn/")
    upload(leader, "fall.csv", file_of((*BEFORE, *AFTER), "falls;f.med.1.a;2024-01;9;4"))
    leader.presses("Se hva som skjer")


def then_the_mistake_is_told_and_the_rest_is_a_choice(leader):
    leader.sees("Det som må rettes", "fall.csv", "Telleren er større enn nevneren")
    leader.opens("/indikatorer/").goes_back().sees("Dette vil skje", "fall.csv")
    leader.presses("Ta inn de 23 som er i orden").sees("Det som var riktig, er lest inn.")
    leader.opens("/indikatorer/").goes_back().sees("Det som må rettes", "fall.csv")


def when_the_newest_is_typed(leader):
    leader.opens("/indikatorer/").follows("Registrer tall").sees("Registrer tall for okt. 26")
    numbers = leader.page.locator("main fieldset input:not([type=hidden])")
    numbers.nth(0).fill("2")
    numbers.nth(1).fill("100")
    leader.presses("Lagre tallene").sees("1 tall er lagret")


def then_the_table_tells_that_something_has_changed(leader):
    leader.opens("/indikatorer/").sees(FALLS, "2,0\u00a0%", "okt. 26")
    leader.picks("Bare der noe har endret seg", of="Vis").presses("Vis")
    leader.sees(FALLS, "Nivået ser ut til å ha sunket.")


def then_the_chart_shows_it(leader):
    leader.follows(FALLS).sees(
        "Bedring: lavere enn vanlig", "De siste 10 månedene ligger alle under"
    )
    leader.unfolds("Tabellen bak diagrammet").sees("2 av 100")
    leader.picks("XmR etter Making Data Count", of="Se tallene som").presses("Vis")
    leader.sees("XmR-diagram")


def then_it_is_printed_without_what_one_presses(leader):
    """And the table breaks over pages, where it stood whole on the next one."""
    card = leader.page.get_by_role("heading", name="Det du kan gjøre")
    expect(card).to_be_visible()
    leader.page.emulate_media(media="print")
    expect(card).to_be_hidden()
    expect(leader.page.locator("#diagram table")).to_be_visible()
    folded = "getComputedStyle(document.querySelector('#diagram details'), '::details-content')"
    assert leader.page.evaluate(f"{folded}.overflowY") == "visible"
    leader.page.emulate_media(media="screen")


def when_the_owner_decides_that_there_is_a_new_level(owner, falls):  # noqa: F811
    owner.opens(f"/indikatorer/{falls.uuid}/?enhet=f.med.1.a")
    owner.sees("Nivået ser ut til å ha endret seg fra jan. 26").follows("Ja, og si hvorfor")
    owner.types("Hvorfor?", REASON).presses("Ja, gjør det")


def then_everybody_sees_why(nurse, falls):  # noqa: F811
    nurse.opens(f"/indikatorer/{falls.uuid}/?enhet=f.med.1.a")
    nurse.sees("Et nytt nivå begynner i jan. 26", REASON, "Det trengs 2 punkter til")


def then_the_board_sees_it(ceo):
    ceo.opens("/indikatorer/endringer/").sees("Ingenting er skjult", FALLS, "Sengepost 1A")
    ceo.opens("/indikatorer/side-om-side/?enhet=f.med.1").sees(FALLS, "Sengepost 1A")
