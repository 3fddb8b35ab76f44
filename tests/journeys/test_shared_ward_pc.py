"""The ward's shared PC: short sessions, a quick change of person, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import expect

from styrk.access.models import Account
from tests.journeys.visitor import DESKTOP

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]

PASSWORD = "fire trege elger danser"
FALL = "Pasienten falt på badet i natt. Gulvet var vått etter dusjing."
DOOR = "Døra til medisinrommet sto åpen da jeg kom på vakt."


@pytest.fixture
def ward_pc(visitor):
    """Nobody has signed in yet; nurses have passwords."""
    password = make_password(PASSWORD)
    Account.objects.filter(username__in=["nurse", "colleague"]).update(password=password)
    return visitor(view=DESKTOP)


def test_nothing_typed_is_lost_when_the_session_locks(ward_pc, stopped_clock):
    given_the_nurse_has_signed_in(ward_pc)
    when_the_nurse_writes(ward_pc, FALL)
    when_minutes_pass(stopped_clock, 6)
    when_the_nurse_sends_it(ward_pc)
    then_the_pc_asks_for_the_nurses_password(ward_pc)
    when_the_nurse_goes_on(ward_pc)
    then_what_was_written_is_there(ward_pc, FALL)
    when_the_nurse_fills_in_the_rest_and_sends(ward_pc)
    then_it_is_received(ward_pc)


def test_the_next_person_is_in_quickly_and_sees_nothing_of_the_first(ward_pc):
    given_the_nurse_has_signed_in(ward_pc)
    when_the_nurse_writes(ward_pc, DOOR)
    then_it_is_kept_while_one_writes(ward_pc)
    when_the_person_is_changed(ward_pc)
    when_one_signs_in(ward_pc, "colleague")
    then_the_form_is_empty(ward_pc, DOOR)
    then_the_form_is_empty_also_by_the_browsers_back_button(ward_pc, DOOR)
    when_the_person_is_changed(ward_pc)
    when_one_signs_in(ward_pc, "nurse")
    then_what_was_written_is_there(ward_pc, DOOR)


def test_what_another_types_in_the_open_form_is_theirs(ward_pc, stopped_clock):
    given_the_nurse_has_signed_in(ward_pc)
    when_minutes_pass(stopped_clock, 6)
    when_the_next_one_writes(ward_pc, DOOR)
    then_the_page_says_that_it_is_locked(ward_pc)
    when_the_nurse_sends_it(ward_pc)
    then_the_pc_asks_for_the_nurses_password(ward_pc)
    when_it_is_another(ward_pc)
    when_one_signs_in(ward_pc, "colleague", by="Logg inn og gå tilbake")
    then_what_was_written_is_there(ward_pc, DOOR)
    when_the_person_is_changed(ward_pc)
    when_one_signs_in(ward_pc, "nurse")
    then_the_form_is_empty(ward_pc, DOOR)


def test_what_is_left_open_is_covered_and_kept(ward_pc, stopped_clock):
    ward_pc.page.clock.install()
    given_the_nurse_has_signed_in(ward_pc)
    when_the_nurse_writes(ward_pc, FALL)
    when_nobody_touches_it(ward_pc, "04:00")
    then_it_can_be_read(ward_pc, "Hva skjedde?")
    when_nobody_touches_it(ward_pc, "01:10")
    then_only_the_cover_is_seen(ward_pc)
    when_minutes_pass(stopped_clock, 6)
    ward_pc.presses("Fortsett").sees("Fortsett som Nora Nilsen")
    when_the_nurse_goes_on(ward_pc)
    then_what_was_written_is_there(ward_pc, FALL)


def test_what_is_sent_as_the_network_goes_is_kept(ward_pc):
    given_the_nurse_has_signed_in(ward_pc)
    when_it_is_sent_at_once_and_lost_on_the_way(ward_pc, FALL)
    then_it_stands_where_it_was_written(ward_pc, FALL)
    ward_pc.opens("/meld/")
    then_what_was_written_is_there(ward_pc, FALL)


def given_the_nurse_has_signed_in(pc):
    pc.opens("/meld/").sees("Logg inn")
    when_one_signs_in(pc, "nurse")


def when_one_signs_in(pc, username, by="Logg inn"):
    pc.types("Brukernavn", username).types("Passord", PASSWORD)
    if not pc.page.get_by_label("Dette er en delt maskin").is_checked():
        pc.chooses("Dette er en delt maskin")
    pc.presses(by)
    assert pc.path == "/meld/"


def when_the_nurse_writes(pc, text):
    with pc.page.expect_response("**/kladd/") as kept:
        pc.types("Hva skjedde?", text)
    assert kept.value.status == 204


def when_the_next_one_writes(pc, text):
    """The session is locked, and the form stands open."""
    with pc.page.expect_response("**/kladd/") as kept:
        pc.types("Hva skjedde?", text)
    assert kept.value.status == 401


def then_the_page_says_that_it_is_locked(pc):
    expect(pc.page.get_by_text("Siden er låst. Det du skriver")).to_be_visible()


def when_nobody_touches_it(pc, time):
    pc.page.clock.fast_forward(time)


def then_it_can_be_read(pc, words):
    expect(pc.page.get_by_text(words)).to_be_visible()


def then_only_the_cover_is_seen(pc):
    cover = pc.page.get_by_role("alertdialog", name="Siden er låst")
    expect(cover.get_by_role("button", name="Fortsett")).to_be_focused()
    expect(pc.page.locator("main")).to_be_hidden()
    expect(pc.page.locator("header")).to_be_hidden()
    assert pc.page.title() == "Siden er låst – Styrk"


def when_it_is_another(pc):
    pc.presses("Bytt person").sees("Dette skrev du", DOOR)


def then_it_is_kept_while_one_writes(pc):
    """The answer came while the nurse was still on the page."""
    assert pc.path == "/meld/"


def when_it_is_sent_at_once_and_lost_on_the_way(pc, text):
    """Before typing has paused long enough to be kept."""
    pc.page.route(
        "**/meld/", lambda sent: sent.abort() if sent.request.method == "POST" else sent.continue_()
    )
    with pc.page.expect_event(
        "requestfailed", lambda sent: sent.url.endswith("/meld/"), timeout=10_000
    ):
        pc.types("Hva skjedde?", text)
        pc.page.get_by_role("button", name="Send meldingen").click(no_wait_after=True)
    pc.page.unroute("**/meld/")


def then_it_stands_where_it_was_written(pc, text):
    expect(pc.page.get_by_text("Du er uten nett.")).to_be_visible()
    expect(pc.page.get_by_label("Hva skjedde?")).to_have_value(text)
    pc.wrong.clear()  # the browser's own word of it


def when_minutes_pass(stopped_clock, minutes):
    stopped_clock.at += timedelta(minutes=minutes)


def when_the_nurse_sends_it(pc):
    pc.presses("Send meldingen")


def then_the_pc_asks_for_the_nurses_password(pc):
    pc.sees("Fortsett som Nora Nilsen", "Dette skrev du")
    assert pc.page.get_by_label("Brukernavn").count() == 0


def when_the_nurse_goes_on(pc):
    pc.types("Passord", PASSWORD).presses("Fortsett")


def then_what_was_written_is_there(pc, text):
    assert pc.path == "/meld/"
    pc.sees("Vi har tatt vare på det du skrev")
    assert pc.page.get_by_label("Hva skjedde?").input_value() == text


def when_the_nurse_fills_in_the_rest_and_sends(pc):
    pc.chooses("Pasient/bruker").chooses("Liten", of="Hvor alvorlig ble det?")
    pc.presses("Send meldingen")


def then_it_is_received(pc):
    pc.sees("Takk! Meldingen er sendt.", "Pasienten falt på badet i natt")


def when_the_person_is_changed(pc):
    pc.page.locator("header .st-person summary").click()
    pc.presses("Bytt person")


def then_the_form_is_empty(pc, text):
    pc.sees_nothing_of(text, "Vi har tatt vare på")
    assert pc.page.get_by_label("Hva skjedde?").input_value() == ""


def then_the_form_is_empty_also_by_the_browsers_back_button(pc, text):
    """The browser itself puts back what was typed, unless the form forbids it."""
    before = []
    while len(before) < 6 and pc.page.go_back() is not None:
        before.append(pc.path)
        if pc.path == "/meld/":
            then_the_form_is_empty(pc, text)
    assert before.count("/meld/") > 1, before
    pc.opens("/meld/")
