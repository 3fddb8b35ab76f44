"""What people say of a series: decisions about its chart, notes, and how good its data are."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access import acting as acts
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators import commands, forms, queries, rules
from styrk.indicators.presenters.chart import mark_words
from styrk.indicators.presenters.figures import period_words
from styrk.indicators.queries.typing import annotation_by_uuid, mark_by_uuid
from styrk.indicators.series import Series
from styrk.indicators.states import MarkKind
from styrk.indicators.views import acting, where
from styrk.indicators.views.where import Place


def _series(request: Request, place: Place) -> Series:
    return queries.series(place.indicator, place.unit, upto=clock.day(request.now))


def _to_mark(request: Request, uuid: UUID, unit: UUID) -> Place:
    place = where.place_of(request, uuid, unit)
    acting.require(rules.may_mark(request.standing, place.indicator, place.unit))
    return place


def _periods(series: Series) -> list[tuple[date, str]]:
    """Those that have figures, the newest first."""
    there = [point.period for point in reversed(series.points) if point.numerator is not None]
    return [(one, period_words(series.definition, one)) for one in there]


@signed_in
@ACT
def mark_series(request: Request, uuid: UUID, unit: UUID) -> HttpResponse:
    """Decide something about the chart that nobody proposed."""
    place = _to_mark(request, uuid, unit)
    form = forms.MarkSeriesForm(
        acts.data(request),
        periods=_periods(_series(request, place)),
        initial=acts.draft(request),
    )
    return acting.page(
        request,
        form,
        acting.of_series(place),
        lambda: commands.mark_series(
            indicator=place.indicator,
            unit=place.unit,
            kind=form.cleaned_data["kind"],
            period=form.day,
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        title=_("Avgjør noe om grensene"),
        intro=_("Styrk gjør aldri dette selv. Det du avgjør, kan tas tilbake."),
        button=_("Lagre"),
        said=_("Det er lagret, og diagrammet er regnet på nytt."),
    )


@signed_in
@ACT
def mark(request: Request, uuid: UUID, unit: UUID, kind: str, period: str) -> HttpResponse:
    """Say yes to what Styrk proposed, and why."""
    place = _to_mark(request, uuid, unit)
    words, day = _named(request, place, kind, period)
    form = forms.ReasonForm(acts.data(request), initial=acts.draft(request))
    return acting.page(
        request,
        form,
        acting.of_series(place),
        lambda: commands.mark_series(
            indicator=place.indicator,
            unit=place.unit,
            kind=kind,
            period=day,
            by=request.person,
            now=request.now,
            **form.cleaned_data,
        ),
        title=words,
        intro=_("Det du avgjør, kan tas tilbake."),
        button=_("Ja, gjør det"),
        said=_("Det er lagret, og diagrammet er regnet på nytt."),
    )


@signed_in
@ACT
def decline(request: Request, uuid: UUID, unit: UUID, kind: str, period: str) -> HttpResponse:
    """Say no to what Styrk proposed, and why: it is not asked again."""
    place = _to_mark(request, uuid, unit)
    words, day = _named(request, place, kind, period)
    form = forms.ReasonForm(acts.data(request), initial=acts.draft(request))
    return acting.page(
        request,
        form,
        acting.of_series(place),
        lambda: commands.decline_proposal(
            indicator=place.indicator,
            unit=place.unit,
            kind=kind,
            period=day,
            by=request.person,
            now=request.now,
            **form.cleaned_data,
        ),
        title=_("Nei: %(what)s") % {"what": words},
        intro=_("Styrk spør ikke om dette igjen."),
        button=_("Si nei"),
        said=_("Det er lagret."),
    )


def _named(request: Request, place: Place, kind: str, period: str) -> tuple[str, date]:
    if kind not in MarkKind.values:
        raise Http404
    definition = _series(request, place).definition
    day = where.period_in(period, definition)
    return mark_words(kind, definition, day), day


@signed_in
@ACT
def withdraw_mark(request: Request, uuid: UUID) -> HttpResponse:
    found = mark_by_uuid(uuid)
    if found is None or not rules.may_mark(request.standing, found.indicator, found.unit):
        raise Http404
    place = Place(found.indicator, found.unit)
    words = mark_words(found.kind, _series(request, place).definition, found.period)
    form = forms.ReasonForm(acts.data(request), initial=acts.draft(request))
    return acting.page(
        request,
        form,
        acting.of_series(place),
        lambda: commands.withdraw_mark(
            mark=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Ta tilbake: %(what)s") % {"what": words},
        button=_("Ta tilbake"),
        said=_("Det er tatt tilbake, og diagrammet er regnet på nytt."),
    )


@signed_in
@ACT
def annotate(request: Request, uuid: UUID, unit: UUID) -> HttpResponse:
    place = _to_mark(request, uuid, unit)
    form = forms.NoteForm(
        acts.data(request),
        periods=_periods(_series(request, place)),
        initial=acts.draft(request),
    )
    return acting.page(
        request,
        form,
        acting.of_series(place),
        lambda: commands.annotate(
            indicator=place.indicator,
            unit=place.unit,
            period=form.day,
            text=form.cleaned_data["text"],
            by=request.person,
            now=request.now,
        ),
        title=_("Noter noe som skjedde"),
        intro=_("Det står ved perioden i diagrammet, så de som ser det siden, skjønner hvorfor."),
        button=_("Lagre"),
        said=_("Notert."),
    )


@signed_in
@require_POST
def withdraw_note(request: Request, uuid: UUID) -> HttpResponse:
    found = annotation_by_uuid(uuid)
    if found is None or not rules.may_mark(request.standing, found.indicator, found.unit):
        raise Http404
    return acting.at_once(
        request,
        acting.of_series(Place(found.indicator, found.unit)),
        lambda: commands.withdraw_annotation(annotation=found, by=request.person, now=request.now),
        _("Tatt bort."),
    )
