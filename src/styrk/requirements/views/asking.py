"""How a page with one form works: show it, do the one command, and go on; what is refused is said."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from styrk.access.commands import throw_draft
from styrk.access.requests import Request
from styrk.core import states
from styrk.core.guard import IdentityFound
from styrk.requirements import commands, rules
from styrk.requirements.models import Source
from styrk.ui import pages

type Crumbs = Sequence[tuple[object, str | None]]

REFUSALS: dict[type[Exception], Callable[[], str]] = {
    commands.AlreadyThere: lambda: _("Det finnes én med dette navnet fra før. Velg et annet."),
    commands.OlderEdition: lambda: _("Det er gitt ut en nyere utgave. Velg en senere dato."),
    commands.NothingToPublish: lambda: _("Skriv minst ett krav før du gir ut utgaven."),
    commands.Published: lambda: _("Utgaven er gitt ut, og kan ikke endres. Lag en ny utgave."),
    commands.NobodyToTell: lambda: _("Ingen har disse rollene der. Velg andre."),
    commands.NotARequirement: lambda: _("Dette kravet kan ikke legges til enheter nå."),
    commands.TooManyAtOnce: lambda: _(
        "Det blir over 1000 svar å gi på én gang. Velg færre krav eller et annet nivå."
    ),
    commands.NotReviewed: lambda: _("Si hvilket punkt kravet er blitt til, eller at det er borte."),
    commands.ReviewedBefore: lambda: _("Noen har avgjort dette allerede."),
    commands.NotAPeriod: lambda: _("Perioden har ikke begynt ennå."),
    commands.Changed: lambda: _(
        "Noe er endret siden du åpnet siden. Les meldingen på nytt før du godkjenner den."
    ),
    states.NotNow: lambda: _("Noen har gjort dette allerede. Her ser du hvordan det står nå."),
    IdentityFound: lambda: _("Teksten inneholder personopplysninger. Ta dem bort."),
}


def kept(request: Request, source: Source) -> Source:
    """The source, for one who keeps it, or 404."""
    if not rules.may_keep(request.standing, source):
        raise Http404
    return source


def form_page(
    request: Request,
    form: django_forms.Form,
    command: Callable[[], object],
    *,
    title: str,
    button: str,
    said: str | Callable[[object], str],
    back: str | Callable[[object], str],
    crumbs: Crumbs,
    intro: str = "",
) -> HttpResponse:
    """Show the form, or do the command and go to `back`; both may follow from what was done."""
    if form.is_valid():
        try:
            done = command()
        except tuple(REFUSALS) as refused:
            form.add_error(None, REFUSALS[type(refused)]())
        else:
            throw_draft(person=request.person, path=request.path)
            messages.success(request, said if isinstance(said, str) else said(done))
            return redirect(back if isinstance(back, str) else back(done))
    values: dict[str, Any] = {
        "form": form,
        "heading": title,
        "intro": intro,
        "button": button,
        "crumbs": [*crumbs, (title, None)],
        "cancel": next((href for _label, href in reversed(crumbs) if href), "/"),
    }
    status = 422 if form.is_bound else 200
    return pages.render(request, "requirements/form.html", values, status=status)


def attempt(request: Request, command: Callable[[], object], said: str) -> None:
    """Do what one button asks for, and say how it went."""
    try:
        command()
    except tuple(REFUSALS) as refused:
        messages.warning(request, REFUSALS[type(refused)]())
    else:
        messages.success(request, said)
