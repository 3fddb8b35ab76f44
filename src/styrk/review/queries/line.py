"""Who writes which report, who it goes to, and who it is compiled of."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from styrk.organisation.models import Unit
from styrk.organisation.rules import in_force
from styrk.requirements import periods
from styrk.review.layouts import Layout, all_layouts
from styrk.review.models import Report


def at_levels(levels: Iterable[str]) -> Q:
    """Units at one of these levels, however they are written."""
    found = Q(pk__in=[])
    for level in levels:
        found |= Q(level__iexact=level)
    return found


def layouts_of(unit: Unit) -> list[Layout]:
    """The kinds of reports that a unit at this level writes, in the order of their files."""
    return [one for one in all_layouts().values() if one.written_at(unit.level)]


def compiling(layout: Layout) -> list[Layout]:
    """The kinds that are compiled of this one."""
    return [one for one in all_layouts().values() if one.compiles == layout.code]


def receiver_of(unit: Unit, layout: Layout) -> Unit | None:
    """The nearest unit above that compiles such reports. One query where it is not the one straight above."""
    levels = {level.casefold() for one in compiling(layout) for level in one.levels}
    if unit.parent is None or not levels:
        return None
    if unit.parent.level.casefold() in levels:
        return unit.parent
    above = [int(pk) for pk in unit.path.split(".")[:-2]]
    found = Unit.objects.filter(at_levels(levels), pk__in=above)
    return max(found, key=lambda one: len(one.path), default=None)


def senders_below(unit: Unit, layout: Layout, period: str) -> list[Unit]:
    """The units whose reports this unit compiles, by name: it is the nearest above them that does.

    `layout` is the unit's own. One query.
    """
    return senders_among(asked_below(unit, layout, period), unit, layout)


def asked_below(unit: Unit, layout: Layout, period: str) -> QuerySet[Unit]:
    """The units below that write such reports, and those that compile them."""
    sent = all_layouts().get(layout.compiles)
    if sent is None:
        return Unit.objects.none()
    below = Unit.objects.filter(
        at_levels({*sent.levels, *_receivers(sent)}) & in_force(periods.last_day(period)),
        path__startswith=unit.path,
    ).exclude(pk=unit.pk)
    return below.order_by("name", "pk")


def _receivers(sent: Layout) -> set[str]:
    return {level.casefold() for one in compiling(sent) for level in one.levels}


def senders_among(below: Iterable[Unit], unit: Unit, layout: Layout) -> list[Unit]:
    """Those of `asked_below` whose reports the unit compiles."""
    sent = all_layouts().get(layout.compiles)
    if sent is None:
        return []
    receivers = _receivers(sent)
    found = {one.pk: one for one in below}
    return [
        one
        for one in found.values()
        if sent.written_at(one.level) and not _between(one, unit, found, receivers)
    ]


def _between(sender: Unit, unit: Unit, found: dict[int, Unit], receivers: Collection[str]) -> bool:
    """Whether a unit between the two compiles the reports of the sender."""
    line = (int(pk) for pk in sender.path.removeprefix(unit.path).split(".")[:-2])
    return any(pk in found and found[pk].level.casefold() in receivers for pk in line)


def not_begun(on: date) -> list[tuple[Layout, Unit, str]]:
    """The reports of the newest period that is over which nobody has begun. Two queries."""
    layouts = all_layouts().values()
    levels = {level for one in layouts for level in one.levels}
    units = list(Unit.objects.filter(at_levels(levels) & in_force(on)).order_by("pk"))
    wanted = [
        (one, unit, periods.last_ended(one.rhythm, on))
        for one in layouts
        for unit in units
        if one.written_at(unit.level)
    ]
    begun = Report.objects.filter(period__in={period for _one, _unit, period in wanted})
    there = set(begun.values_list("layout", "unit_id", "period"))
    return [
        (one, unit, period)
        for one, unit, period in wanted
        if (one.code, unit.pk, period) not in there
    ]
