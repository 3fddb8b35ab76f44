"""Saying what a unit wants to reach, and saying it otherwise."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed, signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.goals import commands, forms, queries, rules
from styrk.goals.models import Goal
from styrk.goals.views import where
from styrk.goals.views.acting import DESK, way_to
from styrk.organisation.models import Person, Unit
from styrk.requirements.models import Placement
from styrk.ui.addresses import address_of


@allowed(Permission.ANSWER_REQUIREMENTS)
@ACT
def new(request: Request) -> HttpResponse:
    """A goal for the unit in the address; from a requirement or a goal above where one is named."""
    unit, year = where.unit_of(request), where.year_of(request)
    if unit is None or not rules.may_set(request.standing, unit.pk):
        raise Http404
    placements, over = list(queries.accepted_at(unit)), queries.inheritable(unit, year)
    form = forms.AimForm(
        acting.data(request),
        owners=_owners(request, unit),
        placements=placements,
        goals=over,
        initial=_begun(request, year, placements, over) | acting.draft(request),
    )
    if form.is_valid():
        goal = commands.set_goal(unit=unit, aim=form.aim(), by=request.person, now=request.now)
        return acting.done(
            request,
            _("Målet er foreslått. Når dere er enige, avtaler du det."),
            address_of("goals:goal", goal.uuid),
        )
    return acting.show(
        request,
        form,
        acting.Subject(way_to(unit, year)),
        title=_("Nytt mål"),
        intro=_("For %(unit)s. Si det så konkret at alle ser når det er nådd.")
        % {"unit": unit.name},
        button=_("Foreslå målet"),
    )


def _begun(
    request: Request, year: int, placements: list[Placement], over: list[Goal]
) -> dict[str, Any]:
    """What is known before anything is typed."""
    begun: dict[str, Any] = {
        "first_year": year,
        "last_year": year,
        "owner": str(request.person.uuid),
    }
    named = request.GET.get("fra", "")
    for goal in over:
        if str(goal.uuid) == named:
            begun |= forms.aim_of(goal) | {"origin": named, "owner": begun["owner"]}
    for one in placements:
        if str(one.uuid) == named:
            begun |= {
                "origin": named,
                "title": one.requirement.title,
                "target_words": one.requirement.goal,
                "owner": str(one.owner.uuid) if one.owner else begun["owner"],
            }
    return begun


def _owners(request: Request, unit: Unit, *also: Person) -> list[Person]:
    """Those near the unit, the one who writes, and the one who owns it already."""
    near = possible_owners(unit, clock.day(request.now))
    return list(dict.fromkeys([*also, request.person, *near]))


@signed_in
@ACT
def change(request: Request, uuid: UUID) -> HttpResponse:
    goal = DESK.for_act(request, uuid, "change")
    stands = forms.aim_of(goal)
    form = forms.AimForm(
        acting.data(request),
        owners=_owners(request, goal.unit, goal.owner),
        placements=_with(goal.placement, list(queries.accepted_at(goal.unit))),
        goals=_with(goal.above, queries.inheritable(goal.unit, goal.first_year)),
        initial=stands | acting.draft(request),
    )
    return DESK.page(
        request,
        goal,
        "change",
        form,
        lambda: commands.change_goal(goal=goal, aim=form.aim(), by=request.person, now=request.now),
        title=_("Endre målet"),
        button=_("Lagre"),
        said=_("Målet er endret."),
        stand=of_fields(form, stands, goal.steps.filter(act="change"), kept=True),
    )


def _with[T](one: T | None, found: list[T]) -> list[T]:
    """What it comes from already stands among the choices."""
    return found if one is None or one in found else [one, *found]


@signed_in
@require_POST
def agree(request: Request, uuid: UUID) -> HttpResponse:
    goal = DESK.for_act(request, uuid, "agree")
    return DESK.do(
        request,
        goal,
        lambda: commands.agree_goal(goal=goal, by=request.person, now=request.now),
        _("Målet er avtalt."),
    )
