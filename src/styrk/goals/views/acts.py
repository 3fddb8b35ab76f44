"""What one does with a goal: a page for each act."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.views.answering import answer_objection
from styrk.actions.views.deciding import decide
from styrk.goals import commands, forms, queries, rules
from styrk.goals.views.acting import DESK


@signed_in
@ACT
def follow(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "follow",
        forms.FollowForm,
        commands.follow_goal,
        title=_("Hvordan går det med målet?"),
        button=_("Lagre"),
        said=_("Takk. Nå ser alle hvor dere står."),
    )


@signed_in
@ACT
def reach(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "reach",
        forms.ReachForm,
        commands.reach_goal,
        title=_("Målet er nådd"),
        button=_("Målet er nådd"),
        said=_("Målet er nådd. Takk til alle som var med."),
    )


@signed_in
@ACT
def drop(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "drop",
        forms.DropForm,
        commands.drop_goal,
        title=_("Gå ikke videre med målet"),
        intro=_("Grunnen blir stående, så alle kan lese den."),
        button=_("Gå ikke videre"),
        said=_("Dere går ikke videre med målet. Grunnen er lagret."),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide(
        request,
        uuid,
        DESK,
        lambda goal: goal.unit,
        lambda goal, plan: commands.act_on_goal(
            goal=goal, plan=plan, by=request.person, now=request.now
        ),
    )


@signed_in
@ACT
def object_to(request: Request, uuid: UUID) -> HttpResponse:
    goal = DESK.for_act(request, uuid, "object")
    form = forms.ObjectForm(
        acting.data(request),
        goal=goal,
        actions=queries.visible_actions(goal),
        initial=acting.draft(request),
    )
    return DESK.page(
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
    return answer_objection(
        request,
        uuid,
        "goal",
        DESK,
        lambda objection, _goal: rules.may_answer(request.standing, objection),
        commands.answer_objection,
    )
