"""Values as they are typed: of one unit in one period, or of one indicator through its periods."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from styrk.access.typed import last
from styrk.indicators.forms.blanks import (
    Blank,
    changed,
    marked,
    number_field,
    plain,
    seen,
    text_of,
)
from styrk.indicators.types import Refused, Value
from styrk.ui.forms import GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 2})


class ValuesForm(StyrkForm):
    """Many values at once. What is left as it stands is left alone, and so is what is left empty.

    What another wrote while the page was open is never written over unseen.
    """

    reason = GuardedText(
        label=_("Hvorfor rettes tallene?"),
        help_text=_(
            "Bare når du endrer et tall som står fra før. Det gamle tallet blir stående i historikken."
        ),
        required=False,
        max_length=500,
        widget=LONG,
    )

    def __init__(self, *args: Any, blanks: Sequence[Blank], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blanks = blanks
        # The field names of what was typed before and not sent.
        self.kept = frozenset(self.initial)
        for blank in blanks:
            top, low = blank.stands or (None, None)
            self._add(f"{blank.key}_t", blank.numerator, top)
            if blank.divided:
                self._add(f"{blank.key}_n", blank.denominator, low)
            if self.kept:
                self._renew(blank)
        self.order_fields([name for name in self.fields if name != "reason"])
        self._shown: set[str] = set()
        self._sent: list[tuple[Blank, Decimal, Decimal | None]] = []

    def _add(self, name: str, label: Any, value: Decimal | None) -> None:
        self.fields[name] = number_field(label)
        if value is not None:
            self.initial.setdefault(name, plain(value))

    def rows(self) -> Iterator[tuple[Blank, BoundField, BoundField | None]]:
        for blank in self.blanks:
            low = self[f"{blank.key}_n"] if blank.divided else None
            yield blank, self[f"{blank.key}_t"], low

    def seen(self, blank: Blank) -> str:
        """The mark that the page carries: of what stands now where the person is told of it."""
        return blank.mark if blank.key in self._shown else seen(self, blank)

    def groups(self) -> list[tuple[str, list[tuple[Blank, BoundField, BoundField | None]]]]:
        found: dict[str, list[tuple[Blank, BoundField, BoundField | None]]] = {}
        for row in self.rows():
            found.setdefault(row[0].group, []).append(row)
        return list(found.items())

    def is_unsaved(self, blank: Blank) -> bool:
        """Whether the row shows something else than what stands, which would be saved with the others."""
        texts = self._texts(blank)
        try:
            numbers = [self.fields[name].clean(text) for name, text in texts.items()]
        except forms.ValidationError:
            return True
        top, low = [*numbers, None][:2]
        half = blank.divided and (top is None) != (low is None)
        return half or (top is not None and marked(top, low) not in {blank.mark, seen(self, blank)})

    def unsaved(self) -> list[tuple[Blank, BoundField, str]]:
        """The rows that would be saved, each with what is typed there."""
        return [
            (blank, top, " / ".join(text or "–" for text in self._texts(blank).values()))
            for blank, top, _low in self.rows()
            if self.is_unsaved(blank)
        ]

    def _texts(self, blank: Blank) -> dict[str, str]:
        """What the fields of the row show."""
        given = self.data if self.is_bound else self.initial
        names = [one for one in (f"{blank.key}_t", f"{blank.key}_n") if one in self.fields]
        shown = {name: given.get(name) or "" for name in names}
        return {
            name: text_of(one) if isinstance(one, Decimal) else last(one)
            for name, one in shown.items()
        }

    def _renew(self, blank: Blank) -> None:
        """A draft also holds the rows that were left alone: those show what stands now."""
        top, low = blank.stands or (None, None)
        if any(self._texts(blank).values()) and not self.is_unsaved(blank):
            self.initial.pop(blank.seen_name, None)
            for name, value in ((f"{blank.key}_t", top), (f"{blank.key}_n", low)):
                self.initial[name] = None if value is None else plain(value)

    @property
    def corrects(self) -> bool:
        """Whether anything stands that could be corrected here."""
        return any(blank.stands for blank in self.blanks)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for blank in self.blanks:
            top, low = given.get(f"{blank.key}_t"), given.get(f"{blank.key}_n")
            self._both(blank, top, low)
        for blank, _top, _low in self._given():
            if seen(self, blank) != blank.mark:
                self._shown.add(blank.key)
        if self._corrected() and not given.get("reason") and not self.has_error("reason"):
            self.add_error("reason", _("Du retter tall som står fra før. Si hvorfor."))
        for blank in self.blanks:
            if blank.key in self._shown:
                self.add_error(f"{blank.key}_t", changed(blank))
        return given

    def _both(self, blank: Blank, top: object, low: object) -> None:
        if not blank.divided or (top is None) == (low is None):
            return
        lacking = f"{blank.key}_t" if top is None else f"{blank.key}_n"
        if not self.has_error(lacking):
            self.add_error(lacking, _("Fyll ut begge tallene, eller ingen av dem."))

    def _given(self) -> list[tuple[Blank, Decimal, Decimal | None]]:
        """What is typed, and stands neither now nor when the page was made."""
        found = []
        for blank in self.blanks:
            top = self.cleaned_data.get(f"{blank.key}_t")
            low = self.cleaned_data.get(f"{blank.key}_n")
            if top is None or marked(top, low) in {blank.mark, seen(self, blank)}:
                continue
            found.append((blank, top, low))
        return found

    def _corrected(self) -> bool:
        return any(blank.stands for blank, _top, _low in self._given())

    def values(self, unit_id: int, of: str) -> list[Value]:
        reason = self.cleaned_data["reason"]
        self._sent = self._given()
        return [
            Value(
                blank.indicator_id,
                unit_id,
                blank.period,
                top,
                low,
                of,
                reason if blank.stands else "",
            )
            for blank, top, low in self._sent
        ]

    @property
    def named(self) -> list[str]:
        """What was sent, by what the rows are called."""
        return [blank.label for blank, _top, _low in self._sent]

    def say(self, refused: Refused, words: str) -> None:
        """Beside the value that is refused."""
        blank, _top, _low = self._sent[refused.position]
        low = refused.why.endswith("denominator")
        self.add_error(f"{blank.key}_n" if low and blank.divided else f"{blank.key}_t", words)


class CorrectForm(StyrkForm):
    """Another value for a period, or none after all."""

    numerator = number_field("")
    denominator = number_field("")
    take_back = forms.BooleanField(
        label=_("Tallet skal ikke stå her. Ta det bort."), required=False
    )
    reason = GuardedText(label=_("Hvorfor?"), max_length=500, widget=LONG)

    def __init__(self, *args: Any, blank: Blank, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blank = blank
        self._shown = False
        self.fields["numerator"].label = blank.numerator
        if blank.divided:
            self.fields["denominator"].label = blank.denominator
        else:
            del self.fields["denominator"]
        top, low = blank.stands or (None, None)
        for name, value in (("numerator", top), ("denominator", low)):
            if value is not None:
                self.initial.setdefault(name, plain(value))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in ("numerator", "denominator"):
            empty = name in self.fields and given.get(name) is None
            if empty and not given.get("take_back") and not self.has_error(name):
                self.add_error(name, _("Fyll ut dette, eller ta tallet bort."))
        if seen(self, self.blank) != self.blank.mark and not self.has_error("numerator"):
            self.add_error("numerator", changed(self.blank))
            self._shown = True
        return given

    def seen(self) -> str:
        """As in `ValuesForm`."""
        return self.blank.mark if self._shown else seen(self, self.blank)

    def value(self, unit_id: int, of: str) -> Value:
        said = self.cleaned_data
        return Value(
            self.blank.indicator_id,
            unit_id,
            self.blank.period,
            said["numerator"],
            said.get("denominator"),
            of,
            said["reason"],
        )
