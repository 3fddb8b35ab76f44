"""What a board reads first: what got worse, and of that the gravest; an indicator in one place."""

from dataclasses import replace

import pytest

from styrk.board import signals, since
from styrk.board.figures import GRAVEST, SPECS, WISHES
from styrk.board.types import Content, Figure, Section
from styrk.core import clock, scope
from styrk.indicators.models import Signal
from styrk.indicators.presenters.changes import Turn, turned
from styrk.indicators.states import Direction
from tests.indicators.conftest import define  # noqa: F401 - an indicator
from tests.world import standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def stands_out(define, now):  # noqa: F811
    """`stands_out("wait", unit, ["shift_low"], p=0.001)`: its series there differs that much."""
    made = {}

    def stands_out(code, unit, kinds=(), *, direction="down", p=0.001, moved=1.0):
        indicator = made.get(code) or define(code, direction=direction)
        made[code] = indicator
        with scope.acting(scope.SYSTEM):
            Signal.objects.update_or_create(
                indicator=indicator,
                unit=unit,
                defaults={
                    "stale": False,
                    "points": 24,
                    "figure": 12.0,
                    "period": clock.day(now).replace(day=1),
                    "kinds": list(kinds),
                    "variation": "common",
                    "p": p,
                    "moved": moved,
                },
            )

    return stands_out


@pytest.fixture
def told(world, ceo, now, as_person):
    def told():
        with as_person(ceo):
            return signals.signals(world.trust, standing(ceo, now))

    return told


def test_an_indicator_takes_one_place_with_its_units(world, stands_out, told):
    """The topmost unit where it got worse, the others named; and it says that this is worse."""
    stands_out("wait", world.ward, ["shift_high"], p=0.0001)
    stands_out("wait", world.clinic, ["shift_high"], p=0.001)
    stands_out("wait", world.other_ward, ["shift_low"], p=0.001)

    (line,) = told().lines

    assert line.title == "Indikator wait"
    assert line.tags == (("Til det verre", "danger"),)
    first, also, better = line.under.split("\n")
    assert first.startswith("Medisinsk klinikk: ")
    assert also == "Også til det verre: Sengepost 1A."
    assert better == f"Til det bedre: {world.other_ward.name}."


def test_what_got_worse_stands_before_what_got_better(world, stands_out, told):
    stands_out("better", world.ward, ["shift_low"], p=0.00001)
    stands_out("neither", world.ward, ["shift_low"], direction="neutral", p=0.0001)
    stands_out("worse", world.ward, ["shift_high"], p=0.001)
    stands_out("risen", world.ward, [], direction="up", moved=3.0, p=0.001)

    found = told()

    assert [(one.title[10:], one.tags[0][0]) for one in found.lines] == [
        ("worse", "Til det verre"),
        ("neither", "Endret"),
        ("better", "Til det bedre"),
        ("risen", "Til det bedre"),
    ]
    assert found.more == 0


def test_many_indicators_leave_a_number_and_the_list(world, stands_out, told):
    for nth in range(signals.SIGNALS + 2):
        stands_out(f"i{nth}", world.ward, ["shift_high"])
        stands_out(f"i{nth}", world.other_ward, ["shift_high"])

    found = told()

    assert (len(found.lines), found.more) == (signals.SIGNALS, 2)


@pytest.mark.parametrize(
    ("way", "wished", "turn"),
    [(1, -1, Turn.WORSE), (-1, -1, Turn.BETTER), (2, 1, Turn.BETTER), (1, 0, Turn.OTHER)],
)
def test_which_way_is_good(way, wished, turn):
    assert turned(way, wished) is turn
    assert set(Direction) == {"up", "down", "neutral"}


def test_what_changed_is_ordered_by_what_it_means():
    def figure(key, before, value):
        return Figure(key, key, value, before)

    made = Section(
        "x",
        "X",
        figures=(
            figure("voices.received", 10, 23),
            figure("goals.reached", 1, 2),
            figure("incidents.late", 0, 7),
            figure("incidents.serious_late", 0, 1),
            figure("actions.late", 9, 4),
        ),
    )
    letters = {"6a": "not_shown", "6c": "shown", "7b": "partly"}
    before = Content(
        "F", "f", "2026-10-01", letters={"6a": "shown", "6c": "partly", "7b": "unknown"}
    )

    found = since.changed_since([made], before, letters)

    assert [(one.title[:22], [label for label, _ in one.tags]) for one in found.lines] == [
        ("incidents.serious_late", ["Til det verre"]),
        ("§ 6 a Mål, oppgaver, o", ["Til det verre"]),
        ("incidents.late", ["Til det verre"]),
        ("§ 7 b Medarbeiderne ka", []),
        ("voices.received", []),
        ("§ 6 c Regelverk, retni", ["Til det bedre"]),
        ("actions.late", ["Til det bedre"]),
        ("goals.reached", ["Til det bedre"]),
    ]
    assert since.changed_since([made], replace(before, letters=letters), letters).lines[
        0
    ].under == ("0 da, 1 nå")


def test_what_is_wished_and_grave_is_known_by_its_number():
    known = {one.key for one in SPECS} | {"reporters.share", since.LETTERS}
    assert set(WISHES) | set(GRAVEST) <= known
    assert len(GRAVEST) == len(set(GRAVEST))
