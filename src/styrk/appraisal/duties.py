"""What the yearly review asks of the top leader, and of the chair of the board when it is late."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.appraisal.queries import units_named
from styrk.appraisal.types import HOLD, HOLD_OWN, OVERDUE, OVERDUE_OWN
from styrk.duties.types import Kind
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        HOLD,
        what=_("Hold ledelsens gjennomgang"),
        why=_("Hele styringssystemet blir gjennomgått og vurdert minst én gang i året (§ 8 f)."),
        titles=units_named,
        path=partial(address_of, "appraisal:of_organisation"),
    ),
    Kind(
        OVERDUE,
        what=_("Spør øverste leder om ledelsens gjennomgang"),
        why=_(
            "Fristen er ute, og ingen gjennomgang er signert. Styret skal se til at den blir holdt."
        ),
        titles=units_named,
        path=partial(address_of, "appraisal:of_organisation"),
    ),
    Kind(
        HOLD_OWN,
        what=_("Hold ledelsens gjennomgang i enheten"),
        why=_(
            "Virksomheten har bestemt at enheten holder sin egen gjennomgang hvert år. Den går til"
            " lederen over."
        ),
        titles=units_named,
        path=partial(address_of, "appraisal:of_organisation"),
    ),
    Kind(
        OVERDUE_OWN,
        what=_("Spør lederen om enhetens gjennomgang"),
        why=_("Fristen er ute, og enheten har ikke signert sin egen gjennomgang."),
        titles=units_named,
        path=partial(address_of, "appraisal:of_organisation"),
    ),
]
