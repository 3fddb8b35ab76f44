"""Founding, renaming, moving and ending units; each leaves an edition in the unit's history."""

from datetime import date, datetime, timedelta

from django.db.models import Q, Value
from django.db.models.functions import Concat, Substr

from styrk.core import clock
from styrk.organisation import told
from styrk.organisation.commands import refusals
from styrk.organisation.commands.revision import changing
from styrk.organisation.models import Appointment, Deputyship, Person, Unit, UnitEdition
from styrk.organisation.rules import holds, is_organisation_number
from styrk.trail.commands import command, record_all


@command
def found_unit(
    *,
    code: str,
    name: str,
    level: str,
    parent: Unit | None,
    valid_from: date,
    is_trust: bool = False,
    organisation_number: str = "",
    by: Person | None,
    now: datetime,
) -> Unit:
    """A new unit from a day on. It belongs to its parent's trust, or is one: `is_trust`, or no parent.

    Raises MissingText, CodeTaken, NotAnOrganisationNumber, NotInForce (the parent).
    """
    changing()
    _check_new(code, name, organisation_number)
    if parent:
        _bring_up_to_date(parent)
        _check_alive(parent, valid_from)
    unit = Unit.objects.create(
        code=code,
        name=name,
        level=level,
        parent=parent,
        organisation_number=organisation_number,
        valid_from=valid_from,
    )
    unit.trust = unit if is_trust or parent is None else parent.trust
    unit.path = f"{parent.path if parent else ''}{unit.pk}."
    unit.save(update_fields=["trust", "path"])
    _open_edition(unit, valid_from)
    record_all([told.founded(unit)], by=by, now=now)
    return unit


@command
def rename_unit(
    *,
    unit: Unit,
    name: str,
    valid_from: date,
    level: str | None = None,
    by: Person | None,
    now: datetime,
) -> Unit:
    """A new name (and, where given, a new word for its level) from a day on, not in the future.

    Raises MissingText, NotInForce, TooEarly (before the last change), InTheFuture.
    """
    changing()
    if not name.strip():
        raise refusals.MissingText(refusals.NAME)
    before = _ready_for_change(unit, valid_from, now).name
    unit.name = name
    unit.level = unit.level if level is None else level
    unit.save(update_fields=["name", "level"])
    _new_edition(unit, valid_from)
    record_all([told.renamed(unit, before, valid_from)], by=by, now=now)
    return unit


@command
def move_unit(
    *, unit: Unit, parent: Unit | None, valid_from: date, by: Person | None, now: datetime
) -> Unit:
    """The unit and all below it get a new place from a day on, not in the future.

    A unit that is a trust stays one under its new parent; others stay in their trust, which answers
    for the cases there. Raises UnderItself, OtherTrust, NotInForce, TooEarly, InTheFuture.
    """
    changing()
    _ready_for_change(unit, valid_from, now)
    if parent:
        _bring_up_to_date(parent)
        if parent.path.startswith(unit.path):
            raise refusals.UnderItself(unit.name)
        _check_alive(parent, valid_from)
    _check_same_trust(unit, parent)
    before = unit.parent
    _rewrite_paths(unit, parent)
    unit.parent = parent
    unit.save(update_fields=["parent"])
    _bring_up_to_date(unit)
    _new_edition(unit, valid_from)
    record_all([told.moved(unit, before, parent, valid_from)], by=by, now=now)
    return unit


@command
def end_unit(*, unit: Unit, valid_to: date, by: Person | None, now: datetime) -> Unit:
    """The unit's last day. Posts and deputyships there end with it.

    Raises HasUnits (below it after that day), HasPostsLater, NotInForce, EndsTooEarly.
    """
    changing()
    _bring_up_to_date(unit)
    edition = _last_edition(unit)
    if valid_to < edition.valid_from:
        raise refusals.EndsTooEarly(edition.valid_from)
    _check_alive(unit, valid_to)
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=valid_to)
    if unit.children.filter(lasting).exists():
        raise refusals.HasUnits(unit.name)
    ended = _end_posts(unit, valid_to, lasting)
    UnitEdition.objects.filter(pk=edition.pk).update(valid_to=valid_to)
    unit.valid_to = valid_to
    unit.save(update_fields=["valid_to"])
    record_all([told.ended_unit(unit, ended)], by=by, now=now)
    return unit


def _check_new(code: str, name: str, organisation_number: str) -> None:
    for what, text in ((refusals.CODE, code), (refusals.NAME, name)):
        if not text.strip():
            raise refusals.MissingText(what)
    if organisation_number and not is_organisation_number(organisation_number):
        raise refusals.NotAnOrganisationNumber(organisation_number)
    if Unit.objects.filter(code=code).exists():
        raise refusals.CodeTaken(code)


def _check_alive(unit: Unit, on: date) -> None:
    if not holds(unit, on, on):
        raise refusals.NotInForce(unit.name, unit.valid_from, unit.valid_to)


def _ready_for_change(unit: Unit, valid_from: date, now: datetime) -> UnitEdition:
    """The edition that a change from this day follows after."""
    _bring_up_to_date(unit)
    if valid_from > clock.day(now):
        raise refusals.InTheFuture(valid_from)
    _check_alive(unit, valid_from)
    edition = _last_edition(unit)
    if valid_from < edition.valid_from:
        raise refusals.TooEarly(edition.valid_from)
    return edition


def _bring_up_to_date(unit: Unit) -> None:
    unit.refresh_from_db(from_queryset=Unit.objects.select_related("parent", "trust"))


def _last_edition(unit: Unit) -> UnitEdition:
    return unit.editions.order_by("-valid_from")[0]


def _open_edition(unit: Unit, valid_from: date) -> None:
    UnitEdition.objects.create(
        unit=unit,
        name=unit.name,
        level=unit.level,
        parent=unit.parent,
        valid_from=valid_from,
        valid_to=unit.valid_to,
    )


def _new_edition(unit: Unit, valid_from: date) -> None:
    """Close the edition before this day and open one; a second change on a day replaces the first."""
    unit.editions.filter(valid_from=valid_from).delete()
    unit.editions.filter(valid_from__lt=valid_from).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=valid_from)
    ).update(valid_to=valid_from - timedelta(days=1))
    _open_edition(unit, valid_from)


def _check_same_trust(unit: Unit, parent: Unit | None) -> None:
    if unit.trust_id == unit.pk or (parent and parent.trust_id == unit.trust_id):
        return
    raise refusals.OtherTrust(unit.name, unit.trust.name if unit.trust else unit.name)


def _rewrite_paths(unit: Unit, parent: Unit | None) -> None:
    """New paths for the unit and all below it."""
    path = f"{parent.path if parent else ''}{unit.pk}."
    Unit.objects.filter(path__startswith=unit.path).update(
        path=Concat(Value(path), Substr("path", len(unit.path) + 1))
    )


def _end_posts(unit: Unit, valid_to: date, lasting: Q) -> int:
    ended = 0
    for posts in (Appointment, Deputyship):
        open_here = posts.objects.filter(lasting, unit=unit)
        if open_here.filter(valid_from__gt=valid_to).exists():
            raise refusals.HasPostsLater(unit.name)
        ended += open_here.update(valid_to=valid_to)
    return ended
