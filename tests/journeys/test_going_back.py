"""The browser's own way back: past a form that was refused, and past a search, to what one typed."""

import re

import pytest
from playwright.sync_api import expect

from tests.actions.conftest import done, plan, planned  # noqa: F401 - fixtures
from tests.incidents.conftest import FALL, case, report, take  # noqa: F401 - fixtures
from tests.journeys.visitor import PHONE
from tests.requirements.libraries.files import as_yaml, own

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]

# The empty page of a new window, the form, and what was gone to from it.
WALKED = 3
LIBRARY = as_yaml(own({"id": "1", "tekst": "Ventetiden ned"}))
STOPPED = "Se over dette før du går videre"
GROUND = "Hva bygger du det på?"


def test_back_to_a_form_that_was_refused_is_back_to_what_one_typed(visitor):
    nurse = visitor("nurse", view=PHONE).opens("/meld/")
    nurse.types("Hva skjedde?", f"{FALL} Ring 91 23 45 67.").presses("Send meldingen")
    nurse.sees(STOPPED)
    expect(nurse.page.locator("[role=alert]")).to_be_focused()
    assert nurse.path == "/meld/"

    nurse.follows(re.compile("Om roller"), within="footer").goes_back()
    nurse.sees_nothing_of(STOPPED)
    expect(nurse.page.get_by_label("Hva skjedde?")).to_have_value(re.compile("Pasienten falt"))
    assert nurse.page.evaluate("history.length") == WALKED


def test_back_to_a_search_is_back_to_what_was_found(visitor, case):  # noqa: F811 - the fixture
    leader = visitor("ward_leader", view=PHONE).opens(f"/avvik/{case.uuid}/uttalelse/")
    leader.types("Søk etter enheten", "2a").types("Hva vil du at", "Hva så dere?").presses("Søk")
    leader.sees("Sengepost 2A").chooses("Sengepost 2A")
    leader.presses("Send spørsmålet").sees("Spørsmålet er sendt.").goes_back()

    expect(leader.page.get_by_role("heading", level=1)).to_have_text(
        "Be en annen enhet om en uttalelse"
    )


def test_back_from_a_file_that_was_refused_is_back_to_where_one_chooses(visitor):
    adviser = visitor("quality_adviser").opens("/krav/les-inn/")
    adviser.attaches("Filer", ("krav.yaml", b"slag: krav")).presses("Se hva som skjer")
    adviser.sees("Ingenting er lest inn")
    expect(adviser.page.locator("[role=alert]")).to_be_focused()

    adviser.opens("/krav/").goes_back()
    assert adviser.path == "/krav/les-inn/"
    adviser.attaches("Filer", ("krav.yaml", LIBRARY)).presses("Se hva som skjer")
    adviser.sees("Dette vil skje")


def test_without_the_network_what_is_typed_stays_and_is_sent_when_it_is_back(visitor):
    nurse = visitor("nurse", view=PHONE, checks=False).opens("/meld/")
    nurse.types("Hva skjedde?", FALL).chooses("Pasient/bruker").chooses("Liten", of="ble det?")
    nurse.context.set_offline(True)
    nurse.presses("Send meldingen")
    expect(nurse.page.locator("#uten-nett")).to_be_visible()
    expect(nurse.page.get_by_label("Hva skjedde?")).to_have_value(FALL)

    nurse.context.set_offline(False)
    nurse.presses("Send meldingen").sees("Takk! Meldingen er sendt.")


def test_back_to_a_judgement_that_was_refused_is_back_to_what_one_typed(visitor, done):  # noqa: F811 - the fixture
    leader = visitor("ward_leader", view=PHONE).opens(f"/tiltak/{done.uuid}/")
    leader.types(GROUND, "Ingen har falt.").presses("Lagre vurderingen").sees(STOPPED)
    assert leader.path == f"/tiltak/{done.uuid}/"

    leader.follows(re.compile("Om roller"), within="footer").goes_back()
    expect(leader.page.get_by_label(GROUND)).to_have_value("Ingen har falt.")
    leader.opens(f"/tiltak/{done.uuid}/effekt/")
    assert leader.path == f"/tiltak/{done.uuid}/"
