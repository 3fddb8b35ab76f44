"""The thread as a picture: a line from record to record, and a mark where something is lacking.

Geometry only, in the picture's own units; colours and shapes are classes. What it says is in the tree.
"""

from dataclasses import dataclass

from styrk.overview.threads.drawing import Row, walked

INDENT, LINE, TOP, WIDTH = 22, 26, 16, 640
# Letters that have room after the mark, at the width of a letter in the picture's type.
LETTER = 7.2


@dataclass(frozen=True)
class Dot:
    """A record: where it stands, what is written beside it, and what it looks like."""

    x: int
    y: int
    text: str
    kind: str
    shape: str
    lacking: bool
    focus: bool


@dataclass(frozen=True)
class Picture:
    dots: list[Dot]
    threads: list[str]
    width: int
    height: int


def picture(found: list[Row]) -> Picture:
    dots: list[Dot] = []
    threads: list[str] = []
    line: list[tuple[int, int]] = []
    for number, (depth, row) in enumerate(walked(found)):
        x, y = TOP + depth * INDENT, TOP + number * LINE
        if depth:
            above_x, above_y = line[depth - 1]
            threads.append(f"M{above_x} {above_y}V{y - 8}q0 8 8 8H{x}")
        line[depth:] = [(x, y)]
        dots.append(_dot(row, x, y))
    return Picture(dots, threads, WIDTH, TOP * 2 + max(len(dots) - 1, 0) * LINE)


def _dot(row: Row, x: int, y: int) -> Dot:
    colour = row.gaps[0][1] if row.gaps else row.node.mark[1] if row.node.mark else "neutral"
    room = int((WIDTH - x - 40) / LETTER)
    said = [row.label, row.title, *(str(words) for words, _colour in row.gaps[:1])]
    text = _cut(f"{said[0]}: {said[1]}", room - (len(said[2]) + 3 if len(said) > 2 else 0))
    written = f"{text} – {said[2]}" if len(said) > 2 else text
    return Dot(x, y, written, row.node.kind, str(colour), bool(row.gaps), row.focus)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: max(room - 1, 1)].rstrip()}…"
