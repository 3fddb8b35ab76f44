"""A file in Lovdata's HTML/XML form as a small tree, read so that no file can harm the reader."""

from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from styrk.requirements.lovdata.notices import Notice, notice
from styrk.requirements.lovdata.plain import plain

DEEPEST = 100
MOST_ELEMENTS = 1_000_000
# Never text of the law: programs, looks, and the small numbers that point at footnotes.
SILENT = {"script", "style", "template", "noscript", "object", "iframe", "svg"}
# Inside a word or a sentence; all other elements part words.
INLINE = {"a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup", "u"}
CHUNK = 65536


class Element:
    """An element with its own text and elements, mixed, in order."""

    __slots__ = ("attributes", "classes", "content", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.classes = frozenset(attributes.get("class", "").split())
        self.content: list[str | Element] = []

    @property
    def elements(self) -> Iterator["Element"]:
        return (part for part in self.content if isinstance(part, Element))

    def below(self, *classes: str) -> Iterator["Element"]:
        """Every element below that has one of the classes, in order."""
        for element in self.elements:
            if element.classes.intersection(classes):
                yield element
            yield from element.below(*classes)

    def first(self, *classes: str) -> "Element | None":
        return next(self.below(*classes), None)


class Refused(Exception):
    """The file will not be read; `notice` says why."""

    def __init__(self, why: Notice) -> None:
        super().__init__(why.text)
        self.notice = why


class _Builder:
    """The parser's target. Stops a file that is too deep or has too many elements."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open = [Element("", {})]
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) > DEEPEST:
            raise Refused(notice("too_deep", file=self._name))
        if self._count > MOST_ELEMENTS:
            raise Refused(notice("too_many", file=self._name, limit=str(MOST_ELEMENTS)))
        element = Element(tag.rpartition("}")[2].lower(), attributes)
        self._open[-1].content.append(element)
        self._open.append(element)

    def end(self, _tag: str) -> None:
        self._open.pop()

    def data(self, text: str) -> None:
        self._open[-1].content.append(text)

    def close(self) -> Element:
        return self._open[0]


def parse(data: bytes, name: str) -> Element:
    """The document's tree. Raises `Refused`."""
    builder = _Builder(name)
    parser = DefusedXMLParser(target=builder, encoding="utf-8")
    try:
        for at in range(0, len(data), CHUNK):
            parser.feed(data[at : at + CHUNK])
        parser.close()
    except DefusedXmlException:
        raise Refused(notice("forbidden_xml", file=name)) from None
    except ParseError as error:
        line = str(error.position[0])
        raise Refused(notice("bad_xml", file=name, line=line)) from None
    return builder.close()


def words(element: Element | str, without: frozenset[str] = frozenset()) -> str:
    """The words of an element on one line, without parts of the classes named."""
    return plain("".join(_pieces(element, without)))


def _pieces(element: Element | str, without: frozenset[str]) -> Iterator[str]:
    if isinstance(element, str):
        yield element
        return
    if element.tag in SILENT or element.classes & without or "footnotereference" in element.classes:
        return
    apart = "" if element.tag in INLINE else " "
    yield apart
    for part in element.content:
        yield from _pieces(part, without)
    yield apart
