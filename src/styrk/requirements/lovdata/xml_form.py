"""Lovdata's own HTML/XML form, as its open data has it, for laws in force and for Norsk Lovtidend."""

from dataclasses import dataclass, field

from styrk.requirements.lovdata import acts, numbering
from styrk.requirements.lovdata.building import Section, Title
from styrk.requirements.lovdata.shape import Amendment, Clause
from styrk.requirements.lovdata.tree import Element, words
from styrk.requirements.lovdata.wording import HEADERS, LEDD, LISTS, NOTES, clause, header

SECTIONS = frozenset({"legalArticle", "futureLegalArticle"})
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# What the fields of the header are called in the JSON form.
FIELDS = {
    "refid": "refid",
    "title": "tittel",
    "titleShort": "korttittel",
    "ministry": "departement",
    "dateInForce": "ikrafttredelse",
    "lastChangedBy": "sist-endret",
    "lastChangeInForce": "sist-endret-ikrafttredelse",
}


@dataclass
class Body:
    """What the text holds: its own chapters and sections, and what it does to other laws."""

    written: list[Title | Section] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)


def meta(root: Element) -> dict[str, str]:
    """The fields of the header, by the names of the JSON form."""
    header = root.first("documentHeader")
    told = dict.fromkeys(FIELDS.values(), "")
    for element in header.below(*FIELDS) if header else ():
        if element.tag == "dd":
            name = next(FIELDS[one] for one in FIELDS if one in element.classes)
            told[name] = told[name] or words(element)
    document = root.first("documentBody")
    place = document.attributes.get("data-lovdata-URL", "") if document else ""
    return told | {"kilde": f"https://lovdata.no/dokument/{place}" if place else ""}


def body(document: Element) -> Body:
    """Everything in `main.documentBody`, in order."""
    found = Body()
    _within(document, 1, found)
    return found


def _within(element: Element, level: int, found: Body) -> None:
    """The parts of the document, or of a chapter whose title has been taken."""
    loose = Section("", level=level)
    start = len(found.written)
    for part in element.elements:
        if part.classes & SECTIONS:
            found.written.append(_section(part, level, found))
        elif part.tag == "section":
            _chapter(part, level, found)
        elif "document-change" in part.classes:
            found.amendments += acts.amendments(part)
        elif part.classes & NOTES:
            loose.notes.append(words(part))
        elif part.tag not in HEADINGS:
            _gather(part, loose, found)
    if loose.clauses or loose.notes:
        found.written.insert(start, loose)


def _chapter(element: Element, level: int, found: Body) -> None:
    title = next(
        (part for part in element.elements if part.tag[:1] == "h" and part.tag[1:].isdigit()), None
    )
    if title:
        found.written.append(Title(words(title), level))
    _within(element, level + 1 if title else level, found)


def _section(element: Element, level: int, found: Body) -> Section:
    number, heading = header(element)
    section = Section(numbering.section_ref(number), heading, level=level)
    for part in element.elements:
        if not part.classes & HEADERS:
            _gather(part, section, found)
    return section


def _gather(part: Element, section: Section, found: Body) -> None:
    """A part of a section: a ledd, a note, changes in other laws, or words that go on."""
    if "document-change" in part.classes:
        found.amendments += acts.amendments(part)
    elif part.classes & NOTES:
        section.notes.append(words(part))
    elif part.classes & LEDD or part.tag in LISTS or not section.clauses:
        section.notes += [words(note) for note in part.below(*NOTES)]
        if (made := clause(part)).text or made.points:
            section.clauses.append(made)
    elif told := words(part):
        # A table, or the rest of a ledd after its list: binding words of the ledd before.
        last = section.clauses[-1]
        section.clauses[-1] = Clause(f"{last.text}\n{told}", last.points)
