"""The numbers and the letters of whole organisations on a day, in two trips for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from styrk.board.figures import asks, by_area, question_of, values_of
from styrk.compliance.extents import fitted_at
from styrk.core.asking import ask_all
from styrk.incidents.heard import Heard
from styrk.organisation.models import Unit
from styrk.regulation.queries import Told, claims, evidence_of
from styrk.regulation.types import Evidence, Question


@dataclass(frozen=True)
class Weighed:
    """`values` by key; the evidence of the letters; how many reporters heard."""

    values: dict[str, int]
    letters: list[Evidence]
    heard: Heard


def weighed(units: Sequence[Unit], on: date) -> list[Weighed]:
    """What is known of each of the organisations."""
    made = claims()
    reads = list({claim.read for claim in made})
    fitted = fitted_at([unit.pk for unit in units], on)
    questions = [question_of(unit, on, fitted[unit.pk].extent) for unit in units]
    batches = [[*asks(one), *(read(one) for read in reads)] for one in questions]
    answers = ask_all([ask for batch in batches for ask in batch])
    size = len(answers) // len(questions) if questions else 0
    runs = [answers[at * size : (at + 1) * size] for at in range(len(questions))]
    return [
        _one(
            question,
            run[: size - len(reads)],
            dict(zip(reads, run[size - len(reads) :], strict=True)),
        )
        for question, run in zip(questions, runs, strict=True)
    ]


def _one(question: Question, own: list[Any], read: Mapping[Any, Any]) -> Weighed:
    told = [Told(claim.app, claim, claim.gather(question, read[claim.read])) for claim in claims()]
    found = by_area(own)
    return Weighed(values_of(found), evidence_of(question, told), found["reporters"])
