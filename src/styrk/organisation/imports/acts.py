"""What an import leaves in the trail: of each record what the page's own change of it would have left."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from styrk.organisation import told
from styrk.organisation.imports.person_changes import Known, PersonChanges
from styrk.organisation.imports.plan import Plan
from styrk.organisation.imports.post_changes import PostChanges
from styrk.organisation.imports.unit_changes import Node, UnitChanges
from styrk.organisation.models import Appointment, Unit
from styrk.trail.commands import Act

# The fields of a unit that an edition does not hold.
FACTS = {"number", "is_trust"}


@dataclass(frozen=True)
class Written:
    """Every unit by code, as it is after the import, and how many posts ended with each (by id)."""

    units: Mapping[str, Unit]
    posts_ended: Mapping[int, int]


def acts_on_units(changes: UnitChanges, written: Written, on: date) -> Iterator[Act]:
    yield from (told.founded(written.units[node.code]) for node in changes.new)
    for node in changes.changed:
        yield from _on_unit(node, written, on)


def _on_unit(node: Node, written: Written, on: date) -> Iterator[Act]:
    unit, changed = written.units[node.code], node.changed
    since = max(on, node.valid_from)
    if changed.keys() & {"name", "level"}:
        yield told.renamed(unit, str(changed.get("name", unit.name)), since)
    if "parent" in changed:
        before, after = written.units.get(str(changed["parent"])), written.units.get(node.parent)
        yield told.moved(unit, before, after, since)
    if facts := changed.keys() & FACTS:
        yield told.facts_of_unit(unit, facts)
    if node.is_ended:
        yield told.ended_unit(unit, written.posts_ended.get(unit.pk, 0))


def acts_on_people(
    people: PersonChanges, departed: Mapping[int, told.Touched], on: date
) -> Iterator[Act]:
    yield from (told.registered(known.person) for known in people.new)
    for known in (*people.new, *people.changed):
        yield from _on_person(known, departed.get(known.person.pk), on)


def _on_person(known: Known, touched: told.Touched | None, on: date) -> Iterator[Act]:
    facts = [name for name in known.changed if name != "left_on"]
    if facts:
        yield told.facts_of_person(known.person, facts)
    if known.left:
        yield told.leaves(known.person, known.left_before, touched)
    if known.left_before and known.stays(on):
        yield told.stays(known.person, known.left_before, touched)
    if known.left_before and known.returns(on):
        yield told.returns(known.person, known.left_before)


def acts_on_posts(changes: PostChanges, written: Sequence[Appointment]) -> Iterator[Act]:
    """`written` are the new ones, and then the changed."""
    new, changed = written[: len(changes.new)], written[len(changes.new) :]
    yield from map(told.appointed, new)
    for post, now_there in zip(changes.changed, changed, strict=True):
        before = post.before.valid_to if post.before else None
        if post.gives_time and before:
            yield told.prolonged(now_there, before)
        else:
            yield told.ended_appointment(now_there)


def of_each_trust(acts: Iterable[Act], plan: Plan) -> Iterator[Act]:
    """One more for each legal person that something happened in: from which files, and how much."""
    counted: dict[int, Counter[str]] = defaultdict(Counter)
    for act in acts:
        if act.trust_id:
            counted[act.trust_id][_kind(act)] += 1
    for trust_id, number in counted.items():
        text = f"Leste inn fra fil: {', '.join(f'{kind} {n}' for kind, n in number.items())}"
        files = {"files": [source.name for source in plan.files], "mapping": plan.mapping}
        yield Act("import_organisation", "unit", trust_id, text, trust_id, files)


def _kind(act: Act) -> str:
    if act.subject == "unit":
        return "endringer av enheter"
    return "roller" if "role" in act.detail else "endringer av personer"
