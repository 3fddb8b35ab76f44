"""The menu entries of this app's own parts."""

from styrk.overview.forskriftskart import nav as forskriftskart
from styrk.overview.organisation import nav as organisation
from styrk.ui.menu import Entry

ENTRIES: list[Entry] = [*organisation.ENTRIES, *forskriftskart.ENTRIES]
