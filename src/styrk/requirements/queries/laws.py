"""Laws as they stand in the register, in the neutral shape that new ones are compared with."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import BooleanField, Prefetch, QuerySet
from django.db.models.expressions import RawSQL

from styrk.requirements import statutes
from styrk.requirements.lovdata.shape import Law
from styrk.requirements.models import Edition, Requirement
from styrk.requirements.states import EditionState


def laws_changed_by(acts: Sequence[Law], without: Iterable[Law]) -> list[Law]:
    """The newest edition of each registered law that one of the acts changes. Two queries."""
    named = {change.law for act in acts for change in act.amendments}
    codes = named - {law.refid for law in without}
    if not codes:
        return []
    in_order = Requirement.objects.order_by("position")
    found = _newest(codes).prefetch_related(Prefetch("requirements", in_order))
    return [statutes.as_law(one, one.requirements.all()) for one in found]


def laws_due(day: date) -> list[Law]:
    """The newest edition of each registered law that announces words that hold from the day or before.

    Three queries, whatever is announced.
    """
    path = f'$[*] ? (@.in_force_on <= "{day.isoformat()}")'
    announced = RawSQL("jsonb_path_exists(pending, %s::jsonpath)", [path], BooleanField())
    rows = Requirement.objects.filter(announced)
    found = _published().filter(pk__in=rows.values("edition"))
    in_order = Requirement.objects.order_by("position")
    laws = found.prefetch_related(Prefetch("requirements", in_order))
    return [statutes.as_law(one, one.requirements.all()) for one in laws]


def acts_that_change(laws: Iterable[Law]) -> list[Law]:
    """The registered acts that the notes of the laws name. One query; the acts come without text."""
    codes = {
        change.changed_by for law in laws for part in law.provisions for change in part.pending
    }
    found = [statutes.as_law(one, ()) for one in _newest(codes)] if codes else []
    return [act for act in found if act.amendments]


def _newest(codes: Iterable[str]) -> QuerySet[Edition]:
    return _published().filter(source__code__in=sorted(codes))


def _published() -> QuerySet[Edition]:
    """The newest edition of every law, in the order of their names."""
    found = Edition.objects.filter(format=statutes.FORMAT, state=EditionState.PUBLISHED)
    return found.filter(followed_by=None).order_by("source__code")
