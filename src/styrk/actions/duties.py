"""What actions ask of their owners."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.actions import queries
from styrk.actions.types import ANSWER, CARRY_OUT, JUDGE
from styrk.duties.types import Kind
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        CARRY_OUT,
        what=_("Gjennomfør tiltaket"),
        why=_(
            "Den som eier tiltaket, eller stedfortrederen, gjør det innen fristen som ble satt (§ 9 b)."
        ),
        titles=queries.titles,
        path=partial(address_of, "actions:action"),
    ),
    Kind(
        JUDGE,
        what=_("Vurder om tiltaket virket"),
        why=_("Tiltaket er iverksatt. Vi er ikke ferdige før vi vet om det hjalp (§ 8 c)."),
        titles=queries.titles,
        path=partial(address_of, "actions:action"),
    ),
    Kind(
        ANSWER,
        what=_("Svar den som sier at noe ikke virker"),
        why=_(
            "Den som eier det som det sies fra om, eller stedfortrederen, svarer den som sa fra (§ 7 d)."
        ),
        titles=queries.objection_titles,
        path=partial(address_of, "actions:answer"),
    ),
]
