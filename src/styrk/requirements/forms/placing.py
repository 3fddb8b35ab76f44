"""Forms that send requirements out: placed by rule, and made known."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.access.roles import ROLES
from styrk.organisation.models import Unit
from styrk.requirements.models import Requirement
from styrk.requirements.queries import Level
from styrk.requirements.record import ANSWER_DAYS
from styrk.ui.forms import CheckChips, DayField, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 4})


class PlaceForm(StyrkForm):
    """All units of a level get the requirement, or every one of an edition that lies with nobody."""

    part = forms.ChoiceField(
        label=_("Hvilke krav?"),
        required=False,
        help_text=_("Bare krav som ikke er lagt til noen fra før, blir med."),
    )
    level = forms.ChoiceField(label=_("Hvilke enheter skal svare?"))
    answer_due = DayField(label=_("Når må de svare?"))

    def __init__(
        self,
        *args: Any,
        levels: Iterable[Level],
        parts: Iterable[Requirement] | None,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.levels = {f"{one.above.uuid}:{one.name}": one for one in levels}
        grouped: dict[str, list[tuple[str, str]]] = {}
        for key, one in self.levels.items():
            label = f"{one.name} ({len(one.units)})"
            under = gettext("Under %(unit)s") % {"unit": one.above.name}
            grouped.setdefault(under, []).append((key, label))
        self.fields["level"].choices = [("", _("Velg nivå")), *grouped.items()]  # type: ignore[attr-defined]
        self.fields["answer_due"].initial = today + timedelta(days=ANSWER_DAYS)
        self.parts = {str(one.uuid): one for one in parts or ()}
        if parts is None:
            del self.fields["part"]
        else:
            named = [(key, str(one)) for key, one in self.parts.items()]
            self.fields["part"].choices = [("", _("Alle krav i utgaven")), *named]  # type: ignore[attr-defined]

    def chosen(self) -> Level:
        return self.levels[self.cleaned_data["level"]]

    def part_of(self) -> Requirement | None:
        return self.parts.get(self.cleaned_data.get("part", ""))

    def rule(self) -> str:
        """How the units were chosen, in words that are kept."""
        level = self.chosen()
        return f"Alle på nivået {level.name} under {level.above.name}"


class AnnounceForm(StyrkForm):
    """Who needs to know of an edition, and what they are told."""

    unit = forms.ChoiceField(label=_("I hvilken del av virksomheten?"))
    roles = forms.MultipleChoiceField(
        label=_("Hvem må kjenne til dette?"),
        widget=CheckChips,
        choices=[(role.code, role.name) for role in ROLES.values()],
    )
    text = GuardedText(
        label=_("Hva bør de vite?"),
        help_text=_("Si kort hva som er nytt, og hva det betyr for dem."),
        max_length=2000,
        widget=LONG,
    )

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(unit.uuid): unit for unit in units}
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            (key, unit.name) for key, unit in self.units.items()
        ]

    def chosen(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]
