"""Deciding an action, moving its deadline, and deciding not to go on."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from styrk.access.commands import grant_to_person
from styrk.actions import rules
from styrk.actions.closing import closing_of, keep
from styrk.actions.models import Action
from styrk.actions.record import lay_duty, step, tell
from styrk.actions.refusals import OwnerIsRecused, ReviewBeforeDue, ReviewTooFar, need
from styrk.actions.states import MOVES
from styrk.actions.types import CARRY_OUT, IN_LINE, Closing, Plan
from styrk.core import guard, ids, states
from styrk.core.scope import current
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def raise_action(
    *,
    plan: Plan,
    origin: str,
    by: Person,
    now: datetime,
    follows: Action | None = None,
    closing: Closing = IN_LINE,
) -> Action:
    """Decide an action with owner, deadline, expected change, sign and the day one looks.

    `origin` is the kind of record it comes from; whoever owns that record links it. Raises
    OwnerIsRecused, ReviewBeforeDue, ReviewTooFar, and IdentityFound where a text identifies a person.
    One that follows is as closed as the one it follows.
    """
    guard.refuse_identity(plan.title, plan.change, plan.sign)
    _check_review(plan.review_on, plan.due)
    closing = closing_of(follows) if follows else closing
    if plan.owner in closing.without:
        raise OwnerIsRecused
    action = Action(
        pk=ids.next_id(Action),
        trust_id=plan.unit.legal_id,
        unit=plan.unit,
        origin=origin,
        title=plan.title,
        change=plan.change,
        sign=plan.sign,
        level=plan.level,
        owner=plan.owner,
        due=plan.due,
        review_on=plan.review_on,
        raised_at=now,
        raised_by=by,
        follows=follows,
        closed=closing.posts is not None,
    )
    keep(action, closing, by, now)
    _let_follow(action, closing, by, now)
    action.save(force_insert=True)
    lay_duty(action, CARRY_OUT, plan.due, now)
    step(action, "raise", by, now, text=f"Besluttet tiltaket «{action.title}»")
    tell(
        action.owner,
        action,
        "owner",
        lambda: _("Du eier et nytt tiltak: %(title)s") % {"title": action.title},
        lambda: _("%(name)s har bestemt tiltaket og satt deg som eier.") % {"name": by.name},
        by=by,
        now=now,
    )
    return action


def _let_follow(action: Action, closing: Closing, by: Person, now: datetime) -> None:
    """An owner from elsewhere who decides the next action, for another to own, may see it."""
    if by.pk == action.owner_id or _sees(action, closing):
        return
    grant_to_person(
        kind="action",
        record_id=action.pk,
        part="action",
        person=by,
        by=by,
        now=now,
        reason="Besluttet tiltaket",
    )


def _sees(action: Action, closing: Closing) -> bool:
    """As the post that whoever acts holds, and so for as long as it is held."""
    here = current()
    if closing.posts is None:
        return action.unit_id in here.units("action")
    return any(unit.pk in (here.chairs if role else here.posts) for unit, role in closing.posts)


@command
def change_deadline(
    *,
    action: Action,
    due: date,
    reason: str,
    by: Person,
    now: datetime,
    review_on: date | None = None,
) -> None:
    """Move the deadline, with a reason that is kept.

    Without `review_on` the day one looks stays, or moves as many days where it would come too soon.
    Raises ReviewBeforeDue, ReviewTooFar, ReasonMissing or NotNow.
    """
    guard.refuse_identity(reason)
    states.move(MOVES, action.state, "change_deadline")
    need(reason)
    review_on = rules.moved_review(action, due) if review_on is None else review_on
    _check_review(review_on, due)
    before, agreed = action.due, action.review_on
    action.due, action.review_on = due, review_on
    action.save(update_fields=["due", "review_on"])
    lay_duty(action, CARRY_OUT, due, now)
    text = f"Endret fristen fra {before:%d.%m.%Y} til {due:%d.%m.%Y}"
    if review_on != agreed:
        text += f", og når vi ser etter fra {agreed:%d.%m.%Y} til {review_on:%d.%m.%Y}"
    moved = {"review_on": f"{review_on}"} if review_on != agreed else {}
    step(action, "change_deadline", by, now, text=text, note=reason, due=f"{due}", **moved)


def _check_review(review_on: date, due: date) -> None:
    if review_on < rules.first_review(due):
        raise ReviewBeforeDue
    if review_on > due + rules.LONGEST_WAIT:
        raise ReviewTooFar


@command
def drop_action(*, action: Action, reason: str, by: Person, now: datetime) -> None:
    """Decide not to go on with the action, with a reason that is kept."""
    guard.refuse_identity(reason)
    need(reason)
    action.state = states.move(MOVES, action.state, "drop")
    action.save(update_fields=["state"])
    settle(kind=CARRY_OUT, subject_uuid=action.uuid, by=by, now=now)
    step(action, "drop", by, now, text=f"Gikk ikke videre med «{action.title}»", note=reason)
