from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.inspections.queries import audit_titles, finding_titles, question_titles
from styrk.ui.menu import Door, Entry

ENTRIES = [
    Entry(Door.EVALUATE, _("Tilsyn og revisjon"), "inspections:audits", Permission.SEE_INSPECTIONS),
    Entry(
        Door.CORRECT,
        _("Funn fra tilsyn og revisjon"),
        "inspections:findings",
        Permission.SEE_INSPECTIONS,
    ),
    Entry(Door.EVALUATE, _("Læring fra andre"), "inspections:lessons", Permission.SEE_INSPECTIONS),
]


def _audits(_standing: Standing, uuids: Collection[UUID]) -> Collection[UUID]:
    return audit_titles(uuids).keys()


def _findings(_standing: Standing, uuids: Collection[UUID]) -> Collection[UUID]:
    return finding_titles(uuids).keys()


def _questions(_standing: Standing, uuids: Collection[UUID]) -> Collection[UUID]:
    return question_titles(uuids).keys()


OPEN = {
    "inspections:audit": _audits,
    "inspections:finding": _findings,
    "inspections:question": _questions,
}
