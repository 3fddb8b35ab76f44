"""An answer that is slow: the page says that it is being worked on, until the answer is here."""

import pytest
from playwright.sync_api import expect

from tests.incidents.conftest import FALL
from tests.journeys.visitor import PHONE
from tests.review.figures import lead_region, measure

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser desktop")]

MONTH = "/rapporter/f/manedsrapport/2026-10/"
TERTIAL = "/rapporter/f/tertialrapport/2026-T2/"
SETTING = "Setter sammen rapporten …"
ALOUD = """
(banner) => new MutationObserver(() => console.log(banner.textContent))
  .observe(banner, { childList: true })
"""
TWICE = "(button) => { button.click(); setTimeout(() => button.click(), 300); }"


@pytest.fixture
def measured(world, now):
    return measure(world, lead_region(world), now)


class Held:
    """The answers to `address`, kept back until they are let go."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.routes = []
        page.route(address, lambda route: self.routes.append(route))

    def let_go(self):
        for one in self.routes:
            one.continue_()
        self.page.unroute(self.address)


@pytest.mark.usefixtures("measured")
def test_a_slow_answer_says_so_until_it_is_here(visitor):
    ceo = visitor("ceo", view=PHONE)
    ceo.opens(TERTIAL)
    when_a_file_is_slow(ceo)
    when_what_was_a_file_is_a_page(ceo)
    when_a_list_is_slow(ceo)
    when_a_form_is_slow(ceo)


def banner(window):
    return window.page.locator("#arbeider")


def when_a_file_is_slow(ceo):
    held = Held(ceo.page, "**/fil/pdf/")
    with ceo.page.expect_download() as coming:
        ceo.page.get_by_role("link", name="PDF").click()
        expect(banner(ceo)).to_have_text(SETTING)
        ceo.looks_over()
        held.let_go()
    assert coming.value.suggested_filename == "tertialrapport-f-2026-T2-utkast.pdf"
    assert coming.value.path().read_bytes().startswith(b"%PDF")
    expect(banner(ceo)).to_be_empty()
    assert ceo.path == TERTIAL


def when_what_was_a_file_is_a_page(ceo):
    """As when one is signed out meanwhile: the page is shown, and nothing is saved as a file."""
    ceo.page.locator("a[download]").first.evaluate("(link) => { link.href = '/rapporter/'; }")
    ceo.page.get_by_role("link", name="PDF").click()
    expect(ceo.page.get_by_role("heading", level=1)).to_have_text("Rapporter")
    expect(banner(ceo)).to_be_empty()


def when_a_list_is_slow(ceo):
    """A part of the page that is fetched anew."""
    ceo.opens("/tiltak/")
    held = Held(ceo.page, "**/tiltak/?*")
    ceo.page.locator("main form select").first.select_option(index=1)
    expect(banner(ceo)).to_have_text("Arbeider …")
    held.let_go()
    expect(banner(ceo)).to_be_empty()


def when_a_form_is_slow(ceo):
    """While another page is on its way the driver cannot look at this one, so it says aloud itself."""
    ceo.opens(f"{MONTH}tekst/oppsummering/").types("Teksten", "Slik er det.")
    banner(ceo).evaluate(ALOUD)
    held = Held(ceo.page, "**/tekst/oppsummering/")
    with ceo.page.expect_console_message(lambda said: said.text == "Arbeider …"):
        ceo.page.get_by_role("button", name="Lagre", exact=True).click(no_wait_after=True)
    held.let_go()
    ceo.sees("Teksten er lagret")
    expect(banner(ceo)).to_be_empty()


def test_what_is_pressed_again_while_it_is_sent_is_sent_once(visitor):
    nurse = visitor("nurse", checks=False).opens("/om/ordliste/")
    banner(nurse).evaluate(ALOUD)
    held = Held(nurse.page, "**/spr*/")
    with nurse.page.expect_console_message(lambda said: said.text == "Arbeider …"):
        nurse.page.get_by_role("button", name="English", include_hidden=True).evaluate(TWICE)
    assert len(held.routes) == 1
    held.let_go()
    nurse.sees("Glossary")


@pytest.mark.usefixtures("measured")
def test_a_quick_answer_says_nothing_of_it_and_a_chapter_opens_by_its_link(visitor):
    ceo = visitor("ceo", view=PHONE)
    ceo.opens(TERTIAL)
    last = ceo.page.locator("#vedlegg table")
    expect(last).to_be_hidden()
    tall = height(ceo)

    ceo.follows("10 Vedlegg")
    expect(last).to_be_visible()
    expect(ceo.page.locator("#risiko")).not_to_have_attribute("open", "")
    ceo.page.locator("#vedlegg > summary").click()
    expect(last).to_be_hidden()
    ceo.follows("10 Vedlegg")
    expect(last).to_be_visible()
    ceo.opens("/rapporter/").opens(f"{TERTIAL}#tiltak")
    expect(ceo.page.locator("#tiltak dl")).to_be_visible()

    ceo.page.emulate_media(media="print")
    expect(ceo.page.locator("#avvik table")).to_be_visible()
    ceo.page.emulate_media(media="screen")
    ceo.page.get_by_role("button", name="Åpne alle kapitlene").click()
    expect(ceo.page.locator("#avvik table")).to_be_visible()
    assert height(ceo) > tall


def height(window):
    return window.page.evaluate("document.documentElement.scrollHeight")


def test_what_cannot_be_kept_is_sent_all_the_same_and_says_at_once_that_it_waits(visitor):
    """On a bad network the draft hangs; whoever presses Send is not left with a dead button."""
    nurse = visitor("nurse", view=PHONE, checks=False).opens("/meld/")
    drafts = Held(nurse.page, "**/kladd/")
    nurse.chooses("Pasient/bruker").chooses("Liten", of="ble det?").types("Hva skjedde?", FALL)
    send = nurse.page.get_by_role("button", name="Send meldingen")
    send.click(no_wait_after=True)
    expect(send).to_have_attribute("aria-disabled", "true")
    expect(banner(nurse)).to_have_text("Arbeider …")

    nurse.sees("Takk! Meldingen er sendt.")
    assert drafts.routes
