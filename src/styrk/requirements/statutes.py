"""Laws as editions: from the neutral shape of `lovdata` to sentences, and from the rows back again."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from typing import Any

from styrk.regulation.letters import LETTERS
from styrk.requirements.lovdata import framing, standing
from styrk.requirements.lovdata.shape import (
    Amendment,
    Clause,
    Kind,
    Law,
    LawKind,
    Marking,
    Pending,
    Point,
    Provision,
    Status,
    Verb,
)
from styrk.requirements.models import Edition, Requirement
from styrk.requirements.states import Kind as Asks
from styrk.requirements.states import SourceKind
from styrk.requirements.types import Received, Sentence

FORMAT = "lovdata"
# The forskrift that §§ 6-9 of the map are about.
MANAGEMENT = "forskrift/2016-10-28-1250"
ISSUER = "Lovdata (NLOD 2.0)"
HEAD = (
    "refid", "eli", "title", "short_title", "department", "in_force_note", "last_changed_by", "url",
)  # fmt: skip
PLAIN = ("number", "chapter", "by_order", "wording_from")


def received(law: Law, read_on: date) -> Received:
    """The law as an edition. `read_on` names it where the day it is in force from is taken."""
    dated = law.last_changed_in_force or law.in_force_on or _enacted(law)
    return Received(
        code=law.refid,
        kind=SourceKind.LAW if law.refid.startswith("lov/") else SourceKind.REGULATION,
        title=law.short_title,
        issuer=law.department or ISSUER,
        url=law.url,
        label=dated.isoformat(),
        otherwise=f"{dated.isoformat()}, lest {read_on.isoformat()}",
        dated=dated,
        format=FORMAT,
        sentences=tuple(map(partial(_sentence, law), law.provisions)),
        extra={"law": _head(law)},
    )


def _enacted(law: Law) -> date:
    """The day in the refid; our reader takes no law without one."""
    year, month, day = law.refid.partition("/")[2].split("-")[:3]
    return date(int(year), int(month), int(day))


def _head(law: Law) -> dict[str, Any]:
    return {
        **{name: getattr(law, name) for name in HEAD},
        "kind": law.kind.value,
        "in_force_on": _iso(law.in_force_on),
        "last_changed_in_force": _iso(law.last_changed_in_force),
        "amendments": [_plain(asdict(one)) for one in law.amendments],
    }


def _sentence(law: Law, provision: Provision) -> Sentence:
    return Sentence(
        ref=provision.ref,
        parent=provision.parent or None,
        point=provision.short or provision.ref,
        title=provision.heading,
        text=provision.text,
        kind=_asks(law, provision),
        letters=_letters(law, provision),
        pending=tuple(_plain(asdict(one)) for one in provision.pending),
        repealed=provision.status is Status.REPEALED,
        extra={
            **{name: getattr(provision, name) for name in PLAIN if getattr(provision, name)},
            "kind": provision.kind.value,
            "status": provision.status.value,
            **({"marking": provision.marking.value} if provision.marking else {}),
            **({"notes": list(provision.notes)} if provision.notes else {}),
        },
    )


def without_notes(sentence: Sentence) -> Sentence:
    """What it says and what is announced of it, whatever is noted of how it was changed before."""
    said = {name: value for name, value in sentence.extra.items() if name != "notes"}
    return replace(sentence, extra=said)


def _asks(law: Law, provision: Provision) -> str:
    """Only the innermost part asks for something; what stands above it is its frame."""
    is_leaf = not law.below(provision.ref) and provision.kind is not Kind.CHAPTER
    if not is_leaf or provision.status is Status.REPEALED or not provision.text:
        return ""
    if law.kind is LawKind.AMENDING or framing.is_frame(law, provision):
        return Asks.INFORMATION
    return Asks.STANDING


def _letters(law: Law, provision: Provision) -> tuple[str, ...]:
    is_one = law.refid == MANAGEMENT and provision.code in LETTERS
    return (provision.code,) if is_one and provision.marking is Marking.LETTER else ()


def as_law(edition: Edition, rows: Iterable[Requirement]) -> Law:
    """The law again, as it was received."""
    head = edition.extra["law"]
    return Law(
        **{name: head[name] for name in HEAD},
        kind=LawKind(head["kind"]),
        in_force_on=_day(head["in_force_on"]),
        last_changed_in_force=_day(head["last_changed_in_force"]),
        provisions=_provisions(rows),
        amendments=tuple(map(_amendment, head["amendments"])),
    )


def _provisions(rows: Iterable[Requirement]) -> tuple[Provision, ...]:
    found = list(rows)
    refs = {row.pk: row.ref for row in found}
    return tuple(provision(row, refs.get(row.parent_id or 0, "")) for row in found)


def provision(row: Requirement, parent: str = "") -> Provision:
    """One row as it stood in the law."""
    marking = row.extra.get("marking")
    return Provision(
        ref=row.ref,
        parent=parent,
        number=row.extra.get("number", ""),
        heading=row.title,
        text=row.text,
        chapter=row.extra.get("chapter", ""),
        kind=Kind(row.extra["kind"]),
        position=row.position,
        status=Status(row.extra["status"]),
        notes=tuple(row.extra.get("notes", ())),
        pending=tuple(map(_pending, row.pending)),
        short=row.point,
        marking=Marking(marking) if marking else None,
        by_order=row.extra.get("by_order", False),
        wording_from=row.extra.get("wording_from", ""),
    )


def standing_on(row: Requirement, day: date) -> standing.Standing | None:
    """How the words stand as law on a day; None for what is no law."""
    return standing.status_on(provision(row), day) if is_statute(row) else None


def is_statute(row: Requirement) -> bool:
    return "status" in row.extra and "kind" in row.extra


def is_superseded(row: Requirement, day: date) -> bool:
    """Whether the words we have are not the law on the day: repealed, replaced, or not in force."""
    told = standing_on(row, day)
    return row.repealed or (told is not None and not told.is_current)


def with_change_of(law: Law, before: Law, sections: Iterable[str], acts: set[str]) -> Law:
    """The merged law with the newest act that gave it words as its last change."""
    given = [
        (one.in_force_on, one.changed_by)
        for ref in sections
        for one in before.by_ref[ref].pending
        if one.in_force_on and one.changed_by in acts and one not in law.by_ref[ref].pending
    ]
    newest = max(given, default=None)
    if newest is None or (law.last_changed_in_force and newest[0] < law.last_changed_in_force):
        return law
    return replace(law, last_changed_in_force=newest[0], last_changed_by=newest[1])


def _pending(told: dict[str, Any]) -> Pending:
    return Pending(**told | {"verb": Verb(told["verb"]), "in_force_on": _day(told["in_force_on"])})


def _amendment(told: dict[str, Any]) -> Amendment:
    return Amendment(
        **told
        | {
            "verb": Verb(told["verb"]),
            "path": _path(told["path"]),
            "moved_to": _path(told["moved_to"]),
            "clauses": tuple(
                Clause(one["text"], tuple(map(_point, one["points"]))) for one in told["clauses"]
            ),
        }
    )


def _point(told: dict[str, Any]) -> Point:
    return Point(told["mark"], told["text"], tuple(map(_point, told["points"])))


def _path(told: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((kind, number) for kind, number in told)


def _plain(value: Any) -> Any:
    """As JSON has it: lists, texts and numbers."""
    if isinstance(value, dict):
        return {key: _plain(inside) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inside) for inside in value]
    return value.isoformat() if isinstance(value, date) else getattr(value, "value", value)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
