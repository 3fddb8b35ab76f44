"""Putting a risk in the register, and saying otherwise what it is."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from styrk.access.commands import throw_draft
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import find_units, unit_by_code
from styrk.risks import commands, forms, queries, rules
from styrk.risks.models import Risk
from styrk.risks.views import acting
from styrk.ui import pages


@allowed(Permission.KEEP_RISKS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """First where, if there is a choice; then what."""
    unit = _unit(request)
    if unit is None:
        return _where(request)
    form = forms.DescriptionForm(
        acting.data(request),
        unit=unit,
        owners=_owners(request, unit),
        placements=queries.placements_for(unit),
        today=clock.day(request.now),
        initial={"owner": str(request.person.uuid)} | acting.draft(request),
    )
    if form.is_valid():
        risk = commands.describe_risk(
            description=form.description_given(), by=request.person, now=request.now
        )
        throw_draft(person=request.person, path=request.path)
        messages.success(request, _("Risikoen er i registeret. Nå kan du vurdere den."))
        return redirect("risks:rate", uuid=risk.uuid)
    status = 422 if form.is_bound else 200
    return pages.render(
        request, "risks/describe.html", {"form": form, "unit": unit, "risk": None}, status=status
    )


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
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, uuid: UUID) -> HttpResponse:
    found = acting.found(request, uuid)
    owners = _owners(request, found.unit)
    form = forms.DescriptionForm(
        acting.data(request),
        unit=found.unit,
        owners=owners if found.owner in owners else [found.owner, *owners],
        placements=_placements(found),
        today=clock.day(request.now),
        initial=_as_it_is(found) | acting.draft(request),
    )
    return acting.page(
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
        intro=_("Endrer du hva risikoen er, gjelder ikke en aksept av den lenger.")
        if found.acceptance
        else "",
        template="risks/describe.html",
        unit=found.unit,
    )


def _placements(risk: Risk) -> list[Any]:
    """Those it may point at, and those it points at already."""
    there = {one.pk: one for one in queries.placements_for(risk.unit)}
    return list(
        (there | {link.placement_id: link.placement for link in risk.placements.all()}).values()
    )


def _as_it_is(risk: Risk) -> dict[str, Any]:
    plain = ("title", "description", "causes", "consequences", "measures", "interaction")
    return {name: getattr(risk, name) for name in (*plain, "counterpart", "review_on")} | {
        "owner": str(risk.owner.uuid),
        "placements": [str(link.placement.uuid) for link in risk.placements.all()],
    }
