"""What the charts for those who know them show: each in its own words, by its own rules."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.indicators.spc.xmr import Cause
from styrk.indicators.words.signals import cause
from styrk.ui.charts import Point, Rhythm, Smooth, Step, figure, spoken


def of_sums(
    steps: Sequence[Step], rhythm: Rhythm, limit: float, *, doubled: bool = False
) -> list[str]:
    """Two sums away from the usual: whether they are at their limit now, and how often before.

    `doubled`: they look for what happens twice as often, or half as often; not for any small change.
    """
    known = [step for step in steps if step.up is not None or step.down is not None]
    reached = [step for step in known if step.signal_up or step.signal_down]
    said = {"limit": figure(limit, 1 if limit % 1 else 0)}
    if not reached:
        none = (
            _(
                "Ingen av summene når grensa på %(limit)s: det skjer verken dobbelt så ofte som vanlig eller halvparten så ofte."
            )
            if doubled
            else _("Ingen av summene når grensa på %(limit)s: ingen liten endring har vart.")
        )
        return [none % said, aside()]
    newest = reached[-1]
    said["period"] = spoken(newest.at, rhythm)
    if newest.signal_up:
        text = _("I %(period)s når summen grensa på %(limit)s: tallene har samlet vært for høye.")
    else:
        text = _("I %(period)s når summen grensa på %(limit)s: tallene har samlet vært for lave.")
    now = newest is known[-1]
    found = text % said if now else _("Tidligere: %(said)s") % {"said": text % said}
    since = _("I de nyeste tallene når ingen av summene grensa.")
    return [found, aside()] if now else [since, found, aside()]


def of_smooth(points: Sequence[Smooth], rhythm: Rhythm) -> list[str]:
    """The smoothed figure: whether it is beyond its limits now, and how often before."""
    known = [point for point in points if point.mean is not None]
    if not known:
        return [aside()]
    last, before = known[-1], [point for point in known[:-1] if point.outside]
    earlier = (
        [
            ngettext(
                "Tidligere: %(number)s glattet tall var utenfor grensene.",
                "Tidligere: %(number)s glattede tall var utenfor grensene.",
                len(before),
            )
            % {"number": len(before)}
        ]
        if before
        else []
    )
    said = {"period": spoken(last.at, rhythm)}
    if not last.outside:
        now = _("Det glattede tallet i %(period)s er innenfor grensene.") % said
    elif (last.mean or 0) > (last.high or 0):
        now = _("Det glattede tallet i %(period)s er over øvre grense.") % said
    else:
        now = _("Det glattede tallet i %(period)s er under nedre grense.") % said
    return [now, *earlier, aside()]


def of_causes(newest: Cause) -> list[str]:
    """The newest point by the four rules of Making Data Count."""
    said = {"said": cause(newest)}
    return [_("Det nyeste tallet, etter reglene i Making Data Count: %(said)s") % said, aside()]


def of_ranges(points: Sequence[Point], rhythm: Rhythm) -> list[str]:
    """How much the newest figure differs from the one before, and how often that was much."""
    known = [point for point in points if point.value is not None]
    if not known:
        return [aside()]
    said = {"period": spoken(known[-1].at, rhythm)}
    if known[-1].mark:
        now = _("%(period)s skiller seg mer fra tallet før enn tilfeldigheter kan forklare.") % said
    else:
        now = _("%(period)s skiller seg ikke uvanlig mye fra tallet før.") % said
    before = sum(1 for point in known[:-1] if point.mark)
    earlier = ngettext(
        "Tidligere: %(number)s forskjell var større enn tilfeldigheter kan forklare.",
        "Tidligere: %(number)s forskjeller var større enn tilfeldigheter kan forklare.",
        before,
    ) % {"number": before}
    return [now, *([earlier] if before else []), aside()]


def aside() -> str:
    """Which rules the rest of the page goes by."""
    return _("Ikonene og tabellene følger kontrolldiagrammet, ikke dette diagrammet.")
