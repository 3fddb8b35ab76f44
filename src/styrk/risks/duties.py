"""What risks ask of their owners, and of whoever a risk is lifted to."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.risks import queries
from styrk.risks.presenters import FINDINGS
from styrk.risks.types import ANSWER, RATE, REVIEW


def _path(uuid: UUID) -> str:
    return reverse("risks:risk", args=[uuid])


def _rating_path(uuid: UUID) -> str:
    return reverse("risks:rate", args=[uuid])


def _review_path(uuid: UUID) -> str:
    return reverse("risks:review", args=[uuid])


def _proposal_path(uuid: UUID) -> str:
    return reverse("risks:proposal", args=[uuid])


KINDS = [
    Kind(
        RATE,
        what=_("Vurder risikoen"),
        why=_("Du eier risikoen, og den er ny eller slått sammen med en annen (§ 6 d)."),
        titles=queries.titles,
        path=_rating_path,
    ),
    Kind(
        REVIEW,
        what=_("Gå gjennom risikoen"),
        why=_("Dette er dagen som ble satt for å se på den igjen (§ 6 d)."),
        titles=queries.titles,
        path=_review_path,
    ),
    Kind(
        ANSWER,
        what=_("Svar på en risiko som er løftet til deg"),
        why=_("Enheten som løftet den, venter på om den tas inn i bildet ditt."),
        titles=queries.proposal_titles,
        path=_proposal_path,
    ),
    *(
        Kind(code, what=what, why=why, titles=queries.titles, path=_path)  # type: ignore[arg-type]
        for code, (what, why) in FINDINGS.items()
    ),
]
