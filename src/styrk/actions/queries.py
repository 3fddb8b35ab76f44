"""Reading actions: the guarded door to the register."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import BooleanField, Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.expressions import RawSQL

from styrk.access.models import Draft
from styrk.access.queries import Standing
from styrk.access.roles import LEADER
from styrk.actions.models import Action, ActionStep, EffectReview, Objection, Recusal
from styrk.actions.states import Effect, Listing, State
from styrk.actions.types import HANDLE, JUDGE, MONTHS_LOOKED_AT
from styrk.core import clock, lines
from styrk.core.prepared import Prepared, Slot
from styrk.core.scope import SYSTEM, acting, current
from styrk.core.tallies import first_of_month
from styrk.core.trips import asks
from styrk.duties.queries import waits_for
from styrk.organisation.models import Appointment, Person, Unit
from styrk.organisation.queries import holder_of
from styrk.organisation.rules import in_force
from styrk.ui.paging import Place
from styrk.ui.strands import Links

PAGE = 50
OWNERS = 150
NOBODY = Q(pk__in=())


@dataclass(frozen=True)
class Filters:
    """What a list of actions is limited to: those of a unit and below, and of a kind; empty means all."""

    listing: str = ""
    unit: Unit | None = None


def action(uuid: UUID) -> Action | None:
    """One action, if the person in scope may see it, with `handled` and `objected` on it."""
    return (
        Action.objects.select_related("unit", "trust", "owner", "raised_by", "done_by", "follows")
        .prefetch_related(
            Prefetch("steps", ActionStep.objects.select_related("by").order_by("pk")),
            Prefetch("reviews", EffectReview.objects.select_related("by").order_by("-pk")),
            "followed_by",
        )
        .annotate(
            handled=RawSQL(
                "access_has_grant('action', actions_action.id, %s)", [[HANDLE]], BooleanField()
            ),
            objected=Exists(Objection.objects.filter(action=OuterRef("pk"))),
        )
        .filter(uuid=uuid)
        .first()
    )


def objections() -> QuerySet[Objection]:
    """With those who said and answered, the newest first."""
    return Objection.objects.select_related("said_by", "asked", "answered_by").order_by("-pk")


def objections_to(action: Action) -> list[Objection]:
    """No question where there are none; `action` is one that was fetched by itself."""
    there: bool = action.objected  # type: ignore[attr-defined]  # asked with the action, as an annotation
    return list(objections().filter(action=action)) if there else []


def objection(uuid: UUID, subject: str) -> Objection | None:
    """One about a record of that kind, as far as the database shows it; its app sees to the rest."""
    found = Objection.objects.filter(subject=subject, uuid=uuid)
    return found.select_related("said_by", "asked", "action", "unit").first()


def objection_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """What each objection is about."""
    return dict(Objection.objects.filter(uuid__in=uuids).values_list("uuid", "title"))


# What is told of an action on the golden thread.
TOLD = (
    "uuid",
    "title",
    "state",
    "effect",
    "due",
    "review_on",
    "origin",
    "follows_id",
    "unit__name",
    "owner__name",
    "owner__left_on",
)


def not_dropped() -> Q:
    """Of what links to an `action`: that the action still counts, whether the person sees it or not.

    That one did not go on is known to those who see it.
    """
    return ~Q(Exists(Action.objects.filter(pk=OuterRef("action"), state=State.DROPPED)))


@asks
def followed(ids: Collection[int]) -> QuerySet[Action]:
    """These and those that they followed, all the way, each with the one it followed."""
    found = Action.objects.filter(pk__in=lines.over(Action, "follows", ids), follows__isnull=False)
    return found.select_related("follows__unit", "follows__owner")


@asks
def following(ids: Collection[int]) -> QuerySet[Action]:
    """Those that followed these, all the way, the oldest first."""
    found = Action.objects.filter(pk__in=lines.under(Action, "follows", ids)).exclude(
        pk__in=list(ids)
    )
    return found.select_related("unit", "owner").only(*TOLD).order_by("pk")


JUDGEMENTS = Links(
    "action",
    "action_id",
    EffectReview,
    ("effect", "reason", "at", "action__uuid", "by__name"),
    EffectReview.objects.all,
)


def locked(uuid: UUID) -> Action | None:
    """The same row, held until the transaction ends."""
    return Action.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def actions_for(
    standing: Standing, filters: Filters, on: date, before: Place | None = None
) -> list[Action]:
    """The newest actions in sight, a page (and one to know if there are more) at a time."""
    found = _limited(_in_sight(standing, filters), filters, on)
    if before:
        raised_at, pk = before
        found = found.filter(Q(raised_at__lt=raised_at) | Q(raised_at=raised_at, pk__lt=pk))
    return list(found.select_related("unit", "owner").order_by("-raised_at", "-pk")[: PAGE + 1])


def _in_sight(standing: Standing, filters: Filters) -> QuerySet[Action]:
    if filters.listing == Listing.MINE:
        return Action.objects.filter(owner_id=standing.person_id)
    return Action.objects.filter(current().units("action").rows())


def _limited(found: QuerySet[Action], filters: Filters, on: date) -> QuerySet[Action]:
    if filters.unit:
        found = found.filter(unit__path__startswith=filters.unit.path)
    return found.filter(_listed(filters.listing, on)) if filters.listing else found


def since(on: date) -> datetime:
    """When the last twelve months begin: whole months, this one with them."""
    return clock.start_of(first_of_month(on, MONTHS_LOOKED_AT - 1))


def _listed(listing: str, on: date) -> Q:
    carried_out = Q(state__in=(State.DONE, State.FINISHED), done_at__gte=since(on))
    judged = Q(state=State.FINISHED, done_at__gte=since(on))
    listed: Mapping[str, Q] = {
        Listing.MINE: Q(),
        Listing.PLANNED: Q(state=State.PLANNED),
        Listing.LATE: Q(state=State.PLANNED, due__lt=on),
        Listing.UNKNOWN: Q(state=State.DONE, review_on__lt=on),
        Listing.DONE: Q(state=State.DONE),
        Listing.FINISHED: Q(state=State.FINISHED),
        Listing.RAISED: Q(raised_at__gte=since(on)),
        Listing.CARRIED_OUT: carried_out,
        Listing.JUDGED: judged,
        Listing.WORKED: judged & Q(effect__in=(Effect.WORKED, Effect.PARTLY)),
    }
    return listed[listing]


def drafts_for(person: Person, acts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What the person had typed in the forms at these paths, by what each path's act is called."""
    found = Draft.objects.filter(person=person, path__in=list(acts))
    return {acts[draft.path]: draft.fields for draft in found}


TITLES = Prepared(
    lambda *row: row,
    lambda: Action.objects.filter(uuid__one_of=Slot("uuids")).values_list("uuid", "title"),
)


def titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Titles of those actions that the person in scope may see."""
    return dict(TITLES.ask(uuids=list(uuids)))


def kept_from(action: Action) -> list[Person]:
    """Who never sees the action. Asked as the system, since nobody else may know."""
    with acting(SYSTEM):
        found = Recusal.objects.filter(action=action).select_related("person")
        return [recusal.person for recusal in found]


def kept_from_some(ids: Iterable[int]) -> set[int]:
    """Those of these actions that there is somebody who never sees. Asked as the system, as above."""
    with acting(SYSTEM):
        found = Recusal.objects.filter(action__one_of=set(ids))
        return set(found.values_list("action_id", flat=True))


def is_judge(standing: Standing, action: Action, on: date) -> bool:
    """Whether this person judges the effect: the owner, and whoever acts for the owner.

    Where the owner leads the unit or one above, that is the deputy and whoever leads there later;
    where the owner has left, the leader whom it falls to. Others give the action to themselves first.
    """
    return action.owner_id == standing.person_id or waits_for(standing, JUDGE, action.uuid, on)


def owners_for(action: Action, on: date) -> QuerySet[Person]:
    """People who may be asked to own this action, or the one that follows it."""
    without = Q(pk__in=RawSQL("SELECT actions_kept_from(%s)", [action.pk]))
    if action.closed:
        top = [person.pk for person in holder_of(action.trust, LEADER.code, on)]
        without |= Q(pk__in=top)
    return possible_owners(action.unit, on, without=without)


def possible_owners(unit: Unit, on: date, *, without: Q = NOBODY) -> QuerySet[Person]:
    """People who may be asked to own an action at the unit: those who work there, and leaders.

    Leaders are those of the units above, below and beside it in its trust, so that the list stays
    one a person can look through.
    """
    line = [int(pk) for pk in unit.path.split(".") if pk]
    near = Q(unit_id__in=line) | Q(unit__path__startswith=unit.path)
    if unit.parent_id:
        near |= Q(unit__parent_id=unit.parent_id)
    posts = Appointment.objects.filter(in_force(on)).filter(
        Q(unit_id=unit.pk) | (Q(role="leader", unit__trust_id=unit.legal_id) & near)
    )
    people = Person.objects.filter(pk__in=posts.values("person_id"), left_on__isnull=True)
    return people.exclude(without).order_by("name", "pk")[:OWNERS]
