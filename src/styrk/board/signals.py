"""What stands out in the control charts: an indicator in one place, those that got worse first."""

from collections.abc import Sequence
from itertools import groupby

from django.utils.translation import gettext as _

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.board.types import Line, Section
from styrk.indicators import queries as indicators
from styrk.indicators import words
from styrk.indicators.presenters.changes import TURNS, Changed, Turn, changed
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.queries.looking import FALSE_ALARMS
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of
from styrk.ui.forms import listed

# As many indicators as one looks at in a meeting; the rest are in the list.
SIGNALS = 6
# The most striking series are gathered by indicator; and so many units are named of each.
GATHERED, NAMED = 200, 3
TURNS_IN_ORDER = tuple(Turn)


def signals(unit: Unit, standing: Standing) -> Section:
    """Of each indicator the topmost unit where it is worst, with the others named."""
    title = _("Tall som skiller seg ut")
    if not standing.allows(Permission.SEE_INDICATORS, unit.pk):
        return Section("signals", title, said=(_("Du kan ikke se indikatorene her."),))
    found = indicators.ranked(unit, limit=GATHERED)
    told = found.signals[: found.told]
    definitions = definitions_of({one.indicator_id for one in told}) if told else {}
    rows = [changed(one, definitions[one.indicator_id][-1], stands_out=True) for one in told]
    gathered = _by_indicator(rows)
    return Section(
        "signals",
        title,
        said=(words.ranked(found.told, found.judged, FALSE_ALARMS),),
        lines=tuple(_line(one) for one in gathered[:SIGNALS]),
        more=max(len(gathered) - SIGNALS, 0),
        url=f"{address_of('indicators:changes')}?enhet={unit.code}",
    )


def _by_indicator(rows: Sequence[Changed]) -> list[list[Changed]]:
    """The series of each indicator, the one to begin with first; worst indicators first, then as ranked."""
    order: dict[int, list[Changed]] = {}
    for one in rows:
        order.setdefault(one.signal.indicator_id, []).append(one)
    gathered = [sorted(each, key=_place) for each in order.values()]
    return sorted(gathered, key=lambda each: TURNS_IN_ORDER.index(each[0].turn))


def _place(row: Changed) -> tuple[int, int]:
    """The worst first, and of them the topmost; sorting keeps the rank of those that are alike."""
    return TURNS_IN_ORDER.index(row.turn), row.signal.unit.path.count(".")


def _line(rows: Sequence[Changed]) -> Line:
    first, others = rows[0], rows[1:]
    signal, (label, colour) = first.signal, TURNS[first.turn]
    href = f"{address_of('indicators:indicator', signal.indicator.uuid)}?enhet={signal.unit.code}"
    told = f"{signal.unit.name}: {first.latest} ({first.period}). {first.says}"
    also = (_where(turn, list(each)) for turn, each in groupby(others, key=lambda one: one.turn))
    return Line(signal.indicator.name, "\n".join([told, *also]), href, ((str(label), colour),))


def _where(turn: Turn, rows: Sequence[Changed]) -> str:
    names = [one.signal.unit.name for one in rows[:NAMED]]
    if len(rows) > NAMED:
        names.append(_("%(n)s til") % {"n": len(rows) - NAMED})
    said = {
        Turn.WORSE: _("Også til det verre: %(units)s."),
        Turn.OTHER: _("Også endret: %(units)s."),
        Turn.BETTER: _("Til det bedre: %(units)s."),
    }
    return said[turn] % {"units": listed(names)}
