from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import Flavour
from styrk.ui.menu import Door, Entry

# Kommuneloven § 25-2. Everybody may read what their own kommune has sent.
ENTRIES = [
    Entry(
        Door.EVALUATE,
        _("Rapport til kommunestyret"),
        "yearly:reports",
        only=Flavour.MUNICIPAL,
    )
]
