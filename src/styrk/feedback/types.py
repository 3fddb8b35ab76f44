"""Codes shared inside the app, the shape of what is told, and where we draw our lines."""

from dataclasses import dataclass
from datetime import date
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
