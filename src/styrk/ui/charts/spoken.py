"""What a picture shows, in words: for those who listen, and beside the picture."""

from functools import singledispatch

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.ui.charts.data import (
    BarChart,
    BeforeAfter,
    BudgetChart,
    Chart,
    ControlChart,
    CusumChart,
    EwmaChart,
    FunnelChart,
    Mark,
)
from styrk.ui.charts.numbers import change, figure, level, told, with_unit
from styrk.ui.charts.periods import Moment, Rhythm, spoken


@singledispatch
def described(chart: Chart) -> str:
    """A few sentences; what a person or a rule says of it stands first."""
    raise TypeError(f"no description of {type(chart).__name__}")


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _reach(moments: list[Moment], rhythm: Rhythm) -> str:
    number = len(moments)
    if not number:
        return _("Ingen tall ennå.")
    return ngettext(
        "%(number)s punkt, %(first)s.", "%(number)s punkter fra %(first)s til %(last)s.", number
    ) % {
        "number": number,
        "first": spoken(moments[0], rhythm),
        "last": spoken(moments[-1], rhythm),
    }


@described.register
def _control(chart: ControlChart) -> str:
    known = [point for point in chart.points if told(point.value) is not None]
    reach = _reach([point.at for point in known], chart.rhythm)
    if not known:
        return _joined(chart.words, reach)
    last = known[-1]
    return _joined(
        chart.words,
        reach,
        _("Det siste er %(value)s.")
        % {"value": with_unit(last.value or 0, chart.decimals, chart.measured_in)},
        _lines(chart, last.centre, last.low, last.high),
        _("Målet er %(value)s.") % {"value": level(last.target, chart.decimals)}
        if last.target is not None
        else "",
        _outside(sum(point.mark is Mark.OUTSIDE and not point.excluded for point in known)),
        _holes(len(chart.points) - len(known), sum(point.waiting for point in chart.points)),
    )


def _lines(chart: ControlChart, centre: float | None, low: float | None, high: float | None) -> str:
    if told(centre) is None:
        return ""
    said = {"centre": level(centre or 0, chart.decimals)}
    if told(low) is None or told(high) is None:
        return _("Midtlinja er %(centre)s.") % said
    said |= {"low": level(low or 0, chart.decimals), "high": level(high or 0, chart.decimals)}
    return _("Midtlinja er %(centre)s, og det vanlige er fra %(low)s til %(high)s.") % said


def _outside(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "Ett punkt er utenfor grensene.", "%(number)s punkter er utenfor grensene.", number
    ) % {"number": number}


def _holes(missing: int, waiting: int) -> str:
    late = missing - waiting
    said = []
    if late > 0:
        said.append(
            ngettext("Ett tall mangler.", "%(number)s tall mangler.", late) % {"number": late}
        )
    if waiting:
        said.append(
            ngettext("Ett tall venter vi på.", "%(number)s tall venter vi på.", waiting)
            % {"number": waiting}
        )
    return " ".join(said)


@described.register
def _funnel(chart: FunnelChart) -> str:
    out = [unit.name for unit in chart.units if unit.outlier]
    return _joined(
        chart.words,
        ngettext("%(number)s enhet.", "%(number)s enheter.", len(chart.units))
        % {"number": len(chart.units)},
        _("Samlet er det %(value)s.")
        % {"value": with_unit(chart.centre, chart.decimals, chart.measured_in)},
        _("Utenfor de ytre grensene: %(names)s.") % {"names": ", ".join(out)}
        if out
        else _("Ingen er utenfor de ytre grensene."),
    )


@described.register
def _before_after(chart: BeforeAfter) -> str:
    def level(value: float | None) -> str:
        return "–" if told(value) is None else figure(value or 0, chart.decimals)

    levels = _("Før tiltaket var det vanligvis %(before)s, etter er det %(after)s.") % {
        "before": level(chart.before),
        "after": level(chart.after),
    }
    return _joined(chart.words, levels, interval_of(chart))


def interval_of(chart: BeforeAfter) -> str:
    """«Endringen er −2,1, og trolig mellom −3,4 og −0,8.»; empty where it is not known."""
    if told(chart.change) is None or told(chart.low) is None or told(chart.high) is None:
        return ""
    return _("Endringen er %(change)s, og trolig mellom %(low)s og %(high)s.") % {
        "change": change(chart.change or 0, chart.decimals),
        "low": change(chart.low or 0, chart.decimals),
        "high": change(chart.high or 0, chart.decimals),
    }


@described.register
def _bars(chart: BarChart) -> str:
    known = [bar for bar in chart.bars if told(bar.value) is not None]
    said = [f"{bar.name} {figure(bar.value or 0, chart.decimals)}" for bar in known]
    target = _("Målet er %(value)s.") % {"value": figure(chart.target or 0, chart.decimals)}
    return _joined(
        chart.words,
        ", ".join(said) + "." if said else _("Ingen tall ennå."),
        target if chart.target is not None else "",
    )


@described.register
def _cusum(chart: CusumChart) -> str:
    signals = sum(step.signal_up or step.signal_down for step in chart.steps)
    return _joined(
        chart.words,
        _reach([step.at for step in chart.steps], chart.rhythm),
        ngettext(
            "Summen når grensa %(number)s gang.", "Summen når grensa %(number)s ganger.", signals
        )
        % {"number": signals},
    )


@described.register
def _ewma(chart: EwmaChart) -> str:
    return _joined(
        chart.words,
        _reach([point.at for point in chart.points], chart.rhythm),
        _("Midtlinja er %(centre)s.") % {"centre": level(chart.centre, chart.decimals)},
        _outside(sum(point.outside for point in chart.points)),
    )


@described.register
def _budget(chart: BudgetChart) -> str:
    known = [period for period in chart.periods if told(period.actual) is not None]
    if not known:
        return _joined(chart.words, _("Ingen tall ennå."))
    last = known[-1]
    said = {
        "period": spoken(last.at, chart.rhythm),
        "actual": with_unit(last.actual or 0, chart.decimals, chart.measured_in),
        "budget": figure(last.budget or 0, chart.decimals),
    }
    if told(last.budget) is None:
        return _joined(chart.words, _("%(period)s: %(actual)s.") % said)
    return _joined(chart.words, _("%(period)s: %(actual)s, mot budsjettet på %(budget)s.") % said)
