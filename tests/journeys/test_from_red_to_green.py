"""§ 9 b of a ward goes from red to green by what its leader does, and back when a deadline passes.

At each step the page says what was looked at, with the numbers and the threshold.
"""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.incidents.conftest import case, report, take  # noqa: F401 - fixtures

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]
ACTION, SECOND = "Senk sluket på badet", "Rekkverk ved senga"
RULE = "høyst 10 % av de planlagte er over fristen", "Delvis inntil 30 %"
CARRIED_OUT = "Tiltak iverksatt siste tolv måneder"
NUMBERS = "Tiltak bestemt siste tolv måneder", CARRIED_OUT, "Tiltak som er planlagt nå"


def test_from_red_to_green_and_back(visitor, stopped_clock, now, case):  # noqa: F811 - the fixture
    leader = visitor("ward_leader", checks=False)
    mapped = "Ingen tiltak er bestemt de siste tolv månedene, så det er ikke noe å vise."
    the_letter_is(leader, "Ikke vist", mapped, 0, 0, 0)

    the_leader_decides(leader, case, ACTION, due="2026-11-30")
    told = "1 tiltak er bestemt de siste tolv månedene, og 0 er iverksatt."
    the_letter_is(leader, "Delvis vist", f"{told} 0 av 1 planlagte er over fristen.", 1, 0, 1)

    the_leader_carries_out(leader, ACTION)
    told = "1 tiltak er bestemt de siste tolv månedene, og 1 er iverksatt."
    the_letter_is(leader, "Vist", f"{told} 0 av 0 planlagte er over fristen.", 1, 1, 0)
    the_number_leads_to(leader, CARRIED_OUT, ACTION)

    the_leader_decides(leader, case, SECOND, due="2026-11-30")
    stopped_clock.at = now + timedelta(days=20)
    told = "2 tiltak er bestemt de siste tolv månedene, og 1 er iverksatt."
    leader = visitor("ward_leader", checks=False)
    the_letter_is(leader, "Ikke vist", f"{told} 1 av 1 planlagte er over fristen.", 2, 1, 1)

    the_leader_carries_out(leader, SECOND)
    told = "2 tiltak er bestemt de siste tolv månedene, og 2 er iverksatt."
    the_letter_is(leader, "Vist", f"{told} 0 av 0 planlagte er over fristen.", 2, 2, 0)


def the_letter_is(leader, status, explanation, *numbers):
    """As it stands on the map: status, why, each number, and the threshold they are held against."""
    leader.opens("/forskriftskart/")
    letter = leader.page.locator("#bokstav-9b")
    expect(letter.locator("summary > .st-tag")).to_have_text(status)
    expect(letter).to_contain_text(explanation)
    letter.locator("summary").click()
    for what, number in zip(NUMBERS, numbers, strict=True):
        row = letter.locator("dl > div", has=leader.page.locator("dt", has_text=what))
        expect(row.locator("dd")).to_have_text(str(number))
    for words in RULE:
        expect(letter).to_contain_text(words)


def the_number_leads_to(leader, what, *rows):
    letter = leader.page.locator("#bokstav-9b")
    letter.locator("dl > div", has_text=what).get_by_role("link").click()
    leader.sees(*rows)


def the_leader_decides(leader, case, action, *, due):  # noqa: F811 - the fixture
    leader.opens(f"/avvik/{case.uuid}/tiltak/").types("Hva skal gjøres?", action)
    leader.types("Hva skal bli annerledes?", "Ingen faller på badet")
    leader.types("Hvordan ser vi at det virker?", "Ingen fall på tre måneder")
    leader.chooses("System").picks("Lars Lunde, Seksjonsleder", of="Hvem eier tiltaket?")
    leader.types("Frist", due)
    leader.presses("Bestem tiltaket").sees("Tiltaket er bestemt", action)


def the_leader_carries_out(leader, action):
    leader.opens("/tiltak/").follows(action).presses("Tiltaket er iverksatt").sees("Virket det?")
