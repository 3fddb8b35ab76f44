from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.organisation.flavours import Flavour
from styrk.ui.menu import Door, Entry

ENTRIES = [
    Entry(Door.PLAN, _("Krav"), "requirements:placements", Permission.SEE_REQUIREMENTS),
    Entry(Door.PLAN, _("Kilder til krav"), "requirements:sources", Permission.SEE_REQUIREMENTS),
    Entry(
        Door.EVALUATE, _("Status for krav"), "requirements:statuses", Permission.SEE_REQUIREMENTS
    ),
    Entry(
        Door.EVALUATE,
        _("Årlig melding"),
        "requirements:annuals",
        Permission.SEE_REQUIREMENTS,
        only=Flavour.TRUST,
    ),
]
