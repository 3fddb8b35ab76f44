"""Beginning a review, and writing it: the ground, what is judged and decided; or dropping it."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max

from styrk.access.queries import standing_of
from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.appraisal import rules
from styrk.appraisal.gathering import gather
from styrk.appraisal.models import ITEMS, Appraisal, AppraisalAction, Input, Verdict
from styrk.appraisal.queries import holds_own, latest_signed
from styrk.appraisal.record import named, step
from styrk.appraisal.refusals import Begun, NotTop, UnknownItem, need
from styrk.appraisal.states import MOVES, State
from styrk.appraisal.types import AGREED, ORIGIN, Judged
from styrk.core import clock, guard, states
from styrk.organisation.models import Person, Unit
from styrk.trail.changes import changed, fields
from styrk.trail.commands import command

VERDICT = ("works", "comment")
WORDS = ("to_board", "to_staff")
INPUT = ("text",)


@command
def begin_appraisal(*, unit: Unit, by: Person, now: datetime) -> Appraisal:
    """Begin a review of the organisation, or of a unit that holds its own, from today's data.

    It opens with what was decided in the last one. Raises NotTop, or Begun where one is under way.
    """
    today = clock.day(now)
    if not holds_own(unit, today):
        raise NotTop
    here = Appraisal.objects.filter(unit=unit)
    if here.filter(state=State.DRAFT).exists():
        raise Begun
    stand = here.filter(year=today.year).exclude(state=State.DROPPED)
    last = stand.aggregate(last=Max("number"))["last"] or 0
    before = latest_signed(unit)
    appraisal = Appraisal.objects.create(
        unit=unit,
        year=today.year,
        number=int(last) + 1,
        follows=before,
        begun_at=now,
        begun_by=by,
        gathered_at=now,
        gathered_by=by,
        material=gather(unit, before, standing_of(by, today), today),
    )
    text = f"Begynte ledelsens gjennomgang {appraisal.year}"
    step(appraisal, "begin", by, now, text=text)
    return appraisal


@command
def gather_again(*, appraisal: Appraisal, by: Person, now: datetime) -> None:
    """Build on what the data says today instead."""
    appraisal.state = states.move(MOVES, appraisal.state, "gather")
    today = clock.day(now)
    standing = standing_of(by, today)
    appraisal.material = gather(appraisal.unit, appraisal.follows, standing, today)
    appraisal.gathered_at, appraisal.gathered_by = now, by
    appraisal.save(update_fields=["material", "gathered_at", "gathered_by"])
    step(appraisal, "gather", by, now, text="Hentet dataene på nytt")


@command
def drop_appraisal(*, appraisal: Appraisal, reason: str, by: Person, now: datetime) -> None:
    """The draft was begun by mistake. What was decided in it goes on as actions. Raises ReasonMissing."""
    guard.refuse_identity(reason)
    need(reason)
    appraisal.state = states.move(MOVES, appraisal.state, "drop")
    appraisal.follows = None
    appraisal.save(update_fields=["state", "follows"])
    text = f"Forkastet utkastet til ledelsens gjennomgang {appraisal.year}"
    step(appraisal, "drop", by, now, text=text, note=reason)


@command
def judge_item(
    *, appraisal: Appraisal, item: str, works: str, comment: str, by: Person, now: datetime
) -> None:
    """Say of a part or a letter whether it works, and why. Raises UnknownItem or ReasonMissing."""
    guard.refuse_identity(comment)
    need(comment)
    if item not in ITEMS:
        raise UnknownItem
    states.move(MOVES, appraisal.state, "judge")
    stood = appraisal.verdicts.filter(item=item).first()
    before = fields(stood, VERDICT) if stood else dict.fromkeys(VERDICT, "")
    now_said, _new = Verdict.objects.update_or_create(
        appraisal=appraisal,
        item=item,
        defaults={"works": works, "comment": comment, "at": now, "by": by},
    )
    other = changed(before, fields(now_said, VERDICT)) if stood else {}
    name = named(item)
    step(appraisal, "judge", by, now, text=f"Vurderte {name}", item=item, name=name, **other)


@command
def judge_letters(
    *, appraisal: Appraisal, judged: Sequence[Judged], by: Person, now: datetime
) -> int:
    """Judge several letters in one act; one without words agrees with what the forskriftskart shows.

    How many were judged. Raises ReasonMissing where words are needed, or UnknownItem.
    """
    letters = {one["key"]: one for one in appraisal.material["letters"]}
    for one in judged:
        if one.item not in letters:
            raise UnknownItem
        comment = one.comment or (AGREED if rules.agrees(letters[one.item], one.works) else "")
        judge_item(
            appraisal=appraisal, item=one.item, works=one.works, comment=comment, by=by, now=now
        )
    return len(judged)


@command
def write_words(
    *, appraisal: Appraisal, to_board: str, to_staff: str, by: Person, now: datetime
) -> None:
    """Say what the board and the staff are to know of it; empty where there is nothing to say yet."""
    guard.refuse_identity(to_board, to_staff)
    states.move(MOVES, appraisal.state, "tell")
    before = fields(appraisal, WORDS)
    appraisal.to_board, appraisal.to_staff = to_board, to_staff
    appraisal.save(update_fields=WORDS)
    other = changed(before, fields(appraisal, WORDS))
    text = "Skrev hva styret og medarbeiderne skal vite"
    step(appraisal, "tell", by, now, text=text, **other)


@command
def write_input(*, appraisal: Appraisal, item: str, text: str, by: Person, now: datetime) -> None:
    """Write what is known of something that Styrk has no data about. Raises UnknownItem or ReasonMissing."""
    guard.refuse_identity(text)
    need(text)
    if item not in {one["key"] for one in appraisal.material.get("outside", ())}:
        raise UnknownItem
    states.move(MOVES, appraisal.state, "inform")
    stood = appraisal.inputs.filter(item=item).first()
    before = fields(stood, INPUT) if stood else dict.fromkeys(INPUT, "")
    written, _new = Input.objects.update_or_create(
        appraisal=appraisal, item=item, defaults={"text": text, "at": now, "by": by}
    )
    other = changed(before, fields(written, INPUT)) if stood else {}
    said = "Skrev det virksomheten vet om noe som ikke er i dataene"
    step(appraisal, "inform", by, now, text=said, item=item, **other)


@command
def decide_action(*, appraisal: Appraisal, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide how the system is made better; the action goes into the one register."""
    states.move(MOVES, appraisal.state, "add_action")
    action = raise_action(plan=plan, origin=ORIGIN, by=by, now=now)
    AppraisalAction.objects.create(appraisal=appraisal, action=action)
    text = f"Besluttet tiltaket «{action.title}»"
    step(appraisal, "add_action", by, now, text=text, title=action.title)
    return action
