"""What the rows about units would change in the tree that is there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from styrk.organisation.imports.rows import Rows, UnitRow
from styrk.organisation.models import Appointment, Deputyship, Unit, UnitEdition


@dataclass
class Node:
    """A unit as it will be. `before` is how it is, `row` what a file says of it; `pk` is 0 while new."""

    code: str
    name: str
    level: str
    number: str
    parent: str
    is_trust: bool
    valid_from: date
    valid_to: date | None
    before: Unit | None = None
    row: UnitRow | None = None
    pk: int = 0
    # The field and what it was, for those that the row changes.
    changed: dict[str, object] = field(default_factory=dict)

    @property
    def is_placed(self) -> bool:
        """The change makes a new edition: a name, a level or a place."""
        return bool(self.changed.keys() & {"name", "level", "parent"})

    @property
    def is_ended(self) -> bool:
        return self.before is not None and "valid_to" in self.changed


@dataclass(frozen=True)
class UnitChanges:
    """The whole tree by code, and the nodes that rows make or change."""

    nodes: dict[str, Node]
    new: list[Node]
    changed: list[Node]
    unchanged: int


def compare_units(rows: Rows, on: date) -> UnitChanges:
    """Compare with the database; what cannot be is added to `rows.errors`. At most four queries."""
    nodes = stored_nodes()
    told = list(_once(rows))
    for row in told:
        nodes[row.code] = _overlaid(nodes.get(row.code), row, rows, on)
    _check_parents(nodes, told, rows)
    _check_circles(nodes, rows)
    _check_trusts(nodes, rows)
    _check_ends(nodes, rows, on)
    about = [nodes[row.code] for row in told]
    new = [node for node in about if node.before is None]
    changed = [node for node in about if node.before and node.changed]
    return UnitChanges(nodes, new, changed, len(about) - len(new) - len(changed))


def stored_nodes() -> dict[str, Node]:
    """The tree as it is."""
    units = list(Unit.objects.all())
    codes = {unit.pk: unit.code for unit in units}
    return {unit.code: _stored(unit, codes) for unit in units}


def _stored(unit: Unit, codes: dict[int, str]) -> Node:
    return Node(
        code=unit.code,
        name=unit.name,
        level=unit.level,
        number=unit.organisation_number,
        parent=codes[unit.parent_id] if unit.parent_id else "",
        is_trust=unit.trust_id == unit.pk,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        before=unit,
        pk=unit.pk,
    )


def _once(rows: Rows) -> Iterable[UnitRow]:
    """The rows without those whose code another row had already."""
    seen: dict[str, UnitRow] = {}
    for row in rows.units:
        if row.code in seen:
            first = seen[row.code].where
            text = _("Koden «%(code)s» står også i %(file)s, rad %(row)s.")
            facts = {"code": row.code, "file": first.file, "row": first.row}
            rows.refuse(row.where, row.column("code"), text % facts)
        else:
            seen[row.code] = row
            yield row


def _overlaid(node: Node | None, row: UnitRow, rows: Rows, on: date) -> Node:
    if node is None:
        return Node(
            code=row.code,
            name=row.name,
            level=row.level,
            number=row.organisation_number or "",
            parent=row.parent,
            is_trust=row.is_trust or not row.parent,
            valid_from=row.valid_from or on,
            valid_to=row.valid_to,
            row=row,
        )
    node.row = row
    _check_days(node, row, rows)
    for name, value in _told(row).items():
        before = getattr(node, name)
        if before != value:
            node.changed[name] = before
            setattr(node, name, value)
    return node


def _told(row: UnitRow) -> dict[str, object]:
    """The fields of a unit that the row says something about."""
    told: dict[str, object] = {
        "name": row.name,
        "level": row.level,
        "parent": row.parent,
        "is_trust": row.is_trust or not row.parent,
    }
    if row.organisation_number is not None:
        told["number"] = row.organisation_number
    if row.valid_to:
        told["valid_to"] = row.valid_to
    return told


def _check_days(node: Node, row: UnitRow, rows: Rows) -> None:
    if row.valid_from and row.valid_from != node.valid_from:
        text = _("Enheten gjelder fra %(day)s. Startdatoen kan ikke endres ved import.")
        rows.refuse(row.where, "valid_from", text % {"day": f"{node.valid_from:%d.%m.%Y}"})
    if node.valid_to and row.valid_to is None:
        text = _("%(code)s ble avsluttet %(day)s, og åpnes ikke igjen.")
        rows.note(row.where, text % {"code": node.code, "day": f"{node.valid_to:%d.%m.%Y}"})
    elif row.valid_to and row.valid_to < node.valid_from:
        rows.refuse(row.where, "valid_to", _("Sluttdatoen er før startdatoen."))


def _check_parents(nodes: dict[str, Node], told: list[UnitRow], rows: Rows) -> None:
    for row in told:
        if row.parent and row.parent not in nodes and row.parent not in rows.refused:
            text = _("Overordnet enhet «%(code)s» finnes verken i fila eller i Styrk.")
            rows.refuse(row.where, row.column("parent"), text % {"code": row.parent})


def _check_circles(nodes: dict[str, Node], rows: Rows) -> None:
    cleared: set[str] = set()
    for start in nodes:
        code, walk = start, dict[str, None]()
        while code in nodes and code not in cleared and code not in walk:
            walk[code] = None
            code = nodes[code].parent
        if code in walk:
            _refuse_circle([*walk][[*walk].index(code) :], nodes, rows)
        cleared.update(walk)


def _refuse_circle(circle: list[str], nodes: dict[str, Node], rows: Rows) -> None:
    round_trip = " → ".join([*circle, circle[0]])
    for code in circle:
        row = nodes[code].row
        if row:
            text = _("Enheten ligger under seg selv: %(line)s.")
            rows.refuse(row.where, row.column("parent"), text % {"line": round_trip})


def _check_trusts(nodes: dict[str, Node], rows: Rows) -> None:
    """A unit stays in its trust, which answers for the cases there; those below follow the unit."""
    for node in nodes.values():
        before = node.before
        if not (before and node.row and node.changed.keys() & {"parent", "is_trust"}):
            continue
        trust = _trust_of(node, nodes)
        if trust and trust.pk != before.trust_id:
            text = _(
                "Enheten kan ikke bytte virksomhet: sakene hører til der de skjedde."
                " Opprett en ny enhet med ny kode, og avslutt denne."
            )
            rows.refuse(node.row.where, node.row.column("parent"), text)


def _trust_of(node: Node, nodes: dict[str, Node]) -> Node | None:
    """The nearest at or above that is a trust; None in a circle or under what is not there."""
    seen: set[str] = set()
    while not node.is_trust:
        seen.add(node.code)
        if node.parent in seen or node.parent not in nodes:
            return None
        node = nodes[node.parent]
    return node


def _check_ends(nodes: dict[str, Node], rows: Rows, on: date) -> None:
    """A unit does not last longer than the one above it, nor its last change and its posts."""
    for node in nodes.values():
        above = nodes.get(node.parent)
        if above and above.valid_to and (node.valid_to is None or node.valid_to > above.valid_to):
            _refuse_outlasting(node, above, rows)
    ended = {node.pk: node for node in nodes.values() if node.is_ended}
    for pk, day in _last_days(ended).items():
        _refuse_early_end(ended[pk], day, rows)
    for node in ended.values():
        if node.is_placed:
            _refuse_early_end(node, on, rows)


def _refuse_outlasting(node: Node, above: Node, rows: Rows) -> None:
    facts = {"unit": node.code, "above": above.code, "day": f"{above.valid_to:%d.%m.%Y}"}
    text = _("%(unit)s varer lenger enn enheten over, %(above)s, som slutter %(day)s.")
    if node.row and (node.before is None or "parent" in node.changed):
        rows.refuse(node.row.where, node.row.column("parent"), text % facts)
    elif above.row and (above.before is None or above.is_ended):
        rows.refuse(above.row.where, "valid_to", text % facts)


def _last_days(ended: dict[int, Node]) -> dict[int, date]:
    """The last day that something about these units begins: an edition or a post."""
    last: dict[int, date] = {}
    for rows in (UnitEdition, Appointment, Deputyship) if ended else ():
        begun = rows.objects.filter(unit__one_of=ended).values_list("unit_id")
        for pk, day in begun.annotate(Max("valid_from")).order_by():
            last[pk] = max(day, last.get(pk, day))
    return last


def _refuse_early_end(node: Node, day: date, rows: Rows) -> None:
    if node.row and node.valid_to and node.valid_to < day:
        text = _("Noe om enheten begynner %(day)s, etter sluttdatoen.")
        rows.refuse(node.row.where, "valid_to", text % {"day": f"{day:%d.%m.%Y}"})
