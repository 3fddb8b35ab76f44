"""Doing what a plan says: a few statements for each table, in one transaction."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import F, OuterRef, Q, Subquery

from styrk.organisation.commands.departing import fit_posts, let_posts_end
from styrk.organisation.commands.revision import changing, wait_for_others
from styrk.organisation.imports.acts import (
    Written,
    acts_on_people,
    acts_on_posts,
    acts_on_units,
    of_each_trust,
)
from styrk.organisation.imports.person_changes import PersonChanges
from styrk.organisation.imports.plan import Plan, read
from styrk.organisation.imports.post_changes import Post, PostChanges
from styrk.organisation.imports.unit_changes import Node, UnitChanges
from styrk.organisation.models import Appointment, Deputyship, Person, Unit, UnitEdition
from styrk.trail.commands import already_done, command, record_all

UNIT_FIELDS = [
    "name",
    "level",
    "organisation_number",
    "parent",
    "trust",
    "path",
    "valid_to",
]
PERSON_FIELDS = ["name", "title", "email", "home_unit", "left_on"]
POST_FIELDS = ["valid_to", "ends_with_person", "agreed_to"]


class HasErrors(Exception):
    """The plan cannot be applied: it has errors, maybe from what others changed in the meantime."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(f"{len(plan.errors)} errors")
        self.plan = plan


@command
def apply(plan: Plan, *, by: Person | None, now: datetime) -> Plan:
    """Do what the files say, all or nothing; gives back the plan as it was compared under the lock.

    Raises HasErrors. Where everything is as the files say already, nothing is written.
    """
    wait_for_others()
    fresh = read(
        plan.files,
        plan.mapping,
        roles=plan.roles,
        on=plan.on,
        within=plan.within,
        not_oneself=plan.not_oneself,
    )
    if fresh.errors:
        raise HasErrors(fresh)
    if fresh.is_empty:
        already_done()
        return fresh
    changing()
    written = _write_units(fresh.units, fresh.on)
    _write_people(fresh.people, written.units)
    posts = _write_posts(fresh.posts, fresh.people, written.units)
    fitted = [known for known in fresh.people.changed if known.left or known.stays(fresh.on)]
    departed = fit_posts([known.person.pk for known in fitted])
    back = [known for known in fresh.people.changed if known.returns(fresh.on)]
    let_posts_end([known.person.pk for known in back])
    acts = [
        *acts_on_units(fresh.units, written, fresh.on),
        *acts_on_people(fresh.people, departed, fresh.on),
        *acts_on_posts(fresh.posts, posts),
    ]
    record_all([*of_each_trust(acts, fresh), *acts], by=by, now=now)
    return fresh


def _write_units(units: UnitChanges, on: date) -> Written:
    """The units as they are now."""
    for node, pk in zip(units.new, _reserved(len(units.new)), strict=True):
        node.pk = pk
    now_there = {code: node.before for code, node in units.nodes.items() if node.before}
    if not units.new and not units.changed:
        return Written(now_there, {})
    written = _placed(units)
    Unit.objects.bulk_create(
        written, update_conflicts=True, unique_fields=["pk"], update_fields=UNIT_FIELDS
    )
    _write_editions(units, on)
    ended = _end_posts([node for node in units.changed if node.is_ended])
    return Written(now_there | {unit.code: unit for unit in written}, ended)


def _reserved(number: int) -> list[int]:
    """Ids for new units, since a path holds the unit's own."""
    if not number:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('organisation_unit', 'id'))"
            " FROM generate_series(1, %s)",
            [number],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _placed(units: UnitChanges) -> list[Unit]:
    """The units to write: those the rows name, and those whose path or trust follows from them."""
    named = {node.code for node in (*units.new, *units.changed)}
    places: dict[str, tuple[str, int]] = {}
    found = []
    for node in units.nodes.values():
        path, trust = _place(node, units.nodes, places)
        before = node.before
        if node.code in named or (before and (before.path, before.trust_id) != (path, trust)):
            found.append(_unit(node, units.nodes, path, trust))
    return found


def _place(
    node: Node, nodes: dict[str, Node], places: dict[str, tuple[str, int]]
) -> tuple[str, int]:
    """Path and trust of a node, from those of the node above."""
    if node.code not in places:
        above = _place(nodes[node.parent], nodes, places) if node.parent else ("", node.pk)
        trust = node.pk if node.is_trust else above[1]
        places[node.code] = (f"{above[0]}{node.pk}.", trust)
    return places[node.code]


def _unit(node: Node, nodes: dict[str, Node], path: str, trust: int) -> Unit:
    unit = Unit(
        pk=node.pk,
        code=node.code,
        name=node.name,
        level=node.level,
        organisation_number=node.number,
        parent_id=nodes[node.parent].pk if node.parent else None,
        trust_id=trust,
        path=path,
        valid_from=node.valid_from,
        valid_to=node.valid_to,
    )
    if node.before:
        unit.uuid = node.before.uuid
    return unit


def _write_editions(units: UnitChanges, on: date) -> None:
    """New units open their history, renamed and moved ones go on in it from today."""
    placed = [node for node in units.changed if node.is_placed]
    ended = [node.pk for node in units.changed if node.is_ended]
    open_end = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    UnitEdition.objects.filter(
        open_end, unit__one_of=[node.pk for node in placed], valid_from__lt=on
    ).update(valid_to=on - timedelta(days=1))
    UnitEdition.objects.bulk_create(
        [_edition(node, units.nodes, node.valid_from) for node in units.new]
        + [_edition(node, units.nodes, max(on, node.valid_from)) for node in placed],
        update_conflicts=True,
        unique_fields=["unit", "valid_from"],
        update_fields=["name", "level", "parent", "valid_to"],
    )
    UnitEdition.objects.filter(unit__one_of=ended, valid_to__isnull=True).update(
        valid_to=_last_day("unit_id")
    )


def _edition(node: Node, nodes: dict[str, Node], valid_from: date) -> UnitEdition:
    return UnitEdition(
        unit_id=node.pk,
        name=node.name,
        level=node.level,
        parent_id=nodes[node.parent].pk if node.parent else None,
        valid_from=valid_from,
        valid_to=node.valid_to,
    )


def _end_posts(ended: Iterable[Node]) -> dict[int, int]:
    """End the posts with their units; gives back how many at each unit (id)."""
    ids = [node.pk for node in ended]
    number: Counter[int] = Counter()
    for posts in (Appointment, Deputyship) if ids else ():
        lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=F("unit__valid_to"))
        here = posts.objects.filter(unit__one_of=ids).filter(lasting)
        number.update(here.values_list("unit_id", flat=True))
        here.update(valid_to=_last_day("unit_id"))
    return number


def _last_day(unit: str) -> Subquery:
    return Subquery(Unit.objects.filter(pk=OuterRef(unit)).values("valid_to")[:1])


def _write_people(people: PersonChanges, units: Mapping[str, Unit]) -> None:
    for known in (*people.new, *people.changed):
        known.person.home_unit = units[known.home] if known.home else None
    Person.objects.bulk_create([known.person for known in people.new])
    Person.objects.bulk_create(
        [known.person for known in people.changed],
        update_conflicts=True,
        unique_fields=["pk"],
        update_fields=PERSON_FIELDS,
    )


def _write_posts(
    posts: PostChanges, people: PersonChanges, units: Mapping[str, Unit]
) -> list[Appointment]:
    """The posts as they are now, the new before the changed."""
    new = [_appointment(post, people, units) for post in posts.new]
    changed = [_appointment(post, people, units) for post in posts.changed]
    Appointment.objects.bulk_create(new)
    Appointment.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["pk"], update_fields=POST_FIELDS
    )
    return new + changed


def _appointment(post: Post, people: PersonChanges, units: Mapping[str, Unit]) -> Appointment:
    person, unit, role = post.key
    return Appointment(
        pk=post.before.pk if post.before else None,
        person=people.known[person].person,
        unit=units[unit],
        role=role,
        valid_from=post.valid_from,
        valid_to=post.valid_to,
        ends_with_person=post.ends_with_person,
        agreed_to=post.agreed_to,
    )
