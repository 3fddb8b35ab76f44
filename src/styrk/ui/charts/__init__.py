"""Pictures of figures: typed data in, SVG out. No domain, no database, no clock.

`in_page(chart)` for a page, `draw(chart, WIDE, alone=True)` for paper and files, `as_table(chart)` for
the rows behind it, `described(chart)` for its words; `sparkline` (or its `strokes`, kept, and then `framed`) and the two icons for tables.
"""

from styrk.ui.charts.both import draw, in_page
from styrk.ui.charts.data import (
    Bar,
    BarChart,
    BeforeAfter,
    BudgetChart,
    Chart,
    ControlChart,
    CusumChart,
    EwmaChart,
    FunnelChart,
    FunnelLimit,
    FunnelUnit,
    Mark,
    Money,
    Part,
    Point,
    Remark,
    Smooth,
    Step,
    Tone,
)
from styrk.ui.charts.frame import NARROW, WIDE, Shape
from styrk.ui.charts.icons import Assured, Variation, assurance_icon, variation_icon
from styrk.ui.charts.numbers import change, figure, with_unit
from styrk.ui.charts.periods import Moment, Rhythm, spoken
from styrk.ui.charts.sparklines import framed, sparkline, strokes
from styrk.ui.charts.spoken import described
from styrk.ui.charts.tables import Rows, as_table

__all__ = [
    "NARROW",
    "WIDE",
    "Assured",
    "Bar",
    "BarChart",
    "BeforeAfter",
    "BudgetChart",
    "Chart",
    "ControlChart",
    "CusumChart",
    "EwmaChart",
    "FunnelChart",
    "FunnelLimit",
    "FunnelUnit",
    "Mark",
    "Moment",
    "Money",
    "Part",
    "Point",
    "Remark",
    "Rhythm",
    "Rows",
    "Shape",
    "Smooth",
    "Step",
    "Tone",
    "Variation",
    "as_table",
    "assurance_icon",
    "change",
    "described",
    "draw",
    "figure",
    "framed",
    "in_page",
    "sparkline",
    "spoken",
    "strokes",
    "variation_icon",
    "with_unit",
]
