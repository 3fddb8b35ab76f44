"""Defining what is measured, measuring it otherwise, wanting something of it, and stopping."""

from datetime import date, datetime
from decimal import Decimal

from django.db.models import Max

from styrk.core import clock, guard
from styrk.indicators import periods
from styrk.indicators.models import Definition, Figure, Indicator, Target
from styrk.indicators.record import read_anew, told
from styrk.indicators.refusals import (
    CodeTaken,
    NotAPeriod,
    NotBelow,
    NotDefinable,
    Retired,
    ValuesStand,
    need,
)
from styrk.indicators.shape import About, How, counts_alike, is_divided
from styrk.indicators.states import Kind
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command


@command
def define_indicator(*, about: About, how: How, by: Person, now: datetime) -> Indicator:
    """A new indicator with its first definition.

    Raises CodeTaken, NotDefinable, NotAPeriod, and IdentityFound where a text identifies a person.
    """
    guard.refuse_identity(about.name, about.purpose)
    if not (about.code.strip() and about.name.strip()):
        raise NotDefinable
    if Indicator.objects.filter(code=about.code).exists():
        raise CodeTaken(about.code)
    _look_over(how)
    indicator = Indicator.objects.create(
        code=about.code,
        name=about.name,
        purpose=about.purpose,
        area=about.area,
        unit=about.unit,
        trust_id=about.unit.legal_id,
        owner=about.owner,
    )
    _define(indicator, how, 1, by, now)
    told(indicator, "define", by, now, f"Definerte indikatoren «{indicator.name}»")
    return indicator


@command
def describe_indicator(
    *,
    indicator: Indicator,
    name: str,
    purpose: str,
    area: str,
    owner: Person,
    by: Person,
    now: datetime,
) -> None:
    """Other words for what it is and why, where it stands in a report, and who owns it."""
    guard.refuse_identity(name, purpose)
    if not name.strip():
        raise NotDefinable
    indicator.name, indicator.purpose = name, purpose
    indicator.area, indicator.owner = area, owner
    indicator.save(update_fields=["name", "purpose", "area", "owner"])
    told(indicator, "describe", by, now, f"Beskrev indikatoren «{name}» på nytt", owner=owner.pk)


@command
def revise_definition(*, indicator: Indicator, how: How, by: Person, now: datetime) -> Definition:
    """A new version, in force from its first period on.

    Raises ValuesStand where values from then on were counted in another way (kind, rhythm, factor),
    Retired, NotDefinable, NotAPeriod.
    """
    _look_over(how)
    if indicator.retired_on is not None:
        raise Retired
    _refuse_where_values_stand(indicator, how)
    last = indicator.definitions.aggregate(last=Max("number"))["last"]
    definition = _define(indicator, how, last + 1, by, now)
    read_anew(indicator)
    text = f"Endret definisjonen av indikatoren «{indicator.name}»"
    told(indicator, "revise", by, now, text, version=definition.number, since=f"{how.valid_from}")
    return definition


@command
def retire_indicator(
    *, indicator: Indicator, reason: str, last_day: date, by: Person, now: datetime
) -> None:
    """Stop measuring after a day. What was measured stays."""
    guard.refuse_identity(reason)
    need(reason)
    if indicator.retired_on is not None:
        raise Retired
    indicator.retired_on, indicator.retired_reason = last_day, reason
    indicator.save(update_fields=["retired_on", "retired_reason"])
    told(
        indicator, "retire", by, now, f"Sluttet å bruke indikatoren «{indicator.name}»", why=reason
    )


@command
def set_target(
    *,
    indicator: Indicator,
    unit: Unit | None,
    value: Decimal | None,
    by: Person,
    now: datetime,
    valid_from: date | None = None,
    words: str = "",
) -> Target:
    """What one wants from a day on (today, if none is said), at one unit or everywhere.

    Without a value there is no target from then on. Raises NotBelow, Retired.
    """
    guard.refuse_identity(words)
    if indicator.retired_on is not None:
        raise Retired
    if unit and not unit.path.startswith(indicator.unit.path):
        raise NotBelow
    since = valid_from or clock.day(now)
    target = Target.objects.create(
        indicator=indicator, unit=unit, value=value, words=words, valid_from=since, by=by, at=now
    )
    read_anew(indicator, unit)
    text = f"Satte mål for indikatoren «{indicator.name}»"
    where = unit.pk if unit else None
    told(indicator, "target", by, now, text, value=f"{value}", unit=where, since=f"{since}")
    return target


def _look_over(how: How) -> None:
    guard.refuse_identity(*how.texts)
    if periods.begins(how.rhythm, how.valid_from) != how.valid_from:
        raise NotAPeriod
    counted = bool(how.numerator.strip()) or bool(how.computed)
    shared = not is_divided(how.kind) or bool(how.denominator.strip()) or bool(how.computed)
    positive = how.factor is None or how.factor > 0
    if not (counted and shared and positive and how.decimals >= 0 and how.lag_days >= 0):
        raise NotDefinable
    if how.kind == Kind.PROPORTION and how.may_be_negative:
        raise NotDefinable


def _define(indicator: Indicator, how: How, number: int, by: Person, now: datetime) -> Definition:
    return Definition.objects.create(
        indicator=indicator, number=number, by=by, at=now, **how.as_columns()
    )


def _refuse_where_values_stand(indicator: Indicator, how: How) -> None:
    """What was counted otherwise is not reckoned anew."""
    before = _in_force(indicator, how.valid_from)
    later = indicator.definitions.filter(valid_from__gte=how.valid_from)
    others = [one for one in [before, *later] if one and not counts_alike(one, how)]
    standing = Figure.objects.filter(indicator=indicator, period__gte=how.valid_from)
    if others and standing.exists():
        raise ValuesStand


def _in_force(indicator: Indicator, period: date) -> Definition | None:
    """The newest that is valid from the period or before."""
    found = indicator.definitions.filter(valid_from__lte=period)
    return found.order_by("-valid_from", "-number").first()
