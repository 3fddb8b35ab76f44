"""The golden thread: an action, what it followed, what followed it, and the effect that was judged."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.queries import Standing
from styrk.actions import presenters, queries
from styrk.actions.models import Action, EffectReview
from styrk.actions.states import Effect, State
from styrk.core.trips import each
from styrk.organisation.rules import has_left
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Mark, Node, Spread, Strand, hung
from styrk.ui.words import spoken_day

KINDS = ("action",)


def find(_kind: str, uuid: UUID, _standing: Standing, on: date) -> Node | None:
    found = queries.action(uuid)
    return drawn(found, on) if found else None


def upstream(kind: str, ids: Collection[int], _standing: Standing, on: date) -> list[Strand]:
    """The actions that did not do, and that these followed."""
    if kind != "action":
        return []
    return [
        Strand(("action", one.pk), drawn(one.follows, on))
        for one in queries.followed(ids)
        if one.follows
    ]


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """The actions that followed these, and how each was judged to have worked."""
    if kind != "action":
        return Spread()
    found = Spread()
    if ask.about("action"):
        # Where none followed them, these are all whose judgements are asked for.
        each(
            lambda: queries.following(ids),
            lambda: queries.JUDGEMENTS.ask(ids, ask.after),
        )
        later = queries.following(ids)[: ask.limit]
        found.strands += [Strand(("action", _followed(one)), drawn(one, ask.on)) for one in later]
    judged = [*(ids if ask.about("effect") else ()), *found.ids("action")]
    rest = ask.less(len(found.strands))
    found.add(hung(queries.JUDGEMENTS, judged, _effect, "effect", rest))
    return found


def drawn(action: Action, on: date) -> Node:
    """An action as it hangs on the thread; its unit and owner are fetched with it."""
    return Node(
        kind="action",
        id=action.pk,
        uuid=action.uuid,
        title=action.title,
        where=action.unit.name,
        href=address_of("actions:action", action.uuid),
        mark=presenters.standing_tag(action),
        notes=(action.owner.name, _("frist %(day)s") % {"day": spoken_day(action.due)}),
        gaps=tuple(_gaps(action, on)),
        origin=action.origin,
    )


def behind(on: date) -> Callable[[Any], Node]:
    """Draws the action that a link leads to."""
    return lambda link: drawn(link.action, on)


def _followed(action: Action) -> int:
    assert action.follows_id  # noqa: S101 - only those that follow one are asked for
    return action.follows_id


def _gaps(action: Action, on: date) -> list[Mark]:
    late = action.state == State.PLANNED and action.due < on
    unjudged = action.state == State.DONE and action.review_on < on
    alone = action.state in {State.PLANNED, State.DONE} and has_left(action.owner, on)
    said: list[tuple[bool, Mark]] = [
        (late, (_("Fristen er gått ut"), "danger")),
        (unjudged, (_("Effekten er ikke vurdert"), "warning")),
        (alone, (_("Uten eier"), "danger")),
    ]
    return [mark for holds, mark in said if holds]


def _effect(review: EffectReview) -> Node:
    effect = Effect(review.effect)
    return Node(
        kind="effect",
        id=review.pk,
        title=review.reason,
        href=address_of("actions:action", review.action.uuid),
        mark=(str(effect.label), presenters.EFFECT_COLORS[effect]),
        notes=(review.by.name, spoken_day(review.at)),
    )
