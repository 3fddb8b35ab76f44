"""«Dette virker ikke», said of an action by one who sees it, and the owner's answer."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import ACT, NOT_NOW, Desk, Refusals, Subject
from styrk.access.decorators import signed_in
from styrk.access.queries import Standing
from styrk.access.requests import Request
from styrk.actions import commands, forms, queries, refusals, rules
from styrk.actions.models import Action
from styrk.actions.views.answering import answer_objection
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {**NOT_NOW, refusals.Answered: gettext_lazy("Noen har svart allerede.")}


def _seen(uuid: UUID, _standing: Standing) -> Action | None:
    return queries.action(uuid)


def _subject(action: Action) -> Subject:
    way = [
        (_("Tiltak"), address_of("actions:actions")),
        (action.title, address_of("actions:action", action.uuid)),
    ]
    return Subject(way=way, line=f"{action.title} – {action.unit.name}")


DESK = Desk(
    name="action",
    find=_seen,
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=_subject,
    misfit=gettext_lazy("Dette passer ikke slik tiltaket står nå."),
    refusals=REFUSALS,
)


@signed_in
@ACT
def object_to(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "object",
        forms.ObjectForm,
        commands.object_to_action,
        title=_("Dette virker ikke"),
        intro=_("Det du skriver, og svaret du får, kan alle som ser tiltaket, lese."),
        button=_("Si fra"),
        said=_("Takk. Eieren er bedt om å svare deg."),
    )


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    """The owner's answer to one who said that the action does not work."""
    return answer_objection(
        request,
        uuid,
        "action",
        DESK,
        partial(rules.may_answer, request.standing),
        commands.answer_objection,
    )
