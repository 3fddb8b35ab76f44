"""Forms of the action pages: turn a request into clean arguments, nothing else."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.actions.rules import LONGEST_WAIT, default_review, first_review, latest_wait
from styrk.actions.states import Effect, Level, Listing
from styrk.actions.types import Plan
from styrk.organisation.models import Person, Unit
from styrk.ui.boxes import Offer
from styrk.ui.forms import Cards, DayField, Described, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 3})
LEVELS = [
    (
        Level.SYSTEM,
        Described(
            Level.SYSTEM.label,
            _(
                "Endrer utstyr, lokaler, bemanning eller IKT, så det blir lett å gjøre rett. Virker best."
            ),
        ),
    ),
    (
        Level.ROUTINE,
        Described(
            Level.ROUTINE.label,
            _("Endrer hvordan vi jobber: prosedyre, sjekkliste, opplæring for alle."),
        ),
    ),
    (
        Level.PERSON,
        Described(
            Level.PERSON.label,
            _("Minner om eller veileder enkeltpersoner. Har ofte liten effekt alene."),
        ),
    ),
]
EFFECTS = [
    (Effect.WORKED, Described(Effect.WORKED.label, _("Det som skulle endre seg, har endret seg."))),
    (Effect.PARTLY, Described(Effect.PARTLY.label, _("Noe er bedre, men ikke alt."))),
    (
        Effect.NOT_WORKED,
        Described(Effect.NOT_WORKED.label, _("Det hjalp ikke. Da bestemmer du et nytt tiltak.")),
    ),
    (
        Effect.TOO_EARLY,
        Described(Effect.TOO_EARLY.label, _("Vi må se an. Da velger du en ny dato.")),
    ),
]


FURTHEST = timedelta(days=3660)


def _deadline(due: date, today: date) -> date:
    if due < today:
        raise forms.ValidationError(_("Fristen må være i dag eller senere."))
    if due > today + FURTHEST:
        raise forms.ValidationError(_("Fristen er for langt fram. Velg en dag innen ti år."))
    return due


def _review_fault(review_on: date, due: date) -> Any:
    """What is wrong with the day one is to look, if anything."""
    if review_on < first_review(due):
        return _("Velg en dag etter fristen. Virkningen kan ikke ses samme dag.")
    if review_on > due + LONGEST_WAIT:
        return _("Velg en dag innen et år etter fristen.")
    return None


def _among(field: Any, people: Iterable[Person]) -> dict[str, Person]:
    """Let the field choose among these people; gives them by what it answers."""
    known = {str(person.uuid): person for person in people}
    named = ((key, f"{p.name}, {p.title}" if p.title else p.name) for key, p in known.items())
    field.choices = [("", _("Velg en person")), *named]
    return known


class PlanForm(StyrkForm):
    """A new action: what, why, who, when, and how we will see that it helped."""

    title = GuardedText(label=_("Hva skal gjøres?"), max_length=200)
    change = GuardedText(label=_("Hva skal bli annerledes?"), max_length=2000, widget=LONG)
    sign = GuardedText(
        label=_("Hvordan ser vi at det virker?"),
        help_text=_("For eksempel: ingen nye fall på badet om natten de neste tre månedene."),
        max_length=2000,
        widget=LONG,
    )
    level = forms.ChoiceField(label=_("Hva slags tiltak er det?"), choices=LEVELS, widget=Cards)
    owner = forms.ChoiceField(label=_("Hvem eier tiltaket?"))
    due = DayField(label=_("Frist"))
    review_on = DayField(
        label=_("Når ser vi etter om det virket?"),
        help_text=_("Tom dato gir tre måneder etter fristen."),
        required=False,
    )

    def __init__(
        self, *args: Any, unit: Unit, owners: Iterable[Person], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.today = today
        self.people = _among(self.fields["owner"], owners)
        self.fields["due"].initial = today + timedelta(days=30)

    def clean_due(self) -> date:
        return _deadline(self.cleaned_data["due"], self.today)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        due, review_on = given.get("due"), given.get("review_on")
        if due and review_on and (fault := _review_fault(review_on, due)):
            self.add_error("review_on", fault)
        return given

    @property
    def begun(self) -> bool:
        """Whether something is typed in it that the page did not put there."""
        asked = ("title", "change", "sign", "level", "owner")
        return self.is_bound or any(self.initial.get(name) for name in asked)

    def plan(self) -> Plan:
        """The clean arguments of `raise_action`."""
        given = self.cleaned_data
        return Plan(
            unit=self.unit,
            title=given["title"],
            change=given["change"],
            sign=given["sign"],
            level=given["level"],
            owner=self.people[given["owner"]],
            due=given["due"],
            review_on=given["review_on"] or default_review(given["due"]),
        )


class DoneForm(StyrkForm):
    note = GuardedText(label=_("Hva er gjort?"), required=False, max_length=2000, widget=LONG)


class JudgeForm(StyrkForm):
    effect = forms.ChoiceField(label=_("Virket tiltaket?"), choices=EFFECTS, widget=Cards)
    reason = GuardedText(
        label=_("Hva bygger du det på?"),
        max_length=2000,
        widget=LONG,
        help_text=_("Hva har du sett, målt eller hørt?"),
    )
    next_review_on = DayField(
        label=_("Ny dato for å se etter"),
        required=False,
        help_text=_("Bare når det er for tidlig å si."),
    )

    take = forms.BooleanField(label=_("Ta med det tallene sier, i begrunnelsen"), required=False)

    def __init__(
        self, *args: Any, today: date, review_on: date, offer: Offer | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.review_on = review_on
        self.offer = offer
        if offer is None:
            del self.fields["take"]
            return
        self.fields["take"].help_text = offer.text
        self.fields["reason"].required = not (self.is_bound and self.data.get("take"))
        if offer.day and self.today < offer.day <= latest_wait(review_on, today):
            self.fields["next_review_on"].initial = max(offer.day, review_on)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.offer and self.data.get("seen") != self.offer.key:
            self.add_error(None, _("Tallene har svart på nytt. Se på svaret før du lagrer."))
        if self.offer and given.get("take"):
            given["reason"] = "\n\n".join(filter(None, [given.get("reason"), self.offer.text]))
        if given.get("effect") == Effect.TOO_EARLY and (fault := self._fault(given)):
            self.add_error("next_review_on", fault)
        if given.get("effect") in {Effect.WORKED, Effect.PARTLY} and self.today < self.review_on:
            self.add_error(
                "effect", _("Det er for tidlig å si at det virket. Vent til dagen som er avtalt.")
            )
        return given

    def _fault(self, given: dict[str, Any]) -> Any:
        later = given.get("next_review_on")
        if later is None or later <= self.today:
            return _("Velg en dato etter i dag.")
        if later < self.review_on:
            return _("Velg ikke en dag før den som er avtalt.")
        if later > latest_wait(self.review_on, self.today):
            return _("Velg en dag innen et år.")
        return None

    @property
    def needs_next_plan(self) -> bool:
        return self.cleaned_data.get("effect") == Effect.NOT_WORKED


class DeadlineForm(StyrkForm):
    due = DayField(label=_("Ny frist"))
    review_on = DayField(
        label=_("Når ser vi etter om det virket?"),
        required=False,
        help_text=_(
            "Lar du dagen stå, flyttes den bare når den ellers kommer før fristen, og da like mange"
            " dager."
        ),
    )
    reason = GuardedText(label=_("Hvorfor flyttes fristen?"), max_length=1000, widget=LONG)

    def __init__(self, *args: Any, today: date, agreed: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.agreed = agreed
        self.fields["review_on"].initial = agreed

    def clean_due(self) -> date:
        return _deadline(self.cleaned_data["due"], self.today)

    def clean_review_on(self) -> date | None:
        """The day if another is chosen than the one agreed; else None."""
        given: date | None = self.cleaned_data["review_on"]
        return None if given == self.agreed else given

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        due, review_on = given.get("due"), given.get("review_on")
        if due and review_on and (fault := _review_fault(review_on, due)):
            self.add_error("review_on", fault)
        return given


class HandOverForm(StyrkForm):
    owner = forms.ChoiceField(label=_("Hvem skal eie tiltaket?"))
    reason = GuardedText(
        label=_("Hvorfor får det en ny eier?"),
        help_text=_("Alle som ser tiltaket, leser dette. Skriv ikke om sykdom eller annet privat."),
        max_length=1000,
        widget=LONG,
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = _among(self.fields["owner"], people)

    @property
    def chosen(self) -> Person:
        return self.people[self.cleaned_data["owner"]]


class DropForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor går vi ikke videre?"), max_length=1000, widget=LONG)


class ObjectForm(StyrkForm):
    text = GuardedText(
        label=_("Hva er det som ikke virker?"),
        help_text=_("Den som eier det, svarer deg."),
        max_length=2000,
        widget=LONG,
    )


class AnswerForm(StyrkForm):
    answer = GuardedText(
        label=_("Hva svarer du?"),
        help_text=_("Si hva du gjør med det, eller hvorfor det står som det står."),
        max_length=2000,
        widget=LONG,
    )


class FilterForm(StyrkForm):
    """What the register is limited to; anything unknown in the address is ignored."""

    vis = forms.ChoiceField(
        label=_("Vis"),
        required=False,
        choices=[("", _("Alle tiltak")), *Listing.choices],
    )
