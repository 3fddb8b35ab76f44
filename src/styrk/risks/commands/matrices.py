"""The trust's risk matrix: drafted, published, and from then on as it is."""

from datetime import datetime

from styrk.core import guard, states
from styrk.organisation.models import Person, Unit
from styrk.risks.holding import next_version, record_matrix, wait_for_others
from styrk.risks.models import Matrix
from styrk.risks.refusals import need
from styrk.risks.scale import Scale, check
from styrk.risks.states import MatrixState
from styrk.trail.commands import command


@command
def draft_matrix(*, trust: Unit, name: str, scale: Scale, by: Person, now: datetime) -> Matrix:
    """Write the trust's next matrix, or write its draft anew. Raises NotAScale or ReasonMissing."""
    guard.refuse_identity(name, *_words(scale))
    need(name)
    check(scale)
    matrix = Matrix.objects.filter(trust=trust, state=MatrixState.DRAFT).first()
    matrix = matrix or Matrix(trust=trust)
    matrix.version = next_version(trust)
    matrix.name, matrix.content = name, scale.as_data()
    matrix.drafted_at, matrix.drafted_by = now, by
    matrix.save()
    record_matrix(matrix, by, now, "draft_matrix", f"Skrev utkast til {matrix}")
    return matrix


@command
def publish_matrix(*, matrix: Matrix, by: Person, now: datetime) -> None:
    """From now on one rates in it. What was rated in an older version is to be rated anew.

    Raises NotNow where it is published.
    """
    if matrix.state != MatrixState.DRAFT:
        raise states.NotNow(matrix.state, "publish")
    wait_for_others(matrix.trust)
    matrix.version = next_version(matrix.trust)
    matrix.state = MatrixState.PUBLISHED
    matrix.published_at, matrix.published_by = now, by
    matrix.save(update_fields=["version", "state", "published_at", "published_by"])
    record_matrix(matrix, by, now, "publish_matrix", f"Publiserte {matrix}")


def _words(scale: Scale) -> list[str]:
    steps = [text for step in scale.likelihoods for text in (step.word, step.meaning)]
    harms = [text for one in scale.dimensions for text in (one.name, *one.steps)]
    return [*steps, *scale.levels, *harms]
