"""What one does with a risk: one small page for each act, which works without scripts."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.requests import Request
from styrk.actions.views.deciding import decide
from styrk.core import clock
from styrk.organisation.queries import ancestors_of
from styrk.risks import commands, example, forms, presenters, queries
from styrk.risks.models import Risk
from styrk.risks.scale import Scale
from styrk.risks.states import Kind
from styrk.risks.views.acting import DESK


@signed_in
@ACT
def rate(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "rate")
    matrix = queries.holding_matrix_of(found.trust_id)
    scale = matrix.scale if matrix else example.EXAMPLE
    rated = _as_rated(found, scale)
    form = forms.RateForm(data(request), scale=scale, initial=rated | draft(request))
    grounds = {"reason": found.current.reason} if rated and found.current else {}
    return DESK.page(
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
        stand=of_fields(form, rated | grounds, found.ratings.filter(kind=Kind.NOW), kept=True),
        example=matrix is None or matrix.example,
        sources=[presenters.below(one, scale.mark) for one in found.sources.all()],
    )


def _as_rated(risk: Risk, scale: Scale) -> dict[str, object]:
    """What it was rated as last, where that was in this matrix."""
    if risk.current is None or risk.current.matrix.scale != scale:
        return {}
    harms = {f"harm_{code}": step for code, step in risk.current.consequences.items()}
    return {"likelihood": risk.current.likelihood, **harms}


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide(
        request,
        uuid,
        DESK,
        lambda risk: risk.unit,
        lambda risk, plan: commands.add_action(
            risk=risk, plan=plan, by=request.person, now=request.now
        ),
    )


@signed_in
@ACT
def accept(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "accept",
        forms.AcceptForm,
        commands.accept_risk,
        asked={"today": clock.day(request.now)},
        title=_("Aksepter risikoen"),
        button=_("Aksepter"),
        said=_("Risikoen er akseptert. Du får vite det hvis den endrer seg."),
        intro=_("Du tar ansvar for at vi lever med den som den er vurdert nå, til den dagen."),
    )


@signed_in
@ACT
def review(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "review",
        forms.ReviewForm,
        commands.review_risk,
        asked={"today": clock.day(request.now)},
        title=_("Gå gjennom risikoen"),
        button=_("Lagre gjennomgangen"),
        said=_("Gjennomgangen er lagret."),
        intro=_("Er den blitt større eller mindre, vurderer du den i stedet."),
    )


@signed_in
@ACT
def end(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "end",
        forms.EndForm,
        commands.end_risk,
        title=_("Avslutt risikoen"),
        button=_("Avslutt"),
        said=_("Risikoen er avsluttet. Grunnen er lagret."),
    )


@signed_in
@ACT
def propose(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "propose")
    form = forms.ProposeForm(
        data(request),
        above=reversed(ancestors_of(found.unit)),
        initial=draft(request),
    )
    return DESK.page(
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
