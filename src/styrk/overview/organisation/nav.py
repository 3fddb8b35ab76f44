from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

# § 6 a: who is responsible for what.
ENTRIES = [Entry(Door.PLAN, _("Organisasjon"), "organisation:units", Permission.SEE_ORGANISATION)]
