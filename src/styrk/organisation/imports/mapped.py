"""Units from the rows of a foreign file: one for each code, with what was understood as notes."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import singledispatch

from django.utils.translation import gettext as _

from styrk.organisation.imports.cells import Cells
from styrk.organisation.imports.formats import check_columns
from styrk.organisation.imports.mappings import FileMapping, Level, Nested, Pointing
from styrk.organisation.imports.rows import Rows, UnitRow, Where
from styrk.organisation.imports.tables import Table
from styrk.organisation.rules import is_organisation_number

type Found = dict[str, list[UnitRow]]
type Names = Counter[tuple[str, str]]


def take_mapped(table: Table, mapping: FileMapping, rows: Rows) -> None:
    """Read the table's rows into `rows` as the mapping says."""
    needed = mapping.needed
    if check_columns(table, needed, (*needed, *mapping.ignored), rows):
        rows.units.extend(_units(mapping, table, rows))


@singledispatch
def _units(mapping: object, _table: Table, _rows: Rows) -> list[UnitRow]:
    raise TypeError(mapping)


@_units.register
def _nested(mapping: Nested, table: Table, rows: Rows) -> list[UnitRow]:
    found: Found = defaultdict(list)
    for number, values in table.rows:
        cells = Cells(Where(table.file, number), values, rows)
        line = _line(mapping, cells)
        _note_places(mapping, cells)
        if line and line[-1].code in found and line[-1].level == mapping.levels[-1].word:
            _note_repeat(line[-1], found[line[-1].code][0], rows)
        for unit in line:
            found[unit.code].append(unit)
    return [_one(mentions, rows) for mentions in found.values()]


def _line(mapping: Nested, cells: Cells) -> list[UnitRow]:
    """The units a row mentions, from the top; each stands under the one before."""
    line: list[UnitRow] = []
    for level in mapping.levels:
        unit = _at_level(level, cells, line[-1].code if line else "")
        line.extend([unit] if unit else [])
    return line


def _at_level(level: Level, cells: Cells, parent: str) -> UnitRow | None:
    code = cells.text(level.code) if level.code else _slug(cells.text(level.name))
    if not code:
        return None
    return UnitRow(
        where=cells.where,
        code=f"{level.prefix}{code}",
        name=cells.text(level.name, needed=True),
        level=level.word,
        parent=parent,
        organisation_number=cells.text(level.number) if level.number else None,
        is_trust=level.trust,
        columns=dict.fromkeys(("code", "parent"), level.code or level.name),
    )


def _slug(name: str) -> str:
    """The name as a code: lower case, a hyphen for everything that is not a letter or a digit."""
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")


def _note_places(mapping: Nested, cells: Cells) -> None:
    """Say where a row lacks its own unit, or everything above it."""
    present = [bool(cells.cells[level.code or level.name]) for level in mapping.levels]
    if not present[-1]:
        cells.rows.note(cells.where, _("Raden har ingen egen enhet, bare dem over."))
    elif not any(present[:-1]):
        text = _("Raden sier ikke hvor enheten hører til. Den er lagt øverst.")
        cells.rows.note(cells.where, text)


def _note_repeat(unit: UnitRow, first: UnitRow, rows: Rows) -> None:
    text = _("Raden gjentar %(code)s fra rad %(row)s og er hoppet over.")
    rows.note(unit.where, text % {"code": unit.code, "row": first.where.row})


def _one(mentions: list[UnitRow], rows: Rows) -> UnitRow:
    """One unit of all the rows that mention it: the name most of them use, and one place."""
    first = mentions[0]
    _check_place(mentions, rows)
    names = Counter(unit.name for unit in mentions).most_common()
    if len(names) > 1:
        facts = {"code": first.code, "names": ", ".join(f"«{name}»" for name, _times in names)}
        text = _("%(code)s har flere navn i fila: %(names)s. Det første er brukt i flest rader.")
        rows.note(first.where, text % facts)
    return _with_number(replace(first, name=names[0][0]), rows)


def _check_place(mentions: list[UnitRow], rows: Rows) -> None:
    first = mentions[0]
    for other in mentions[1:]:
        if other.parent != first.parent:
            text = _("%(code)s ligger under %(here)s her, men under %(there)s i rad %(row)s.")
            facts = {"code": other.code, "here": other.parent, "there": first.parent}
            message = text % (facts | {"row": first.where.row})
            rows.refuse(other.where, other.column("parent"), message)


def _with_number(unit: UnitRow, rows: Rows) -> UnitRow:
    """A published file may hold numbers that do not exist: the unit comes along without it."""
    number = unit.organisation_number
    if not number or is_organisation_number(number):
        return unit
    text = _("%(number)s er ikke et gyldig organisasjonsnummer. Enheten tas med uten nummer.")
    rows.note(unit.where, text % {"number": number})
    return replace(unit, organisation_number=None)


@dataclass(frozen=True)
class _Pointer:
    """A row of a pointing file: its code, and the code it points to."""

    code: str
    parent: str
    cells: Cells


@_units.register
def _pointing(mapping: Pointing, table: Table, rows: Rows) -> list[UnitRow]:
    pointers = [
        _pointer(mapping, Cells(Where(table.file, number), cells, rows))
        for number, cells in table.rows
    ]
    names = Counter(
        (pointer.parent, pointer.cells.cells[column])
        for pointer in pointers
        for column in mapping.name
    )
    return [_with_number(_pointed(mapping, pointer, names), rows) for pointer in pointers]


def _pointer(mapping: Pointing, cells: Cells) -> _Pointer:
    above = cells.text(mapping.parent)
    parent = "" if above in mapping.top else f"{mapping.prefix}{above}"
    return _Pointer(f"{mapping.prefix}{cells.text(mapping.code, needed=True)}", parent, cells)


def _pointed(mapping: Pointing, pointer: _Pointer, names: Names) -> UnitRow:
    cells = pointer.cells
    level = cells.text(mapping.level)
    return UnitRow(
        where=cells.where,
        code=pointer.code,
        name=cells.text(_name_column(mapping, pointer, names), needed=True),
        level=mapping.words.get(level, level),
        parent=pointer.parent,
        organisation_number=cells.text(mapping.number) if mapping.number else None,
        is_trust=mapping.trusts.get(level, False),
        columns={"code": mapping.code, "parent": mapping.parent},
    )


def _name_column(mapping: Pointing, pointer: _Pointer, names: Names) -> str:
    """The first that tells the unit from its neighbours, else the last."""
    for column in mapping.name:
        name = pointer.cells.cells[column]
        if name and names[pointer.parent, name] == 1:
            return column
    return mapping.name[-1]
