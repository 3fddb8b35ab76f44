from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.incidents.queries import cases_seen, statements_to_answer
from styrk.ui.menu import Door, Entry

ENTRIES = [
    Entry(Door.EVALUATE, _("Meldinger i enheten"), "incidents:incidents", Permission.SEE_INCIDENTS),
    Entry(Door.DO, _("Mine meldinger"), "incidents:own_reports"),
]
OPEN = {"incidents:incident": cases_seen, "incidents:statement": statements_to_answer}
