"""Headers the framework does not set, compression, the reader's language, and refusals with a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.urls import Resolver404, resolve
from django.utils import translation

from styrk.ui import problems, views
from styrk.ui.calls import is_call
from styrk.ui.pages import wants_fragment
from styrk.ui.preferences import language

type Next = Callable[[HttpRequest], HttpResponse]

# `<input type=file capture>` needs no permission; pages that film or locate people have no place here.
DENIED = (
    "camera",
    "geolocation",
    "microphone",
    "payment",
    "usb",
    "serial",
    "midi",
    "browsing-topics",
)
FIXED = {
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in DENIED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Said by `styrk.js` of a form whose answer it takes itself, and our answer to it.
IN_PLACE, GO_TO = "Styrk-In-Place", "Styrk-Go-To"

COMPRESSED = ("text/", "application/json", "application/problem+json", "image/svg+xml")
PAGES: dict[int, Next] = {
    400: views.bad_request,
    403: views.forbidden,
    404: views.not_found,
    405: views.not_allowed,
    413: views.too_large,
}


class HeadersMiddleware:
    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in FIXED.items():
            response.headers.setdefault(name, value)
        if response.get("Content-Type", "").startswith("text/html") or is_call(request):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class InPlaceMiddleware:
    """A form that the page's script sends is told where to go; it goes there itself, as one page."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.headers.get(IN_PLACE) and "Location" in response:
            response.status_code = 200
            response.headers[GO_TO] = response.headers["Location"]
            del response.headers["Location"]
        return response


class CompressionMiddleware(GZipMiddleware):
    """Pages and data a quarter of their size, with Django's random padding against BREACH.

    Photos and finished files are small already, and what is streamed goes on as it comes. Measured:
    0.10 ms of CPU for a Min side of 16 kB, which becomes 4.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.streaming or not response.get("Content-Type", "").startswith(COMPRESSED):
            return response
        return super().process_response(request, response)


class LanguageMiddleware:
    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = language(request)
        request.LANGUAGE_CODE = chosen
        with translation.override(chosen):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", chosen)
        return response


class RefusalMiddleware:
    """A refusal without a word gets the page that the others have. Its own headers stay.

    To another system every refusal is a problem (`ui.problems`). An address that forms are sent to
    leads to the page that it lies under: it stands in the address bar where a form was refused.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_call(request):
            return problems.in_place_of(request, response)
        if _opened_what_is_only_sent(request, response):
            return HttpResponseRedirect(page_above(request.path))
        page = PAGES.get(response.status_code)
        if page is None or response.streaming or response.content:
            return response
        told = page(request)
        for name, value in response.items():
            if name not in {"Content-Type", "Content-Length"}:
                told.headers.setdefault(name, value)
        return told


def _opened_what_is_only_sent(request: HttpRequest, response: HttpResponse) -> bool:
    asked = request.method in {"GET", "HEAD"} and not wants_fragment(request)
    return asked and response.status_code == 405 and "POST" in response.get("Allow", "")


def page_above(path: str) -> str:
    """The nearest address above that is one of ours; should it only be sent to, it leads on itself."""
    above = path.rstrip("/").rpartition("/")[0] + "/"
    try:
        resolve(above)
    except Resolver404:
        return page_above(above)
    return above
