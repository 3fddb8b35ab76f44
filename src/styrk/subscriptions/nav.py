from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

# § 7 e: those who own a subject hear of what happens in it.
ENTRIES = [
    Entry(Door.DO, _("Kopi til fagansvarlige"), "subscriptions:list", Permission.HANDLE_INCIDENTS)
]
