"""Deciding whether a duty is to be met by a notice."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import Stand, mark_of
from styrk.access.requests import Request
from styrk.serious import commands, forms, presenters
from styrk.serious.commands.judging import ASSESSED
from styrk.serious.models import Obligation
from styrk.serious.questions import said
from styrk.serious.states import State
from styrk.serious.views.acting import OBLIGATION


@signed_in
@ACT
def judge(request: Request, uuid: UUID) -> HttpResponse:
    found = OBLIGATION.for_act(request, uuid, "judge")
    duty = presenters.duty(found.rule)
    form = forms.JudgeForm(
        acting.data(request),
        assessed=found.rule in ASSESSED,
        initial=_start(found) | acting.draft(request),
    )
    return OBLIGATION.page(
        request,
        found,
        "judge",
        form,
        lambda: commands.judge_obligation(
            obligation=found, judged=form.judged(), by=request.person, now=request.now
        ),
        title=_("Skal dette meldes?"),
        intro=said(duty.note),
        button=_("Lagre avgjørelsen"),
        said=_("Avgjørelsen er lagret, med navnet ditt og grunnen."),
        template="serious/judge.html",
        duty=duty,
        basis=duty.basis,
        stand=_stand(found),
    )


def _start(obligation: Obligation) -> dict[str, str]:
    decided = obligation.state in {State.SEND, State.NOT}
    begun = {"decision": obligation.state, "reason": obligation.reason} if decided else {}
    return begun | dict(obligation.assessment)


def _stand(obligation: Obligation) -> Stand:
    if obligation.judged_by is None:
        return Stand(mark_of(obligation.state))
    said = [
        (_("Hva bestemmer du?"), str(presenters.state_mark(obligation)[0])),
        (_("Hvorfor?"), obligation.reason),
    ]
    mark = mark_of(obligation.state, obligation.judged_at)
    return Stand(mark, said, obligation.judged_by.name, obligation.judged_at)
