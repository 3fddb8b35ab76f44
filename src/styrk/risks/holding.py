"""The matrix that holds in a trust."""

from datetime import datetime

from django.db.models import QuerySet

from styrk.organisation.models import Person, Unit
from styrk.risks import example
from styrk.risks.models import Matrix
from styrk.risks.states import MatrixState
from styrk.trail.commands import record


def holding_matrix(trust: Unit, by: Person, now: datetime) -> Matrix:
    """The matrix that holds; where the trust has none, the example is taken into use, and said so."""
    return _published(trust).first() or _take_example(trust, by, now)


def _take_example(trust: Unit, by: Person, now: datetime) -> Matrix:
    wait_for_others(trust)
    if (taken := _published(trust).first()) is not None:
        return taken
    matrix = Matrix(
        trust=trust,
        version=1,
        name=example.NAME,
        content=example.EXAMPLE.as_data(),
        example=True,
        drafted_at=now,
        drafted_by=by,
        state=MatrixState.PUBLISHED,
        published_at=now,
        published_by=by,
    )
    matrix.save()
    text = "Tok i bruk eksempelmatrisen ved første vurdering"
    record_matrix(matrix, by, now, "take_example", text)
    return matrix


def _published(trust: Unit) -> QuerySet[Matrix]:
    return Matrix.objects.filter(trust=trust, state=MatrixState.PUBLISHED).order_by("-version")


def wait_for_others(trust: Unit) -> None:
    """Held until the transaction ends: two at once would take the same number."""
    Unit.objects.select_for_update(no_key=True).get(pk=trust.pk)


def next_version(trust: Unit) -> int:
    last = _published(trust).first()
    return last.version + 1 if last else 1


def record_matrix(matrix: Matrix, by: Person, now: datetime, act: str, text: str) -> None:
    record(
        by=by,
        now=now,
        act=f"risk.{act}",
        subject="risk_matrix",
        subject_id=matrix.pk,
        trust_id=matrix.trust_id,
        text=text,
    )
