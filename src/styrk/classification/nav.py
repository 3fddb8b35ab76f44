from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

# § 8 a and d: what the reports are about, in the words that others count by too.
ENTRIES = [
    Entry(
        Door.EVALUATE, _("Hva meldingene gjelder"), "classification:codes", Permission.SEE_INCIDENTS
    )
]
