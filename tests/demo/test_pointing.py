"""The words by which avvik in the demo are tied to risks are words of its risks and of its stories."""

from pathlib import Path

from styrk.demo import pointing, world_files

WRITTEN = Path(pointing.__file__).parent / "world" / "risks.toml"


def test_each_word_is_in_a_risk_and_in_a_story():
    lines = WRITTEN.read_text().lower().splitlines()
    titles = [line for line in lines if line.startswith("title = ")]
    stories = " ".join(repr(story) for story in world_files.stories()).lower()

    for word, shown in pointing.WORDS.items():
        assert any(word in title for title in titles), word
        assert any(one in stories for one in shown), word


def test_what_falls_out_is_no_fall():
    """Each risk is about the first word that is in its title."""
    for words in (pointing.WORDS, pointing.ABOUT):
        assert next(word for word in words if word in "langvarig bortfall av ikt") == "bortfall"
