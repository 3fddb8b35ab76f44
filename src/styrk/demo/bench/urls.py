"""Two addresses to compare with, in front of the product's own. Used by the bench alone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from styrk.access.decorators import public, signed_in

HELLO, EMPTY = "/bench/hei/", "/bench/tom/"


@public
def hello(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hei")


@signed_in
def empty(_request: HttpRequest) -> HttpResponse:
    """Nothing by itself: what it costs is the middleware with a person signed in and scoped."""
    return HttpResponse("")


# Read before the bench puts this module in the place of the product's.
urlpatterns = [
    path(HELLO.removeprefix("/"), hello),
    path(EMPTY.removeprefix("/"), empty),
    path("", include(settings.ROOT_URLCONF)),
]
