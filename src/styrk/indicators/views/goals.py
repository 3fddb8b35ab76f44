"""Which indicator shows whether a goal is reached, and what is followed from a report to what came of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access import acting as acts
from styrk.access.acting import ACT, Subject
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.goals import queries as goals
from styrk.goals import rules as goal_rules
from styrk.goals.models import Goal
from styrk.indicators import commands, forms, queries, rules
from styrk.indicators.queries.measures import measure_of
from styrk.indicators.views import acting, where
from styrk.organisation.queries import unit_by_uuid
from styrk.ui.addresses import address_of


def _goal(request: Request, uuid: UUID) -> Goal:
    """The goal, for one who may say what measures it."""
    found = goals.goal(uuid, request.standing)
    if found is None or not goal_rules.may_set(request.standing, found.unit_id):
        raise Http404
    return found


def _subject(goal: Goal) -> Subject:
    way = [(_("Mål"), address_of("goals:goals")), (goal.title, address_of("goals:goal", goal.uuid))]
    return Subject(way=way, line=f"{goal.title} – {goal.unit.name}")


@signed_in
@ACT
def measure(request: Request, uuid: UUID) -> HttpResponse:
    goal = _goal(request, uuid)
    form = forms.GoalForm(
        acts.data(request),
        indicators=queries.kept_by(goal.unit),
        initial=acts.draft(request),
    )
    return acting.page(
        request,
        form,
        _subject(goal),
        lambda: commands.measure_goal(
            goal=goal, indicator=form.chosen, by=request.person, now=request.now
        ),
        title=_("Knytt en indikator til målet"),
        intro=_("Da ser alle hvordan det går, uten at noen må skrive det."),
        button=_("Knytt til målet"),
        said=_("Indikatoren viser nå hvordan det går med målet."),
    )


@signed_in
@require_POST
def stop(request: Request, uuid: UUID, indicator: UUID) -> HttpResponse:
    goal = _goal(request, uuid)
    link = measure_of(goal, indicator)
    if link is None:
        raise Http404
    return acting.at_once(
        request,
        _subject(goal),
        lambda: commands.stop_measuring_goal(link=link, by=request.person, now=request.now),
        _("Indikatoren er løst fra målet."),
    )


@allowed(Permission.KEEP_INDICATORS)
@require_POST
def follow_loop(request: Request, uuid: UUID) -> HttpResponse:
    """Begin to follow what Styrk counts from a report to what came of it."""
    unit = where.seen(request, unit_by_uuid(uuid))
    acting.require(rules.may_keep(request.standing, unit))
    return acting.at_once(
        request,
        Subject(where.way_to_table(unit), line=unit.name),
        lambda: commands.follow_loop(unit=unit, by=request.person, now=request.now),
        _("Styrk måler det fra nå. Tallene for i år og i fjor er her i morgen."),
    )
