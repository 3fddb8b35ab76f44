"""Yearly reports as they are shown, and who has none for a year."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import clock
from styrk.core.asking import Ask
from styrk.core.scope import NONE
from styrk.core.trips import asks
from styrk.duties.models import Duty
from styrk.organisation.flavours import Flavour, flavour_of
from styrk.organisation.models import Unit
from styrk.organisation.rules import in_force
from styrk.yearly.models import Addendum, FollowUp, PartWords, YearlyReport, YearlyStep
from styrk.yearly.rules import may_read
from styrk.yearly.states import State
from styrk.yearly.types import WRITE

PAGE = 60
WHOLE = Q(trust=F("pk")) | Q(trust__isnull=True)


def kommuner(standing: Standing) -> list[Unit]:
    """The kommuner that one belongs to, or reads reports from."""
    read = standing.may.get(Permission.SEE_REPORTS, NONE)
    mine = Q(pk__one_of=standing.trusts) | read.rows("pk", "pk")
    return _municipal(Unit.objects.filter(WHOLE, mine).order_by("path")[:PAGE])


def _municipal(units: Collection[Unit]) -> list[Unit]:
    return [one for one in units if flavour_of(one.level) is Flavour.MUNICIPAL]


def reports_of(unit: Unit, standing: Standing) -> list[YearlyReport]:
    """Those of the kommune that the person may read, the newest first."""
    found = YearlyReport.objects.filter(unit=unit).select_related("unit", "sent_by", "treatment")
    rows = found.defer("material", "content").order_by("-year", "-number")[:PAGE]
    return [one for one in rows if may_read(standing, one)]


def told_council(unit: Unit) -> list[YearlyReport]:
    """Those that wait for kommunestyret, and the newest that it has treated."""
    found = _told_council(unit.pk)
    treated = [one for one in found if one.state == State.TREATED]
    return [*(one for one in found if one.state == State.SENT), *treated[:1]]


@asks
def _told_council(unit_id: int) -> QuerySet[YearlyReport]:
    found = YearlyReport.objects.filter(unit=unit_id).exclude(state=State.DRAFT)
    rows = found.select_related("unit", "treatment").defer("material", "content")
    return rows.order_by("-year", "-number")[:PAGE]


def report(uuid: UUID, standing: Standing) -> YearlyReport | None:
    """One that the person may read, with all that hangs on it."""
    found = (
        YearlyReport.objects.filter(uuid=uuid)
        .select_related("unit", "begun_by", "sent_by", "follows", "treatment__by")
        .select_related("treatment__follow_up__owner", "treatment__follow_up__told_by")
        .prefetch_related(
            Prefetch("words", PartWords.objects.select_related("by").order_by("pk")),
            Prefetch("addenda", Addendum.objects.select_related("by").order_by("pk")),
            Prefetch("steps", YearlyStep.objects.select_related("by").order_by("pk")),
        )
        .first()
    )
    return found if found and may_read(standing, found) else None


def locked(uuid: UUID) -> YearlyReport | None:
    """The same row, held until the transaction ends."""
    held = YearlyReport.objects.select_for_update(no_key=True, of=("self",))
    return held.filter(uuid=uuid).first()


def top_unit(uuid: UUID) -> Unit | None:
    return Unit.objects.filter(uuid=uuid).first()


def latest_sent(unit: Unit) -> YearlyReport | None:
    """The newest that kommunestyret was sent."""
    found = YearlyReport.objects.filter(unit=unit).exclude(state=State.DRAFT)
    return found.order_by("-sent_at").first()


def kommuner_to_write(year: int, on: date) -> list[Unit]:
    """Kommuner that were there in the year, have sent nothing of it, and are not asked for it yet."""
    sent = YearlyReport.objects.filter(unit=OuterRef("pk"), year=year).exclude(state=State.DRAFT)
    asked = Duty.objects.filter(kind=WRITE, subject_id=OuterRef("pk"), settled_at__isnull=True)
    found = Unit.objects.filter(WHOLE, in_force(on), ~Exists(sent), ~Exists(asked))
    return _municipal(found.filter(valid_from__lt=date(year + 1, 1, 1)).order_by("pk"))


def unit_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """The kommuner by name: no secret."""
    return dict(Unit.objects.filter(uuid__in=uuids).values_list("uuid", "name"))


def report_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Those that are sent: every kommune's people may read them."""
    found = YearlyReport.objects.filter(uuid__in=uuids).exclude(state=State.DRAFT)
    return {one.uuid: str(one) for one in found.defer("material", "content").select_related("unit")}


def follow_up_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """What kommunestyret said, which every kommune's people may read."""
    found = FollowUp.objects.filter(uuid__in=uuids).select_related("treatment")
    return {one.uuid: one.treatment.words[:120] for one in found}


def followed(uuid: UUID) -> FollowUp | None:
    return FollowUp.objects.filter(uuid=uuid).select_related("treatment__report").first()


def asked_follow_ups(unit: Unit) -> QuerySet[FollowUp]:
    """What somebody follows for kommunestyret, those that wait first."""
    found = FollowUp.objects.filter(treatment__report__unit=unit)
    rows = found.select_related("treatment__report", "owner")
    told_last = rows.order_by(F("told_at").desc(nulls_first=True), "due", "pk")
    return told_last.defer("treatment__report__material", "treatment__report__content")[:PAGE]


class Sent(NamedTuple):
    """Of a unit: whether it is a whole kommune, and its reports since a day: how many, the last, treated."""

    is_kommune: bool
    number: int
    last: date | None
    treated: int


def sent_since(path: str, since: date) -> Ask[Sent]:
    sql = """
        SELECT max(u.level) FILTER (WHERE coalesce(u.trust_id, u.id) = u.id), count(r.id),
            max(r.sent_at), count(r.id) FILTER (WHERE r.state = 'treated')
        FROM organisation_unit u
        LEFT JOIN yearly_yearlyreport r ON r.unit_id = u.id AND r.sent_at >= %s
        WHERE u.path = %s
    """
    return Ask(sql, [clock.start_of(since), path], _sent)


def _sent(level: str | None, number: int, last: datetime | None, treated: int) -> Sent:
    municipal = flavour_of(level or "") is Flavour.MUNICIPAL
    return Sent(municipal, number, clock.day(last) if last else None, treated)
