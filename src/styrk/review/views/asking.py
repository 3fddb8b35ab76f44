"""How an act on a report works: its form, its one command, what is refused, and where one goes."""

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import (
    NOT_NOW,
    Following,
    Refusals,
    Subject,
    attempt,
    show,
)
from styrk.access.requests import Request
from styrk.core.guard import IdentityFound
from styrk.review import commands, presenters
from styrk.review.views.finding import Place
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    commands.NotWritten: gettext_lazy("Noen deler mangler tekst. Skriv dem før du sender."),
    commands.NotASection: gettext_lazy("Rapporten har ikke en slik del lenger."),
    commands.NotAPeriod: gettext_lazy("Perioden har ikke begynt ennå."),
    commands.NotOver: gettext_lazy("Perioden er ikke over ennå. Du kan skrive, men ikke sende."),
    commands.NotAnswered: gettext_lazy("Svar på spørsmålene før du sender rapporten på nytt."),
    commands.ReasonMissing: gettext_lazy("Her må det stå noe."),
    commands.Answered: gettext_lazy("Noen har svart allerede."),
    commands.Unchanged: gettext_lazy("Rapporten er lik den som er sendt. Det er ikke noe nytt."),
    commands.NotYet: gettext_lazy("Dette er ikke skjedd ennå."),
    commands.BeforeSent: gettext_lazy("Utgaven var ikke sendt den dagen."),
    commands.Changed: gettext_lazy(
        "Noe er endret siden du åpnet siden. Les rapporten på nytt før du sender den."
    ),
    IdentityFound: gettext_lazy("Teksten inneholder personopplysninger. Ta dem bort."),
}


def home(found: Place) -> str:
    return address_of("review:report", found.unit.code, found.layout.code, found.period)


def subject(found: Place) -> Subject:
    return Subject(
        way=[
            (_("Rapporter"), address_of("review:reports")),
            (presenters.called(found.layout, found.period), home(found)),
        ],
        line=found.unit.name,
    )


def form_page(
    request: Request,
    found: Place,
    form: forms.Form,
    command: Callable[[], object],
    *,
    said: Following,
    title: str,
    button: str,
    intro: str = "",
    working: str = "",
) -> HttpResponse:
    """Show the form, or do the command; what is refused is said in the form.

    `working` is said where the answer takes more than a second.
    """
    about = subject(found)

    def again() -> HttpResponse:
        return show(request, form, about, title=title, button=button, intro=intro, working=working)

    if not form.is_valid():
        return again()
    return attempt(
        request, command, said, refusals=REFUSALS, back=about.home, form=form, again=again
    )


def do(request: Request, found: Place, command: Callable[[], object], said: str) -> HttpResponse:
    """Do what one button asks for, and say how it went."""
    return attempt(request, command, said, refusals=REFUSALS, back=home(found))
