"""What the maps ask of those who answer for a unit."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.compliance import queries
from styrk.compliance.types import JUDGE, REVIEW
from styrk.duties.types import Kind
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        REVIEW,
        what=_("Gå gjennom «Slik gjør vi det»"),
        why=_("Teksten i forskriftskartet skal til enhver tid være oppdatert (§ 5)."),
        titles=queries.points_named,
        path=partial(address_of, "forskriftskart:point"),
    ),
    Kind(
        JUDGE,
        what=_("Vurder på nytt i forskriftskartet"),
        why=_("En vurdering gjelder til en dag. Etter den teller den ikke lenger (§ 8 b)."),
        titles=queries.points_named,
        path=partial(address_of, "forskriftskart:point"),
    ),
]
