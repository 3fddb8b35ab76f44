"""The words of a section, a ledd and an item in Lovdata's HTML/XML form."""

from collections.abc import Iterator

from styrk.requirements.lovdata.shape import Clause, Point
from styrk.requirements.lovdata.tree import Element, words

LEDD = frozenset({"legalP", "numberedLegalP"})
NOTES = frozenset({"changesToParent", "footnotes", "footnote"})
HEADERS = frozenset({"legalArticleHeader", "futureLegalArticleHeader"})
LISTS = {"ul", "ol"}


def header(section: Element) -> tuple[str, str]:
    """A section's number and heading."""
    told = section.first(*HEADERS)
    value = told.first("legalArticleValue") if told else None
    title = told.first("legalArticleTitle") if told else None
    if value:
        return words(value).rstrip("."), words(title) if title else ""
    name = section.attributes.get("data-name", "")
    return name, words(told) if told else ""


def clause(element: Element) -> Clause:
    """A ledd. What follows after its list comes after a line break."""
    text, points = _split(element)
    return Clause(text, points)


def _split(element: Element) -> tuple[str, tuple[Point, ...]]:
    """An element's own words, and the items of the lists in it."""
    if element.tag in LISTS:
        return "", tuple(_points(element))
    lead: list[str] = []
    rest: list[str] = []
    points: list[Point] = []
    for part in _unwrapped(element):
        if isinstance(part, Element) and part.tag in LISTS:
            points += _points(part)
        else:
            (rest if points else lead).append(words(part, NOTES))
    told = [" ".join(piece for piece in pieces if piece) for pieces in (lead, rest)]
    return "\n".join(piece for piece in told if piece), tuple(points)


def _unwrapped(element: Element) -> Iterator[Element | str]:
    """The content, with runs of words and inline elements made one."""
    run = Element("span", {})
    for part in element.content:
        if isinstance(part, Element) and any(True for _ in _lists(part)):
            yield run
            run = Element("span", {})
            yield from [part] if part.tag in LISTS else _unwrapped(part)
        else:
            run.content.append(part)
    yield run


def _lists(element: Element) -> Iterator[Element]:
    if element.tag in LISTS:
        yield element
    for part in element.elements:
        yield from _lists(part)


def _points(element: Element) -> Iterator[Point]:
    for item in element.elements:
        if item.tag == "li":
            told = item.attributes.get("data-li-identifier") or item.attributes.get("data-name", "")
            text, points = _split(item)
            yield Point(told.strip(" .()–-").lower()[:10], text, points)
