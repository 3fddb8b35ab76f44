"""What a section is told in: tables with their numbers, drawings, and notes, the same in every form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from markupsafe import Markup

from styrk.core.papers import Facts, Note, Paragraph, Quote
from styrk.review.pack.words import NONE
from styrk.ui.charts import Chart, change, figure


class Drawn(Protocol):
    """Draws a small picture: for a page, or `alone` for paper."""

    def __call__(self, words: str, *, alone: bool = False) -> Markup: ...


@dataclass(frozen=True)
class Sign:
    """A small picture before a text. `told`: the text beside it says the same as `described`."""

    draw: Drawn
    described: str
    told: bool = False

    @property
    def in_page(self) -> Markup:
        return self.draw("" if self.told else self.described)

    @property
    def on_paper(self) -> str:
        return str(self.draw(self.described, alone=True))


@dataclass(frozen=True)
class Cell:
    """What is read, and the number behind it where there is one. `tone`: "good", "bad" or ""."""

    text: str
    number: float | None = None
    decimals: int = 0
    tone: str = ""
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True)
class Grid:
    """Rows under one header row. `numbers`: which columns are numbers; `widths` are shares of the width."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    numbers: frozenset[int] = frozenset()
    note: str = ""


@dataclass(frozen=True)
class Drawing:
    """A chart, with a key that tells it apart on a page. `note`: what is said under it."""

    chart: Chart
    key: str
    note: str = ""


type Block = Paragraph | Quote | Facts | Note | Grid | Drawing


@dataclass(frozen=True)
class Chapter:
    """A section as it is shown. `text` is the leader's, by whom and when; `lacks` that it is not written.

    `essence` is what it says in one line.
    """

    code: str
    title: str
    ask: str
    written: str
    text: str
    by: str
    at: str
    lacks: bool
    essence: str = ""
    blocks: Sequence[Block] = field(default=())


def plain(text: str) -> Cell:
    return Cell(text)


def number(value: float | None, decimals: int, instead: str = NONE, tone: str = "") -> Cell:
    if value is None:
        return Cell(instead)
    return Cell(figure(value, decimals), value, decimals, tone)


def difference(value: float | None, decimals: int, tone: str = "") -> Cell:
    if value is None:
        return Cell(NONE)
    return Cell(change(value, decimals), value, decimals, tone)


def counted(value: int | None, instead: str) -> Cell:
    return Cell(instead) if value is None else number(value, 0)
