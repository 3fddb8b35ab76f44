"""The content as a document for PDF and Word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from styrk.core import papers
from styrk.core.papers import Language, Note, Paper, Paragraph, Picture, Signed, Table
from styrk.core.progress import Stage, Tell, silent
from styrk.review.pack import telling, words
from styrk.review.pack.blocks import Block, Cell, Chapter, Drawing, Grid
from styrk.review.pack.shape import Content
from styrk.ui.charts import WIDE, BarChart, as_table, described, draw
from styrk.ui.words import spoken_day

LANGUAGES: dict[str, Language] = {"nb": "nb", "nn": "nn", "en": "en"}


@dataclass(frozen=True)
class Added:
    """What was added after it was sent, or asked and answered: when, by whom, and the text."""

    at: datetime
    by: str
    text: str


def paper_of(
    content: Content,
    *,
    at: datetime,
    facts: Sequence[tuple[str, str]] = (),
    marks: Sequence[str] = (),
    added: Sequence[Added] = (),
    tell: Tell = silent,
) -> Paper:
    """In the language that is active. `facts` stand under the title, `marks` on every page."""
    setting = Stage(tell, "set", len(content.sections))
    chapters = []
    sections = []
    for one in telling.each(content):
        chapters.append(one)
        sections.append(setting.done(_section(one)))
    return Paper(
        title=words.title(content),
        subtitle=content.unit,
        author=content.unit,
        at=at,
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        facts=tuple(facts),
        marks=tuple(marks),
        contents=True,
        sections=(*sections, *_behind(chapters), *_added(added)),
    )


def _behind(chapters: Sequence[Chapter]) -> Iterator[papers.Section]:
    """The figures that the pictures are drawn from, last: a picture is read without turning the page.

    Bars are drawn from the tables of their own chapter.
    """
    drawn = [one for each in chapters for one in each.blocks if isinstance(one, Drawing)]
    tables = tuple(_figures(one) for one in drawn if not isinstance(one.chart, BarChart))
    if tables:
        yield papers.Section(_("Tallene bak figurene"), tables)


def _figures(one: Drawing) -> Table:
    found = as_table(one.chart)
    # What is said of a point needs more room than its figures.
    widths = tuple(
        3 if at in found.numbers or not at else 8 - len(found.header) // 2
        for at in range(len(found.header))
    )
    numbers = tuple(sorted(found.numbers))
    return Table(one.chart.title, found.header, found.rows, widths, numbers)


def _section(one: Chapter) -> papers.Section:
    blocks = (block for each in one.blocks for block in _block(each))
    return papers.Section(one.title, (*_words(one), *blocks))


def _words(one: Chapter) -> Iterator[papers.Block]:
    if one.text.strip():
        yield Paragraph(one.text)
    elif one.lacks:
        yield Note(_("Mangler"), _("Ingen har skrevet her ennå."), "warning")


def _block(block: Block) -> Iterator[papers.Block]:
    if isinstance(block, Grid):
        rows = tuple(tuple(_cell(cell) for cell in row) for row in block.rows)
        yield Table(block.caption, block.header, rows, block.widths, tuple(sorted(block.numbers)))
        if block.note:
            yield Paragraph(block.note)
    elif isinstance(block, Drawing):
        svg = draw(block.chart, WIDE, alone=True, key=block.key)
        yield Picture(svg, described(block.chart), block.chart.title)
        if block.note:
            yield Paragraph(block.note)
    else:
        yield block


def _cell(cell: Cell) -> papers.Cell:
    if not cell.signs:
        return cell.text
    signs = (Picture(one.on_paper, one.described) for one in cell.signs)
    return Signed(cell.text, tuple(signs))


def _added(added: Sequence[Added]) -> Iterator[papers.Section]:
    if added:
        told = tuple(Paragraph(one.text, f"{spoken_day(one.at)}, {one.by}:") for one in added)
        yield papers.Section(_("Tillegg etter at rapporten ble sendt"), told)
