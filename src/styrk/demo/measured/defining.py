"""Defining the demo's indicators, and saying what one wants of them."""

from datetime import date, datetime
from decimal import Decimal

from styrk.core import clock
from styrk.demo.measured.file import Written
from styrk.demo.measured.known import Known
from styrk.indicators import commands, periods
from styrk.indicators.shape import About, How
from styrk.organisation.models import Person

SAID = (
    "direction",
    "numerator",
    "denominator",
    "decimals",
    "may_be_negative",
    "source",
    "computed",
    "along",
    "whole",
)


def define(known: Known, now: datetime) -> None:
    """Every indicator with its definition and the targets it had, by the leader of the unit that keeps it."""
    for written in known.written.values():
        leader = known.leader(written.keeper, now)
        about = About(
            code=written.code,
            name=written.told["name"],
            purpose=written.told.get("purpose", ""),
            area=written.told["area"],
            unit=known.unit(written.keeper),
            owner=known.owner(written.keeper),
        )
        known.indicators[written.code] = commands.define_indicator(
            about=about, how=how(known, written), by=leader, now=now
        )
        _want(known, written, now, leader, new=False)


def aim(known: Known, now: datetime) -> None:
    """What the plans of the new year want."""
    for written in known.written.values():
        _want(known, written, now, known.leader(written.keeper, now), new=True)


def _want(known: Known, written: Written, now: datetime, by: Person, *, new: bool) -> None:
    for told in written.told.get("target", ()):
        if (told["years_ago"] == 0) is new:
            commands.set_target(
                indicator=known.indicators[written.code],
                unit=known.unit(told["at"]) if "at" in told else None,
                value=Decimal(str(told["value"])),
                valid_from=date(known.today.year - told["years_ago"], 1, 1),
                words=told.get("words", ""),
                by=by,
                now=now,
            )


def how(known: Known, written: Written) -> How:
    """What Styrk itself counts, begins with Styrk; the others three years ago."""
    told = written.told
    first = clock.day(known.first) if "computed" in told else known.begins(written)
    return How(
        kind=written.kind,
        valid_from=periods.begins(written.rhythm, first),
        rhythm=written.rhythm,
        measured_in=told["in"],
        factor=Decimal(told["factor"]) if "factor" in told else None,
        lag_days=written.lag,
        least=Decimal(told.get("least", 0)),
        **{name: told[name] for name in SAID if name in told},
    )
