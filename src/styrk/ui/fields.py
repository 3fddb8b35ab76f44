"""Form fields and widgets for what Norwegians type: days, moments, decimal commas, photos."""

from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.core import clock, ids

ISO_DAY = "%Y-%m-%d"
ISO_MOMENT = "%Y-%m-%dT%H:%M"
DAYS = (ISO_DAY, "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y")
CLOCKS = ("%H:%M", "%H.%M", "kl. %H:%M", "kl. %H.%M", "kl %H:%M", "kl %H.%M")
FIRST_YEAR = 1900
LONG_AGO = _("Se på årstallet: skriv det med fire sifre, og ikke før 1900.")
MOMENTS = (ISO_MOMENT, f"{ISO_MOMENT}:%S", *(f"{day} {time}" for day in DAYS for time in CLOCKS))


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format=ISO_DAY)


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format=ISO_MOMENT)


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class Chips(forms.RadioSelect):
    """One of a few short words, side by side."""

    layout = "chips"


class Cards(forms.RadioSelect):
    """One of a few choices that each carry an explanation."""

    layout = "cards"


class CheckChips(forms.CheckboxSelectMultiple):
    layout = "chips"


class CheckCards(forms.CheckboxSelectMultiple):
    layout = "cards"


class FoldedChecks(forms.CheckboxSelectMultiple):
    """Many, in named groups that are folded, with a field to search them by."""

    layout = "folded"


def refuse_long_ago(on: date) -> None:
    """Nobody means a year before this one: a digit is missing, or the clock of the machine is wrong."""
    if on.year < FIRST_YEAR:
        raise forms.ValidationError(LONG_AGO, code="long_ago")


class DayField(forms.DateField):
    """A date: the browser's own picker, or typed as 21.11.2026."""

    widget = DayInput
    default_error_messages = {"invalid": _("Skriv datoen som 21.11.2026.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=DAYS, **kwargs)

    def to_python(self, value: Any) -> date | None:
        on = super().to_python(value)
        if on is not None:
            refuse_long_ago(on)
        return on


class MomentField(forms.DateTimeField):
    """A date and time in Oslo, given back aware; also typed as «21.11.2026 kl. 14.05»."""

    widget = MomentInput
    default_error_messages = {"invalid": _("Skriv dato og klokkeslett som 21.11.2026 14:05.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=MOMENTS, **kwargs)

    def to_python(self, value: datetime | date | str | None) -> datetime | None:
        """The hour that comes twice in October is taken for the first; the one lost in March is none."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        typed = self._typed(" ".join(value.split()))
        refuse_long_ago(typed)
        at = typed.replace(tzinfo=clock.OSLO)
        if clock.oslo(at.astimezone(UTC)).replace(tzinfo=None) != typed:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return at

    def _typed(self, text: str) -> datetime:
        for form in MOMENTS:
            with suppress(ValueError):
                return datetime.strptime(text, form)  # noqa: DTZ007 - the zone is set above
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")

    def prepare_value(self, value: object) -> object:
        if isinstance(value, datetime) and value.tzinfo:
            return clock.oslo(value).replace(tzinfo=None)
        return value


class CommaDecimalField(forms.DecimalField):
    """A number with decimal comma; a point and spaces between thousands are understood too."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {"invalid": _("Skriv et tall, for eksempel 12,5.")}

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if isinstance(value, str):
            value = "".join(value.split()).replace(",", ".").replace("\u2212", "-")
        return super().to_python(value)

    def prepare_value(self, value: object) -> object:
        if not isinstance(value, Decimal | float):
            return value
        written = f"{value:f}" if isinstance(value, Decimal) else f"{value}"  # never 1E+1
        return written.replace(".", ",")


class FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"multiple": True} | (attrs or {}))


class FilesField(forms.FileField):
    """Several files; cleaned to a list, empty when none was chosen."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list | tuple) else [data]
        cleaned = [super(FilesField, self).clean(file, initial) for file in files or [None]]
        return [file for file in cleaned if file]


def sent_once() -> forms.UUIDField:
    """A hidden word of the form's own, by which the same form sent twice is known."""
    return forms.UUIDField(widget=forms.HiddenInput, required=False, initial=ids.new_uuid)
