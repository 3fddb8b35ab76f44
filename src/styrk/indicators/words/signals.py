"""What a chart shows, in sentences: runs, points outside, the icons, and too few figures."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.indicators.spc.advice import ENOUGH_FOR_MEDIAN
from styrk.indicators.spc.charts import Charts
from styrk.indicators.spc.long_runs import long_runs
from styrk.indicators.spc.now import Now, now
from styrk.indicators.spc.xmr import Assurance, Cause, Judgement
from styrk.ui.charts import Moment, Rhythm, spoken

# «De siste 9 månedene»: many, and known.
PERIODS = {
    Rhythm.DAY: gettext_lazy("dagene"),
    Rhythm.WEEK: gettext_lazy("ukene"),
    Rhythm.MONTH: gettext_lazy("månedene"),
    Rhythm.QUARTER: gettext_lazy("kvartalene"),
    Rhythm.TERTIAL: gettext_lazy("tertialene"),
    Rhythm.HALF: gettext_lazy("halvårene"),
    Rhythm.YEAR: gettext_lazy("årene"),
    Rhythm.NUMBER: gettext_lazy("tallene"),
}
# Points in a run and in a trend that Making Data Count marks.
SHIFT = TREND = 7


CAUSES = {
    Cause.COMMON: gettext_lazy("Tallet svinger som det pleier."),
    Cause.ABOVE_LIMIT: gettext_lazy(
        "Tallet er over øvre grense: høyere enn tilfeldigheter kan forklare."
    ),
    Cause.BELOW_LIMIT: gettext_lazy(
        "Tallet er under nedre grense: lavere enn tilfeldigheter kan forklare."
    ),
    Cause.RISING: gettext_lazy("Tallene har steget minst %(steps)s ganger på rad."),
    Cause.FALLING: gettext_lazy("Tallene har sunket minst %(steps)s ganger på rad."),
    Cause.TWO_IN_THREE_ABOVE: gettext_lazy(
        "To av tre tall på rad er nær øvre grense: det skjer sjelden tilfeldig."
    ),
    Cause.TWO_IN_THREE_BELOW: gettext_lazy(
        "To av tre tall på rad er nær nedre grense: det skjer sjelden tilfeldig."
    ),
    Cause.SHIFT_ABOVE: gettext_lazy(
        "Minst %(number)s tall på rad ligger over midtlinja: nivået ser ut til å ha økt."
    ),
    Cause.SHIFT_BELOW: gettext_lazy(
        "Minst %(number)s tall på rad ligger under midtlinja: nivået ser ut til å ha sunket."
    ),
}
USUAL = gettext_lazy("Som vanlig: de nyeste tallene svinger som de pleier.")
HIGHER, LOWER = (
    gettext_lazy("Endring: høyere enn vanlig."),
    gettext_lazy("Endring: lavere enn vanlig."),
)
# Where the figure is high, and where it is low.
VARIATIONS = {
    Judgement.IMPROVEMENT: (
        gettext_lazy("Bedring: høyere enn vanlig, og det er bra."),
        gettext_lazy("Bedring: lavere enn vanlig, og det er bra."),
    ),
    Judgement.CONCERN: (
        gettext_lazy("Bekymring: høyere enn vanlig, og det er ikke bra."),
        gettext_lazy("Bekymring: lavere enn vanlig, og det er ikke bra."),
    ),
    Judgement.NEUTRAL_HIGH: (HIGHER, LOWER),
    Judgement.NEUTRAL_LOW: (HIGHER, LOWER),
}


def signals(
    charts: Charts, series: int, moments: Sequence[Moment], rhythm: Rhythm = Rhythm.MONTH
) -> list[str]:
    """What signals now in the newest part of a series, by the rules that tables and icons go by; where
    nothing does, that it is so, or that it is too early to say. Then what stood out earlier in the part.
    """
    found = now(charts, series)
    if found.known < ENOUGH_FOR_MEDIAN:
        return [too_few(found.known, ENOUGH_FOR_MEDIAN)]
    said = _of_now(charts, series, found, moments, rhythm) or [nothing_stands_out()]
    return said + _of_earlier(charts, series, found, moments, rhythm)


def _of_now(
    charts: Charts, series: int, found: Now, moments: Sequence[Moment], rhythm: Rhythm
) -> list[str]:
    said = []
    if found.outside:
        said.append(outside(moments[found.last], rhythm, over=found.outside > 0))
    if found.run:
        begin, end = found.run[0], found.run[-1]
        # With holes in it, it lasted longer than it has figures.
        named = rhythm if end - begin < len(found.run) else Rhythm.NUMBER
        said.append(long_run(len(found.run), named, over=found.side > 0, newest=True))
    elif found.few:
        said.append(_crossings(charts, series, found.part - 1))
    return said


def _of_earlier(
    charts: Charts, series: int, found: Now, moments: Sequence[Moment], rhythm: Rhythm
) -> list[str]:
    part, include = charts.points.part[series], charts.points.include[series]
    out = [
        place
        for place in range(max(found.last, 0))
        if charts.outside[series, place] and include[place] and part[place] == found.part
    ]
    ended = [
        run
        for run in long_runs(charts, series)
        if part[run[0]] == found.part and tuple(run) != found.run
    ]
    said = [earlier_outside(moments[n], rhythm, over=_is_over(charts, series, n)) for n in out]
    return [
        *([several_outside(len(out))] if len(out) > 1 else said),
        *(
            long_run(len(run), rhythm, over=_is_over(charts, series, run[0]), newest=False)
            for run in ended
        ),
    ]


def _crossings(charts: Charts, series: int, part: int) -> str:
    found = charts.runs
    return few_crossings(
        int(found.crossings[series, part]), int(found.fewest_allowed[series, part])
    )


def _is_over(charts: Charts, series: int, place: int) -> bool:
    return bool(charts.lines.y[series, place] > charts.lines.centre[series, place])


def long_run(length: int, rhythm: Rhythm, *, over: bool, newest: bool) -> str:
    """A long run on one side of the centre; `newest` where it lasts still."""
    said = {"number": length, "periods": PERIODS[rhythm]}
    if newest and over:
        return (
            _("De siste %(number)s %(periods)s ligger alle over midtlinja: noe har endret seg.")
            % said
        )
    if newest:
        return (
            _("De siste %(number)s %(periods)s ligger alle under midtlinja: noe har endret seg.")
            % said
        )
    if over:
        return (
            _("Tidligere: %(number)s tall på rad lå over midtlinja. Noe var annerledes da.") % said
        )
    return _("Tidligere: %(number)s tall på rad lå under midtlinja. Noe var annerledes da.") % said


def few_crossings(crossings: int, fewest: int) -> str:
    """The centre is crossed less often than chance gives."""
    said = {"number": crossings, "fewest": fewest}
    return (
        ngettext(
            "Tallene krysser midtlinja bare %(number)s gang, og vi ventet minst %(fewest)s. De svinger ikke tilfeldig rundt den.",
            "Tallene krysser midtlinja bare %(number)s ganger, og vi ventet minst %(fewest)s. De svinger ikke tilfeldig rundt den.",
            crossings,
        )
        % said
    )


def outside(at: Moment, rhythm: Rhythm, *, over: bool) -> str:
    """One point beyond the limits."""
    said = {"period": spoken(at, rhythm)}
    if over:
        return (
            _("%(period)s er høyere enn tilfeldigheter kan forklare. Finn ut hva som skjedde.")
            % said
        )
    return (
        _("%(period)s er lavere enn tilfeldigheter kan forklare. Finn ut hva som skjedde.") % said
    )


def earlier_outside(at: Moment, rhythm: Rhythm, *, over: bool) -> str:
    """One point beyond the limits that others have come after."""
    said = {"period": spoken(at, rhythm)}
    if over:
        return _("Tidligere: %(period)s var høyere enn tilfeldigheter kan forklare.") % said
    return _("Tidligere: %(period)s var lavere enn tilfeldigheter kan forklare.") % said


def several_outside(number: int) -> str:
    """Several of them."""
    return _(
        "Tidligere: %(number)s tall var så høye eller lave at tilfeldigheter ikke forklarer dem."
    ) % {"number": number}


def nothing_stands_out() -> str:
    return _("De nyeste tallene svinger som de pleier. Ingenting tyder på en endring nå.")


def too_few(known: int, needed: int) -> str:
    """How many points are to come before anything can be said."""
    more = max(needed - known, 0)
    return ngettext(
        "Det trengs ett punkt til før vi kan si noe sikkert.",
        "Det trengs %(number)s punkter til før vi kan si noe sikkert.",
        more,
    ) % {"number": more}


def cause(found: Cause) -> str:
    """Why a point stands out by the rules of Making Data Count."""
    return str(CAUSES[found]) % {"number": SHIFT, "steps": TREND - 1}


def variation(judgement: Judgement, found: Cause) -> str:
    """The variation icon in words: what the newest figure tells."""
    if judgement is Judgement.COMMON or found is Cause.COMMON:
        return str(USUAL)
    high, low = VARIATIONS[judgement]
    return str(high if found % 2 == 1 else low)


def assurance(found: Assurance) -> str:
    """The assurance icon in words; empty where there is no target to be sure of."""
    return {
        Assurance.NONE: "",
        Assurance.PASS: _("Målet nås hver gang, så lenge ingenting endrer seg."),
        Assurance.INCONSISTENT: _(
            "Målet nås noen ganger og andre ganger ikke. Det er tilfeldig hva det blir."
        ),
        Assurance.FAIL: _("Målet nås ikke slik vi arbeider nå. Noe må gjøres annerledes."),
    }[found]
