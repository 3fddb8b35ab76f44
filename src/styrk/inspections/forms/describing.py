"""Saying what an audit is, and what it found."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.inspections.models import Audit, Finding
from styrk.inspections.states import AuditKind, FindingKind
from styrk.inspections.types import Found, Mandate
from styrk.organisation.forms import PersonLookup, plain_text
from styrk.organisation.models import Person, Unit
from styrk.requirements.models import Authority, Edition, Requirement
from styrk.ui.forms import (
    Cards,
    CheckChips,
    Chips,
    DayField,
    Described,
    FoldedChecks,
    GuardedText,
    StyrkForm,
)

LONG = forms.Textarea(attrs={"rows": 4})
SHORT = forms.Textarea(attrs={"rows": 3})
# Units that one writes line by line; more are looked at as the one above them.
MOST_UNITS = 30
FINDING_KINDS = [
    (
        FindingKind.ORDER,
        Described(_("Pålegg"), _("Tilsynsmyndigheten krever retting innen en frist."), "danger"),
    ),
    (
        FindingKind.BREACH,
        Described(_("Lovbrudd"), _("Et krav i lov eller forskrift er brutt."), "danger"),
    ),
    (FindingKind.DEVIATION, Described(_("Avvik"), _("Et krav er ikke oppfylt."), "warning")),
    (
        FindingKind.REMARK,
        Described(_("Merknad"), _("Noe kan bli bedre, uten at et krav er brutt."), "info"),
    ),
    (FindingKind.GOOD, Described(_("God praksis"), _("Noe andre kan lære av."), "success")),
]
type Groups = list[tuple[str, list[tuple[str, str]]]]
type Named = Callable[[list[str]], Mapping[str, list[Unit]]]


def units_said(text: str, named: Named) -> tuple[Unit, ...]:
    """The units that are written line by line, each by its code or whole name."""
    words = list(dict.fromkeys(filter(None, map(str.strip, text.splitlines()))))
    if len(words) > MOST_UNITS:
        raise forms.ValidationError(_("Skriv høyst 30 enheter. Bruk heller enheten over dem."))
    found = named(words)
    for word in words:
        if not found.get(word):
            raise forms.ValidationError(
                _("Fant ingen enhet som heter «%(word)s»."), params={"word": word}
            )
        if len(found[word]) > 1:
            codes = ", ".join(one.code for one in found[word])
            raise forms.ValidationError(
                _("Flere enheter heter «%(word)s». Skriv koden: %(codes)s."),
                params={"word": word, "codes": codes},
            )
    return tuple(dict.fromkeys(found[word][0] for word in words))


def by_edition(requirements: Mapping[str, Requirement]) -> Groups:
    """Requirements to choose among, in groups: the same point of two editions is told apart."""
    groups: dict[Edition, list[tuple[str, str]]] = {}
    for key, one in requirements.items():
        groups.setdefault(one.edition, []).append((key, str(one)))
    return [(str(edition), held) for edition, held in groups.items()]


class MandateForm(StyrkForm):
    """What is looked at, where, against what, when, and by whom."""

    sometimes = ("authority",)
    kind = forms.ChoiceField(label=_("Hva er det?"), choices=AuditKind.choices, widget=Chips)
    authority = forms.ChoiceField(
        label=_("Hvilken tilsynsmyndighet?"),
        help_text=_("Bare for tilsyn."),
        required=False,
    )
    title = GuardedText(
        label=_("Hva gjelder det?"),
        help_text=_("Kort. For eksempel: Tilsyn med samtykke i akuttmottaket."),
        max_length=200,
    )
    about = GuardedText(label=_("Hva skal undersøkes?"), max_length=4000, widget=LONG)
    places = GuardedText(
        label=_("Hvilke enheter?"),
        help_text=_("Skriv koden eller navnet, én enhet på hver linje. Alt under dem er med."),
        max_length=4000,
        widget=SHORT,
    )
    criteria = forms.MultipleChoiceField(
        label=_("Hvilke krav måles det mot?"), required=False, widget=FoldedChecks
    )
    criteria_words = GuardedText(
        label=_("Andre krav, med ord"), required=False, max_length=2000, widget=SHORT
    )
    starts_on = DayField(label=_("Fra"))
    ends_on = DayField(label=_("Til"))
    leader = forms.ChoiceField(
        label=_("Hvem leder det?"),
        help_text=_("Ved tilsyn: den hos dere som er kontakt og fører saken."),
    )
    team = forms.MultipleChoiceField(
        label=_("Hvem andre er på laget?"), required=False, widget=CheckChips
    )
    exempt = GuardedText(
        label=_("Unntatt offentlighet til rapporten er levert?"),
        help_text=_("Skriv grunnlaget, for eksempel offentleglova § 24. La stå tomt ellers."),
        required=False,
        max_length=200,
    )

    def __init__(
        self,
        *args: Any,
        unit: Unit,
        named: Named,
        people: Iterable[Person],
        authorities: Iterable[Authority],
        requirements: Iterable[Requirement],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.unit, self.named = unit, named
        self.people = {str(one.uuid): one for one in people}
        self.authorities = {str(one.uuid): one for one in authorities}
        self.requirements = {str(one.uuid): one for one in requirements}
        names = [(key, one.name) for key, one in self.people.items()]
        self._choose("leader", [("", _("Velg en person")), *names])
        self._choose("team", names)
        held = [(key, one.name) for key, one in self.authorities.items()]
        self._choose("authority", [("", _("Ingen")), *held])
        self._choose("criteria", by_edition(self.requirements))
        for name, having in (("criteria", self.requirements), ("team", names)):
            if not having:
                del self.fields[name]

    def _choose(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_places(self) -> tuple[Unit, ...]:
        return units_said(self.cleaned_data["places"], self.named)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Den siste dagen kan ikke være før den første."))
        by_authority = given.get("kind") == AuditKind.SUPERVISION
        if by_authority and not given.get("authority"):
            self.add_error("authority", _("Velg hvem som fører tilsynet."))
        return given

    def mandate(self) -> Mandate:
        said = self.cleaned_data
        by_authority = said["kind"] == AuditKind.SUPERVISION
        plain = ("kind", "title", "about", "criteria_words", "starts_on", "ends_on", "exempt")
        return Mandate(
            unit=self.unit,
            units=said["places"],
            leader=self.people[said["leader"]],
            team=tuple(self.people[key] for key in said.get("team", ())),
            authority=self.authorities.get(said["authority"]) if by_authority else None,
            criteria=tuple(self.requirements[key] for key in said.get("criteria", ())),
            **{name: said[name] for name in plain},
        )


def mandate_of(audit: Audit, criteria: Iterable[Requirement]) -> dict[str, Any]:
    """What is said of the audit now, to go on from."""
    plain = ("kind", "title", "about", "criteria_words", "starts_on", "ends_on", "exempt")
    return {name: getattr(audit, name) for name in plain} | {
        "authority": str(audit.authority.uuid) if audit.authority else "",
        "places": "\n".join(one.unit.code for one in audit.places.all()),
        "leader": str(audit.leader.uuid),
        "team": [str(one.person.uuid) for one in audit.members.all()],
        "criteria": [str(one.uuid) for one in criteria],
    }


class JoinForm(PersonLookup):
    """Who is to be on the team: anybody of the house, or lent from above it."""

    who = plain_text(
        _("Hvem?"), help_text=_("Navn eller ansattnummer. De trenger ikke være revisor.")
    )
    nobody = _("Fant ingen med det navnet her. Se over navnet.")


class FindingForm(StyrkForm):
    """What was found, at which unit, against which requirement, and an order's deadline."""

    sometimes = ("deadline",)
    kind = forms.ChoiceField(label=_("Hva slags funn er det?"), choices=FINDING_KINDS, widget=Cards)
    title = GuardedText(label=_("Funnet i én setning"), max_length=300)
    text = GuardedText(
        label=_("Hva bygger det på?"),
        help_text=_(
            "Hva dere så, og hvilket krav det er målt mot. Ingen pasienter skal kunne kjennes igjen."
        ),
        max_length=6000,
        widget=LONG,
    )
    unit = forms.ChoiceField(
        label=_("Hvilken enhet skal svare?"),
        help_text=_("Finner du den ikke her, velger du enheten over den."),
    )
    requirement = forms.ChoiceField(label=_("Hvilket krav?"), required=False)
    deadline = DayField(
        label=_("Frist"), help_text=_("Et pålegg har alltid en frist."), required=False
    )

    def __init__(
        self,
        *args: Any,
        units: Iterable[Unit],
        requirements: Iterable[Requirement],
        orders: bool,
        **kwargs: Any,
    ) -> None:
        """`orders`: whether whoever looks may order anything, as authorities alone do."""
        super().__init__(*args, **kwargs)
        self.units = {str(one.uuid): one for one in units}
        self.requirements = {str(one.uuid): one for one in requirements}
        kinds = [one for one in FINDING_KINDS if orders or one[0] != FindingKind.ORDER]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        if not orders:
            del self.fields["deadline"]
        named = [(key, f"{one.name} ({one.code})") for key, one in self.units.items()]
        asked = by_edition(self.requirements)
        self.fields["unit"].choices = [("", _("Velg en enhet")), *named]  # type: ignore[attr-defined]
        self.fields["requirement"].choices = [("", _("Ikke noe enkelt krav")), *asked]  # type: ignore[attr-defined]
        if not asked:
            del self.fields["requirement"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        order = given.get("kind") == FindingKind.ORDER
        if order and not given.get("deadline") and not self.has_error("deadline"):
            self.add_error("deadline", _("Skriv fristen som står i pålegget."))
        return given

    def found(self) -> Found:
        said = self.cleaned_data
        return Found(
            kind=said["kind"],
            title=said["title"],
            text=said["text"],
            unit=self.units[said["unit"]],
            requirement=self.requirements.get(said.get("requirement", "")),
            deadline=said.get("deadline"),
        )


def finding_of(finding: Finding) -> dict[str, Any]:
    """What is said of the finding now, to go on from."""
    return {name: getattr(finding, name) for name in ("kind", "title", "text", "deadline")} | {
        "unit": str(finding.unit.uuid),
        "requirement": str(finding.requirement.uuid) if finding.requirement else "",
    }
