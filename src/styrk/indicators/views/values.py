"""Typing values: many indicators of one unit in one period, or many periods of one indicator."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from styrk.access import acting as acts
from styrk.access.acting import ACT, Subject
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators import commands, forms, periods, queries, rules
from styrk.indicators.forms import Blank
from styrk.indicators.imports.report import why
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.presenters.figures import period_words, plain
from styrk.indicators.queries.defining import definitions_of
from styrk.indicators.queries.typing import Stands, figures_at
from styrk.indicators.series import in_force
from styrk.indicators.states import Area, Of, Rhythm
from styrk.indicators.views import acting, where
from styrk.indicators.views.where import Place
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_uuid
from styrk.ui.addresses import address_of

# Periods back in time that one can fill in at once.
BACK = 13
# What was saved is named, up to so many.
NAMED = 8


@allowed(Permission.RECORD_VALUES)
@require_safe
def register(request: Request) -> HttpResponse:
    """To the newest month that is over, of the unit in the address."""
    unit = where.unit_of(request)
    if unit is None:
        raise Http404
    newest = periods.newest_over(Rhythm.MONTH, clock.day(request.now))
    return redirect(_address(unit, Rhythm.MONTH, newest))


def _address(unit: Unit, rhythm: str, period: date) -> str:
    return address_of("indicators:register_period", unit.uuid, rhythm, period.isoformat())


@allowed(Permission.RECORD_VALUES)
@ACT
def register_period(request: Request, uuid: UUID, rhythm: str, period: str) -> HttpResponse:
    """All that is to be said of a unit in a period, on one page."""
    unit = where.seen(request, unit_by_uuid(uuid))
    acting.require(rules.may_record(request.standing, unit) and rhythm in Rhythm.values)
    day = periods.named(rhythm, period)
    if day is None:
        raise Http404
    found, rhythms = _measured(unit, rhythm, day)
    form = forms.ValuesForm(
        acts.data(request),
        blanks=_of_unit(unit, found, day),
        initial=acts.draft(request),
    )
    shown = _period_name(found, rhythm, day)
    return _typed(
        request,
        form,
        unit,
        Of.ACTUAL,
        Subject(where.way_to_table(unit), line=unit.name),
        title=_("Registrer tall for %(period)s") % {"period": shown},
        intro=_("Fyll ut det du har. Det du ikke vet ennå, lar du stå tomt."),
        template="indicators/register.html",
        others=_other_periods(unit, rhythm, day, clock.day(request.now), found),
        rhythms=[
            (label, _address(unit, one, periods.newest_over(one, clock.day(request.now))))
            for one, label in rhythms
            if one != rhythm
        ],
        nothing=not found,
    )


type Measured = list[tuple[Indicator, Definition]]


def _measured(unit: Unit, rhythm: str, day: date) -> tuple[Measured, list[tuple[str, str]]]:
    """What people count in this rhythm at the unit, and the rhythms that there are."""
    known = queries.kept_by(unit)
    versions = definitions_of([one.pk for one in known])
    typed = [(one, in_force(versions[one.pk], day)) for one in known]
    typed = [(one, definition) for one, definition in typed if not definition.computed]
    there = {definition.rhythm for _one, definition in typed}
    order = {area: place for place, area in enumerate(Area.values)}
    found = [(one, definition) for one, definition in typed if definition.rhythm == rhythm]
    found.sort(key=lambda each: order[each[0].area])
    return found, [(value, str(label)) for value, label in Rhythm.choices if value in there]


def _period_name(found: Measured, rhythm: str, day: date) -> str:
    definition = found[0][1] if found else Definition(rhythm=rhythm)
    return period_words(definition, day)


def _other_periods(
    unit: Unit, rhythm: str, day: date, today: date, found: Measured
) -> list[tuple[str, str]]:
    """The one before, and the one after where it is over."""
    near = [periods.moved(rhythm, day, -1), periods.moved(rhythm, day, 1)]
    over = [one for one in near if periods.ends(rhythm, one) <= today]
    return [(_period_name(found, rhythm, one), _address(unit, rhythm, one)) for one in over]


def _of_unit(unit: Unit, found: Measured, day: date) -> list[Blank]:
    stands = figures_at(unit, [one.pk for one, _how in found], [day], Of.ACTUAL)
    return [
        _blank(f"i{one.pk}", one, how, day, one.name, stands, group=str(Area(one.area).label))
        for one, how in found
    ]


def _blank(
    key: str,
    indicator: Indicator,
    definition: Definition,
    day: date,
    label: str,
    stands: Stands,
    group: str = "",
) -> Blank:
    there = stands.get((indicator.pk, day))
    own = (there[0], there[1]) if there and there[2] else None
    summed = there if there and not there[2] else None
    return Blank(
        key=key,
        indicator_id=indicator.pk,
        period=day,
        label=label,
        numerator=definition.numerator or _("Tall"),
        denominator=definition.denominator,
        divided=definition.is_divided,
        stands=own,
        group=group,
        sum_words=_sum_words(summed) if summed else "",
    )


def _sum_words(there: tuple[Any, Any, bool]) -> str:
    top = plain(float(there[0]))
    if there[1] is None:
        return _("Enhetene under har til sammen %(n)s.") % {"n": top}
    said = {"n": top, "of": plain(float(there[1]))}
    return _("Enhetene under har til sammen %(n)s av %(of)s.") % said


@allowed(Permission.RECORD_VALUES)
@ACT
def values(request: Request, uuid: UUID, unit: UUID, of: str = Of.ACTUAL.value) -> HttpResponse:
    """One indicator at a unit, through the periods: what was measured, or a budget or a forecast."""
    place = where.place_of(request, uuid, unit)
    acting.require(rules.may_record(request.standing, place.unit) and of in Of.values)
    acting.require(place.indicator.retired_on is None)
    versions = definitions_of([place.indicator.pk])[place.indicator.pk]
    acting.require(not versions[-1].computed or of != Of.ACTUAL)
    form = forms.ValuesForm(
        acts.data(request),
        blanks=_of_periods(place, versions, of, clock.day(request.now)),
        initial=acts.draft(request),
    )
    titles = {
        Of.ACTUAL: _("Registrer eller rett tall"),
        Of.BUDGET: _("Sett budsjett"),
        Of.FORECAST: _("Sett estimat"),
    }
    return _typed(
        request,
        form,
        place.unit,
        of,
        acting.of_series(place),
        title=titles[Of(of)],
        intro=_("Det du lar stå tomt, blir ikke endret."),
        template="indicators/register.html",
        others=[
            (str(one.label), place.page("values_of", one.value)) for one in Of if one.value != of
        ],
        rhythms=[],
        nothing=False,
        narrow=True,
    )


def _of_periods(place: Place, versions: Sequence[Definition], of: str, today: date) -> list[Blank]:
    """The newest first; of what is planned, the periods of this year."""
    rhythm = versions[-1].rhythm
    newest = periods.newest_over(rhythm, today)
    first = periods.moved(rhythm, newest, 1 - BACK)
    if of != Of.ACTUAL:
        first = periods.begins(rhythm, date(today.year, 1, 1))
        newest = periods.begins(rhythm, date(today.year, 12, 31))
    days = [
        day
        for day in periods.between(rhythm, first, newest)
        if in_force(versions, day).rhythm == rhythm
    ]
    stands = figures_at(place.unit, [place.indicator.pk], days, of)
    found = []
    for day in reversed(days):
        how = in_force(versions, day)
        name = period_words(how, day)
        found.append(_blank(f"p{day:%Y%m%d}", place.indicator, how, day, name, stands))
    return found


def _typed(
    request: Request,
    form: forms.ValuesForm,
    unit: Unit,
    of: str,
    subject: Subject,
    *,
    title: str,
    **shown: Any,
) -> HttpResponse:
    """Record what was typed; what is refused is said beside it."""
    if form.is_valid():
        try:
            told = commands.register_values(
                unit=unit,
                values=form.values(unit.pk, of),
                by=request.person,
                now=request.now,
                within=rules.recordable(request.standing),
            )
        except commands.ValuesRefused as refused:
            for one in refused.refused:
                form.say(one, why(one))
        else:
            said = _said(told.new + told.corrected, form.named)
            return acts.done(request, said, subject.home)
    button = shown.pop("button", _("Lagre tallene"))
    return acts.show(request, form, subject, title=title, button=button, **shown)


def _said(number: int, names: Sequence[str]) -> str:
    """What was saved: the first of it by name."""
    if not number:
        return _("Ingenting er endret: tallene sto slik fra før.")
    said = ngettext("%(n)s tall er lagret: %(names)s", "%(n)s tall er lagret: %(names)s", number)
    first, more = ", ".join(names[:NAMED]), len(names) - NAMED
    if more > 0:
        first = _("%(names)s og %(n)s til") % {"names": first, "n": more}
    return said % {"n": number, "names": f"{first}."}
