"""The words of `words.txt`, by section."""

import re
from pathlib import Path

_SECTION = re.compile(r"^\[(\w+)\]\n((?:[^\[\n].*\n?|\n)*)", re.MULTILINE)


def _without_notes(lines: str) -> list[str]:
    return [
        word for line in lines.splitlines() if not line.startswith("#") for word in line.split()
    ]


_FILE = Path(__file__).with_name("words.txt")
WORDS = {
    name: frozenset(_without_notes(lines))
    for name, lines in _SECTION.findall(_FILE.read_text(encoding="utf-8"))
}
