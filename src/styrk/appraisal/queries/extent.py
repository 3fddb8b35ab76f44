"""Which units hold their own review besides the top: what the organisation decided last."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.appraisal.models import Appraisal, Extension, Verdict
from styrk.appraisal.rules import is_top, may_follow
from styrk.appraisal.states import Part, State
from styrk.core.scope import NONE
from styrk.organisation.models import Appointment, Unit
from styrk.organisation.rules import LEADER, in_force

PAGE = 60
TOP = Q(trust=F("pk")) | Q(trust__isnull=True)


def standing_extensions(tops: Collection[int] | None = None) -> list[Extension]:
    """What stands for each of the organisations (all, where none are given)."""
    found = Extension.objects.select_related("by").order_by("unit", "-pk").distinct("unit")
    return list(found if tops is None else found.filter(unit__one_of=tops))


def decisions_to_extend(top: Unit) -> list[Extension]:
    """Every such decision of the organisation, the newest first."""
    return list(Extension.objects.filter(unit=top).select_related("by").order_by("-pk")[:PAGE])


def _below(extensions: Iterable[Extension], on: date) -> list[Unit]:
    """The units that hold their own on the day, in the order of the tree."""
    named = Q(pk__in=())
    for one in extensions:
        if one.levels or one.codes:
            own = Q(level__in=one.levels) | Q(code__in=one.codes)
            named |= Q(trust=one.unit_id) & own
    if not named:
        return []
    return list(Unit.objects.filter(named, in_force(on)).exclude(TOP).order_by("path"))


def extended_to(extensions: Iterable[Extension], on: date) -> list[Unit]:
    found = [one for one in extensions if one.levels or one.codes]
    return _below(found, on) if found else []


def holds_own(unit: Unit, on: date) -> bool:
    """Whether the review is of a whole organisation, or of a unit that it decided holds its own."""
    if is_top(unit):
        return True
    return any(one.pk == unit.pk for one in extended_to(standing_extensions([unit.legal_id]), on))


def organisations(standing: Standing) -> list[Unit]:
    """The organisations that one belongs to, or reads reports from; the topmost first."""
    read = standing.may.get(Permission.SEE_REPORTS, NONE)
    mine = Q(pk__one_of=standing.trusts) | read.rows("pk", "pk")
    return list(Unit.objects.filter(TOP, mine).order_by("path")[:PAGE])


def below(extensions: Iterable[Extension], standing: Standing, on: date) -> list[Unit]:
    """The units that hold their own by these decisions, and that one may follow."""
    return [one for one in extended_to(extensions, on) if may_follow(standing, one)]


def led_below(on: date) -> list[Unit]:
    """Every unit below the top that holds its own and that somebody leads."""
    units = extended_to(standing_extensions(), on)
    led = Appointment.objects.filter(in_force(on), role=LEADER, unit=OuterRef("pk"))
    ids = [one.pk for one in units]
    return list(Unit.objects.filter(Exists(led), pk__one_of=ids).order_by("pk")) if ids else []


def levels_of(top: Unit, on: date) -> list[tuple[str, int]]:
    """What the levels below the top are called, with how many units are on each."""
    inside = Unit.objects.filter(in_force(on), trust=top).exclude(TOP).exclude(level="")
    counted = inside.values("level").annotate(units=Count("pk"))
    return list(counted.order_by("-units", "level").values_list("level", "units"))


def units_called(top: Unit, words: Collection[str], on: date) -> dict[str, list[Unit]]:
    """Which units of the organisation each word is the code or the whole name of."""
    same = Q(pk__in=())
    for word in words:
        same |= Q(code__iexact=word) | Q(name__iexact=word)
    found = list(Unit.objects.filter(same, in_force(on), trust=top).exclude(TOP).order_by("path"))
    return {
        word: [
            one for one in found if word.casefold() in {one.code.casefold(), one.name.casefold()}
        ]
        for word in words
    }


@dataclass(frozen=True)
class Held:
    """How it stands with a unit's own review: the last that was signed, and whether one is under way.

    `whole` is what was said of the system as a whole in the one that was signed.
    """

    unit: Unit
    signed: Appraisal | None
    whole: str
    under_way: bool


def held_in(units: Iterable[Unit]) -> list[Held]:
    """How it stands with each of the units."""
    units = list(units)
    if not units:
        return []
    whole = Verdict.objects.filter(appraisal=OuterRef("pk"), item=Part.WHOLE).values("works")[:1]
    rows = Appraisal.objects.filter(unit__one_of=[one.pk for one in units])
    rows = rows.exclude(state=State.DROPPED)
    rows = rows.select_related("unit").defer("material", "content").annotate(works=Subquery(whole))
    signed: dict[int, Any] = {}
    under_way = set()
    for one in rows.order_by("-year", "-number"):
        if one.state == State.DRAFT:
            under_way.add(one.unit_id)
        else:
            signed.setdefault(one.unit_id, one)
    return [
        Held(one, found, found.works or "" if found else "", one.pk in under_way)
        for one in units
        for found in (signed.get(one.pk),)
    ]


def units_within(unit: Unit, on: date) -> list[Unit]:
    """The units below this one that hold their own."""
    found = extended_to(standing_extensions([unit.legal_id]), on)
    return [one for one in found if one.pk != unit.pk and one.path.startswith(unit.path)]


def by_uuid(uuid: UUID) -> Unit | None:
    return Unit.objects.filter(uuid=uuid).first()


def held_for(uuid: UUID) -> Unit | None:
    """The same row, held until the transaction ends."""
    return Unit.objects.select_for_update(no_key=True).filter(uuid=uuid).first()
