"""All indicators of a unit in one table."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators import forms, rules
from styrk.indicators.glances import Glance
from styrk.indicators.presenters.table import Line, by_area, line
from styrk.indicators.presenters.telling import Told
from styrk.indicators.queries.glances import Shown
from styrk.indicators.signals import seen_at
from styrk.indicators.views import where
from styrk.organisation.models import Unit
from styrk.ui import pages
from styrk.ui.addresses import address_of

type Found = tuple[Shown, Glance, Told]


@allowed(Permission.SEE_INDICATORS)
@require_safe
def indicators(request: Request) -> HttpResponse:
    """How a unit is doing: one's own, or another in sight."""
    unit = where.unit_of(request)
    form = forms.FilterForm(request.GET)
    seen = seen_at(unit, clock.day(request.now)) if unit else []
    found = [(shown, glance, _told(shown, glance)) for shown, glance in seen]
    chosen = _chosen(found, form)
    here = where.at(unit) if unit else ""
    values: dict[str, Any] = {
        "unit": unit,
        "others": where.near(request, unit),
        "filter": form,
        "filtered": len(chosen) < len(found),
        "areas": by_area(_lines(chosen, here, unit if _may_act(request, unit) else None)),
        "number": len(found),
        "signalling": sum(told.signals for _, _, told in found),
        "lacking": sum(glance.missing is not None for _, glance, _ in found),
        "here": here,
        "may_line": unit is not None and rules.may_see_line(request.standing, unit),
        "may_record": unit is not None and bool(found) and rules.may_record(request.standing, unit),
        "may_keep": unit is not None and rules.may_keep(request.standing, unit),
    }
    return pages.render(request, "indicators/indicators.html", values, fragment="list")


def _told(shown: Shown, glance: Glance) -> Told:
    codes = shown.kinds or (), shown.variation or "", shown.assurance or ""
    return Told(shown.points or 0, *codes, glance.direction)


def _chosen(found: Sequence[Found], form: forms.FilterForm) -> list[Found]:
    area, show, text = (form.chosen(name) for name in ("omrade", "vis", "sok"))
    words = text.casefold().split()
    return [
        (shown, glance, told)
        for shown, glance, told in found
        if area in {"", shown.area}
        and (show != forms.SIGNALS or told.signals)
        and (show != forms.MISSING or glance.missing)
        and all(word in shown.text for word in words)
    ]


def _may_act(request: Request, unit: Unit | None) -> bool:
    return unit is not None and rules.may_act(request.standing, unit)


def _lines(found: Sequence[Found], here: str, at: Unit | None) -> list[Line]:
    """`at` is the unit where this person may decide actions, if it may be."""
    return [
        line(
            shown.name,
            shown.area,
            f"{address_of('indicators:indicator', shown.uuid)}?{here}",
            glance,
            told,
            address_of("indicators:act", shown.uuid, at.uuid)
            if at and told.asks_for_action
            else "",
        )
        for shown, glance, told in found
    ]
