"""What an import may touch when the one who asks answers only for a part of the organisation."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrk.organisation.imports.person_changes import Known, PersonChanges
from styrk.organisation.imports.post_changes import PostChanges
from styrk.organisation.imports.rows import Rows
from styrk.organisation.imports.unit_changes import Node, UnitChanges
from styrk.organisation.models import Appointment
from styrk.organisation.queries import posts_outside


@dataclass(frozen=True)
class NotOneself:
    """Whoever reads in the files (by id), and the roles one does not give oneself."""

    person_id: int
    roles: Collection[str]


def check_oneself(rows: Rows, rule: NotOneself, people: PersonChanges, posts: PostChanges) -> None:
    """Another must give these roles, and more time in them; and say of one that one has left or not."""
    for known in people.changed:
        is_own = known.before is not None and known.before.pk == rule.person_id
        if is_own and known.row and "left_on" in known.changed:
            rows.refuse(known.row.where, "left_on", _("Be en annen om å registrere at du slutter."))
    for post in (*posts.new, *posts.changed):
        person = people.known[post.key[0]].before
        is_own = person is not None and person.pk == rule.person_id
        if is_own and post.row and post.key[2] in rule.roles and post.gives_time:
            rows.refuse(post.row.where, "role", _("Be en annen om å gi deg denne rollen."))


def check_limits(
    rows: Rows,
    within: frozenset[int],
    units: UnitChanges,
    people: PersonChanges,
    posts: PostChanges,
    on: date,
) -> None:
    """Everything new or changed must stand at units that are `within`, or new ones below them."""
    for node in (*units.new, *units.changed):
        if node.row and not _may_change(node, units.nodes, within):
            text = _("Enheten er utenfor ditt område, eller blir flyttet ut av det.")
            rows.refuse(node.row.where, node.row.column("code"), text)
    touched = [*people.new, *people.changed]
    mine = _with_posts(touched, within)
    for known in touched:
        _check_person(known, units.nodes, within, mine, rows)
    for post in (*posts.new, *posts.changed):
        if post.row and not _is_under(post.key[1], units.nodes, within):
            rows.refuse(post.row.where, "unit", _("Enheten er utenfor ditt område."))
    _check_days(people, within, rows, on)


def _check_days(people: PersonChanges, within: frozenset[int], rows: Rows, on: date) -> None:
    """Posts end with the last day, and come back without it: also those elsewhere."""
    moved = {known.person.pk: known for known in people.changed if "left_on" in known.changed}
    for pk in posts_outside(moved, within, on):
        if row := moved[pk].row:
            text = _(
                "%(name)s har roller utenfor ditt område. Be en administrator som dekker alle, om å"
                " gjøre det."
            )
            rows.refuse(row.where, "left_on", text % {"name": moved[pk].person.name})


def _may_change(node: Node, nodes: dict[str, Node], within: frozenset[int]) -> bool:
    """The topmost own unit may change its name, though what it stands under is not one's own."""
    if node.before and "parent" not in node.changed:
        return node.pk in within
    is_own = node.before is None or node.pk in within
    return is_own and _is_under(node.parent, nodes, within)


def _is_under(code: str, nodes: dict[str, Node], within: frozenset[int]) -> bool:
    """The unit is within, or is new and stands below one that is. Circles are refused elsewhere."""
    seen: set[str] = set()
    while code in nodes and nodes[code].before is None and code not in seen:
        seen.add(code)
        code = nodes[code].parent
    return code in nodes and nodes[code].pk in within


def _with_posts(touched: Collection[Known], within: frozenset[int]) -> set[int]:
    """Those without a home unit (by id) who have, had or are to have a post within."""
    homeless = [each.person.pk for each in touched if each.before and not _home_before(each)]
    if not homeless:
        return set()
    posts = Appointment.objects.filter(person__one_of=homeless, unit__one_of=within)
    return set(posts.values_list("person_id", flat=True))


def _home_before(known: Known) -> str:
    return str(known.changed.get("home_unit", known.home))


def _check_person(
    known: Known, nodes: dict[str, Node], within: frozenset[int], mine: set[int], rows: Rows
) -> None:
    """Nobody is taken over by whoever happens to have the number of one without a home unit."""
    if known.before is None:
        was_within = True
    elif home := _home_before(known):
        was_within = _is_under(home, nodes, within)
    else:
        was_within = known.before.pk in mine or _is_everything(nodes, within)
    if known.row and not (was_within and _is_under(known.home, nodes, within)):
        text = _("Personen må høre til en enhet i ditt område.")
        rows.refuse(known.row.where, "home_unit", text)


def _is_everything(nodes: dict[str, Node], within: frozenset[int]) -> bool:
    """Whether whoever asks answers for the whole organisation, from its top."""
    return all(node.pk in within for node in nodes.values() if node.before and not node.parent)
