"""What one does with a goal: a page for each act."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.forms import AnswerForm
from styrk.actions.queries import objection as objection_with
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
    objection = objection_with(uuid, "goal")
    goal = DESK.found(request, objection.subject_uuid) if objection else None
    if not objection or not goal or not rules.may_answer(request.standing, objection):
        raise Http404
    form = AnswerForm(acting.data(request), initial=acting.draft(request))
    if form.is_valid():
        return DESK.do(
            request,
            goal,
            lambda: commands.answer_objection(
                goal=goal,
                objection=objection,
                by=request.person,
                now=request.now,
                **form.cleaned_data,
            ),
            _("Svaret er sendt."),
        )
    return acting.show(
        request,
        form,
        DESK.subject(goal),
        title=_("Svar den som sier fra"),
        button=_("Svar"),
        template="actions/answer.html",
        objection=objection,
    )
