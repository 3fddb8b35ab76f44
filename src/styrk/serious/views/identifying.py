"""Who the patients of a case are: written, opened with a reason, put right, deleted.

What is typed here is kept nowhere but encrypted: neither as a draft nor in what is told of an error.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, Desk, Subject, data, done
from styrk.access.decorators import signed_in
from styrk.access.queries import Standing
from styrk.access.requests import Request
from styrk.core import sealing
from styrk.incidents.record import note_reading
from styrk.serious import commands, forms, presenters, queries, rules
from styrk.serious.models import Event, IdentityOpening, PatientIdentity
from styrk.serious.views.acting import MISFIT, REFUSALS, way_to
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.menu import Text


def _identified(uuid: UUID, standing: Standing) -> Event | None:
    found = queries.identified(uuid)
    return found if found and rules.sees(standing, found) else None


def _identity(uuid: UUID, standing: Standing) -> PatientIdentity | None:
    found = queries.identity(uuid)
    return found if found and rules.sees(standing, found.event) else None


def _about(event: Event) -> Subject:
    home = address_of("serious:identities", event.uuid)
    return Subject(way=[*way_to(event), (_("Hvem pasienten er"), home)], line=event.incident.title)


# Who patients are is for those who handle the case, and nobody else who reads it.
IDENTIFIED = Desk(
    name="event",
    find=_identified,
    hold=queries.locked,
    is_for=lambda standing, event, _act: rules.may_handle(standing, event),
    may=lambda standing, event, _act: rules.may_handle(standing, event),
    subject=_about,
    misfit=MISFIT,
    refusals=REFUSALS,
)
IDENTITY = Desk(
    name="identity",
    find=_identity,
    hold=queries.locked,
    is_for=lambda standing, one, _act: rules.may_handle(standing, one.event),
    may=lambda _standing, one, _act: one.deleted_at is None,
    subject=lambda one: _about(one.event),
    misfit=MISFIT,
    refusals=REFUSALS,
)


UNREADABLE = (sealing.KeysMissing, sealing.WrongKeys)
TYPED = sensitive_post_parameters("name", "born", "reach")


@signed_in
@require_safe
def identities(request: Request, uuid: UUID) -> HttpResponse:
    """That it stands who the patients are, by whom it was opened, and why; never who they are."""
    found = IDENTIFIED.for_act(request, uuid, "read")
    note_reading(found.incident, request.person, request.now)
    values = {
        "event": found,
        "incident": found.incident,
        "rows": [(one, presenters.identity_mark(one)) for one in found.identities.all()],
        "openings": queries.openings(found),
        "needed": rules.needs_identity(found),
        "has_keys": sealing.has_keys(),
    }
    return pages.render(request, "serious/identities.html", values)


@TYPED
@signed_in
@ACT
def identify(request: Request, uuid: UUID) -> HttpResponse:
    """Write who one more patient is."""
    found = IDENTIFIED.for_act(request, uuid, "identify")
    form = forms.PatientForm(data(request))
    return _typed(
        request,
        found,
        form,
        lambda: commands.write_identity(
            event=found, patient=form.patient, by=request.person, now=request.now
        ),
        title=_("Skriv hvem pasienten er"),
        said=_("Det er kryptert og lagret. Ingen ser det uten å åpne det med en grunn."),
    )


@signed_in
@ACT
def open_identity(request: Request, uuid: UUID) -> HttpResponse:
    """Say why, then read it for some minutes."""
    return IDENTITY.worded(
        request,
        uuid,
        "open",
        forms.OpenForm,
        commands.open_identity,
        title=_("Åpne hvem pasienten er"),
        intro=_(
            "Åpne bare når du trenger det for å melde, kontakte pasienten eller følge opp saken."
            " Alle som følger opp saken, ser at du åpnet det, og hvorfor."
        ),
        button=_("Åpne"),
        said=_("Du kan lese det i ti minutter. At du åpnet det, står i saken."),
        back=lambda opening: address_of("serious:opened", opening.uuid),
    )


@signed_in
@require_safe
def opened(request: Request, uuid: UUID) -> HttpResponse:
    """Who the patient is, to the one who has just said why."""
    found = _opening(request, uuid)
    values: dict[str, Any] = {
        "opening": found,
        "event": found.event,
        "incident": found.event.incident,
    }
    if not rules.may_read(request.standing, found, request.now):
        return pages.render(request, "serious/opened.html", values, status=410)
    try:
        patient = sealing.opened(found.identity.sealed, str(found.event.uuid))
    except UNREADABLE as reason:
        values["why"] = REFUSALS[type(reason)]
        return pages.render(request, "serious/opened.html", values, status=409)
    return pages.render(request, "serious/opened.html", values | {"patient": patient})


@TYPED
@signed_in
@ACT
def correct_identity(request: Request, uuid: UUID) -> HttpResponse:
    """Put right what one has just opened."""
    opening = _opening(request, uuid)
    if not rules.may_read(request.standing, opening, request.now):
        raise Http404
    try:
        stands = sealing.opened(opening.identity.sealed, str(opening.event.uuid))
    except UNREADABLE:
        return redirect("serious:opened", uuid=opening.uuid)
    form = forms.PatientForm(data(request), initial=stands)
    return _typed(
        request,
        opening.event,
        form,
        lambda: commands.correct_identity(
            identity=opening.identity, patient=form.patient, by=request.person, now=request.now
        ),
        title=_("Rett hvem pasienten er"),
        said=_("Rettelsen er kryptert og lagret."),
    )


@signed_in
@ACT
def delete_identity(request: Request, uuid: UUID) -> HttpResponse:
    return IDENTITY.worded(
        request,
        uuid,
        "delete",
        forms.DeleteForm,
        commands.delete_identity,
        title=_("Slett hvem pasienten er"),
        intro=_(
            "Det kan ikke hentes fram igjen. At det sto, hvem som åpnet det, og hvorfor, blir stående."
        ),
        button=_("Slett"),
        said=_("Det er slettet."),
    )


def _opening(request: Request, uuid: UUID) -> IdentityOpening:
    found = queries.opening(uuid)
    if found is None or not rules.may_handle(request.standing, found.event):
        raise Http404
    return found


def _typed(
    request: Request,
    event: Event,
    form: django_forms.Form,
    command: Callable[[], object],
    *,
    title: Text,
    said: str,
) -> HttpResponse:
    """As other forms, but that nothing of what is typed is kept as a draft."""
    subject = _about(event)
    if form.is_valid():
        try:
            command()
        except tuple(REFUSALS) as refused:
            form.add_error(None, str(REFUSALS[type(refused)]))
        else:
            return done(request, said, subject.home)
    values = {
        "form": form,
        "heading": title,
        "line": subject.line,
        "crumbs": [*subject.way, (title, None)],
        "cancel": subject.home,
    }
    return pages.render(
        request, "serious/identify.html", values, status=422 if form.is_bound else 200
    )
