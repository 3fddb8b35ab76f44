from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.patterns.queries import raised_seen, seen, themes_seen
from styrk.ui.menu import Door, Entry

# § 9 a. What happens again and again is corrected once.
ENTRIES = [
    Entry(Door.CORRECT, _("Samleavvik"), "patterns:groups", Permission.SEE_INCIDENTS),
    Entry(Door.CORRECT, _("Tema"), "patterns:themes", Permission.SEE_INCIDENTS),
]
OPEN = {"patterns:group": seen, "patterns:raised": raised_seen, "patterns:theme": themes_seen}
