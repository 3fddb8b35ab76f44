"""Pages of the frame itself: errors, the reader's choices, the gallery."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import loader
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from styrk.core import clock
from styrk.ui import preferences, problems
from styrk.ui.calls import is_call
from styrk.ui.context import frame
from styrk.ui.gallery import examples
from styrk.ui.pages import render, wants_fragment

logger = logging.getLogger(__name__)


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Says that the page is open to everyone, in the way the access rules are read."""
    view.rule = "public"  # type: ignore[attr-defined]
    return view


def in_own_language[**P](
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """For what may fail before or after the middleware that sets the language."""

    @wraps(view)
    def told(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        with translation.override(preferences.language_so_far(request)):
            return view(request, *args, **kwargs)

    return told


def failure(request: HttpRequest, status: int, heading: str, text: str) -> HttpResponse:
    """An error page in the reader's own frame, or only its box when HTMX asked."""
    if is_call(request):
        return problems.problem(request, status)
    values: dict[str, Any] = {"status": status, "heading": heading, "text": text}
    if wants_fragment(request):
        return render(request, "error_box.html", values, status=status)
    return render(request, "error.html", values, status=status)


def bare_failure(request: HttpRequest, status: int, heading: str, text: str) -> HttpResponse:
    """An error page that asks neither database nor session nor who is signed in."""
    if is_call(request):
        return problems.problem(request, status)
    values: dict[str, Any] = {"status": status, "heading": heading, "text": text}
    if wants_fragment(request):
        return HttpResponse(loader.render_to_string("error_box.html", values), status=status)
    values |= {"frame": frame(request), "csrf_token": "", "csrf_input": "", "messages": ()}
    return HttpResponse(loader.render_to_string("error.html", values), status=status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    text = _(
        "Siden var åpen for lenge, eller du har logget inn på nytt i et annet vindu."
        " Gå tilbake, last siden på nytt og send igjen."
    )
    return failure(request, 403, _("Skjemaet kunne ikke sendes"), text)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    text = _(
        "Rollen din gir ikke tilgang hit. Mener du at du skal ha det, så snakk med lederen din."
    )
    return failure(request, 403, _("Du har ikke tilgang til denne siden"), text)


# The same for what is not there and for what one may not see.
NOT_FOUND = (
    gettext_lazy("Vi finner ikke siden"),
    gettext_lazy(
        "Adressen er feil, siden er flyttet, eller den gjelder noe du ikke har tilgang til."
    ),
)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    heading, text = NOT_FOUND
    return failure(request, 404, str(heading), str(text))


def not_allowed(request: HttpRequest) -> HttpResponse:
    text = (
        _("Adressen tar imot skjemaer, og har ingen side å vise. Ingenting er gjort.")
        if request.method in {"GET", "HEAD"}
        else _("Denne siden er bare til å lese. Det du sendte, er ikke tatt imot.")
    )
    return failure(request, 405, _("Siden kan ikke brukes slik"), text)


@in_own_language
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent | TooManyFieldsSent):
        return too_large(request)
    text = _("Vi forsto ikke forespørselen. Gå tilbake og prøv på nytt.")
    return bare_failure(request, 400, _("Forespørselen kunne ikke leses"), text)


@in_own_language
def too_large(request: HttpRequest) -> HttpResponse:
    text = _(
        "Det er for mye til å sendes på én gang. Gå tilbake, kort ned teksten eller velg færre filer, og send igjen."
    )
    return bare_failure(request, 413, _("For mye på én gang"), text)


@in_own_language
def server_error(request: HttpRequest) -> HttpResponse:
    text = _(
        "Feilen er hos oss, og den er loggført. Prøv igjen om litt. Haster det, så ring i stedet."
    )
    try:
        return bare_failure(request, 500, _("Noe gikk galt"), text)
    except Exception:
        logger.exception("The error page itself could not be drawn")
        return HttpResponse(text, status=500, content_type="text/plain; charset=utf-8")


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component, for those who build pages."""
    return render(request, "gallery.html", examples(clock.now()))


@public
@require_POST
def set_scheme(request: HttpRequest) -> HttpResponse:
    """Back to where the reader was, with the choice of colours kept where it is a known one."""
    chosen = request.POST.get("scheme", "")
    response = HttpResponseRedirect(safe_path(request.POST.get("next", "")))
    if chosen in dict(preferences.SCHEMES):
        response.set_cookie(
            preferences.SCHEME_COOKIE,
            chosen,
            max_age=preferences.KEPT_SECONDS,
            samesite="Lax",
            httponly=True,
            secure=request.is_secure(),
        )
    return response


def safe_path(path: str) -> str:
    """`path` if it stays on this site, else the front page."""
    inside = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if inside else "/"
