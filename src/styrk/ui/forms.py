"""Forms that keep patients' identity out of free text, and the fields the pages use.

What is certain (fødselsnummer, D-nummer, telephone, e-mail) stops the form, which offers to remove
it. What is only likely (a name, a date of birth, a record number) is asked about once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.core import guard
from styrk.ui.controls import Described
from styrk.ui.fields import (
    Cards,
    CheckCards,
    CheckChips,
    Chips,
    CommaDecimalField,
    DayField,
    DayInput,
    FilesField,
    FilesInput,
    FoldedChecks,
    MomentField,
    MomentInput,
    TimeInput,
)

__all__ = [
    "Cards",
    "CheckCards",
    "CheckChips",
    "Chips",
    "CommaDecimalField",
    "DayField",
    "DayInput",
    "Described",
    "FilesField",
    "FilesInput",
    "FoldedChecks",
    "GuardOffer",
    "GuardedText",
    "MomentField",
    "MomentInput",
    "StyrkForm",
    "TimeInput",
]

REDACT = "redact"
SEEN = "guard_seen"
# With what was typed before: the kinds that were taken out of it before it was kept.
REMOVED = "guard_removed"
BLOCKED = "guard"
ASKED = "guard_asked"

FOUND: dict[str, str | Promise] = {
    "fnr": _("et fødselsnummer"),
    "dnr": _("et D-nummer"),
    "phone": _("et telefonnummer"),
    "email": _("en e-postadresse"),
}
QUESTIONS: dict[str, str | Promise] = {
    "name": _("Ser dette ut som et navn på en pasient: %(words)s?"),
    "date_of_birth": _("Ser dette ut som en fødselsdato: %(words)s?"),
    "record_number": _("Ser dette ut som et journalnummer: %(words)s?"),
}


EMPTY_TEXT = _("Fyll ut dette.")
EMPTY_CHOICE = _("Velg det som passer.")
EMPTY_TICK = _("Kryss av for å gå videre.")
TOO_LONG = _("Teksten er for lang. Bruk høyst %(limit_value)s tegn; nå er den på %(show_value)s.")


def listed(words: Iterable[object]) -> str:
    """«a», «a og b», «a, b og c»."""
    *first, last = [str(word) for word in words]
    return (
        gettext("%(first)s og %(last)s") % {"first": ", ".join(first), "last": last}
        if first
        else last
    )


class GuardedText(forms.CharField):
    """Free text. Refuses what identifies a patient for certain, in any form."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        kinds = dict.fromkeys(found.kind for found in guard.blocking(text))
        if kinds:
            raise ValidationError(blocked(kinds), code=BLOCKED)
        return text


def blocked(kinds: Iterable[str]) -> str:
    what = listed(FOUND.get(kind, kind) for kind in kinds)
    return gettext("Teksten inneholder %(what)s. Ta det bort, så ingen kan kjennes igjen.") % {
        "what": what
    }


def without(kinds: Iterable[str]) -> str:
    if not kinds:
        return ""
    what = listed(FOUND.get(kind, kind) for kind in kinds)
    return gettext("Vi har fjernet %(what)s fra det du skrev.") % {"what": what}


@dataclass(frozen=True)
class GuardOffer:
    """What the page offers: to remove what was found, or to confirm that `words` are harmless."""

    removes: bool
    words: tuple[str, ...] = ()


class StyrkForm(forms.Form):
    """A form that guards its free text.

    `guard_offer` is set after validation when the page must offer something; `guard_seen` tells that
    the writer has answered the question about likely names. `sometimes` names the fields that must be
    filled in or not by what is answered elsewhere in the form; they are not called optional.
    """

    sometimes: ClassVar[tuple[str, ...]] = ()
    use_required_attribute = False
    guard_offer: GuardOffer | None = None

    @property
    def guard_seen(self) -> bool:
        return self.is_bound and bool(self.data.get(SEEN))

    @property
    def guard_removed(self) -> str:
        """What is no longer in the words that one typed here before, in words."""
        return "" if self.is_bound else without(self.initial.get(REMOVED) or [])

    def full_clean(self) -> None:
        if self.is_bound and self.data.get(REDACT):
            self.data = redacted(self)
        for field in self.fields.values():
            plain_words(field)
        super().full_clean()

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """Of several texts for a field that takes one, the last: as where they are sent."""
        initial = super().get_initial_for_field(field, field_name)
        if isinstance(initial, list) and not getattr(
            field.widget, "allow_multiple_selected", False
        ):
            return initial[-1] if initial else None
        return initial

    # Not `clean`: a subclass that forgets super().clean() must not switch the guard off.
    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        self.guard_offer = removal(self) or question(self)


def plain_words(field: forms.Field) -> None:
    """Say what is missing in our own words, unless the field has words of its own."""
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        field.error_messages["required"] = str(missing(field))
    standard = forms.ChoiceField.default_error_messages["invalid_choice"]
    if field.error_messages.get("invalid_choice") == standard:
        field.error_messages["invalid_choice"] = str(EMPTY_CHOICE)
    field.error_messages.setdefault("max_length", str(TOO_LONG))


def missing(field: forms.Field) -> str | Promise:
    if isinstance(field, forms.BooleanField):
        return EMPTY_TICK
    return EMPTY_CHOICE if isinstance(field, forms.ChoiceField) else EMPTY_TEXT


def guarded(form: forms.Form) -> Iterator[str]:
    return (name for name, field in form.fields.items() if isinstance(field, GuardedText))


def redacted(form: forms.Form) -> Any:
    """The posted data with what identifies a patient taken out of the free text."""
    data: Any = form.data
    data = data.copy()
    for key in map(form.add_prefix, guarded(form)):
        if key in data:
            data[key] = guard.redact(data[key])
    return data


def removal(form: forms.Form) -> GuardOffer | None:
    stopped = any(form.has_error(name, BLOCKED) for name in guarded(form))
    return GuardOffer(removes=True) if stopped else None


def question(form: StyrkForm) -> GuardOffer | None:
    """Ask about likely names and the like, unless the writer has answered already."""
    if form.guard_seen:
        return None
    asked: list[str] = []
    for name in guarded(form):
        for kind, words in doubtful(form[name].data or "").items():
            quoted = listed(f"«{word}»" for word in words)
            form.add_error(
                name,
                ValidationError(
                    QUESTIONS.get(kind, QUESTIONS["name"]) % {"words": quoted}, code=ASKED
                ),
            )
            asked += words
    return GuardOffer(removes=False, words=tuple(asked)) if asked else None


def doubtful(text: str) -> dict[str, list[str]]:
    """The words found of each kind the writer may answer for, in the order of the text."""
    found: dict[str, list[str]] = {}
    for finding in guard.warnings(text):
        words = found.setdefault(finding.kind, [])
        word = text[finding.start : finding.end]
        words.extend([] if word in words else [word])
    return found
