"""Checks that run always: what does not hang together, found in the data.

A finding is a duty on the risk's owner while it lasts, and stands on the risk's page. The words of
each are in `presenters`. Numbers from different matrices are never held against each other.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value

from styrk.actions.states import State as ActionState
from styrk.core import clock
from styrk.duties.commands import settle
from styrk.duties.models import Duty
from styrk.organisation.models import Person
from styrk.risks import rules
from styrk.risks.models import Matrix, Rating, Risk
from styrk.risks.record import lay_duty
from styrk.risks.states import LIVE, Kind, MatrixState, State, Zone

ABOVE_BEFORE = "risk.check.above_before"
ACCEPTANCE = "risk.check.acceptance"
OVERDUE = "risk.check.overdue"
UNSEEN = "risk.check.unseen"
OLD_MATRIX = "risk.check.old_matrix"
UNTREATED = "risk.check.untreated"
# A risk that nobody has looked at in a year is not followed.
LONGEST_UNSEEN = timedelta(days=365)
DAYS_TO_MEND = 14

type Found = QuerySet[Risk]


def above_before(found: Found, on: date) -> Found:  # noqa: ARG001 - every check is asked alike
    """Higher now than without measures, or higher when the planned are done."""
    rated = Q(inherent_matrix=F("current__matrix"), inherent_score__lt=F("current__score"))
    hoped = Q(target_matrix=F("current__matrix"), target_score__gt=F("current__score"))
    return _with_latest(found).filter(rated | hoped)


def _with_latest(found: Found) -> Found:
    for kind in (Kind.INHERENT, Kind.TARGET):
        latest = Rating.objects.filter(risk=OuterRef("pk"), kind=kind).order_by("-pk")
        score, matrix = (latest.values(name)[:1] for name in ("score", "matrix_id"))
        found = found.annotate(
            **{f"{kind}_score": Subquery(score), f"{kind}_matrix": Subquery(matrix)}
        )
    return found


def acceptance_short(found: Found, on: date) -> Found:
    """Accepted, and the day has passed, or the leader is not one that has the authority."""
    accepted = found.filter(state=State.ACCEPTED)
    asked = accepted.select_related("unit", "acceptance", "current__matrix")
    holding = _matrices() if asked else {}
    without = [risk.pk for risk in asked if not _has_authority(risk, holding.get(risk.trust_id))]
    return accepted.filter(Q(acceptance__expires_on__lt=on) | Q(pk__in=without))


def _matrices() -> dict[int, Matrix]:
    """The matrix that holds in each trust."""
    published = Matrix.objects.filter(state=MatrixState.PUBLISHED).order_by("trust", "-version")
    return {matrix.trust_id: matrix for matrix in published.distinct("trust")}


def _has_authority(risk: Risk, holding: Matrix | None) -> bool:
    """Where the zone asks for it, in the matrix it was rated in and in the one that holds now."""
    if risk.acceptance is None or risk.current is None:
        return True
    asked = {m.scale.authority(risk.zone) for m in (risk.current.matrix, holding) if m}
    return all(risk.acceptance.unit_id in rules.enough(one, risk.unit) for one in asked)


def overdue(found: Found, on: date) -> Found:
    return found.filter(
        actions__action__state=ActionState.PLANNED, actions__action__due__lt=on
    ).distinct()


def unseen(found: Found, on: date) -> Found:
    return found.filter(reviewed_on__lt=on - LONGEST_UNSEEN)


def old_matrix(found: Found, on: date) -> Found:  # noqa: ARG001 - every check is asked alike
    newest = Matrix.objects.filter(trust=OuterRef("trust"), state=MatrixState.PUBLISHED)
    holding = newest.order_by("-version").values("pk")[:1]
    return found.filter(current__isnull=False).exclude(current__matrix=Subquery(holding))


def untreated(found: Found, on: date) -> Found:  # noqa: ARG001 - every check is asked alike
    """Red, and nobody does anything about it, here or below, and nobody has said to live with it."""
    return found.filter(zone=Zone.RED, state=State.OPEN, treated=False)


CHECKS: dict[str, Callable[[Found, date], Found]] = {
    ABOVE_BEFORE: above_before,
    ACCEPTANCE: acceptance_short,
    OVERDUE: overdue,
    UNSEEN: unseen,
    OLD_MATRIX: old_matrix,
    UNTREATED: untreated,
}


def findings(risk: Risk, on: date) -> list[str]:
    """The codes of what does not hang together in this risk."""
    asked = Risk.objects.filter(pk=risk.pk, state__in=LIVE)
    failing = [
        check(asked, on).order_by().values_list(Value(code, CharField()), flat=True)
        for code, check in CHECKS.items()
        if code != ACCEPTANCE or risk.state == State.ACCEPTED
    ]
    there = set(failing[0].union(*failing[1:]))
    return [code for code in CHECKS if code in there]


def sweep(now: datetime) -> None:
    """Lay a duty for each finding that has none, and settle those that are mended."""
    live = Risk.objects.filter(state__in=LIVE)
    for code, check in CHECKS.items():
        failing = set(check(live, clock.day(now)).values_list("pk", flat=True))
        waiting = Duty.objects.filter(kind=code, settled_at__isnull=True)
        laid = dict(waiting.values_list("subject_id", "subject_uuid"))
        for pk in laid.keys() - failing:
            settle(kind=code, subject_uuid=laid[pk], by=None, now=now)
        for risk in _to_tell_of(failing - laid.keys()):
            lay_duty(risk, code, clock.after(now, days=DAYS_TO_MEND), now)


def _to_tell_of(pks: set[int]) -> Found:
    return Risk.objects.filter(pk__one_of=pks).select_related("unit", "owner").order_by("pk")


def settle_mended(risk: Risk, by: Person, now: datetime) -> None:
    """What waited because of a finding, and is in order by what was just done."""
    waiting = Duty.objects.filter(
        kind__in=CHECKS, subject_uuid=risk.uuid, settled_at__isnull=True
    ).values_list("kind", flat=True)
    if not (kinds := list(waiting)):
        return
    failing = findings(risk, clock.day(now))
    for kind in kinds:
        if kind not in failing:
            settle(kind=kind, subject_uuid=risk.uuid, by=by, now=now)
