"""What somebody outside sees: the way in, what the audit covers, the map, the papers, what was found."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from styrk.access import commands as access
from styrk.access import guests, sessions
from styrk.access.acting import ACT
from styrk.access.decorators import ended, invited, public
from styrk.access.mailing import can_mail
from styrk.access.models import Guest
from styrk.access.queries import guest_asked, guest_by_link
from styrk.access.requests import Look, Visit
from styrk.actions.presenters import standing_words
from styrk.compliance.pictures import first_night
from styrk.core import clock
from styrk.inspections import inspected, inspected_pack, presenters
from styrk.inspections.commands.guests import come_in
from styrk.inspections.forms.guests import CodeForm, InspectedDayForm, UnitSearchForm
from styrk.inspections.models import Audit
from styrk.inspections.queries import document as document_by
from styrk.inspections.queries import guests as queries
from styrk.inspections.types import LOOKED
from styrk.inspections.views.register import as_download
from styrk.regulation.maps import LAW
from styrk.trail.commands import record_reading
from styrk.ui import pages

CODE = "inspections:code"
HOME = "inspections:inspected"
of_audit = invited("audit", CODE)


@public
@never_cache
@ACT
def arrive(request: Visit, word: str) -> HttpResponse:
    """By the personal address. Nothing happens before the button: others than people open addresses."""
    guest = guest_by_link(word, clock.day(request.now))
    if guest is None:
        return pages.render(request, "inspections/no_way_in.html", {}, status=404)
    if request.method == "POST":
        sessions.ask_guest(request, guest)
        access.ask_code(guest=guest, now=request.now)
        return redirect(CODE)
    values = {
        "guest": guest,
        "word": word,
        "where": inspected.half_hidden(guest.email),
        "mails": can_mail(),
    }
    return pages.render(request, "inspections/arrive.html", values)


@public
@never_cache
@ACT
def code(request: Visit) -> HttpResponse:
    """The code from the e-mail: for one who has come by the address, or has been away for a while."""
    guest = request.waiting or guest_asked(
        request.session.get(guests.ASKED), clock.day(request.now)
    )
    if guest is None:
        if over := ended(request, "audit"):
            return over
        raise Http404
    if request.method == "POST" and "again" in request.POST:
        access.ask_code(guest=guest, now=request.now)
        return redirect(CODE)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        word = come_in(guest=guest, given=form.cleaned_data["code"], by=None, now=request.now)
        if word:
            sessions.start_guest(request, guest, word)
            return redirect(HOME)
        form.add_error("code", _("Koden er feil eller for gammel. Be om en ny hvis det trengs."))
    return pages.render(
        request,
        "inspections/code.html",
        _code_page(guest, form),
        status=422 if form.errors else 200,
    )


def _code_page(guest: Guest, form: CodeForm) -> dict[str, object]:
    """Where there is no e-mail, as in a demo, the page itself says the code. Never where data is real."""
    return {
        "guest": guest,
        "form": form,
        "where": inspected.half_hidden(guest.email),
        "asked": bool(guest.salt),
        "mails": can_mail(),
        "told": guests.code_of(guest) if settings.DEMO and guest.salt else "",
    }


def _audit(request: Look) -> Audit:
    found = queries.scope_of(request.guest)
    if found is None:
        raise Http404
    return found


def _note(request: Look, what: str) -> None:
    """Who outside has opened what. Their number is below zero: they are none of the persons here."""
    record_reading(
        by=inspected.Outside(-request.guest.pk, str(request.guest)),
        now=request.now,
        subject=LOOKED,
        subject_id=request.guest.record_id,
        reference=what[:200],
    )


@of_audit
@require_safe
def scope(request: Look) -> HttpResponse:
    """What is looked at, where, against what, and what has been given."""
    audit = _audit(request)
    _note(request, "Omfang, dokumenter og svar")
    values = {
        "audit": audit,
        "guest": request.guest,
        "standing": presenters.state_mark(audit),
        "done_by": presenters.done_by(audit),
        "period": presenters.period(audit),
        "letters": _letters(request.guest, audit),
        **_units(request, audit),
        "papers": queries.given_to(audit),
        "statements": queries.statements_of(audit),
    }
    return pages.render(request, "inspections/inspected.html", values)


def _letters(guest: Guest, audit: Audit) -> str:
    """Which letters they see, in words; all of them where that is so."""
    found = queries.letters_for(guest, audit)
    if len(found) == len(LAW.items):
        return _("Du ser alle bokstavene.")
    told = ", ".join(str(one.reference) for one in found)
    return _("Du ser disse bokstavene: %(letters)s.") % {"letters": told}


def _units(request: Look, audit: Audit) -> dict[str, object]:
    """The units that are looked at, a page at a time, by words that are searched for."""
    form = UnitSearchForm(request.GET if "sok" in request.GET else None)
    words = form.cleaned_data["sok"] if form.is_valid() else ""
    page = request.GET.get("side", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 0
    found, more = queries.units_called(audit, words, number)
    asked = {"sok": words} if words else {}
    ways = {
        name: f"?{urlencode(asked | {'side': at})}#enheter" if is_there else ""
        for name, at, is_there in (
            ("before", number - 1, number > 0),
            ("after", number + 1, more),
        )
    }
    return {"units": found, "form": form, "words": words, "ways": ways, "many": more or number}


@of_audit
@require_safe
def evidence(request: Look, unit: UUID) -> HttpResponse:
    """The forskriftskart of one of the units as it stood on a day of the time that is looked at."""
    audit, guest = _audit(request), request.guest
    place = queries.unit_of(audit, unit)
    if place is None:
        raise Http404
    last = min(guest.covers_to, clock.day(request.now))
    asked = {"dato": request.GET.get("dato") or last.isoformat()}
    form = InspectedDayForm(asked, first=guest.covers_from, last=last)
    day: date | None = form.cleaned_data["dato"] if form.is_valid() else None
    letters = queries.letters_for(guest, audit)
    held = queries.map_of(place, day, letters) if day else None
    _note(request, f"Forskriftskartet for {place.name}" + (f", {day:%d.%m.%Y}" if day else ""))
    values = {
        "audit": audit,
        "guest": guest,
        "unit": place,
        "letters": _letters(guest, audit),
        "form": form,
        "chosen": day,
        "taken": held.taken if held else None,
        "first": None if held else first_night(place),
        "rows": inspected.rows(held.rows) if held else [],
    }
    return pages.render(
        request, "inspections/inspected_map.html", values, status=200 if form.is_valid() else 422
    )


@of_audit
@require_safe
def findings(request: Look) -> HttpResponse:
    """What was found, what the units answered, and what was done about it."""
    audit = _audit(request)
    _note(request, "Funn, svar og tiltak")
    today, deeds = clock.day(request.now), queries.deeds_of()
    rows = [
        {
            "finding": one,
            "kind": presenters.kind_mark(one),
            "mark": presenters.finding_mark(one, today),
            "deeds": [
                (deed, standing_words(deed.state, deed.effect)) for deed in deeds.get(one.pk, [])
            ],
        }
        for one in queries.findings_of(audit)
    ]
    values = {"audit": audit, "guest": request.guest, "rows": rows}
    return pages.render(request, "inspections/inspected_findings.html", values)


@of_audit
@require_safe
def pack(request: Look) -> HttpResponse:
    """All that the pages show, as one file with the papers and the checksum of each."""
    audit, guest = _audit(request), request.guest
    _note(request, "Bevispakken")
    on = min(guest.covers_to, clock.day(request.now))
    content = inspected_pack.packed(audit, guest, on, invented=settings.DEMO)
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=inspected_pack.file_name(audit, on))
        or "attachment"
    )
    answer["Cache-Control"] = "private, no-store"
    return answer


@of_audit
@require_safe
def paper(request: Look, uuid: UUID) -> HttpResponse:
    """One of the papers of the audit."""
    found = document_by(uuid)
    if found is None:
        raise Http404
    _note(request, f"Dokumentet «{found.name}»")
    return as_download(found)


@of_audit
@require_POST
def leave(request: Look) -> HttpResponse:
    """Out of it; the browser is still known, and the way in is a new code."""
    sessions.lock_guest(request)
    return redirect(CODE)
