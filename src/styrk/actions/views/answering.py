"""The page where one who said that something does not work is answered, whatever it was said of."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from styrk.access import acting
from styrk.access.requests import Request
from styrk.actions import queries
from styrk.actions.forms import AnswerForm
from styrk.actions.models import Objection


def answer_objection[T](
    request: Request,
    uuid: UUID,
    kind: str,
    desk: acting.Desk[T],
    may_answer: Callable[[Objection, T], bool],
    command: Callable[..., object],
) -> HttpResponse:
    """Answer an objection to a record of this kind, and go back to the record.

    `command` takes the record by the desk's name for it, and `objection`, `answer`, `by` and `now`.
    """
    objection = queries.objection(uuid, kind)
    record = desk.found(request, objection.subject_uuid) if objection else None
    if not objection or not record or not may_answer(objection, record):
        raise Http404
    form = AnswerForm(acting.data(request), initial=acting.draft(request))
    if form.is_valid():
        told = {desk.name: record, "objection": objection, "by": request.person, "now": request.now}
        answered = {**told, **form.cleaned_data}
        return desk.do(request, record, lambda: command(**answered), _("Svaret er sendt."))
    return acting.show(
        request,
        form,
        desk.subject(record),
        title=_("Svar den som sier fra"),
        button=_("Svar"),
        template="actions/answer.html",
        objection=objection,
    )
