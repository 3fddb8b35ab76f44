"""How a page with one form works: show it, do the one command, and go on; what is refused is said."""

from collections.abc import Callable

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _

from styrk.access.acting import (
    NOT_NOW,
    Following,
    Refusals,
    Subject,
    Way,
    attempt,
    show,
)
from styrk.access.meanwhile import Stand
from styrk.access.requests import Request
from styrk.core.guard import IdentityFound
from styrk.requirements import commands, rules
from styrk.requirements.models import Source

REFUSALS: Refusals = {
    **NOT_NOW,
    commands.AlreadyThere: _("Det finnes én med dette navnet fra før. Velg et annet."),
    commands.DraftThere: _("Noen skriver på et utkast til neste utgave. Gå videre på det."),
    commands.OlderEdition: _("Det er gitt ut en nyere utgave. Velg en senere dato."),
    commands.NothingToPublish: _("Skriv minst ett krav før du gir ut utgaven."),
    commands.Published: _("Utgaven er gitt ut, og kan ikke endres. Lag en ny utgave."),
    commands.NobodyToTell: _("Ingen har disse rollene der. Velg andre."),
    commands.NotARequirement: _("Dette kravet kan ikke legges til enheter nå."),
    commands.TooManyAtOnce: _(
        "Det blir over 1000 svar å gi på én gang. Velg færre krav eller et annet nivå."
    ),
    commands.NotReviewed: _("Si hvilket punkt kravet er blitt til, eller at det er borte."),
    commands.ReviewedBefore: _("Noen har avgjort dette allerede."),
    commands.NotAPeriod: _("Perioden har ikke begynt ennå."),
    commands.YearNotOver: _("Meldingen kan ikke godkjennes før året er over."),
    commands.ReasonMissing: _("Skriv hvorfor."),
    commands.Changed: _(
        "Noe er endret siden du åpnet siden. Les meldingen på nytt før du godkjenner den."
    ),
    IdentityFound: _("Teksten inneholder personopplysninger. Ta dem bort."),
}


def kept(request: Request, source: Source) -> Source:
    """The source, for one who keeps it, or 404."""
    if not rules.may_keep(request.standing, source):
        raise Http404
    return source


def form_page(
    request: Request,
    form: forms.Form,
    command: Callable[[], object],
    *,
    said: Following,
    way: Way,
    back: Following = "",
    title: str,
    button: str,
    intro: str = "",
    stand: Stand | None = None,
) -> HttpResponse:
    """Show the form, or do the command; what is refused is said in the form.

    Then one goes `back`, or where one came from by the `way`. `stand` is what the act writes over.
    """
    subject = Subject(way)
    changed = stand is not None and not stand.is_known_to(form)
    words = {"title": title, "button": button, "intro": intro}

    def shown() -> HttpResponse:
        return show(request, form, subject, stand=stand, changed=changed, **words)

    if changed or not form.is_valid():
        return shown()
    home = back or subject.home
    return attempt(request, command, said, refusals=REFUSALS, back=home, form=form, again=shown)


def do(request: Request, command: Callable[[], object], said: str, back: str) -> HttpResponse:
    """Do what one button asks for, and say how it went."""
    return attempt(request, command, said, refusals=REFUSALS, back=back)
