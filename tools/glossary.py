"""Writes docs/glossary.md from the glossary's data: `make glossary`."""

import sys
from pathlib import Path

from styrk.core.glossary import Word, words

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "glossary.md"
HEAD = """# Glossary

Made from `src/styrk/core/glossary.toml` by `make glossary`: change the words there.

| Bokmål | Nynorsk | In the code | What it means | From |
|---|---|---|---|---|
"""


def rendered() -> str:
    return HEAD + "".join(map(_row, sorted(words(), key=lambda word: word.bokmal)))


def _row(word: Word) -> str:
    app = f" ({word.model.split('.')[0].removeprefix('styrk_')})" if word.model else ""
    code = f"`{word.identifier}`{app}"
    cells = (word.bokmal, word.nynorsk, code, word.meaning, word.source)
    return f"| {' | '.join(cell.replace('|', '\\|') for cell in cells)} |\n"


def main() -> int:
    """Write the document; with --check, say whether it is current."""
    wanted = rendered()
    current = DOCUMENT.is_file() and DOCUMENT.read_text(encoding="utf-8") == wanted
    if "--check" not in sys.argv:
        DOCUMENT.write_text(wanted, encoding="utf-8")
        return 0
    if not current:
        print("docs/glossary.md is not current: run «make glossary».", file=sys.stderr)
    return 0 if current else 1


if __name__ == "__main__":
    sys.exit(main())
