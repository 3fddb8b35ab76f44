"""Units where much goes wrong and no risk is described: the rule, the sweep, and what a page shows."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from styrk.core import clock
from styrk.core.scope import current
from styrk.duties.commands import require, settle
from styrk.duties.models import Duty
from styrk.incidents.models import Incident, IncidentRisk
from styrk.incidents.queries import LISTED, PAGE, Listed
from styrk.incidents.states import WITHOUT_HARM, State
from styrk.incidents.types import NO_RISK
from styrk.organisation.models import Unit
from styrk.organisation.rules import LEADER, in_force
from styrk.regulation.types import Threshold
from styrk.risks.queries import units_without_risk
from styrk.risks.states import LIVE

# The law gives no number: § 6 d asks for an overview of where things fail.
MANY = Threshold(
    10, _("Ti på et år er nesten ett i måneden: det er ikke tilfeldig, og noen bør se på hvorfor.")
)
LOOKED_AT = timedelta(days=365)
DAYS_TO_DESCRIBE = 14


def units_to_look_at(on: date) -> list[Unit]:
    """Units in force with at least so many that nobody has tied to a risk, and no live risk of their own.

    For the system: a case past the line is not counted, since the leader who is told must not learn
    of it.
    """
    counted = (
        unexplained(on)
        .filter(past_line=False)
        .values("responsible_unit")
        .annotate(number=Count("pk"))
        .filter(number__gte=MANY.value)
    )
    many = list(counted.values_list("responsible_unit", flat=True))
    bare = units_without_risk(many) if many else frozenset()
    return list(Unit.objects.filter(in_force(on), pk__one_of=bare).order_by("pk"))


def unexplained(on: date) -> QuerySet[Incident]:
    """What went wrong in the last year, and shows no live risk."""
    shown = IncidentRisk.objects.filter(
        incident=OuterRef("pk"), removed_at__isnull=True, risk__state__in=LIVE
    )
    since = clock.start_of(on - LOOKED_AT)
    found = Incident.objects.filter(~Exists(shown), reported_at__gte=since)
    return found.exclude(kind__in=WITHOUT_HARM).exclude(state=State.ASIDE)


def sweep(now: datetime) -> None:
    """Lay a duty on the leader of each such unit that has none, and settle those that are mended."""
    failing = {unit.pk: unit for unit in units_to_look_at(clock.day(now))}
    waiting = Duty.objects.filter(kind=NO_RISK, settled_at__isnull=True)
    laid = dict(waiting.values_list("subject_id", "subject_uuid"))
    for pk in laid.keys() - failing.keys():
        settle(kind=NO_RISK, subject_uuid=laid[pk], by=None, now=now)
    for pk in sorted(failing.keys() - laid.keys()):
        _lay(failing[pk], now)


def _lay(unit: Unit, now: datetime) -> None:
    require(
        kind=NO_RISK,
        subject_id=unit.pk,
        subject_uuid=unit.uuid,
        unit=unit,
        role=LEADER,
        due=clock.after(now, days=DAYS_TO_DESCRIBE),
        now=now,
    )


def titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """The units that still describe no risk, as far as the person in scope sees risks there."""
    sight = current().units("risk")
    units = {unit.pk: unit for unit in Unit.objects.filter(sight.rows("pk"), uuid__in=uuids)}
    bare = units_without_risk(units.keys()) if units else ()
    return {units[pk].uuid: units[pk].name for pk in bare}


def unexplained_at(unit: Unit, on: date) -> list[Listed]:
    """The newest of the unit's that the person in scope sees, and that show no risk."""
    seen = Q(current().units("incident").rows(unit="responsible_unit"))
    found = unexplained(on).filter(seen, responsible_unit=unit).order_by("-reported_at", "-pk")
    return [Listed(*row) for row in found.values_list(*LISTED)[: PAGE + 1]]
