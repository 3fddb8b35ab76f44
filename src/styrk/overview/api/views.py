"""What the program interface is, for people and for programs."""

from functools import cache

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from styrk.access.decorators import public
from styrk.access.requests import Visit
from styrk.overview.api.description import Told, described, each
from styrk.ui import pages
from styrk.ui.menu import Text

# What each operation does, by its name in the description.
WORDS: dict[str, Text] = {
    "list_indicators": _("Hvilke indikatorer nøkkelen omfatter, og hvordan de måles."),
    "read_series": _("Tallene for en indikator ved en enhet, periode for periode."),
    "deliver_values": _("Lever tall for en indikator. Alt eller ingenting, med feil per rad."),
}
_told = cache(described)


@public
@require_safe
def openapi(request: Visit) -> HttpResponse:  # noqa: ARG001
    return JsonResponse(_told(), json_dumps_params={"ensure_ascii": False})


@public
@require_safe
def documentation(request: Visit) -> HttpResponse:
    """Read without signing in: whoever is to use it may work for somebody else."""
    operations = [_operation(*one) for one in each(_told())]
    origin = request.build_absolute_uri("/").rstrip("/")
    values = {"operations": operations, "origin": origin}
    return pages.render(request, "overview/api/documentation.html", values)


def _operation(path: str, method: str, operation: Told) -> dict[str, object]:
    return {
        "method": method,
        "path": path,
        "words": WORDS[operation["operationId"]],
        "parameters": [one["name"] for one in operation["parameters"]],
    }
