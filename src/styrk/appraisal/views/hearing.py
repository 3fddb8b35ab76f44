"""Who took part in a review or was heard: noting it, and putting it right while it is a draft."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.requests import Request
from styrk.appraisal import commands, forms
from styrk.appraisal.models import Appraisal, Participant
from styrk.appraisal.views.acting import DESK, address
from styrk.core import clock
from styrk.organisation.flavours import worded


@signed_in
@ACT
def take_part(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "take_part")
    form = forms.TakingForm(data(request), today=clock.day(request.now), initial=draft(request))
    return DESK.page(
        request,
        found,
        "take_part",
        form,
        lambda: commands.note_participant(
            appraisal=found, taking=form.taking(), by=request.person, now=request.now
        ),
        title=_("Noter hvem som var med"),
        intro=str(
            worded(
                _(
                    "Tillitsvalgte, verneombud og brukerutvalg er hørt, eller det står hvorfor ikke."
                ),
                _("Tillitsvalgte, verneombud og rådene er hørt, eller det står hvorfor ikke."),
            )
        ),
        button=_("Lagre"),
        said=_("Det er notert i gjennomgangen."),
    )


@signed_in
@ACT
def correct(request: Request, uuid: UUID, participant: UUID) -> HttpResponse:
    """Say right who was heard, or what they said."""
    found = DESK.for_act(request, uuid, "correct_participant")
    noted = _noted(found, participant)
    stands = forms.taking_of(noted)
    form = forms.TakingForm(
        data(request), today=clock.day(request.now), initial=stands | draft(request)
    )
    return DESK.page(
        request,
        found,
        "correct_participant",
        form,
        lambda: commands.correct_participant(
            participant=noted, taking=form.taking(), by=request.person, now=request.now
        ),
        title=_("Rett det som er notert"),
        intro=_("Det som sto før, blir stående i historikken."),
        button=_("Lagre"),
        said=_("Det er rettet i gjennomgangen."),
        back=_home(found),
        stand=of_fields(
            form,
            stands,
            found.steps.filter(act="correct_participant", detail__participant=str(participant)),
            kept=True,
        ),
    )


@signed_in
@ACT
def remove(request: Request, uuid: UUID, participant: UUID) -> HttpResponse:
    """Take away what was noted of somebody who was not heard."""
    found = DESK.for_act(request, uuid, "remove_participant")
    noted = _noted(found, participant)
    form = forms.ReasonForm(data(request), initial=draft(request))
    return DESK.page(
        request,
        found,
        "remove_participant",
        form,
        lambda: commands.remove_participant(
            participant=noted, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Fjern det som er notert om %(who)s") % {"who": noted.who},
        intro=_("Det som sto, og hvorfor det ble fjernet, blir stående i historikken."),
        button=_("Fjern"),
        said=_("Det er fjernet fra gjennomgangen."),
        back=_home(found),
    )


def _noted(appraisal: Appraisal, participant: UUID) -> Participant:
    found = next((one for one in appraisal.participants.all() if one.uuid == participant), None)
    if found is None:
        raise Http404
    return found


def _home(appraisal: Appraisal) -> str:
    return f"{address(appraisal)}#medvirkning"
