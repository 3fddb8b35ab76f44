"""The årlig melding of a unit: collected from what was reported, or as it was approved."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from styrk.access.queries import Standing
from styrk.actions.states import Effect
from styrk.actions.states import State as ActionState
from styrk.core.scope import current
from styrk.core.together import fetch_together
from styrk.organisation.flavours import is_municipal
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import home_units
from styrk.requirements import annual
from styrk.requirements.annual import ActionTold, Answer, Content, Document, Hearing
from styrk.requirements.models import (
    Addendum,
    AnnualHearing,
    AnnualReport,
    Placement,
    PlacementAction,
    StatusReport,
)
from styrk.requirements.queries.annual_asked import OWNERS, asked_in, chapter_of, document_of
from styrk.requirements.queries.annual_given import given_in, laid_by
from styrk.requirements.queries.compiled import (
    Compiled,
    asked_said,
    compiled,
    lived_in,
    rhythms_of,
    stands,
)

REPORTS = 60
COUNTED = ("actions_below", "done_below", "worked_below")


@dataclass(frozen=True)
class Reported:
    """What is answered for a period, what the unit said and decided of each, and what those below decided.

    To be fetched together, and before it is told.
    """

    unit: Unit
    period: str
    placements: QuerySet[Placement]
    said: QuerySet[StatusReport]
    decided: QuerySet[PlacementAction, tuple[Any, ...]]
    numbers: QuerySet[PlacementAction, tuple[Any, ...]]

    @property
    def every(self) -> Sequence[QuerySet[Any, Any]]:
        return self.placements, self.said, self.decided, self.numbers


def _reported(unit: Unit, period: str, placements: QuerySet[Placement]) -> Reported:
    among = placements.order_by()
    said, decided = asked_said(period, among.values("pk")), _decided(among)
    return Reported(unit, period, placements, said, decided, _numbers(unit, among))


def annual_report(unit: Unit, year: int) -> AnnualReport | None:
    found = AnnualReport.objects.filter(unit=unit, year=year).select_related("approved_by")
    return next(iter(found), None)


def locked_annual(unit: Unit, year: int) -> AnnualReport | None:
    """The same row, held until the transaction ends."""
    found = AnnualReport.objects.select_for_update(no_key=True, of=("self",)).filter(
        unit=unit, year=year
    )
    return next(iter(found), None)


def annual_reports(units: Collection[int]) -> list[AnnualReport]:
    """Those of these units (ids), the newest first."""
    found = AnnualReport.objects.filter(unit__one_of=units).defer("content")
    return list(found.select_related("unit").order_by("-year", "unit__name")[:REPORTS])


def annual_units(person: Person, on: date) -> list[Unit]:
    """The units one belongs to, and the legal persons above them, but for kommuner."""
    units = home_units(person, on)
    legal = list(Unit.objects.filter(pk__in={one.legal_id for one in units}).order_by("name", "pk"))
    kommuner = {one.pk for one in legal if is_municipal(one)}
    return [one for one in dict.fromkeys([*units, *legal]) if one.legal_id not in kommuner]


def hearings_of(report: AnnualReport | None) -> list[AnnualHearing]:
    return list(report.hearings.order_by("heard_on", "pk")) if report else []


def annual_hearing(report: AnnualReport | None, uuid: UUID) -> AnnualHearing | None:
    return report.hearings.filter(uuid=uuid).first() if report else None


def addenda_of(report: AnnualReport) -> list[Addendum]:
    return list(report.addenda.select_related("by").order_by("pk"))


def annual_content(
    unit: Unit, year: int, report: AnnualReport | None, standing: Standing, on: date
) -> Content:
    """As it was approved; a draft as it stands now, in four queries at most."""
    if report is not None and report.content is not None:
        return annual.from_json(report.content)
    reported = _reported(unit, str(year), _answered_in(unit, year))
    laid = laid_by(unit, year, standing)
    fetch_together(*reported.every, *laid.every)
    return Content(
        unit=unit.name,
        code=unit.code,
        year=year,
        foreword=report.foreword if report else "",
        plan=report.plan if report else "",
        hearings=tuple(_heard(one) for one in hearings_of(report)),
        documents=reported_in(reported, standing, on),
        given=given_in(laid, standing, on),
    )


def answered_in(unit: Unit, year: int) -> list[Placement]:
    """What the owner asked of the unit that year, in the order of the documents."""
    return list(_answered_in(unit, year))


def _answered_in(unit: Unit, year: int) -> QuerySet[Placement]:
    return _in_order(
        Placement.objects.filter(
            lived_in(str(year)),
            asked_in(year, "requirement__edition__"),
            unit=unit,
            requirement__edition__source__kind__in=OWNERS,
        )
    )


def _in_order(found: QuerySet[Placement]) -> QuerySet[Placement]:
    return found.select_related("requirement__edition__source", "requirement__parent").order_by(
        "requirement__edition__dated", "requirement__edition", "requirement__position", "pk"
    )


def asked_reported(unit: Unit, period: str) -> Reported:
    """What is reported at the rhythm of a month or a tertial, in the order of the documents."""
    found = Placement.objects.filter(
        lived_in(period), unit=unit, requirement__rhythm__in=rhythms_of(period)
    ).exclude(requirement__kind="information")
    return _reported(unit, period, _in_order(found))


def reported_in(reported: Reported, standing: Standing, on: date) -> tuple[Document, ...]:
    """How it goes with what was fetched (see `Reported`), document by document. One query at most."""
    if not reported.placements:
        return ()
    return _documents(reported.placements, _answers(reported, standing, on))


def _heard(one: AnnualHearing) -> Hearing:
    return Hearing(one.party, one.heard_on.isoformat(), one.said, one.outcome)


def _answers(reported: Reported, standing: Standing, on: date) -> dict[int, Answer]:
    said = {one.placement_id: one for one in reported.said}
    actions, counted = _actions(reported.decided), _counted(reported.numbers)
    below = compiled([one.pk for one in reported.placements], reported.period, standing, on)
    answers = {}
    for one in reported.placements:
        found = _answer(one, said.get(one.pk), below.get(one.pk, Compiled()), on)
        answers[one.pk] = replace(
            found,
            actions=tuple(actions.get(one.pk, ())),
            **counted.get(one.requirement_id, {}),  # type: ignore[arg-type]
        )
    return answers


def _answer(placement: Placement, report: StatusReport | None, below: Compiled, on: date) -> Answer:
    requirement = placement.requirement
    return Answer(
        placement=str(placement.uuid),
        point=requirement.point or requirement.ref,
        chapter=chapter_of(requirement),
        title=requirement.title,
        text=requirement.text,
        goal=requirement.goal,
        kind=requirement.kind,
        stands=stands(placement, report, on),
        reason=placement.reason if placement.answered_at else "",
        course=report.course if report else "",
        answer=report.text if report else "",
        period=report.period if report else "",
        below=below.below,
        lacks=below.lacks,
        troubles=below.troubles,
    )


def _documents(placements: Iterable[Placement], answers: dict[int, Answer]) -> tuple[Document, ...]:
    grouped = groupby(placements, lambda one: one.requirement.edition)
    return tuple(
        document_of(edition, tuple(answers[one.pk] for one in them)) for edition, them in grouped
    )


def _decided(placements: QuerySet[Placement]) -> QuerySet[PlacementAction, tuple[Any, ...]]:
    """What the unit itself decided because of each, where the person may see it."""
    rows = _in_sight().filter(placement__in=placements.values("pk")).order_by("pk")
    fields = ("placement_id", "action__title", "action__state", "action__effect", "action__due")
    return rows.values_list(*fields)


def _actions(decided: Iterable[tuple[Any, ...]]) -> dict[int, list[ActionTold]]:
    told: dict[int, list[ActionTold]] = {}
    for placement, title, state, effect, due in decided:
        action = ActionTold(title, state, effect, due.isoformat())
        told.setdefault(placement, []).append(action)
    return told


def _numbers(
    unit: Unit, placements: QuerySet[Placement]
) -> QuerySet[PlacementAction, tuple[Any, ...]]:
    """How many actions the units below have decided, done and seen work, by requirement."""
    rows = _in_sight().filter(
        placement__requirement__in=placements.values("requirement"),
        placement__unit__path__startswith=unit.path,
    )
    done = Q(action__state__in=(ActionState.DONE, ActionState.FINISHED))
    worked = Q(action__effect__in=(Effect.WORKED, Effect.PARTLY), action__state="finished")
    return (
        rows.exclude(placement__unit=unit)
        .values_list("placement__requirement_id")
        .annotate(all=Count("pk"), done=Count("pk", filter=done), worked=Count("pk", filter=worked))
    )


def _counted(numbers: Iterable[tuple[Any, ...]]) -> dict[int, dict[str, int]]:
    return {one: dict(zip(COUNTED, each, strict=True)) for one, *each in numbers}


def _in_sight() -> QuerySet[PlacementAction]:
    seen = current().units("action").rows("action__unit", "action__trust")
    return PlacementAction.objects.filter(seen)
