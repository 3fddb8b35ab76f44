"""The trusts' matrices: no secrets, so whoever is signed in may read them."""

from uuid import UUID

from django.db.models import QuerySet

from styrk.risks.models import Matrix
from styrk.risks.states import MatrixState


def holding_matrix_of(trust_id: int) -> Matrix | None:
    """The one that holds; None where the trust has rated nothing yet."""
    return _published(trust_id).first()


def draft_of(trust_id: int) -> Matrix | None:
    return _with_people(Matrix.objects.filter(trust_id=trust_id, state=MatrixState.DRAFT)).first()


def matrices_of(trust_id: int) -> list[Matrix]:
    """Every published version, the newest first."""
    return list(_published(trust_id))


def matrix(uuid: UUID) -> Matrix | None:
    return _with_people(Matrix.objects.filter(uuid=uuid)).first()


def matrix_by_id(pk: int) -> Matrix | None:
    """As a picture names it: a published one never changes."""
    return Matrix.objects.filter(pk=pk).first()


def _published(trust_id: int) -> QuerySet[Matrix]:
    found = Matrix.objects.filter(trust_id=trust_id, state=MatrixState.PUBLISHED)
    return _with_people(found).order_by("-version")


def _with_people(found: QuerySet[Matrix]) -> QuerySet[Matrix]:
    return found.select_related("trust", "published_by", "drafted_by")
