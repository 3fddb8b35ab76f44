"""Which items are letters, which are numbers, and where a file does not say."""

import re
from collections.abc import Iterable, Iterator

from styrk.requirements.lovdata import numbering
from styrk.requirements.lovdata.shape import Clause, Marking, Point

SAID = {Marking.LETTER: "bokstav", Marking.NUMBER: "nr.", Marking.ORDER: "punkt"}
# Checked by a person against lovdata.no: a-g, a-e, a-f and a-c.
CHECKED = {
    "forskrift/2016-10-28-1250": {("§ 6", 1): 7, ("§ 7", 1): 5, ("§ 8", 1): 6, ("§ 9", 1): 3}
}
# «§ 4 nr. 2 første ledd bokstav c», «annet ledd nr. 3», «artikkel 6 nr. 1 bokstav a».
POINTED = re.compile(
    r"(?:(?P<section>§\s?[\d-]+(?:\s?[a-z]\b)?|[Aa]rtikkel \d+)\s+)?"
    r"(?:nr\. (?P<part>\d{1,3})\s+)?(?:(?P<ledd>\w+) ledd\s+)?"
    r"(?P<kind>bokstav(?:en|ene)?|nr\.|nummer) (?P<mark>[a-z]|\d{1,2})\b(?! ledd)"
)
# «§ 6 d», which is a letter only where no section has that name.
BRIEF = re.compile(r"(?P<section>§\s?\d+(?:-\d+)?)\s(?P<mark>[a-z])\b(?!\s*[-.]?\s*\d)")
# Another law is spoken of: by a name right before, or «i forvaltningsloven» right after.
OTHER_BEFORE = re.compile(
    r"(?:lov(?:en|a|ens)?|forskrift(?:en|a)?|nr\. \d+|(?:direktiv|forordning)\S*(?: [\d/]+\S*)?)\s*$",
    re.IGNORECASE,
)
OTHER_AFTER = re.compile(
    r"^[^.;]{0,40}?\bi\s+(?:\w*lov(?:en|a)?|\w*forskrift(?:en|a)?|forordning\w*|direktiv)\b",
    re.IGNORECASE,
)
Place = tuple[str, int]
# How many items each ledd has, by section and ledd.
Lists = dict[str, dict[int, int]]


def of(point: Point, position: int, counted: Marking | None) -> tuple[str, Marking]:
    """An item's mark and what kind of mark it is. `position` counts from 1."""
    if point.mark:
        return point.mark, Marking.NUMBER if point.mark[0].isdigit() else Marking.LETTER
    if counted is Marking.LETTER and numbering.letter(position):
        return numbering.letter(position), Marking.LETTER
    return str(position), Marking.NUMBER if counted is Marking.NUMBER else Marking.ORDER


def evidence(refid: str, sections: list[tuple[str, list[Clause]]]) -> dict[Place, Marking]:
    """What the text itself shows of the marks in each ledd that has items.

    A law that says «§ 6 d» or «§ 2 første ledd bokstav c» has letters there. Where it says both,
    or nothing, the place is left out, and the items are counted.
    """
    lists: Lists = {}
    for ref, clauses in sections:
        for number, clause in enumerate(clauses, start=1):
            if clause.points:
                lists.setdefault(ref, {})[number] = len(clause.points)
    names = {ref for ref, _ in sections}
    found: dict[Place, set[Marking]] = {}
    for ref, clauses in sections:
        for text in _texts(clauses):
            for place, marking in _pointed(ref, text, lists, names):
                found.setdefault(place, set()).add(marking)
    shown = {place: kinds.pop() for place, kinds in found.items() if len(kinds) == 1}
    checked = {
        place: Marking.LETTER
        for place, many in CHECKED.get(refid, {}).items()
        if lists.get(place[0], {}).get(place[1]) == many
    }
    return shown | checked


def _texts(clauses: Iterable[Clause]) -> Iterator[str]:
    for clause in clauses:
        yield clause.text
        yield from (point.text for point in clause.points)


def _pointed(own: str, text: str, lists: Lists, names: set[str]) -> Iterator[tuple[Place, Marking]]:
    for found in POINTED.finditer(text):
        section = numbering.section_ref((found["section"] or own).replace("artikkel", "Artikkel"))
        ledd = found["part"] or str(numbering.ledd_number(found["ledd"] or "") or "")
        marking = Marking.NUMBER if found["mark"].isdecimal() else Marking.LETTER
        if _says(found, section, marking) and not _of_another_law(text, found):
            yield from _place(section, ledd, found["mark"], marking, lists)
    for found in BRIEF.finditer(text):
        whole = numbering.section_ref(found.group().replace("\u00a0", " "))
        if whole not in names and not _of_another_law(text, found):
            section = numbering.section_ref(found["section"])
            yield from _place(section, "", found["mark"], Marking.LETTER, lists)


def _says(found: re.Match[str], section: str, marking: Marking) -> bool:
    """Not «lov 2. juli 1999 nr. 61», nor «artikkel 6 nr. 1», where the number is of a ledd."""
    article = section.startswith("Artikkel")
    if marking is Marking.NUMBER:
        return not article and bool(found["section"] or found["ledd"])
    return article or not found["part"]


def _of_another_law(text: str, found: re.Match[str]) -> bool:
    before, after = text[max(0, found.start() - 40) : found.start()], text[found.end() :][:60]
    return bool(OTHER_BEFORE.search(before) or OTHER_AFTER.match(after))


def _place(
    section: str, ledd: str, mark: str, marking: Marking, lists: Lists
) -> Iterator[tuple[Place, Marking]]:
    """The list that is pointed at, if there is just one it can be and it is long enough."""
    inside = lists.get(section, {})
    number = int(ledd) if ledd else next(iter(inside)) if len(inside) == 1 else 0
    position = int(mark) if mark.isdecimal() else numbering.LETTERS.index(mark) + 1
    if position <= inside.get(number, 0):
        yield (section, number), marking
