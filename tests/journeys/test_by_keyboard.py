"""The report form by keyboard alone: seen where one is, told what is wrong, and sent."""

import pytest

from tests.journeys.visitor import DESKTOP

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]

FALL = "Pasienten falt på badet i natt. Gulvet var vått etter dusjing."
# What has the focus, by the words that people read, and whether one sees that it has it.
FOCUSED = """
() => {
  const at = document.activeElement;
  const words = at.labels?.[0]?.innerText || at.innerText || at.ariaLabel || "";
  const drawn = [at, at.nextElementSibling, at.parentElement].filter(Boolean).map((one) => getComputedStyle(one));
  const seen = drawn.some((style) => style.outlineStyle !== "none" || style.boxShadow !== "none");
  const inside = !at.matches(":focus");  // the browser's own button in a field, with its own ring
  return [words.trim().split("\\n")[0], seen || inside];
}
"""


def test_report_by_keyboard_alone(visitor):
    nurse = visitor("nurse", view=DESKTOP)

    given_the_form_is_open(nurse)
    when_it_is_sent_with_nothing_in_it(nurse)
    then_the_first_thing_read_is_what_is_missing(nurse)
    when_the_way_to_the_missing_is_followed(nurse)
    then_one_is_in_the_field_and_can_fill_in_the_rest(nurse)
    when_it_is_sent(nurse)
    then_it_is_received(nurse)


def given_the_form_is_open(nurse):
    nurse.opens("/meld/")
    press(nurse, "Tab")
    assert focused(nurse) == "Hopp til innholdet"
    press(nurse, "Enter", "Tab")
    assert focused(nurse).startswith("Hva skjedde?")


def when_it_is_sent_with_nothing_in_it(nurse):
    tab_to(nurse, "Send meldingen")
    with nurse.page.expect_response("**/meld/"):
        press(nurse, "Enter")
    nurse.sees("Se over dette før du går videre")
    nurse.looks_over()


def then_the_first_thing_read_is_what_is_missing(nurse):
    assert focused(nurse) == "Se over dette før du går videre"
    nurse.sees("Hva skjedde: Fyll ut dette.", "Hva gjelder det: Velg det som passer.")


def when_the_way_to_the_missing_is_followed(nurse):
    press(nurse, "Tab")
    assert focused(nurse) == "Hva skjedde: Fyll ut dette."
    press(nurse, "Enter")


def then_one_is_in_the_field_and_can_fill_in_the_rest(nurse):
    assert focused(nurse).startswith("Hva skjedde?")
    nurse.page.keyboard.type(FALL)
    tab_to(nurse, "Pasient/bruker")
    press(nurse, "ArrowRight", "ArrowLeft")
    tab_to(nurse, "Sengepost 1A")
    tab_to(nurse, "Ingen")
    press(nurse, "ArrowRight")
    assert focused(nurse) == "Liten"
    tab_to(nurse, "Mer: bilder, sted, hva dere gjorde")
    press(nurse, "Enter")
    tab_to(nurse, "Mer om stedet")
    nurse.page.keyboard.type("Bad 3")


def when_it_is_sent(nurse):
    tab_to(nurse, "Meldingen gjelder lederen min. Send den forbi lederen.")
    tab_to(nurse, "Send meldingen")
    with nurse.page.expect_navigation():
        press(nurse, "Enter")
    nurse.looks_over()


def then_it_is_received(nurse):
    nurse.sees("Takk! Meldingen er sendt.", "Pasienten falt på badet i natt", "Bad 3")


def press(visitor, *keys):
    for key in keys:
        visitor.page.keyboard.press(key)


def focused(visitor):
    """The words of what has the focus; it must be seen to have it."""
    words, seen = visitor.page.evaluate(FOCUSED)
    assert seen, f"one does not see that «{words}» has the focus"
    return words


def tab_to(visitor, words):
    """Forward until one is there; never past it, and never around."""
    for _press in range(25):
        press(visitor, "Tab")
        if focused(visitor).startswith(words):
            return
    raise AssertionError(f"«{words}» is not reached")
