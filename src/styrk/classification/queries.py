"""Code schemes and codes, what is set on a case, and how often each code is set."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from styrk.access.queries import Standing
from styrk.classification.models import Code, CodeAxis, CodeScheme, IncidentCode
from styrk.core import clock
from styrk.core.scope import current
from styrk.core.tallies import first_of_month
from styrk.core.trips import asks
from styrk.incidents.listing import MONTHS_LOOKED_AT
from styrk.incidents.models import Incident
from styrk.incidents.queries import LISTED, Listed
from styrk.incidents.states import State
from styrk.organisation.models import Unit
from styrk.ui.paging import Place

PAGE = 50
# What is taken away, past the line, or no case of its own, is counted nowhere.
COUNTED = Q(removed_at__isnull=True, incident__past_line=False) & ~Q(incident__state=State.ASIDE)


class Same(NamedTuple):
    """What a code is in every version of its scheme."""

    scheme: str
    axis: str
    code: str


@dataclass(frozen=True)
class CodeCount:
    """A code, and the cases in sight that it is set on."""

    code: Code
    number: int


def trusts(standing: Standing) -> list[Unit]:
    """The organisations one has to do with."""
    return list(Unit.objects.filter(pk__one_of=list(standing.trusts)).order_by("path"))


def schemes(trusts: Collection[int]) -> list[CodeScheme]:
    """All that these organisations have read in, those in use first, then the newest."""
    found = CodeScheme.objects.filter(trust__one_of=list(trusts))
    return list(
        found.select_related("trust", "taken_by", "ended_by").order_by(
            "-ended_at", "trust__path", "name", "-pk"
        )
    )


def in_use(trust_id: int) -> list[CodeScheme]:
    return list(_in_use(trust_id))


@asks
def _in_use(trust_id: int) -> QuerySet[CodeScheme]:
    return CodeScheme.objects.filter(trust=trust_id, ended_at__isnull=True).order_by("name")


def scheme(uuid: UUID, standing: Standing) -> CodeScheme | None:
    """One of an organisation one has to do with."""
    found = CodeScheme.objects.filter(uuid=uuid, trust__one_of=list(standing.trusts))
    return found.select_related("trust", "taken_by", "ended_by").first()


def hold_scheme(uuid: UUID) -> CodeScheme | None:
    return CodeScheme.objects.select_for_update(no_key=True).filter(uuid=uuid).first()


def axes_of(schemes: Iterable[CodeScheme]) -> list[CodeAxis]:
    """The axes with their codes, in the order of the files."""
    codes = Code.objects.order_by("number")
    found = CodeAxis.objects.filter(scheme__one_of=[one.pk for one in schemes])
    return list(
        found.select_related("scheme")
        .prefetch_related(Prefetch("codes", codes))
        .order_by("scheme__name", "number")
    )


def set_on(incident: Incident) -> list[IncidentCode]:
    """What stands on the case, in the order of the axes."""
    return list(_set_on(incident))


@asks
def _set_on(incident: Incident) -> QuerySet[IncidentCode]:
    found = IncidentCode.objects.filter(incident=incident, removed_at__isnull=True)
    return found.select_related("code__axis__scheme", "set_by").order_by(
        "code__axis__scheme__name", "code__axis__number", "code__number"
    )


def set_on_each(incidents: Collection[int]) -> list[tuple[int, Same]]:
    """What stands on each of these cases."""
    found = IncidentCode.objects.filter(incident__one_of=list(incidents), removed_at__isnull=True)
    rows = found.order_by("pk").values_list(
        "incident_id", "code__axis__scheme__name", "code__axis__key", "code__code"
    )
    return [(pk, Same(*said)) for pk, *said in rows]


def code(uuid: UUID, standing: Standing) -> Code | None:
    found = Code.objects.filter(uuid=uuid, axis__scheme__trust__one_of=list(standing.trusts))
    return found.select_related("axis__scheme__trust").first()


def counts(axes: Collection[CodeAxis], on: date) -> Mapping[int, list[CodeCount]]:
    """For each axis (by id) how often its codes were set on cases in sight of the last twelve months.

    Counted by what the code is, so that a new version of the scheme goes on from the one before.
    """
    trusts = {axis.scheme.trust_id for axis in axes}
    rows = (
        _seen(trusts, on)
        .values_list("trust_id", "code__axis__scheme__name", "code__axis__key", "code__code")
        .annotate(number=Count("incident_id", distinct=True))
        .order_by()
    )
    numbers = {(trust, Same(*said)): number for trust, *said, number in rows}
    found = defaultdict(list)
    for axis in axes:
        for one in axis.codes.all():
            same = Same(axis.scheme.name, axis.key, one.code)
            if number := numbers.get((axis.scheme.trust_id, same)):
                found[axis.pk].append(CodeCount(one, number))
        found[axis.pk].sort(key=lambda each: (-each.number, each.code.number))
    return found


def cases_with(code: Code, on: date, before: Place | None) -> list[Listed]:
    """The cases that the number of the code counts, the newest first, a page and one."""
    axis = code.axis
    found = _seen({axis.scheme.trust_id}, on).filter(
        code__axis__scheme__name=axis.scheme.name, code__axis__key=axis.key, code__code=code.code
    )
    cases = Incident.objects.filter(pk__in=found.values("incident_id"))
    if before is not None:
        at, pk = before
        cases = cases.filter(Q(reported_at__lt=at) | Q(reported_at=at, pk__lt=pk))
    rows = cases.order_by("-reported_at", "-pk").values_list(*LISTED)
    return [Listed(*row) for row in rows[: PAGE + 1]]


def _seen(trusts: Collection[int], on: date) -> QuerySet[IncidentCode]:
    sight = current().units("incident").rows(unit="incident__responsible_unit")
    return IncidentCode.objects.filter(
        COUNTED, sight, trust__one_of=list(trusts), incident__reported_at__gte=_since(on)
    )


def _since(on: date) -> datetime:
    """Twelve whole months, this one with them, as the list of incidents counts."""
    return clock.start_of(first_of_month(on, MONTHS_LOOKED_AT - 1))
