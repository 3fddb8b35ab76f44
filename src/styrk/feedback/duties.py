"""What is told asks of the leader of the unit."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.feedback.queries.council import titles as hearing_titles
from styrk.feedback.queries.register import titles
from styrk.feedback.types import ANSWER, COUNCIL, READ
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        ANSWER,
        what=_("Svar den som fortalte"),
        why=_(
            "Den som fortalte, skal ha svar uten ugrunnet opphold, og et foreløpig svar hvis det tar"
            " mer enn en måned (forvaltningsloven § 11 a)."
        ),
        titles=titles,
        path=partial(address_of, "feedback:voice"),
    ),
    Kind(
        READ,
        what=_("Les og vurder det som er fortalt"),
        why=_("Vi bruker erfaringene til pasienter, brukere og pårørende (§ 7 e)."),
        titles=titles,
        path=partial(address_of, "feedback:voice"),
    ),
    Kind(
        COUNCIL,
        what=_("Svar brukerutvalget"),
        why=_("Vi bruker erfaringene til pasienter, brukere og pårørende (§ 7 e)."),
        titles=hearing_titles,
        path=partial(address_of, "feedback:hearing"),
    ),
]
