"""The reports of those below: what they have sent, and who has not."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import OuterRef, Q, QuerySet, Subquery

from styrk.core.together import fetch_together
from styrk.organisation.models import Unit
from styrk.review.layouts import Layout, all_layouts
from styrk.review.models import Report, Version
from styrk.review.pack import Below, Content, Figure, Json, from_json
from styrk.review.pack.charted import DECIMALS
from styrk.review.queries.line import senders_below
from styrk.review.states import State

# Code of the indicator, id of the unit, and what is counted above and below the line.
type Summed = tuple[str, int, Decimal | None, Decimal | None]


@dataclass(frozen=True)
class Sender:
    """A unit below, its report where one is begun, and the version it has sent last."""

    unit: Unit
    report: Report | None
    version: Version | None


def senders(unit: Unit, layout: Layout, period: str, *, whole: bool = False) -> list[Sender]:
    """Each unit whose report is to be compiled, by name; the content comes along where `whole`. Two queries."""
    return senders_of(senders_below(unit, layout, period), layout, period, whole=whole)


def senders_of(
    units: Sequence[Unit], layout: Layout, period: str, *, whole: bool = False
) -> list[Sender]:
    """The same of units that are known. One query."""
    asked = asked_sent(units, layout, period, whole=whole)
    fetch_together(*asked)
    return senders_in(units, *asked)


def asked_sent(
    units: Sequence[Unit], layout: Layout, period: str, *, whole: bool = True
) -> tuple[QuerySet[Report], QuerySet[Version]]:
    """The reports of these units that `layout` compiles, and the last version of each."""
    found = Report.objects.filter(unit__in=units, layout=layout.compiles, period=period)
    return found, _newest(Q(report__in=found), whole=whole)


def senders_in(
    units: Sequence[Unit], found: Iterable[Report], newest: Iterable[Version]
) -> list[Sender]:
    """The units with what `asked_sent` gave."""
    reports = {one.unit_id: one for one in found}
    versions = {one.report_id: one for one in newest}
    return [Sender(one, reports.get(one.pk), versions.get(_key(reports, one))) for one in units]


def _key(reports: dict[int, Report], unit: Unit) -> int:
    report = reports.get(unit.pk)
    return report.pk if report else 0


def newest_versions(reports: Sequence[Report], *, whole: bool = False) -> dict[int, Version]:
    """The last one sent of each report, by the report's id. One query."""
    if not reports:
        return {}
    return {one.report_id: one for one in _newest(Q(report__in=reports), whole=whole)}


def _newest(of: Q, *, whole: bool) -> QuerySet[Version]:
    newest = Version.objects.filter(report=OuterRef("report")).order_by("-number").values("pk")
    found = Version.objects.filter(of, pk=Subquery(newest[:1])).select_related("by")
    return found if whole else found.defer("content")


def with_below(
    figures: Iterable[Figure], found: Sequence[Sender], within: Iterable[Summed]
) -> tuple[Figure, ...]:
    """Each figure with whom it is summed of that has not sent, or sent another figure. `within`: see
    `asked_within`."""
    sent = {one.unit.pk: _counted(one.version.content) for one in found if one.version}
    unsent: dict[str, set[int]] = defaultdict(set)
    changed: dict[str, set[int]] = defaultdict(set)
    for code, unit, *sums in within:
        if unit not in sent:
            unsent[code].add(unit)
        elif _is_other(sent[unit].get(code), sums):
            changed[code].add(unit)

    def names(of: set[int]) -> tuple[str, ...]:
        return tuple(one.unit.name for one in found if one.unit.pk in of)

    return tuple(
        replace(one, unsent=names(unsent[one.code]), changed=names(changed[one.code]))
        for one in figures
    )


def _counted(content: Json) -> dict[str, Json]:
    """What was counted of each figure that was sent; not in what was sent before that was kept."""
    return {one["code"]: one["made"] for one in content["figures"] if one.get("made")}


def _is_other(made: Json | None, sums: Sequence[Decimal | None]) -> bool:
    now = [round(float(one or 0), DECIMALS) for one in sums]
    return made is not None and now != [made["top"], made["low"]]


def told(found: Sequence[Sender], layout: Layout, period: str) -> tuple[Below, ...]:
    """What each has sent, with the figures that are compared; their content has come along.

    `layout` is of the one that compiles them.
    """
    return tuple(_below(one, all_layouts()[layout.compiles], period) for one in found)


def _below(one: Sender, sent: Layout, period: str) -> Below:
    due = sent.due_on(one.unit.level, period).isoformat()
    back = one.report is not None and one.report.state == State.RETURNED
    below = Below(unit=one.unit.name, code=one.unit.code, due_on=due, sent_back=back)
    return _sent(below, one.version) if one.version else below


def _sent(below: Below, version: Version) -> Below:
    content = from_json(_without_courses(version.content))
    return replace(
        below,
        version=version.number,
        digest=version.digest,
        sent_at=version.at.isoformat(),
        sent_by=version.signed,
        summary=_summary(content),
        figures=content.figures,
    )


def _without_courses(content: Json) -> Json:
    """What is compared is how the figures stand, not how they came to be so."""
    bare = [{**one, "months": [], "chart": None} for one in content.get("figures", ())]
    for one in bare:
        if one.get("tells"):
            one["tells"] = {**one["tells"], "drawn": {}}
    return {**content, "figures": bare}


def _summary(content: Content) -> str:
    """The first words of it."""
    return next((one.text for one in content.sections if one.text.strip()), "")
