"""Who may do what with an action, and when one looks whether it worked."""

from datetime import date, timedelta

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions.models import Action, Objection
from styrk.actions.states import MOVES
from styrk.core import states


def may_work_on(standing: Standing, action: Action) -> bool:
    """The owner, and whoever may decide actions at its unit; of what no line sees, those who handle it.

    They say when it is done, move the deadline and give it to another. Whether it worked is for the
    owner alone to judge: `queries.is_judge`.

    `handled` comes with `queries.action`. Who is inhabil does not see it, and so not here either.
    """
    if action.closed:
        handled: bool = action.handled  # type: ignore[attr-defined]  # asked with it, as an annotation
        return action.owner_id == standing.person_id or handled
    return action.owner_id == standing.person_id or standing.allows(
        Permission.RAISE_ACTIONS, action.unit_id
    )


def is_for(standing: Standing, action: Action, act: str) -> bool:
    """Whether the act is for this person, who sees the action, to do in some state.

    Whoever sees it may say that it does not work, but for the one who would have to answer.
    """
    if act == "object":
        return action.owner_id != standing.person_id
    return may_work_on(standing, action)


def may(standing: Standing, action: Action, act: str) -> bool:
    return states.may(MOVES, action.state, act) and is_for(standing, action, act)


def may_answer(standing: Standing, objection: Objection, action: Action) -> bool:
    """Whoever was asked, and those who may work on the action."""
    return objection.asked_id == standing.person_id or may_work_on(standing, action)


# Later than this, and nobody remembers what was to be different.
LONGEST_WAIT = timedelta(days=366)


def default_review(due: date) -> date:
    """When one looks if nobody says otherwise: three months after the deadline."""
    return due + timedelta(days=90)


def first_review(due: date) -> date:
    """The first day one may look: what is decided and done in one sitting is not judged in it too."""
    return due + timedelta(days=1)


def moved_review(action: Action, due: date) -> date:
    """When one looks after the deadline is moved: as agreed, unless that would be too soon."""
    first, moved = first_review(due), action.review_on + (due - action.due)
    kept = action.review_on if action.review_on >= first else max(moved, first)
    return min(kept, due + LONGEST_WAIT)


def review_when_done(action: Action, on: date) -> date:
    """When one looks at what was done on this day: as long after it as was agreed, where it is late."""
    late = max(on - action.due, timedelta())
    return max(action.review_on + late, first_review(on))


def latest_next_review(action: Action, today: date) -> date:
    """How far «for tidlig» can put off the judgement."""
    return latest_wait(action.review_on, today)


def latest_wait(review_on: date, today: date) -> date:
    return max(today + LONGEST_WAIT, review_on)
