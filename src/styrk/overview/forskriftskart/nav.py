from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

# § 5: how each duty is met is to be documented, up to date and at hand.
ENTRIES = [Entry(Door.EVALUATE, _("Forskriftskart"), "forskriftskart:map", Permission.SEE_EVIDENCE)]
