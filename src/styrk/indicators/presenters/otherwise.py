"""A series drawn as MR, Xbar or S: what is drawn, what it is called, and what it shows."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.indicators import words
from styrk.indicators.models import Definition
from styrk.indicators.pictures import control_picture
from styrk.indicators.pictures.told import Told
from styrk.indicators.readings import Reading
from styrk.indicators.readings.others import can_group, grouped, ranges
from styrk.indicators.spc import Direction, Kind
from styrk.ui.charts import ControlChart, Rhythm

MR, XBAR, S = Kind.MR.value, Kind.XBAR.value, Kind.S.value


@dataclass(frozen=True)
class Otherwise:
    """`counted`: how many figures each point is of, where they are gathered; then no point is a period of
    the series."""

    picture: ControlChart
    said: list[str]
    counted: tuple[str, ...] = ()


def offered(definition: Definition) -> list[tuple[str, str]]:
    """Those that fit such figures."""
    fit = [(MR, words.chart_name(Kind.MR))]
    if can_group(definition.kind, definition.rhythm):
        fit += [(XBAR, words.chart_name(Kind.XBAR)), (S, words.chart_name(Kind.S))]
    return fit


def drawn(reading: Reading, told: Told, chart: str) -> Otherwise:
    """The chart `chart` of those that are offered."""
    return _ranges(reading, told) if chart == MR else _grouped(reading, told, Kind(chart))


def needs(definition: Definition) -> str:
    """Which data Xbar and S are of, and whether there are such here."""
    if can_group(definition.kind, definition.rhythm):
        return _(
            "X̄- og S-diagram trenger flere målinger i hver periode. Her samler de tallene i den neste lengre perioden, for eksempel tre måneder i et kvartal. Når tall som kommer etter hverandre ligner, varsler de for ofte. Enhetene under er ikke slike målinger: de er ulike hele tida, og det ville gjort grensene for vide."
        )
    return _(
        "X̄- og S-diagram er for målinger som det er flere av i hver periode, ikke for antall, andeler og rater. Har du hver enkelt måling i en fil, regner kommandoen «styrk spc» dem ut."
    )


def _plain(told: Told, measured: str) -> Told:
    """Without what holds of the figures themselves: their target, and which way is good."""
    unit = ", ".join(part for part in (told.measured_in, measured) if part)
    return replace(told, measured_in=unit, targets=(), ceiling=None, direction=Direction.NEUTRAL)


def _ranges(reading: Reading, told: Told) -> Otherwise:
    charts = ranges(reading)
    picture = control_picture(charts, reading.row, _plain(told, _("forskjell fra tallet før")))
    return Otherwise(picture, words.of_ranges(picture.points, told.rhythm))


def _grouped(reading: Reading, told: Told, kind: Kind) -> Otherwise:
    found = grouped(reading, kind)
    rhythm = Rhythm(found.rhythm)
    of = replace(
        told,
        rhythm=rhythm,
        moments=found.moments,
        targets=[reading.series.target_on(day) for day in found.moments],
        waiting=(),
        remarks=[replace(one, place=found.of[one.place]) for one in told.remarks],
    )
    if kind is Kind.S:
        of = _plain(of, _("standardavvik"))
    said = words.signals(found.charts, 0, found.moments, rhythm)
    counted = [
        ngettext("%(n)s tall", "%(n)s tall", number) % {"n": number} for number in found.size
    ]
    return Otherwise(control_picture(found.charts, 0, of), [*said, words.aside()], tuple(counted))
