"""Writing down what somebody told us in another way than by the open page."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from styrk.access import acting, once
from styrk.access.acting import ACT
from styrk.access.commands import throw_draft
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock, ids
from styrk.feedback import commands, forms, rules, wording
from styrk.feedback.refusals import NobodyAbove
from styrk.feedback.views import where
from styrk.organisation.models import Unit
from styrk.organisation.queries import children_of, find_units, home_units
from styrk.ui.addresses import address_of


@allowed(Permission.REPORT)
@ACT
def tell(request: Request) -> HttpResponse:
    """Whoever works here may write it down; the leader of the unit has it to answer."""
    today = clock.day(request.now)
    units = _units(request)
    if not units:
        raise Http404
    form = forms.TellForm(
        acting.data(request),
        units=units,
        find=lambda words: find_units(words, trust_ids=request.standing.trusts, on=today, limit=8),
        today=today,
        initial={"received_on": today, "unit": units[0].code, "answer_owed": True}
        | acting.draft(request),
    )
    if form.is_valid() and (word := _told(request, form)):
        return _thanked(request, word)
    return acting.show(
        request,
        form,
        acting.Subject([(_("Dere sa, vi gjorde"), address_of("feedback:changes"))]),
        title=_("Skriv ned hva noen fortalte"),
        intro=_("En klage, en erfaring, et forslag eller noe som var bra. Lederen tar det videre."),
        button=_("Lagre"),
    )


def _told(request: Request, form: forms.TellForm) -> str:
    """The secret word; nothing, and the form says why, where it has nobody to go to."""
    try:
        return commands.tell_us(
            told=form.told(), key=f"{ids.new_uuid()}", by=request.person, now=request.now
        )
    except NobodyAbove:
        form.add_error("about_leader", str(wording.NO_CHAIR))
        return ""


def _units(request: Request) -> list[Unit]:
    """The unit in the address, one's own, and those straight below."""
    today = clock.day(request.now)
    asked, homes = where.named(request), home_units(request.person, today)
    below = [one for home in homes for one in children_of(home, on=today)]
    found = list(dict.fromkeys([*([asked] if asked else []), *homes, *below]))
    return [one for one in found if rules.may_tell(request.standing, one)]


def _thanked(request: Request, word: str) -> HttpResponse:
    """Whoever told may be given the address, and read the answer there."""
    back = address_of("feedback:changes")
    address = f"{settings.BASE_URL}{address_of('feedback:answered', word)}"
    once.remember(request, back)
    throw_draft(person=request.person, path=request.path)
    said = _("Takk. Lederen har fått det. Her kan den som fortalte, lese svaret: %(address)s")
    messages.success(request, said % {"address": address})
    return redirect(back)
