"""Keeping an action as closed as what it came from: out of the line, and from those who are inhabil."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from styrk.access.commands import end_grants, grant_to_post
from styrk.access.models import Grant
from styrk.actions.models import Action, Recusal
from styrk.actions.queries import kept_from
from styrk.actions.types import HANDLE, Closing, Post
from styrk.core import scope
from styrk.organisation.models import Person


def keep(action: Action, closing: Closing, by: Person, now: datetime) -> None:
    """Before the action is there, so that it is never in sight of more."""
    _recuse([action], closing.without, now)
    _open_to(action, closing.posts or (), by, now)


def closing_of(action: Action) -> Closing:
    """How closed the action is now, to be handed on to the one that follows it."""
    without = tuple(kept_from(action))
    if not action.closed:
        return Closing(without=without)
    with scope.acting(scope.SYSTEM):
        found = Grant.objects.filter(kind="action", record_id=action.pk, part=HANDLE)
        posts = tuple((g.unit, g.role) for g in found.filter(until=None).select_related("unit"))
    return Closing(tuple((unit, role) for unit, role in posts if unit), without)


def close(ids: Collection[int], posts: Collection[Post], by: Person, now: datetime) -> None:
    """Take these out of every line. These posts handle them from now, and the chair as before."""
    with scope.acting(scope.SYSTEM):
        for action in Action.objects.filter(pk__in=ids):
            Action.objects.filter(pk=action.pk).update(closed=True)
            # A grant ends after it is given, also where both happen in one moment.
            at_once = now + timedelta(seconds=1)
            end_grants(kind="action", record_id=action.pk, part=HANDLE, until=at_once)
            _open_to(action, posts, by, now)


def keep_from(ids: Collection[int], people: Collection[Person], now: datetime) -> None:
    """Take these out of these people's sight for good, also where they own them."""
    with scope.acting(scope.SYSTEM):
        _recuse(Action.objects.filter(pk__in=ids), people, now)


def _open_to(action: Action, posts: Iterable[Post], by: Person, now: datetime) -> None:
    for unit, role in posts:
        grant_to_post(
            kind="action",
            record_id=action.pk,
            part=HANDLE,
            unit=unit,
            role=role,
            by=by,
            now=now,
            reason="Kommer fra en sak som ingen linje ser",
        )


def _recuse(actions: Iterable[Action], people: Collection[Person], now: datetime) -> None:
    """Conflicts are ignored only so that no row is asked for back: nobody but the system reads it."""
    Recusal.objects.bulk_create(
        [Recusal(action=action, person=person, at=now) for action in actions for person in people],
        ignore_conflicts=True,
    )
