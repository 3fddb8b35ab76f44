"""What a field says, as it is read: the label of what was chosen, the day in words."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from styrk.ui.words import spoken_day


def said(field: forms.Field, value: Any) -> str:
    """A value as it is read; also one as JSON has it. Of a choice that is none, its own words."""
    if isinstance(field, forms.ChoiceField):
        return _chosen(field, value)
    if isinstance(value, str) and value and isinstance(field, forms.DateField):
        value = date.fromisoformat(value)
    if isinstance(value, date):
        return spoken_day(value)
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if value in (None, ""):
        return _("Ikke fylt ut")
    shown = field.prepare_value(value)
    return str(shown).replace(".", ",") if isinstance(field, forms.DecimalField) else str(shown)


def _chosen(field: forms.ChoiceField, value: Any) -> str:
    labels = dict(_choices(field.choices))
    given = [f"{one}" for one in (value if isinstance(value, list) else [value]) if one is not None]
    return ", ".join(labels.get(one, one) for one in given if one or one in labels) or _(
        "Ikke valgt"
    )


def _choices(choices: Any) -> Iterator[tuple[str, str]]:
    """Each choice and its label, also those in groups."""
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from _choices(label)
        else:
            yield f"{key}", f"{label}"
