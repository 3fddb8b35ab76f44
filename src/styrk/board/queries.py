"""Reading what the board has: its organisations, meetings, packs, decisions and questions."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions.models import Action
from styrk.actions.queries import TOLD
from styrk.appraisal.models import Appraisal
from styrk.appraisal.queries import asked_latest
from styrk.board import rules, wording
from styrk.board.models import BoardQuestion, Decision, DecisionAction, Item, Meeting, Pack
from styrk.board.states import State
from styrk.board.types import Content
from styrk.core.frozen import revived
from styrk.core.scope import NONE
from styrk.core.together import fetch_together
from styrk.organisation.models import Unit
from styrk.organisation.rules import in_force
from styrk.review.models import Report
from styrk.review.queries import late_below
from styrk.ui.strands import Links
from styrk.ui.words import spoken_day
from styrk.yearly.models import FollowUp
from styrk.yearly.queries import asked_follow_ups

PAGE = 60
# As many late reports as are named; the rest are a number.
LATE = 12


def organisations(standing: Standing, on: date) -> list[Unit]:
    """The organisations whose reports one reads; the topmost first, and each with its owner."""
    read = standing.may.get(Permission.SEE_REPORTS, NONE)
    top = Q(trust=F("pk")) | Q(trust__isnull=True)
    found = Unit.objects.filter(top, read.rows("pk", "pk"), in_force(on))
    return list(found.order_by("path")[:PAGE])


@dataclass(frozen=True)
class Papers:
    """What a board has: the newest meetings first, the newest pack of all, and the organisation's newest
    ledelsens gjennomgang. `decisions` and `questions` wait, or were answered since the last meeting.
    `followed` is what came of a kommune's yearly report; `late` are the reports up the line that nobody has sent.
    """

    meetings: list[Meeting]
    pack: Pack | None
    appraisal: Appraisal | None
    decisions: list[Decision]
    questions: list[BoardQuestion]
    late: list[Report]
    followed: list[FollowUp]

    @property
    def coming(self) -> list[Meeting]:
        return [one for one in self.meetings if one.state == State.PLANNED][::-1]

    @property
    def held(self) -> list[Meeting]:
        return [one for one in self.meetings if one.state == State.HELD]

    @property
    def last(self) -> Meeting | None:
        return next(iter(self.held), None)

    @property
    def seen(self) -> datetime | None:
        """When what the board saw last was frozen; what came after that is new to it."""
        return self.pack.made_at if self.pack else None


def papers_of(unit: Unit, on: date) -> Papers:
    """All of it in one trip."""
    meetings = Meeting.objects.filter(unit=unit).order_by("-on", "-pk")[:PAGE]
    packs = asked_shown(unit)
    appraisal = asked_latest(unit)
    decisions = asked_decisions(unit)
    questions = asked_questions(unit)
    late = late_below(unit.path, on)[:LATE]
    followed = asked_follow_ups(unit)
    fetch_together(meetings, packs, appraisal, decisions, questions, late, followed)
    return Papers(
        list(meetings),
        next(iter(packs), None),
        next(iter(appraisal), None),
        list(decisions),
        list(questions),
        list(late),
        list(followed),
    )


def asked_shown(unit: Unit) -> QuerySet[Pack]:
    """The newest pack that the board had at a meeting that was held."""
    found = Pack.objects.filter(meeting__unit=unit, meeting__state=State.HELD)
    return found.select_related("meeting").order_by("-meeting__on", "-number")[:1]


def asked_decisions(unit: Unit) -> QuerySet[Decision]:
    """The newest first, those that wait before those that are told of."""
    found = Decision.objects.filter(item__meeting__unit=unit)
    told_last = found.select_related("item__meeting__unit", "owner", "told_by")
    return told_last.order_by(F("told_at").desc(nulls_first=True), "due", "pk")[:PAGE]


def asked_questions(unit: Unit) -> QuerySet[BoardQuestion]:
    found = BoardQuestion.objects.filter(unit=unit).select_related(
        "asked_by", "answered_by", "unit"
    )
    return found.order_by(F("answered_at").desc(nulls_first=True), "due", "pk")[:PAGE]


def content_of(pack: Pack) -> Content:
    return revived(Content, pack.content)


def meeting(uuid: UUID, standing: Standing) -> Meeting | None:
    """One that the person may read, with its agenda, its packs and its decisions."""
    decisions = Decision.objects.select_related("owner", "told_by").order_by("pk")
    items = Item.objects.filter(withdrawn_at__isnull=True).order_by("number")
    found = (
        Meeting.objects.filter(uuid=uuid)
        .select_related("unit", "held_by", "planned_by")
        .prefetch_related(
            Prefetch("items", items.prefetch_related(Prefetch("decisions", decisions))),
            Prefetch("packs", Pack.objects.defer("content").order_by("-number")),
        )
        .first()
    )
    return found if found and rules.may_read(standing, found.unit_id) else None


def locked(uuid: UUID) -> Meeting | None:
    """The same row, held until the transaction ends."""
    return Meeting.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def item(uuid: UUID, standing: Standing) -> Item | None:
    found = Item.objects.filter(uuid=uuid).select_related("meeting__unit").first()
    return found if found and _may_open(standing, found) else None


def locked_item(uuid: UUID) -> Item | None:
    return Item.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def _may_open(standing: Standing, item: Item) -> bool:
    """What is held closed is for those of the organisation."""
    unit_id = item.meeting.unit_id
    if item.closed and not rules.belongs(standing, unit_id):
        return False
    return rules.may_read(standing, unit_id)


def decision(uuid: UUID, standing: Standing) -> Decision | None:
    """One that the person may read, or is to follow."""
    related = ("item__meeting__unit", "owner", "told_by", "decided_by")
    found = Decision.objects.filter(uuid=uuid).select_related(*related).first()
    if found is None:
        return None
    mine = found.owner_id == standing.person_id
    return found if mine or _may_open(standing, found.item) else None


def locked_decision(uuid: UUID) -> Decision | None:
    found = Decision.objects.select_for_update(no_key=True, of=("self",))
    return found.filter(uuid=uuid).first()


def actions_of(decision: Decision) -> list[Action]:
    """What follows it; those that the person in scope may see."""
    links = DecisionAction.objects.filter(decision=decision).values("action")
    return list(Action.objects.filter(pk__in=links).select_related("owner").order_by("pk"))


def question(uuid: UUID, standing: Standing) -> BoardQuestion | None:
    related = ("unit", "asked_by", "answered_by")
    found = BoardQuestion.objects.filter(uuid=uuid).select_related(*related).first()
    return found if found and rules.may_read(standing, found.unit_id) else None


def locked_question(uuid: UUID) -> BoardQuestion | None:
    found = BoardQuestion.objects.select_for_update(no_key=True, of=("self",))
    return found.filter(uuid=uuid).first()


def pack(uuid: UUID, standing: Standing) -> Pack | None:
    related = ("meeting__unit", "made_by")
    found = Pack.objects.filter(uuid=uuid).select_related(*related).first()
    return found if found and rules.may_read(standing, found.meeting.unit_id) else None


def decision_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """What is decided, for whom it waits for; a closed case is not named where it waits."""
    found = Decision.objects.filter(uuid__in=uuids).select_related("item__meeting")
    return {one.uuid: one.text[:120] if not one.item.closed else _closed(one) for one in found}


def _closed(decision: Decision) -> str:
    told = {"day": spoken_day(decision.item.meeting.on), "n": decision.item.number}
    return str(wording.CASE) % told


def question_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    found = BoardQuestion.objects.filter(uuid__in=uuids)
    return {one.uuid: one.text[:120] for one in found}


def behind_actions(ids: Collection[int]) -> list[tuple[int, int]]:
    """Which decision each of the actions follows."""
    found = DecisionAction.objects.filter(action__one_of=ids)
    return list(found.values_list("action_id", "decision_id"))


def decisions_with(ids: Collection[int]) -> QuerySet[Decision]:
    return Decision.objects.filter(pk__one_of=ids).select_related("item__meeting__unit", "owner")


def may_open(standing: Standing, decision: Decision) -> bool:
    return _may_open(standing, decision.item)


ACTION_LINKS: Links[Any] = Links(
    "decision",
    "decision_id",
    DecisionAction,
    [f"action__{name}" for name in TOLD],
    DecisionAction.objects.all,
)
