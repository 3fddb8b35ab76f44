from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.committee.queries import advice_seen, seen
from styrk.ui.menu import Door, Entry

# Spesialisthelsetjenesteloven § 3-4; § 8 of the forskrift: what happens is gone through.
ENTRIES = [
    Entry(
        Door.EVALUATE, _("Pasientsikkerhetsutvalget"), "committee:committee", Permission.COMMITTEE
    )
]
OPEN = {"committee:case": seen, "committee:advice": advice_seen}
