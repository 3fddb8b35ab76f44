"""What an amending act does to other laws: `article.document-change` with its `article.change`."""

from collections.abc import Iterator

from styrk.requirements.lovdata import numbering
from styrk.requirements.lovdata.plain import plain
from styrk.requirements.lovdata.shape import Amendment, Clause, Verb
from styrk.requirements.lovdata.tree import Element
from styrk.requirements.lovdata.wording import HEADERS, LEDD, LISTS, clause, header

# The attribute that says what a change does, and to which parts.
VERBS = {
    "data-change-part": Verb.CHANGE,
    "data-add-new-part": Verb.ADD,
    "data-add-part": Verb.ADD,
    "data-repeal-part": Verb.REPEAL,
    "data-move-part": Verb.MOVE,
}
Below = tuple[tuple[str, str], ...]


def amendments(document: Element) -> Iterator[Amendment]:
    """Every change that an act makes in one other law, part by part."""
    law = plain(document.attributes.get("data-document", ""))
    for change in document.below("change"):
        told = list(_of_change(law, change))
        # Not one that we know the place of; its words must not be lost.
        yield from told or [
            Amendment(law, "", (), Verb.CHANGE, _instruction(change), clauses=_clauses(change))
        ]


def _of_change(law: str, change: Element) -> Iterator[Amendment]:
    for attribute, verb in VERBS.items():
        parts = change.attributes.get(attribute, "").split()
        for position, part in enumerate(parts):
            before, _, after = part.partition("::")
            of, section, path = _place(before)
            worded = verb in (Verb.CHANGE, Verb.ADD)
            heading, clauses = (
                _wording(change, section, path, position, len(parts)) if worded else ("", ())
            )
            yield Amendment(
                of or law, section, path, verb, _instruction(change), heading, clauses,
                moved_to=_place(after)[2] if after else (),
            )  # fmt: skip


def _place(part: str) -> tuple[str, str, Below]:
    """ "lov/1999-07-02-63/§3-2/ledd/6" is the law, "§ 3-2", and (("ledd", "6"),)."""
    pieces = plain(part).split("/")
    section = numbering.section_ref(pieces[2].replace("_", " ")) if len(pieces) > 2 else ""
    below = pieces[3:]
    return "/".join(pieces[:2]), section, tuple(zip(below[::2], below[1::2], strict=False))


def _wording(
    change: Element, section: str, path: Below, position: int, of: int
) -> tuple[str, tuple[Clause, ...]]:
    """The heading and the ledd that one part is given."""
    for future in change.below("futureLegalArticle"):
        number, heading = header(future)
        if numbering.section_ref(number) == section and not path:
            return heading, _clauses(future)
    found = _clauses(change)
    if of == len(found):
        return "", (found[position],)
    return "", found


def _clauses(element: Element) -> tuple[Clause, ...]:
    """The ledd right below, and the items that an instruction may hold («§ 69 nr. 16 skal lyde»)."""
    found = []
    for part in element.elements:
        if part.classes & HEADERS or "futureLegalArticle" in part.classes:
            continue
        told = clause(part)
        if part.classes & LEDD or part.tag in LISTS:
            found.append(told)
        elif told.points:
            found.append(Clause("", told.points))
    return tuple(found)


def _instruction(change: Element) -> str:
    told = change.first("defaultP")
    return clause(told).text if told else ""
