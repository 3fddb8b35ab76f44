from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.queries import Standing
from styrk.intervention.queries import titles
from styrk.ui.menu import Door, Entry

# § 9. Everybody may read which rules their organisation uses, and what they look at.
ENTRIES = [Entry(Door.CORRECT, _("Plikt til å gripe inn"), "intervention:signals")]


def _signals(_standing: Standing, uuids: Collection[UUID]) -> Collection[UUID]:
    return titles(uuids).keys()


OPEN = {"intervention:signal": _signals}
