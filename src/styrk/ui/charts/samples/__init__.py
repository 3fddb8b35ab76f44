"""Charts with invented figures that look real: for the gallery, and for looking at every kind."""

from styrk.ui.charts.data import Chart
from styrk.ui.charts.samples.compared import bars, effect, funnel
from styrk.ui.charts.samples.series import (
    between,
    budget,
    control,
    cusum,
    ewma,
    months,
    run,
    shares,
    weeks,
)

__all__ = ["months", "samples", "weeks"]


def samples() -> dict[str, Chart]:
    """Every kind, by a name."""
    return {
        "control": control(),
        "shares": shares(),
        "between": between(),
        "run": run(),
        "funnel": funnel(),
        "before_after": effect(),
        "bars": bars(),
        "cusum": cusum(),
        "ewma": ewma(),
        "budget": budget(),
    }
