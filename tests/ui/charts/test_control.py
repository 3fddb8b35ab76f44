"""The control chart shows what it is told: golden facts."""

import re
from dataclasses import replace
from datetime import date

import pytest

from styrk.ui.charts import (
    NARROW,
    ControlChart,
    Mark,
    Part,
    Point,
    Remark,
    Tone,
    as_table,
    described,
    draw,
    sparkline,
)
from styrk.ui.charts.samples import months, samples
from tests.ui.charts.seen import seen

VALUES = (10, 12, 9, 11, 10, 12, 8, 11, 10, 9, 12, 11)


def series(**changes) -> ControlChart:
    points = [Point(m, v, 10.4, 5.2, 15.6) for m, v in zip(months(12), VALUES, strict=True)]
    return replace(ControlChart(title="Fall", points=points, measured_in="fall"), **changes)


def changed(place, **changes) -> ControlChart:
    points = list(series().points)
    points[place] = replace(points[place], **changes)
    return series(points=points)


def places(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", path)]


def line(chart) -> str:
    return seen(draw(chart)).of("line")[0].attrib["d"]


def test_points_are_joined_in_order_and_high_is_up():
    found = places(line(series()))

    assert len(found) == 12
    assert [x for x, _ in found] == sorted(x for x, _ in found)
    assert min(found, key=lambda one: one[1])[0] == found[1][0]
    assert line(series()).count("M") == 1


def test_a_missing_point_is_a_gap():
    found = line(changed(4, value=None))

    assert len(places(found)) == 11
    assert found.count("M") == 2


def test_a_point_outside_has_a_diamond_and_its_words():
    drawn = seen(draw(changed(3, value=19.0, mark=Mark.OUTSIDE, tone=Tone.BAD)))

    mark, _sign = drawn.of("mark-bad")
    assert re.fullmatch(r"M\S+ \S+l(\S+) \1 -\1 \1 -\1 -\1z", mark.attrib["d"])
    assert mark[0].text == "april 24: 19,0\u00a0fall, over øvre grense (verre)"
    assert "utenfor grensene: verre" in drawn.texts
    assert len(drawn.of("dot")) == 11


def test_every_mark_has_a_shape_of_its_own():
    shapes = set()
    for mark in list(Mark)[1:]:
        drawn = seen(draw(changed(3, mark=mark)))
        found = next(one for one in (*drawn.of("mark"), *drawn.of("ring")) if len(one))
        path = found.attrib.get("d", "")
        shapes.add(found.tag + re.sub(r"[\d.-]+", "", path) + str(path.count("L")) + way(path))

    assert len(shapes) == 5


def way(path: str) -> str:
    ys = [y for _, y in places(path)]
    return "up" if ys and ys[0] == min(ys) else "down"


def test_good_and_bad_differ_without_colour():
    good = seen(draw(changed(3, mark=Mark.SHIFT, tone=Tone.GOOD)))
    bad = seen(draw(changed(3, mark=Mark.SHIFT, tone=Tone.BAD)))

    assert (len(good.of("pip")), len(bad.of("pip"))) == (2, 0)
    assert "lang rad på samme side: bedre" in good.texts


def test_an_excluded_point_is_hollow_whatever_it_is():
    drawn = seen(draw(changed(3, mark=Mark.OUTSIDE, excluded=True)))

    assert len(drawn.of("out")) == 2
    assert not drawn.of("mark")
    assert "holdt utenfor" in drawn.texts


def test_what_is_waited_for_is_hatched_and_said():
    drawn = seen(draw(changed(11, value=None, waiting=True)))

    assert len(drawn.of("wait")) == 2
    assert "venter på tall" in drawn.texts
    assert "Ett tall venter vi på." in drawn.told("desc")
    assert "mangler" not in drawn.told("desc")


def test_limits_are_level_until_they_change():
    level = seen(draw(series())).of("limit")[0].attrib["d"]
    stepped = seen(draw(changed(6, low=4.0))).of("limit")[0].attrib["d"]

    assert (level.count("H"), level.count("V")) == (1, 0)
    assert (stepped.count("H"), stepped.count("V")) == (3, 2)


def test_parts_have_lines_of_their_own_and_a_name():
    points = [
        replace(p, part=1 + (n > 5), centre=10 + (n > 5)) for n, p in enumerate(series().points)
    ]
    drawn = seen(draw(series(points=points, parts=(Part("Før"), Part("Etter", unsettled=True)))))

    assert {"Før", "Etter"} <= set(drawn.texts)
    assert len(drawn.of("part")) == 1
    assert drawn.of("line")[0].attrib["d"].count("M") == 2
    assert len(drawn.of("centre")) == len(drawn.of("unsettled")) == 2  # the line, and its sign
    assert "Midtlinje som tallene ikke svinger tilfeldig rundt" in drawn.texts


def test_a_name_there_is_no_room_for_stands_below():
    long = "Etter at poliklinikken ble lagt om i alle klinikker"
    points = [replace(p, part=1 + (n > 9)) for n, p in enumerate(series().points)]
    drawn = seen(draw(series(points=points, parts=(Part("Før"), Part(long))), NARROW))

    assert " ".join(drawn.texts).find("Fra nov. 24: Etter at poliklinikken ble") > 0
    assert drawn.problems() == []


def test_the_frozen_baseline_is_shaded_from_the_first_point():
    half = seen(draw(series(frozen=6))).of("frozen")[0].attrib
    whole = seen(draw(series(frozen=12))).of("frozen")[0].attrib

    assert float(half["width"]) * 2 == pytest.approx(float(whole["width"]), abs=0.2)
    assert half["x"] == whole["x"]


def test_remarks_have_numbers_in_order_and_actions_a_line():
    told = (Remark(8, "Ny leder"), Remark(2, "Ny rutine", action=True), Remark(8, "Nytt bygg"))
    drawn = seen(draw(series(remarks=told)))

    assert [text for text in drawn.texts if ": " in text] == [
        "mars 24: Tiltak: Ny rutine",
        "sep. 24: Ny leder",
        "sep. 24: Nytt bygg",
    ]
    assert [text for text in drawn.texts if text in "123"] == ["1", "2", "3"] * 2
    assert len(drawn.of("act")) == 1
    assert len(drawn.of("drop")) == 2
    assert len(drawn.of("flag")) == 2  # on the chart, and in the text below
    assert drawn.problems() == []


def test_a_target_over_time_is_a_stepped_line_with_its_last_value():
    points = [replace(p, target=12 if n < 6 else 9) for n, p in enumerate(series().points)]
    drawn = seen(draw(series(points=points)))

    assert drawn.of("target")[0].attrib["d"].count("V") == 1
    assert "Mål 9,0" in drawn.texts


def ticks(chart) -> list[str]:
    return [text for text in seen(draw(chart)).texts if re.fullmatch(r"[−\d,\u202f]+", text)]


def test_the_axis_begins_at_zero_only_when_the_figures_are_near_it():
    high = [Point(m, v + 80) for m, v in zip(months(12), VALUES, strict=True)]
    low = [Point(m, v - 7) for m, v in zip(months(12), VALUES, strict=True)]

    assert "0" not in ticks(series(points=high))
    assert ticks(series(points=low))[0] == "0"
    assert not any(tick.startswith("−") for tick in ticks(series(points=low)))


def test_per_cent_never_passes_a_hundred():
    points = [Point(m, 85 + v) for m, v in zip(months(12), (*VALUES[:-1], 15), strict=True)]
    free, bounded = (seen(draw(series(points=points, ceiling=c))) for c in (None, 100))

    top = float(bounded.of("grid")[0].attrib["d"].split("M")[-1].split("H")[0].split()[1])
    assert ticks(series(points=points, ceiling=100))[-1] == "100"
    assert min(y for _, y in places(bounded.of("line")[0].attrib["d"])) == top
    assert min(y for _, y in places(free.of("line")[0].attrib["d"])) > top


def test_counts_have_whole_marks():
    points = [Point(m, n % 3) for n, m in enumerate(months(12))]

    assert ticks(series(points=points, decimals=0)) == ["0", "1", "2"]


def test_it_says_in_words_what_it_shows():
    said = described(changed(3, value=19.0, mark=Mark.OUTSIDE))

    assert said == (
        "12 punkter fra jan. 24 til des. 24. Det siste er 11,0\u00a0fall. "
        "Midtlinja er 10,4, og det vanlige er fra 5,2 til 15,6. Ett punkt er utenfor grensene."
    )


def test_the_table_says_the_same():
    chart = replace(changed(3, value=None), remarks=(Remark(3, "Streik"),))
    behind = as_table(chart)

    assert behind.header == (
        "Periode",
        "Tall (fall)",
        "Midtlinje",
        "Nedre grense",
        "Øvre grense",
        "Merknad",
    )
    assert behind.rows[3] == ("april 24", "mangler", "10,4", "5,2", "15,6", "Streik")
    assert behind.numbers == {1, 2, 3, 4}


def test_a_sparkline_is_small_and_marks_the_last_point():
    chart = samples()["control"]
    found = sparkline(chart.points, "Ventetid")
    last = seen(sparkline(series().points, "Fall"))

    assert len(found) < 700
    assert len(last.of("end")) == 1
    assert last.root.attrib["aria-label"] == "Fall"
    assert seen(sparkline([], "")).root.attrib["aria-hidden"] == "true"


def test_a_sparkline_marks_what_stands_out():
    points = changed(3, mark=Mark.OUTSIDE, tone=Tone.BAD).points

    assert len(seen(sparkline(points)).of("mark-bad")) == 1


def test_a_good_mark_of_a_sparkline_has_a_light_eye_so_that_it_differs_without_colour():
    good = seen(sparkline(changed(3, mark=Mark.SHIFT, tone=Tone.GOOD).points))
    bad = seen(sparkline(changed(3, mark=Mark.SHIFT, tone=Tone.BAD).points))

    assert (len(good.of("mark-good")), len(good.of("eye"))) == (1, 1)
    assert (len(bad.of("mark-bad")), len(bad.of("eye"))) == (1, 0)


def test_a_missing_point_breaks_the_line_of_a_sparkline_and_one_that_stands_alone_is_a_dot():
    points = [
        Point(place, value) for place, value in enumerate((3.0, 4.0, None, 5.0, None, 2.0, 6.0))
    ]

    (line,) = seen(sparkline(points)).of("line")
    stretches = line.attrib["d"].split("M")[1:]

    assert len(stretches) == 3
    assert stretches[1].endswith("l0 0")


def test_a_point_of_another_year_is_another_picture():
    moved = series(points=[replace(series().points[0], at=date(2020, 1, 1)), *series().points[1:]])

    assert draw(moved) != draw(series())


def test_on_paper_a_sparkline_has_room_for_the_marks_at_its_ends():
    out = [
        replace(p, mark=Mark.OUTSIDE) if n in {0, 11} else p for n, p in enumerate(series().points)
    ]
    drawn = str(sparkline(out, alone=True))

    left, _top, width, _height = map(float, re.search(r'viewBox="([^"]+)"', drawn)[1].split())
    marks = [float(x) for x in re.findall(r"M(\d+) ", drawn.split("<path")[-1])]
    assert min(marks) - 10 >= left
    assert max(marks) + 10 <= left + width
