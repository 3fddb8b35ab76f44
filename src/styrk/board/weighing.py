"""The numbers and the letters of whole organisations on a day, in two trips for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from styrk.board.figures import asks, by_area, question_of, values_of
from styrk.compliance.extents import fitted_among
from styrk.compliance.models import Judgement
from styrk.compliance.queries import judged_at
from styrk.core.asking import ask_all
from styrk.core.trips import each, whole
from styrk.incidents.heard import Heard
from styrk.organisation.models import Unit
from styrk.regulation.queries import Told, claims, evidence_of
from styrk.regulation.types import Evidence, Question, Status


@dataclass(frozen=True)
class Held:
    """A letter as it stands: what data says of it, and the judgement that counts, if any."""

    evidence: Evidence
    judgement: Judgement | None

    @property
    def status(self) -> Status:
        return Status(self.judgement.status) if self.judgement else self.evidence.status

    @property
    def is_off(self) -> bool:
        """Nothing shows it, because its rules are switched off."""
        return self.status is Status.UNKNOWN and self.evidence.off

    @property
    def is_shown_by_judgement(self) -> bool:
        """Data shows nothing, and somebody judges that it is shown."""
        return self.status != self.evidence.status in {Status.NOT_SHOWN, Status.UNKNOWN}


@dataclass(frozen=True)
class Weighed:
    """`values` by key; the letters that are for the organisation; how many reporters heard."""

    values: dict[str, int]
    letters: list[Held]
    heard: Heard


def weighed(units: Sequence[Unit], on: date) -> list[Weighed]:
    """What is known of each of the organisations."""
    made = claims()
    reads = list({claim.read for claim in made})
    ids = [unit.pk for unit in units]
    fitted, judged = whole(lambda: each(lambda: fitted_among(ids, on), lambda: judged_at(ids, on)))
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
            judged.get(question.unit_id, {}),
        )
        for question, run in zip(questions, runs, strict=True)
    ]


def _one(
    question: Question,
    own: list[Any],
    read: Mapping[Any, Any],
    judged: Mapping[str, Judgement],
) -> Weighed:
    told = [Told(claim.app, claim, claim.gather(question, read[claim.read])) for claim in claims()]
    found = by_area(own)
    letters = [
        Held(one, judged.get(one.letter))
        for one in evidence_of(question, told)
        if not one.concerns_others
    ]
    return Weighed(values_of(found), letters, found["reporters"])
