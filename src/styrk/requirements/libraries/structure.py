"""How requirements hang together: unique, under something that is there, and never in a ring."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from styrk.requirements.libraries import limits
from styrk.requirements.libraries.problems import Place, Problems
from styrk.requirements.libraries.shape import Item, Library

type Row = tuple[Item, Place]


def arranged(library: Library, rows: Sequence[Row], problems: Problems) -> Library:
    """The library with its requirements in order of position. Notes what does not hang together."""
    if len(rows) > limits.MAX_ITEMS:
        problems.add(Place(file=rows[0][1].file), "too_many_items", limit=limits.MAX_ITEMS)
        return library
    _check_each(rows, problems)
    places = _unique(rows, problems)
    parents = {item.ref: item.parent for item, _ in rows}
    _check_parents(rows, places, problems)
    _check_rings(parents, places, problems)
    ordered = sorted((item for item, _ in rows), key=lambda item: item.position)
    return replace(library, requirements=tuple(numbered(ordered)))


def numbered(items: Iterable[Item]) -> Iterable[Item]:
    for position, item in enumerate(items, start=1):
        yield item if item.position == position else replace(item, position=position)


def _check_each(rows: Sequence[Row], problems: Problems) -> None:
    for item, place in rows:
        if not item.ref:
            problems.add(place, "missing", value="id")
        if "\n" in item.ref:
            problems.add(place, "ref_lines")
        if not (item.point or item.title or item.text):
            problems.add(place, "nothing_said")


def _unique(rows: Sequence[Row], problems: Problems) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for item, place in rows:
        if item.ref and item.ref in places:
            problems.add(place, "duplicate_ref", value=item.ref, first=places[item.ref])
        places.setdefault(item.ref, place)
    return places


def _check_parents(rows: Sequence[Row], places: dict[str, Place], problems: Problems) -> None:
    for item, place in rows:
        if item.parent is None:
            continue
        if item.parent == item.ref:
            problems.add(place, "own_parent", value=item.ref)
        elif item.parent not in places:
            problems.add(place, "unknown_parent", value=item.parent)


def _check_rings(
    parents: dict[str, str | None], places: dict[str, Place], problems: Problems
) -> None:
    """Walks upwards from each, never twice over the same ground."""
    levels: dict[str, int] = {}
    for start in parents:
        walked = _upwards(start, parents, levels)
        top = parents.get(walked[-1]) if walked else None
        if walked and top in walked:
            _tell_ring(walked[walked.index(top) :], places, problems)
        below = levels.get(top, 0) if top else 0
        for number, ref in enumerate(reversed(walked), start=1):
            levels[ref] = below + number
            if levels[ref] == limits.MAX_LEVELS + 1:
                limit = limits.MAX_LEVELS
                problems.add(places[ref], "too_many_levels", value=ref, limit=limit)


def _upwards(start: str, parents: dict[str, str | None], levels: dict[str, int]) -> list[str]:
    """The way up from here, until the top, what is known already, or where it has been."""
    walked: dict[str, None] = {}
    ref: str | None = start
    while ref is not None and ref in parents and ref not in levels and ref not in walked:
        walked[ref] = None
        ref = parents[ref]
    return list(walked)


def _tell_ring(ring: list[str], places: dict[str, Place], problems: Problems) -> None:
    if len(ring) > 1:  # alone in its ring it is its own parent, and has been told so
        problems.add(places[ring[0]], "ring", value=" → ".join([*ring, ring[0]]))
