"""Answering, deciding and telling back: a page for each act with a signal."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.requests import Request
from styrk.core import clock
from styrk.intervention import commands, forms
from styrk.intervention.views.acting import DESK


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "answer")
    stands = {"stance": found.stance, "answer": found.answer}
    form = forms.AnswerForm(acting.data(request), initial=stands | acting.draft(request))
    return DESK.page(
        request,
        found,
        "answer",
        form,
        lambda: commands.answer_signal(
            signal=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Svar på signalet"),
        intro=_(
            "Svaret ditt følger signalet. Ingen over deg ser noe før du har fått tid til å svare."
        ),
        button=_("Lagre svaret"),
        said=_("Svaret er lagret."),
        stand=of_fields(form, stands),
    )


@signed_in
@ACT
def follow_up(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "follow_up",
        forms.AgreedForm,
        commands.follow_up,
        asked={"today": clock.day(request.now)},
        title=_("Følg opp"),
        intro=_("Dette blir en oppgave hos lederen det gjelder, med frist."),
        button=_("Bestem oppfølgingen"),
        said=_("Lederen har fått oppgaven og ser hva som er bestemt."),
    )


@signed_in
@ACT
def take_over(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "take_over",
        forms.AgreedForm,
        commands.take_over,
        asked={"today": clock.day(request.now)},
        title=_("Ta det over"),
        intro=_("Dette blir en oppgave hos deg, med frist. Lederen ser at du har tatt det over."),
        button=_("Ta over"),
        said=_("Du har tatt det over, og lederen ser det."),
    )


@signed_in
@ACT
def find_no_ground(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "find_no_ground",
        forms.NoGroundForm,
        commands.find_no_ground,
        title=_("Ikke grunnlag"),
        button=_("Lagre avgjørelsen"),
        said=_("Avgjørelsen er lagret, og lederen ser den."),
    )


@signed_in
@ACT
def report_back(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "report_back",
        forms.BackForm,
        commands.report_back,
        title=_("Meld tilbake"),
        intro=_("Signalet avsluttes av seg selv når årsaken er borte i dataene."),
        button=_("Meld tilbake"),
        said=_("Tilbakemeldingen er sendt."),
    )
