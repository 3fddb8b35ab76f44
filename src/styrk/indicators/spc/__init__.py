"""Control charts: pure, typed, and thousands of series in one call.

Conventions of qicharts2, NHSRplotthedots, FunnelPlotR and qcc; each formula has its source.
"""

from styrk.indicators.spc.charts import Charts, control_charts
from styrk.indicators.spc.kinds import Kind
from styrk.indicators.spc.points import Points, points
from styrk.indicators.spc.xmr import Assurance, Cause, Direction, Judgement, XmrCharts, xmr_charts

__all__ = [
    "Assurance",
    "Cause",
    "Charts",
    "Direction",
    "Judgement",
    "Kind",
    "Points",
    "XmrCharts",
    "control_charts",
    "points",
    "xmr_charts",
]
