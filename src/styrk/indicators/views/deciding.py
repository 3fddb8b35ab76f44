"""Deciding an action where a series tells that something has to be done: the same series will tell if it helped."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import ACT, NOT_NOW, Desk, Refusals
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.views.deciding import decide
from styrk.indicators import commands, rules
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.states import Direction
from styrk.indicators.views import acting, where
from styrk.indicators.views.where import Place

REFUSALS: Refusals = {**NOT_NOW, **acting.REFUSALS}


@signed_in
@ACT
def act(request: Request, uuid: UUID, unit: UUID) -> HttpResponse:
    place = where.place_of(request, uuid, unit)
    # The place is found by two words of the address, so the desk is that of this one place.
    desk: Desk[Place] = Desk(
        name="place",
        find=lambda _uuid, _standing: place,
        hold=lambda _uuid: None,
        is_for=lambda standing, found, _act: rules.may_act(standing, found.unit),
        may=lambda _standing, found, _act: found.indicator.retired_on is None,
        subject=acting.of_series,
        misfit=gettext_lazy("Indikatoren er ikke i bruk lenger."),
        refusals=REFUSALS,
    )
    return decide(
        request,
        uuid,
        desk,
        lambda found: found.unit,
        lambda found, plan: commands.act_on_series(
            indicator=found.indicator, plan=plan, by=request.person, now=request.now
        ),
        begun=_begun,
    )


def _begun(place: Place) -> Mapping[str, object]:
    """How one will see that it works is known: by the figures it was decided from."""
    newest = definitions_of([place.indicator.pk])[place.indicator.pk][-1]
    match Direction(newest.direction):
        case Direction.DOWN:
            text = _("Tallene for «%(name)s» går ned.")
        case Direction.UP:
            text = _("Tallene for «%(name)s» går opp.")
        case _:
            text = _("Tallene for «%(name)s» endrer seg.")
    return {"sign": text % {"name": place.indicator.name}}
