"""How one acts on an indicator or a series: the form, the one command, what is refused and why."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from styrk.access import acting
from styrk.access.acting import Refusals, Subject
from styrk.access.requests import Request
from styrk.indicators import refusals
from styrk.indicators.models import Indicator
from styrk.indicators.views import where
from styrk.indicators.views.where import Place
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    refusals.CodeTaken: _("En annen indikator har koden. Velg en annen."),
    refusals.NotDefinable: _("Definisjonen henger ikke sammen. Si hva som telles, og av hva."),
    refusals.NotAPeriod: _("Dagen er ikke den første i en periode."),
    refusals.ValuesStand: _(
        "Det står tall fra denne perioden som er regnet på en annen måte. La endringen gjelde fra en periode uten tall, eller lag en ny indikator."
    ),
    refusals.Retired: _("Indikatoren er ikke i bruk lenger."),
    refusals.NotBelow: _("Enheten måles ikke med denne indikatoren."),
    refusals.ReasonMissing: _("Si hvorfor."),
    refusals.NothingThere: _("Det står ikke noe tall for perioden."),
    refusals.AlreadyMarked: _("Noen har avgjort dette allerede."),
    refusals.Withdrawn: _("Det er tatt tilbake allerede."),
    refusals.AlreadyFollowed: _("Alt dette måles allerede."),
    refusals.AlreadyLinked: _("Målet har indikatoren fra før."),
}


def of_series(place: Place) -> Subject:
    return Subject(way=place.way, line=place.line)


def of_indicator(indicator: Indicator) -> Subject:
    way = where.way_to_table(indicator.unit)
    home = f"{address_of('indicators:indicator', indicator.uuid)}?{where.at(indicator.unit)}"
    return Subject(way=[*way, (indicator.name, home)], line=indicator.name)


def require(allowed: bool) -> None:  # noqa: FBT001 - the one thing it is told
    """What one may not do is not there."""
    if not allowed:
        raise Http404


def page(
    request: Request,
    form: forms.Form,
    subject: Subject,
    command: Callable[[], object],
    *,
    title: str,
    button: str,
    said: str,
    back: Callable[[Any], str] | str = "",
    **shown: Any,
) -> HttpResponse:
    """Show the form, or do the one command. What is refused is said in the form: nothing is lost."""
    if form.is_valid():
        try:
            given = command()
        except tuple(REFUSALS) as refused:
            form.add_error(None, str(REFUSALS[type(refused)]))
        else:
            return acting.done(request, said, acting.following(back, given) or subject.home)
    return acting.show(request, form, subject, title=title, button=button, **shown)


def at_once(
    request: Request, subject: Subject, command: Callable[[], object], said: str
) -> HttpResponse:
    """An act without a form."""
    try:
        command()
    except tuple(REFUSALS) as refused:
        messages.warning(request, str(REFUSALS[type(refused)]))
    else:
        messages.success(request, said)
    return redirect(subject.home)
