"""Which unit and which days a page is about, as the address says."""

from datetime import date

from django.db.models.functions import Length
from django.http import Http404

from styrk.access.requests import Request
from styrk.core import clock
from styrk.feedback import forms
from styrk.feedback.queries.register import a_year_before
from styrk.organisation.models import Unit
from styrk.organisation.queries import family_of, unit_by_code
from styrk.organisation.rules import in_force


def named(request: Request) -> Unit | None:
    """The unit in the address, if one belongs to its trust or sees what it is told; else 404."""
    code = request.GET.get("enhet", "").strip()
    if not code:
        return None
    unit = unit_by_code(code)
    seen = request.standing.scope.units("voice")
    if unit is None or (unit.legal_id not in request.standing.trusts and unit.pk not in seen):
        raise Http404
    return unit


def held(request: Request) -> Unit | None:
    """The unit in the address, if one sees what it is told; else 404."""
    unit = named(request)
    if unit is not None and unit.pk not in request.standing.scope.units("voice"):
        raise Http404
    return unit


def own(request: Request) -> Unit | None:
    """The unit in the address, or the topmost of those whose voices one sees."""
    if asked := held(request):
        return asked
    seen = request.standing.scope.units("voice")
    found = Unit.objects.filter(seen.rows("pk", "trust"), in_force(clock.day(request.now)))
    return found.order_by(Length("path"), "path").first() if seen else None


def around(request: Request, unit: Unit) -> list[Unit]:
    """The units straight above and below, of those whose voices one sees."""
    seen = request.standing.scope.units("voice")
    above, below = family_of(unit, on=clock.day(request.now))
    return [one for one in (*above[-1:], *below) if one.pk in seen]


def period(request: Request) -> tuple[forms.PeriodForm, date, date]:
    """The days in the address, or the last year."""
    today = clock.day(request.now)
    form = forms.PeriodForm(request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    first, last = given.get("fra") or a_year_before(today), given.get("til") or today
    return forms.PeriodForm(initial={"fra": first, "til": last}), first, last
