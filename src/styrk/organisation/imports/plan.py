"""What an import would do: everything that can be said before anything is changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrk.core.files import SourceFile
from styrk.organisation.imports.formats import kind_of, take
from styrk.organisation.imports.limits import NotOneself, check_limits, check_oneself
from styrk.organisation.imports.mapped import take_mapped
from styrk.organisation.imports.mappings import MAPPINGS, recognised
from styrk.organisation.imports.person_changes import (
    PersonChanges,
    check_departures,
    compare_people,
)
from styrk.organisation.imports.post_changes import PostChanges, compare_posts
from styrk.organisation.imports.rows import Counts, Note, RowError, Rows, Where
from styrk.organisation.imports.tables import Table, Unreadable, table
from styrk.organisation.imports.unit_changes import UnitChanges, compare_units


@dataclass(frozen=True)
class Plan:
    """The files as understood, against the organisation as it is. With errors nothing is applied."""

    files: tuple[SourceFile, ...]
    mapping: str | None
    roles: frozenset[str]
    on: date
    within: frozenset[int] | None
    not_oneself: NotOneself | None
    errors: list[RowError]
    notes: list[Note]
    units: UnitChanges
    people: PersonChanges
    posts: PostChanges

    @property
    def counts(self) -> dict[str, Counts]:
        """By kind: units, people and appointments."""
        units, people, posts = self.units, self.people, self.posts
        return {
            "units": Counts(len(units.new), len(units.changed), units.unchanged),
            "people": Counts(len(people.new), len(people.changed), people.unchanged),
            "appointments": Counts(len(posts.new), len(posts.changed), posts.unchanged),
        }

    @property
    def is_empty(self) -> bool:
        """Everything is as the files say already."""
        return not any(counts.new or counts.changed for counts in self.counts.values())


def read(
    files: Sequence[SourceFile],
    mapping: str | None = None,
    *,
    roles: Collection[str],
    on: date,
    within: frozenset[int] | None = None,
    not_oneself: NotOneself | None = None,
) -> Plan:
    """Read the files and compare them with the organisation on a day. Changes nothing.

    `mapping` names one of MAPPINGS; without it a known foreign file is recognised by its columns.
    `roles` are the codes that posts may have, `within` the ids of the units that may be changed
    (with all that stands below them); None is every unit. `not_oneself` says which roles the one who
    reads in does not give oneself; None is the operator, who may.
    """
    rows = Rows()
    for source in files:
        _take(source, mapping, rows)
    units = compare_units(rows, on)
    people = compare_people(rows, units.nodes)
    check_departures(people, rows)
    posts = compare_posts(rows, units.nodes, people.known, roles, on)
    if within is not None:
        check_limits(rows, within, units, people, posts, on)
    if not_oneself is not None:
        check_oneself(rows, not_oneself, people, posts)
    return Plan(
        files=tuple(files),
        mapping=mapping,
        roles=frozenset(roles),
        on=on,
        within=within,
        not_oneself=not_oneself,
        errors=_sorted(rows.errors),
        notes=_sorted(rows.notes),
        units=units,
        people=people,
        posts=posts,
    )


def _take(source: SourceFile, mapping: str | None, rows: Rows) -> None:
    try:
        found = table(source)
    except Unreadable as refused:
        rows.errors.extend(refused.errors)
        return
    foreign = MAPPINGS.get(mapping) if mapping else recognised(found)
    if mapping and foreign is None:
        text = _("Formen «%(name)s» finnes ikke. Bruk en av disse: %(names)s.")
        facts = {"name": mapping, "names": ", ".join(MAPPINGS)}
        rows.refuse(Where(source.name, 0), "", text % facts)
    elif foreign:
        take_mapped(found, foreign, rows)
    else:
        _take_ours(found, rows)


def _take_ours(found: Table, rows: Rows) -> None:
    kind = kind_of(found)
    if kind:
        take(found, kind, rows)
    else:
        text = _(
            "Fila kjennes ikke igjen. Overskriften skal være som i malen for enheter, personer eller roller."
        )
        rows.refuse(Where(found.file, 1), "", text)


def _sorted[Line: (RowError, Note)](lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.file, line.row))
