"""CISO Assistant's library, version 2, as plain values: frameworks, matrices and mappings.

Source of the form: `backend/library` of intuitem/ciso-assistant-community. What we have no use
for (scores, threats, reference controls, questions) is kept under `extra["ciso"]`.
"""

from styrk.requirements.libraries.ciso_scales import read_mapping_set, read_matrix
from styrk.requirements.libraries.columns import Column, extra_of, take_translations, taken
from styrk.requirements.libraries.fields import Fields
from styrk.requirements.libraries.overlay import laid_over_item, laid_over_library
from styrk.requirements.libraries.problems import Place
from styrk.requirements.libraries.shape import Item, Json, Library
from styrk.requirements.libraries.structure import arranged
from styrk.requirements.libraries.tree import Tree

FORM = "ciso"
OVERLAY = "styrk"  # a key of ours, which CISO Assistant passes over
TRANSLATIONS = "translations"

HEADER = (
    Column("urn", "urn", "needed"),
    Column("language", "locale"),
    Column("code", "ref_id"),
    Column("title", "name", "needed"),
    Column("description", "description"),
    Column("licence", "copyright"),
    Column("version", "version", "needed"),
    Column("dated", "publication_date", "date"),
    Column("issuer", "provider"),
)
NODE = (
    Column("ref", "urn", "needed"),
    Column("parent", "parent_urn", "link"),
    Column("point", "ref_id"),
    Column("title", "name"),
    Column("text", "description"),
    Column("note", "annotation"),
    Column("assessable", "assessable", "asked"),
    Column("groups", "implementation_groups", "words"),
)

type Group = dict[str, Json]


def read_document(tree: Tree) -> Library:
    """The library. What is wrong is in `tree.problems`."""
    fields = Fields(tree, tree.root if isinstance(tree.root, dict) else {})
    overlay = fields.take(OVERLAY)
    values = taken(fields, HEADER)
    ours, others = take_translations(fields, TRANSLATIONS, HEADER)
    objects = fields.inner("objects")
    framework = _framework(objects)
    values["mappings"] = tuple(
        read_mapping_set(one)
        for key in ("requirement_mapping_set", "requirement_mapping_sets")
        for one in objects.groups(key)
    )
    values["risk_matrices"] = tuple(read_matrix(one) for one in objects.groups("risk_matrix"))
    rows = _rows(framework, tree) if framework else []
    rest = fields.rest() | _kept(others, objects, framework)
    library = Library(**values, translations=ours, extra=extra_of(FORM, rest))
    return arranged(laid_over_library(library, overlay, fields.place, tree), rows, tree.problems)


def _unless(rest: Group, key: str, known: int) -> Group:
    """The rest without a number that is reckoned anew when it is written."""
    return {name: value for name, value in rest.items() if (name, value) != (key, known)}


def _framework(objects: Fields) -> Fields | None:
    found = objects.groups("framework") + objects.groups("frameworks")
    if len(found) > 1:
        objects.wrong("framework", "many_frameworks", value=len(found))
    return found[0] if found else None


def _kept(others: Group, objects: Fields, framework: Fields | None) -> Group:
    kept: Group = {TRANSLATIONS: others} if others else {}
    if framework:
        kept["framework"] = framework.rest()
    if rest := objects.rest():
        kept["objects"] = rest
    return kept


def _rows(framework: Fields, tree: Tree) -> list[tuple[Item, Place]]:
    nodes = framework.groups("requirement_nodes")
    depths: dict[str, int] = {}
    return [(_node(one, number, depths, tree), one.place) for number, one in enumerate(nodes, 1)]


def _node(fields: Fields, number: int, depths: dict[str, int], tree: Tree) -> Item:
    overlay = fields.take(OVERLAY)
    values = taken(fields, NODE)
    ours, others = take_translations(fields, TRANSLATIONS, NODE)
    depth = depths[values["ref"]] = depths.get(values["parent"] or "", 0) + 1
    rest = _unless(fields.rest(), "depth", depth) | ({TRANSLATIONS: others} if others else {})
    item = Item(position=number, **values, translations=ours, extra=extra_of(FORM, rest))
    return laid_over_item(item, overlay, fields.place, tree)
