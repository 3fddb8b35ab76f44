"""A library as CISO Assistant's YAML. What it has no words for follows along under our own key."""

import re
from collections.abc import Iterable
from dataclasses import replace

from styrk.requirements.libraries.ciso import (
    FORM,
    HEADER,
    NODE,
    OVERLAY,
    TRANSLATIONS,
    Group,
    read_document,
)
from styrk.requirements.libraries.ciso_scales import merged, tell_mapping_set, tell_matrix
from styrk.requirements.libraries.columns import tell_translations, told
from styrk.requirements.libraries.overlay import item_overlay, library_overlay
from styrk.requirements.libraries.shape import Item, Json, Library
from styrk.requirements.libraries.tree import Tree, measured
from styrk.requirements.libraries.yaml_out import write_yaml


def write_ciso_yaml(library: Library) -> bytes:
    """The library as CISO Assistant's YAML, version 2. Reading it again gives the same library."""
    return write_yaml(ciso_document(library))


def ciso_document(library: Library) -> Group:
    """The same as plain values."""
    document, nodes = bare_document(library)
    tree = Tree("")
    tree.root = document
    read = read_document(measured(tree))
    for item, again, node in zip(library.requirements, read.requirements, nodes, strict=True):
        if overlay := item_overlay(item, again):
            node[OVERLAY] = overlay
    overlay = library_overlay(library, read)
    return document | ({OVERLAY: overlay} if overlay else {})


def bare_document(library: Library) -> tuple[Group, list[Group]]:
    """What CISO Assistant itself can say of the library; and the nodes in it, one per requirement."""
    return _document(_fitted(library))


def _fitted(library: Library) -> Library:
    """The library as CISO Assistant demands it: urns everywhere, a whole number as version."""
    name = slug(library.code or library.title)
    urns = _urns(library.requirements, f"urn:styrk:req_node:{name}")
    return replace(
        library,
        urn=library.urn or f"urn:styrk:library:{name}",
        code=library.code or name,
        language=library.language or "nb",
        version=library.version if re.fullmatch("[1-9][0-9]{0,8}", library.version) else "1",
        requirements=tuple(
            replace(item, ref=urns[item.ref], parent=urns[item.parent] if item.parent else None)
            for item in library.requirements
        ),
    )


def _urns(items: Iterable[Item], base: str) -> dict[str, str]:
    refs = [item.ref for item in items]
    taken = {ref for ref in refs if ref.startswith("urn:")}
    urns = {ref: ref for ref in taken}
    for number, ref in enumerate(refs):
        if ref not in urns:
            plainly = f"{base}:{slug(ref)}"
            urns[ref] = f"{plainly}:{number}" if plainly in taken else plainly
            taken.add(urns[ref])
    return urns


def slug(text: str) -> str:
    """What may stand in a urn."""
    return re.sub(r"[^a-z0-9._-]+", "-", text.lower()).strip("-") or "x"


def _document(library: Library) -> tuple[Group, list[Group]]:
    kept = _kept(library.extra)
    framework, objects, others = (
        _group(kept.pop(key, None)) for key in ("framework", "objects", TRANSLATIONS)
    )
    nodes = _nodes(library)
    head = told(library, HEADER) | {"version": int(library.version)}
    texts = merged(tell_translations(library.translations, HEADER), others)
    head |= {TRANSLATIONS: texts} if texts else {}
    mine = _objects(library, framework, nodes)
    return head | kept | {"objects": mine | objects}, nodes


def _objects(library: Library, framework: Group, nodes: list[Group]) -> Group:
    objects: Group = {}
    if nodes or framework:
        objects["framework"] = (framework or _new_framework(library)) | {
            "requirement_nodes": [*nodes]
        }
    if library.mappings:
        objects["requirement_mapping_sets"] = [tell_mapping_set(one) for one in library.mappings]
    if library.risk_matrices:
        objects["risk_matrix"] = [tell_matrix(one) for one in library.risk_matrices]
    return objects


def _new_framework(library: Library) -> Group:
    urn = library.urn.replace(":library:", ":framework:")
    return {"urn": urn, "ref_id": library.code, "name": library.title}


def _nodes(library: Library) -> list[Group]:
    parents = {item.ref: item.parent for item in library.requirements}
    return [_node(item, _depth(item.ref, parents)) for item in library.requirements]


def _node(item: Item, depth: int) -> Group:
    kept = _kept(item.extra)
    others = _group(kept.pop(TRANSLATIONS, None))
    texts = merged(tell_translations(item.translations, NODE), others)
    node: Group = told(item, NODE) | {"depth": depth} | kept
    return node | ({TRANSLATIONS: texts} if texts else {})


def _depth(ref: str, parents: dict[str, str | None]) -> int:
    depth, above = 1, parents[ref]
    while above is not None:
        depth, above = depth + 1, parents[above]
    return depth


def _kept(extra: Group) -> Group:
    return dict(_group(extra.get(FORM)))


def _group(value: Json) -> Group:
    return value if isinstance(value, dict) else {}
