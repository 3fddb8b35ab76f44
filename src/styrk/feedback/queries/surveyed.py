"""What surveys of patients' experience show."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from styrk.feedback import themes
from styrk.feedback.models import SurveyScore
from styrk.feedback.types import Round
from styrk.organisation.models import Unit

SHOWN = 500

type Standing = dict[tuple[int, str, date], dict[str, tuple[Decimal, int]]]


@dataclass(frozen=True)
class Area:
    """The newest score of an area of a survey, and what it was the time before."""

    survey: str
    area: str
    theme: str
    last_on: date
    score: Decimal
    answers: int
    before: Decimal | None

    @property
    def change(self) -> Decimal | None:
        return None if self.before is None else self.score - self.before


def standing_scores(rounds: Collection[Round]) -> Standing:
    """What is there of these rounds, by area."""
    units = {one.unit.pk for one in rounds}
    surveys = {one.survey for one in rounds}
    found: Standing = {}
    for one in SurveyScore.objects.filter(unit__in=units, survey__in=surveys).order_by("pk"):
        areas = found.setdefault((one.unit_id, one.survey, one.last_on), {})
        areas[one.area] = (one.score, one.answers)
    return found


def newest(unit: Unit, until: date | None = None) -> list[Area]:
    """The newest score of every area of every survey of the unit, the newest survey first."""
    found = SurveyScore.objects.filter(unit=unit)
    found = found.filter(last_on__lte=until) if until else found
    areas: dict[tuple[str, str], list[SurveyScore]] = {}
    for one in found.order_by("-last_on", "survey", "area")[:SHOWN]:
        areas.setdefault((one.survey, one.area), []).append(one)
    return [_area(scores) for scores in areas.values()]


def _area(scores: list[SurveyScore]) -> Area:
    one = scores[0]
    before = scores[1].score if len(scores) > 1 else None
    theme = themes.name(one.theme) if one.theme else ""
    return Area(one.survey, one.area, theme, one.last_on, one.score, one.answers, before)
