"""The thread as rows of a tree, as data, and as places in a picture: the same records in the same order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from styrk.overview.threads.weaving import Thread
from styrk.ui.addresses import address_of
from styrk.ui.strands import Key, Mark, Node

KINDS: dict[str, Promise] = {
    "source": _("Kilde"),
    "requirement": _("Krav"),
    "placement": _("Lagt til"),
    "report": _("Status"),
    "annual": _("Årlig melding"),
    "goal": _("Mål"),
    "plan_item": _("Plan"),
    "risk": _("Risiko"),
    "told_risk": _("Risiko"),
    "lifted": _("Løftet risiko"),
    "picture": _("Risikobilde"),
    "incident": _("Melding"),
    "incident_group": _("Samleavvik"),
    "raising": _("Løftet samleavvik"),
    "theme": _("Tema"),
    "serious_event": _("Alvorlig hendelse"),
    "notice": _("Lovpålagt melding"),
    "serious_report": _("Rapport"),
    "voice": _("Stemme"),
    "finding": _("Funn"),
    "lesson_question": _("Læring fra andre"),
    "audit_line": _("Revisjonsplan"),
    "action": _("Tiltak"),
    "effect": _("Effekt"),
    "measure": _("Indikator"),
}


@dataclass(frozen=True)
class More:
    """That there are more of a kind below: in words, and where they are."""

    kind: str
    number: int
    label: str
    href: str


@dataclass(frozen=True)
class Row:
    """A record in the tree. `again` says that it stands further up too, with what hangs on it."""

    node: Node
    label: str
    title: str
    gaps: list[Mark]
    focus: bool = False
    again: bool = False
    below: list["Row"] = field(default_factory=list)
    more: list[More] = field(default_factory=list)


def rows(woven: Thread) -> list[Row]:
    """The whole thread as trees, from where it begins."""
    drawn: set[Key] = set()
    return [_row(woven, key, drawn) for key in woven.tops]


def rows_under(woven: Thread, kind: str, after: int) -> tuple[list[Row], More | None]:
    """Only what hangs below the focus, and whether there is more of it than is shown."""
    drawn = {woven.focus.key}
    found = [_row(woven, key, drawn) for key in woven.below.get(woven.focus.key, [])]
    number = woven.more.get((woven.focus.key, kind), 0)
    shown = after + sum(row.node.kind == kind for row in found)
    return found, more(woven.focus, kind, number, shown) if number else None


def _row(woven: Thread, key: Key, drawn: set[Key]) -> Row:
    node = woven.nodes[key]
    again = key in drawn
    drawn.add(key)
    return Row(
        node,
        str(KINDS.get(node.kind, "")),
        headline(node),
        woven.gaps(node),
        focus=key == woven.focus.key,
        again=again,
        below=[] if again else [_row(woven, one, drawn) for one in woven.below.get(key, [])],
        more=[] if again else _folded(woven, key),
    )


def headline(node: Node) -> str:
    """A requirement is told by its words, and where it went by the unit."""
    return node.where if node.kind == "placement" else str(node.title)


def _folded(woven: Thread, key: Key) -> list[More]:
    counted = [(kind, number) for (at, kind), number in woven.more.items() if at == key]
    below = [woven.nodes[one].kind for one in woven.below.get(key, [])]
    return [more(woven.nodes[key], kind, n, below.count(kind)) for kind, n in counted]


def more(node: Node, kind: str, number: int, shown: int) -> More:
    address = address_of("thread:under", node.kind, node.uuid)
    after = f"&etter={shown}" if shown else ""
    return More(kind, number, _in_words(kind, number, shown), f"{address}?slag={kind}{after}")


def _in_words(kind: str, number: int, shown: int) -> str:
    if kind == "placement" and not shown:
        return ngettext("Vis enheten under", "Vis enhetene under (%(num)s)", number) % {
            "num": number
        }
    if kind == "action" and not shown:
        return ngettext("Vis tiltaket", "Vis tiltakene (%(num)s)", number) % {"num": number}
    if shown:
        return ngettext("Vis %(num)s til", "Vis %(num)s til", number) % {"num": number}
    return ngettext("Vis %(num)s under", "Vis %(num)s under", number) % {"num": number}


def counted(found: list[Row]) -> int:
    return sum(1 + counted(row.below) for row in found)


def lacking(found: list[Row]) -> int:
    """How many records lack something, each counted once however often it stands there."""
    return sum(bool(row.gaps) and not row.again for _depth, row in walked(found))


def as_data(woven: Thread, found: list[Row]) -> dict[str, Any]:
    """The tree as JSON: the same records, in the same order, with the same gaps."""
    return {
        "kind": woven.focus.kind,
        "uuid": str(woven.focus.uuid),
        "rows": counted(found),
        "thread": [_datum(row) for row in found],
        "unseen": [{"kind": kind, "number": number} for kind, number in woven.unseen],
    }


def _datum(row: Row) -> dict[str, Any]:
    node = row.node
    return {
        "kind": node.kind,
        "uuid": str(node.uuid) if node.uuid else None,
        "title": str(node.title),
        "where": node.where,
        "standing": str(node.mark[0]) if node.mark else None,
        "notes": [str(note) for note in node.notes],
        "gaps": [str(words) for words, _colour in row.gaps],
        "url": node.href or None,
        "focus": row.focus,
        "again": row.again,
        "below": [_datum(one) for one in row.below],
        "more": [{"kind": one.kind, "number": one.number, "url": one.href} for one in row.more],
    }


def walked(found: list[Row], depth: int = 0) -> Iterator[tuple[int, Row]]:
    """Every row with how deep it hangs, from the top down."""
    for row in found:
        yield depth, row
        yield from walked(row.below, depth + 1)
