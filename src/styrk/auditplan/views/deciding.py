"""Sending the plan to the board, noting what it approved, and opening it for change."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import Stand, mark_of
from styrk.access.requests import Request
from styrk.auditplan import commands, forms, freezing, presenters, rules
from styrk.auditplan.models import AuditPlan
from styrk.auditplan.views.acting import DESK
from styrk.core import clock


@signed_in
@ACT
def recommend(request: Request, uuid: UUID) -> HttpResponse:
    plan = DESK.for_act(request, uuid, "recommend")
    bodies = rules.bodies(request.standing, plan)
    return DESK.worded(
        request,
        uuid,
        "recommend",
        forms.RecommendForm,
        commands.recommend_plan,
        asked={"today": clock.day(request.now), "bodies": bodies},
        title=presenters.recommends(bodies),
        intro=_("Den følger planen når den skal vedtas."),
        button=_("Lagre anbefalingen"),
        said=_("Anbefalingen følger planen."),
    )


@signed_in
@ACT
def approve(request: Request, uuid: UUID) -> HttpResponse:
    """Note the decision on the plan as it was read: the page carries its mark."""
    plan = DESK.for_act(request, uuid, "approve")
    form = forms.ApproveForm(data(request), today=clock.day(request.now), initial=draft(request))
    then = _("Planen er endret siden du leste. Les den igjen. Lagrer du, gjelder vedtaket den nå.")
    return DESK.page(
        request,
        plan,
        "approve",
        form,
        lambda: commands.approve_plan(
            plan=plan, decided=form.decided(), by=request.person, now=request.now
        ),
        title=_("Før inn vedtaket"),
        intro=_("Planen blir stående slik den er. Senere endringer må vedtas på nytt."),
        button=_("Lagre vedtaket"),
        said=_("Planen er vedtatt. Revisjonene kan begynne."),
        stand=Stand(_mark(plan), then=then),
    )


def _mark(plan: AuditPlan) -> str:
    """Of what the plan says: no decision is noted on another than the one that was read."""
    return mark_of(freezing.digest(freezing.content(plan), ""))


@signed_in
@ACT
def revise(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "revise",
        forms.ReasonForm,
        commands.revise_plan,
        title=_("Endre en vedtatt plan"),
        intro=_("Den vedtatte planen gjelder til endringen er vedtatt."),
        button=_("Begynn på endringen"),
        said=_("Planen er åpen for endring. Endringen må vedtas på nytt."),
    )
