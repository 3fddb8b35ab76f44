from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

ENTRIES = [
    Entry(Door.EVALUATE, _("Meldinger i enheten"), "incidents:incidents", Permission.SEE_INCIDENTS),
    Entry(Door.DO, _("Mine meldinger"), "incidents:own_reports"),
]
