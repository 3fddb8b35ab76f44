"""Every address. Each app keeps its own; here they get their place."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

PLACES = (
    ("", "styrk.access.urls"),
    ("", "styrk.ui.urls"),
    ("", "styrk.overview.urls"),
    ("", "styrk.overview.forskriftskart.urls"),
    ("organisasjon/", "styrk.overview.organisation.urls"),
    ("", "styrk.incidents.urls"),
    ("tiltak/", "styrk.actions.urls"),
    ("beskjeder/", "styrk.messages.urls"),
    ("demo/", "styrk.demo.urls"),
)


def _there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


urlpatterns: list[URLPattern | URLResolver] = [
    path(place, include(module)) for place, module in PLACES if _there(module)
]

handler400 = "styrk.ui.views.bad_request"
handler403 = "styrk.ui.views.forbidden"
handler404 = "styrk.ui.views.not_found"
handler500 = "styrk.ui.views.server_error"
