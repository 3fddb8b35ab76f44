"""Which indicators show how a risk is doing."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.indicators.queries import kept_by
from styrk.risks import commands, forms, queries
from styrk.risks.views.acting import DESK


@signed_in
@ACT
def measure(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "measure")
    form = forms.MeasureForm(data(request), indicators=kept_by(found.unit), initial=draft(request))
    return DESK.page(
        request,
        found,
        "measure",
        form,
        lambda: commands.measure_risk(
            risk=found, indicator=form.chosen, by=request.person, now=request.now
        ),
        title=_("Knytt en indikator til risikoen"),
        intro=_("Da ser alle om det blir verre eller bedre, uten at noen må skrive det."),
        button=_("Knytt til risikoen"),
        said=_("Indikatoren viser nå hvordan det går med risikoen."),
    )


@signed_in
@require_POST
def stop(request: Request, uuid: UUID, indicator: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "stop_measuring")
    link = queries.measure_of(found, indicator)
    if link is None:
        raise Http404
    return DESK.do(
        request,
        found,
        lambda: commands.stop_measuring_risk(link=link, by=request.person, now=request.now),
        _("Indikatoren er løst fra risikoen."),
    )
