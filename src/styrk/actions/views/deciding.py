"""The page where an action is decided: the same for every kind of record that one is decided from."""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.requests import Request
from styrk.actions.forms import PlanForm
from styrk.actions.queries import possible_owners
from styrk.actions.types import Plan
from styrk.core import clock
from styrk.organisation.models import Person, Unit

ADD = "add_action"


def decide[T](
    request: Request,
    uuid: UUID,
    desk: acting.Desk[T],
    unit_of: Callable[[T], Unit],
    command: Callable[[T, Plan], object],
    *,
    begun: Callable[[T], Mapping[str, object]] = lambda _record: {},
    without: Callable[[T], Collection[Person]] = lambda _record: (),
) -> HttpResponse:
    """Decide an action from the record, at the unit that answers for it, and go back to the record.

    `begun` is what the form has in it before anything is typed, `without` who cannot be its owner.
    """
    record = desk.for_act(request, uuid, ADD)
    unit, today = unit_of(record), clock.day(request.now)
    form = PlanForm(
        acting.data(request),
        unit=unit,
        owners=possible_owners(unit, today, without=Q(pk__in=[one.pk for one in without(record)])),
        today=today,
        initial={**begun(record), **acting.draft(request)},
    )
    return desk.page(
        request,
        record,
        ADD,
        form,
        lambda: command(record, form.plan()),
        title=_("Nytt tiltak"),
        intro=_("Et tiltak er ikke ferdig når det er gjort, men når vi vet om det hjalp."),
        button=_("Bestem tiltaket"),
        said=_("Tiltaket er bestemt, og eieren har fått det på Min side."),
    )
