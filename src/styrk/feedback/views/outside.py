"""The open pages: anybody may tell a unit something, and see what came of it. No sign-in, no script."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT
from styrk.access.decorators import public
from styrk.access.requests import Visit
from styrk.core import clock
from styrk.feedback import commands, flood, forms, presenters, rules, wording
from styrk.feedback.models import Entrance
from styrk.feedback.queries import outside
from styrk.feedback.types import DAYS_TO_ANSWER
from styrk.organisation.flavours import flavour_at, speaking_to
from styrk.ui import pages
from styrk.ui.addresses import address_of

TOO_MANY = 429
# Whoever is asked to wait is told until when.
AN_HOUR = "3600"


def _entrance(request: Visit, code: str) -> Entrance:
    found = outside.entrance(code, clock.day(request.now))
    if found is None:
        raise Http404
    return found


@public
@never_cache
@ACT
def tell(request: Visit, code: str) -> HttpResponse:
    """«Fortell oss»: a complaint, an experience, a suggestion, something that was good.

    Nobody is signed in: the words are those of the organisation that is told.
    """
    entrance = _entrance(request, code)
    with speaking_to({flavour_at(entrance.unit)}):
        return _tell(request, entrance)


def _tell(request: Visit, entrance: Entrance) -> HttpResponse:
    form = forms.OpenForm(
        request.POST if request.method == "POST" else None,
        unit=entrance.unit,
        above=rules.above(entrance.unit, clock.day(request.now)),
    )
    if not form.is_valid():
        return _page(request, entrance, form, status=422 if form.is_bound else 200)
    address = _address(request)
    if flood.too_many(entrance.unit_id, address, request.now):
        form.add_error(
            None,
            _(
                "Det er sendt så mye herfra den siste timen at vi må be deg vente. Det du har skrevet,"
                " står her. Prøv igjen om en time, eller si det til en som jobber her."
            ),
        )
        response = _page(request, entrance, form, status=TOO_MANY)
        response.headers["Retry-After"] = AN_HOUR
        return response
    word = commands.tell_us(
        told=form.told(clock.day(request.now)),
        key=f"{form.cleaned_data['key']}",
        by=None,
        now=request.now,
        email=form.cleaned_data.get("email", ""),
    )
    flood.note(entrance.unit_id, address, request.now)
    return redirect("feedback:answered", word)


def _page(request: Visit, entrance: Entrance, form: forms.OpenForm, *, status: int) -> HttpResponse:
    values = {
        "unit": entrance.unit,
        "words": wording,
        "greeting": entrance.greeting,
        "form": form,
        "days": DAYS_TO_ANSWER.value,
        "shown": outside.shown_to_all(entrance.unit)[:3] if status == 200 else [],
    }
    return pages.render(request, "feedback/tell.html", values, status=status)


def _address(request: Visit) -> str:
    """Where it was sent from; what a proxy of ours says, where we stand behind one."""
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded: str = request.META.get("HTTP_X_FORWARDED_FOR", "")
        if forwarded.strip():
            return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


@public
@never_cache
@require_safe
def answered(request: Visit, word: str) -> HttpResponse:
    """What came of it, for whoever has the secret address."""
    case = outside.told(word)
    if case is None:
        raise Http404
    values = {
        "case": case,
        "standing": presenters.outside(case),
        "changes": outside.changes_after(case.voice),
        "address": f"{settings.BASE_URL}{address_of('feedback:answered', word)}",
    }
    return pages.render(request, "feedback/answered.html", values)


@public
@require_safe
def shown(request: Visit, code: str) -> HttpResponse:
    """«Dere sa, vi gjorde»: what the leader has let everybody read."""
    entrance = _entrance(request, code)
    values = {"unit": entrance.unit, "rows": outside.shown_to_all(entrance.unit)}
    return pages.render(request, "feedback/shown.html", values)
