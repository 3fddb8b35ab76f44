from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions.queries import titles
from styrk.ui.menu import Door, Entry

ENTRIES = [Entry(Door.CORRECT, _("Tiltak"), "actions:actions", Permission.SEE_ACTIONS)]


def _seen(_standing: Standing, uuids: Collection[UUID]) -> Collection[UUID]:
    return titles(uuids).keys()


OPEN = {"actions:action": _seen}
