"""Forms of the goal pages: turn a request into clean arguments, nothing else."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.actions import forms as objecting
from styrk.actions.models import Action
from styrk.goals.aim import Aim
from styrk.goals.models import Goal
from styrk.goals.states import Direction, State
from styrk.organisation.models import Person
from styrk.requirements.models import Placement
from styrk.ui.forms import (
    Cards,
    Chips,
    CommaDecimalField,
    DayField,
    Described,
    GuardedText,
    StyrkForm,
)

LONG = forms.Textarea(attrs={"rows": 3})
YEARS = (2000, 2100)
YEAR = forms.NumberInput(attrs={"inputmode": "numeric"})


class FilterForm(StyrkForm):
    """What a unit's goals are limited to; anything unknown in the address is ignored."""

    vis = forms.ChoiceField(
        label=_("Vis"), required=False, choices=[("", _("Alle som gjelder")), *State.choices]
    )


class AimForm(StyrkForm):
    """What the unit wants to reach, why, who owns it, and where it comes from."""

    title = GuardedText(label=_("Hva vil dere oppnå?"), max_length=200)
    origin = forms.ChoiceField(label=_("Hvor kommer målet fra?"), required=False)
    why = GuardedText(label=_("Hvorfor?"), required=False, max_length=2000, widget=LONG)
    direction = forms.ChoiceField(
        label=_("Hvilken vei skal det?"), choices=Direction.choices, widget=Chips
    )
    target = CommaDecimalField(
        label=_("Måltall"),
        help_text=_("Lar målet seg ikke telle, si det med ord lenger ned."),
        required=False,
        max_digits=15,
        decimal_places=3,
    )
    measured_in = GuardedText(
        label=_("Målt i"),
        help_text=_("For eksempel dager eller prosent."),
        required=False,
        max_length=40,
    )
    target_on = DayField(label=_("Innen"), required=False)
    target_words = GuardedText(
        label=_("Målet med ord"), required=False, max_length=1000, widget=LONG
    )
    owner = forms.ChoiceField(label=_("Hvem eier målet?"))
    first_year = forms.IntegerField(
        label=_("Fra år"), min_value=YEARS[0], max_value=YEARS[1], widget=YEAR
    )
    last_year = forms.IntegerField(
        label=_("Til og med år"), min_value=YEARS[0], max_value=YEARS[1], widget=YEAR
    )

    def __init__(
        self,
        *args: Any,
        owners: Iterable[Person],
        placements: Iterable[Placement],
        goals: Iterable[Goal],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.uuid): person for person in owners}
        named = ((k, f"{p.name}, {p.title}" if p.title else p.name) for k, p in self.people.items())
        self.fields["owner"].choices = [("", _("Velg en person")), *named]  # type: ignore[attr-defined]
        self.placements = {str(one.uuid): one for one in placements}
        self.goals = {str(one.uuid): one for one in goals}
        self.fields["origin"].choices = self._origins()  # type: ignore[attr-defined]

    def _origins(self) -> list[Any]:
        asked = [(key, str(one.requirement)) for key, one in self.placements.items()]
        over = [(key, f"{one.title} ({one.unit.name})") for key, one in self.goals.items()]
        groups = [(_("Krav dere har tatt imot"), asked), (_("Mål ovenfra"), over)]
        return [("", _("Enheten selv")), *((name, found) for name, found in groups if found)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        self._look_at_target(given)
        first, last = given.get("first_year"), given.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("Det siste året kan ikke være før det første."))
        return given

    def _look_at_target(self, given: dict[str, Any]) -> None:
        if given.get("target") is None:
            if not given.get("target_words") and not self.has_error("target"):
                self.add_error("target", _("Skriv et måltall, eller si målet med ord."))
            return
        if not given.get("measured_in") and not self.has_error("measured_in"):
            self.add_error("measured_in", _("Si hva tallet er målt i."))
        if not given.get("target_on") and not self.has_error("target_on"):
            self.add_error("target_on", _("Si når tallet skal være nådd."))

    def aim(self) -> Aim:
        said = dict(self.cleaned_data)
        origin = said.pop("origin")
        return Aim(
            **said | {"owner": self.people[said["owner"]]},
            placement=self.placements.get(origin),
            above=self.goals.get(origin),
        )


def aim_of(goal: Goal) -> dict[str, object]:
    """What is said of the goal now, to go on from."""
    plain = (
        "title",
        "why",
        "direction",
        "target",
        "measured_in",
        "target_on",
        "target_words",
        "first_year",
        "last_year",
    )
    origin = goal.placement or goal.above
    return {name: getattr(goal, name) for name in plain} | {
        "owner": str(goal.owner.uuid),
        "origin": str(origin.uuid) if origin else "",
        "target": goal.target.normalize() if goal.target is not None else None,
    }


class FollowForm(StyrkForm):
    current = GuardedText(
        label=_("Hvor står dere nå?"),
        help_text=_("Si det med tall om du har dem, og hva du bygger det på."),
        max_length=2000,
        widget=LONG,
    )


class ReachForm(StyrkForm):
    reason = GuardedText(
        label=_("Hvordan ser dere at målet er nådd?"), max_length=2000, widget=LONG
    )


class DropForm(StyrkForm):
    reason = GuardedText(
        label=_("Hvorfor går dere ikke videre med målet?"), max_length=2000, widget=LONG
    )


class ObjectForm(objecting.ObjectForm):
    """What does not work: the goal, or one of the actions that the person may see."""

    about = forms.ChoiceField(label=_("Hva gjelder det?"), required=False, widget=Cards)
    field_order = ("about",)

    def __init__(self, *args: Any, goal: Goal, actions: Iterable[Action], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(action.uuid): action for action in actions}
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            ("", Described(_("Målet"), goal.title)),
            *((key, Described(_("Et tiltak"), one.title)) for key, one in self.known.items()),
        ]
        if not self.known:
            del self.fields["about"]

    @property
    def action(self) -> Action | None:
        return self.known.get(self.cleaned_data.get("about", ""))
