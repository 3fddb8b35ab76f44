from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

ENTRIES = [
    Entry(Door.EVALUATE, _("Stemmer"), "feedback:voices", Permission.SEE_VOICES),
    Entry(Door.CORRECT, _("Dere sa, vi gjorde"), "feedback:changes", Permission.REPORT),
]
