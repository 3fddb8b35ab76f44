"""What others have learnt: what is asked of units, what one has shared, and how many have answered."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Case, Count, Prefetch, Q, QuerySet, When

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import AUDITOR, LEADER, QUALITY_ADVISER
from styrk.actions.queries import TOLD
from styrk.core.asking import Ask
from styrk.core.scope import NONE
from styrk.inspections.models import Lesson, LessonAction, LessonQuestion, LessonStep
from styrk.inspections.states import Reply
from styrk.organisation.models import Appointment, Unit
from styrk.organisation.rules import in_force
from styrk.ui.strands import Links

PAGE = 100
# One more than one may ask, so that too many is known to be so.
UNITS = 101


class Counts(NamedTuple):
    """What the units that were asked have answered so far, in numbers alone."""

    asked: int
    open: int
    ours: int
    handled: int
    not_ours: int
    actions: int


class Learning(NamedTuple):
    """Numbers of a unit and all below it, of the questions that came in a period."""

    asked: int
    answered: int
    ours: int
    acted: int
    late: int
    shared: int


def questions_for(show: str, unit: Unit | None, on: date) -> list[LessonQuestion]:
    """Those in sight, what waits the longest first; `show` is `svart`, `sen` or all that wait."""
    found = LessonQuestion.objects.select_related("unit", "lesson__trust")
    found = found.annotate(decided=Count("actions"))
    if unit:
        found = found.filter(unit__path__startswith=unit.path)
    waits = Q(reply=Reply.OPEN) | Q(reply=Reply.OURS, decided=0)
    if show == "svart":
        answered = found.exclude(waits).exclude(reply=Reply.WITHDRAWN)
        return list(answered.order_by("-answered_at", "-pk")[:PAGE])
    found = found.filter(waits)
    if show == "sen":
        found = found.filter(reply=Reply.OPEN, lesson__due__lt=on)
    return list(found.order_by("lesson__due", "pk")[:PAGE])


def shared_by(standing: Standing) -> list[tuple[Lesson, Counts]]:
    """What the person's own trust, or the person, has shared, the newest first, with what came of it."""
    kept = standing.may.get(Permission.KEEP_INSPECTIONS, NONE)
    own = Q(shared_by=standing.person_id) | kept.rows("unit", "trust")
    shared = Lesson.objects.filter(own).select_related("unit", "withdrawal")
    found = list(shared.order_by("-pk")[:PAGE])
    counts = counts_of([one.pk for one in found])
    return [(one, counts[one.pk]) for one in found]


def counts_of(ids: Collection[int]) -> dict[int, Counts]:
    """For each of the lessons that the person in scope may see."""
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM inspections_lesson_counts(%s)", [sorted(ids)])
        return {int(row[0]): Counts(*map(int, row[1:])) for row in cursor.fetchall()}


def lesson(uuid: UUID) -> Lesson | None:
    """One lesson in sight, with the questions that one may see the answers to."""
    questions = LessonQuestion.objects.select_related("unit").annotate(decided=Count("actions"))
    return (
        Lesson.objects.filter(uuid=uuid)
        .select_related("unit", "trust", "shared_by", "withdrawal__by")
        .prefetch_related(Prefetch("questions", questions.order_by("unit__path")))
        .first()
    )


def question(uuid: UUID) -> LessonQuestion | None:
    """One question in sight, with its lesson, its actions and its history."""
    actions = LessonAction.objects.select_related("action__owner").order_by("pk")
    return (
        LessonQuestion.objects.filter(uuid=uuid)
        .select_related(
            *("unit", "lesson__trust", "lesson__unit", "lesson__withdrawal__by", "answered_by")
        )
        .prefetch_related(
            Prefetch("actions", actions),
            Prefetch("steps", LessonStep.objects.select_related("by").order_by("pk")),
        )
        .first()
    )


def locked_question(uuid: UUID) -> LessonQuestion | None:
    """The same row, held until the transaction ends."""
    held = LessonQuestion.objects.select_for_update(no_key=True, of=("self",))
    return held.filter(uuid=uuid).first()


def receiver_of(trust: Unit, on: date) -> tuple[Unit, str]:
    """Who receives what others have learnt: the post of the adviser there, else of the auditor, else the top leader."""
    roles = (QUALITY_ADVISER.code, AUDITOR.code)
    held = Appointment.objects.filter(in_force(on), role__in=roles, unit__trust_id=trust.pk)
    adviser_first = Case(When(role=QUALITY_ADVISER.code, then=0), default=1)
    post = held.select_related("unit").order_by(adviser_first, "pk").first()
    return (post.unit, post.role) if post else (trust, LEADER.code)


def units_coded(codes: Iterable[str]) -> list[Unit]:
    return list(Unit.objects.filter(code__in=list(codes)).order_by("path")[:UNITS])


def question_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Titles of those that the person in scope may see."""
    found = LessonQuestion.objects.filter(uuid__in=uuids)
    return dict(found.values_list("uuid", "lesson__title"))


def units_called(words: Iterable[str], on: date) -> dict[str, list[Unit]]:
    """The units each word is the code of, or else the name of: in every trust, as many as there are."""
    asked = {word: word.casefold() for word in words}
    same = Q(pk__in=())
    for word in asked:
        same |= Q(code__iexact=word) | Q(name__iexact=word)
    found = list(Unit.objects.filter(same, in_force(on)).order_by("path")[:UNITS])
    given: dict[str, list[Unit]] = {}
    for word, plain in asked.items():
        coded = [one for one in found if one.code.casefold() == plain]
        given[word] = coded or [one for one in found if one.name.casefold() == plain]
    return given


def units_of_level(level: str, within: Unit | None, on: date) -> list[Unit]:
    """All units of a level, in one trust or everywhere."""
    found = Unit.objects.filter(in_force(on), level=level)
    if within:
        found = found.filter(Q(trust_id=within.pk) | Q(pk=within.pk))
    return list(found.order_by("path")[:UNITS])


def levels(on: date) -> list[str]:
    """What the levels of the organisation are called."""
    named = Unit.objects.filter(in_force(on)).exclude(level="").values_list("level", flat=True)
    return sorted(set(named.distinct()))


def questions_with(ids: Collection[int]) -> QuerySet[LessonQuestion]:
    return LessonQuestion.objects.filter(pk__one_of=ids).select_related("unit", "lesson__trust")


def lessons_behind(ids: Collection[int]) -> list[tuple[int, int]]:
    """Because of which question each of the actions was decided."""
    return list(
        LessonAction.objects.filter(action__one_of=ids).values_list("action_id", "question_id")
    )


LESSON_LINKS: Links[Any] = Links(
    "lesson_question",
    "question_id",
    LessonAction,
    [f"action__{name}" for name in TOLD],
    LessonAction.objects.all,
)


def learning(path: str, since: date, on: date) -> Ask[Learning]:
    return Ask("SELECT * FROM inspections_learning(%s, %s, %s)", [path, since, on], Learning)
