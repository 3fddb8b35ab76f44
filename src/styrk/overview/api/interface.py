"""Every operation of the program interface, in one place. Each app has its own in `api`."""

from collections.abc import Iterator

from django.urls import URLPattern
from ninja import NinjaAPI, Router
from ninja.operation import Operation

from styrk.access.api import Bearer, Reader, handle_refusals
from styrk.indicators.api import router as indicators

ROUTERS: dict[str, Router] = {"/indicators": indicators}


def _built() -> NinjaAPI:
    """No pages of its own: ninja's need inline scripts, which our pages do not run."""
    api = NinjaAPI(
        title="Styrk",
        version="1",
        description="Values of indicators in and out, for other systems.",
        urls_namespace="api",
        openapi_url=None,
        docs_url=None,
        auth=Bearer(),
        parser=Reader(),
    )
    handle_refusals(api)
    for prefix, router in ROUTERS.items():
        api.add_router(prefix, router)
    return api


def operations() -> Iterator[Operation]:
    for router in ROUTERS.values():
        for path in router.path_operations.values():
            yield from path.operations


def addresses() -> list[URLPattern]:
    """The operations' addresses. Who may is said by each operation, with `@permitted`."""
    found = [one for one in API.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    for one in found:
        one.callback.rule = "token"  # type: ignore[attr-defined]
    return found


API = _built()
