from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

ENTRIES = [Entry(Door.PLAN, _("Virksomhetsplan"), "plans:plan", Permission.SEE_REQUIREMENTS)]
