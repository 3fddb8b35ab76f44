"""How much room a text takes, so that no two are drawn over each other."""

from dataclasses import dataclass

# Widths in thousandths of the letter size, a little more than Inter has: what is drawn with another
# font, on paper or where Inter did not load, shall have room too.
USUAL = 640
WIDTHS = {
    letter: width
    for letters, width in (
        # On paper the thin space becomes a usual one.
        ("\u202f\u00a0", 300),
        ("ijI.,:;'|!·\u2018\u2019", 300),
        ('ltfr ()[]/"-`°¹', 400),
        ("sczkvxyJLFET*?–", 570),
        ("mwæMÆ%@W—…©\u2264\u2265", 1000),
        ("GHNOQUCDØÖÅÄABRXVKY&", 770),
    )
    for letter in letters
}
BOLD = 1.05
# Above and below the line that the letters stand on, in letter sizes.
ASCENT, DESCENT = 0.78, 0.24


def width(text: str, size: float, *, bold: bool = False) -> float:
    wide = sum([WIDTHS.get(letter, USUAL) for letter in text]) * size / 1000
    return wide * BOLD if bold else wide


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def box(
    x: float, y: float, text: str, size: float, anchor: str = "start", *, bold: bool = False
) -> Box:
    """Where a text is, when it stands on `y` and begins, ends or has its middle at `x`."""
    wide = width(text, size, bold=bold)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, y - ASCENT * size, left + wide, y + DESCENT * size)


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The text in lines that fit the room; a word that is longer than a line is parted."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines += _parted(word, size, room)
    return lines


def _parted(word: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of it as fits with «…» after."""
    if width(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width(kept + "…", size, bold=bold) > room:
        kept = kept[:-1].rstrip()
    return kept + "…" if kept else ""


def spread(wanted: list[float], apart: float, low: float, high: float) -> list[float]:
    """Places as near as can be to those wanted (in rising order), `apart` from each other, inside
    low and high. With more than there is room for, they come closer.
    """
    if len(wanted) > 1:
        apart = min(apart, (high - low) / (len(wanted) - 1))
    found: list[float] = []
    for place in wanted:
        least = found[-1] + apart if found else low
        found.append(max(place, least))
    most = high
    for number in reversed(range(len(found))):
        found[number] = min(found[number], most)
        most = found[number] - apart
    return found
