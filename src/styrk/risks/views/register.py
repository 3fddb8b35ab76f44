"""The register of risks, and one risk with all that hangs on it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators.presenters.measured import measured_row
from styrk.organisation.queries import unit_by_code
from styrk.risks import consistency, forms, presenters, queries, rules
from styrk.risks.forms.describing import LONGEST_THEME
from styrk.risks.models import Risk
from styrk.risks.states import MOVES, SERIOUS, Kind, Zone
from styrk.risks.views.acting import DESK
from styrk.ui import pages, paging
from styrk.ui.boxes import panels_on

ACTS = ("change", "rate", "add_action", "accept", "propose", "review", "measure", "end")
ZONES = {*Zone.values, "unrated", SERIOUS}


@allowed(Permission.SEE_RISKS)
@require_safe
def risks(request: Request) -> HttpResponse:
    today = clock.day(request.now)
    filters = _filters(request)
    found = queries.risks_for(request.standing, filters, today, paging.before(request))
    shown = found[: queries.PAGE]
    last = shown[-1] if shown else None
    more = len(found) > queries.PAGE and last
    return pages.render(
        request,
        "risks/risks.html",
        {
            "rows": [_row(risk, today) for risk in shown],
            "filter": forms.FilterForm(request.GET),
            "unit": filters.unit,
            "cell": filters.cell,
            "theme": filters.theme,
            "filtered": filters != queries.Filters(),
            "older": paging.older(request, last.described_at, last.pk) if more and last else None,
            "lifted_here": len(queries.inbox(request.standing)),
            "keeps": request.standing.allows(Permission.KEEP_RISKS),
            "today": today,
        },
        fragment="list",
    )


def _row(risk: Risk, today: date) -> dict[str, Any]:
    return {
        "risk": risk,
        "zone": presenters.rated_tag(risk),
        "state": presenters.state_tag(risk, today),
        "interaction": presenters.interaction_words(risk),
    }


def _filters(request: Request) -> queries.Filters:
    get = request.GET
    zone, show = get.get("sone", ""), get.get("vis", "")
    unit = unit_by_code(code) if (code := get.get("enhet", "")) else None
    cell = _cell(get.get("rute", ""))
    matrix = (
        queries.holding_matrix_of(unit.legal_id) if unit and (cell or show == "eldre") else None
    )
    return queries.Filters(
        unit=unit,
        only=get.get("bare") == "enheten",
        zone=zone if zone in ZONES else "",
        shared=show == "samhandling",
        late=show == "sen",
        mine=show == "mine",
        ended=show == "avsluttet",
        cell=cell if matrix else None,
        matrix_id=matrix.pk if matrix else None,
        theme=get.get("tema", "")[:LONGEST_THEME],
        other_matrix=bool(matrix) and show == "eldre",
    )


def _cell(text: str) -> tuple[int, int] | None:
    """A square of the matrix in the address: «4x3» is likelihood four, consequence three."""
    row, _x, column = text.partition("x")
    return (int(row), int(column)) if row.isdecimal() and column.isdecimal() else None


@signed_in
@require_safe
def risk(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.found(request, uuid)
    today = clock.day(request.now)
    ratings = list(found.ratings.all())
    newest = presenters.newest(ratings)
    lifting = queries.lifting_of(found)
    decided = [presenters.action_told(one, today) for one in queries.decided(found)]
    behind = presenters.behind((one.latest for one in lifting.sources), today)
    return pages.render(
        request,
        "risks/risk.html",
        {
            "risk": found,
            "zone": presenters.rated_tag(found),
            "state": presenters.state_tag(found, today),
            "interaction": presenters.interaction_words(found),
            "ratings": [_rating(rating) for rating in newest.values()],
            "grid": _grid(found, ratings),
            "scale": found.current.matrix.scale if found.current else None,
            "findings": [presenters.FINDINGS[code] for code in consistency.findings(found, today)],
            "actions": decided,
            "behind": behind,
            "idle": not found.treated and bool(decided or behind),
            "sources": [presenters.below(one, _scale(found)) for one in lifting.sources],
            "proposals": [(one, presenters.proposal_tag(one.state)) for one in lifting.proposals],
            "threatened": queries.threatened(found),
            "goals": queries.threatened_goals(found, request.standing),
            "measures": [measured_row(one) for one in queries.measures_of([found.pk], today)],
            "may": {act: rules.may(request.standing, found, act) for act in ACTS},
            "run_out": presenters.run_out(found, today),
            "authority": _authority(found),
            "entries": presenters.history(list(found.steps.all())),
            "panels": panels_on("risk", found, request),
            "today": today,
        },
    )


def _grid(risk: Risk, ratings: list[Any]) -> list[presenters.GridRow]:
    if risk.current is None:
        return []
    matrix = risk.current.matrix
    return presenters.grid(matrix.scale, marks=presenters.marks_of(ratings, matrix.pk))


def _rating(rating: Any) -> dict[str, Any]:
    scale = rating.matrix.scale
    return {
        "rating": rating,
        "kind": Kind(rating.kind).label,
        "tag": presenters.zone_tag(rating.zone, rating.score),
        "likelihood": scale.likelihoods[rating.likelihood - 1],
        "consequence": scale.levels[rating.consequence - 1],
        "harms": presenters.harms(rating),
    }


def _scale(risk: Risk) -> str:
    """The mark of what it is rated in; empty before that."""
    return risk.current.matrix.scale.mark if risk.current else ""


def _authority(risk: Risk) -> str:
    """Whose leader may accept it as it is rated."""
    if risk.current is None or ("open", "accept") not in MOVES:
        return ""
    asked = risk.current.matrix.scale.authority(risk.zone)
    return str(presenters.AUTHORITIES[asked])
