"""What risks ask of their owners, and of whoever a risk is lifted to."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.risks import queries
from styrk.risks.presenters import FINDINGS
from styrk.risks.types import ANSWER, RATE, REVIEW
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        RATE,
        what=_("Vurder risikoen"),
        why=_(
            "Den er ny eller slått sammen med en annen. Den som eier den, eller stedfortrederen,"
            " vurderer den (§ 6 d)."
        ),
        titles=queries.titles,
        path=partial(address_of, "risks:rate"),
    ),
    Kind(
        REVIEW,
        what=_("Gå gjennom risikoen"),
        why=_("Dette er dagen som ble satt for å se på den igjen (§ 6 d)."),
        titles=queries.titles,
        path=partial(address_of, "risks:review"),
    ),
    Kind(
        ANSWER,
        what=_("Svar på en risiko som er løftet til deg"),
        why=_("Enheten som løftet den, venter på om den tas inn i bildet ditt."),
        titles=queries.proposal_titles,
        path=partial(address_of, "risks:proposal"),
    ),
    *(
        Kind(
            code, what=what, why=why, titles=queries.titles, path=partial(address_of, "risks:risk")
        )
        for code, (what, why) in FINDINGS.items()
    ),
]
