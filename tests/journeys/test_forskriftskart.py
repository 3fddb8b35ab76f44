"""The forskriftskart on a phone: short, with the evidence a touch away; and whole on paper."""

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]

LONGEST, LETTERS = 4400, 23
LAW = "ha oversikt over avvik, herunder uønskede hendelser"
HIDDEN = """
() => [...document.querySelectorAll("main details > :not(summary)")]
  .filter((one) => !one.checkVisibility({contentVisibilityAuto: true}))
  .length
"""
# A tag whose word takes no place: what its shape means is told nowhere near.
WORDLESS = """
() => [...document.querySelectorAll("main .st-letter .st-tag")]
  .filter((one) => one.checkVisibility() && (one.clientWidth < 40 || getComputedStyle(one).fontSize === "0px"))
  .map((one) => one.textContent)
"""


def test_the_map_is_short_on_a_phone_and_opens_where_one_asks(visitor):
    phone = visitor("ward_leader", view=PHONE).opens("/forskriftskart/")

    assert (height := phone.page.evaluate("document.documentElement.scrollHeight")) < LONGEST, (
        height
    )
    assert not phone.page.get_by_text(LAW).is_visible()
    assert phone.page.evaluate(WORDLESS) == []
    phone.unfolds("Avvik, klager, erfaringer og statistikk")
    assert phone.page.get_by_text(LAW).is_visible()
    phone.looks_over()


def test_a_link_to_a_folded_letter_opens_it(visitor):
    desk = visitor("ward_leader", view=DESKTOP).opens("/forskriftskart/")
    desk.unfolds("Dette kan Styrk ikke vise ennå")
    link = desk.page.locator("main .st-index a").first
    letter = desk.page.locator(link.get_attribute("href"))
    assert letter.get_attribute("open") is None
    link.click()

    expect(letter).to_have_attribute("open", "")


def test_paper_shows_all_that_is_folded_also_without_scripts(visitor):
    desk = visitor("ward_leader", view=DESKTOP, scripts=False).opens("/forskriftskart/")
    assert desk.page.evaluate(HIDDEN) >= LETTERS
    desk.page.emulate_media(media="print")

    # The browser takes up the paper's rules a moment after it is told to.
    expect(desk.page.get_by_text(LAW)).to_be_visible()
    assert desk.page.evaluate(HIDDEN) == 0
