"""The report goes to the board, and the board's decision is written down."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.core import clock
from styrk.inspections import board as words
from styrk.inspections.commands import board as commands
from styrk.inspections.forms.board import BoardForm, TreatmentForm
from styrk.inspections.views.acting import DESK


@signed_in
@ACT
def send(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "send_to_board",
        BoardForm,
        commands.send_to_board,
        asked={"today": clock.day(request.now)},
        title=words.SEND,
        intro=words.SEES,
        button=words.SEND_NOW,
        said=str(words.SENT),
    )


@signed_in
@ACT
def treat(request: Request, uuid: UUID) -> HttpResponse:
    audit = DESK.for_act(request, uuid, "treat")
    return DESK.worded(
        request,
        uuid,
        "treat",
        TreatmentForm,
        commands.note_treatment,
        asked={"today": clock.day(request.now), "first": audit.reported_on},
        title=words.TREAT,
        intro=_("Vedtaket blir stående slik du skriver det."),
        button=_("Før inn"),
        said=str(words.TREATED),
    )
