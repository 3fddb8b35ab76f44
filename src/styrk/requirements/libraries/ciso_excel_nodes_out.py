"""A framework as sheets of CISO Assistant's Excel form: its rows, questions, scores and groups."""

from collections.abc import Iterable

from styrk.requirements.libraries.ciso_excel_cells import base_of, columns_of, rows_of, said
from styrk.requirements.libraries.ciso_excel_nodes import WITH_CHOICES
from styrk.requirements.libraries.ciso_excel_ours import SEE_OURS
from styrk.requirements.libraries.shape import Json

type Group = dict[str, Json]
type Sheets = dict[str, list[tuple[str, ...]]]

FIRST = ("assessable", "depth", "ref_id", "name", "description", "annotation")
LAST = ("urn_id",)
# A row with none of these says nothing, and is refused.
SAYING = ("ref_id", "name", "description")
# Key of the framework -> the sheets that it names.
DEFINITIONS = {
    "scores_definition": "scores",
    "implementation_groups_definition": "implementation_groups",
}
URNS = ("threats", "reference_controls")
# What is told of a node in other cells than one of its own name.
ELSEWHERE = {"urn", "parent_urn", "depth", "assessable", "questions", "answer", "urn_id"}


def framework_sheets(framework: Group, nodes: list[Group]) -> Sheets:
    """The framework with all its rows, and the sheets that it refers to."""
    told = {key: value for key, value in framework.items() if key != "requirement_nodes"}
    sheets: Sheets = {}
    for key, name in DEFINITIONS.items():
        if rows := _flat(told.pop(key, None)):
            sheets |= sheets_of(name, name, {"name": name}, rows)
            told[key] = name
    answers = Answers()
    base = base_of([str(node["urn"]) for node in nodes]) or "urn"
    rows = _rows(nodes, base, answers)
    if answers.rows:
        told["answers_definition"] = "answers"
        sheets |= sheets_of("answers", "answers", {"name": "answers"}, answers.rows)
    meta: Group = {"base_urn": base, **told}
    return sheets_of("framework", "framework", meta, rows, FIRST) | sheets


def sheets_of(
    name: str, kind: str, meta: Group, rows: list[Group], first: Iterable[str] = ()
) -> Sheets:
    """An object of the form: what is said of it, and its rows."""
    columns = columns_of(rows, first)
    head: Group = {"type": kind, **meta}
    pairs = rows_of([head], columns_of([head]), upright=True)
    return {f"{name}_meta": [*pairs], f"{name}_content": [tuple(columns), *rows_of(rows, columns)]}


def _flat(value: Json) -> list[Group]:
    """The rows of a list of plain groups; none where the form cannot tell them."""
    rows = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    whole = isinstance(value, list) and len(rows) == len(value)
    return rows if whole and all(_is_flat(row) for row in rows) else []


def _is_flat(row: Group) -> bool:
    return any(said(one) for one in row.values())


class Answers:
    """The kinds of answers that questions ask for, each told once."""

    def __init__(self) -> None:
        self.rows: list[Group] = []
        self._names: dict[tuple[str, str], str] = {}

    def name(self, kind: str, choices: str) -> str:
        if (kind, choices) not in self._names:
            name = self._names[kind, choices] = f"A{len(self.rows) + 1}"
            row: Group = {"id": name, "question_type": kind}
            self.rows.append(row | ({"question_choices": choices} if choices else {}))
        return self._names[kind, choices]


def _rows(nodes: list[Group], base: str, answers: Answers) -> list[Group]:
    way: list[str] = []
    rows: list[Group] = []
    for number, node in enumerate(nodes, start=1):
        urn, above = str(node["urn"]), node.get("parent_urn")
        # Where it stands under another than those just read, the sheet of ours says so.
        depth = way.index(above) + 2 if above in way else 1
        del way[depth - 1 :]
        way.append(urn)
        name = said(urn.removeprefix(f"{base}:")) if urn.startswith(f"{base}:") else ""
        told: Group = {
            "assessable": "x" if node.get("assessable") else "",
            "depth": depth,
            "urn_id": name or f"styrk.{number}",
        }
        told |= {key: value for key, value in node.items() if key not in ELSEWHERE}
        if not any(said(told.get(key)) for key in SAYING):
            told["name"] = SEE_OURS
        rows.append(told | _lists(node) | _questions(node, urn, answers))
    return rows


def _lists(node: Group) -> Group:
    """Lists that the form tells in one cell, where what is in them can be told apart."""
    found: Group = {}
    for key in URNS:
        urns = _texts(node.get(key))
        if urns and all(urn.startswith("urn:") and not set(urn) & set(" \t\n,") for urn in urns):
            found[key] = ", ".join(urns)
    groups = _texts(node.get("implementation_groups"))
    if groups and not any("," in group or group != group.strip() for group in groups):
        found["implementation_groups"] = ",".join(groups)
    return found


def _texts(value: Json) -> list[str]:
    texts = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
    return texts if isinstance(value, list) and len(texts) == len(value) else []


def _questions(node: Group, urn: str, answers: Answers) -> Group:
    """The questions line by line, and what sort of answer each asks for."""
    asked = node.get("questions")
    found: list[tuple[str, tuple[str, str]]] = []
    for number, (key, told) in enumerate(asked.items() if isinstance(asked, dict) else (), start=1):
        own = f"{urn}:question:{number}"
        question = told if key == own and isinstance(told, dict) else {}
        text, answer = said(question.get("text")), _answer(question, own)
        if not text or "\n" in text or answer is None:
            return {}
        found.append((text, answer))
    if not found:
        return {}
    names = [answers.name(*answer) for _text, answer in found]
    return {"questions": "\n".join(text for text, _ in found), "answer": "\n".join(names)}


def _answer(question: Group, urn: str) -> tuple[str, str] | None:
    """The type of the answer and its choices as one cell; None where the form has no words for it."""
    kind, choices = said(question.get("type")), question.get("choices")
    if kind not in WITH_CHOICES:
        return (kind, "") if kind and choices is None else None
    lines = []
    for number, choice in enumerate(choices if isinstance(choices, list) else (), start=1):
        value = said(choice.get("value")) if isinstance(choice, dict) else ""
        named = isinstance(choice, dict) and choice.get("urn") == f"{urn}:choice:{number}"
        if not value or not named or value.startswith("|"):
            return None
        lines.append(value.replace("\n", "\n|"))
    return (kind, "\n".join(lines)) if lines else None
