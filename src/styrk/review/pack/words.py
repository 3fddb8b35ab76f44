"""Codes and figures in words, in the language that is active."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from styrk.incidents.states import Harm
from styrk.incidents.states import Kind as IncidentKind
from styrk.indicators.states import Area
from styrk.requirements import periods
from styrk.review.pack.shape import Below, Content, Figure, Texts
from styrk.review.pack.suppressing import SMALLEST
from styrk.risks.states import Zone
from styrk.ui.charts import Rhythm as Drawn
from styrk.ui.charts import figure as written
from styrk.ui.charts import spoken
from styrk.ui.words import spoken_day, spoken_month

NONE = "–"
# More periods than this are not named one by one.
LISTED = 6
# Nor more lines than this under a table.
LINES = 12
STANDING: dict[str, Promise] = {
    "waiting": gettext_lazy("venter"),
    "missing": gettext_lazy("mangler"),
    "too_few": gettext_lazy("for få"),
    "none": gettext_lazy("ingen tall"),
}
CHANGES: dict[str, Promise] = {
    "new": gettext_lazy("ny"),
    "first_rated": gettext_lazy("vurdert første gang"),
    "unrated": gettext_lazy("ikke vurdert"),
    "other_matrix": gettext_lazy("annen matrise enn sist"),
    "higher": gettext_lazy("høyere enn sist"),
    "lower": gettext_lazy("lavere enn sist"),
    "same": gettext_lazy("som sist"),
}


def said(texts: Texts) -> str:
    """In the active language where the file has it, else in bokmål."""
    return texts.get((get_language() or "nb")[:2]) or texts["nb"]


def title(content: Content) -> str:
    """«Månedsrapport mars 2026»."""
    return f"{said(content.name)} {periods.spoken(content.period)}"


def area(code: str) -> str:
    return str(Area(code).label)


def zone(code: str) -> str:
    return str(Zone(code).label) if code and code != "unrated" else _("Ikke vurdert")


def change(code: str) -> str:
    return str(CHANGES.get(code, code))


def incident(kind: str) -> str:
    return str(IncidentKind(kind).label)


def harm(code: str) -> str:
    return str(Harm(code).label) if code else _("Ikke oppgitt")


def counted(number: int | None) -> str:
    return _("under %(n)s") % {"n": SMALLEST} if number is None else written(number, 0)


def measured(one: Figure) -> str:
    """The name with its measure: «Ventetid (dager)»."""
    return f"{one.name} ({one.measured_in})" if one.measured_in else one.name


def moment(one: Figure, period: str) -> str:
    """A period of the figure's own rhythm, from its first day: «mars 2026»."""
    on = date.fromisoformat(period)
    return spoken_month(on) if drawn(one) is Drawn.MONTH else spoken(on, drawn(one))


def drawn(one: Figure) -> Drawn:
    return Drawn(one.rhythm)


def behind(one: Figure) -> str:
    """«til og med feb. 2026», where the year so far ends before the report does."""
    if not one.behind or not one.period:
        return ""
    return _("til og med %(period)s") % {"period": moment(one, one.period)}


def remark(one: Figure) -> str:
    """What must be known to read the figure."""
    parts = [behind(one)]
    if one.standing in STANDING and not (one.standing == "waiting" and one.behind):
        parts.append(str(STANDING[one.standing]))
    if one.standing == "known" and one.units < one.expected:
        parts.append(
            _("%(units)s av %(expected)s enheter") % {"units": one.units, "expected": one.expected}
        )
    if one.unsent:
        parts.append(unsent(one.unsent))
    if one.changed:
        parts.append(changed(one.changed))
    return ", ".join(part for part in parts if part)


def unsent(names: Sequence[str]) -> str:
    """Whose figures are in a total without being sent: the name, or how many there are."""
    if len(names) > 1:
        return _("med tall fra %(n)s enheter som ikke har sendt") % {"n": len(names)}
    return _("med tall fra %(unit)s, som ikke har sendt") % {"unit": names[0]}


def changed(names: Sequence[str]) -> str:
    """Whose figures in a total are others than what they sent: the name, or how many there are."""
    if len(names) > 1:
        return _("endret etter at %(n)s enheter sendte") % {"n": len(names)}
    return _("endret etter at %(unit)s sendte") % {"unit": names[0]}


def lacks(found: Sequence[Figure]) -> str:
    """What the year so far does not have in it, a line for each figure; "" where all is there."""
    return _lacking((one.name, one) for one in found)


def lacks_below(found: Sequence[Below], codes: Collection[str]) -> str:
    """The same of units beside each other."""
    return _lacking(
        (f"{each.unit}, {one.name}", one)
        for each in found
        for one in each.figures
        if one.code in codes
    )


def _lacking(named: Iterable[tuple[str, Figure]]) -> str:
    told = [f"{name}: {', '.join(said)}." for name, one in named if (said := list(_lacks(one)))]
    if not told:
        return ""
    more = [_("Og %(n)s til.") % {"n": len(told) - LINES}] if len(told) > LINES else []
    return "\n".join([_("Hittil i år mangler noe:"), *told[:LINES], *more])


def _lacks(one: Figure) -> Iterator[str]:
    if one.holes:
        yield _("uten %(periods)s") % {"periods": _moments(one, one.holes)}
    if one.partial:
        yield _("ikke alle enhetene i %(periods)s") % {"periods": _moments(one, one.partial)}


def _moments(one: Figure, found: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    told = [moment(one, period) for period in found[:LISTED]]
    if len(found) > LISTED:
        told.append(_("%(n)s til") % {"n": len(found) - LISTED})
    return f" {_('og')} ".join(part for part in (", ".join(told[:-1]), told[-1]) if part)


def with_sent_back(told: str, back: int) -> str:
    """«3 av 11 har sendt, 1 er sendt tilbake»."""
    if not back:
        return told
    return _("%(sent)s, %(n)s er sendt tilbake") % {"sent": told, "n": back}


def is_behind(content: Content) -> list[Figure]:
    return [one for one in content.figures if one.behind and one.standing == "waiting"]


def when(at: str) -> str:
    """A time, or a day, as people say it."""
    if not at:
        return NONE
    return spoken_day(date.fromisoformat(at) if "T" not in at else datetime.fromisoformat(at))


def tone(one: Figure, difference: float | None) -> str:
    """Whether a difference is good or bad; "" where no way is wished."""
    if not difference or one.direction == "neutral":
        return ""
    return "good" if (difference > 0) == (one.direction == "up") else "bad"
