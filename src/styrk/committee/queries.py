"""The committees, their cases and their advice, as far as the person in scope sees them."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from styrk.access.queries import Standing
from styrk.access.roles import QUALITY_COMMITTEE
from styrk.actions.models import Action
from styrk.committee import rules
from styrk.committee.models import Advice, CommitteeCase
from styrk.committee.states import AdviceState, State
from styrk.committee.types import LATELY_DAYS
from styrk.core.scope import SYSTEM, acting
from styrk.core.trips import asks
from styrk.incidents.models import Incident, Recusal
from styrk.incidents.queries import recused_from
from styrk.incidents.search import numbered
from styrk.incidents.states import SERIOUS, Kind
from styrk.incidents.states import State as IncidentState
from styrk.organisation.models import Appointment, Person, Unit
from styrk.organisation.queries import holder_of, responsible_leaders
from styrk.organisation.rules import in_force
from styrk.ui.paging import Place

PAGE = 50


def committees_of(standing: Standing) -> list[Unit]:
    """The units in whose committee the person sits."""
    return list(Unit.objects.filter(pk__one_of=standing.scope.committees.ids).order_by("path"))


def committee_above(unit: Unit, on: date) -> Unit | None:
    """The nearest unit in the line, in the same organisation, with somebody in its committee."""
    line = [int(pk) for pk in unit.path.split(".") if pk]
    sits = Appointment.objects.filter(
        in_force(on), role=QUALITY_COMMITTEE.code, unit=OuterRef("pk")
    )
    found = Unit.objects.filter(Exists(sits), pk__one_of=line)
    within = [one for one in found if one.legal_id == unit.legal_id]
    return max(within, key=lambda one: len(one.path), default=None)


def members(unit: Unit, on: date) -> list[Person]:
    return holder_of(unit, QUALITY_COMMITTEE.code, on)


def case(uuid: UUID, _standing: Standing | None = None) -> CommitteeCase | None:
    return _whole().filter(uuid=uuid).first()


def hold(uuid: UUID) -> CommitteeCase | None:
    return CommitteeCase.objects.select_for_update(no_key=True).filter(uuid=uuid).first()


def one_advice(uuid: UUID, _standing: Standing | None = None) -> Advice | None:
    return _advice().filter(uuid=uuid).first()


def hold_advice(uuid: UUID) -> Advice | None:
    return Advice.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def waiting(units: Collection[int]) -> list[CommitteeCase]:
    """What waits for these committees, the oldest first."""
    found = _whole().filter(unit__one_of=units, state=State.WAITING)
    return list(found.order_by("laid_at", "pk")[: PAGE + 1])


def treated(units: Collection[int], before: Place | None = None) -> list[CommitteeCase]:
    """What these committees have treated, the newest first, a page (and one) at a time."""
    found = _whole().filter(unit__one_of=units, state=State.TREATED)
    if before:
        at, pk = before
        found = found.filter(ended_at__lte=at).exclude(ended_at=at, pk__gte=pk)
    return list(found.order_by("-ended_at", "-pk")[: PAGE + 1])


def advice_waiting(units: Collection[int]) -> list[Advice]:
    """What these committees have advised, and nobody has answered, the first due first."""
    found = _advice().filter(case__unit__one_of=units, state=AdviceState.WAITING)
    return list(found.order_by("due", "pk")[: PAGE + 1])


def advice_of(one: CommitteeCase) -> list[Advice]:
    return list(_advice().filter(case=one).order_by("pk"))


def cases_of(incident: Incident) -> list[CommitteeCase]:
    """Where it came to a committee, the newest first."""
    return list(_cases_of(incident))


@asks
def _cases_of(incident: Incident) -> QuerySet[CommitteeCase]:
    return _whole().filter(incident=incident).order_by("-pk")


def advice_on(incident: Incident) -> list[Advice]:
    return list(_advice_on(incident))


@asks
def _advice_on(incident: Incident) -> QuerySet[Advice]:
    return _advice().filter(case__incident=incident).order_by("pk")


def actions_of(advice: Advice) -> list[Action]:
    """The actions it led to, in sight of the person in scope."""
    linked = advice.actions.values("action")
    return list(Action.objects.filter(pk__in=linked).select_related("owner").order_by("pk"))


def advised(incident: Incident, on: date) -> list[tuple[Unit, Person]]:
    """Whom advice on it may be given to: who leads where it lies or above, in the same organisation.

    Nobody who is inhabil.
    """
    line = [int(pk) for pk in incident.responsible_unit.path.split(".") if pk]
    found = Unit.objects.filter(pk__one_of=line).order_by("-path")
    units = [one for one in found if one.legal_id == incident.trust_id]
    led = responsible_leaders([one.pk for one in units], on)
    inhabil = recused_from(incident)
    able = {pk: [one for one in people if one not in inhabil] for pk, people in led.items()}
    return [(one, able[one.pk][0]) for one in units if able[one.pk]]


def required(unit: Unit, text: str, by: Person) -> Incident | None:
    """The case of the number that a committee may require; asked as the system, since none is in sight."""
    with acting(SYSTEM):
        found = numbered(Incident.objects.select_related("unit", "handler"), text).first()
        if found is None or not found.unit.path.startswith(unit.path):
            return None
        recused = Recusal.objects.filter(incident=found, person=by).exists()
        return None if recused or not rules.takes(found) else found


def serious_unseen(now: datetime) -> list[Incident]:
    """Serious events of patients lately, that no committee has had. For the sweep."""
    had = CommitteeCase.objects.filter(incident=OuterRef("pk"))
    found = Incident.objects.filter(
        ~Exists(had),
        harm_actual__in=SERIOUS,
        kind=Kind.PATIENT,
        past_line=False,
        reported_at__gte=now - timedelta(days=LATELY_DAYS),
    ).exclude(state=IncidentState.ASIDE)
    return list(found.select_related("unit").order_by("pk"))


def case_titles(uuids: Collection[UUID]) -> dict[UUID, str]:
    """Those of these that the person in scope sees."""
    found = CommitteeCase.objects.filter(uuid__one_of=uuids)
    return dict(found.values_list("uuid", "incident__title"))


def advice_titles(uuids: Collection[UUID]) -> dict[UUID, str]:
    return {one.uuid: str(one) for one in Advice.objects.filter(uuid__one_of=uuids)}


def seen(_standing: Standing, uuids: Collection[UUID]) -> set[UUID]:
    return set(CommitteeCase.objects.filter(uuid__one_of=uuids).values_list("uuid", flat=True))


def advice_seen(_standing: Standing, uuids: Collection[UUID]) -> set[UUID]:
    return set(Advice.objects.filter(uuid__one_of=uuids).values_list("uuid", flat=True))


def _whole() -> QuerySet[CommitteeCase]:
    return CommitteeCase.objects.select_related(
        "unit", "incident__responsible_unit", "incident__unit", "laid_by", "ended_by"
    )


def _advice() -> QuerySet[Advice]:
    return Advice.objects.select_related("case__unit", "to_unit", "given_by", "answered_by")
