"""The menu entries of this app's own parts."""

from importlib import import_module
from importlib.util import find_spec

from styrk.ui.menu import Entry

PARTS = ("styrk.overview.organisation.nav", "styrk.overview.forskriftskart.nav")


def _entries() -> list[Entry]:
    return [entry for part in PARTS if _there(part) for entry in import_module(part).ENTRIES]


def _there(part: str) -> bool:
    try:
        return find_spec(part) is not None
    except ModuleNotFoundError:
        return False


ENTRIES = _entries()
