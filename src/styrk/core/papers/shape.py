"""A document as data: its title, its language, and sections of blocks."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

type Language = Literal["nb", "nn", "en"]
type Tone = Literal["plain", "good", "warning", "bad"]


@dataclass(frozen=True)
class Paragraph:
    """Plain text; a new line in it is a new line. `lead` stands before it, in bold."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Quote:
    """Somebody else's words, and where they stand."""

    text: str
    source: str = ""


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    """Names and values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Note:
    """A marked text: the heading says what it is, so that it is never colour alone."""

    heading: str
    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG that stands alone: with its own colours, and only fonts that are always there.

    `described` says in words what it shows, to those who do not see it.
    """

    svg: str
    described: str
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.described.strip():
            raise ValueError("a picture is described in words")


@dataclass(frozen=True)
class Signed:
    """A cell of a table with small pictures before its text, each as high as its drawing says."""

    text: str
    signs: tuple[Picture, ...]


type Cell = str | Signed


@dataclass(frozen=True)
class Table:
    """Rows under one header row, which is repeated on every page. `widths` are shares of the width.

    `numbers`: the columns that are numbers, from 0, which stand to the right.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        wrong = [row for row in self.rows if len(row) != len(self.header)]
        if wrong or len(self.shares) != len(self.header):
            raise ValueError(f"{self.caption}: every row has {len(self.header)} cells")

    @property
    def shares(self) -> tuple[int, ...]:
        return self.widths or (1,) * len(self.header)


type Block = Paragraph | Quote | Bullets | Facts | Note | Table | Picture


@dataclass(frozen=True)
class Section:
    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True)
class Paper:
    """A whole document.

    `at` is when it was made (with a time zone); the same paper gives the same bytes. `marks` stand on
    every page: that it is a draft, that it is invented. `facts` stand under the title. With
    `contents` there is a list of the sections.
    """

    title: str
    at: datetime
    language: Language = "nb"
    subtitle: str = ""
    author: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, ...] = ()
    contents: bool = False
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document has a title")
        if self.at.tzinfo is None:
            raise ValueError("the time needs its time zone")
