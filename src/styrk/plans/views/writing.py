"""Beginning a plan, and what goes in it: an act to a page, or to a button."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.goals.views import where
from styrk.plans import commands, forms, queries, rules
from styrk.plans.states import ItemState
from styrk.plans.views import acting

ACT = require_http_methods(["GET", "HEAD", "POST"])


@allowed(Permission.ANSWER_REQUIREMENTS)
@require_POST
def begin(request: Request) -> HttpResponse:
    """Begin the plan of the unit and the year in the address."""
    unit, year = where.unit_of(request), where.year_of(request)
    if unit is None or not rules.may_plan(request.standing, unit.pk):
        raise Http404
    try:
        plan = commands.begin_plan(unit=unit, year=year, by=request.person, now=request.now)
    except commands.Begun:
        messages.warning(request, acting.REFUSALS[commands.Begun]())
        return redirect(
            f"{reverse('plans:plan')}?{urlencode({'enhet': unit.code, 'aar': str(year)})}"
        )
    messages.success(request, _("Planen er begynt. Ta stilling til forslagene først."))
    return redirect("plans:version", uuid=plan.uuid)


@signed_in
@ACT
def add(request: Request, uuid: UUID) -> HttpResponse:
    plan = acting.for_act(request, uuid, "write")
    form = forms.AddForm(
        acting.data(request), offered=queries.offered(plan), initial=acting.draft(request)
    )
    return acting.page(
        request,
        plan,
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
        possible=rules.may(request.standing, plan, "write"),
    )


@signed_in
@require_POST
def keep_all(request: Request, uuid: UUID) -> HttpResponse:
    """Yes to every proposal."""
    plan = acting.for_act(request, uuid, "write")
    proposed = [one for one in queries.items_of(plan) if one.state == ItemState.PROPOSED]
    return acting.do(
        request,
        plan,
        lambda: commands.keep_items(plan=plan, items=proposed, by=request.person, now=request.now),
        _("Alle forslagene er med i planen."),
    )


@signed_in
@require_POST
def keep(request: Request, uuid: UUID) -> HttpResponse:
    item = acting.item_for(request, uuid)
    return acting.do(
        request,
        item.plan,
        lambda: commands.keep_items(
            plan=item.plan, items=[item], by=request.person, now=request.now
        ),
        _("Det er med i planen."),
    )


@signed_in
@require_POST
def take_from_above(request: Request, uuid: UUID, item: UUID) -> HttpResponse:
    """Put an item of the plan above in this one."""
    plan = acting.for_act(request, uuid, "write")
    offered = {one.uuid: one for one in queries.from_above(plan.unit, plan.year)}
    if item not in offered:
        raise Http404
    return acting.do(
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
    item = acting.item_for(request, uuid)
    up = request.POST.get("vei") == "opp"
    return acting.do(
        request,
        item.plan,
        lambda: commands.move_item(item=item, up=up, by=request.person, now=request.now),
        _("Rekkefølgen er endret."),
    )


@signed_in
@ACT
def adapt(request: Request, uuid: UUID) -> HttpResponse:
    item = acting.item_for(request, uuid)
    form = forms.TermsForm(
        acting.data(request), initial=forms.terms_of(item) | acting.draft(request)
    )
    return acting.page(
        request,
        item.plan,
        form,
        lambda: commands.adapt_item(
            item=item, terms=form.terms(), by=request.person, now=request.now
        ),
        title=_("Tilpass til dere"),
        about=str(item),
        button=_("Lagre"),
        said=_("Lagret."),
        possible=rules.fits_item(item.plan, item, "adapt"),
    )


@signed_in
@ACT
def defer(request: Request, uuid: UUID) -> HttpResponse:
    item = acting.item_for(request, uuid)
    form = forms.DeferForm(
        acting.data(request), today=clock.day(request.now), initial=acting.draft(request)
    )
    return acting.page(
        request,
        item.plan,
        form,
        lambda: commands.defer_item(
            item=item,
            reason=form.cleaned_data["reason"],
            until=form.cleaned_data["until"],
            by=request.person,
            now=request.now,
        ),
        title=_("Utsett"),
        about=str(item),
        button=_("Utsett"),
        said=_("Det er utsatt. Grunnen står i planen."),
        possible=rules.fits_item(item.plan, item, "defer"),
    )


@signed_in
@ACT
def take_out(request: Request, uuid: UUID) -> HttpResponse:
    item = acting.item_for(request, uuid)
    form = forms.ReasonForm(acting.data(request), initial=acting.draft(request))
    return acting.page(
        request,
        item.plan,
        form,
        lambda: commands.take_out_item(
            item=item, reason=form.cleaned_data["reason"], by=request.person, now=request.now
        ),
        title=_("Ta ut av planen"),
        about=str(item),
        button=_("Ta ut"),
        said=_("Det er tatt ut. Grunnen står i planen."),
        possible=rules.fits_item(item.plan, item, "take_out"),
    )
