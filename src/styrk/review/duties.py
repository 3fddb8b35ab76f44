"""What reports ask of leaders, and of those who are asked to write in them."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.review import presenters
from styrk.review.types import ANSWER, WORDS, WRITE


def _path(uuid: UUID) -> str:
    return reverse("review:go", args=[uuid])


KINDS = [
    Kind(
        WRITE,
        what=_("Skriv og send"),
        why=_("Perioden er over. De som setter sammen rapportene, venter på deres (§ 8 a)."),
        titles=presenters.report_titles,
        path=_path,
    ),
    Kind(
        WORDS,
        what=_("Skriv din del av"),
        why=_("Lederen har bedt deg om å forklare tallene på ditt område."),
        titles=presenters.words_titles,
        path=_path,
    ),
    Kind(
        ANSWER,
        what=_("Svar på spørsmål til"),
        why=_(
            "Rapporten er sendt tilbake med et spørsmål. Svar, og send den på nytt eller la den stå."
        ),
        titles=presenters.report_titles,
        path=_path,
    ),
]
