"""What a signal asks of the leader it is about, and of the one above."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.intervention.queries import titles
from styrk.intervention.types import ANSWER, DECIDE, FOLLOW
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        ANSWER,
        what=_("Svar på et signal til deg"),
        why=_("Du ser det først og alene. Svaret ditt følger med hvis signalet går opp."),
        titles=titles,
        path=partial(address_of, "intervention:signal"),
        private=True,
    ),
    Kind(
        DECIDE,
        what=_("Avgjør et signal"),
        why=_("Lederen det gjelder, er hørt. Den over har plikt til å gripe inn når det trengs."),
        titles=titles,
        path=partial(address_of, "intervention:signal"),
        private=True,
    ),
    Kind(
        FOLLOW,
        what=_("Gjør det som er avtalt etter et signal"),
        why=_("Signalet avsluttes av seg selv når årsaken er borte."),
        titles=titles,
        path=partial(address_of, "intervention:signal"),
        private=True,
    ),
]
