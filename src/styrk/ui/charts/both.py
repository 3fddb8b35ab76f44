"""One chart in both shapes: the style sheet shows the one that there is room for."""

from collections.abc import Callable

from markupsafe import Markup

from styrk.ui.charts.bars import bar_chart
from styrk.ui.charts.budgets import budget_chart
from styrk.ui.charts.control import control_chart
from styrk.ui.charts.cumulative import cusum_chart, ewma_chart
from styrk.ui.charts.data import (
    BarChart,
    BeforeAfter,
    BudgetChart,
    Chart,
    ControlChart,
    CusumChart,
    EwmaChart,
    FunnelChart,
)
from styrk.ui.charts.effects import before_after
from styrk.ui.charts.frame import NARROW, WIDE, Shape
from styrk.ui.charts.funnels import funnel_chart

DRAWN_BY: dict[type, Callable[..., Markup]] = {
    ControlChart: control_chart,
    FunnelChart: funnel_chart,
    BeforeAfter: before_after,
    BarChart: bar_chart,
    CusumChart: cusum_chart,
    EwmaChart: ewma_chart,
    BudgetChart: budget_chart,
}


def draw(chart: Chart, shape: Shape = WIDE, *, alone: bool = False, key: str = "") -> Markup:
    """Any chart, by its own drawing."""
    return DRAWN_BY[type(chart)](chart, shape, alone=alone, key=key)


def in_page(chart: Chart, key: str = "") -> Markup:
    """For a page: wide and narrow, of which one is shown, and the other is not there to any reader.

    `key` tells two charts with the same title on one page apart.
    """
    wide, narrow = draw(chart, WIDE, key=key), draw(chart, NARROW, key=key)
    return Markup(
        '<div class="st-figure"><div class="st-figure-wide">{}</div>'
        '<div class="st-figure-narrow">{}</div></div>'
    ).format(wide, narrow)
