"""Every page says who may see it: `@allowed(permission)`, `@signed_in`, `@invited(kind)`, or `@public`.

A structure test fails for a URL whose view says nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from styrk.access import carried, guests, once, paths
from styrk.access.forms import SHARED_COOKIE, SignInForm
from styrk.access.middleware import WITHOUT_PASSWORD
from styrk.access.models import Account
from styrk.access.permissions import Permission
from styrk.access.requests import Look, Request, Visit
from styrk.access.typed import FILES_LEFT, Typed, typed_in
from styrk.core import clock
from styrk.organisation.models import Person
from styrk.ui import pages
from styrk.ui.views import NOT_FOUND

PASSWORD_PAGE = "access:password"  # noqa: S105 - the name of a page

# Keeps the files of a form for a person; gives what was typed, with the words for them.
type Keep = Callable[[HttpRequest, Person, Typed], Typed]
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


def invited[**P](
    kind: str, again: str
) -> Callable[[Callable[Concatenate[Look, P], HttpResponse]], Callable[..., HttpResponse]]:
    """Open to somebody outside who may read one record of this kind, and to nobody else.

    All other pages but those open to everybody are missing to them. `again` asks for a new code.
    """

    def decorate(view: Callable[Concatenate[Look, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: Look, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.waiting and request.method in {"GET", "HEAD"}:
                return HttpResponseRedirect(reverse(again))
            if request.guest is None and (over := ended(request, kind)):
                return over
            if request.guest is None or request.guest.kind != kind:
                raise Http404
            return view(request, *args, **kwargs)

        guarded.rule = "invited"  # type: ignore[attr-defined]
        return guarded

    return decorate


def ended(request: Visit, kind: str) -> HttpResponse | None:
    """To the browser of one who was let in: that it is over, and whom to ask. Nothing to anybody else."""
    guest = guests.let_in_before(request.session, clock.day(request.now))
    if guest is None or guest.kind != kind:
        return None
    return pages.render(request, "access/ended.html", {"guest": guest}, status=410)


def keeping_files[V: Callable[..., HttpResponse]](keep: Keep) -> Callable[[V], V]:
    """At a locked page the files of this form are kept too; elsewhere one is told to choose them again.

    Not for just anybody: only where there is a session, and for the one whose it is.
    """

    def marked(view: V) -> V:
        view.keep = keep  # type: ignore[attr-defined]
        return view

    return marked


def _guarded(
    view: Callable[..., HttpResponse], permission: Permission | None
) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.guest or request.waiting:
            raise Http404
        if request.person is None:
            return ask_to_sign_in(request, getattr(guarded, "keep", None))
        if _must_change_password(request):
            return HttpResponseRedirect(reverse(PASSWORD_PAGE))
        if before := once.answered_before(request):
            return before
        if permission and not request.standing.allows(permission):
            raise Http404
        try:
            return view(request, *args, **kwargs)
        except Http404:
            texts = carried.readable(typed_in(request))
            if texts and not htmx(request):
                return _unsent(request, texts)
            raise

    guarded.rule = permission or "signed_in"  # type: ignore[attr-defined]
    return guarded


def _unsent(request: Request, texts: list[list[str]]) -> HttpResponse:
    """What is missing, or may not be seen, as ever, and the sender's own words: they lie nowhere else."""
    heading, text = NOT_FOUND
    values = {"status": 404, "heading": heading, "text": text, "texts": texts}
    return pages.render(request, "access/unsent.html", values, status=404)


def _must_change_password(request: HttpRequest) -> bool:
    """Another has chosen the password: the one page there is, is the one where it is changed."""
    account, match = request.user, request.resolver_match
    waits = isinstance(account, Account) and account.start_until is not None
    if request.session.get(WITHOUT_PASSWORD):
        return False
    return waits and not (match and match.view_name == PASSWORD_PAGE)


def ask_to_sign_in(request: Visit, keep: Keep | None = None) -> HttpResponse:
    """To the sign-in page and back; what was typed is carried along."""
    if request.method != "POST":
        here = request.get_full_path()
        return _to_sign_in(request, (htmx(request) and paths.came_from(request)) or here)
    # A form's own address may take no GET, so the way back is to the page that showed the form.
    back = paths.came_from(request) or request.path
    typed = typed_in(request)
    if keep and request.locked and request.locked.person and request.FILES:
        typed = keep(request, request.locked.person, typed)
    return carried_page(request, back, carried.pack(request.path, typed), typed, status=401)


def htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _to_sign_in(request: HttpRequest, back: str) -> HttpResponse:
    where = f"{settings.LOGIN_URL}?{urlencode({'neste': back})}"
    if htmx(request):
        return HttpResponse(status=401, headers={"HX-Redirect": where})
    return HttpResponseRedirect(where)


def carried_page(
    request: Visit, back: str, word: str, typed: Typed, *, status: int = 200, refused: bool = False
) -> HttpResponse:
    """A page that shows what was typed and takes it along to the sign-in, as `word`.

    `refused` is where the form's token was another session's: somebody may be signed in.
    """
    shared = bool(request.COOKIES.get(SHARED_COOKIE))
    values = {
        "back": back,
        "carried": word,
        "refused": refused,
        "now_in": request.person if refused else None,
        "texts": carried.readable(typed),
        "files_left": FILES_LEFT in typed,
        "demo": settings.DEMO,
        "locked": request.locked.person if request.locked else None,
        "form": SignInForm(locked=request.locked, initial={"shared": shared}),
    }
    response = pages.render(request, "access/carried.html", values, status=status)
    # An HTMX form swaps a part of its page; this is a page of its own.
    response.headers["HX-Retarget"] = "body"
    response.headers["HX-Reswap"] = "innerHTML"
    return response
