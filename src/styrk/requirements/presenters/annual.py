"""The årlig melding and the status of a period as the pages show them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from styrk.requirements import annual
from styrk.requirements.annual import Answer, Asked, Content, Document, Given, words
from styrk.requirements.models import Requirement
from styrk.requirements.presenters.placements import COURSE_COLOURS, Mark, course_mark
from styrk.requirements.queries import GivenRow, StatusRow
from styrk.requirements.states import Course


@dataclass(frozen=True)
class Told:
    """An answer as it is shown: its words beside the answer itself."""

    answer: Answer
    called: str
    source: str
    stands: Mark
    compiled: Mark | None
    said_of: str
    below: str
    troubles: list[str]
    lacks: list[str]
    actions: list[str]
    actions_below: str
    requirement: str = ""
    words: Sequence[tuple[str, Mark, str]] = ()


@dataclass(frozen=True)
class Chapter:
    title: str
    answers: list[Told]


def documents(content: Content) -> Iterator[tuple[str, list[Chapter]]]:
    """Each document by its name, with its chapters in order ("" for what stands in none)."""
    for document in content.documents:
        chapters: dict[str, list[Told]] = {}
        for answer in document.answers:
            chapters.setdefault(answer.chapter, []).append(_told(answer, document, content))
        yield words.document(document), [Chapter(*one) for one in chapters.items()]


def given_documents(content: Content) -> Iterator[tuple[str, list[Told]]]:
    """Each document that the unit gave to others, with how they answer together and one by one."""
    for one in content.given:
        yield words.document(one.document), [_asked_of(each, one, content) for each in one.asked]


def _asked_of(asked: Asked, given: Given, content: Content) -> Told:
    told = _told(asked.answer, given.document, content)
    said = [
        (one.unit, (words.word(one, content.year), _colour(one.course)), one.text)
        for one in asked.words
    ]
    return replace(told, requirement=asked.requirement, words=said)


def _told(answer: Answer, document: Document, content: Content) -> Told:
    has_below = answer.asks and answer.below.units
    return Told(
        answer,
        words.called(answer),
        words.source(answer, document),
        (words.stands(answer), _colour(answer.course)),
        (words.compiled(answer), _colour(answer.compiled)) if has_below else None,
        words.said_of(answer, content.year),
        words.below(answer.below),
        words.troubles(answer),
        words.lacks(answer, content.unit),
        [words.action(one) for one in answer.actions],
        words.actions_below(answer),
    )


def _colour(course: str) -> str:
    return COURSE_COLOURS[Course(course)] if course else "neutral"


@dataclass(frozen=True)
class StatusTold:
    row: StatusRow
    declined: bool
    course: Mark | None
    compiled: Mark | None
    below: str
    lacks: list[str]


def status(rows: list[StatusRow], unit: str, today: date) -> list[StatusTold]:
    """Each row in words: how it goes here, together with what is below, and what is missing."""
    return [_status(row, unit, today) for row in rows]


def _status(row: StatusRow, unit: str, today: date) -> StatusTold:
    course = row.report.course if row.report else ""
    answer = replace(
        _answer(row, today), course=course, below=row.compiled.below, lacks=row.compiled.lacks
    )
    return StatusTold(
        row,
        row.stands(today) == "declined",
        course_mark(course),
        (words.compiled(answer), _colour(answer.compiled)) if answer.below.units else None,
        words.below(answer.below),
        words.lacks(answer, unit),
    )


@dataclass(frozen=True)
class GivenTold:
    requirement: Requirement
    compiled: Mark
    below: str
    lacks: list[str]
    troubles: list[str]


def given(rows: list[GivenRow], unit: str) -> list[GivenTold]:
    """What the unit has asked of others: how they answer together, and who says nothing or struggles."""
    return [_given(row, unit) for row in rows]


def _given(row: GivenRow, unit: str) -> GivenTold:
    found = row.compiled
    answer = replace(
        _asked(row.requirement, "", "accepted"),
        below=found.below,
        lacks=found.lacks,
        troubles=found.troubles,
    )
    return GivenTold(
        row.requirement,
        (words.compiled(answer), _colour(answer.compiled)),
        words.below(answer.below),
        words.lacks(answer, unit),
        words.troubles(answer),
    )


def _answer(row: StatusRow, today: date) -> Answer:
    placement = row.placement
    return _asked(placement.requirement, str(placement.uuid), row.stands(today))


def _asked(requirement: Requirement, placement: str, stands: str) -> Answer:
    return annual.Answer(
        placement=placement,
        point=requirement.point,
        chapter="",
        title=requirement.title,
        text=requirement.text,
        goal=requirement.goal,
        kind=requirement.kind,
        stands=stands,
    )
