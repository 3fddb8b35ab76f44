"""Every address, and one that fails."""

from django.urls import include, path

from styrk.access.decorators import public
from styrk.config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500"]


@public
def fail(request):
    raise RuntimeError("The answer is made to fail")


urlpatterns = [path("svikt/", fail), path("", include("styrk.config.urls"))]
