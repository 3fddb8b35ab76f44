"""What plans ask of those who own the actions in them, and of whoever leads the unit."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.actions.queries import objection_titles
from styrk.duties.types import Kind
from styrk.plans import queries
from styrk.plans.types import ANSWER, DEFERRED, QUIET
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        QUIET,
        what=_("Si hvordan det går med tiltaket"),
        why=_("Tiltaket står i virksomhetsplanen, og det har ikke skjedd noe på lenge (§ 8 a)."),
        titles=queries.titles,
        path=partial(address_of, "plans:quiet"),
    ),
    Kind(
        DEFERRED,
        what=_("Ta stilling til det dere utsatte"),
        why=_("Dagen det ble utsatt til i virksomhetsplanen, er kommet (§ 8 a)."),
        titles=queries.deferred_titles,
        path=partial(address_of, "plans:deferred"),
    ),
    Kind(
        ANSWER,
        what=_("Svar den som sier at noe ikke virker"),
        why=_(
            "Den som eier det som det sies fra om, eller stedfortrederen, svarer den som sa fra (§ 7 d)."
        ),
        titles=objection_titles,
        path=partial(address_of, "plans:answer"),
    ),
]
