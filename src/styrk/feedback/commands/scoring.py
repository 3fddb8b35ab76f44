"""What surveys of patients' experience show of a unit."""

from collections.abc import Sequence
from datetime import datetime

from styrk.feedback.models import SurveyScore
from styrk.feedback.refusals import TooFewAnswers
from styrk.feedback.types import FEWEST_ANSWERS, Round, Score
from styrk.organisation.models import Person
from styrk.trail.commands import command, record


@command
def record_survey(*, of: Round, scores: Sequence[Score], by: Person, now: datetime) -> None:
    """Take in what one survey of a unit shows; an area read in again is corrected."""
    if any(one.answers < FEWEST_ANSWERS.value for one in scores):
        raise TooFewAnswers
    rows = [_row(of, one, by, now) for one in scores]
    SurveyScore.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["unit", "survey", "last_on", "area"],
        update_fields=["first_on", "theme", "score", "answers", "at", "by"],
    )
    record(
        by=by,
        now=now,
        act="survey.read_in",
        subject="voices",
        subject_id=of.unit.pk,
        trust_id=of.unit.legal_id,
        text=f"Leste inn {of.survey} for {of.unit.name} til {of.last_on:%d.%m.%Y}",
        scores={one.area: [f"{one.score}", one.answers] for one in scores},
    )


def _row(of: Round, one: Score, by: Person, now: datetime) -> SurveyScore:
    return SurveyScore(
        trust_id=of.unit.legal_id,
        unit=of.unit,
        survey=of.survey,
        area=one.area,
        theme=one.theme,
        first_on=of.first_on,
        last_on=of.last_on,
        score=one.score,
        answers=one.answers,
        at=now,
        by=by,
    )
