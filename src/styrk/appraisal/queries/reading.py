"""Reviews as they are shown."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from styrk.access.queries import Standing
from styrk.actions.models import Action
from styrk.actions.queries import TOLD
from styrk.actions.states import State as ActionState
from styrk.appraisal.models import (
    Addendum,
    Appraisal,
    AppraisalAction,
    AppraisalStep,
    Input,
    Participant,
    Verdict,
)
from styrk.appraisal.rules import may_read
from styrk.appraisal.states import State
from styrk.core import clock
from styrk.core.trips import asks
from styrk.organisation.models import Unit
from styrk.ui.strands import Links

PAGE = 60


def newest_of(unit: Unit) -> list[Appraisal]:
    """Those of the organisation, the newest first, whoever asks."""
    found = Appraisal.objects.filter(unit=unit).select_related("unit", "signed_by")
    return list(found.defer("material", "content").order_by("-year", "-number")[:PAGE])


def appraisals_of(unit: Unit, standing: Standing) -> list[Appraisal]:
    """Those of the organisation that the person may read, the newest first."""
    return [one for one in newest_of(unit) if may_read(standing, one)]


def appraisal(uuid: UUID, standing: Standing) -> Appraisal | None:
    """One that the person may read, with all that hangs on it; its actions by `decisions_of`."""
    found = (
        Appraisal.objects.filter(uuid=uuid)
        .select_related("unit", "begun_by", "signed_by", "follows")
        .prefetch_related(
            Prefetch("verdicts", Verdict.objects.select_related("by").order_by("pk")),
            Prefetch("inputs", Input.objects.select_related("by").order_by("pk")),
            Prefetch("participants", Participant.objects.order_by("held_on", "pk")),
            Prefetch("addenda", Addendum.objects.select_related("by").order_by("pk")),
            Prefetch("steps", AppraisalStep.objects.select_related("by").order_by("pk")),
        )
        .first()
    )
    return found if found and may_read(standing, found) else None


def under_way(unit: Unit) -> Appraisal | None:
    """The unit's review that is not signed yet."""
    return Appraisal.objects.filter(unit=unit, state=State.DRAFT).first()


def locked(uuid: UUID) -> Appraisal | None:
    """The same row, held until the transaction ends."""
    return Appraisal.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def latest_signed(unit: Unit) -> Appraisal | None:
    """The organisation's newest review that was signed."""
    return next(iter(asked_latest(unit)), None)


def signed_between(path: str, first: date, last: date) -> list[Appraisal]:
    """The whole organisation's reviews, of the unit that `path` leads to, signed on a day of the period."""
    line = [int(pk) for pk in path.split(".") if pk]
    found = Appraisal.objects.filter(
        Q(unit__trust=F("unit")) | Q(unit__trust__isnull=True),
        unit__one_of=line,
        state=State.SIGNED,
        signed_at__gte=clock.start_of(first),
        signed_at__lt=clock.start_of(last + timedelta(days=1)),
    )
    return list(found.select_related("unit", "signed_by").order_by("signed_at", "pk"))


def asked_latest(unit: Unit) -> QuerySet[Appraisal]:
    """The same, to be asked together with other questions."""
    found = Appraisal.objects.filter(unit=unit, state=State.SIGNED)
    return found.order_by("-year", "-number")[:1]


@asks
def signed_verdicts(unit: Unit, item: str) -> QuerySet[Verdict]:
    """What the unit's newest signed review that judged the item says of it."""
    found = Verdict.objects.filter(appraisal__unit=unit, appraisal__state=State.SIGNED, item=item)
    whole = found.select_related("appraisal__unit", "appraisal__signed_by")
    return whole.defer("appraisal__material", "appraisal__content").order_by(
        "-appraisal__signed_at"
    )[:1]


def decisions_of(appraisal: Appraisal) -> list[Action]:
    """What was decided in it and what followed, as it stands now; those that the person may see."""
    links = AppraisalAction.objects.filter(appraisal=appraisal).values("action")
    return list(Action.objects.filter(pk__in=links).select_related("owner").order_by("pk"))


def open_before(appraisal: Appraisal) -> list[tuple[Action, int]]:
    """What was decided in reviews before this one and has no known effect yet, each with its year."""
    links = AppraisalAction.objects.filter(
        appraisal__unit=appraisal.unit_id,
        appraisal__signed_at__lt=appraisal.signed_at,
        action__state__in=[ActionState.PLANNED, ActionState.DONE],
    )
    found = links.select_related("action__owner", "appraisal").order_by("appraisal", "action")
    return [(one.action, one.appraisal.year) for one in found]


def behind_actions(ids: Collection[int]) -> list[tuple[int, int]]:
    """In which review each of the actions was decided."""
    found = AppraisalAction.objects.filter(action__one_of=ids)
    return list(found.values_list("action_id", "appraisal_id"))


def with_ids(ids: Collection[int]) -> QuerySet[Appraisal]:
    return Appraisal.objects.filter(pk__one_of=ids).select_related("unit")


ACTION_LINKS: Links[Any] = Links(
    "appraisal",
    "appraisal_id",
    AppraisalAction,
    [f"action__{name}" for name in TOLD],
    AppraisalAction.objects.all,
)
