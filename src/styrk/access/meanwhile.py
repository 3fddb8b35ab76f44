"""What a form was made from, so that nobody writes over what another has written meanwhile.

The form carries a mark of it. Where that is not what stands any more, the form is shown again with
what stands now beside what was typed, and with its mark: sent once more, it is saved knowingly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django import forms

from styrk.access.typed import last

STAND = "stand"
# Letters only: in a draft, a row of digits is taken for somebody's number.
LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@dataclass(frozen=True)
class Stand:
    """What stands now: its `mark`, what it says as (label, words), and who wrote it when."""

    mark: str
    said: Sequence[tuple[str, str]] = ()
    by: str = ""
    at: datetime | None = None

    def is_known_to(self, form: forms.Form) -> bool:
        """Whether the form was made from this, as it is sent or was kept as a draft."""
        if form.is_bound:
            return str(form.data.get(STAND, "")) == self.mark
        return STAND not in form.initial or last(form.initial[STAND]) == self.mark


def mark_of(*parts: object) -> str:
    """A mark that is another where any of the parts is; of nothing, none."""
    if not parts:
        return ""
    return sha256(repr(parts).encode()).hexdigest()[:24].translate(LETTERS)
