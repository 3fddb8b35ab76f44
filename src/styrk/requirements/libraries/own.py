"""Our own form as a document of plain values; `docs/formats/requirement-library.md` describes it.

The YAML file is this document. The spreadsheet, and what other forms cannot say, are parts of it.
"""

from styrk.requirements.libraries.columns import Column, taken, told
from styrk.requirements.libraries.fields import Fields
from styrk.requirements.libraries.own_parts import refuse_rest, take_parts, tell_parts
from styrk.requirements.libraries.own_scales import (
    read_mapping_set,
    read_matrix,
    tell_mapping_set,
    tell_matrix,
)
from styrk.requirements.libraries.shape import Item, Json, Library
from styrk.requirements.libraries.structure import arranged
from styrk.requirements.libraries.tree import Tree

FORM_KEY = "kravbibliotek"
FORM_VERSION = 1
POSITION = "plass"

KINDS = {
    "måltall": "target",
    "oppgave": "task",
    "varig krav": "standing",
    "orientering": "information",
}
RHYTHMS = {"månedlig": "monthly", "tertialvis": "tertial", "årlig": "yearly"}

HEADER = (
    Column("urn", "urn"),
    Column("code", "kode"),
    Column("title", "tittel", "needed"),
    Column("language", "språk"),
    Column("version", "versjon", "needed"),
    Column("issuer", "utgiver"),
    Column("licence", "rettigheter"),
    Column("description", "beskrivelse"),
    Column("dated", "datert", "date"),
)
ENTRY = (
    Column("ref", "id"),
    Column("parent", "under", "link"),
    Column("point", "punkt"),
    Column("title", "tittel"),
    Column("text", "tekst"),
    Column("note", "merknad"),
    Column("assessable", "vurderes", "assumed"),
    Column("kind", "type", "choice", KINDS),
    Column("rhythm", "rytme", "choice", RHYTHMS),
    Column("due", "frist", "date"),
    Column("groups", "grupper", "words"),
)


def header(library: Library) -> dict[str, Json]:
    """All of the library but its requirements."""
    document = told(library, HEADER)
    document |= tell_parts(library, HEADER)
    if library.mappings:
        document["koblinger"] = [tell_mapping_set(one) for one in library.mappings]
    if library.risk_matrices:
        document["risikomatriser"] = [tell_matrix(one) for one in library.risk_matrices]
    return document


def entry(item: Item) -> dict[str, Json]:
    """One requirement. Its position is its place in the list."""
    return told(item, ENTRY) | tell_parts(item, ENTRY)


def document(library: Library) -> dict[str, Json]:
    """The whole library, as it stands in a YAML file."""
    head: dict[str, Json] = {FORM_KEY: FORM_VERSION}
    requirements: list[Json] = [entry(item) for item in library.requirements]
    return head | header(library) | ({"krav": requirements} if requirements else {})


def read_header(fields: Fields) -> Library:
    """The library without its requirements. Notes fields that are wrong, missing or unknown."""
    values = taken(fields, HEADER)
    if not (values["urn"] or values["code"]):
        fields.wrong("kode", "missing", value="kode")
    values |= take_parts(fields, HEADER)
    values["mappings"] = tuple(read_mapping_set(one) for one in fields.groups("koblinger"))
    values["risk_matrices"] = tuple(read_matrix(one) for one in fields.groups("risikomatriser"))
    refuse_rest(fields, HEADER, "koblinger", "risikomatriser")
    return Library(**values)


def read_entry(fields: Fields, position: int) -> Item:
    """One requirement. Without an id of its own, its point is its id."""
    values = taken(fields, ENTRY)
    values["ref"] = values["ref"] or values["point"]
    values |= take_parts(fields, ENTRY)
    refuse_rest(fields, ENTRY)
    return Item(position=position, **values)


def read_document(tree: Tree) -> Library:
    """The whole library. What is wrong is in `tree.problems`; then the library is worth nothing."""
    root = tree.root if isinstance(tree.root, dict) else {}
    fields = Fields(tree, root)
    version = fields.text(FORM_KEY)
    if version != str(FORM_VERSION):
        fields.wrong(FORM_KEY, "form_version", value=version)
    groups = fields.groups("krav")
    rows = [(read_entry(one, number), one.place) for number, one in enumerate(groups, start=1)]
    return arranged(read_header(fields), rows, tree.problems)
