"""A document as Word (DOCX), with real headings, lists and header rows.

With a `template` (an organisation's own .docx) the document takes its styles, margins and headers
from there; the styles are Word's own: Title, Subtitle, Heading 1-9, Quote, List Bullet, Table Grid.
"""

import io
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Word
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor, Twips
from docx.table import Table as Grid
from docx.text.paragraph import Paragraph as Line

from styrk.core.papers.pdf import drawings
from styrk.core.papers.shape import (
    Block,
    Bullets,
    Cell,
    Facts,
    Note,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Section,
    Signed,
    Table,
)
from styrk.core.papers.wording import WORDS, writable

LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
DEEPEST = 9
# Between the margins of A4, in millimetres.
WIDTH = 162
SIGN = Mm(6)
INK, QUIET = RGBColor(0x1E, 0x2B, 0x3C), RGBColor(0x4C, 0x5A, 0x6B)
TONES = {"plain": "F3F5F8", "good": "EFF7F2", "warning": "FDF6E7", "bad": "FCF0F0"}
# The pictures as PNG, all drawn at once.
type Drawn = Mapping[str, bytes]
# The earliest time that a zip file can hold: the same document gives the same bytes.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def docx(paper: Paper, *, template: bytes | None = None) -> bytes:
    """The same paper gives the same bytes."""
    word = Document(io.BytesIO(template) if template else None)
    if template is None:
        _dress(word)
    _properties(word, paper)
    _frame(word, paper)
    word.add_paragraph(writable(paper.title), style="Title")
    if paper.subtitle:
        word.add_paragraph(writable(paper.subtitle), style="Subtitle")
    if paper.facts:
        _facts(word, paper.facts)
    drawn = drawings(one.svg for one in _pictures(paper))
    for block in paper.blocks:
        _add(word, block, drawn)
    for section in paper.sections:
        _section(word, section, 1, drawn)
    return _packed(word)


def _pictures(part: Paper | Section) -> Iterator[Picture]:
    for block in part.blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Table):
            signed = (cell for row in block.rows for cell in row if isinstance(cell, Signed))
            yield from (sign for cell in signed for sign in cell.signs)
    for section in part.sections:
        yield from _pictures(section)


def _section(word: Word, section: Section, level: int, drawn: Drawn) -> None:
    word.add_heading(writable(section.heading), min(level, DEEPEST))
    for block in section.blocks:
        _add(word, block, drawn)
    for inner in section.sections:
        _section(word, inner, level + 1, drawn)


def _add(word: Word, block: Block, drawn: Drawn) -> None:
    match block:
        case Paragraph(text, lead):
            _lead(word.add_paragraph(), lead, text)
        case Quote(text, source):
            _quote(word, text, source)
        case Bullets(items, numbered):
            for item in items:
                word.add_paragraph(writable(item), "List Number" if numbered else "List Bullet")
        case Facts(rows):
            _facts(word, rows)
        case Note(heading, text, tone):
            _note(word.add_paragraph(), heading, text, TONES[tone])
        case Table():
            _table(word, block, drawn)
        case Picture():
            _picture(word, block, drawn[block.svg])


def _lead(line: Line, lead: str, text: str) -> None:
    if lead:
        line.add_run(f"{writable(lead)} ").bold = True
    line.add_run(writable(text))


def _quote(word: Word, text: str, source: str) -> None:
    line = word.add_paragraph(writable(text), style="Quote")
    if source:
        line.add_run(f"\n{writable(source)}").italic = False


def _note(line: Line, heading: str, text: str, ground: str) -> None:
    line.add_run(writable(heading)).bold = True
    if text:
        line.add_run(f"\n{writable(text)}")
    line._p.get_or_add_pPr().append(_element("w:shd", val="clear", fill=ground))  # noqa: SLF001 - python-docx has no public name for it


def _facts(word: Word, rows: tuple[tuple[str, str], ...]) -> None:
    for name, value in rows:
        _lead(word.add_paragraph(), f"{name}:", value)


def _table(word: Word, block: Table, drawn: Drawn) -> None:
    word.add_paragraph(
        writable(block.caption), style="Caption"
    ).paragraph_format.keep_with_next = True
    table = word.add_table(rows=0, cols=len(block.header), style="Table Grid")
    whole = sum(block.shares)
    widths = [Mm(round(WIDTH * share / whole)).twips for share in block.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
    for number, texts in enumerate((block.header, *block.rows)):
        # Row by row as XML: python-docx takes many times as long for each cell.
        row = parse_xml(_row(texts, widths, block.numbers, head=number == 0))
        table._tbl.append(row)  # noqa: SLF001 - as above
        _signs(table, row, texts, drawn)
    word.add_paragraph()


def _row(
    texts: Sequence[Cell], widths: Sequence[int], numbers: Collection[int], *, head: bool
) -> str:
    """A row; a header row is on every page, and told to those who listen."""
    repeated = '<w:trPr><w:tblHeader w:val="true"/></w:trPr>' if head else ""
    cells = "".join(
        _cell(_text(cell), width, right=place in numbers, bold=head)
        for place, (cell, width) in enumerate(zip(texts, widths, strict=True))
    )
    return f"<w:tr {nsdecls('w')}>{repeated}{cells}</w:tr>"


def _cell(text: str, width: int, *, right: bool, bold: bool) -> str:
    side = '<w:pPr><w:jc w:val="right"/></w:pPr>' if right else ""
    weight = "<w:b/>" if bold else ""
    lines = [escape(line) for line in writable(text).split("\n")]
    said = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr><w:p>{side}<w:r>'
        f'<w:rPr>{weight}<w:sz w:val="19"/></w:rPr>{said}</w:r></w:p></w:tc>'
    )


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    # The signs have a line of their own where they are more than one.
    return f"\n{cell.text}" if cell.text and len(cell.signs) > 1 else cell.text


def _signs(table: Grid, row: BaseOxmlElement, cells: Sequence[Cell], drawn: Drawn) -> None:
    """The small pictures of a row, each before the text of its cell."""
    for cell, paragraph in zip(cells, row.iter(qn("w:p")), strict=True):
        if isinstance(cell, Signed):
            line = Line(paragraph, table)
            text = line.runs[0]
            for sign in cell.signs:
                run = line.add_run()
                shape = run.add_picture(io.BytesIO(drawn[sign.svg]), height=SIGN)
                shape._inline.docPr.set("descr", writable(sign.described))  # noqa: SLF001 - as below
                text._r.addprevious(run._r)  # noqa: SLF001 - as below


def _picture(word: Word, block: Picture, png: bytes) -> None:
    if block.caption:
        named = word.add_paragraph(writable(block.caption), style="Caption")
        named.paragraph_format.keep_with_next = True
    shape = word.add_picture(io.BytesIO(png), width=Mm(WIDTH))
    shape._inline.docPr.set("descr", writable(block.described))  # noqa: SLF001 - python-docx has no public name for it


def _dress(word: Word) -> None:
    """Our own look, where the organisation has no template."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    for name in ("Title", "Subtitle", "Quote", "Caption", *(f"Heading {n}" for n in range(1, 10))):
        font = word.styles[name].font
        font.color.rgb = QUIET if name in ("Subtitle", "Caption") else INK
    word.styles["Normal"].font.name = "Calibri"
    word.styles["Normal"].font.size = Pt(11)


def _properties(word: Word, paper: Paper) -> None:
    told = word.core_properties
    told.title, told.author = writable(paper.title), writable(paper.author)
    told.subject, told.comments, told.last_modified_by = writable(paper.subtitle), "", ""
    told.language = LANGUAGES[paper.language]
    told.created = told.modified = paper.at.astimezone(UTC).replace(tzinfo=None)
    told.revision = 1
    for spoken in word.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), LANGUAGES[paper.language])


def _frame(word: Word, paper: Paper) -> None:
    """What stands on every page: the marks above, and the number of the page below."""
    section = word.sections[0]
    if paper.marks:
        above = section.header.paragraphs[0]
        above.add_run(writable(" · ".join(paper.marks))).bold = True
    words, below = WORDS[paper.language], section.footer.paragraphs[0]
    below.add_run(f"{words['page']} ")
    _counted(below, "PAGE")
    below.add_run(f" {words['of']} ")
    _counted(below, "NUMPAGES")


def _counted(line: Line, what: str) -> None:
    """A number that Word works out itself."""
    counted = _element("w:fldSimple", instr=what)
    counted.append(OxmlElement("w:r"))
    line._p.append(counted)  # noqa: SLF001 - python-docx has no public name for it


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    found: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), value)
    return found


def _packed(word: Word) -> bytes:
    """The file, with no time of its own in it."""
    made, packed = io.BytesIO(), io.BytesIO()
    word.save(made)
    with (
        zipfile.ZipFile(made) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            named = zipfile.ZipInfo(part.filename, NO_TIME)
            target.writestr(named, source.read(part), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
