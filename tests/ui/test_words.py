from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from styrk.core.clock import OSLO
from styrk.ui import words

NOW = datetime(2026, 11, 21, 15, 0, tzinfo=OSLO)
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 11, 21, 14, 5, tzinfo=OSLO), "i dag 14.05"),
        (datetime(2026, 11, 20, 23, 30, tzinfo=UTC), "i dag 00.30"),  # already the 21st in Norway
        (datetime(2026, 11, 20, 9, 0, tzinfo=OSLO), "i går 09.00"),
        (datetime(2026, 3, 1, 14, 5, tzinfo=OSLO), "1. mars 2026 kl. 14.05"),
        (datetime(2026, 11, 22, 8, 0, tzinfo=OSLO), "22. nov. 2026 kl. 08.00"),
    ],
)
def test_a_moment_is_said_as_people_say_it(at, said):
    assert words.spoken_moment(at, NOW) == said


@pytest.mark.parametrize(
    ("days", "text", "color"),
    [
        (-5, "5 dager over fristen", "danger"),
        (-1, "1 dag over fristen", "danger"),
        (0, "Frist i dag", "warning"),
        (1, "Frist i morgen", "warning"),
        (3, "3 dager igjen", "warning"),
        (4, "4 dager igjen", "info"),
        (7, "7 dager igjen", "info"),
        (8, "8 dager igjen", "neutral"),
    ],
)
def test_a_deadline_is_said_in_words_and_colour(days, text, color):
    state = words.due_state(TODAY + timedelta(days=days), TODAY)

    assert (state.text, state.color) == (text, color)


def test_days_and_deadlines_are_said_in_the_language_of_each_reader():
    with translation.override("en"):
        in_english = words.spoken_day(TODAY), words.due_state(TODAY, TODAY).text
    said = words.spoken_day(TODAY), words.due_state(TODAY, TODAY).text

    assert said == ("21. nov. 2026", "Frist i dag")
    assert in_english == ("21 Nov 2026", "Due today")


def test_a_deadline_with_a_time_counts_norwegian_days():
    assert (
        words.due_state(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), TODAY).text == "Frist i morgen"
    )


def test_numbers_have_a_space_that_does_not_break():
    assert words.capped(1204) == "1\u00a0204"
    assert words.capped(1000, is_capped=True) == "1\u00a0000+"
    assert words.capped(999) == "999"


def test_whole_numbers_in_a_sentence_are_grouped_and_words_left_alone():
    text = "%(name)s: %(many)s av %(few)s (%(share)s %%)"
    said = words.filled(text, name="Lia", many=166398, few=12, share=50)
    assert said == "Lia: 166\u00a0398 av 12 (50 %)"


def test_iso_has_oslos_offset():
    assert words.iso(datetime(2026, 7, 1, 10, 0, tzinfo=UTC)) == "2026-07-01T12:00+02:00"
    assert words.iso(date(2026, 7, 1)) == "2026-07-01"


@pytest.mark.parametrize(
    ("name", "letters"), [("Ida", "I"), ("Ida Berg", "IB"), ("Ida Marie Berg", "IB"), ("", "")]
)
def test_initials(name, letters):
    assert words.initials(name) == letters
