"""Signing in as one of the demo's people, with one click and no password. Only in a demo."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from styrk.access import paths, sessions
from styrk.access.commands import ask_code
from styrk.access.decorators import public
from styrk.access.guests import code_of
from styrk.access.requests import Visit
from styrk.core import clock
from styrk.demo.personas import accounts, everyone, little, outsider, personas
from styrk.inspections.commands.guests import come_in
from styrk.ui import pages


@public
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: Visit) -> HttpResponse:
    """Everyone one may be. Posted to, it takes along what was typed by one who was signed out."""
    _only_in_demo()
    found = accounts()
    values = {
        "people": [(one, found[one.key]) for one in personas().values() if one.key in found],
        "little": [(one, found[one.key]) for one in little().values() if one.key in found],
        "back": paths.local(request.POST.get("neste") or request.GET.get("neste")),
        "carried": request.POST.get(sessions.CARRIED, ""),
        "me": request.person,
        "outsider": outsider(clock.day(request.now)) if found else None,
    }
    return pages.render(request, "demo/people.html", values)


@public
@require_POST
def be(request: Visit, key: str) -> HttpResponse:
    """Sign in as the person; whoever was signed in before, is not any more."""
    _only_in_demo()
    account = accounts().get(key) if key in everyone() else None
    if account is None:
        raise Http404
    sessions.start(request, account, shared=False, without_password=True)
    return redirect(paths.local(request.POST.get("neste")) or settings.LOGIN_REDIRECT_URL)


@public
@require_POST
def look(request: Visit) -> HttpResponse:
    """Be the one from outside: the code is asked for and shown in one go; whoever was it before, is out."""
    _only_in_demo()
    on = clock.day(request.now)
    if before := outsider(on):
        ask_code(guest=before, now=request.now)
    guest = outsider(on)
    if guest is None:
        raise Http404
    word = come_in(guest=guest, given=code_of(guest), by=None, now=request.now)
    sessions.start_guest(request, guest, word)
    return redirect("inspections:inspected")


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404
