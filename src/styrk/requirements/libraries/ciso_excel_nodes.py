"""The rows of a framework in CISO Assistant's Excel form, as requirement nodes with urns."""

from dataclasses import dataclass, field

from styrk.requirements.libraries.ciso_urns import Prefixes, clean, expanded
from styrk.requirements.libraries.problems import Place
from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.table import Table
from styrk.requirements.libraries.tree import Tree

type Group = dict[str, Json]

KNOWN = {
    "assessable",
    "depth",
    "ref_id",
    "urn_id",
    "name",
    "description",
    "annotation",
    "typical_evidence",
    "importance",
    "weight",
    "min_score",
    "max_score",
    "scores_definition",
    "implementation_groups",
    "questions",
    "answer",
    "threats",
    "reference_controls",
    "skip_count",
    "fix_count",
}
OF_AUTHORS = ("urn_id", "skip_count", "fix_count", "answer")
WITH_CHOICES = ("unique_choice", "multiple_choice")


@dataclass(frozen=True)
class Definitions:
    """What rows of a framework refer to in other sheets."""

    base: str
    prefixes: Prefixes
    answers: dict[str, Group]
    scales: dict[str, list[Group]]


@dataclass
class _Way:
    """From the top to the row just read: the urn at each depth, and how many got a number."""

    urns: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def enter(self, depth: int) -> bool:
        """Goes to a depth. False where a level between is missing."""
        if not 1 <= depth <= len(self.urns) + 1:
            return False
        if depth == len(self.urns) + 1:
            del self.counts[depth - 1 :]
            self.counts.append(1)
        del self.urns[depth - 1 :]
        return True

    def number(self) -> int:
        """The next number at this depth, for a row without a name of its own."""
        depth = len(self.urns)
        self.counts[depth] += 1
        return self.counts[depth] - 1


def nodes(content: Table, rows: list[Group], definitions: Definitions, tree: Tree) -> list[Json]:
    """One node per row. What is wrong is noted at the row."""
    for name in content.columns.values():
        if name.lower().partition("[")[0] not in KNOWN:
            tree.problems.warn(content.place, "column_kept", value=name)
    way = _Way()
    return [_node(row, way, definitions, tree) for row in rows]


def _node(row: Group, way: _Way, definitions: Definitions, tree: Tree) -> Group:
    place = tree.place(row)
    depth = _depth(row, place, tree)
    if not way.enter(depth):
        tree.problems.add(place, "depth_jump", value=depth, before=len(way.urns))
    above = way.urns[-1] if way.urns else None
    urn = _urn(row, above, way, definitions.base)
    way.urns.append(urn)
    node: Group = {"urn": urn, "assessable": bool(row.get("assessable")), "depth": depth}
    node |= {"parent_urn": above} if above else {}
    left = {key: value for key, value in row.items() if key not in (*OF_AUTHORS, *node)}
    node |= left | _lists(row, definitions, place, tree) | _scale(row, definitions, place, tree)
    if questions := _questions(row, urn, definitions, place, tree):
        node["questions"] = questions
    tree.put(node, place)
    return node


def _depth(row: Group, place: Place, tree: Tree) -> int:
    told = str(row.get("depth", ""))
    if told.isascii() and told.isdigit() and len(told) < 4:
        return int(told)
    tree.problems.add(place.at("depth"), "not_whole", value=told)
    return 1


def _urn(row: Group, above: str | None, way: _Way, base: str) -> str:
    """By its own name where it has one, else by number under what it stands under."""
    if own := row.get("urn_id"):
        return f"{base}:{own}"
    if ref_id := row.get("ref_id"):
        return f"{base}:{clean(str(ref_id))}"
    number = way.number()
    if above:
        return f"{above}:{number}"
    name = str(row.get("name", ""))
    return f"{base}:{clean(name)}" if name else f"{base}:node{number}"


def _lists(row: Group, definitions: Definitions, place: Place, tree: Tree) -> Group:
    lists: Group = {}
    for key in ("threats", "reference_controls"):
        if told := row.get(key):
            urns = expanded(str(told), definitions.prefixes, place.at(key), tree.problems)
            lists[key] = [*urns]
    if told := row.get("implementation_groups"):
        lists["implementation_groups"] = [one.strip() for one in str(told).split(",")]
    return lists


def _scale(row: Group, definitions: Definitions, place: Place, tree: Tree) -> Group:
    """A requirement's own scale of scores, in place of the framework's."""
    name = str(row.get("scores_definition", ""))
    if not name:
        return {}
    if name not in definitions.scales:
        tree.problems.add(place.at("scores_definition"), "block_missing", value=name)
        return {}
    return {"scores_definition": [*definitions.scales[name]]}


def _questions(row: Group, urn: str, definitions: Definitions, place: Place, tree: Tree) -> Group:
    """Questions by urn, each with its type of answer and choices."""
    questions = _lines(row.get("questions"))
    answers = _lines(row.get("answer"))
    if questions and len(answers) not in (1, len(questions)):
        code = "answers_count"
        tree.problems.add(place, code, value=len(questions), answers=len(answers))
        return {}
    told: Group = {}
    for number, text in enumerate(questions, start=1):
        name = answers[0] if len(answers) == 1 else answers[number - 1]
        if name not in definitions.answers:
            tree.problems.add(place.at("answer"), "unknown_answer", value=name)
            continue
        own_urn = f"{urn}:question:{number}"
        told[own_urn] = _answer(definitions.answers[name], own_urn) | {"text": text}
    return told


def _answer(answer: Group, urn: str) -> Group:
    kind = str(answer.get("question_type", ""))
    if kind not in WITH_CHOICES:
        return {"type": kind}
    choices: list[str] = []
    for line in _lines(answer.get("question_choices")):
        if line.startswith("|") and choices:  # goes on from the line above
            choices[-1] += f"\n{line[1:].strip()}"
        else:
            choices.append(line)
    named: list[Json] = [
        {"urn": f"{urn}:choice:{number}", "value": value}
        for number, value in enumerate(choices, start=1)
    ]
    return {"type": kind, "choices": named}


def _lines(told: Json) -> list[str]:
    return [line.strip() for line in str(told or "").split("\n") if line.strip()]
