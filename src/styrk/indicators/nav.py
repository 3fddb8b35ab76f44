from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

ENTRIES = [
    Entry(Door.EVALUATE, _("Indikatorer"), "indicators:indicators", Permission.SEE_INDICATORS),
    Entry(
        Door.EVALUATE, _("Det som har endret seg"), "indicators:changes", Permission.SEE_INDICATORS
    ),
    Entry(
        Door.EVALUATE,
        _("Tiltak uten kjent effekt"),
        "indicators:without_effect",
        Permission.SEE_ACTIONS,
    ),
]
