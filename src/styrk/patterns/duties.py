"""What a samleavvik asks of the leader it is raised to."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.patterns import queries
from styrk.patterns.types import ANSWER
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        ANSWER,
        what=_("Svar på et samleavvik som er løftet til deg"),
        why=_("Det skjer igjen og igjen, og de under deg får ikke rettet det alene (§ 9 a)."),
        titles=queries.raised_titles,
        path=partial(address_of, "patterns:raised"),
    )
]
