"""Putting a risk in the register, and saying otherwise what it is."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, Subject, data, done, draft, show
from styrk.access.decorators import allowed, signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import find_units, unit_by_code
from styrk.risks import commands, forms, queries, rules
from styrk.risks.models import Risk
from styrk.risks.views.acting import DESK, way_to_register
from styrk.ui import pages
from styrk.ui.addresses import address_of


@allowed(Permission.KEEP_RISKS)
@ACT
def new(request: Request) -> HttpResponse:
    """First where, if there is a choice; then what."""
    unit = _unit(request)
    if unit is None:
        return _where(request)
    form = forms.DescriptionForm(
        data(request),
        unit=unit,
        owners=_owners(request, unit),
        placements=queries.placements_for(unit),
        goals=queries.goals_for(unit, clock.day(request.now)),
        today=clock.day(request.now),
        initial={"owner": str(request.person.uuid)} | draft(request),
    )
    if form.is_valid():
        risk = commands.describe_risk(
            description=form.description_given(), by=request.person, now=request.now
        )
        return done(
            request,
            _("Risikoen er i registeret. Nå kan du vurdere den."),
            address_of("risks:rate", risk.uuid),
        )
    return show(
        request,
        form,
        Subject(way_to_register()),
        title=_("Ny risiko"),
        intro=_lead(unit),
        button=_("Lagre"),
    )


def _lead(unit: Unit) -> str:
    return _("I %(unit)s. Skriv det du vet. Resten kan dere fylle ut siden.") % {"unit": unit.name}


def _unit(request: Request) -> Unit | None:
    """The unit in the address, or the only one there is to choose."""
    if code := request.GET.get("enhet", ""):
        unit = unit_by_code(code)
        if unit is None or not rules.may_keep(request.standing, unit.pk):
            raise Http404
        return unit
    units = queries.keeping_units(request.standing, clock.day(request.now))
    return units[0] if len(units) == 1 else None


def _where(request: Request) -> HttpResponse:
    """The units to choose among; by name where there are more than one looks through."""
    today, wanted = clock.day(request.now), request.GET.get("q", "")[:100].strip()
    units = queries.keeping_units(request.standing, today)
    if wanted:
        matching = find_units(wanted, trust_ids=request.standing.trusts, on=today)
        units = [unit for unit in matching if rules.may_keep(request.standing, unit.pk)]
    return pages.render(request, "risks/where.html", {"units": units, "wanted": wanted})


def _owners(request: Request, unit: Unit) -> list[Person]:
    """Those near the unit, and the one who writes."""
    near = list(possible_owners(unit, clock.day(request.now)))
    return near if request.person in near else [request.person, *near]


@signed_in
@ACT
def change(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "change")
    owners, stands = _owners(request, found.unit), _as_it_is(found)
    form = forms.DescriptionForm(
        data(request),
        unit=found.unit,
        owners=owners if found.owner in owners else [found.owner, *owners],
        placements=_placements(found),
        goals=_goals(found, clock.day(request.now)),
        today=clock.day(request.now),
        initial=stands | draft(request),
    )
    return DESK.page(
        request,
        found,
        "change",
        form,
        lambda: commands.change_risk(
            risk=found,
            description=form.description_given(),
            by=request.person,
            now=request.now,
        ),
        title=_("Endre risikoen"),
        button=_("Lagre"),
        said=_("Risikoen er endret."),
        stand=of_fields(form, stands, found.steps.filter(act="change"), kept=True),
        intro=_("Endrer du hva risikoen er, gjelder ikke en aksept av den lenger.")
        if found.acceptance
        else _lead(found.unit),
    )


def _placements(risk: Risk) -> list[Any]:
    """Those it may point at, and those it points at already."""
    there = {one.pk: one for one in queries.placements_for(risk.unit)}
    return list((there | {one.pk: one for one in queries.placements_of(risk)}).values())


def _goals(risk: Risk, today: date) -> list[Any]:
    """The same of goals."""
    there = {one.pk: one for one in queries.goals_for(risk.unit, today)}
    return list((there | {one.pk: one for one in queries.goals_of(risk)}).values())


def _as_it_is(risk: Risk) -> dict[str, Any]:
    plain = ("title", "description", "causes", "consequences", "measures", "interaction")
    return {name: getattr(risk, name) for name in (*plain, "counterpart", "review_on")} | {
        "owner": str(risk.owner.uuid),
        "placements": [str(one.uuid) for one in queries.placements_of(risk)],
        "goals": [str(one.uuid) for one in queries.goals_of(risk)],
        "themes": ", ".join(risk.themes),
    }
