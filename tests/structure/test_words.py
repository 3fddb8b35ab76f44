"""Words that may not be said anywhere, and what may not stand in a template."""

import re

import pytest

from tests import markup
from tests.structure import source
from tests.structure.source import ROOT, SOURCE, said

# «Å lukke» an avvik suggests that it is over; we strengthen, and follow the effect.
CLOSING = re.compile(
    r"(lukk(e|er|et|ede|a|ing(en)?)?\s+(av\s+)?(avvik|sak|melding|hendelse)"
    r"|(avvik|sak|melding|hendelse)(et|a|en|ene|er)?\s+(er|blir|ble|vart|vert)?\s*lukk(et|a|ast)\b)",
    re.IGNORECASE,
)
# Our bokmål says «fila», as people do: one word for one thing.
FILE = re.compile(r"\bfilens?\b", re.IGNORECASE)
# A path of the machine that somebody wrote this on.
SOMEBODYS_PATH = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/[\w.]+")
OF_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
TEXTS = {".py", ".html", ".toml", ".po", ".js", ".css", ".md", ".txt", ".sh", ".json", ".yaml"}
SCREEN_TEXTS = {".py", ".html", ".toml", ".po", ".js"}


def texts(suffixes):
    return [path for path in source.committed() if path.suffix in suffixes]


def found_in(pattern, paths):
    return [
        f"{path.relative_to(ROOT)}:{number}: {match.group(0)}"
        for path in paths
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1)
        for match in pattern.finditer(line)
    ]


def test_nothing_is_closed():
    screens = [path for path in texts(SCREEN_TEXTS) if SOURCE in path.parents]

    found = found_in(CLOSING, screens)

    assert screens, "no texts found: this test looks at nothing"
    assert not found, said(
        found,
        "Say what happens: ta imot, undersøke, forbedre, følge effekten, takke, ferdig fulgt opp.",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Lukk avvik",
        "Du kan lukke saken",
        "lukking av avvik",
        "Avviket er lukket",
        "meldingen ble lukket",
    ],
)
def test_closing_is_recognised(sentence):
    assert CLOSING.search(sentence)


@pytest.mark.parametrize(
    "sentence", ["Lukk vinduet", "Lukket avdeling", "Avvik er gull", "Lukk menyen"]
)
def test_what_else_is_closed_is_left_alone(sentence):
    assert not CLOSING.search(sentence)


def test_a_file_is_called_by_one_word():
    found = found_in(FILE, [path for path in texts(SCREEN_TEXTS) if SOURCE in path.parents])

    assert FILE.search("Filen de så")
    assert not found, said(found, "Write «fila».")


def test_no_path_of_somebodys_machine():
    found = found_in(SOMEBODYS_PATH, texts(TEXTS))

    assert not found, said(
        found, "Say it relative to the repository, or take it from the environment."
    )


def test_templates_have_nothing_the_security_policy_stops():
    found = []
    for path in source.templates():
        page = markup.Page(OF_JINJA.sub("", path.read_text()))
        found += [f"{path.relative_to(ROOT)}: {what}" for what in page.inline]
        found += [
            f"{path.relative_to(ROOT)}: script or style with content: {text.strip()[:50]}"
            for text in page.scripts
            if text.strip()
        ]

    assert source.templates(), "no templates found: this test looks at nothing"
    assert not found, said(found, "Put the style in styrk.css and the behaviour in styrk.js.")


def test_templates_escape_what_they_show():
    """`|safe` and `Markup` let text through as HTML: only what we have made ourselves may."""
    found = found_in(re.compile(r"\|\s*safe\b|autoescape\s+false"), source.templates())

    assert not found, said(found, "Let it be escaped, or make it a macro.")


def test_templates_load_nothing_from_elsewhere():
    found = found_in(re.compile(r"""(?:src|href)=["'](?:https?:)?//"""), source.templates())

    assert not found, said(found, "Take the file in with tools/vendor.py: pages load only our own.")


def test_a_number_and_its_per_cent_stay_on_one_line():
    catalogues = [path for path in texts({".po"}) if SOURCE in path.parents]

    assert catalogues, "no texts found: this test looks at nothing"
    assert not found_in(re.compile(r"(?:\d|\)s) %%?(?!\()"), catalogues), (
        "Write \\u00a0 before the sign, which does not break."
    )
