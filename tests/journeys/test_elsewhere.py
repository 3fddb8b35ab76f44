"""What scripts make quicker, and that the look over every page finds what is wrong."""

import pytest

from tests.journeys.visitor import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]


def test_another_ward_is_found_while_one_types(visitor):
    nurse = visitor("nurse", view=PHONE)
    nurse.opens("/meld/").types("Hva skjedde?", "Senga manglet brems da vi kom.")
    nurse.chooses("Utstyr/drift").chooses("Ingen", of="Hvor alvorlig ble det?")
    nurse.chooses("Et annet sted").types("Søk etter enheten", "senge")
    nurse.sees("Sengepost 2A").sees_nothing_of("Prøvedal").looks_over()
    nurse.chooses("Sengepost 2A Ortopedisk avdeling").presses("Send meldingen")
    nurse.sees("Takk! Meldingen er sendt.", "Sengepost 2A")


def test_list_follows_what_one_types(visitor):
    leader = visitor("ward_leader", view=DESKTOP)
    leader.opens("/avvik/").sees("Ingen meldinger ennå")
    leader.types("Søk i meldinger", "finnesikke").sees("Ingen meldinger passer").looks_over()
    assert "q=finnesikke" in leader.path


def test_look_over_finds_what_is_wrong(visitor):
    nurse = visitor("nurse", view=PHONE)
    nurse.opens("/meld/")
    for harm in (
        "document.querySelector('main label').remove()",
        "document.querySelector('h1').style.color = '#eee'",
        "document.querySelector('h1').style.width = '1000px'",
        "console.error('Noe gikk galt')",
        "document.body.insertAdjacentHTML('beforeend', '<b style=\"color:red\">x</b>')",
    ):
        nurse.page.evaluate(harm)

    with pytest.raises(AssertionError) as found:
        nurse.looks_over()
    for said in ("- label:", "- color-contrast:", "sideways", "Noe gikk galt", "inline style"):
        assert said in str(found.value), said
