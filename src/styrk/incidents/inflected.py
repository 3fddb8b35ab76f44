"""Words whose forms the stemmer does not know to be one: «falt» is a form of «fall»."""

from functools import cache
from pathlib import Path

FORMS = Path(__file__).parent / "forms_nb.txt"


def forms_of(word: str) -> list[str]:
    """The word, and the other forms of it where they are irregular."""
    own = word.lower()
    return [word, *(form for form in _forms().get(own, ()) if form != own)]


@cache
def _forms() -> dict[str, list[str]]:
    """A word may be a form of more than one."""
    found: dict[str, list[str]] = {}
    for line in FORMS.read_text(encoding="utf-8").splitlines():
        forms = line.split()
        for form in forms:
            found.setdefault(form, []).extend(forms)
    return {form: list(dict.fromkeys(forms)) for form, forms in found.items()}
