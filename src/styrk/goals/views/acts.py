"""What one does with a goal: a page for each act."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.forms import PlanForm
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.goals import commands, forms, queries, rules
from styrk.goals.views import acting
from styrk.ui import pages

ACT = require_http_methods(["GET", "HEAD", "POST"])


@signed_in
@ACT
def follow(request: Request, uuid: UUID) -> HttpResponse:
    goal = acting.for_act(request, uuid, "follow")
    form = forms.FollowForm(acting.data(request), initial=acting.draft(request))
    return acting.page(
        request,
        goal,
        "follow",
        form,
        lambda: commands.follow_goal(
            goal=goal, current=form.cleaned_data["current"], by=request.person, now=request.now
        ),
        title=_("Hvordan går det med målet?"),
        button=_("Lagre"),
        said=_("Takk. Nå ser alle hvor dere står."),
    )


@signed_in
@ACT
def reach(request: Request, uuid: UUID) -> HttpResponse:
    goal = acting.for_act(request, uuid, "reach")
    form = forms.ReachForm(acting.data(request), initial=acting.draft(request))
    return acting.page(
        request,
        goal,
        "reach",
        form,
        lambda: commands.reach_goal(
            goal=goal, reason=form.cleaned_data["reason"], by=request.person, now=request.now
        ),
        title=_("Målet er nådd"),
        button=_("Målet er nådd"),
        said=_("Målet er nådd. Takk til alle som var med."),
    )


@signed_in
@ACT
def drop(request: Request, uuid: UUID) -> HttpResponse:
    goal = acting.for_act(request, uuid, "drop")
    form = forms.DropForm(acting.data(request), initial=acting.draft(request))
    return acting.page(
        request,
        goal,
        "drop",
        form,
        lambda: commands.drop_goal(
            goal=goal, reason=form.cleaned_data["reason"], by=request.person, now=request.now
        ),
        title=_("Gå ikke videre med målet"),
        intro=_("Grunnen blir stående, så alle kan lese den."),
        button=_("Gå ikke videre"),
        said=_("Dere går ikke videre med målet. Grunnen er lagret."),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    goal = acting.for_act(request, uuid, "add_action")
    today = clock.day(request.now)
    form = PlanForm(
        acting.data(request),
        unit=goal.unit,
        owners=possible_owners(goal.unit, today),
        today=today,
        initial=acting.draft(request),
    )
    return acting.page(
        request,
        goal,
        "add_action",
        form,
        lambda: commands.act_on_goal(
            goal=goal, plan=form.plan(), by=request.person, now=request.now
        ),
        title=_("Nytt tiltak"),
        intro=_("Tiltaket kommer i det samme registeret som alle andre."),
        button=_("Bestem tiltaket"),
        said=_("Tiltaket er bestemt, og eieren har fått det på Min side."),
    )


@signed_in
@ACT
def object_to(request: Request, uuid: UUID) -> HttpResponse:
    goal = acting.for_act(request, uuid, "object")
    form = forms.ObjectForm(
        acting.data(request),
        goal=goal,
        actions=queries.visible_actions(goal),
        initial=acting.draft(request),
    )
    return acting.page(
        request,
        goal,
        "object",
        form,
        lambda: commands.object_to(
            goal=goal,
            text=form.cleaned_data["text"],
            action=form.action,
            by=request.person,
            now=request.now,
        ),
        title=_("Dette virker ikke"),
        intro=_("Det du skriver, og svaret du får, kan alle som ser målet, lese."),
        button=_("Si fra"),
        said=_("Takk. Eieren er bedt om å svare deg."),
    )


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    """The owner's answer to one who said that something does not work."""
    objection = queries.objection(uuid, request.standing)
    if objection is None or not rules.may_answer(request.standing, objection):
        raise Http404
    goal = objection.goal
    form = forms.AnswerForm(acting.data(request), initial=acting.draft(request))
    if form.is_valid():
        return acting.do(
            request,
            goal,
            lambda: commands.answer_objection(
                objection=objection,
                answer=form.cleaned_data["answer"],
                by=request.person,
                now=request.now,
            ),
            _("Svaret er sendt."),
        )
    values = {"goal": goal, "objection": objection, "form": form}
    return pages.render(request, "goals/answer.html", values, status=422 if form.is_bound else 200)
