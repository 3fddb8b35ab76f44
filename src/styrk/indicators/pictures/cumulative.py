"""Sums that climb away from the usual, and means where the newest weigh most."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from styrk.indicators.pictures.told import Told, known
from styrk.indicators.spc.arrays import Bools, Floats
from styrk.indicators.spc.bernoulli import BernoulliCusum
from styrk.indicators.spc.drift import Drift
from styrk.ui.charts import CusumChart, EwmaChart, Smooth, Step


def cusum_picture(found: Drift, series: int, told: Told, *, limit: float = 5.0) -> CusumChart:
    """`limit` is the decision limit that `found` was made with."""
    sums = (found.up[series], found.down[series])
    unit = _("sum av avvik, i vanlige svingninger")
    return _sums(sums, (found.above[series], found.below[series]), told, limit, unit)


def bernoulli_picture(
    found: BernoulliCusum, series: int, told: Told, *, limit: float = 3.5
) -> CusumChart:
    """`limit` is the one that `found` was made with."""
    sums = (found.up[series], found.down[series])
    unit = _("sum av tegn på endring")
    return _sums(sums, (found.signal_up[series], found.signal_down[series]), told, limit, unit)


def _sums(
    sums: tuple[Floats, Floats],
    signals: tuple[Bools, Bools],
    told: Told,
    limit: float,
    measured_in: str,
) -> CusumChart:
    rows = zip(told.moments, *(one.tolist() for one in (*sums, *signals)), strict=True)
    return CusumChart(
        title=told.title,
        steps=[Step(at, known(up), known(down), over, under) for at, up, down, over, under in rows],
        limit=limit,
        rhythm=told.rhythm,
        measured_in=measured_in,
        words=told.words,
    )


def ewma_picture(
    found: Drift, series: int, values: Sequence[float | None], told: Told
) -> EwmaChart:
    points = [
        Smooth(
            at=at,
            value=values[place],
            mean=known(found.ewma[series, place]),
            low=known(found.low[series, place]),
            high=known(found.high[series, place]),
            outside=bool(found.outside[series, place]),
        )
        for place, at in enumerate(told.moments)
    ]
    return EwmaChart(
        title=told.title,
        points=points,
        centre=float(found.centre[series]),
        rhythm=told.rhythm,
        measured_in=told.measured_in,
        decimals=told.decimals,
        words=told.words,
    )
