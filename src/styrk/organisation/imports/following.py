"""What the last days of a plan do to posts that no row of it names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from styrk.organisation.imports.person_changes import Known
from styrk.organisation.imports.plan import Plan
from styrk.organisation.imports.post_changes import Post
from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from styrk.organisation.queries import Ended, Term, Unled, terms_at, unled
from styrk.organisation.rules import LEADER


@dataclass(frozen=True)
class Followed:
    """A post (`role` is empty for a deputy's) that gets another last day, or never begins."""

    pk: int
    person: Person
    unit: Unit
    role: str
    before: date | None
    until: date | None
    is_gone: bool = False


def followed(plan: Plan) -> list[Followed]:
    """The posts that end with a last day, and those that do not after all. At most two queries."""
    people = plan.people.changed
    moved = {one.person.pk: one for one in people if one.left or one.stays(plan.on)}
    named = {post.before.pk for post in plan.posts.changed if post.before}
    found: list[Followed] = []
    for posts in (Appointment, Deputyship) if moved else ():
        theirs = posts.objects.filter(person__one_of=moved).select_related("unit")
        for post in theirs.order_by("unit__name", "pk"):
            if posts is Deputyship or post.pk not in named:
                found.extend(_followed(post, moved[post.person_id]))
    return found


def _followed(post: Appointment | Deputyship, known: Known) -> Iterator[Followed]:
    left_on = known.person.left_on
    role = post.role if isinstance(post, Appointment) else ""
    agreed = (post.agreed_to, post.unit.valid_to) if post.ends_with_person else (post.valid_to,)
    until = min(filter(None, (*agreed, left_on)), default=None)
    follows = Followed(post.pk, known.person, post.unit, role, post.valid_to, until)
    if left_on and post.valid_from > left_on:
        yield replace(follows, is_gone=True)
    elif until != post.valid_to:
        yield follows


def left_without(plan: Plan, follows: Iterable[Followed]) -> list[Unled]:
    """The units that nobody leads any more when the plan is done. At most two queries."""
    led = {one.pk: one for one in follows if one.role == LEADER}
    ended = [*_ended(led.values()), *_ended_by_rows(plan)]
    terms = terms_at({one.unit.pk for one in ended})
    for pk, one in led.items():
        if one.is_gone:
            terms.pop(pk, None)
        elif pk in terms:
            terms[pk] = terms[pk]._replace(valid_to=one.until)
    for post in _led(plan.posts.changed):
        if post.before and post.before.pk in terms:
            terms[post.before.pk] = terms[post.before.pk]._replace(valid_to=post.valid_to)
    nodes = plan.units.nodes
    given = [
        Term(nodes[post.key[1]].pk, post.valid_from, post.valid_to) for post in _led(plan.posts.new)
    ]
    found = unled(ended, [*terms.values(), *given], plan.on)
    return [one for one in found if _lasts(nodes[one.unit.code].valid_to, one.since)]


def _ended(led: Iterable[Followed]) -> Iterator[Ended]:
    for one in led:
        if one.until and not one.is_gone and (one.before is None or one.until < one.before):
            yield Ended(one.unit, one.person, one.until)


def _ended_by_rows(plan: Plan) -> list[Ended]:
    posts = [one for one in _led(plan.posts.changed) if one.before and not one.gives_time]
    units = Unit.objects.in_bulk({one.before.unit_id for one in posts if one.before})
    return [
        Ended(units[one.before.unit_id], plan.people.known[one.key[0]].person, one.valid_to)
        for one in posts
        if one.before and one.valid_to
    ]


def _led(posts: Iterable[Post]) -> list[Post]:
    return [post for post in posts if post.key[2] == LEADER]


def _lasts(valid_to: date | None, on: date) -> bool:
    return valid_to is None or valid_to >= on
