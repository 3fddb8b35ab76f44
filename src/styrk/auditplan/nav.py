from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

ENTRIES = [
    Entry(Door.PLAN, _("Revisjonsplan"), "auditplan:plans", Permission.SEE_INSPECTIONS),
]
