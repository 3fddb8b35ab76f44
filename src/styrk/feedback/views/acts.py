"""What one does with what was told: a page for each act."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.requests import Request
from styrk.actions.views.deciding import decide
from styrk.core import clock
from styrk.feedback import commands, forms, rules
from styrk.feedback.queries import register
from styrk.feedback.states import Channel
from styrk.feedback.views.acting import DESK
from styrk.ui.addresses import address_of


@signed_in
@require_POST
def take(request: Request, uuid: UUID) -> HttpResponse:
    voice = DESK.for_act(request, uuid, "take")
    return DESK.do(
        request,
        voice,
        lambda: commands.take_voice(voice=voice, by=request.person, now=request.now),
        _("Du har tatt imot. Den som fortalte, ser at noen leser det."),
    )


@signed_in
@ACT
def describe(request: Request, uuid: UUID) -> HttpResponse:
    voice = DESK.for_act(request, uuid, "describe")
    stands = {"kind": voice.kind, "theme": voice.theme}
    form = forms.DescribeForm(acting.data(request), initial=stands | acting.draft(request))
    return DESK.page(
        request,
        voice,
        "describe",
        form,
        lambda: commands.describe_voice(
            voice=voice, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Hva gjelder det?"),
        button=_("Lagre"),
        said=_("Lagret."),
        stand=of_fields(form, stands, voice.steps.filter(act="describe"), kept=True),
    )


@signed_in
@ACT
def hand_over(request: Request, uuid: UUID) -> HttpResponse:
    """To the unit that should have had it; then it may be out of one's own sight."""
    voice = DESK.for_act(request, uuid, "hand_over")
    form = forms.HandOverForm(
        acting.data(request),
        units=register.units_to_take(voice, clock.day(request.now)),
        initial=acting.draft(request),
    )
    return DESK.page(
        request,
        voice,
        "hand_over",
        form,
        lambda: commands.hand_over_voice(
            voice=voice,
            unit=form.chosen,
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        title=_("Gi det videre"),
        intro=_(
            "Har det kommet til feil enhet, gir du det til den som kan svare. Fristen er den samme."
        ),
        button=_("Gi det videre"),
        said=_("Det er gitt videre, og lederen der har det på Min side."),
        back=address_of("feedback:voices"),
    )


@signed_in
@ACT
def write_meanwhile(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "write_meanwhile",
        forms.MeanwhileForm,
        commands.write_meanwhile,
        asked={"today": clock.day(request.now)},
        title=_("Gi et foreløpig svar"),
        intro=_(
            "Tar det mer enn en måned, skal den som venter, vite hvorfor og når svaret kommer."
        ),
        button=_("Gi foreløpig svar"),
        said=_("Det foreløpige svaret står på den hemmelige adressen, og fristen er flyttet."),
    )


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    voice = DESK.for_act(request, uuid, "answer")
    by_page = voice.channel == Channel.PAGE
    return DESK.worded(
        request,
        uuid,
        "answer",
        forms.AnswerForm,
        commands.answer_voice,
        title=_("Svar den som fortalte"),
        intro=_("Svaret står på adressen som den som fortalte, har fått.")
        if by_page
        else _("Det kom ikke gjennom siden. Send svaret slik dere pleier, og skriv det her."),
        button=_("Svar"),
        said=_("Takk. Svaret er gitt."),
    )


@signed_in
@ACT
def assess(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "assess",
        forms.AssessForm,
        commands.assess_voice,
        title=_("Hva tar dere med dere?"),
        intro=_(
            "Ingen venter på svar. Skriv hva dere har lært, eller hva dere skal holde fast ved."
        ),
        button=_("Lagre vurderingen"),
        said=_("Vurderingen er lagret."),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide(
        request,
        uuid,
        DESK,
        lambda voice: voice.held_by,
        lambda voice, plan: commands.act_on_voice(
            voice=voice, plan=plan, by=request.person, now=request.now
        ),
        without=lambda voice: rules.led_by(voice, clock.day(request.now)),
    )


@signed_in
@ACT
def tell_change(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "tell_change",
        forms.ChangeForm,
        commands.tell_change,
        title=_("Dere sa, vi gjorde"),
        intro=_("Fortell hva som er endret. Den som fortalte, ser det på adressen sin."),
        button=_("Fortell"),
        said=_("Takk. Nå ser de som sa fra, at det hjalp."),
    )


@signed_in
@require_POST
def show_change(request: Request, uuid: UUID) -> HttpResponse:
    """Let everybody read a change, or not any more, as the button says."""
    change = register.change(uuid)
    # A change is found only by who sees what was told.
    if change is None or not rules.may_handle(request.standing, change.voice):
        raise Http404
    public = request.POST.get("public") == "1"
    return acting.attempt(
        request,
        lambda: commands.show_change(
            change=change, public=public, by=request.person, now=request.now
        ),
        _("Nå kan alle lese det.") if public else _("Nå leser bare de som jobber her."),
        refusals=acting.NOT_NOW,
        back=address_of("feedback:changes"),
    )
