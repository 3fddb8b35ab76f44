"""«Gjennomgått»: noting that the plan, the figures or a risk was gone through, and what came of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access import acting
from styrk.access.acting import ACT, Refusals, Subject
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.compliance import commands
from styrk.compliance.rules import may_look
from styrk.compliance.types import Outcome
from styrk.indicators.views.where import place_of
from styrk.organisation.models import Unit
from styrk.overview.forskriftskart.forms import LookForm
from styrk.plans.states import State
from styrk.plans.views.acting import PLAN
from styrk.risks.views.acting import DESK as RISK

REFUSALS: Refusals = {
    commands.ReasonMissing: gettext_lazy("Skriv hva dere spurte om eller bestemte.")
}


@allowed(Permission.SEE_EVIDENCE)
@ACT
def look_plan(request: Request, uuid: UUID) -> HttpResponse:
    """Say that the approved plan was gone through."""
    plan = PLAN.found(request, uuid)
    if plan.state != State.APPROVED:
        raise Http404
    return _page(request, "plan", plan.uuid, plan.unit, PLAN.subject(plan))


@allowed(Permission.SEE_EVIDENCE)
@ACT
def look_risk(request: Request, uuid: UUID) -> HttpResponse:
    """Say that the risk was gone through."""
    risk = RISK.found(request, uuid)
    return _page(request, "risk", risk.uuid, risk.unit, RISK.subject(risk))


@allowed(Permission.SEE_EVIDENCE)
@ACT
def look_series(request: Request, uuid: UUID, unit: UUID) -> HttpResponse:
    """Say that the indicator's figures at the unit were gone through."""
    place = place_of(request, uuid, unit)
    subject = Subject(place.way, line=place.line)
    return _page(request, "series", place.indicator.uuid, place.unit, subject)


def _page(request: Request, kind: str, uuid: UUID, unit: Unit, subject: Subject) -> HttpResponse:
    if not may_look(request.standing, unit):
        raise Http404
    form = LookForm(acting.data(request), initial=acting.draft(request))

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            subject,
            title=_("Noter en gjennomgang"),
            intro=_("Gjennomgangen regnes som gjort i dag, og viser at dere følger med (§ 8 a)."),
            button=_("Lagre"),
        )

    if not form.is_valid():
        return again()
    return acting.attempt(
        request,
        lambda: commands.look_through(
            kind=kind,
            subject_uuid=uuid,
            unit=unit,
            outcome=Outcome(form.cleaned_data["outcome"]),
            words=form.cleaned_data["words"],
            by=request.person,
            now=request.now,
        ),
        _("Gjennomgangen er notert."),
        refusals=REFUSALS,
        back=f"{subject.home}#gjennomgatt",
        form=form,
        again=again,
    )
