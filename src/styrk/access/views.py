"""Signing in and out, switching person on a shared machine, and what one chooses for oneself."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from styrk.access import carried, commands, paths, sessions
from styrk.access.decorators import carried_page, public, signed_in
from styrk.access.forms import SHARED_COOKIE, PasswordForm, SignInForm
from styrk.access.models import Account
from styrk.access.requests import Request, Visit
from styrk.access.typed import typed_in
from styrk.ui import pages, preferences, views

BACK = "neste"
PAGE_WITH_FORM = require_http_methods(["GET", "HEAD", "POST"])


@public
@PAGE_WITH_FORM
@sensitive_post_parameters("password")
def sign_in(request: Visit) -> HttpResponse:
    if request.method == "POST":
        return _try_sign_in(request)
    back = paths.local(request.GET.get(BACK))
    if request.person:
        return redirect(back or settings.LOGIN_REDIRECT_URL)
    shared = bool(request.COOKIES.get(SHARED_COOKIE))
    form = SignInForm(locked=request.locked, initial={"shared": shared})
    return _sign_in_page(request, form, back)


def _try_sign_in(request: Visit) -> HttpResponse:
    back = paths.local(request.POST.get(BACK))
    form = SignInForm(request.POST, locked=request.locked)
    if form.is_valid():
        given = form.cleaned_data
        account = authenticate(request, username=given["username"], password=given["password"])
        if isinstance(account, Account):
            return _welcome(request, account, back, shared=given["shared"])
        form.add_error(None, _("Brukernavnet eller passordet er feil."))
    return _sign_in_page(request, form, back, status=422)


def _sign_in_page(
    request: Visit, form: SignInForm, back: str, *, status: int = 200
) -> HttpResponse:
    values = {
        "form": form,
        "back": back,
        "carried": request.POST.get(sessions.CARRIED, ""),
        "locked": request.locked.person if request.locked else None,
        "demo_url": demo_page(back),
    }
    return pages.render(request, "access/sign_in.html", values, status=status)


def _welcome(request: Visit, account: Account, back: str, *, shared: bool) -> HttpResponse:
    """The session, what was typed before it, and the way back."""
    sessions.start(request, account, shared=shared)
    response = redirect(back or settings.LOGIN_REDIRECT_URL)
    if shared:
        response.set_cookie(
            SHARED_COOKIE,
            "1",
            max_age=preferences.KEPT_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
    else:
        response.delete_cookie(SHARED_COOKIE)
    return response


def demo_page(back: str) -> str:
    """Where one signs in as a demo person with one click, in a demo."""
    if not settings.DEMO:
        return ""
    return "/demo/" + (f"?{urlencode({BACK: back})}" if back else "")


@public
@PAGE_WITH_FORM
def sign_out(request: Visit) -> HttpResponse:
    if request.method != "POST":
        return _leave_page(request, _("Logg ut"), "/logg-ut/")
    sessions.end(request)
    messages.success(request, _("Du er logget ut."))
    return redirect(settings.LOGOUT_REDIRECT_URL)


@public
@PAGE_WITH_FORM
def switch(request: Visit) -> HttpResponse:
    """Quickly make room for the next person at a shared machine, on the same page."""
    if request.method != "POST":
        return _leave_page(request, _("Bytt person"), "/bytt/")
    back = paths.local(request.POST.get(BACK)) or paths.came_from(request)
    sessions.end(request)
    request.locked = None
    word = request.POST.get(sessions.CARRIED, "")
    if found := carried.unpack(word):
        return carried_page(request, back, word, found[1])
    sign_in_page = f"{settings.LOGIN_URL}?{urlencode({BACK: back})}" if back else settings.LOGIN_URL
    return redirect(demo_page(back) or sign_in_page)


def _leave_page(request: Visit, title: str, action: str) -> HttpResponse:
    """A link ends no session by itself: here is the button."""
    if request.person is None and request.locked is None:
        return redirect(settings.LOGIN_URL)
    person = request.person or (request.locked and request.locked.person)
    values = {
        "title": title,
        "action": action,
        "person": person,
        "back": paths.local(request.GET.get(BACK)) or paths.came_from(request),
    }
    return pages.render(request, "access/leave.html", values)


def locked_out(request: HttpRequest, *_args: Any) -> HttpResponse:
    """The answer of the lock-out (AXES_LOCKOUT_CALLABLE) after too many wrong passwords."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    values = {"minutes": minutes, "attempts": settings.AXES_FAILURE_LIMIT}
    response = pages.render(request, "access/locked_out.html", values, status=429)
    response.headers["Retry-After"] = str(minutes * 60)
    return response


def csrf_failure(request: Visit, reason: str = "") -> HttpResponse:
    """The answer to a form with another session's token (CSRF_FAILURE_VIEW): nothing typed is lost.

    Only what comes from our own pages is taken along, so that no other site can plant a text.
    """
    back = paths.came_from(request)
    typed = typed_in(request) if back else {}
    if not carried.readable(typed):
        return views.csrf_failure(request, reason)
    word = carried.pack(request.path, typed)
    return carried_page(request, back, word, typed, status=403, refused=True)


@public
@require_POST
def keep_draft(request: Visit) -> HttpResponse:
    """Keep what is being typed in the form at `path`. Says nothing back: nobody waits for it.

    At a locked page it is kept for nobody: who sits there is not known before somebody signs in.
    """
    path = paths.page(request.POST.get("path"))
    if not path:
        return HttpResponse(status=400)
    if request.person is None:
        return HttpResponse(status=401)
    typed = {name: words for name, words in typed_in(request).items() if name != "path"}
    commands.keep_draft(person=request.person, path=path, fields=typed, now=request.now)
    return HttpResponse(status=204)


@signed_in
@PAGE_WITH_FORM
@sensitive_post_parameters("old_password", "new_password", "new_password_again")
def password(request: Request) -> HttpResponse:
    account = request.user
    assert isinstance(account, Account)  # noqa: S101 - signed_in has seen to it
    if not account.has_usable_password():
        return pages.render(request, "access/password.html", {"form": None})
    form = PasswordForm(request.POST or None, account=account)
    if form.is_valid() and _old_is_right(request, account, form):
        commands.change_password(
            account=account, password=form.cleaned_data["new_password"], now=request.now
        )
        update_session_auth_hash(request, account)
        messages.success(
            request, _("Passordet er byttet. Andre steder du var logget inn, er logget ut.")
        )
        return redirect(settings.LOGIN_REDIRECT_URL)
    status = 422 if form.errors else 200
    return pages.render(request, "access/password.html", {"form": form}, status=status)


def _old_is_right(request: Request, account: Account, form: PasswordForm) -> bool:
    """Checked as a sign-in, so that wrong guesses count towards the lock-out."""
    old = form.cleaned_data["old_password"]
    if authenticate(request, username=account.username, password=old):
        return True
    form.add_error("old_password", _("Dette er ikke passordet du har nå."))
    return False


@public
@require_POST
def choose_language(request: Visit) -> HttpResponse:
    """The language of pages and messages: kept with the account, and on the machine."""
    chosen = preferences.known_language(request.POST.get("language"))
    response = redirect(paths.local(request.POST.get("next")) or "/")
    if chosen is None:
        return response
    if isinstance(request.user, Account) and request.user.language != chosen:
        commands.choose_language(account=request.user, language=chosen, now=request.now)
    response.set_cookie(
        preferences.LANGUAGE_COOKIE,
        chosen,
        max_age=preferences.KEPT_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response
