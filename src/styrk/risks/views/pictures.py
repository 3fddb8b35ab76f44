"""The risk map of a unit as it is now, and its tertial pictures."""

from collections import Counter
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, attempt, data, draft, with_form
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.organisation.queries import children_of, unit_by_code
from styrk.requirements.periods import last_day, spoken
from styrk.risks import commands, example, forms, picture, presenters, queries, rules
from styrk.risks.states import Zone
from styrk.risks.views.acting import REFUSALS
from styrk.ui import pages
from styrk.ui.addresses import address_of


@allowed(Permission.SEE_RISKS)
@require_safe
def heat(request: Request) -> HttpResponse:
    """Where the unit's risks stand in the matrix."""
    unit = _unit(request)
    only = request.GET.get("bare") == "enheten"
    matrix = queries.holding_matrix_of(unit.legal_id)
    scale = matrix.scale if matrix else example.EXAMPLE
    found = queries.heat_of(unit, matrix, only=only)
    return pages.render(
        request,
        "risks/heat.html",
        {
            "unit": unit,
            "only": only,
            "matrix": matrix,
            "scale": scale,
            "heat": found,
            "grid": presenters.grid(scale, counts=found.cells),
            "below": _below(request, unit),
            "list": f"?enhet={unit.code}" + ("&bare=enheten" if only else ""),
        },
    )


def _below(request: Request, unit: Unit) -> list[Unit]:
    """The units straight below that the person sees risks in."""
    seen = request.standing.scope.units("risk")
    return [one for one in children_of(unit, on=clock.day(request.now)) if one.pk in seen]


def _unit(request: Request) -> Unit:
    """The unit in the address, in sight; else the one where the person stands highest."""
    seen = request.standing.scope.units("risk")
    code = request.GET.get("enhet", "")
    unit = unit_by_code(code) if code else queries.own_unit(request.standing)
    if unit is None or unit.pk not in seen:
        raise Http404
    return unit


@allowed(Permission.SEE_RISKS)
@ACT
def tertials(request: Request) -> HttpResponse:
    """The unit's pictures, and taking one."""
    unit = _unit(request)
    keeps = rules.may_keep(request.standing, unit.pk)
    if request.method == "POST" and not keeps:
        raise Http404
    pictures = queries.snapshots_of(unit)
    periods = rules.open_tertials(clock.day(request.now), {one.period for one in pictures})
    form = forms.PictureForm(data(request), periods=periods, initial=draft(request))
    if form.is_valid():
        return attempt(
            request,
            lambda: commands.take_picture(
                unit=unit, by=request.person, now=request.now, **form.cleaned_data
            ),
            _("Risikobildet er tatt. Det står som det er."),
            refusals=REFUSALS,
            back=lambda taken: address_of("risks:tertial", taken.uuid),
            instead=f"{address_of('risks:tertials')}?enhet={unit.code}",
            form=form,
        )
    return with_form(
        request,
        "risks/tertials.html",
        {
            "unit": unit,
            "pictures": [
                (spoken(period), list(editions))
                for period, editions in groupby(pictures, lambda one: one.period)
            ],
            "form": form if keeps else None,
        },
        form,
    )


@allowed(Permission.SEE_RISKS)
@require_safe
def tertial(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.snapshot(uuid)
    if found is None:
        raise Http404
    content = picture.read(found)
    return pages.render(
        request,
        "risks/tertial.html",
        {
            "picture": found,
            "period": spoken(found.period),
            "afterwards": clock.day(found.taken_at) > last_day(found.period),
            "holding": queries.holding(found),
            "before": spoken(found.before.period) if found.before else "",
            "told": content,
            "counts": _counts(content["counts"]),
            "below": _counts(content["below"]["counts"]),
            "rows": [_row(told, clock.day(found.taken_at)) for told in content["risks"]],
            "gone": [
                (told, presenters.zone_tag(told["zone"], told["score"])) for told in content["gone"]
            ],
            **_drawn(content["risks"]),
        },
    )


def _drawn(risks: list[dict[str, Any]]) -> dict[str, Any]:
    """The matrix that most were rated in, with how many stood where; the others are not drawn."""
    used = Counter(told["matrix_id"] for told in risks if told["place"])
    matrix = queries.matrix_by_id(used.most_common(1)[0][0]) if used else None
    if matrix is None:
        return {"grid": [], "scale": None, "matrix": None, "elsewhere": 0}
    places = Counter(tuple(t["place"]) for t in risks if t["matrix_id"] == matrix.pk)
    return {
        "grid": presenters.grid(matrix.scale, counts=places),
        "scale": matrix.scale,
        "matrix": matrix,
        "elsewhere": used.total() - used[matrix.pk],
    }


def _counts(told: dict[str, int]) -> list[tuple[presenters.Tag, int]]:
    """How many in each zone, the gravest first."""
    zones = (Zone.RED, Zone.YELLOW, Zone.GREEN, "unrated")
    return [
        (presenters.zone_tag("" if zone == "unrated" else zone), told[zone])
        for zone in zones
        if told.get(zone)
    ]


def _row(told: dict[str, Any], on: date) -> dict[str, Any]:
    """A risk of the picture, with its marks."""
    without = told["without_measures"]
    return {
        "told": told,
        "zone": presenters.zone_tag(told["zone"], told["score"]),
        "without": presenters.zone_tag(without["zone"], without["score"]) if without else None,
        "change": presenters.change_tag(told),
        "shared": presenters.INTERACTIONS.get(told["interaction"], ""),
        "accepted_until": _day(told["accepted_until"]),
        "actions": [presenters.action_told(action, on) for action in told["actions"]],
        "sources": [
            (source, presenters.zone_tag(source["zone"], source["score"]))
            for source in told["sources"]
        ],
        "behind": (behind := presenters.behind(told["sources"], on)),
        "idle": not told["treated"] and bool(told["actions"] or behind),
    }


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
