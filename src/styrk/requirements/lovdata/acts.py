"""What an amending act does to other laws: `article.document-change` with its `article.change`."""

from collections.abc import Iterator
from dataclasses import replace

from styrk.requirements.lovdata import numbering
from styrk.requirements.lovdata.plain import plain
from styrk.requirements.lovdata.shape import Amendment, Clause, Verb
from styrk.requirements.lovdata.tree import Element, words
from styrk.requirements.lovdata.wording import HEADERS, LEDD, LISTS, clause, header

# The attribute that says what a change does, and to which parts.
VERBS = {
    "data-change-part": Verb.CHANGE,
    "data-add-new-part": Verb.ADD,
    "data-add-part": Verb.ADD,
    "data-repeal-part": Verb.REPEAL,
    "data-move-part": Verb.MOVE,
}
WORDED = (Verb.CHANGE, Verb.ADD)
Below = tuple[tuple[str, str], ...]


def amendments(document: Element) -> Iterator[Amendment]:
    """Every change that an act makes in one other law, part by part."""
    law = plain(document.attributes.get("data-document", ""))
    told = [clause(part).text for part in document.elements if "change" not in part.classes]
    preface = " ".join(text for text in told if text)
    for change in document.below("change"):
        for amendment in _of_change(law, change):
            yield replace(amendment, preface=preface)


def _of_change(law: str, change: Element) -> Iterator[Amendment]:
    if not any(change.attributes.get(attribute) for attribute in VERBS):
        # Nobody has said of what part; the words must not be lost.
        yield Amendment(law, "", (), Verb.CHANGE, words(change))
    for attribute, verb in VERBS.items():
        parts = change.attributes.get(attribute, "").split()
        for position, part in enumerate(parts):
            before, _, after = part.partition("::")
            of, section, path = _place(before)
            worded = verb in WORDED
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
    """The act's own sentence. Where it gives no new words, all of the change is the sentence."""
    told = change.first("defaultP")
    worded = any(change.attributes.get(name) for name in VERBS if VERBS[name] in WORDED)
    return clause(told).text if told else "" if worded else words(change)
