"""An OSCAL catalog, version 1, to a library: groups are headings, controls are requirements.

Source of the form: https://pages.nist.gov/OSCAL/, model "catalog". All of it is kept under
`extra["oscal"]`; titles and texts are read out of it, with parameters inserted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from styrk.requirements.libraries.columns import extra_of
from styrk.requirements.libraries.fields import Fields, as_date
from styrk.requirements.libraries.json_in import read_json
from styrk.requirements.libraries.oscal_prose import Parameters, note_of, text_of
from styrk.requirements.libraries.overlay import laid_over_item, laid_over_library
from styrk.requirements.libraries.problems import Place, Refused
from styrk.requirements.libraries.shape import Item, Json, Library
from styrk.requirements.libraries.structure import arranged
from styrk.requirements.libraries.tree import Tree

FORM = "oscal"
NAMESPACE = "urn:styrk:ns:oscal"
OVERLAY = "styrk"  # the name of our own property, in our own namespace
OTHER_DOCUMENTS = (
    "profile",
    "component-definition",
    "system-security-plan",
    "assessment-plan",
    "assessment-results",
    "plan-of-action-and-milestones",
    "mapping-collection",
)
UUID_URN = "urn:uuid:"

type Group = dict[str, Json]


@dataclass(frozen=True)
class Node:
    """A group or control: its own content, what is inside it, and where it stands."""

    ref: str
    parent: str | None
    is_group: bool
    title: str
    raw: Group
    inside: dict[str, list[Fields]]
    place: Place


def read_document(tree: Tree) -> Library:
    """The library. What is wrong is in `tree.problems`."""
    root = Fields(tree, tree.root if isinstance(tree.root, dict) else {})
    catalog = root.inner("catalog")
    nodes = list(_nodes(_inside(catalog)))
    metadata = catalog.inner("metadata")
    uuid = catalog.needed("uuid")
    title, version = metadata.needed("title"), metadata.needed("version")
    _check_version(metadata)
    meta, overlay = _without_overlay(metadata.rest(), metadata.place, tree)
    kept = catalog.rest()
    params = Parameters([kept, *(node.raw for node in nodes)])
    library = Library(
        title=title,
        version=version,
        urn=f"{UUID_URN}{uuid}" if uuid else "",
        issuer=_issuer(meta),
        dated=as_date(_word(meta.get("published") or meta.get("last-modified"))[:10]),
        extra=extra_of(FORM, kept | {"metadata": meta}),
    )
    rows = [(_item(node, number, params, tree), node.place) for number, node in enumerate(nodes, 1)]
    library = laid_over_library(library, overlay, metadata.place, tree)
    return arranged(library, rows, tree.problems)


def _check_version(metadata: Fields) -> None:
    version = _word(metadata.peek("oscal-version"))
    if not version:
        metadata.wrong("oscal-version", "missing", value="oscal-version")
    if version and not version.startswith("1."):
        metadata.wrong("oscal-version", "oscal_version", value=version)


def _issuer(meta: Group) -> str:
    """The party that is the creator; else the first."""
    parties = [one for one in _list(meta.get("parties")) if isinstance(one, dict)]
    creators = [
        uuid
        for one in _list(meta.get("responsible-parties"))
        if isinstance(one, dict) and one.get("role-id") == "creator"
        for uuid in _list(one.get("party-uuids"))
    ]
    chosen = [one for one in parties if one.get("uuid") in creators] or parties
    return _word(chosen[0].get("name")) if chosen else ""


def _inside(fields: Fields) -> dict[str, list[Fields]]:
    """What is inside, in reading order: the controls before the groups."""
    return {key: fields.groups(key) for key in ("controls", "groups")}


def _nodes(inside: dict[str, list[Fields]], parent: str | None = None) -> Iterator[Node]:
    for key, found in inside.items():
        for number, fields in enumerate(found, start=1):
            made_up = f"{parent or ''}/{key}-{number}"
            node = _node(fields, is_group=key == "groups", parent=parent, made_up=made_up)
            yield node
            yield from _nodes(node.inside, node.ref)


def _node(fields: Fields, *, is_group: bool, parent: str | None, made_up: str) -> Node:
    # A group need not have an id; a control must.
    ref = fields.text("id") or made_up if is_group else fields.needed("id")
    return Node(
        ref=ref,
        parent=parent,
        is_group=is_group,
        title=fields.needed("title"),
        inside=_inside(fields),
        raw=fields.rest(),
        place=fields.place,
    )


def _item(node: Node, position: int, params: Parameters, tree: Tree) -> Item:
    raw, overlay = _without_overlay(node.raw, node.place, tree)
    item = Item(
        ref=node.ref,
        position=position,
        parent=node.parent,
        point=_label(raw) or node.ref,
        title=node.title,
        text=text_of(raw, params),
        note=note_of(raw, params),
        assessable=not node.is_group,
        extra=extra_of(FORM, raw),
    )
    return laid_over_item(item, overlay, node.place, tree)


def _label(raw: Group) -> str:
    """The label that people cite: the one without a class, else the first."""
    labels = [
        one
        for one in _list(raw.get("props"))
        if isinstance(one, dict) and one.get("name") == "label"
    ]
    chosen = [one for one in labels if "class" not in one] or labels
    return _word(chosen[0].get("value")) if chosen else ""


def _without_overlay(raw: Group, place: Place, tree: Tree) -> tuple[Group, Json]:
    """The group without our own property, and what that says."""
    props = _list(raw.get("props"))
    ours = [one for one in props if isinstance(one, dict) and one.get("ns") == NAMESPACE]
    if not ours:
        return raw, None
    others = [one for one in props if one not in ours]
    kept = {key: value for key, value in raw.items() if key != "props"}
    return kept | ({"props": others} if others else {}), _overlay(ours[0], place, tree)


def _overlay(prop: Group, place: Place, tree: Tree) -> Json:
    try:
        return read_json(_word(prop.get("value")), tree.file.file).root
    except Refused:
        tree.problems.add(place.at("props"), "not_overlay")
        return None


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _word(value: Json) -> str:
    return value.strip() if isinstance(value, str) else ""
