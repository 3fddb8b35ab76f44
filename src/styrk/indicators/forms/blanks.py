"""A value that may be typed: what stands there, and what the person saw when the page was made."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from styrk.access.meanwhile import mark_of
from styrk.access.typed import last
from styrk.indicators.models.defining import DECIMALS, DIGITS
from styrk.ui.forms import CommaDecimalField

type Stands = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True)
class Blank:
    """A value that may be typed: of what, when, what is counted, and what stands there already.

    `key` tells it from the others in the form. `sum_words` is what the units below add up to.
    """

    key: str
    indicator_id: int
    period: date
    label: str
    numerator: str
    denominator: str
    divided: bool
    stands: Stands | None = None
    group: str = ""
    sum_words: str = ""
    note: str = ""

    @property
    def stands_words(self) -> str:
        """What is saved, or "" where nothing is."""
        return pair_words(*(self.stands or (None, None)))

    @property
    def seen_name(self) -> str:
        """The hidden field with the mark of what stood there when the page was made."""
        return f"{self.key}_s"

    @property
    def mark(self) -> str:
        """Of what stands now; of nothing, none."""
        return marked(*(self.stands or (None, None)))


def marked(top: Decimal | None, low: Decimal | None) -> str:
    return "" if top is None else mark_of(text_of(top), text_of(low))


def seen(form: forms.Form, blank: Blank) -> str:
    """The mark of what the person saw, as it is sent or was kept with a draft."""
    if form.is_bound:
        return str(form.data.get(blank.seen_name, blank.mark))
    return last(form.initial.get(blank.seen_name, blank.mark))


def changed(blank: Blank) -> Any:
    """That another wrote there meanwhile: what is sent once more is sent knowingly."""
    if blank.stands is None:
        return _(
            "Imens har noen tatt bort tallet som sto her. Skal ditt stå, lagrer du en gang til."
        )
    text = _("Imens har noen skrevet %(now)s her. Skal ditt stå i stedet, lagrer du en gang til.")
    return text % {"now": pair_words(*blank.stands)}


def pair_words(top: Decimal | None, low: Decimal | None) -> str:
    return " / ".join(text_of(one) for one in (top, low) if one is not None)


def number_field(label: Any) -> CommaDecimalField:
    return CommaDecimalField(
        label=label, required=False, max_digits=DIGITS, decimal_places=DECIMALS
    )


def text_of(value: Decimal | None) -> str:
    return "" if value is None else f"{plain(value):f}".replace(".", ",")


def plain(value: Decimal) -> Decimal:
    """Without zeros that say nothing."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
