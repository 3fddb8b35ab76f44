"""Saying what ought to be looked at, and answering whoever said it."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.access.queries import standing_of
from styrk.auditplan import rules
from styrk.auditplan.models import AuditPlan, PlanLine, Wish
from styrk.auditplan.record import put_in, step, tell
from styrk.auditplan.refusals import NotTheirs, need
from styrk.auditplan.states import MOVES, WISH_MOVES, Party, WishState
from styrk.auditplan.types import ANSWER, Scope, answered_by
from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command


@command
def wish_for(
    *,
    plan: AuditPlan,
    party: str,
    unit: Unit,
    title: str,
    text: str,
    by: Person,
    now: datetime,
) -> Wish:
    """Say what a board, a unit or the revisjonsutvalg thinks ought to be looked at.

    Raises WordsMissing, NotTheirs, and IdentityFound where a text identifies a person.
    """
    guard.refuse_identity(title, text)
    need(title, text)
    states.move(MOVES, plan.state, "wish")
    today = clock.day(now)
    standing = standing_of(by, today)
    if (Party(party), unit.pk) not in rules.voices(standing, plan):
        raise NotTheirs
    wish = Wish.objects.create(
        plan=plan,
        party=party,
        unit=unit,
        title=title,
        text=text,
        on_behalf=rules.wishes_for(standing, party, unit.pk),
        at=now,
        by=by,
    )
    require(
        kind=ANSWER,
        subject_id=plan.pk,
        subject_uuid=plan.uuid,
        unit=plan.unit,
        person=plan.begun_by,
        due=max(answered_by(plan.wishes_until), today),
        now=now,
    )
    step(plan, "wish", by, now, text=f"Ga innspillet «{title}»", title=title, unit=unit.name)
    tell(
        plan.begun_by,
        plan,
        f"wish-{wish.pk}",
        lambda: _("Nytt innspill til revisjonsplanen"),
        lambda: (
            _("%(unit)s mener noe bør revideres. Innspillet venter på svar.") % {"unit": unit.name}
        ),
        by=by,
        now=now,
    )
    return wish


@command
def take_in_wish(*, wish: Wish, scope: Scope, answer: str, by: Person, now: datetime) -> PlanLine:
    """Take the wish into the plan as a line of its own. Raises as `add_line`."""
    state = _answerable(wish, "take_in", answer)
    line = put_in(wish.plan, scope, by, now)
    _answered(wish, state, line, answer, by, now)
    return line


@command
def cover_wish(*, wish: Wish, line: PlanLine, answer: str, by: Person, now: datetime) -> None:
    """Say that a line which is there already covers it. Raises NotTheirs for another plan's line."""
    state = _answerable(wish, "cover", answer)
    if line.plan_id != wish.plan_id:
        raise NotTheirs
    _answered(wish, state, line, answer, by, now)


@command
def answer_wish(*, wish: Wish, answer: str, by: Person, now: datetime) -> None:
    """Say why it is not taken in: whoever wished is told. Raises WordsMissing."""
    _answered(wish, _answerable(wish, "answer", answer), None, answer, by, now)


def _answerable(wish: Wish, act: str, answer: str) -> str:
    guard.refuse_identity(answer)
    need(answer)
    states.move(MOVES, wish.plan.state, "answer")
    return states.move(WISH_MOVES, wish.state, act)


def _answered(
    wish: Wish, state: str, line: PlanLine | None, answer: str, by: Person, now: datetime
) -> None:
    wish.state, wish.line, wish.answer = state, line, answer
    wish.answered_at, wish.answered_by = now, by
    wish.save(update_fields=["state", "line", "answer", "answered_at", "answered_by"])
    plan = wish.plan
    if not plan.wishes.filter(state=WishState.OPEN).exists():
        settle(kind=ANSWER, subject_uuid=plan.uuid, by=by, now=now)
    did = "Tok inn" if line else "Svarte på"
    act = "take_in" if line else "answer"
    text = f"{did} innspillet «{wish.title}»"
    step(plan, act, by, now, text=text, note=answer, title=wish.title)
    tell(
        wish.by,
        plan,
        f"answer-{wish.pk}",
        lambda: _("Svar på innspillet til revisjonsplanen"),
        lambda: (
            (
                _("«%(title)s» er tatt inn i planen.")
                if line
                else _("«%(title)s» er ikke tatt inn. Se hvorfor.")
            )
            % {"title": wish.title}
        ),
        by=by,
        now=now,
    )
