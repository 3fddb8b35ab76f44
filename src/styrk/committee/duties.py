"""What the committee's cases ask of those who sit in it, and its advice of leaders."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from styrk.committee import queries
from styrk.committee.types import ANSWER, TREAT
from styrk.duties.types import Kind
from styrk.ui.addresses import address_of

KINDS = [
    Kind(
        TREAT,
        what=_("Behandle en sak i utvalget"),
        why=_("Den er lagt fram for kvalitets- og pasientsikkerhetsutvalget (§ 3-4)."),
        titles=queries.case_titles,
        path=partial(address_of, "committee:case"),
    ),
    Kind(
        ANSWER,
        what=_("Svar på et råd fra kvalitets- og pasientsikkerhetsutvalget"),
        why=_("Utvalget venter på om du følger rådet, eller hvorfor ikke."),
        titles=queries.advice_titles,
        path=partial(address_of, "committee:advice"),
    ),
]
