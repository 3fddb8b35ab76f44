"""Forms of the rota: what it is, and who is on call in a week."""

import re
from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.organisation.models import Person
from styrk.serious.types import Watch
from styrk.ui.forms import GuardedText, StyrkForm

# More than a day's shifts can be.
MOST = 4
CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[.:]([0-5]\d))?")


class BareForm(StyrkForm):
    """Nothing is asked."""


class RotaForm(StyrkForm):
    role = GuardedText(
        label=_("Hva heter vakta?"),
        help_text=_("For eksempel: Vakthavende leder, Bakvakt."),
        max_length=80,
    )
    changes = forms.CharField(
        label=_("Når skifter vakta?"),
        help_text=_("Klokkeslett på døgnet, med komma mellom. For eksempel: 08.00, 15.30."),
        max_length=60,
    )
    minutes = forms.IntegerField(
        label=_("Hvor mange minutter venter Styrk på kvittering?"),
        help_text=_("Kommer det ingen, spør Styrk den neste."),
        min_value=1,
        max_value=240,
    )

    def clean_changes(self) -> tuple[time, ...]:
        parts = [one.strip() for one in self.cleaned_data["changes"].split(",") if one.strip()]
        found = [CLOCK.fullmatch(one) for one in parts]
        told = {time(int(one[1]), int(one[2] or 0)) for one in found if one}
        if not told or None in found or len(told) > MOST:
            raise forms.ValidationError(
                _("Skriv ett til fire klokkeslett, med komma mellom: 08.00, 15.30.")
            )
        return tuple(sorted(told))

    def watch(self) -> Watch:
        return Watch(**self.cleaned_data)


def said(changes: Iterable[time]) -> str:
    return ", ".join(f"{at:%H.%M}" for at in changes)


class WeekForm(StyrkForm):
    """A person for each shift of the week, or nobody."""

    def __init__(
        self,
        *args: Any,
        turns: Sequence[tuple[str, Person | None]],
        people: Iterable[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        held = [person for _words, person in turns if person]
        everyone = {str(one.uuid): one for one in [*people, *held]}
        self.people = dict(sorted(everyone.items(), key=lambda item: (item[1].name, item[1].pk)))
        named = [
            (key, f"{p.name}, {p.title}" if p.title else p.name) for key, p in self.people.items()
        ]
        for number, (words, person) in enumerate(turns):
            self.fields[f"shift{number}"] = forms.ChoiceField(
                label=words,
                choices=[("", _("Ingen har vakt")), *named],
                required=False,
                initial=str(person.uuid) if person else "",
            )

    def chosen(self) -> list[Person | None]:
        return [self.people.get(self.cleaned_data[name]) for name in self.fields]
