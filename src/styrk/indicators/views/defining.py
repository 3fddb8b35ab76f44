"""Saying what is measured, how, what one wants of it, and when one stops."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access import acting as acts
from styrk.access.acting import ACT, Subject
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.indicators import commands, forms, periods, rules
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.presenters.chart import kinds_for
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.series import in_force
from styrk.indicators.shape import how_of
from styrk.indicators.views import acting, where
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import unit_by_uuid
from styrk.ui.addresses import address_of


@allowed(Permission.KEEP_INDICATORS)
@require_safe
def new(request: Request) -> HttpResponse:
    """To the form for the unit in the address."""
    unit = where.unit_of(request)
    if unit is None or not rules.may_keep(request.standing, unit):
        raise Http404
    return redirect("indicators:new_at", uuid=unit.uuid)


@allowed(Permission.KEEP_INDICATORS)
@ACT
def new_at(request: Request, uuid: UUID) -> HttpResponse:
    unit = where.seen(request, unit_by_uuid(uuid))
    acting.require(rules.may_keep(request.standing, unit))
    form = forms.NewForm(
        acts.data(request),
        owners=_owners(request, unit),
        initial=_begun(request) | acts.draft(request),
    )
    return acting.page(
        request,
        form,
        Subject(where.way_to_table(unit), line=unit.name),
        lambda: commands.define_indicator(
            about=form.about(unit), how=form.how(), by=request.person, now=request.now
        ),
        title=_("Ny indikator"),
        intro=_("%(unit)s og alle under kan måles med den.") % {"unit": unit.name},
        button=_("Lag indikatoren"),
        said=_("Indikatoren er laget. Nå kan du registrere tall."),
        back=lambda made: _page_of(made, unit),
    )


def _page_of(indicator: Indicator, unit: Unit) -> str:
    return f"{address_of('indicators:indicator', indicator.uuid)}?{where.at(unit)}"


def _begun(request: Request) -> dict[str, Any]:
    first = date(clock.day(request.now).year, 1, 1)
    return {"owner": str(request.person.uuid), "valid_from": first}


def _owners(request: Request, unit: Unit, *also: Person) -> Iterable[Person]:
    near = possible_owners(unit, clock.day(request.now))
    return dict.fromkeys([*also, request.person, *near])


def _kept(request: Request, uuid: UUID) -> Indicator:
    """The indicator, for one who keeps it."""
    found = where.indicator_of(request, uuid)
    acting.require(rules.may_keep(request.standing, found.unit))
    return found


@signed_in
@ACT
def describe(request: Request, uuid: UUID) -> HttpResponse:
    indicator = _kept(request, uuid)
    form = forms.DescribeForm(
        acts.data(request),
        owners=_owners(request, indicator.unit, indicator.owner),
        initial=forms.described(indicator) | acts.draft(request),
    )

    def describe_it() -> None:
        said = dict(form.cleaned_data)
        owner = form.people[said.pop("owner")]
        commands.describe_indicator(
            indicator=indicator, owner=owner, by=request.person, now=request.now, **said
        )

    return acting.page(
        request,
        form,
        acting.of_indicator(indicator),
        describe_it,
        title=_("Beskriv indikatoren på nytt"),
        intro=_("Hvordan den måles, endrer du i definisjonen."),
        button=_("Lagre"),
        said=_("Lagret."),
    )


def _newest(indicator: Indicator) -> Definition:
    return definitions_of([indicator.pk])[indicator.pk][-1]


@signed_in
@ACT
def revise(request: Request, uuid: UUID) -> HttpResponse:
    """A new version of how it is measured. What was measured by the old one stays so."""
    indicator = _kept(request, uuid)
    acting.require(indicator.retired_on is None)
    before = _newest(indicator)
    since = periods.begins(before.rhythm, clock.day(request.now))
    form = forms.HowForm(
        acts.data(request),
        initial=forms.measured(before, since) | acts.draft(request),
    )
    return acting.page(
        request,
        form,
        acting.of_indicator(indicator),
        lambda: commands.revise_definition(
            indicator=indicator,
            how=form.how(before.chart, before.computed),
            by=request.person,
            now=request.now,
        ),
        title=_("Endre definisjonen"),
        intro=_("Det blir en ny utgave. De gamle tallene blir stående slik de er regnet."),
        button=_("Lag en ny utgave"),
        said=_("Den nye utgaven av definisjonen gjelder fra perioden du valgte."),
    )


@signed_in
@ACT
def chart(request: Request, uuid: UUID, kind: str) -> HttpResponse:
    """Which chart is used from now on, for all units, and why: a person's choice."""
    indicator = _kept(request, uuid)
    acting.require(indicator.retired_on is None)
    versions = definitions_of([indicator.pk])[indicator.pk]
    now_used = in_force(versions, clock.day(request.now))
    charts = kinds_for(now_used)
    proposed = kind if kind in dict(charts) else now_used.chart
    form = forms.ChartForm(
        acts.data(request), charts=charts, initial={"chart": proposed} | acts.draft(request)
    )

    def choose() -> Definition:
        said = form.cleaned_data
        how = replace(how_of(now_used), chart=said["chart"], note=said["reason"])
        return commands.revise_definition(
            indicator=indicator, how=how, by=request.person, now=request.now
        )

    return acting.page(
        request,
        form,
        acting.of_indicator(indicator),
        choose,
        title=_("Velg diagram"),
        intro=_(
            "Gjelder for alle enhetene som måles. Alle kan fortsatt se tallene på andre måter."
        ),
        button=_("Bruk dette diagrammet"),
        said=_("Diagrammet er valgt."),
    )


@signed_in
@ACT
def retire(request: Request, uuid: UUID) -> HttpResponse:
    indicator = _kept(request, uuid)
    acting.require(indicator.retired_on is None)
    today = clock.day(request.now)
    form = forms.RetireForm(acts.data(request), initial={"last_day": today} | acts.draft(request))
    return acting.page(
        request,
        form,
        acting.of_indicator(indicator),
        lambda: commands.retire_indicator(
            indicator=indicator, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Slutt å bruke indikatoren"),
        button=_("Slutt å bruke den"),
        said=_("Indikatoren er ikke i bruk lenger. Tallene står."),
    )


@signed_in
@ACT
def target(request: Request, uuid: UUID, unit: UUID) -> HttpResponse:
    place = where.place_of(request, uuid, unit)
    standing, indicator = request.standing, place.indicator
    may_own = rules.may_set_target(standing, indicator, place.unit)
    may_all = rules.may_set_target(standing, indicator, None)
    acting.require((may_own or may_all) and indicator.retired_on is None)
    form = forms.TargetForm(
        acts.data(request),
        may_all=may_all,
        may_own=may_own,
        initial={"valid_from": clock.day(request.now)} | acts.draft(request),
    )

    def set_it() -> object:
        said = form.cleaned_data
        return commands.set_target(
            indicator=indicator,
            unit=None if form.is_for_all else place.unit,
            value=said["value"],
            valid_from=said["valid_from"],
            words=said["words"],
            by=request.person,
            now=request.now,
        )

    return acting.page(
        request,
        form,
        acting.of_series(place),
        set_it,
        title=_("Sett mål"),
        intro=_(
            "Målet gjelder fra dagen du velger. De gamle målene står i diagrammet for tida før."
        ),
        button=_("Sett målet"),
        said=_("Målet er satt."),
    )
