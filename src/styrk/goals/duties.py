"""What goals ask of their owners."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.actions.queries import objection_titles
from styrk.duties.types import Kind
from styrk.goals.types import ANSWER
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        ANSWER,
        what=_("Svar den som sier at noe ikke virker"),
        why=_(
            "Den som eier det som det sies fra om, eller stedfortrederen, svarer den som sa fra (§ 7 d)."
        ),
        titles=objection_titles,
        path=partial(address_of, "goals:answer"),
    ),
]
