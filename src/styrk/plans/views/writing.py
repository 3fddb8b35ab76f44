"""Beginning a plan, and what goes in it: an act to a page, or to a button."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, attempt, data, draft
from styrk.access.decorators import allowed, signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.goals.views import where
from styrk.plans import commands, forms, queries, rules
from styrk.plans.states import ItemState
from styrk.plans.views.acting import ITEM, PLAN, REFUSALS, address
from styrk.ui.addresses import address_of


@allowed(Permission.ANSWER_REQUIREMENTS)
@require_POST
def begin(request: Request) -> HttpResponse:
    """Begin the plan of the unit and the year in the address."""
    unit, year = where.unit_of(request), where.year_of(request)
    if unit is None or not rules.may_plan(request.standing, unit.pk):
        raise Http404
    query = urlencode({"enhet": unit.code, "aar": str(year)})
    return attempt(
        request,
        lambda: commands.begin_plan(unit=unit, year=year, by=request.person, now=request.now),
        _("Planen er begynt. Ta stilling til forslagene først."),
        refusals=REFUSALS,
        back=address,
        instead=f"{address_of('plans:plan')}?{query}",
    )


@signed_in
@ACT
def add(request: Request, uuid: UUID) -> HttpResponse:
    plan = PLAN.for_act(request, uuid, "write")
    form = forms.AddForm(data(request), offered=queries.offered(plan), initial=draft(request))
    return PLAN.page(
        request,
        plan,
        "write",
        form,
        lambda: commands.add_item(
            plan=plan,
            subject=form.subject(),
            terms=form.terms(),
            by=request.person,
            now=request.now,
        ),
        title=_("Ta noe inn i planen"),
        button=_("Ta inn"),
        said=_("Det står sist i planen. Flytt det opp om det haster mer."),
    )


@signed_in
@require_POST
def keep_all(request: Request, uuid: UUID) -> HttpResponse:
    """Yes to every proposal."""
    plan = PLAN.for_act(request, uuid, "write")
    proposed = [one for one in queries.items_of(plan) if one.state == ItemState.PROPOSED]
    return PLAN.do(
        request,
        plan,
        lambda: commands.keep_items(plan=plan, items=proposed, by=request.person, now=request.now),
        _("Alle forslagene er med i planen."),
    )


@signed_in
@require_POST
def drop_ground(request: Request, uuid: UUID) -> HttpResponse:
    """Take out what the plan does not build on; `uuid` is what is taken out."""
    found = queries.ground(uuid, request.standing)
    if found is None:
        raise Http404
    plan = PLAN.for_act(request, found.plan.uuid, "build_on")
    return PLAN.do(
        request,
        plan,
        lambda: commands.drop_ground(ground=found, by=request.person, now=request.now),
        _("Det er tatt ut. Historikken har det fortsatt."),
    )


@signed_in
@require_POST
def keep(request: Request, uuid: UUID) -> HttpResponse:
    item = ITEM.for_act(request, uuid, "keep")
    return ITEM.do(
        request,
        item,
        lambda: commands.keep_items(
            plan=item.plan, items=[item], by=request.person, now=request.now
        ),
        _("Det er med i planen."),
    )


@signed_in
@require_POST
def take_from_above(request: Request, uuid: UUID, item: UUID) -> HttpResponse:
    """Put an item of the plan above in this one."""
    plan = PLAN.for_act(request, uuid, "write")
    offered = {one.uuid: one for one in queries.from_above(plan.unit, plan.year)}
    if item not in offered:
        raise Http404
    return PLAN.do(
        request,
        plan,
        lambda: commands.add_item(
            plan=plan,
            subject=forms.from_above(offered[item]),
            by=request.person,
            now=request.now,
        ),
        _("Det er med i planen."),
    )


@signed_in
@require_POST
def move(request: Request, uuid: UUID) -> HttpResponse:
    item = ITEM.for_act(request, uuid, "move")
    up = request.POST.get("vei") == "opp"
    return ITEM.do(
        request,
        item,
        lambda: commands.move_item(item=item, up=up, by=request.person, now=request.now),
        _("Rekkefølgen er endret."),
    )


@signed_in
@ACT
def adapt(request: Request, uuid: UUID) -> HttpResponse:
    item = ITEM.for_act(request, uuid, "adapt")
    stands = forms.terms_of(item)
    form = forms.TermsForm(data(request), initial=stands | draft(request))
    return ITEM.page(
        request,
        item,
        "adapt",
        form,
        lambda: commands.adapt_item(
            item=item, terms=form.terms(), by=request.person, now=request.now
        ),
        title=_("Tilpass til dere"),
        button=_("Lagre"),
        said=_("Lagret."),
        stand=of_fields(
            form,
            stands,
            item.plan.steps.filter(act="adapt", detail__title=str(item)),
            kept=True,
        ),
    )


@signed_in
@ACT
def defer(request: Request, uuid: UUID) -> HttpResponse:
    return ITEM.worded(
        request,
        uuid,
        "defer",
        forms.DeferForm,
        commands.defer_item,
        asked={"today": clock.day(request.now)},
        title=_("Utsett"),
        button=_("Utsett"),
        said=_("Det er utsatt. Grunnen står i planen."),
    )


@signed_in
@ACT
def take_out(request: Request, uuid: UUID) -> HttpResponse:
    return ITEM.worded(
        request,
        uuid,
        "take_out",
        forms.ReasonForm,
        commands.take_out_item,
        title=_("Ta ut av planen"),
        button=_("Ta ut"),
        said=_("Det er tatt ut. Grunnen står i planen."),
    )
