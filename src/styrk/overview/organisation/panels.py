"""What other apps show on a unit's page, through the door `panels`.

A module behind the door may have `unit_panels(request, unit)`, which gives pairs of a template and
what it is to show; the template finds it as `panel`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from styrk.access.requests import Request
from styrk.core import doors
from styrk.organisation.models import Unit

type Panel = tuple[str, Mapping[str, Any]]


def of_unit(request: Request, unit: Unit) -> Iterator[Panel]:
    for module in doors.modules("panels"):
        if hasattr(module, "unit_panels"):
            yield from module.unit_panels(request, unit)
