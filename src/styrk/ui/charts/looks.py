"""How each thing looks where no style sheet is: on paper, and in files of their own.

In a page the same names are classes (`c-dot`), which `charts.css` colours by the reader's choice.
Each mark differs by shape or stroke too, never by colour alone.
"""

INK, QUIET, FAINT, PAPER = "#1b2326", "#4a5558", "#d5dbdd", "#ffffff"
ACCENT, TARGET, GOOD, BAD = "#005f73", "#8a2a6a", "#0a62b5", "#c9510c"
# Letters that Inter lacks are drawn with what typst has in it.
FONTS = "Inter, 'Libertinus Serif', serif"


def _line(colour: str, width: float, dashes: str = "", opacity: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    seen = f' stroke-opacity="{opacity}"' if opacity else ""
    return f'fill="none" stroke="{colour}" stroke-width="{width}"{dashed}{seen} stroke-linejoin="round"'


def _area(colour: str, opacity: str = "") -> str:
    seen = f' fill-opacity="{opacity}"' if opacity else ""
    return f'fill="{colour}"{seen}'


def _edged(fill: str, stroke: str, width: float, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'fill="{fill}" stroke="{stroke}" stroke-width="{width}"{dashed}'


LOOKS: dict[str, str] = {
    # Axes
    "grid": _line(FAINT, 0.75),
    "axis": _line(QUIET, 1),
    "tick": _area(QUIET),
    "label": _area(INK),
    # Names among the points: the ground is kept clear around their letters.
    "name": f'{_edged(INK, PAPER, 3)} paint-order="stroke" stroke-linejoin="round"',
    "name-own": f'{_edged(INK, PAPER, 3)} paint-order="stroke" font-weight="bold"',
    "strong": f'{_area(INK)} font-weight="bold"',
    # The series
    "line": _line(ACCENT, 2),
    "pale": _line(ACCENT, 1, opacity="0.45"),
    "dot": _area(ACCENT),
    "pale-dot": _area(ACCENT, "0.45"),
    "out": _edged(PAPER, QUIET, 1.5, "2 1.5"),
    "mark": _edged(ACCENT, INK, 1.25),
    "mark-good": _edged(GOOD, PAPER, 0.75),
    "mark-bad": _edged(BAD, INK, 1.5),
    "ring": _edged(PAPER, ACCENT, 2),
    "ring-good": _edged(PAPER, GOOD, 2),
    "ring-bad": _edged(PAPER, BAD, 2),
    "pip": _area(PAPER),
    # Dots of a sparkline: points without length, as wide as the line.
    "end": f'{_line(ACCENT, 11)} stroke-linecap="round"',
    "eye": f'{_line(PAPER, 3.5)} stroke-linecap="round"',
    # Lines through it
    "centre": _line(INK, 1.25),
    "unsettled": _line(INK, 1.75, "9 5"),
    "limit": _line(QUIET, 1.25, "5 3"),
    "near": _line(QUIET, 0.9, "1 3.5"),
    "target": _line(TARGET, 1.75, "9 3 2 3"),
    "target-word": f'{_area(TARGET)} font-weight="bold"',
    "band": _area(QUIET, "0.09"),
    "lead": _line(QUIET, 0.75),
    # What people have said of it
    "frozen": _area(ACCENT, "0.09"),
    "wait": _line(QUIET, 0.75, opacity="0.7"),
    "part": _line(QUIET, 1, "2 3"),
    "drop": _line(INK, 1, "1.5 3"),
    "act": _line(INK, 1.5),
    "flag": _area(INK),
    "flag-ring": _edged(PAPER, INK, 1.25),
    "flag-number": f'{_area(PAPER)} font-weight="bold"',
    # Comparisons
    "bar": _area(ACCENT, "0.35"),
    "bar-own": _edged(ACCENT, INK, 1.5),
    "unit": _edged(PAPER, ACCENT, 1.5),
    "own": _edged(INK, PAPER, 1),
    "sure": _line(INK, 1.5),
    "inner": _line(QUIET, 1.1, "5 3"),
    "outer": _line(INK, 1.25),
    # Before and after
    "level": _line(INK, 2.25),
    "span": _area(ACCENT, "0.16"),
    "span-good": _area(GOOD, "0.16"),
    "span-bad": _area(BAD, "0.16"),
    # Budgets
    "budget": _line(INK, 1.5, "7 4"),
    "before": _line(QUIET, 1.25, "1.5 3"),
    "forecast": _line(ACCENT, 1.75, "3 3"),
    # Icons
    "icon": _line(QUIET, 2.25),
    "icon-quiet": _line(QUIET, 1.5, "3 2.5"),
    "icon-good": _line(GOOD, 2.25),
    "icon-bad": _line(BAD, 2.25),
    "icon-target": _line(TARGET, 2.25, "5 3"),
    "icon-area": _area(QUIET, "0.22"),
}
