"""What a form was made from, so that nobody writes over what another has written meanwhile.

The form carries a mark of it. Where that is not what stands any more, the form is shown again with
what stands now beside what was typed, and with its mark: sent once more, it is saved knowingly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from django import forms
from django.db.models import QuerySet

from styrk.access.typed import last
from styrk.ui.said import said as words

STAND = "stand"
# Letters only: in a draft, a row of digits is taken for somebody's number.
LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@dataclass(frozen=True)
class Stand:
    """What stands now: its `mark`, what it says as (label, words), and who wrote it when.

    `kept` is whether the record's history has it when it is written over; `then` says what comes of
    sending again, where nothing is written over.
    """

    mark: str
    said: Sequence[tuple[str, str]] = ()
    by: str = ""
    at: datetime | None = None
    kept: bool = True
    then: str = ""

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


def of_fields(
    form: forms.Form,
    stands: Mapping[str, Any],
    written: QuerySet[Any] | None = None,
    *,
    kept: bool = False,
) -> Stand:
    """What stands of the fields of a form that begins with it.

    `written` are the acts that wrote it, each with `by` and `at`, where these can be read; they are
    asked for only where the form was made from something else. Then the fields are said where the form
    has other words.
    """
    asked = [name for name in form.fields if name in stands]
    shown = [(name, str(form.fields[name].prepare_value(stands[name]))) for name in asked]
    stand = Stand(mark_of(*shown), kept=kept)
    if stand.is_known_to(form):
        return stand
    acts = written if written is None else written.select_related("by").order_by("-pk")
    latest = acts.first() if acts is not None else None
    other = [name for name in asked if _differs(form[name], stands[name])]
    said = [(str(form[name].label), words(form.fields[name], stands[name])) for name in other]
    if latest is None:
        return replace(stand, said=said)
    return replace(stand, said=said, by=latest.by.name, at=latest.at)


def _differs(bound: forms.BoundField, stands: Any) -> bool:
    return bound.field.has_changed(stands, bound.value())
