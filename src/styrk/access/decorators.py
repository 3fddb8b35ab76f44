"""Every page says who may see it: `@allowed(permission)`, `@signed_in`, or `@public`.

A structure test fails for a URL whose view says nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from styrk.access import carried, paths
from styrk.access.commands import keep_draft
from styrk.access.forms import SHARED_COOKIE, SignInForm
from styrk.access.models import Account
from styrk.access.permissions import Permission
from styrk.access.requests import Request, Visit
from styrk.core import scope
from styrk.ui import pages

# Our own fields in every form: not something a person typed.
OURS = {"csrfmiddlewaretoken", "key", "redact", "guard_seen"}
KEPT = "tatt_vare_pa"
PASSWORD_PAGE = "access:password"  # noqa: S105 - the name of a page

type View[**P] = Callable[Concatenate[Request, P], HttpResponse]


def public[**P](
    view: Callable[Concatenate[Visit, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Open to everyone, signed in or not."""
    view.rule = "public"  # type: ignore[attr-defined]
    return view


def signed_in[**P](view: View[P]) -> Callable[..., HttpResponse]:
    """Open to every signed-in person; what they see of it follows from who they are."""
    return _guarded(view, None)


def allowed[**P](permission: Permission) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """Open to those who have the permission at some unit; the query limits it to which."""
    return lambda view: _guarded(view, permission)


def _guarded(
    view: Callable[..., HttpResponse], permission: Permission | None
) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.person is None:
            return ask_to_sign_in(request)
        if _must_change_password(request):
            return HttpResponseRedirect(reverse(PASSWORD_PAGE))
        if permission and not request.standing.allows(permission):
            raise Http404
        return view(request, *args, **kwargs)

    guarded.rule = permission or "signed_in"  # type: ignore[attr-defined]
    return guarded


def _must_change_password(request: HttpRequest) -> bool:
    """Another has chosen the password: the one page there is, is the one where it is changed."""
    account, match = request.user, request.resolver_match
    waits = isinstance(account, Account) and account.start_until is not None
    return waits and not (match and match.view_name == PASSWORD_PAGE)


def ask_to_sign_in(request: Visit) -> HttpResponse:
    """To the sign-in page and back; what was typed is kept for the person, or carried along."""
    if request.method != "POST":
        here = request.get_full_path()
        return _to_sign_in(request, (htmx(request) and paths.came_from(request)) or here)
    typed = typed_text(request)
    # A form's own address may take no GET, so the way back is to the page that showed the form.
    back = paths.came_from(request) or request.path
    if keep_for_locked(request, request.path, typed):
        return _to_sign_in(request, back, kept=True)
    return _carried(request, back, typed)


def keep_for_locked(request: Visit, path: str, typed: dict[str, str]) -> bool:
    """Keep what was typed as a draft for the person whose session is locked, if it is."""
    if request.locked is None or request.locked.person is None:
        return False
    person = request.locked.person
    with scope.acting(scope.Scope(person_id=person.pk)):
        keep_draft(person=person, path=path, fields=typed, now=request.now)
    return True


def htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _to_sign_in(request: HttpRequest, back: str, *, kept: bool = False) -> HttpResponse:
    where = f"{settings.LOGIN_URL}?{urlencode({'neste': back} | ({KEPT: '1'} if kept else {}))}"
    if htmx(request):
        return HttpResponse(status=401, headers={"HX-Redirect": where})
    return HttpResponseRedirect(where)


def _carried(request: HttpRequest, back: str, typed: dict[str, str]) -> HttpResponse:
    """A page that shows what was typed and takes it along to the sign-in."""
    values = {
        "back": back,
        "carried": carried.pack(request.path, typed),
        "texts": carried.readable(typed),
        "demo": settings.DEMO,
        "form": SignInForm(initial={"shared": bool(request.COOKIES.get(SHARED_COOKIE))}),
    }
    response = pages.render(request, "access/carried.html", values, status=401)
    # An HTMX form swaps a part of its page; this is a page of its own.
    response.headers["HX-Retarget"] = "body"
    response.headers["HX-Reswap"] = "innerHTML"
    return response


def typed_text(request: HttpRequest) -> dict[str, str]:
    """What a person typed in a form: everything but our own hidden fields and passwords."""
    return {
        name: value.replace("\0", "")  # PostgreSQL has no such character
        for name, value in request.POST.items()
        if name not in OURS and "password" not in name and isinstance(value, str)
    }
