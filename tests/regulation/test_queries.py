"""How claims become the rows of the forskriftskart."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from styrk.core.asking import Ask
from styrk.regulation.letters import ALL, LETTERS, Letter
from styrk.regulation.profiles import Extent, Size
from styrk.regulation.queries import claims, collect, weigh
from styrk.regulation.types import Answer, Claim, Datum, Evidence, Question, Status

TODAY = date(2026, 11, 16)
QUESTION = Question(unit_id=1, code="f", path="1.", on=TODAY, today=TODAY)
DATUM = Datum("Meldinger", "3", TODAY)
pytestmark = pytest.mark.django_db


def read(_question: Question) -> Ask[int]:
    return Ask("SELECT %(number)s + 1", {"number": 6}, int)


def claim(letter: Letter, status: Status, **facts) -> Claim:
    def gather(_question: Question, _found: int) -> Answer:
        return Answer(status, f"er {status}", (DATUM,))

    return Claim(letter, f"regel {status}", read, gather, **facts)


def row(letter: Letter, *made: Claim, question: Question = QUESTION) -> Evidence:
    return next(one for one in weigh(question, made) if one.letter == letter)


def test_every_letter_has_a_row_in_order():
    rows = weigh(QUESTION, [])

    assert [one.letter for one in rows] == [*LETTERS, Letter.S3, Letter.S5]


def test_a_letter_without_a_claim_is_unknown_and_says_what_will_show_it():
    for evidence, provision in zip(weigh(QUESTION, []), ALL, strict=True):
        assert evidence.status == Status.UNKNOWN
        if provision.later:
            assert "kan ikke vise dette ennå" in evidence.explanation
            assert str(provision.later.what) in evidence.explanation


def test_what_is_to_come_is_not_here_already():
    """Else the map says «delvis» for ever: what an app brings takes the reservation away."""
    claimed = {(one.letter, one.app) for one in claims()}
    later = {(one.letter, one.later.app) for one in ALL if one.later}

    assert later
    assert not later & claimed


def test_a_letter_that_nothing_is_to_come_for_has_a_claim():
    claimed = {one.letter for one in claims()}

    assert [one.letter for one in ALL if one.letter not in claimed and one.later is None] == []


def test_a_claim_on_all_that_the_letter_asks_can_be_shown():
    evidence = row(Letter.B9, claim(Letter.B9, Status.SHOWN))

    assert (evidence.status, evidence.reservation) == (Status.SHOWN, "")
    assert (evidence.rule, evidence.explanation) == ("regel shown", "er shown")
    assert evidence.data == (DATUM,)


def test_a_claim_on_some_of_it_is_never_more_than_partly():
    evidence = row(Letter.D7, claim(Letter.D7, Status.SHOWN))

    assert evidence.status == Status.PARTLY
    assert "krever mer enn dette" in evidence.reservation


@pytest.mark.parametrize("letter", [Letter.B8, Letter.C8, Letter.F8])
def test_data_alone_never_shows_a_letter_that_asks_for_a_judgement(letter):
    evidence = row(letter, claim(letter, Status.SHOWN))

    assert evidence.status == Status.PARTLY
    assert "krever forskriften at noen vurderer" in evidence.reservation


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (Status.SHOWN, Status.SHOWN, Status.SHOWN),
        (Status.SHOWN, Status.NOT_SHOWN, Status.PARTLY),
        (Status.PARTLY, Status.SHOWN, Status.PARTLY),
        (Status.NOT_SHOWN, Status.NOT_SHOWN, Status.NOT_SHOWN),
        (Status.UNKNOWN, Status.NOT_SHOWN, Status.NOT_SHOWN),
        (Status.UNKNOWN, Status.UNKNOWN, Status.UNKNOWN),
    ],
)
def test_several_claims_on_a_letter_become_one_row(one, other, together):
    made = [claim(Letter.B9, status) for status in (one, other)]

    evidence = row(Letter.B9, *made)

    assert evidence.status == together
    assert evidence.rule == f"regel {one}\nregel {other}"
    assert len(evidence.data) == 2


def test_live_data_says_nothing_of_another_day():
    yesterday = Question(1, "f", "1.", TODAY - timedelta(days=1), TODAY)

    live = row(Letter.B9, claim(Letter.B9, Status.SHOWN), question=yesterday)
    dated = row(Letter.A9, claim(Letter.A9, Status.SHOWN, live=False), question=yesterday)

    assert (live.status, dated.status) == (Status.UNKNOWN, Status.SHOWN)


def test_what_claims_share_is_read_once_and_all_in_one_trip(django_assert_num_queries):
    told = []

    def other(_question: Question) -> Ask[str]:
        return Ask("SELECT %s", ["100 % og ; og 'æøå'"], str)

    def gather(_question: Question, found: int | str) -> Answer:
        told.append(found)
        return Answer(Status.SHOWN, "")

    made = [Claim(Letter.B9, "regel", one, gather) for one in (read, other, read)]
    with django_assert_num_queries(1):
        weigh(QUESTION, made)

    assert told == [7, "100 % og ; og 'æøå'", 7]


def test_without_a_unit_nothing_is_known():
    assert {one.status for one in collect(None)} == {Status.UNKNOWN}


def test_every_claim_says_its_rule():
    for size in Size:
        question = replace(QUESTION, extent=Extent(size))
        assert all(one.says(question).strip().endswith(".") for one in claims())
