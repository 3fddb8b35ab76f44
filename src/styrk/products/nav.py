from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.ui.menu import Door, Entry

# § 8 d: which products fail, here and elsewhere.
ENTRIES = [Entry(Door.EVALUATE, _("Produkter"), "products:products", Permission.SEE_INCIDENTS)]
