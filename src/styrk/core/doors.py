"""The named doors through which a higher app shows itself on a lower app's page.

Five and no more: `duties`, `nav`, `panels`, `evidence`, `thread`. An app opens one by having a
module of that name.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps

DOORS = ("duties", "nav", "panels", "evidence", "thread")


@cache
def _found(door: str) -> tuple[ModuleType, ...]:
    if door not in DOORS:
        raise LookupError(door)
    names = [f"{config.name}.{door}" for config in apps.get_app_configs()]
    ours = [name for name in names if name.startswith("styrk.")]
    return tuple(import_module(name) for name in ours if find_spec(name))


def modules(door: str) -> Iterator[ModuleType]:
    """Every app's module behind `door`, in the order of INSTALLED_APPS (lowest app first)."""
    yield from _found(door)
