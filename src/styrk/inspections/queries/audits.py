"""The register of audits: the list, one of them, and what a form about one may choose among."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Length, Replace

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import AUDITOR, QUALITY_ADVISER, Reach
from styrk.core.scope import NONE
from styrk.core.together import fetch_together
from styrk.inspections.models import (
    Audit,
    AuditCriterion,
    AuditMember,
    AuditStep,
    AuditUnit,
    Document,
    Finding,
)
from styrk.inspections.states import ALIVE, REPORTED, FindingState
from styrk.organisation.models import Appointment, Person, Unit
from styrk.organisation.queries import find_people
from styrk.organisation.rules import in_force
from styrk.requirements.models import Authority, Requirement

PAGE = 100
# More than one looks through in a list to choose from.
CHOICES = 60
HITS = 10
UNITS = 300


@dataclass(frozen=True)
class Filters:
    """What the list is limited to; empty means all that are not ended.

    `since`: those reported from that day on, ended or not, that looked at the unit or at something over or
    under it, as § 8 a counts them.
    """

    kind: str = ""
    ended: bool = False
    unit: Unit | None = None
    since: date | None = None


def audits_for(filters: Filters) -> list[Audit]:
    """Those in sight, the next and newest first, with `waiting`: findings that are not put right."""
    found = Audit.objects.all()
    if filters.since:
        found = found.filter(state__in=REPORTED, reported_on__gte=filters.since)
    if filters.ended:
        found = found.exclude(state__in=ALIVE)
    elif not filters.since:
        found = found.filter(state__in=ALIVE)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.unit:
        touched = Q(unit__path__startswith=filters.unit.path)
        if filters.since:
            touched |= Q(unit__one_of=_line(filters.unit.path))
        places = AuditUnit.objects.filter(touched, removed_at__isnull=True).values("audit")
        found = found.filter(pk__in=places)
    unmet = [FindingState.OPEN, FindingState.ANSWERED, FindingState.CLAIMED]
    counted = found.annotate(
        waiting=Count("findings", filter=Q(findings__state__in=unmet), distinct=True)
    )
    rows = counted.select_related("unit", "authority", "leader").prefetch_related(_places())
    return list(rows.order_by("-starts_on", "-pk")[:PAGE])


def _line(path: str) -> list[int]:
    """The unit and those above it."""
    return [int(pk) for pk in path.split(".") if pk]


def _places() -> "Prefetch[str]":
    held = AuditUnit.objects.filter(removed_at__isnull=True).select_related("unit")
    return Prefetch("places", held.order_by("unit__path"))


def _members() -> "Prefetch[str]":
    held = AuditMember.objects.filter(removed_at__isnull=True).select_related("person")
    return Prefetch("members", held.order_by("person__name"))


def audit(uuid: UUID) -> Audit | None:
    """One audit in sight, with its places, team and findings."""
    return (
        Audit.objects.filter(uuid=uuid)
        .select_related("unit", "authority", "leader", "set_by", "trust", "treatment__noted_by")
        .prefetch_related(
            _places(),
            _members(),
            Prefetch("findings", Finding.objects.select_related("unit").order_by("number")),
        )
        .first()
    )


class Around(NamedTuple):
    """What stands around an audit: what it is measured by, its own papers, and each act of its life."""

    criteria: list[AuditCriterion]
    papers: list[Document]
    steps: list[AuditStep]


def around(audit: Audit) -> Around:
    """In one trip."""
    criteria = AuditCriterion.objects.filter(audit=audit, removed_at__isnull=True).order_by("pk")
    criteria = criteria.select_related("requirement__edition__source")
    papers = Document.objects.filter(audit=audit, finding=None).order_by("pk")
    steps = AuditStep.objects.filter(audit=audit).select_related("by").order_by("pk")
    fetch_together(criteria, papers, steps)
    return Around(list(criteria), list(papers), list(steps))


def locked(uuid: UUID) -> Audit | None:
    """The same row, held until the transaction ends."""
    return Audit.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def audit_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Titles of those that the person in scope may see."""
    return dict(Audit.objects.filter(uuid__in=uuids).values_list("uuid", "title"))


def documents_between(path: str, first: date, last: date) -> list[Document]:
    """Reports and letters dated in the period, of the audits in sight that look at the unit that `path`
    leads to, at one above it or at one below.
    """
    places = AuditUnit.objects.filter(
        Q(unit__one_of=_line(path)) | Q(unit__path__startswith=path), removed_at__isnull=True
    )
    found = Document.objects.filter(
        audit__in=places.values("audit"),
        kind__in=("report", "letter"),
        dated_on__range=(first, last),
    )
    return list(found.select_related("audit").order_by("dated_on", "pk"))


def document(uuid: UUID) -> Document | None:
    return Document.objects.select_related("audit").filter(uuid=uuid).first()


def keeping_unit(standing: Standing) -> Unit | None:
    """Where the person's audits are kept: the topmost unit that a post gives it for."""
    reaches = [(p, p.reach(Permission.KEEP_INSPECTIONS)) for p in standing.posts]
    held = [p.trust_id if reach is Reach.TRUST else p.unit_id for p, reach in reaches if reach]
    return Unit.objects.filter(pk__in=held).select_related("trust").order_by("path").first()


def units_named(words: Iterable[str], standing: Standing, on: date) -> dict[str, list[Unit]]:
    """Which units each word is the code or the whole name of, of those that one may look at."""
    kept = standing.may.get(Permission.KEEP_INSPECTIONS, NONE)
    asked = {word: word.casefold() for word in words}
    same = Q()
    for word in asked:
        same |= Q(code__iexact=word) | Q(name__iexact=word)
    if not asked:
        return {}
    units = Unit.objects.filter(same, kept.rows("pk", "trust"), in_force(on))
    found = list(units.select_related("parent", "trust").order_by("path")[:UNITS])
    return {
        word: [one for one in found if plain in {one.code.casefold(), one.name.casefold()}]
        for word, plain in asked.items()
    }


def units_in(audit: Audit) -> list[Unit]:
    """The units that a finding may be at: those looked at and all below them, at most the 300 topmost."""
    below = Q(pk__in=())
    for place in audit.places.all():
        below |= Q(path__startswith=place.unit.path)
    level = Length("path") - Length(Replace("path", Value(".")))
    topmost = Unit.objects.filter(below).order_by(level, "path")[:UNITS]
    return sorted(topmost, key=lambda one: one.path)


def auditors(unit: Unit, on: date) -> QuerySet[Person]:
    """Those who carry out audits in the trust that keeps them."""
    roles = [AUDITOR.code, QUALITY_ADVISER.code]
    posts = Appointment.objects.filter(
        in_force(on), role__in=roles, unit__trust_id=unit.legal_id
    ).values("person_id")
    found = Person.objects.filter(pk__in=posts, left_on__isnull=True)
    return found.order_by("name", "pk")[:CHOICES]


def people_called(text: str, audit: Audit, on: date) -> list[Person]:
    """Whom the text may mean, to take onto the team: of the trust that keeps it, of those above it and, where a
    region keeps it, of those below.
    """
    path = audit.unit.path
    near = Q(trust_id__one_of=_line(path)) | Q(path__startswith=path)
    homes = list(Unit.objects.filter(near).values_list("pk", flat=True))
    return find_people(text, home_units=homes, on=on, limit=HITS)


def authorities() -> list[Authority]:
    return list(Authority.objects.filter(successor=None).order_by("name"))


def criteria_for(unit: Unit) -> list[Requirement]:
    """The requirements that stand at the trust, to look at units by."""
    placed = Requirement.objects.filter(placements__unit_id=unit.legal_id).distinct()
    return list(
        placed.select_related("edition__source").order_by("edition_id", "position")[:CHOICES]
    )


def criteria_of(audit: Audit) -> list[Requirement]:
    """The requirements that the audit looks at."""
    held = AuditCriterion.objects.filter(audit=audit, removed_at__isnull=True)
    rows = held.select_related("requirement__edition__source").order_by("pk")
    return [one.requirement for one in rows]
