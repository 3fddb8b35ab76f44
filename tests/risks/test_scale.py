"""A matrix as data, without a database."""

import pytest

from styrk.risks.example import EXAMPLE
from styrk.risks.scale import Dimension, Limit, NotAScale, Scale, check


def changed(**facts):
    return Scale(**{name: getattr(EXAMPLE, name) for name in Scale.__dataclass_fields__} | facts)


def test_the_example_is_one_and_reads_back_as_it_was_written():
    check(EXAMPLE)

    assert Scale.of(EXAMPLE.as_data()) == EXAMPLE


def test_every_score_of_the_example_has_the_zone_we_say():
    zones = {score: EXAMPLE.zone(score) for score in range(1, 26)}

    assert {score for score, zone in zones.items() if zone == "green"} == set(range(1, 6))
    assert {score for score, zone in zones.items() if zone == "yellow"} == set(range(6, 15))
    assert {score for score, zone in zones.items() if zone == "red"} == set(range(15, 26))


def test_scales_that_say_the_same_have_the_same_mark():
    assert Scale.of(EXAMPLE.as_data()).mark == EXAMPLE.mark
    assert changed(limits=(Limit("green", 1, "unit"), Limit("red", 15, "top"))).mark != EXAMPLE.mark


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"likelihoods": EXAMPLE.likelihoods[:2]}, "size"),
        ({"levels": (*EXAMPLE.levels, "a", "b")}, "size"),
        ({"dimensions": ()}, "dimensions"),
        ({"dimensions": (Dimension("x", "X", ("a", "b")),)}, "dimensions"),
        ({"dimensions": (Dimension("x", "", ("a", "b", "c", "d", "e")),)}, "dimensions"),
        ({"limits": (Limit("green", 2, "unit"),)}, "limits"),
        ({"limits": (Limit("green", 1, "unit"), Limit("red", 30, "top"))}, "limits"),
        ({"limits": (Limit("green", 1, "unit"), Limit("red", 1, "top"))}, "limits"),
    ],
)
def test_what_one_cannot_rate_in_is_refused(facts, why):
    with pytest.raises(NotAScale, match=why):
        check(changed(**facts))
