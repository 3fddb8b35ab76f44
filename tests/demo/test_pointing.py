"""The words by which avvik in the demo are tied to risks are words of its risks and of its stories."""

import tomllib
from pathlib import Path

from styrk.demo import pointing, world_files

WRITTEN = Path(pointing.__file__).parent / "world" / "risks.toml"


def test_each_word_is_in_a_risk_and_in_a_story():
    titles = [told["title"].lower() for told in tomllib.loads(WRITTEN.read_text())["risk"]]
    stories = " ".join(repr(story) for story in world_files.stories()).lower()

    for word, shown in pointing.WORDS.items():
        assert any(word in title for title in titles), word
        assert any(one in stories for one in shown), word
