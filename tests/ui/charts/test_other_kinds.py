"""Golden facts of funnels, bars, before and after, sums and budgets."""

from dataclasses import replace

import pytest

from styrk.ui.charts import NARROW, WIDE, Bar, FunnelUnit, as_table, described, draw
from styrk.ui.charts.samples import samples
from tests.ui.charts.seen import seen

CHARTS = samples()


def drawn(name, **changes):
    return seen(draw(replace(CHARTS[name], **changes), WIDE))


def width(one) -> float:
    return float(one.attrib["width"])


def test_a_funnel_names_outliers_and_the_readers_own():
    found = drawn("funnel")

    assert {"Akershus", "Vestfold"} <= set(found.texts)
    assert "Oslo" not in found.texts
    assert len(found.of("mark-bad")) == 2  # and its explanation
    assert len(found.of("own")) == 2
    assert len(found.of("unit")) == len(CHARTS["funnel"].units) - 1 - sum(
        unit.outlier for unit in CHARTS["funnel"].units
    )
    assert "Utenfor de ytre grensene: Akershus" in described(CHARTS["funnel"])


def test_a_funnel_has_curves_at_95_and_998():
    found = drawn("funnel")

    assert len(found.of("inner")) == len(found.of("outer")) == 3
    assert found.of("inner")[0].attrib["d"].count("L") > 30


@pytest.mark.parametrize("shape", [WIDE, NARROW], ids=["wide", "narrow"])
def test_names_in_a_crowd_do_not_meet(shape):
    crowd = [
        FunnelUnit(f"Helseforetak nummer {n}", 500 + n * 3, 12 + n % 3 / 5, outlier=True)
        for n in range(14)
    ]
    found = seen(draw(replace(CHARTS["funnel"], units=crowd), shape))

    assert found.problems() == []
    assert any(text.startswith("Helse") for text in found.texts)


def test_bars_begin_at_zero_and_are_as_long_as_their_figures():
    found = drawn("bars", bars=[Bar("Én", 10), Bar("To", 20), Bar("Tre", -10)], target=None)
    one, two, three = found.of("bar")

    assert width(two) == pytest.approx(2 * width(one), abs=0.2)
    assert width(three) == pytest.approx(width(one), abs=0.2)
    assert float(three.attrib["x"]) + width(three) == pytest.approx(float(one.attrib["x"]), abs=0.2)


def test_a_bar_without_a_figure_says_why():
    found = drawn("bars")

    assert "for få" in found.texts
    assert len(found.of("bar")) + len(found.of("bar-own")) - 1 == 5
    assert ("Sunnaas sykehus HF", "for få", "–", "–") in as_table(CHARTS["bars"]).rows


def test_before_and_after_shows_both_levels_and_how_sure():
    found = drawn("before_after")

    assert {"Før 20,5", "Etter 15,3"} <= set(found.texts)
    assert "Endring −5,3, trolig mellom −6,4 og −4,2" in found.texts
    assert "6. jan. 2025: Faste runder på natt, og lavere senger" in found.texts
    assert len(found.of("span-good")) == 2
    assert found.of("pale")[0].attrib["d"].count("M") == 2


def test_without_an_interval_no_certainty_is_drawn():
    found = drawn("before_after", low=float("-inf"), high=float("inf"))

    assert not found.of("span-good")
    assert "Endring −5,3" in found.texts
    assert "mellom" not in found.told("desc")


def test_before_and_after_are_told_apart_in_the_table():
    rows = as_table(CHARTS["before_after"]).rows

    assert [row[1] for row in rows] == ["før"] * 12 + ["etter"] * 8


def test_sums_show_where_they_reach_the_limit():
    chart = CHARTS["cusum"]
    reached = sum(step.signal_up for step in chart.steps)

    assert reached > 0
    assert len(drawn("cusum").of("mark")) == reached + 1
    assert f"Summen når grensa {reached} ganger." in described(chart)


def test_a_sum_that_begins_again_is_marked_on_its_limit():
    steps = [replace(CHARTS["cusum"].steps[0], up=0.0, signal_up=True)]
    found = drawn("cusum", steps=steps)
    limit = found.of("limit")[0].attrib["d"].split("H")[0].split()[1]

    top = float(found.of("mark")[0].attrib["d"].split("l")[0].split()[1])
    assert top == pytest.approx(float(limit) - 4.6 * 1.2, abs=0.2)


def test_a_smoothed_series_marks_its_mean_and_not_the_figures():
    chart = CHARTS["ewma"]
    found = drawn("ewma")

    assert len(found.of("mark")) == sum(point.outside for point in chart.points) + 1 > 1
    assert len(found.of("pale-dot")) == len(chart.points)


def test_a_budget_has_a_stroke_for_each_line():
    found = drawn("budget")

    looks = ("line", "budget", "before", "forecast")
    assert [len(found.of(look)) for look in looks] == [2, 2, 2, 2]
    assert found.of("line")[0].attrib["d"].count("L") == 7
    assert "Faktisk 828" in found.texts
    assert "aug. 25: 828\u00a0mill. kroner hittil i år, mot budsjettet på 800." in described(
        CHARTS["budget"]
    )


def test_a_line_without_figures_is_not_explained():
    periods = [replace(one, forecast=None) for one in CHARTS["budget"].periods]

    assert "Årsestimat" not in drawn("budget", periods=periods).texts
    assert len(as_table(replace(CHARTS["budget"], periods=periods)).header) == 4
