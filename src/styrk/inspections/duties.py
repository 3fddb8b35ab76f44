"""What audits and findings ask of the units, and of those who found it."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.inspections import board
from styrk.inspections.queries import audit_titles, finding_titles, question_titles
from styrk.inspections.types import ANSWER, COMMENT, CONFIRM, DECIDE, LOOK, MEET, TREAT
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        COMMENT,
        what=_("Se over utkastet til rapport"),
        why=_("Dere som er undersøkt, sier om fakta stemmer, før rapporten blir endelig."),
        titles=audit_titles,
        path=partial(address_of, "inspections:audit"),
    ),
    Kind(
        ANSWER,
        what=_("Svar på et funn"),
        why=_("Den som leder enheten, sier hva dere gjør med det, og når det er rettet (§ 9 a)."),
        titles=finding_titles,
        path=partial(address_of, "inspections:finding"),
    ),
    Kind(
        MEET,
        what=_("Rett det som ble funnet"),
        why=_("Dette er fristen dere fikk eller satte. Meld fra når det er rettet (§ 9 a)."),
        titles=finding_titles,
        path=partial(address_of, "inspections:finding"),
    ),
    Kind(
        CONFIRM,
        what=_("Se etter om funnet er rettet"),
        why=_("Enheten sier at det er rettet. Den som fant det, bekrefter, aldri enheten selv."),
        titles=finding_titles,
        path=partial(address_of, "inspections:finding"),
    ),
    Kind(
        LOOK,
        what=_("Gjelder dette oss?"),
        why=_("Andre har lært noe. Den som leder enheten, sier om det kan skje her også (§ 8 e)."),
        titles=question_titles,
        path=partial(address_of, "inspections:question"),
    ),
    Kind(
        DECIDE,
        what=_("Bestem et tiltak etter det andre har lært"),
        why=_("Dere har svart at det gjelder dere også. Da hører det til et tiltak (§ 8 e)."),
        titles=question_titles,
        path=partial(address_of, "inspections:question"),
    ),
    Kind(
        TREAT,
        what=board.DUTY,
        why=board.DUTY_WHY,
        titles=audit_titles,
        path=partial(address_of, "inspections:audit"),
    ),
]
