"""What a unit asked of other legal persons in a year, and what each of them answers.

Whoever laid documents of its own on others answers for them too (hfl § 34 first paragraph).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from styrk.access.queries import Standing
from styrk.organisation.models import Unit
from styrk.requirements.annual import Answer, Asked, Given, Word
from styrk.requirements.models import Placement, Requirement, StatusReport
from styrk.requirements.queries.annual_asked import OWNERS, asked_in, chapter_of, document_of
from styrk.requirements.queries.compiled import (
    GIVEN,
    Compiled,
    asked_said,
    compiled,
    lived_in,
    stands,
)
from styrk.requirements.queries.placements import in_sight


@dataclass(frozen=True)
class Laid:
    """The requirements that were given, the legal persons in sight that got them, and their words.

    To be fetched together, and before it is told.
    """

    period: str
    requirements: QuerySet[Requirement]
    placements: QuerySet[Placement]
    said: QuerySet[StatusReport]

    @property
    def every(self) -> Sequence[QuerySet[Any, Any]]:
        return self.requirements, self.placements, self.said


def laid_by(unit: Unit, year: int, standing: Standing) -> Laid:
    """Only what went to others: what a unit asks of its own, or answers itself, is told there."""
    period = str(year)
    placed_in = Placement.objects.filter(lived_in(period))
    others = placed_in.filter(unit=F("trust")).exclude(unit=unit)
    asked = Requirement.objects.filter(
        Exists(others.filter(requirement=OuterRef("pk"))),
        ~Exists(placed_in.filter(requirement=OuterRef("pk"), unit=unit)),
        asked_in(year, "edition__"),
        edition__source__unit=unit,
        edition__source__kind__in=OWNERS,
    )
    placed = others.filter(in_sight(standing), requirement__in=asked.values("pk"))
    return Laid(
        period,
        asked.select_related("edition__source", "parent").order_by(
            "edition__dated", "edition", "position", "pk"
        ),
        placed.select_related("unit").order_by("unit__name", "pk"),
        asked_said(period, placed.values("pk")),
    )


def given_in(laid: Laid, standing: Standing, on: date) -> tuple[Given, ...]:
    """Document by document. One query at most (see `Laid`)."""
    ids = [one.pk for one in laid.requirements]
    below = compiled(ids, laid.period, standing, on, of=GIVEN)
    words = _words(laid, on)
    return tuple(
        Given(
            document_of(edition),
            tuple(
                Asked(
                    str(one.uuid),
                    _answer(one, below.get(one.pk, Compiled())),
                    tuple(words.get(one.pk, ())),
                )
                for one in them
            ),
        )
        for edition, them in groupby(laid.requirements, lambda one: one.edition)
    )


def _words(laid: Laid, on: date) -> dict[int, list[Word]]:
    """By requirement, what each of those that got it says; those that say nothing are lacks."""
    said = {one.placement_id: one for one in laid.said}
    found: dict[int, list[Word]] = defaultdict(list)
    for placement in laid.placements:
        report = said.get(placement.pk)
        how = stands(placement, report, on)
        if how == "declined":
            found[placement.requirement_id].append(
                Word(placement.unit.name, how, text=placement.reason)
            )
        elif report is not None:
            told = Word(placement.unit.name, how, report.course, report.text, report.period)
            found[placement.requirement_id].append(told)
    return found


def _answer(requirement: Requirement, below: Compiled) -> Answer:
    """How those that were asked answer together; the unit itself has nothing to say of its own."""
    return Answer(
        placement="",
        point=requirement.point or requirement.ref,
        chapter=chapter_of(requirement),
        title=requirement.title,
        text=requirement.text,
        goal=requirement.goal,
        kind=requirement.kind,
        stands="accepted",
        below=below.below,
        lacks=below.lacks,
        troubles=below.troubles,
    )
