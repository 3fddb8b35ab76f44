"""What the documents say is there, is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from styrk.config.cli.lazy import COMMANDS, HIDDEN
from tests.structure import source
from tests.structure.source import ROOT, SOURCE, said

README = ROOT / "README.md"
DOCUMENTS = sorted([README, *(ROOT / "docs").rglob("*.md"), *SOURCE.glob("*/README.md")])
ADRS = sorted((ROOT / "docs" / "adr").glob("*.md"))
RECIPES = sorted((ROOT / "docs" / "recipes").glob("*.md"))
# Made by the set-up, so not there in a clean clone.
MADE = (".venv/", ".tools/", "node_modules/")

CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.*-]+(/[\w.*-]+)+\.\w+")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
CITED = re.compile(r"`(\w+)`[^`\n]{0,20}\s+in\s+`(src/[^`]+\.py)`")
VARIABLE = re.compile(r"\bSTYRK_[A-Z_]+[A-Z]\b")


def named(document: Path) -> Iterator[str]:
    """Paths in backticks: with a slash and a suffix. Addresses of pages begin with a slash."""
    for text in CODE.findall(document.read_text(encoding="utf-8")):
        if PATH.fullmatch(text) and not text.startswith(MADE):
            yield text


def is_there(path: str, document: Path) -> bool:
    """From the root, or from the document's own folder; `*` stands for any name."""
    return any(next(place.glob(path), None) for place in (ROOT, document.parent))


def test_paths_that_documents_name_are_there():
    paths = [(document, path) for document in DOCUMENTS for path in named(document)]
    gone = [f"{d.relative_to(ROOT)}: {path}" for d, path in paths if not is_there(path, d)]

    assert len(paths) > 50, "hardly any paths found: this test looks at nothing"
    assert not gone, said(gone, "Moved or renamed? Say where it is now, or take the line out.")


def test_links_and_pictures_lead_somewhere():
    links = [
        (document, link)
        for document in DOCUMENTS
        for link in LINK.findall(document.read_text(encoding="utf-8"))
        if "://" not in link
    ]
    gone = [f"{d.relative_to(ROOT)}: {link}" for d, link in links if not is_there(link, d)]

    assert links, "no links found: this test looks at nothing"
    assert not gone, said(gone, "Mend the link.")


def test_what_is_cited_from_a_file_stands_in_it():
    cited = [
        (document, name, path)
        for document in DOCUMENTS
        for name, path in CITED.findall(document.read_text(encoding="utf-8"))
    ]
    gone = [
        f"{document.relative_to(ROOT)}: {name} in {path}"
        for document, name, path in cited
        if (ROOT / path).is_file() and not re.search(rf"\b{name}\b", (ROOT / path).read_text())
    ]

    assert len(cited) > 10, "hardly any citations found: this test looks at nothing"
    assert not gone, said(gone, "Cite where it is now, or a better example.")


def test_readme_begins_with_the_two_commands():
    before = README.read_text(encoding="utf-8").partition("\n## ")[0]

    assert "make demo" in before
    assert "make test" in before


def test_commands_of_make_are_there():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    spoken = [
        (document, target)
        for document in DOCUMENTS
        for target in re.findall(r"`make ([a-z-]+)`", document.read_text(encoding="utf-8"))
    ]
    gone = [f"{d.relative_to(ROOT)}: make {t}" for d, t in spoken if t not in targets]

    assert spoken
    assert not gone, said(gone, "The Makefile has no such target.")


def test_readme_lists_every_subcommand_and_no_other():
    listed = set(re.findall(r"^\| `styrk ([a-z-]+)", README.read_text(), re.MULTILINE))

    assert listed == set(COMMANDS) - HIDDEN


def told() -> set[str]:
    """The variables in README's table, and those it says are Styrk's own."""
    settings = README.read_text(encoding="utf-8").partition("## Settings")[2]
    return set(VARIABLE.findall(settings.partition("\n## ")[0]))


def read() -> set[str]:
    return {
        name
        for module in source.modules()
        for name in re.findall(r"[\"'](STYRK_[A-Z_]+)[\"']", module.path.read_text())
    }


def test_readme_tells_of_every_variable():
    assert len(read()) > 20, "hardly any variables found: this test looks at nothing"
    assert not read() - told(), said(
        sorted(read() - told()), "Add it to the table in README.md, with what holds without it."
    )


def test_documents_tell_of_no_variable_that_nobody_reads():
    gone = [
        f"{document.relative_to(ROOT)}: {name}"
        for document in DOCUMENTS
        for name in sorted(set(VARIABLE.findall(document.read_text(encoding="utf-8"))) - read())
    ]

    assert not gone, said(gone, "Nobody reads it any more: take it out.")


def test_every_decision_has_one_number():
    numbers = [int(path.name[:4]) for path in ADRS]

    assert numbers == list(range(1, len(ADRS) + 1)), said(
        [path.name for path in ADRS], "Number each once, without holes."
    )


@pytest.mark.parametrize("path", ADRS, ids=lambda path: path.stem)
def test_a_decision_is_a_page_with_its_parts(path):
    text = path.read_text(encoding="utf-8")
    parts = re.findall(r"^## (.+)$", text, re.MULTILINE)

    assert text.startswith(f"# {int(path.name[:4])}. ")
    assert parts == ["Context", "Decision", "Consequences", "Alternatives"]
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_recipe_begins_with_the_files_to_touch(path):
    text = path.read_text(encoding="utf-8")
    first = re.search(r"^## (.+)$", text, re.MULTILINE)

    assert first, f"{path.name}: no heading"
    assert first[1].startswith("Files to touch")


def test_every_app_has_its_page():
    without = [app for app in source.layers() if not (SOURCE / app / "README.md").is_file()]

    assert not without, said(without, "README.md: purpose, words, files, invariants, who uses it.")
