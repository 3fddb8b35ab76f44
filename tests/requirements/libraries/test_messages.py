"""Every message is used, and every problem has one that its values fill."""

from pathlib import Path

from styrk.requirements import libraries
from styrk.requirements.libraries import MESSAGES

SOURCE = Path(libraries.__file__).parent


def sources():
    return {
        path.name: path.read_text() for path in SOURCE.glob("*.py") if path.name != "problems.py"
    }


def test_every_message_is_used():
    told = " ".join(sources().values())
    unused = [code for code in MESSAGES if f'"{code}"' not in told and code != "many_more"]

    assert not unused


def test_messages_are_sentences():
    assert all(text[0].isupper() or text[0] in "«%" for text in MESSAGES.values())
    assert all(text.endswith((".", "»")) for text in MESSAGES.values())
    assert all("lukk" not in text.casefold() for text in MESSAGES.values())
