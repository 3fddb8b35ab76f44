"""Every page says who may see it: `@allowed(permission)`, `@signed_in`, or `@public`.

A structure test fails for a URL whose view says nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from styrk.access.commands import keep_draft
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import scope
from styrk.ui import pages

type View[**P] = Callable[Concatenate[Request, P], HttpResponse]


def public[**P](view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """Open to everyone, signed in or not."""
    view.rule = "public"  # type: ignore[attr-defined]
    return view


def signed_in[**P](view: View[P]) -> Callable[..., HttpResponse]:
    """Open to every signed-in person; what they see of it follows from who they are."""
    return _guarded(view, None)


def allowed[**P](permission: Permission) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """Open to those who have the permission at some unit; the query limits it to which."""
    return lambda view: _guarded(view, permission)


def _guarded(view: Callable[..., HttpResponse], permission: Permission | None) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.person is None:
            return ask_to_sign_in(request)
        if permission and not request.standing.allows(permission):
            raise Http404
        return view(request, *args, **kwargs)

    guarded.rule = permission or "signed_in"  # type: ignore[attr-defined]
    return guarded


def ask_to_sign_in(request: Request) -> HttpResponse:
    """To the sign-in page and back; what was typed is kept for the person, or carried along."""
    back = request.get_full_path() if request.method == "GET" else request.path
    where = f"{settings.LOGIN_URL}?{urlencode({'neste': back})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": where})
    if request.method != "POST":
        return HttpResponseRedirect(where)
    typed = typed_text(request)
    if request.locked and request.locked.person:
        person = request.locked.person
        with scope.acting(scope.Scope(person_id=person.pk)):
            keep_draft(person=person, path=request.path, fields=typed, now=request.now)
        return HttpResponseRedirect(f"{where}&tatt_vare_pa=1")
    return pages.render(
        request,
        "access/carried.html",
        {"back": back, "typed": typed, "title": _("Du ble logget ut før det ble sendt")},
        status=401,
    )


def typed_text(request: HttpRequest) -> dict[str, str]:
    """What a person typed in a form: everything but our own hidden fields."""
    return {
        key: value
        for key, value in request.POST.items()
        if key not in {"csrfmiddlewaretoken", "key", "password"} and isinstance(value, str)
    }
