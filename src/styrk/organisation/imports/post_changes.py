"""What the rows about posts would change."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.organisation.imports.person_changes import Known
from styrk.organisation.imports.rows import PostRow, Rows
from styrk.organisation.imports.unit_changes import Node
from styrk.organisation.models import Appointment
from styrk.organisation.rules import holds

UNKNOWN = {
    "person": gettext_lazy("Personen «%(what)s» finnes verken i filene eller i Styrk."),
    "unit": gettext_lazy("Enheten «%(what)s» finnes verken i filene eller i Styrk."),
    "role": gettext_lazy("Rollen «%(what)s» finnes ikke. Bruk en av disse: %(roles)s."),
}

type Key = tuple[str, str, str]


@dataclass
class Post:
    """A post as it will be; `before` is the stored one, `row` what a file says of it."""

    key: Key
    valid_from: date
    valid_to: date | None
    before: Appointment | None = None
    row: PostRow | None = None
    # The last day that the row says, where the person's own comes before it.
    ends_with_person: bool = False
    agreed_to: date | None = None

    @property
    def is_changed(self) -> bool:
        return self.before is not None and self.before.valid_to != self.valid_to

    @property
    def gives_time(self) -> bool:
        """Whether somebody gets the role, or gets it for longer."""
        before = self.before.valid_to or date.max if self.before else date.min
        return (self.valid_to or date.max) > before

    @property
    def is_touched(self) -> bool:
        return self.before is None or self.is_changed


@dataclass(frozen=True)
class PostChanges:
    new: list[Post]
    changed: list[Post]
    unchanged: int


def compare_posts(
    rows: Rows,
    nodes: dict[str, Node],
    known: dict[str, Known],
    roles: Collection[str],
    on: date,
) -> PostChanges:
    """Compare with the database; what cannot be is added to `rows.errors`. At most one query."""
    posts = _stored(rows, nodes, known)
    about: list[Post] = []
    for row in rows.posts:
        if _is_known(row, rows, nodes, known, roles):
            left_on = known[row.person].person.left_on
            about.extend(_overlaid(posts[row.person, row.unit, row.role], row, rows, on, left_on))
    for post in about:
        _check_period(post, nodes[post.key[1]], rows)
    for same in posts.values():
        _check_overlaps(same, rows)
    new = [post for post in about if post.before is None]
    changed = [post for post in about if post.is_changed]
    return PostChanges(new, changed, len(about) - len(new) - len(changed))


def _stored(
    rows: Rows, nodes: dict[str, Node], known: dict[str, Known]
) -> defaultdict[Key, list[Post]]:
    codes = {node.pk: node.code for node in nodes.values() if node.pk}
    named = {row.person for row in rows.posts}
    numbers = {
        each.before.pk: number for number, each in known.items() if each.before and number in named
    }
    posts: defaultdict[Key, list[Post]] = defaultdict(list)
    for stored in Appointment.objects.filter(person__one_of=numbers) if numbers else ():
        key = (numbers[stored.person_id], codes[stored.unit_id], stored.role)
        posts[key].append(Post(key, stored.valid_from, stored.valid_to, before=stored))
    return posts


def _is_known(
    row: PostRow,
    rows: Rows,
    nodes: dict[str, Node],
    known: dict[str, Known],
    roles: Collection[str],
) -> bool:
    """The person, the unit and the role of a row exist; those of refused rows are not blamed twice."""
    asked = (("person", row.person, known), ("unit", row.unit, nodes), ("role", row.role, roles))
    missing = [(column, what) for column, what, there in asked if what not in there]
    for column, what in missing:
        if column == "role" or what not in rows.refused:
            facts = {"what": what, "roles": ", ".join(sorted(roles))}
            rows.refuse(row.where, column, UNKNOWN[column] % facts)
    return not missing


def _overlaid(
    same: list[Post], row: PostRow, rows: Rows, on: date, left_on: date | None
) -> Iterable[Post]:
    """The post that the row is about: the stored one with its first day (or of today), or a new one.

    It ends with the person's last day, also where the row leaves it open.
    """
    post = next((post for post in same if _is_about(row, post, on)), None)
    if post and post.row:
        text = _("Rollen står også i %(file)s, rad %(row)s.")
        facts = {"file": post.row.where.file, "row": post.row.where.row}
        rows.refuse(row.where, "", text % facts)
        return
    if post is None:
        post = Post((row.person, row.unit, row.role), row.valid_from or on, None)
        same.append(post)
    post.row, post.valid_to = row, min(filter(None, (row.valid_to, left_on)), default=None)
    post.ends_with_person = post.valid_to != row.valid_to
    post.agreed_to = row.valid_to if post.ends_with_person else None
    if left_on and post.valid_from > left_on:
        text = _("Personen slutter %(day)s, før rollen begynner.")
        rows.refuse(row.where, "valid_from", text % {"day": f"{left_on:%d.%m.%Y}"})
    elif post.valid_to and post.valid_to < post.valid_from:
        rows.refuse(row.where, "valid_to", _("Sluttdatoen er før startdatoen."))
    yield post


def _is_about(row: PostRow, post: Post, on: date) -> bool:
    if row.valid_from:
        return post.valid_from == row.valid_from
    return post.valid_from <= on and (post.valid_to is None or post.valid_to >= on)


def _check_period(post: Post, unit: Node, rows: Rows) -> None:
    if not post.row or not post.is_touched or holds(unit, post.valid_from, post.valid_to):
        return
    first, last = f"{unit.valid_from:%d.%m.%Y}", unit.valid_to and f"{unit.valid_to:%d.%m.%Y}"
    text = (
        _("Enheten finnes bare fra %(first)s til %(last)s.")
        if last
        else _("Enheten finnes bare fra %(first)s.")
    )
    rows.refuse(post.row.where, "valid_from", text % {"first": first, "last": last})


def _check_overlaps(same: list[Post], rows: Rows) -> None:
    """Periods of one role for one person at one unit have no day in common."""
    ordered = sorted(same, key=lambda post: post.valid_from)
    for earlier, later in pairwise(ordered):
        if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
            _refuse_overlap(earlier, later, rows)


def _refuse_overlap(earlier: Post, later: Post, rows: Rows) -> None:
    told = [post for post in (earlier, later) if post.row and post.is_touched]
    if not told:
        return
    blamed = max(told, key=lambda post: post.row.where.row if post.row else 0)
    other = earlier if blamed is later else later
    end = f"{other.valid_to:%d.%m.%Y}" if other.valid_to else "…"
    text = _("Perioden overlapper samme rolle for samme person, %(first)s–%(last)s.")
    facts = {"first": f"{other.valid_from:%d.%m.%Y}", "last": end}
    if blamed.row:
        rows.refuse(blamed.row.where, "valid_from", text % facts)
