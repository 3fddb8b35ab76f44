"""A library as an OSCAL catalog. What OSCAL has no words for stands in a property of our own."""

import json
import re
from collections.abc import Iterable
from uuid import NAMESPACE_URL, UUID, uuid5

from styrk.requirements.libraries.oscal import (
    FORM,
    NAMESPACE,
    OVERLAY,
    UUID_URN,
    Group,
    read_document,
)
from styrk.requirements.libraries.overlay import item_overlay, library_overlay
from styrk.requirements.libraries.shape import Item, Json, Library
from styrk.requirements.libraries.tree import Tree, measured

OSCAL_VERSION = "1.1.2"
UNDATED = "1970-01-01"  # a catalog must say when it was changed


def write_oscal_json(library: Library) -> bytes:
    """The library as OSCAL catalog JSON, UTF-8. Reading it again gives the same library."""
    return json.dumps(oscal_document(library), ensure_ascii=False, indent=1).encode()


def oscal_document(library: Library) -> Group:
    """The same as plain values."""
    ids = _tokens(item.ref for item in library.requirements)
    nodes = {item.ref: _node(item, ids[item.ref]) for item in library.requirements}
    metadata = _metadata(library)
    catalog: Group = {"uuid": _uuid(library), "metadata": metadata}
    catalog |= _kept(library) | _arranged(library.requirements, nodes)
    document: Group = {"catalog": catalog}
    _add_overlays(library, document, metadata, {ids[ref]: nodes[ref] for ref in nodes})
    return document


def _add_overlays(
    library: Library, document: Group, metadata: Group, nodes: dict[str, Group]
) -> None:
    tree = Tree("")
    tree.root = document
    read = read_document(measured(tree))
    again = {item.ref: item for item in read.requirements}
    for item, (ref, node) in zip(library.requirements, nodes.items(), strict=True):
        _add_overlay(node, item_overlay(item, again[ref]))
    _add_overlay(metadata, library_overlay(library, read))


def _add_overlay(node: Group, overlay: Group) -> None:
    if overlay:
        prop: Group = {"name": OVERLAY, "ns": NAMESPACE, "value": json.dumps(overlay)}
        node["props"] = [*_list(node.get("props")), prop]


def _tokens(refs: Iterable[str]) -> dict[str, str]:
    """Ids that OSCAL allows: the refs where they are tokens, else made from them."""
    tokens: dict[str, str] = {}
    taken: set[str] = set()
    for number, ref in enumerate(refs):
        plainly = re.sub(r"[^A-Za-z0-9._-]+", "-", ref).strip("-.")
        token = plainly if re.match("[A-Za-z_]", plainly) else f"r-{plainly}"
        tokens[ref] = f"{token}-n{number}" if token in taken else token
        taken.add(tokens[ref])
    return tokens


def _arranged(items: Iterable[Item], nodes: dict[str, Group]) -> Group:
    """Puts each node into the one it stands under, and gives what stands on top."""
    by_ref = {item.ref: item for item in items}
    top: Group = {}
    for item in by_ref.values():
        key = "groups" if _is_group(item, by_ref) else "controls"
        holder = nodes[item.parent] if item.parent else top
        holder[key] = [*_list(holder.get(key)), nodes[item.ref]]
    return top


def _is_group(item: Item, by_ref: dict[str, Item]) -> bool:
    """A heading under nothing but headings: a control cannot hold a group."""
    walked: Item | None = item
    while walked is not None:
        if walked.assessable:
            return False
        walked = by_ref[walked.parent] if walked.parent else None
    return True


def _node(item: Item, token: str) -> Group:
    node: Group = {"id": token, "title": item.title or item.point or item.ref}
    kept = item.extra.get(FORM)
    if isinstance(kept, dict):
        return node | {key: kept[key] for key in kept if key not in ("controls", "groups")}
    if item.point not in ("", item.ref):  # without a label the id is what people cite
        node["props"] = [{"name": "label", "value": item.point}]
    texts = (("smt", "statement", item.text), ("gdn", "guidance", item.note))
    parts: list[Json] = [
        {"id": f"{token}_{end}", "name": name, "prose": prose}
        for end, name, prose in texts
        if prose
    ]
    return node | ({"parts": parts} if parts else {})


def _uuid(library: Library) -> str:
    """The library's own where its urn is one; else always the same for the same name."""
    told = library.urn.removeprefix(UUID_URN)
    try:
        return told if library.urn.startswith(UUID_URN) and UUID(told) else _made_uuid(library)
    except ValueError:
        return _made_uuid(library)


def _made_uuid(library: Library) -> str:
    return str(uuid5(NAMESPACE_URL, f"{library.urn}\n{library.code}\n{library.version}"))


def _metadata(library: Library) -> Group:
    named: Group = {"title": library.title, "version": library.version}
    extra = library.extra.get(FORM)
    kept = extra.get("metadata") if isinstance(extra, dict) else None
    if isinstance(kept, dict):
        return named | kept
    changed = f"{library.dated.isoformat() if library.dated else UNDATED}T00:00:00Z"
    named |= {"last-modified": changed, "oscal-version": OSCAL_VERSION}
    return named | (_creator(library.issuer) if library.issuer else {})


def _creator(name: str) -> Group:
    party = str(uuid5(NAMESPACE_URL, name))
    return {
        "roles": [{"id": "creator", "title": "Creator"}],
        "parties": [{"uuid": party, "type": "organization", "name": name}],
        "responsible-parties": [{"role-id": "creator", "party-uuids": [party]}],
    }


def _kept(library: Library) -> Group:
    kept = library.extra.get(FORM)
    mine = ("metadata", "uuid", "groups", "controls")
    return {k: v for k, v in kept.items() if k not in mine} if isinstance(kept, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
