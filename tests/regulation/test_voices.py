"""§§ 6 g, 7 e and 8 d: what is told us is gathered, used, and judged."""

from datetime import date, timedelta

import pytest

from styrk.feedback import commands
from styrk.feedback.models import Voice
from styrk.feedback.types import Told
from tests.regulation.conftest import facts, leader


@pytest.fixture
def tell(world, now, as_person):
    """So many voices at the ward that came so many days ago, answered where one says so."""

    def tell(number=1, *, days=0, kind="complaint", answered=False, used=False):
        for _nth in range(number):
            told = Told(
                unit=world.ward,
                kind=kind,
                channel="letter",
                text="Det var kaldt.",
                received_on=now.date() - timedelta(days=days),
                answer_owed=True,
            )
            key = f"{_nth} {days} {kind} {answered} {used}"
            commands.tell_us(told=told, key=key, by=None, now=now)
            with as_person(leader(world)):
                done(Voice.objects.select_related("unit", "held_by").latest("pk"), answered, used)

    def done(voice, answered, used):
        by = {"by": leader(world), "now": now}
        if answered:
            commands.take_voice(voice=voice, **by)
            if used:
                commands.tell_change(voice=voice, said="Kaldt", did="Varme", public=False, **by)
            commands.answer_voice(voice=voice, answer="Takk.", **by)

    return tell


def test_7_e_is_not_shown_without_voices(world, letters):
    assert letters(world.ward)["7e"].status == "not_shown"


def test_7_e_is_shown_where_one_in_ten_led_to_something(world, letters, tell):
    tell(9, days=40, answered=True)
    assert letters(world.ward)["7e"].status == "not_shown"

    tell(days=40, answered=True, used=True)

    evidence = letters(world.ward)["7e"]
    assert (evidence.status, facts(evidence)) == ("shown", [10, 1, 0, 0])
    assert "1 av 10" in evidence.explanation


def test_7_e_praise_asks_for_nothing(world, letters, tell):
    tell(kind="good", answered=True, used=True)

    assert facts(letters(world.ward)["7e"]) == [0, 0, 0, 0]


def test_6_g_counts_what_lies_unanswered(world, letters, tell):
    tell(2, days=40)
    tell(1, days=3, kind="experience")

    evidence = letters(world.department)["6g"]
    told = {datum.what: datum.value for datum in evidence.data}
    assert told["Stemmer siste tolv måneder"] == 3
    assert (told["Av dem klager"], told["Av dem erfaringer"]) == (2, 1)
    assert told["Uten svar eller vurdering etter en måned"] == 2
    assert "2 ligger uten svar etter en måned" in evidence.explanation


def test_8_d_needs_a_judgement_of_the_last_year(world, letters, tell, now):
    tell(days=3)
    assert letters(world.ward)["8d"].status == "not_shown"

    said = {"unit": world.ward, "voices": 1, "good": "Ro", "better": "Varme", "by": leader(world)}
    days = {"first_on": date(2025, 1, 1), "last_on": date(2025, 6, 1)}
    commands.judge_voices(**said, **days, now=now - timedelta(days=366))
    assert letters(world.ward)["8d"].status == "not_shown"

    commands.judge_voices(**said, **days, now=now)

    assert letters(world.ward)["8d"].status == "shown"
    assert facts(letters(world.department)["8d"]) == [0, 1]
