"""Rating a risk: how likely, how bad, and why one thinks so."""

from collections.abc import Mapping
from datetime import datetime

from styrk.core import clock, guard, states
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.risks.consistency import settle_mended
from styrk.risks.following import void_acceptance
from styrk.risks.holding import holding_matrix
from styrk.risks.models import Rating, Risk
from styrk.risks.record import step
from styrk.risks.refusals import OutsideMatrix, need
from styrk.risks.scale import Scale
from styrk.risks.states import MOVES, Kind, Zone
from styrk.risks.types import RATE, Assessment
from styrk.risks.upward import carry
from styrk.trail.commands import command


@command
def rate_risk(*, risk: Risk, assessment: Assessment, by: Person, now: datetime) -> Rating:
    """Rate it in the matrix that holds. As it is now, it counts as a look at it too.

    Rated anew as it is now, an acceptance of it is void. Raises OutsideMatrix or ReasonMissing.
    """
    guard.refuse_identity(assessment.reason)
    need(assessment.reason)
    states.move(MOVES, risk.state, "rate")
    matrix = holding_matrix(risk.trust, by, now)
    worst = _worst(matrix.scale, assessment.likelihood, assessment.consequences)
    score = assessment.likelihood * worst
    rating = Rating.objects.create(
        risk=risk,
        kind=assessment.kind,
        matrix=matrix,
        likelihood=assessment.likelihood,
        consequences=dict(assessment.consequences),
        consequence=worst,
        score=score,
        zone=matrix.scale.zone(score),
        reason=assessment.reason,
        at=now,
        by=by,
    )
    _say(risk, rating, by, now)
    if rating.kind == Kind.NOW:
        _let_it_hold(risk, rating, by, now)
    settle_mended(risk, by, now)
    return rating


def _worst(scale: Scale, likelihood: int, consequences: Mapping[str, int]) -> int:
    """The worst step in any dimension. Raises OutsideMatrix."""
    known = {dimension.code for dimension in scale.dimensions}
    inside = all(1 <= step <= len(scale.levels) for step in consequences.values())
    if not consequences or not inside or consequences.keys() - known:
        raise OutsideMatrix
    if not 1 <= likelihood <= len(scale.likelihoods):
        raise OutsideMatrix
    return max(consequences.values())


def _let_it_hold(risk: Risk, rating: Rating, by: Person, now: datetime) -> None:
    risk.current, risk.zone, risk.reviewed_on = rating, rating.zone, clock.day(now)
    risk.save(update_fields=["current", "zone", "reviewed_on"])
    void_acceptance(risk, by, now)
    carry(risk, by, now)
    settle(kind=RATE, subject_uuid=risk.uuid, by=by, now=now)


def _say(risk: Risk, rating: Rating, by: Person, now: datetime) -> None:
    kind, zone = Kind(rating.kind).label.lower(), Zone(rating.zone).label.lower()
    step(
        risk,
        "rate",
        by,
        now,
        text=f"Vurderte risikoen {kind}: {zone} ({rating.score})",
        note=rating.reason,
        kind=rating.kind,
        zone=rating.zone,
        score=rating.score,
    )
