"""What the revisjonsplan asks of those who keep it."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.auditplan.queries import line_titles, unit_titles, wish_titles
from styrk.auditplan.types import ANSWER, BEGIN, PLAN
from styrk.duties.types import Kind
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        PLAN,
        what=_("Få revisjonsplanen for neste år vedtatt"),
        why=_("Hva som skal revideres, vedtas for hvert år. Planen står når året begynner."),
        titles=unit_titles,
        path=partial(address_of, "auditplan:of_unit"),
    ),
    Kind(
        ANSWER,
        what=_("Svar på innspill til revisjonsplanen"),
        why=_("Den som ga et innspill, får vite om det ble tatt inn, eller hvorfor ikke."),
        titles=wish_titles,
        path=partial(address_of, "auditplan:wishes"),
    ),
    Kind(
        BEGIN,
        what=_("Begynn på en planlagt revisjon"),
        why=_("Kvartalet den sto i, er gått. Begynn, eller si i en endring hvorfor den flyttes."),
        titles=line_titles,
        path=partial(address_of, "auditplan:line"),
    ),
]
