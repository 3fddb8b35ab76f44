"""Who is on call: the rotas, a week of one, and the receipt of one who is called."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed, signed_in
from styrk.access.meanwhile import Stand, mark_of
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.serious import commands, forms, queries, rota, rules
from styrk.serious.forms.rotas import said
from styrk.serious.gaps import first_gap
from styrk.serious.models import Rota, Shift
from styrk.serious.shifts import WEEK, holder, monday_of, slots
from styrk.serious.views.acting import CALL, ROTA, UNIT
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.words import spoken_day


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def rotas(request: Request) -> HttpResponse:
    """Who is on call now, and where nobody is."""
    found = queries.rotas()
    shifts = queries.coming(found, request.now)
    values = {
        "rotas": list(rota.on_call(found, shifts, request.now)),
        "monday": monday_of(clock.day(request.now)),
        "units": queries.units_to_keep(request.standing),
    }
    return pages.render(request, "serious/rotas.html", values)


@signed_in
@require_safe
def gap(request: Request, uuid: UUID) -> HttpResponse:
    """To the week with the first shift that nobody has; else to this week."""
    found = ROTA.found(request, uuid)
    empty = first_gap(found, request.now)
    day = clock.day(empty[0] if empty else request.now)
    return redirect("serious:week", uuid=found.uuid, monday=monday_of(day).isoformat())


@signed_in
@require_safe
def week(request: Request, uuid: UUID, monday: str) -> HttpResponse:
    """A week of a rota."""
    found, begins = ROTA.found(request, uuid), _monday(monday)
    shifts = _shifts(found, begins)
    turns = rota.week(found, begins, shifts, request.now)
    values = {
        "rota": found,
        "changes": said(found.changes),
        "turns": turns,
        "gaps": sum(one.person is None for one in turns),
        "monday": begins,
        "before": begins - WEEK,
        "after": begins + WEEK,
        "may": rules.may_keep_rota(request.standing, found.unit_id),
    }
    return pages.render(request, "serious/week.html", values)


def _monday(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
    if found != monday_of(found) or not 2000 <= found.year < 2200:
        raise Http404
    return found


def _shifts(found: Rota, monday: date) -> list[Shift]:
    begun = slots(monday, found.changes)
    return list(queries.shifts([found], begun[0][0], begun[-1][1]))


@signed_in
@ACT
def begin(request: Request, uuid: UUID) -> HttpResponse:
    unit = UNIT.for_act(request, uuid, "begin")
    start = {"role": _("Vakthavende leder"), "changes": "08.00", "minutes": 15}
    form = forms.RotaForm(acting.data(request), initial=start | acting.draft(request))
    return UNIT.page(
        request,
        unit,
        "begin",
        form,
        lambda: commands.begin_rota(
            unit=unit, watch=form.watch(), by=request.person, now=request.now
        ),
        title=_("Ny vaktliste"),
        intro=_("Den gjelder enheten og alle under som ikke har sin egen."),
        button=_("Lag vaktlista"),
        said=_("Vaktlista er laget. Fyll ut uka."),
        back=lambda made: _week_of(made, monday_of(clock.day(request.now)), "write_week"),
    )


def _week_of(found: Rota, monday: date, name: str = "week") -> str:
    return address_of(f"serious:{name}", found.uuid, monday.isoformat())


@signed_in
@ACT
def write_week(request: Request, uuid: UUID, monday: str) -> HttpResponse:
    """The whole week at once. Where nothing is written, the week before is proposed."""
    found, begins = ROTA.for_act(request, uuid, "write"), _monday(monday)
    shifts = _shifts(found, begins)
    proposed = not shifts
    source, first = (_shifts(found, begins - WEEK), begins - WEEK) if proposed else (shifts, begins)
    held = [holder(source, start) for start, _end in slots(first, found.changes)]
    labels = [rota.words(slot) for slot in slots(begins, found.changes)]
    form = forms.WeekForm(
        acting.data(request),
        turns=list(zip(labels, held, strict=True)),
        people=possible_owners(found.unit, clock.day(request.now)),
        initial=acting.draft(request),
    )
    latest = max(shifts, key=lambda one: one.pk, default=None)
    intro = _("Velg hvem som har vakt i hver økt. Klokkeslett er norsk tid.")
    if proposed and any(held):
        intro = _("Ingenting er skrevet for uka. Forslaget er som uka før: se over, og lagre.")
    return ROTA.page(
        request,
        found,
        "write",
        form,
        lambda: commands.write_week(
            rota=found, monday=begins, people=form.chosen(), by=request.person, now=request.now
        ),
        title=_("Uka fra %(day)s") % {"day": spoken_day(begins)},
        intro=intro,
        button=_("Lagre uka"),
        said=_("Uka er lagret."),
        back=_week_of(found, begins),
        stand=Stand(mark_of(latest.pk if latest else 0, found.changes)),
    )


@signed_in
@ACT
def change(request: Request, uuid: UUID) -> HttpResponse:
    found = ROTA.for_act(request, uuid, "change")
    start = {"role": found.role, "changes": said(found.changes), "minutes": found.minutes}
    form = forms.RotaForm(acting.data(request), initial=start | acting.draft(request))
    return ROTA.page(
        request,
        found,
        "change",
        form,
        lambda: commands.change_rota(
            rota=found, watch=form.watch(), by=request.person, now=request.now
        ),
        title=_("Endre vaktlista"),
        intro=_("Det som er skrevet for ukene, blir stående."),
        button=_("Lagre"),
        said=_("Vaktlista er endret."),
        stand=Stand(mark_of(found.role, found.changes, found.minutes)),
    )


@signed_in
@ACT
def end(request: Request, uuid: UUID) -> HttpResponse:
    return ROTA.worded(
        request,
        uuid,
        "end",
        forms.BareForm,
        commands.end_rota,
        title=_("Avslutt vaktlista"),
        intro=_("Styrk spør ingen etter den mer. Det som er skrevet, blir stående i historikken."),
        button=_("Avslutt"),
        said=_("Vaktlista er avsluttet."),
        back=address_of("serious:rotas"),
    )


@signed_in
@ACT
def receipt(request: Request, uuid: UUID) -> HttpResponse:
    """«Jeg har den»: from here the case is one tap away."""
    return CALL.worded(
        request,
        uuid,
        "receipt",
        forms.BareForm,
        commands.receive_call,
        title=_("Haster: har du saken?"),
        intro=_(
            "Kvitterer du, spør Styrk ingen andre. Du ser saken, og kan svare, avgjøre og melde."
        ),
        button=_("Jeg har den"),
        said=_("Du har saken. Se hva som skal svares på og meldes."),
    )


@signed_in
@ACT
def decline(request: Request, uuid: UUID) -> HttpResponse:
    """«Jeg kan ikke»: the next is asked at once."""
    return CALL.worded(
        request,
        uuid,
        "decline",
        forms.BareForm,
        commands.decline_call,
        title=_("Kan du ikke ta saken?"),
        intro=_("Da spør Styrk den neste med en gang. Du kan fortsatt kvittere hvis du får tid."),
        button=_("Jeg kan ikke"),
        said=_("Takk for at du sa fra. Den neste er spurt."),
    )
