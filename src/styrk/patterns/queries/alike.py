"""Reports that are like each other, of those in sight: beside one case, and among all of a unit's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from styrk.core import clock
from styrk.core.scope import current
from styrk.incidents.models import Incident
from styrk.incidents.recurrence.alike import alike
from styrk.incidents.recurrence.languages import Language, language
from styrk.incidents.recurrence.proposals import Dismissed, Proposal, comes_back, proposals
from styrk.incidents.recurrence.reading import Report
from styrk.incidents.recurrence.reasons import Reason, why
from styrk.incidents.recurrence.scan import scan
from styrk.incidents.states import Kind
from styrk.incidents.states import State as IncidentState
from styrk.organisation.models import Unit
from styrk.patterns.models import Dismissal, GroupMember, IncidentGroup, ThemeMember
from styrk.patterns.states import State, ThemeState

# Beside one case so many of the newest in sight are looked among; those with most words in common are
# compared, and as many of the newest with them, so that what is common everywhere counts for little.
NEWEST, COMPARED, BESIDE = 10_000, 200, 200
# Among a unit's own so many of the newest: what a page can wait for.
MOST = 20_000
TOP = 8
# As alike as this is shown, and as this is ticked.
SHOWN, TICKED = 0.15, 0.35
# Three years: what is new is held against the two before (`recurrence.rising`).
YEARS = timedelta(days=3 * 365)
PROPOSED = 20
# What a group holds is said by so many of its newest reports.
SAID_BY = 5
# So many events are told of though they do not rise.
MANY = 5
COLUMNS = (
    *("pk", "uuid", "title", "description", "happened_at", "reported_at"),
    *("unit__name", "responsible_unit__path"),
)
# What went well, and what somebody would like, recurs without being an avvik.
NO_AVVIK = (Kind.GOOD, Kind.SUGGESTION)
WORDS = "replace(plainto_tsquery('norwegian', %s)::text, '&', '|')::tsquery"


@dataclass(frozen=True)
class Compared:
    """A report as it is compared, and as it stands in a list."""

    pk: int
    uuid: UUID
    title: str
    text: str
    happened_at: datetime
    reported_at: datetime
    site: str
    path: str

    @property
    def report(self) -> Report:
        return Report(self.text, clock.day(self.happened_at), self.site)


@dataclass(frozen=True)
class Match:
    """A report that is like another, how much, and why."""

    told: Compared
    score: float
    reason: Reason

    @property
    def ticked(self) -> bool:
        return self.score >= TICKED


@dataclass(frozen=True)
class Recurring:
    """What is proposed: the reports in it, and the group that some of them belong to already."""

    proposal: Proposal
    members: tuple[Compared, ...]
    group: IncidentGroup | None
    fresh: tuple[Compared, ...]


def written() -> Language:
    """The language that reports are written in here."""
    return language(settings.REPORT_LANGUAGE)


def earlier_like(incident: Incident) -> list[Match]:
    """The reports before this one that are most like it, best first."""
    before = _own_cases().filter(
        Q(reported_at__lt=incident.reported_at)
        | Q(reported_at=incident.reported_at, pk__lt=incident.pk)
    )
    near = _compared(before, f"{incident.title} {incident.description}")
    own = Report(incident.description, clock.day(incident.happened_at), incident.unit.name)
    reports = [own, *(one.report for one in near)]
    scanned = scan([one.text for one in reports], written(), TOP)
    return [
        Match(near[one.row - 1], one.score, why(own, reports[one.row], scanned.model))
        for one in alike(reports, scanned, TOP)[0]
        if one.score >= SHOWN
    ]


def like_members(group: IncidentGroup, limit: int) -> list[Match]:
    """Those at the unit and below it that are most like what the group holds, and do not belong to it."""
    inside = GroupMember.objects.filter(group=group, left_at__isnull=True)
    others = _looked_among(group.unit).exclude(pk__in=inside.values("incident"))
    held = inside.order_by("-pk").values_list("incident__description", flat=True)[:SAID_BY]
    own = Report(" ".join([group.title, group.common, *held]), None, "")
    near = _compared(others, own.text)
    reports = [own, *(one.report for one in near)]
    scanned = scan([one.text for one in reports], written(), limit)
    return [
        Match(near[one.row - 1], one.score, why(own, reports[one.row], scanned.model))
        for one in alike(reports, scanned, limit)[0]
        if one.score >= SHOWN
    ]


def _compared(before: QuerySet[Incident], text: str) -> list[Compared]:
    newest = before.order_by("-reported_at", "-pk")
    among = Incident.objects.filter(pk__in=newest.values("pk")[:NEWEST])
    rank = RawSQL(f"ts_rank(incidents_incident.search, {WORDS})", [text])  # noqa: S611 - constants
    ranked = among.annotate(rank=rank).filter(rank__gt=0).order_by("-rank", "-pk")
    found = [*_told(ranked[:COMPARED]), *_told(newest[:BESIDE])]
    return list({one.pk: one for one in found}.values())


def recurring(
    unit: Unit, on: date, dismissed: Sequence[Dismissal] | None = None
) -> list[Recurring]:
    """What goes again at the unit and below it, of the reports in sight: what rises first.

    Neither what belongs to a group or a tema as a whole, nor what was `dismissed` there and has not
    changed since.
    """
    told = _told(_newest_of(unit, on))
    if not told:
        return []
    reports = [one.report for one in told]
    scanned = scan([one.text for one in reports], written())
    said_no = [as_kept(one) for one in (dismissals(unit) if dismissed is None else dismissed)]
    found = [
        one
        for one in proposals([str(each.uuid) for each in told], reports, scanned, on)
        if comes_back(one, said_no)
    ]
    by_id = {str(one.uuid): one for one in told}
    inside = _groups([one.pk for one in told])
    worked_on = _in_themes([one.pk for one in told])
    made = [_recurring(one, by_id, inside, worked_on) for one in found]
    return [one for one in made if one.fresh][:PROPOSED]


def _looked_among(unit: Unit) -> QuerySet[Incident]:
    found = _own_cases().exclude(kind__in=NO_AVVIK)
    return found.filter(responsible_unit__path__startswith=unit.path, past_line=False)


def _newest_of(unit: Unit, on: date) -> QuerySet[Incident]:
    lately = _looked_among(unit).filter(reported_at__gte=clock.noon_of(on - YEARS))
    return lately.order_by("-reported_at", "-pk")[:MOST]


def looked_since(unit: Unit, on: date) -> date | None:
    """The day of the oldest that is looked among, where there are more than can be; else None."""
    last = _newest_of(unit, on).values_list("reported_at", flat=True)[MOST - 1 : MOST]
    return next((clock.day(at) for at in last), None)


def worth_telling(unit: Unit, on: date) -> list[Recurring]:
    """What the unit's leader is to look at unasked: it rises, or is large, and is of no single unit below."""
    return [
        one
        for one in recurring(unit, on)
        if (one.proposal.rising or len(one.proposal.events) >= MANY) and not _below(unit, one)
    ]


def _below(unit: Unit, one: Recurring) -> bool:
    """Whether all of it lies in the same unit below, whose own leader is told."""
    places = {each.path.removeprefix(unit.path).split(".")[0] for each in one.members}
    return len(places) == 1 and places != {""}


def proposed(unit: Unit, fingerprint: str, on: date) -> Recurring | None:
    found = recurring(unit, on)
    return next((one for one in found if one.proposal.fingerprint == fingerprint), None)


def _recurring(
    one: Proposal,
    by_id: dict[str, Compared],
    inside: dict[int, IncidentGroup],
    worked_on: set[int],
) -> Recurring:
    members = tuple(by_id[uuid] for uuid in one.members)
    groups = [inside[each.pk] for each in members if each.pk in inside]
    fresh = tuple(each for each in members if each.pk not in inside and each.pk not in worked_on)
    return Recurring(one, members, groups[0] if groups else None, fresh)


def groups_with(matches: Sequence[Match], incident: Incident) -> list[IncidentGroup]:
    """The groups that these belong to and the case does not, the newest first."""
    found = _followed([incident.pk, *(match.told.pk for match in matches)])
    own = {one.group_id for one in found if one.incident_id == incident.pk}
    return list(
        {one.pk: one for one in (each.group for each in found) if one.pk not in own}.values()
    )


def _groups(incidents: Sequence[int]) -> dict[int, IncidentGroup]:
    """The oldest group that is followed, of each of these that belongs to one."""
    return {one.incident_id: one.group for one in _followed(incidents)}


def _in_themes(incidents: Sequence[int]) -> set[int]:
    """Those of these that belong to a tema which is worked on."""
    found = ThemeMember.objects.filter(
        incident__one_of=incidents, left_at__isnull=True, theme__state=ThemeState.OPEN
    )
    return set(found.values_list("incident", flat=True))


def _followed(incidents: Sequence[int]) -> list[GroupMember]:
    """That these belong to groups that are followed, the newest group first."""
    found = GroupMember.objects.filter(
        incident__one_of=incidents, left_at__isnull=True, group__state=State.OPEN
    )
    return list(found.select_related("group__unit").order_by("-group_id", "pk"))


def dismissals(unit: Unit) -> list[Dismissal]:
    """What was dismissed at the unit and not taken up again, the newest first."""
    found = Dismissal.objects.filter(unit=unit, taken_up_at__isnull=True)
    return list(found.select_related("by").order_by("-pk"))


def dismissal(uuid: UUID) -> Dismissal | None:
    found = Dismissal.objects.filter(uuid=uuid, taken_up_at__isnull=True)
    return found.select_related("unit").select_for_update(of=("self",), no_key=True).first()


def titles_of(uuids: Sequence[str]) -> dict[str, str]:
    """Those of these reports that are in sight."""
    found = Incident.objects.filter(uuid__one_of=[UUID(one) for one in uuids])
    return {str(uuid): title for uuid, title in found.values_list("uuid", "title")}


def as_kept(one: Dismissal) -> Dismissed:
    return Dismissed(one.fingerprint, tuple(one.members), one.events, one.rising, one.times)


def told_of(uuids: Sequence[UUID]) -> list[Compared]:
    """These reports, those in sight, the first to be reported first."""
    return _told(_own_cases().filter(uuid__one_of=uuids).order_by("reported_at", "pk"))


def newest_told(incident: Incident, number: int) -> list[Compared]:
    """The newest reports in sight, but for this."""
    newest = _own_cases().exclude(pk=incident.pk).order_by("-reported_at", "-pk")
    return _told(newest[:number])


def _own_cases() -> QuerySet[Incident]:
    """Those in sight that are cases of their own."""
    sight = current().units("incident").rows(unit="responsible_unit")
    return Incident.objects.filter(sight, same_as__isnull=True).exclude(state=IncidentState.ASIDE)


def _told(found: QuerySet[Incident, Any]) -> list[Compared]:
    return [Compared(*row) for row in found.values_list(*COLUMNS)]
