"""Where one ought to look next: the units right below whoever keeps audits, and the reasons for each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, F, Q

from styrk.compliance.models import Picture
from styrk.core.scope import current
from styrk.inspections.models import Audit, AuditUnit, Finding
from styrk.inspections.states import FindingKind, FindingState, State
from styrk.organisation.models import Unit
from styrk.organisation.rules import in_force
from styrk.regulation.letters import ALL
from styrk.regulation.types import Status
from styrk.risks.models import Risk
from styrk.risks.states import LIVE, Zone

# As in the evidence of § 8 a: what nobody has looked at for two years, has no independent control.
DAYS = 730
COMING = (State.PLANNED, State.ANNOUNCED, State.CARRIED_OUT, State.HEARD)
UNRIGHTED = (FindingState.OPEN, FindingState.ANSWERED)


@dataclass
class Reasons:
    """What speaks for looking at a unit and all below it, of what whoever asks may see.

    `letters` are those of §§ 6-9 that its newest picture does not show, `last` the day of the newest
    report that covers it, `coming` the audits of it that are under way.
    """

    unit: Unit
    red: int = 0
    late: int = 0
    orders: int = 0
    letters: int = 0
    last: date | None = None
    coming: list[Audit] = field(default_factory=list)

    def long_ago(self, on: date) -> bool:
        return self.last is None or self.last < on - timedelta(days=DAYS)

    def kinds(self, on: date) -> int:
        """How many kinds of reasons there are; an order past its day counts beside the findings."""
        return sum(map(bool, (self.red, self.late, self.orders, self.letters, self.long_ago(on))))


def where_to_look(keeper: Unit, on: date) -> list[Reasons]:
    """Those with most kinds of reasons first, then with the greatest numbers. Five questions."""
    units = Unit.objects.filter(in_force(on), parent=keeper).order_by("path")
    found = [Reasons(unit) for unit in units]
    _red_risks(found, keeper)
    _late_findings(found, keeper, on)
    _letters(found, on)
    _looked(found, keeper)
    return sorted(found, key=lambda one: (-one.kinds(on), -_weight(one), one.unit.path))


def _weight(one: Reasons) -> int:
    return one.red + one.late + one.letters


def _above(found: Iterable[Reasons], path: str) -> list[Reasons]:
    return [one for one in found if path.startswith(one.unit.path)]


def _red_risks(found: list[Reasons], keeper: Unit) -> None:
    red = Risk.objects.filter(current().units("risk").rows(), state__in=LIVE, zone=Zone.RED)
    below = red.filter(unit__path__startswith=keeper.path).order_by()
    for path, number in below.values_list("unit__path").annotate(Count("pk")):
        for one in _above(found, path):
            one.red += number


def _late_findings(found: list[Reasons], keeper: Unit, on: date) -> None:
    past = Q(deadline__lt=on) | Q(deadline__isnull=True, meet_due__lt=on)
    told = Finding.objects.filter(audit__state__in=[State.REPORTED, State.FOLLOWED])
    late = told.filter(past, state__in=UNRIGHTED, unit__path__startswith=keeper.path)
    for path, kind in late.order_by("pk").values_list("unit__path", "kind"):
        for one in _above(found, path):
            one.late += 1
            one.orders += kind == FindingKind.ORDER


def _letters(found: list[Reasons], on: date) -> None:
    """What the newest picture of each unit itself says: judgements of people are not weighed here."""
    asked = {one.unit.pk: one for one in found}
    letters = [one.letter.value for one in ALL]
    pictured = Picture.objects.filter(unit__one_of=asked, letter__in=letters, on__lte=on)
    newest = pictured.order_by("unit_id", "letter", "-on", "-pk").distinct("unit_id", "letter")
    for unit_id, status in newest.values_list("unit_id", "status"):
        asked[unit_id].letters += status == Status.NOT_SHOWN.value


def _looked(found: list[Reasons], keeper: Unit) -> None:
    """An audit of a unit covers all below it; an audit of one below says something of the unit."""
    near = Q(unit__path__startswith=keeper.path) | Q(unit__one_of=_line(keeper))
    places = AuditUnit.objects.filter(near, removed_at__isnull=True)
    places = places.exclude(audit__state=State.DROPPED).select_related("audit")
    for place in places.annotate(path=F("unit__path")).order_by("audit__starts_on", "audit_id"):
        for one in found:
            if place.path.startswith(one.unit.path) or one.unit.path.startswith(place.path):
                _note(one, place.audit)


def _note(one: Reasons, audit: Audit) -> None:
    if audit.state in COMING and audit not in one.coming:
        one.coming.append(audit)
    if audit.reported_on:
        one.last = max(filter(None, (one.last, audit.reported_on)))


def _line(unit: Unit) -> list[int]:
    return [int(pk) for pk in unit.path.split(".") if pk]
