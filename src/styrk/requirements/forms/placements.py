"""Forms about requirements that are placed with a unit."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.organisation.models import Person, Unit
from styrk.requirements import periods
from styrk.requirements.models import Placement
from styrk.requirements.record import ANSWER_DAYS
from styrk.requirements.states import Course, State
from styrk.requirements.types import Meaning
from styrk.ui.forms import Cards, CheckCards, DayField, Described, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 4})
COURSES = [
    (
        Course.MET,
        Described(Course.MET.label, _("Det kravet ber om, er gjort, og vi kan vise det.")),
    ),
    (
        Course.ON_COURSE,
        Described(Course.ON_COURSE.label, _("Ikke i mål ennå, men vi kommer dit i tide.")),
    ),
    (Course.AT_RISK, Described(Course.AT_RISK.label, _("Vi kan komme til ikke å nå det."))),
    (
        Course.NOT_MET,
        Described(Course.NOT_MET.label, _("Vi når det ikke, eller vi gjør det ikke.")),
    ),
]


class FilterForm(StyrkForm):
    """What the list of a unit's requirements shows."""

    enhet = forms.CharField(required=False, widget=forms.HiddenInput)
    vis = forms.ChoiceField(
        label=_("Vis"),
        required=False,
        choices=[
            ("", _("Alle som gjelder")),
            (State.PLACED, State.PLACED.label),
            ("late", _("Svaret er for sent")),
            (State.ACCEPTED, State.ACCEPTED.label),
            ("without_owner", _("Uten eier")),
            (State.NOT_APPLICABLE, State.NOT_APPLICABLE.label),
        ],
    )
    sok = forms.CharField(label=_("Søk"), required=False, max_length=200)


class MeaningForm(StyrkForm):
    """What the requirement means here."""

    meaning = GuardedText(
        label=_("Hva betyr kravet hos dere?"),
        help_text=_("Si det så konkret at alle i enheten vet hva de skal gjøre."),
        max_length=4000,
        widget=LONG,
    )
    owner = forms.ChoiceField(label=_("Hvem har ansvaret?"))
    due = DayField(label=_("Når skal det være på plass?"), required=False)
    sign = GuardedText(
        label=_("Hvordan ser vi at vi får det til?"),
        required=False,
        max_length=2000,
        widget=LONG,
    )

    def __init__(self, *args: Any, owners: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.uuid): person for person in owners}
        named = ((k, f"{p.name}, {p.title}" if p.title else p.name) for k, p in self.people.items())
        self.fields["owner"].choices = [("", _("Velg en person")), *named]  # type: ignore[attr-defined]

    def given(self) -> Meaning:
        said = self.cleaned_data
        return Meaning(said["meaning"], self.people[said["owner"]], said["sign"], said["due"])


class ReasonForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor?"), max_length=2000, widget=LONG)


class InsistForm(ReasonForm):
    answer_due = DayField(label=_("Når må de svare?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer_due"].initial = today + timedelta(days=14)


class StatusForm(StyrkForm):
    """How it goes, for one of the periods that may still be reported."""

    period = forms.ChoiceField(label=_("Periode"))
    course = forms.ChoiceField(label=_("Hvordan går det?"), choices=COURSES, widget=Cards)
    text = GuardedText(
        label=_("Hva bygger du det på, og hva gjør dere videre?"),
        help_text=_("Teksten settes sammen med de andres i rapporten oppover."),
        max_length=4000,
        widget=LONG,
    )

    def __init__(self, *args: Any, asked: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = [  # type: ignore[attr-defined]
            (period, periods.spoken(period)) for period in asked
        ]


class PassOnForm(StyrkForm):
    """Which of the units below are asked, and by when."""

    units = forms.MultipleChoiceField(label=_("Hvilke enheter skal svare?"), widget=CheckCards)
    answer_due = DayField(label=_("Når må de svare?"))

    def __init__(
        self,
        *args: Any,
        units: Iterable[Unit],
        having: Mapping[int, bool],
        today: date,
        tying: bool = False,
        **kwargs: Any,
    ) -> None:
        """`having` says of the units that have it whether it was passed on to them; where it was not,
        and one is `tying`, it may be passed on too.
        """
        super().__init__(*args, **kwargs)
        left_out = {pk for pk, was_passed_on in having.items() if was_passed_on or not tying}
        self.known = {str(unit.uuid): unit for unit in units if unit.pk not in left_out}
        self.fields["units"].choices = [  # type: ignore[attr-defined]
            (
                key,
                Described(unit.name, _("Har kravet fra før") if unit.pk in having else unit.level),
            )
            for key, unit in self.known.items()
        ]
        self.fields["answer_due"].initial = today + timedelta(days=ANSWER_DAYS)

    def chosen(self) -> list[Unit]:
        return [self.known[key] for key in self.cleaned_data["units"]]


def meaning_of(placement: Placement) -> dict[str, object]:
    """What the unit said last, to go on from."""
    return {
        "meaning": placement.meaning,
        "owner": str(placement.owner.uuid) if placement.owner else "",
        "due": placement.due or placement.requirement.due,
        "sign": placement.sign,
    }
