"""One value: what stands, what stood there before, and how good it is."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access import acting as acts
from styrk.access.acting import ACT
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators import commands, forms, queries, rules
from styrk.indicators.forms import Blank
from styrk.indicators.imports.report import why
from styrk.indicators.models import Definition
from styrk.indicators.presenters.chart import QUALITY_COLORS
from styrk.indicators.presenters.figures import (
    parts,
    period_words,
    plain,
    value_words,
    waits,
)
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.queries.typing import figures_at, unvouched
from styrk.indicators.series import Point, Standing, figure, in_force
from styrk.indicators.states import Of, Quality
from styrk.indicators.views import acting, where
from styrk.indicators.views.where import Place
from styrk.ui import pages
from styrk.ui.addresses import address_of


def _defined(place: Place, period: str) -> tuple[Definition, date]:
    versions = definitions_of([place.indicator.pk])[place.indicator.pk]
    try:
        definition = in_force(versions, date.fromisoformat(period))
    except ValueError:
        definition = versions[-1]
    return definition, where.period_in(period, definition)


@allowed(Permission.SEE_INDICATORS)
@require_safe
def value(request: Request, uuid: UUID, unit: UUID, period: str) -> HttpResponse:
    place = where.place_of(request, uuid, unit)
    definition, day = _defined(place, period)
    series = queries.series(place.indicator, place.unit, upto=clock.day(request.now))
    point = next((one for one in series.points if one.period == day), None)
    said = queries.measurements_of(place.indicator, place.unit, day)
    name = period_words(definition, day)
    vouched = queries.attestations_of(place.indicator, place.unit).get(day)
    values = {
        "place": place,
        "name": name,
        "heading": _("%(what)s i %(period)s") % {"what": place.indicator.name, "period": name},
        "crumbs": [*place.way, (name, None)],
        "stands": _stands(definition, point),
        "point": point,
        "said": [_told(definition, one, said[number + 1 :]) for number, one in enumerate(said)],
        "vouched": vouched,
        "vouched_tag": _quality(vouched.quality) if vouched else None,
        "may_record": place.indicator.retired_on is None
        and not definition.computed
        and rules.may_record(request.standing, place.unit),
        "may_attest": point is not None
        and point.numerator is not None
        and rules.may_attest(request.standing, place.indicator, place.unit),
        "own": bool(point and point.own),
        "period": day.isoformat(),
    }
    return pages.render(request, "indicators/value.html", values)


def _quality(quality: str) -> tuple[str, str]:
    return str(Quality(quality).label), QUALITY_COLORS[Quality(quality)]


def _stands(definition: Definition, point: Point | None) -> list[tuple[str, str]]:
    """What stands in the period, and what it is made of."""
    if point is None:
        return [(_("Tall"), _("Mangler"))]
    if point.standing is Standing.WAITING:
        return [(_("Tall"), waits(definition.rhythm, point.period, point.expected_on))]
    if point.numerator is None:
        return [(_("Tall"), _("Mangler"))]
    few = point.standing is Standing.TOO_FEW
    rows = [(_("Tall"), _("For få til å vises") if few else value_words(definition, point.value))]
    if definition.is_divided:
        rows.append((definition.numerator or _("Teller"), plain(point.numerator)))
        rows.append((definition.denominator or _("Nevner"), plain(point.denominator)))
    source = _("Enhetens eget tall") if point.own else _("Summen av enhetene under")
    rows.append((_("Kommer fra"), source))
    if point.is_partial:
        rows.append((_("Har meldt"), parts(point.reporting, point.expected)))
    return rows


def _told(definition: Definition, one: Any, before: list[Any]) -> dict[str, Any]:
    """A line of the history: what was said, and whether it is the one that stands."""
    newest = not [other for other in before if other.of == one.of and other.pk > one.pk]
    text = _("tok tallet bort")
    if one.numerator is not None:
        low = None if one.denominator is None else float(one.denominator)
        text = value_words(definition, figure(definition, float(one.numerator), low))
        if low is not None:
            said = {"top": plain(float(one.numerator)), "low": plain(low)}
            text = f"{text} ({_('%(top)s av %(low)s') % said})"
    return {
        "at": one.at,
        "who": one.by.name if one.by else "Styrk",
        "of": "" if one.of == Of.ACTUAL else str(Of(one.of).label),
        "text": text,
        "reason": one.reason,
        "file": one.batch.name if one.batch else "",
        "newest": newest,
    }


@allowed(Permission.RECORD_VALUES)
@ACT
def correct(request: Request, uuid: UUID, unit: UUID, period: str) -> HttpResponse:
    """Another value for the period, with its reason; or none after all."""
    place = where.place_of(request, uuid, unit)
    acting.require(rules.may_record(request.standing, place.unit))
    definition, day = _defined(place, period)
    there = figures_at(place.unit, [place.indicator.pk], [day], Of.ACTUAL)
    own = there.get((place.indicator.pk, day))
    acting.require(own is not None and own[2] and not definition.computed)
    blank = Blank(
        key="value",
        indicator_id=place.indicator.pk,
        period=day,
        label="",
        numerator=definition.numerator or _("Tall"),
        denominator=definition.denominator,
        divided=definition.is_divided,
        stands=(own[0], own[1]) if own else None,
    )
    form = forms.CorrectForm(acts.data(request), blank=blank, initial=acts.draft(request))
    name = period_words(definition, day)
    home = place.page("value", day.isoformat())
    subject = acts.Subject(way=[*place.way, (name, home)], line=f"{place.line}, {name}")
    if form.is_valid():
        act = commands.take_back_value if form.cleaned_data["take_back"] else commands.correct_value
        try:
            act(
                value=form.value(place.unit.pk, Of.ACTUAL),
                by=request.person,
                now=request.now,
                within=rules.recordable(request.standing),
            )
        except commands.ValuesRefused as refused:
            form.add_error("numerator", " ".join(why(one) for one in refused.refused))
        else:
            return acts.done(request, _("Tallet er rettet. Det gamle står i historikken."), home)
    return acts.show(
        request,
        form,
        subject,
        title=_("Rett tallet for %(period)s") % {"period": name},
        button=_("Rett tallet"),
        template="indicators/correct.html",
    )


@signed_in
@ACT
def attest(request: Request, uuid: UUID, unit: UUID, period: str) -> HttpResponse:
    place = where.place_of(request, uuid, unit)
    acting.require(rules.may_attest(request.standing, place.indicator, place.unit))
    definition, day = _defined(place, period)
    name = period_words(definition, day)
    form = forms.AttestForm(acts.data(request), initial=acts.draft(request))
    return acting.page(
        request,
        form,
        acting.of_series(place),
        lambda: commands.attest(
            indicator=place.indicator,
            unit=place.unit,
            period=day,
            by=request.person,
            now=request.now,
            **form.cleaned_data,
        ),
        title=_("Hvor gode er tallene for %(period)s?") % {"period": name},
        button=_("Lagre"),
        said=_("Takk. Nå vet de som leser tallene, hva de kan stole på."),
    )


@signed_in
@ACT
def attest_many(request: Request) -> HttpResponse:
    """The newest figures that one owns and has said nothing of: those that are good, at once."""
    waiting = unvouched(request.person)
    versions = definitions_of([one.indicator.pk for one in waiting])
    named = [
        (one, period_words(in_force(versions[one.indicator.pk], one.period), one.period))
        for one in waiting
    ]
    form = forms.AttestManyForm(
        acts.data(request),
        choices=[
            (str(one.indicator.uuid), f"{one.indicator.name}, {period}") for one, period in named
        ],
    )
    if form.is_valid():
        chosen = set(form.cleaned_data["good"])
        for one in waiting:
            if str(one.indicator.uuid) in chosen:
                commands.attest(
                    indicator=one.indicator,
                    unit=one.indicator.unit,
                    period=one.period,
                    quality=Quality.GOOD,
                    by=request.person,
                    now=request.now,
                )
        return acts.done(request, _("Takk. Det er lagret."), address_of("indicators:attest_many"))
    values = {
        "form": form,
        "rows": [
            (Place(one.indicator, one.indicator.unit), period, one.period.isoformat())
            for one, period in named
        ],
    }
    status = 422 if form.is_bound else 200
    return pages.render(request, "indicators/attest_many.html", values, status=status)
