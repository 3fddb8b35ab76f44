"""The tree of units, today and on any day, and finding one's way in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length

from styrk.core.prepared import Prepared, Slot
from styrk.organisation.models import Unit, UnitEdition
from styrk.organisation.rules import in_force

# No organisation is fifty levels deep; a longer line would be a circle in the data.
LINE_ABOVE = """
    WITH RECURSIVE line AS (
        SELECT parent_id, 1 AS step FROM organisation_unitedition
        WHERE unit_id = %(unit)s
        AND valid_from <= %(on)s AND (valid_to IS NULL OR valid_to >= %(on)s)
        UNION ALL
        SELECT above.parent_id, step + 1
        FROM line JOIN organisation_unitedition above ON above.unit_id = line.parent_id
        WHERE valid_from <= %(on)s AND (valid_to IS NULL OR valid_to >= %(on)s) AND step < 50
    )
    SELECT unit.* FROM line JOIN organisation_unit unit ON unit.id = line.parent_id ORDER BY step
"""


@dataclass(frozen=True)
class Branch:
    """A unit as it was called on the day. `below` counts its units, also where they are not shown."""

    unit: Unit
    name: str
    level: str
    below: int
    children: tuple["Branch", ...] = ()


def unit_tree(top: Unit | None = None, *, on: date, depth: int | None = None) -> list[Branch]:
    """The tree on a day, in the order of names: from the tops, or what stands below `top`.

    `depth` is how many levels are fetched. One query a level, and one that counts what is below.
    """
    levels = [_editions(on, parent=top)]
    while levels[-1] and (depth is None or len(levels) < depth):
        levels.append(_editions(on, parent__one_of=[edition.unit_id for edition in levels[-1]]))
    below = _counted_below([edition.unit_id for edition in levels[-1]], on)
    branches: dict[int | None, list[Branch]] = {}
    for level in reversed(levels):
        branches = _grown(level, branches, below)
    return branches.get(top.pk if top else None, [])


def _editions(on: date, **where: object) -> Sequence[UnitEdition]:
    found = UnitEdition.objects.filter(in_force(on), **where).select_related("unit")
    return list(found.order_by("name", "unit_id"))


def _counted_below(unit_ids: Sequence[int], on: date) -> dict[int, int]:
    if not unit_ids:
        return {}
    rows = UnitEdition.objects.filter(in_force(on), parent__one_of=unit_ids)
    return dict(rows.values_list("parent_id").annotate(number=Count("pk")).order_by())


def _grown(
    level: Sequence[UnitEdition], above: dict[int | None, list[Branch]], below: dict[int, int]
) -> dict[int | None, list[Branch]]:
    """The branches of one level by the unit they stand under, each with those already grown."""
    grown: dict[int | None, list[Branch]] = defaultdict(list)
    for edition in level:
        children = tuple(above.get(edition.unit_id, ()))
        number = len(children) or below.get(edition.unit_id, 0)
        branch = Branch(edition.unit, edition.name, edition.level, number, children)
        grown[edition.parent_id].append(branch)
    return dict(grown)


def children_of(unit: Unit, *, on: date) -> list[Unit]:
    """The units straight below, as they stand today, that are in force on the day."""
    return list(unit.children.filter(in_force(on)).order_by("name", "pk"))


def ancestors_of(unit: Unit) -> list[Unit]:
    """From the top down to the unit's parent, as it stands today."""
    ids = _ids_above(unit)
    found = Unit.objects.in_bulk(ids)
    return [found[pk] for pk in ids]


FAMILY = Prepared.of(
    Unit,
    lambda: Unit.objects.filter(
        Q(pk__one_of=Slot("above")) | (Q(parent=Slot("parent")) & in_force(Slot("on")))
    ).order_by("name", "pk"),
)


def family_of(unit: Unit, *, on: date) -> tuple[list[Unit], list[Unit]]:
    """Ancestors from the top down, and the units straight below on the day, in one query."""
    ids = _ids_above(unit)
    found = FAMILY.ask(above=ids, parent=unit.pk, on=on)
    places = {pk: place for place, pk in enumerate(ids)}
    above = [one for one in found if one.pk in places]
    return sorted(above, key=lambda one: places[one.pk]), [
        one for one in found if one.pk not in places
    ]


def _ids_above(unit: Unit) -> list[int]:
    return [int(part) for part in unit.path.split(".")[:-2]]


def line_above(unit: Unit, *, on: date) -> list[Unit]:
    """The units above on a day, nearest first, also where the place has changed since."""
    return list(Unit.objects.raw(LINE_ABOVE, {"unit": unit.pk, "on": on}))


def subtree_ids(unit: Unit) -> frozenset[int]:
    """The unit and all below it as they stand today, those that have ended included."""
    line = Unit.objects.filter(path__startswith=unit.path)
    return frozenset(line.values_list("pk", flat=True))


def trust_ids(unit: Unit) -> frozenset[int]:
    """All units of the unit's trust, those that have ended included."""
    return frozenset(Unit.objects.filter(trust_id=unit.legal_id).values_list("pk", flat=True))


def topmost(ids: Iterable[int]) -> Unit | None:
    """Of these units, the one that stands highest."""
    return Unit.objects.filter(pk__in=list(ids)).order_by(Length("path"), "pk").first()


def unit_by_uuid(uuid: UUID) -> Unit | None:
    return Unit.objects.select_related("parent", "trust").filter(uuid=uuid).first()


def unit_by_code(code: str) -> Unit | None:
    if "\0" in code:  # PostgreSQL has no such character
        return None
    return Unit.objects.select_related("parent", "trust").filter(code=code).first()


def unit_named_on(unit: Unit, on: date) -> UnitEdition | None:
    """What the unit was called and where it stood on a day; None if it was not there."""
    return unit.editions.filter(in_force(on)).select_related("parent").first()


def editions_of(unit: Unit) -> list[UnitEdition]:
    """The unit's names and places through time, newest first."""
    return list(unit.editions.select_related("parent").order_by("-valid_from"))


def find_units(
    text: str, *, trust_ids: Iterable[int] | None, on: date | None = None, limit: int = 20
) -> list[Unit]:
    """Units where every word of the text begins a word of the name or code; closest first.

    `trust_ids` limits it to these trusts; None is everywhere. Without a day: those that have no end.
    Without words there are no answers.
    """
    words = text.replace("\0", "").split()
    if not words:
        return []
    lasting = in_force(on) if on else Q(valid_to__isnull=True)
    found: QuerySet[Unit] = Unit.objects.filter(lasting)
    if trust_ids is not None:
        found = found.filter(trust__one_of=trust_ids)
    for word in words:
        pattern = _begins_a_word(word)
        found = found.filter(Q(name__iregex=pattern) | Q(code__iregex=pattern))
    ordered = found.order_by(_closeness(" ".join(words)), "name", "pk")
    return list(ordered.select_related("parent", "trust")[:limit])


def _begins_a_word(word: str) -> str:
    start = r"\m" if word[0].isalnum() else ""
    return start + re.escape(word)


def _closeness(text: str) -> Case:
    """The code itself, then names that begin with the text, then the rest."""
    return Case(
        When(code__iexact=text, then=Value(0)),
        When(name__istartswith=text, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
