"""What one does with a risk: one small page for each act, which works without scripts."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.forms import PlanForm
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.organisation.queries import ancestors_of
from styrk.risks import commands, example, forms, presenters, queries
from styrk.risks.models import Risk
from styrk.risks.scale import Scale
from styrk.risks.views import acting


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: Request, uuid: UUID) -> HttpResponse:
    found = acting.found(request, uuid)
    matrix = queries.holding_matrix_of(found.trust_id)
    scale = matrix.scale if matrix else example.EXAMPLE
    form = forms.RateForm(
        acting.data(request), scale=scale, initial=_as_rated(found, scale) | acting.draft(request)
    )
    return acting.page(
        request,
        found,
        "rate",
        form,
        lambda: commands.rate_risk(
            risk=found, assessment=form.assessment(), by=request.person, now=request.now
        ),
        title=_("Vurder risikoen"),
        button=_("Lagre vurderingen"),
        said=_("Vurderingen er lagret."),
        intro=_("Vurderer du den på nytt slik den er nå, gjelder ikke aksepten lenger.")
        if found.acceptance
        else "",
        template="risks/rate.html",
        example=matrix is None or matrix.example,
        sources=[(one.told, presenters.zone_tag(one.told["zone"])) for one in found.sources.all()],
    )


def _as_rated(risk: Risk, scale: Scale) -> dict[str, object]:
    """What it was rated as last, where that was in this matrix."""
    if risk.current is None or risk.current.matrix.scale != scale:
        return {}
    harms = {f"harm_{code}": step for code, step in risk.current.consequences.items()}
    return {"likelihood": risk.current.likelihood, **harms}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    found = acting.found(request, uuid)
    today = clock.day(request.now)
    form = PlanForm(
        acting.data(request),
        unit=found.unit,
        owners=list(possible_owners(found.unit, today)),
        today=today,
        initial=acting.draft(request),
    )
    return acting.page(
        request,
        found,
        "add_action",
        form,
        lambda: commands.add_action(
            risk=found, plan=form.plan(), by=request.person, now=request.now
        ),
        title=_("Nytt tiltak mot risikoen"),
        button=_("Bestem tiltaket"),
        said=_("Tiltaket er bestemt. Eieren har fått vite det."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: Request, uuid: UUID) -> HttpResponse:
    found = acting.found(request, uuid)
    form = forms.AcceptForm(
        acting.data(request), today=clock.day(request.now), initial=acting.draft(request)
    )
    return acting.page(
        request,
        found,
        "accept",
        form,
        lambda: commands.accept_risk(
            risk=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Aksepter risikoen"),
        button=_("Aksepter"),
        said=_("Risikoen er akseptert. Du får vite det hvis den endrer seg."),
        intro=_("Du tar ansvar for at vi lever med den som den er vurdert nå, til den dagen."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: Request, uuid: UUID) -> HttpResponse:
    found = acting.found(request, uuid)
    form = forms.ReviewForm(
        acting.data(request), today=clock.day(request.now), initial=acting.draft(request)
    )
    return acting.page(
        request,
        found,
        "review",
        form,
        lambda: commands.review_risk(
            risk=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Gå gjennom risikoen"),
        button=_("Lagre gjennomgangen"),
        said=_("Gjennomgangen er lagret."),
        intro=_("Er den blitt større eller mindre, vurderer du den i stedet."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: Request, uuid: UUID) -> HttpResponse:
    found = acting.found(request, uuid)
    form = forms.EndForm(acting.data(request), initial=acting.draft(request))
    return acting.page(
        request,
        found,
        "end",
        form,
        lambda: commands.end_risk(
            risk=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Avslutt risikoen"),
        button=_("Avslutt"),
        said=_("Risikoen er avsluttet. Grunnen er lagret."),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: Request, uuid: UUID) -> HttpResponse:
    found = acting.found(request, uuid)
    form = forms.ProposeForm(
        acting.data(request),
        above=reversed(ancestors_of(found.unit)),
        initial=acting.draft(request),
    )
    return acting.page(
        request,
        found,
        "propose",
        form,
        lambda: commands.propose_up(
            risk=found,
            to=form.chosen,
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        title=_("Løft risikoen"),
        button=_("Løft den"),
        said=_("Risikoen er løftet. Du får svar når de har tatt stilling til den."),
        intro=_(
            "De vurderer den på nytt i sitt eget bilde. Risikoen blir stående hos dere. Løfter du den"
            " til en annen virksomhet, kan lederen der lese den."
        ),
    )
