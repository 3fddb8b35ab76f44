"""Following the loop from a report to what came of it, with what Styrk counts itself."""

from datetime import date, datetime

from styrk.core import clock
from styrk.indicators.commands.defining import define_indicator
from styrk.indicators.loop import STEPS
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.refusals import AlreadyFollowed
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command


@command
def follow_loop(*, unit: Unit, by: Person, now: datetime) -> list[Indicator]:
    """Define those of the five that neither the unit nor one above it follows, from last year on.

    Raises AlreadyFollowed where none is left, CodeTaken.
    """
    followed = _followed(unit)
    first = date(clock.day(now).year - 1, 1, 1)
    made = [
        define_indicator(about=step.about(unit, by), how=step.how(first), by=by, now=now)
        for step in STEPS
        if step.computed not in followed
    ]
    if not made:
        raise AlreadyFollowed
    return made


def _followed(unit: Unit) -> set[str]:
    """What is counted by the indicators in use that the unit or one above it keeps."""
    line = [int(pk) for pk in unit.path.split(".") if pk]
    kept = Definition.objects.filter(
        indicator__unit_id__in=line, indicator__retired_on__isnull=True
    )
    newest = kept.order_by("indicator_id", "-valid_from", "-number").distinct("indicator_id")
    return {one.computed for one in newest}
