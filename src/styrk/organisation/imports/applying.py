"""Doing what a plan says: a few statements for each table, one transaction, one trail record."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from operator import attrgetter

from django.db import connection
from django.db.models import F, OuterRef, Q, Subquery

from styrk.organisation.commands.people import end_posts_of
from styrk.organisation.commands.revision import changing, wait_for_others
from styrk.organisation.imports.person_changes import PersonChanges
from styrk.organisation.imports.plan import Plan, read
from styrk.organisation.imports.post_changes import Post, PostChanges
from styrk.organisation.imports.unit_changes import Node, UnitChanges
from styrk.organisation.models import Appointment, Deputyship, Person, Unit, UnitEdition
from styrk.trail.commands import already_done, command, record

UNIT_FIELDS = [
    "name",
    "level",
    "organisation_number",
    "parent",
    "trust",
    "path",
    "valid_to",
]
# How many changed units the trail names one by one; the editions hold them all.
LISTED = 1000
PERSON_FIELDS = ["name", "title", "email", "home_unit", "left_on"]


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
    _write_units(fresh.units, fresh.on)
    _write_people(fresh.people, fresh.units)
    _write_posts(fresh.posts, fresh.people, fresh.units)
    end_posts_of([known.person.pk for known in fresh.people.changed if "left_on" in known.changed])
    _record(fresh, by, now)
    return fresh


def _write_units(units: UnitChanges, on: date) -> None:
    for node, pk in zip(units.new, _reserved(len(units.new)), strict=True):
        node.pk = pk
    if not units.new and not units.changed:
        return
    written = _placed(units)
    Unit.objects.bulk_create(
        written, update_conflicts=True, unique_fields=["pk"], update_fields=UNIT_FIELDS
    )
    _write_editions(units, on)
    _end_posts([node for node in units.changed if node.is_ended])


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


def _end_posts(ended: Iterable[Node]) -> None:
    ids = [node.pk for node in ended]
    for posts in (Appointment, Deputyship) if ids else ():
        lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=F("unit__valid_to"))
        here = posts.objects.filter(unit__one_of=ids).filter(lasting)
        here.update(valid_to=_last_day("unit_id"))


def _last_day(unit: str) -> Subquery:
    return Subquery(Unit.objects.filter(pk=OuterRef(unit)).values("valid_to")[:1])


def _write_people(people: PersonChanges, units: UnitChanges) -> None:
    for known in (*people.new, *people.changed):
        known.person.home_unit_id = units.nodes[known.home].pk if known.home else None
    Person.objects.bulk_create([known.person for known in people.new])
    Person.objects.bulk_create(
        [known.person for known in people.changed],
        update_conflicts=True,
        unique_fields=["pk"],
        update_fields=PERSON_FIELDS,
    )


def _write_posts(posts: PostChanges, people: PersonChanges, units: UnitChanges) -> None:
    Appointment.objects.bulk_create([_appointment(post, people, units) for post in posts.new])
    Appointment.objects.bulk_create(
        [_appointment(post, people, units) for post in posts.changed],
        update_conflicts=True,
        unique_fields=["pk"],
        update_fields=["valid_to"],
    )


def _appointment(post: Post, people: PersonChanges, units: UnitChanges) -> Appointment:
    person, unit, role = post.key
    return Appointment(
        pk=post.before.pk if post.before else None,
        person_id=people.known[person].person.pk,
        unit_id=units.nodes[unit].pk,
        role=role,
        valid_from=post.valid_from,
        valid_to=post.valid_to,
    )


def _record(plan: Plan, by: Person | None, now: datetime) -> None:
    """One record for the whole import, on the topmost unit that there is."""
    tops = [node for node in plan.units.nodes.values() if not node.parent]
    top = min(tops, key=attrgetter("code")).pk if tops else 0
    counts = {kind: [each.new, each.changed] for kind, each in plan.counts.items()}
    record(
        by=by,
        now=now,
        act="import_organisation",
        subject="unit",
        subject_id=top,
        text=_told(plan),
        trust_id=top or None,
        files=[source.name for source in plan.files],
        mapping=plan.mapping,
        new_and_changed=counts,
        changed_units=[node.code for node in plan.units.changed][:LISTED],
    )


def _told(plan: Plan) -> str:
    words = {"units": "enheter", "people": "personer", "appointments": "roller"}
    parts = [
        f"{counts.new} nye og {counts.changed} endrede {words[kind]}"
        for kind, counts in plan.counts.items()
        if counts.new or counts.changed
    ]
    return f"Importerte organisasjonen: {', '.join(parts)}"
