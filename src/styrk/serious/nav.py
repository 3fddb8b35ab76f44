from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.serious.queries import titles, titles_of_notices
from styrk.ui.menu import Door, Entry

# § 9 a: what is wrong is put right, and told to those the law says.
ENTRIES = [
    Entry(Door.CORRECT, _("Alvorlige hendelser"), "serious:events", Permission.SEE_INCIDENTS)
]


def _events(_standing: Standing, uuids: Collection[UUID]) -> Collection[UUID]:
    return titles(uuids).keys()


def _notices(_standing: Standing, uuids: Collection[UUID]) -> Collection[UUID]:
    return titles_of_notices(uuids).keys()


OPEN = {"serious:event": _events, "serious:notice": _notices}
