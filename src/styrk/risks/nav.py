from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.risks.queries import titles
from styrk.ui.menu import Door, Entry

ENTRIES = [Entry(Door.PLAN, _("Risiko"), "risks:risks", Permission.SEE_RISKS)]


def _seen(_standing: Standing, uuids: Collection[UUID]) -> Collection[UUID]:
    return titles(uuids).keys()


OPEN = {"risks:risk": _seen}
