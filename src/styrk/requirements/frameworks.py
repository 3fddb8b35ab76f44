"""Requirement libraries as editions: from the neutral shape of `libraries` to sentences, and back."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from styrk.requirements.libraries import (
    Item,
    Level,
    Library,
    Mapping,
    MappingSet,
    RiskMatrix,
)
from styrk.requirements.models import Edition, Requirement
from styrk.requirements.states import Kind
from styrk.requirements.types import Received, Sentence

# What our own requirements have and no library form knows, under this name in an item's `extra`.
OURS = "styrk"


def received(library: Library, form: str, *, kind: str, read_on: date) -> Received:
    """The library as an edition, dated the day it was read where it has no date of its own."""
    return Received(
        code=library.urn or library.code,
        kind=kind,
        title=library.title,
        issuer=library.issuer,
        label=library.version,
        dated=library.dated or read_on,
        format=form,
        sentences=tuple(map(_sentence, library.requirements)),
        extra={"library": _head(library)},
    )


def _head(library: Library) -> dict[str, Any]:
    told = asdict(replace(library, requirements=()))
    del told["requirements"]
    return {**_plain(told), "dated": library.dated.isoformat() if library.dated else None}


def _sentence(item: Item) -> Sentence:
    kind = (item.kind or Kind.STANDING.value) if item.assessable else ""
    ours = _ours(item)
    rest = {name: one for name, one in item.extra.items() if name != OURS}
    told = {"note": item.note, "groups": list(item.groups), "extra": rest}
    told |= {"translations": item.translations, "kind": item.kind if item.kind != kind else ""}
    return Sentence(
        ref=item.ref,
        parent=item.parent,
        point=item.point,
        title=item.title,
        text=item.text,
        kind=kind,
        rhythm=item.rhythm,
        due=item.due,
        goal=str(ours.get("goal", "")),
        imposed=bool(ours.get("imposed")) or bool(ours.get("action")),
        action=str(ours.get("action", "")),
        letters=tuple(ours.get("letters", ())),
        extra={name: one for name, one in told.items() if one}
        | ({"untold": True} if item.assessable and not item.kind else {}),
    )


def _ours(item: Item) -> dict[str, Any]:
    """Only what has the shape that we write ourselves; a file may hold anything."""
    told = item.extra.get(OURS)
    if not isinstance(told, dict):
        return {}
    letters = told.get("letters", [])
    texts = {name: told[name] for name in ("goal", "action") if isinstance(told.get(name), str)}
    listed = isinstance(letters, list) and all(isinstance(one, str) for one in letters)
    return texts | {"imposed": told.get("imposed") is True, "letters": letters if listed else []}


def as_library(edition: Edition, rows: Iterable[Requirement]) -> Library:
    """The edition as a library: as it was read, or told for the first time."""
    found = list(rows)
    refs = {row.pk: row.ref for row in found}
    items = tuple(_item(row, refs.get(row.parent_id or 0), edition) for row in found)
    told = edition.extra.get("library")
    if told is None:
        return replace(_made_here(edition), requirements=items)
    return Library(
        **told
        | {
            "requirements": items,
            "dated": date.fromisoformat(told["dated"]) if told["dated"] else None,
            "mappings": tuple(map(_mapping_set, told["mappings"])),
            "risk_matrices": tuple(map(_risk_matrix, told["risk_matrices"])),
        }
    )


def _made_here(edition: Edition) -> Library:
    source = edition.source
    return Library(
        title=source.title,
        code=source.code,
        version=edition.label,
        issuer=source.issuer,
        dated=edition.dated,
        language="nb",
    )


def _item(row: Requirement, parent: str | None, edition: Edition) -> Item:
    noted: dict[str, Any] = {"note": "\n".join(_notes(row))}
    told = row.extra if "library" in edition.extra else noted
    ours = {"goal": row.goal, "action": row.action, "letters": row.letters, "imposed": row.imposed}
    kept = {name: one for name, one in ours.items() if one}
    return Item(
        ref=row.ref,
        position=row.position,
        parent=parent,
        point=row.point,
        title=row.title,
        text=row.text,
        note=told.get("note", ""),
        assessable=bool(row.kind),
        kind="" if told.get("untold") else told.get("kind") or row.kind,
        rhythm=row.rhythm,
        due=row.due,
        groups=tuple(told.get("groups", ())),
        translations=told.get("translations", {}),
        extra=told.get("extra", {}) | ({OURS: kept} if kept else {}),
    )


def _notes(row: Requirement) -> list[str]:
    """What is announced of a law's section must follow its words."""
    return list(dict.fromkeys(str(one["note"]) for one in row.pending))


def _mapping_set(told: dict[str, Any]) -> MappingSet:
    return MappingSet(**told | {"mappings": tuple(Mapping(**one) for one in told["mappings"])})


def _risk_matrix(told: dict[str, Any]) -> RiskMatrix:
    scales = ("likelihood", "consequence", "risk")
    return RiskMatrix(
        **told
        | {name: tuple(Level(**one) for one in told[name]) for name in scales}
        | {"grid": tuple(map(tuple, told["grid"]))}
    )


def _plain(value: Any) -> Any:
    """As JSON has it: lists for tuples."""
    if isinstance(value, dict):
        return {key: _plain(inside) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inside) for inside in value]
    return value.isoformat() if isinstance(value, date) else value
