"""The words by which avvik in the demo are tied to risks are words of its risks and of its stories."""

from pathlib import Path

import pytest

from styrk.demo import pointing, world_files

WRITTEN = Path(pointing.__file__).parent / "world" / "risks.toml"


def test_each_word_is_in_a_risk_and_in_a_story():
    lines = WRITTEN.read_text().lower().splitlines()
    titles = [line for line in lines if line.startswith("title = ")]
    stories = " ".join(repr(story) for story in world_files.stories()).lower()

    for word in {**pointing.WORDS, **pointing.ABOUT}:
        assert any(pointing._says(title, [word]) for title in titles), word
    for word, shown in pointing.WORDS.items():
        assert [one for one in shown if not pointing._says(stories, [one])] == [], word


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Langvarig bortfall av IKT", "ikt"),
        ("Dataangrep eller langvarig stans i felles IKT", "ikt"),
        ("Pasientar fell når dei går på do om natta", "fall"),
        ("Urolige pasienter faller ut av sengen", "fall"),
        ("Feil i multidosen etter endring fra sykehuset", "legemidler"),
        ("Mangel på spesialsykepleiere", "bemanning"),
        ("Tidskritisk behandling blir forsinket om natten", ""),
    ],
)
def test_each_risk_is_about_what_its_words_say(title, about):
    said = pointing._first(pointing.ABOUT, title)

    assert (said[0] if said else "") == about


@pytest.mark.parametrize(
    ("text", "word", "says"),
    [
        ("7.2 Drift uten IKT", "ikt", True),
        ("6 a ha oversikt over plikter", "ikt", False),
        ("4.4 Legemidler ved overgangene", "gangen", False),
        ("Stans i felles IKT", "fell ", False),
        ("Datteren så det", "datt ", False),
        ("Det endte med et fall.", "fall ", True),
        ("Legemiddelliste", "legemid", True),
    ],
)
def test_a_word_is_the_beginning_of_a_word(text, word, says):
    assert pointing._says(text, [word]) is says
