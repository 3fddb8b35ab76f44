"""Saying that something was sent, and that it was not after all."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.serious import commands, forms, presenters
from styrk.serious.questions import said
from styrk.serious.views.acting import NOTICE


@signed_in
@ACT
def sent(request: Request, uuid: UUID) -> HttpResponse:
    found = NOTICE.for_act(request, uuid, "sent")
    step = presenters.duty(found.obligation.rule).steps[found.step]
    personal = step.bound == "person"
    start = {
        "at": request.now,
        "channel": said(step.channel),
        "sender": "" if personal else request.person.name,
    }
    form = forms.SentForm(
        acting.data(request),
        now=request.now,
        person=personal,
        initial=start | acting.draft(request),
    )
    return NOTICE.page(
        request,
        found,
        "sent",
        form,
        lambda: commands.mark_sent(
            notice=found, sent=form.sent(), by=request.person, now=request.now
        ),
        title=_("Noter at det er sendt"),
        intro=_("Styrk sender ikke selv. Her noterer du det som er sendt, så klokka stanser."),
        button=_("Lagre"),
        said=_("Det er notert at meldingen er sendt."),
    )


@signed_in
@ACT
def not_sent(request: Request, uuid: UUID) -> HttpResponse:
    return NOTICE.worded(
        request,
        uuid,
        "not_sent",
        forms.NotSentForm,
        commands.take_back_sent,
        title=_("Det var ikke sendt"),
        intro=_("Klokka løper igjen, og det du noterte, står i historikken."),
        button=_("Rett det"),
        said=_("Det er rettet. Meldingen står som ikke sendt."),
    )
