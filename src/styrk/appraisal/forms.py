"""Forms of the pages of ledelsens gjennomgang."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.appraisal import wording
from styrk.appraisal.models import Extension, Participant, Verdict
from styrk.appraisal.rules import suggested
from styrk.appraisal.states import Party, Works
from styrk.appraisal.types import AGREED, Extending, Judged, Taking
from styrk.organisation.models import Unit
from styrk.regulation.letters import LETTERS
from styrk.trail.changes import fields
from styrk.ui.fields import CheckCards
from styrk.ui.forms import Chips, DayField, GuardedText, StyrkForm

LONG = forms.Textarea(attrs={"rows": 5})


class JudgeForm(StyrkForm):
    works = forms.ChoiceField(
        label=_("Fungerer det som forutsatt?"), choices=Works.choices, widget=Chips
    )
    comment = GuardedText(
        label=_("Hva bygger dere vurderingen på?"),
        help_text=_("Si hva dere har sett i dataene, og hva dere selv vet om det."),
        max_length=6000,
        widget=LONG,
    )


def verdict_of(verdict: Verdict | None) -> dict[str, object]:
    """What is judged now, to go on from."""
    return {
        "works": verdict.works if verdict else "",
        "comment": verdict.comment if verdict else "",
    }


class LettersForm(StyrkForm):
    """All the letters at once: agree where the forskriftskart suffices, with words where it does not."""

    sometimes = tuple(f"{name}_{letter}" for letter in LETTERS for name in ("works", "comment"))

    def __init__(
        self,
        *args: Any,
        letters: Sequence[Mapping[str, Any]],
        verdicts: Mapping[str, Verdict],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.letters, self.verdicts = letters, verdicts
        for one in letters:
            key, reference = one["key"], one["reference"]
            self.fields[f"works_{key}"] = forms.ChoiceField(
                label=_("%(reference)s: fungerer det som forutsatt?") % {"reference": reference},
                choices=[*Works.choices, ("", _("Ikke vurdert"))],
                required=False,
                widget=Chips,
            )
            self.fields[f"comment_{key}"] = GuardedText(
                label=_("%(reference)s: begrunnelse") % {"reference": reference},
                required=False,
                max_length=6000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for one in self.judged():
            alike = one.works == suggested(self._letter(one.item))
            if not one.comment and not alike and not self.has_error(f"comment_{one.item}"):
                self.add_error(f"comment_{one.item}", _("Skriv hvorfor."))
        if not self.errors and not self.judged():
            self.add_error(None, _("Ingenting er endret. Velg en vurdering først."))
        return given

    def _letter(self, key: str) -> Mapping[str, Any]:
        return next(one for one in self.letters if one["key"] == key)

    def judged(self) -> list[Judged]:
        """What is judged, and is not what stands."""
        found = []
        for one in self.letters:
            key = one["key"]
            works = self.cleaned_data.get(f"works_{key}") or ""
            comment = self.cleaned_data.get(f"comment_{key}") or ""
            if works and (works, comment) != said_in(self.verdicts.get(key)):
                found.append(Judged(key, works, comment))
        return found


def said_in(verdict: Verdict | None) -> tuple[str, str]:
    """What a verdict says, without the words that only say that one agrees."""
    if verdict is None:
        return "", ""
    return verdict.works, "" if verdict.comment == AGREED else verdict.comment


def letters_said(
    letters: Sequence[Mapping[str, Any]], verdicts: Mapping[str, Verdict]
) -> dict[str, object]:
    """What stands of each letter, to go on from."""
    found: dict[str, object] = {}
    for one in letters:
        key = one["key"]
        found[f"works_{key}"], found[f"comment_{key}"] = said_in(verdicts.get(key))
    return found


class TakingForm(StyrkForm):
    """Who took part or was heard, when, and what they said."""

    party = forms.ChoiceField(label=_("Hvem var det?"), choices=Party.choices, widget=Chips)
    who = GuardedText(
        label=_("Hvem var med?"),
        help_text=_("Møtet eller rollene, for eksempel: ledermøtet, hovedverneombudet."),
        max_length=300,
    )
    held_on = DayField(label=_("Når?"))
    said = GuardedText(label=_("Hva sa de?"), max_length=4000, widget=LONG)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["held_on"].initial = today

    def clean_held_on(self) -> date:
        held_on: date = self.cleaned_data["held_on"]
        if held_on > self.today:
            raise forms.ValidationError(_("Noter det når møtet har vært."))
        return held_on

    def taking(self) -> Taking:
        return Taking(**self.cleaned_data)


class WrittenForm(JudgeForm, TakingForm):
    """Has the words for all that is written over: for the history."""


def taking_of(participant: Participant) -> dict[str, object]:
    """What is noted now, to go on from."""
    return fields(participant, TakingForm.base_fields)


class InputForm(StyrkForm):
    text = GuardedText(
        label=_("Hva vet dere om dette?"),
        help_text=_("Skriv tallene eller det dere har sett, og hvor dere har det fra."),
        max_length=6000,
        widget=LONG,
    )


class WordsForm(StyrkForm):
    """What the review says upwards and downwards. Both may wait."""

    to_board = GuardedText(max_length=4000, required=False, widget=LONG)
    to_staff = GuardedText(
        label=_("Hva skal medarbeiderne vite?"),
        help_text=_("Hva meldingene og svarene deres har ført til, og hva dere gjør nå."),
        max_length=4000,
        required=False,
        widget=LONG,
    )

    def __init__(self, *args: Any, voice: wording.Voice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_board"].label = voice.to_know
        self.fields["to_board"].help_text = voice.to_know_help


class ExtendForm(StyrkForm):
    """Which units hold their own review besides the top, why, and when it was decided."""

    levels = forms.MultipleChoiceField(
        label=_("Hvilke nivåer?"),
        help_text=_("Alle enheter på nivået, også nye som kommer til."),
        required=False,
        widget=CheckCards,
    )
    places = GuardedText(
        label=_("Eller enkelte enheter?"),
        help_text=_("Skriv koden eller navnet, én enhet på hver linje."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    decided_on = DayField(label=_("Når ble det bestemt?"))
    reason = GuardedText(
        label=_("Hvorfor?"),
        help_text=_("Alle i virksomheten kan lese det."),
        max_length=2000,
        widget=LONG,
    )

    def __init__(
        self,
        *args: Any,
        levels: Iterable[tuple[str, int]],
        called: Callable[[list[str]], Mapping[str, list[Unit]]],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.called, self.today = called, today
        self.fields["decided_on"].initial = today
        self.fields["levels"].choices = [  # type: ignore[attr-defined]
            (level, _("%(level)s, %(units)s") % {"level": level, "units": units})
            for level, units in levels
        ]

    def clean_decided_on(self) -> date:
        decided_on: date = self.cleaned_data["decided_on"]
        if decided_on > self.today:
            raise forms.ValidationError(_("Skriv det inn når det er bestemt."))
        return decided_on

    def clean_places(self) -> tuple[str, ...]:
        lines = map(str.strip, self.cleaned_data["places"].splitlines())
        words = list(dict.fromkeys(filter(None, lines)))
        found = self.called(words) if words else {}
        for word in words:
            if not found[word]:
                raise forms.ValidationError(
                    _("Fant ingen enhet som heter «%(word)s»."), params={"word": word}
                )
            if len(found[word]) > 1:
                codes = ", ".join(one.code for one in found[word])
                raise forms.ValidationError(
                    _("Flere enheter heter «%(word)s». Skriv koden: %(codes)s."),
                    params={"word": word, "codes": codes},
                )
        return tuple(dict.fromkeys(found[word][0].code for word in words))

    def extending(self) -> Extending:
        given = self.cleaned_data
        return Extending(
            tuple(given["levels"]), given["places"], given["reason"], given["decided_on"]
        )


def extension_of(standing: Extension | None) -> dict[str, object]:
    """What stands now, to go on from."""
    return {
        "levels": standing.levels if standing else [],
        "places": "\n".join(standing.codes) if standing else "",
    }


class ReasonForm(StyrkForm):
    reason = GuardedText(label=_("Hvorfor?"), max_length=1000, widget=LONG)


class SignForm(StyrkForm):
    """`missing` are those whom nobody has noted as heard, in words."""

    unheard = GuardedText(
        label=_("Hvorfor er ikke alle hørt?"),
        help_text=_("Alle som leser gjennomgangen, leser dette."),
        max_length=1000,
        widget=LONG,
    )

    def __init__(self, *args: Any, missing: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not missing:
            del self.fields["unheard"]
            return
        asks = _("Hvorfor er disse ikke hørt: %(missing)s?") % {"missing": missing}
        self.fields["unheard"].label = asks


class AddendumForm(StyrkForm):
    text = GuardedText(
        label=_("Hva vil dere legge til?"),
        help_text=_("Tillegget står under gjennomgangen, med navnet ditt og tidspunktet."),
        max_length=4000,
        widget=LONG,
    )
