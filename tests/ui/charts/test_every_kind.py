"""What holds for every kind of chart, in both shapes, in a page and alone."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from styrk.core.papers import picture
from styrk.ui.charts import (
    NARROW,
    WIDE,
    Assured,
    BarChart,
    BeforeAfter,
    ControlChart,
    FunnelChart,
    Point,
    Remark,
    Rhythm,
    Variation,
    as_table,
    assurance_icon,
    described,
    draw,
    in_page,
    sparkline,
    variation_icon,
)
from styrk.ui.charts.looks import LOOKS
from styrk.ui.charts.samples import months, samples, weeks
from tests.ui.charts.seen import seen

STYLES = Path("src/styrk/ui/static/charts.css").read_text()
HOSTILE = "<script>alert('1')</script> \" & ]]> \x00\x0b\U0001f600 {{ x }} %(y)s"
EMPTY = ControlChart(title="Tom", points=())
NONE_KNOWN = ControlChart(title="Venter", points=[Point(m, None, waiting=True) for m in months(6)])
ODD = {
    "weeks": weeks(),
    "empty": EMPTY,
    "none known": NONE_KNOWN,
    "one": ControlChart(title="Én", points=[Point(date(2025, 1, 1), 3.0)]),
    "constant": ControlChart(
        title="Likt", points=[Point(m, 5.0, 5.0, 5.0, 5.0) for m in months(9)]
    ),
    "nothing": ControlChart(title="Null", points=[Point(m, 0.0, 0.0) for m in months(9)]),
    "huge": ControlChart(title="Stor", points=[Point(m, 9.1e11, 9e11, 1e11) for m in months(14)]),
    "tiny": ControlChart(title="Små", points=[Point(m, 1e-7 * i) for i, m in enumerate(months(9))]),
    "below": ControlChart(
        title="Minus", points=[Point(m, -4.0 * i) for i, m in enumerate(months(9))]
    ),
    "not numbers": ControlChart(
        title="NaN",
        points=[Point(m, float("nan"), float("inf"), float("-inf")) for m in months(5)],
    ),
    "many remarks": ControlChart(
        title="Mye skjedde",
        points=[Point(m, 3.0 + i % 4, 4) for i, m in enumerate(months(24))],
        remarks=[
            Remark(i // 2, "Noe hendte i en lang setning som må brytes", i % 3 == 0)
            for i in range(24)
        ],
    ),
    "days": ControlChart(
        title="Dager",
        points=[Point(date(2025, 3, d), d % 7) for d in range(1, 32)],
        rhythm=Rhythm.DAY,
    ),
    "no bars": BarChart(title="Ingen", bars=()),
    "no units": FunnelChart(title="Ingen", units=(), limits=(), centre=3, cases_are="Antall"),
    "nothing after": BeforeAfter(
        title="Tidlig",
        points=[Point(m, 4.0) for m in months(3)],
        split=3,
        action="Tiltak",
        on=date(2025, 1, 1),
        before=4.0,
        after=None,
    ),
}
CHARTS = {**samples(), **ODD}


@pytest.fixture(params=CHARTS)
def chart(request):
    return CHARTS[request.param]


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def shape(request):
    return request.param


@pytest.mark.parametrize("alone", [False, True])
def test_no_text_meets_another_or_leaves_the_picture(chart, shape, alone):
    assert seen(draw(chart, shape, alone=alone)).problems() == []


@pytest.mark.parametrize("language", ["nn", "en"])
def test_nor_in_the_other_languages(chart, shape, language):
    with translation.override(language):
        assert seen(draw(chart, shape)).problems() == []


def test_it_is_named_and_described(chart, shape):
    drawn = seen(draw(chart, shape))

    ids = {one.attrib["id"]: one.text for one in drawn.root.iter() if "id" in one.attrib}
    assert drawn.root.attrib["role"] == "img"
    assert ids[drawn.root.attrib["aria-labelledby"]] == chart.title
    assert ids[drawn.root.attrib["aria-describedby"]] == described(chart) != ""


def test_equal_data_give_equal_pictures(chart, shape):
    assert draw(chart, shape) == draw(replace(chart), shape)


def test_it_has_no_style_or_script_and_every_class_is_styled(chart, shape):
    drawn = draw(chart, shape)

    assert not re.search(r"style=|<style|<script|\son\w+=|href=", drawn)
    classes = set(re.findall(r'class="c-([\w-]+)"', drawn))
    assert classes <= set(LOOKS)
    assert [name for name in classes if f".c-{name}" not in STYLES] == []


def test_alone_it_needs_no_style_sheet(chart, shape):
    drawn = draw(chart, shape, alone=True)

    assert "class=" not in drawn
    assert 'xmlns="http://www.w3.org/2000/svg"' in drawn


def test_every_look_is_in_the_style_sheet():
    assert [name for name in LOOKS if f".c-{name} {{" not in STYLES] == []


@pytest.mark.parametrize("name", samples())
def test_paper_can_draw_it(name):
    drawn = samples()[name]

    assert picture(draw(drawn, alone=True)).startswith(b"\x89PNG")


def test_a_table_stands_behind_it(chart):
    behind = as_table(chart)

    assert all(len(row) == len(behind.header) for row in behind.rows)
    assert all(cell for cell in behind.header)
    assert max(behind.numbers) < len(behind.header)


def test_both_shapes_on_one_page_have_their_own_ids():
    page = in_page(samples()["control"])
    ids = re.findall(r'id="([^"]+)"', page)

    assert len(ids) == len(set(ids)) == 4
    assert "x-720-t" in in_page(samples()["control"], "x")


def hostile(chart):
    text = {name: HOSTILE for name in ("title", "words", "measured_in") if hasattr(chart, name)}
    return replace(chart, **text)


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("name", samples())
def test_texts_come_out_as_they_were_written(name, alone):
    if not hasattr(samples()[name], "measured_in"):
        named = replace(samples()[name], title=HOSTILE, words=HOSTILE)
    else:
        named = hostile(samples()[name])

    drawn = draw(named, alone=alone)

    assert "<script" not in drawn
    assert seen(drawn).told("title").startswith("<script>alert('1')</script> \" & ]]> ")
    assert not alone or picture(drawn)


@pytest.mark.parametrize("alone", [False, True])
def test_hostile_names_in_the_picture(alone):
    charts = samples()
    drawn = [
        draw(
            replace(charts["bars"], bars=[replace(charts["bars"].bars[0], name=HOSTILE)]),
            alone=alone,
        ),
        draw(
            replace(charts["funnel"], units=[replace(charts["funnel"].units[1], name=HOSTILE)]),
            alone=alone,
        ),
        draw(
            replace(charts["control"], remarks=[Remark(1, HOSTILE), Remark(2, HOSTILE, True)]),
            alone=alone,
        ),
        draw(replace(charts["before_after"], action=HOSTILE), alone=alone),
        sparkline(charts["control"].points, HOSTILE, alone=alone),
        variation_icon(Variation.COMMON, HOSTILE, alone=alone),
    ]

    for one in drawn:
        assert "<script" not in one
        assert seen(one).problems() == [] if "font-size" in one else seen(one)


@pytest.mark.parametrize("variation", Variation)
@pytest.mark.parametrize("alone", [False, True])
def test_icons_say_what_they_mean(variation, alone):
    named = seen(variation_icon(variation, "Bedring", alone=alone)).root

    assert (named.attrib["role"], named.attrib["aria-label"]) == ("img", "Bedring")
    assert seen(variation_icon(variation, "")).root.attrib["aria-hidden"] == "true"


def test_every_icon_differs_by_its_shape():
    shapes = [
        tuple(one.attrib.get("d", one.attrib.get("y")) for one in seen(svg).root)
        for svg in (
            *(variation_icon(one, "") for one in Variation),
            *(assurance_icon(one, "") for one in Assured),
            assurance_icon(Assured.MET, "", upwards=False),
            assurance_icon(Assured.MISSED, "", upwards=False),
        )
    ]

    assert len(set(shapes)) == len(shapes) == 12
