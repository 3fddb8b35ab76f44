"""What a samleavvik asks of the leader it is raised to, what goes again of the unit's leader, a tema of its owner."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.patterns import queries
from styrk.patterns.types import ANSWER, LOOK, REVIEW
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        ANSWER,
        what=_("Svar på et samleavvik som er løftet til deg"),
        why=_("Det skjer igjen og igjen, og de under deg får ikke rettet det alene (§ 9 a)."),
        titles=queries.raised_titles,
        path=partial(address_of, "patterns:raised"),
    ),
    Kind(
        LOOK,
        what=_("Se på det som går igjen"),
        why=_(
            "Meldinger som ligner, blir flere eller øker. Du avgjør om det er et samleavvik (§ 8 e)."
        ),
        titles=queries.look_titles,
        path=partial(address_of, "patterns:proposals_at"),
    ),
    Kind(
        REVIEW,
        what=_("Gå gjennom temaet"),
        why=_("Det blir aldri ferdig. Du ser hva det viser nå, og sier hva dere endrer (§ 9 a)."),
        titles=queries.theme_titles,
        path=partial(address_of, "patterns:review"),
    ),
]
