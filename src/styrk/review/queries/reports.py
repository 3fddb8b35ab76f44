"""Reports: one, its versions, those one writes, and those that come to one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core.asking import Ask
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import in_force
from styrk.requirements import periods
from styrk.review.layouts import Layout
from styrk.review.models import Presentation, Question, Report, Supplement, Version, Words
from styrk.review.queries.line import layouts_of
from styrk.review.states import UNSENT

LATE = """
SELECT count(*) FROM review_report r JOIN organisation_unit u ON u.id = r.unit_id
WHERE u.path LIKE %(below)s AND r.due_on < %(on)s AND r.state = ANY (%(unsent)s)
"""
# So many periods back are listed.
LISTED = 4


def report_of(unit: Unit, layout: str, period: str) -> Report | None:
    found = Report.objects.filter(unit=unit, layout=layout, period=period)
    return found.select_related("unit", "begun_by").first()


def held(unit: Unit, layout: str, period: str) -> Report | None:
    """The same row, held until the transaction ends."""
    found = Report.objects.select_for_update(no_key=True, of=("self",)).select_related("unit")
    return found.filter(unit=unit, layout=layout, period=period).first()


def report_by_uuid(uuid: UUID) -> Report | None:
    return Report.objects.select_related("unit").filter(uuid=uuid).first()


def words_by_uuid(uuid: UUID) -> Words | None:
    return Words.objects.select_related("report__unit", "asked").filter(uuid=uuid).first()


@dataclass(frozen=True)
class Around:
    """What is written in a report that is open; its versions, what the level above has asked and when it
    was shown, the newest first, without what they hold. To be fetched together.
    """

    words: QuerySet[Words]
    versions: QuerySet[Version]
    questions: QuerySet[Question]
    presentations: QuerySet[Presentation]

    @property
    def rest(self) -> Sequence[QuerySet[Any, Any]]:
        """But what is written."""
        return self.versions, self.questions, self.presentations


def around(report: Report | None) -> Around:
    """Not fetched yet."""
    words = asked_words(report)
    if report is None:
        none = Version.objects.none(), Question.objects.none(), Presentation.objects.none()
        return Around(words, *none)
    return Around(words, _versions(report), _questions(report), _presentations(report))


def asked_words(report: Report | None) -> QuerySet[Words]:
    """What is written in it."""
    if report is None:
        return Words.objects.none()
    return report.words.select_related("written_by", "asked").order_by("pk")


def versions_of(report: Report | None) -> list[Version]:
    """All that were sent, the newest first, without what they hold."""
    return list(_versions(report)) if report else []


def _versions(report: Report) -> QuerySet[Version]:
    return report.versions.select_related("by").defer("content").order_by("-number")


def version_of(report: Report | None, number: int | None = None) -> Version | None:
    """One of them whole; the newest where none is named."""
    if report is None:
        return None
    found = report.versions.select_related("by", "report__unit")
    return (found.filter(number=number) if number else found.order_by("-number")).first()


def questions_of(report: Report | None) -> list[Question]:
    """What the level above has asked, the newest first."""
    return list(_questions(report)) if report else []


def _questions(report: Report) -> QuerySet[Question]:
    found = Question.objects.filter(version__report=report).defer("version__content")
    return found.select_related("version", "asked_by", "answered_by").order_by("-pk")


def question(report: Report | None, uuid: UUID) -> Question | None:
    return next((one for one in questions_of(report) if one.uuid == uuid), None)


def presentations_of(report: Report | None) -> list[Presentation]:
    """When it was shown, the newest first, without the files."""
    return list(_presentations(report)) if report else []


def _presentations(report: Report) -> QuerySet[Presentation]:
    found = Presentation.objects.filter(version__report=report).defer("pdf", "version__content")
    return found.select_related("version", "by").order_by("-shown_on", "-pk")


def presentation(report: Report | None, uuid: UUID) -> Presentation | None:
    """One of them with its file."""
    found = Presentation.objects.filter(version__report=report, uuid=uuid) if report else None
    return found.select_related("version").defer("version__content").first() if found else None


def supplements_of(version: Version | None) -> list[Supplement]:
    return list(version.supplements.select_related("by").order_by("pk")) if version else []


@dataclass(frozen=True)
class Listed:
    """A report in a list, whether begun or not."""

    unit: Unit
    layout: Layout
    period: str
    due_on: date
    report: Report | None


def written_units(standing: Standing, on: date) -> list[Unit]:
    """The units at which one holds a post that writes reports, by their place in the tree."""
    own = [p.unit_id for p in standing.posts if Permission.WRITE_REPORTS in p.role.permissions]
    found = Unit.objects.filter(in_force(on), pk__in=own).order_by("path")
    return list(found)


def listed(units: Sequence[Unit], on: date) -> list[Listed]:
    """What each of the units has written or is to write lately, the newest first. One query."""
    wanted = [(unit, one) for unit in units for one in layouts_of(unit)]
    found = {
        (one.unit_id, one.layout, one.period): one for one in _lately([unit.pk for unit in units])
    }
    return [
        Listed(
            unit,
            one,
            period,
            one.due_on(unit.level, period),
            found.get((unit.pk, one.code, period)),
        )
        for unit, one in wanted
        for period in lately(one, on)
    ]


def lately(layout: Layout, on: date) -> list[str]:
    """The period that is under way and those that are over, the newest first."""
    found = [periods.period_of(layout.rhythm, on)]
    while len(found) < LISTED:
        found.append(periods.last_ended(layout.rhythm, periods.first_day(found[-1])))
    return found


def _lately(units: Collection[int]) -> QuerySet[Report]:
    return Report.objects.filter(unit__one_of=units)


def late_below(path: str, on: date) -> QuerySet[Report]:
    """Those of the unit at the path and all below it that nobody has sent by their day, the oldest first.

    Not asked yet.
    """
    found = Report.objects.filter(unit__path__startswith=path, due_on__lt=on, state__in=UNSENT)
    return found.select_related("unit").order_by("due_on", "unit__path", "layout")


def number_late(path: str, on: date) -> Ask[int]:
    """How many those are."""
    return Ask(LATE, {"below": f"{path}%", "on": on, "unsent": list(UNSENT)}, int)


def asked_of(person: Person) -> list[Words]:
    """The sections that one is asked to write in, in reports that are open."""
    found = Words.objects.filter(
        asked=person, report__state__in=("begun", "returned", "correcting")
    )
    return list(found.select_related("report__unit").order_by("report__due_on", "pk"))


def reports_among(uuids: Collection[UUID]) -> list[Report]:
    return list(Report.objects.select_related("unit").filter(uuid__in=list(uuids)))


def words_among(uuids: Collection[UUID]) -> list[Words]:
    return list(Words.objects.select_related("report__unit").filter(uuid__in=list(uuids)))


def is_asked(report: Report | None, person: Person) -> bool:
    """Whether the person is asked to write in it while it is open."""
    return bool(report and report.is_open and report.words.filter(asked=person).exists())
