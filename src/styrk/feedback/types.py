"""Codes shared inside the app, the shape of what is told, and where we draw our lines."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from django.utils.translation import gettext_lazy as _

from styrk.organisation.models import Unit
from styrk.regulation.types import Threshold

ANSWER = "voice.answer"
READ = "voice.read"

DAYS_TO_ANSWER = Threshold(
    30,
    _(
        "Loven sier «uten ugrunnet opphold», og at den som venter mer enn en måned, skal ha et"
        " foreløpig svar (forvaltningsloven § 11 a). Vi regner en måned som 30 dager."
    ),
)
LONGEST_TEXT = 4000
FEWEST_ANSWERS = Threshold(
    5,
    _("Svarer færre enn fem, kan den som kjenner enheten, kjenne igjen hvem som har svart."),
)
# Names of what voices and surveys tell as indicators, in a definition's `computed`. Of what patients
# said of a theme: `SURVEYED` and the theme's code.
ANSWER_DAYS = "feedback_answer_days"  # a mean
SURVEYED = "feedback_survey_"  # a mean
COUNCIL = "voice.council"


@dataclass(frozen=True)
class Score:
    """What those who answered said of one area, from 0 to 100, where 100 is best."""

    area: str
    theme: str
    score: Decimal
    answers: int


@dataclass(frozen=True)
class Round:
    """One survey of one unit in one period."""

    unit: Unit
    survey: str
    first_on: date
    last_on: date


class Above(Enum):
    """Who has what is told about the leader of a unit."""

    LEADER = "leader"
    CHAIR = "chair"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Told:
    """What somebody tells us. `answer_owed`: whether they wait for an answer."""

    unit: Unit
    kind: str
    channel: str
    text: str
    received_on: date
    answer_owed: bool
    theme: str = ""
    about_leader: bool = False
