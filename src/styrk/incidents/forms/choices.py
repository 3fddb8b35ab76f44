"""Words and sizes that the forms share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.incidents.states import WITHOUT_HARM, Harm, Kind, worst

ELSEWHERE = "annet"
SHORT = forms.Textarea(attrs={"rows": 2})
LONG = forms.Textarea(attrs={"rows": 4})
KINDS = [
    (Kind.PATIENT, _("Pasient/bruker")),
    (Kind.STAFF, _("Ansatt/HMS")),
    (Kind.INFORMATION, _("Informasjon/personvern")),
    (Kind.EQUIPMENT, _("Utstyr/drift")),
    (Kind.INTERFACE, _("Samhandling")),
    (Kind.SUGGESTION, _("Forslag")),
    (Kind.GOOD, _("Noe som gikk bra")),
]
HARMS = [
    (Harm.NONE, _("Ingen")),
    (Harm.MILD, _("Liten")),
    (Harm.MODERATE, _("Moderat")),
    (Harm.SEVERE, _("Alvorlig")),
    (Harm.DEATH, _("Dødsfall")),
]


def where(search: str) -> Any:
    if search:
        return _("Velg enheten i listen, eller søk på noe annet.")
    return _("Skriv litt av navnet på enheten, så finner vi den.")


def with_harm(form: forms.Form, given: dict[str, Any]) -> dict[str, Any]:
    """Nothing is asked of a good thing; of the rest how bad it was, and it could be no better."""
    if given.get("kind") in WITHOUT_HARM:
        given["harm_actual"] = given["harm_possible"] = ""
    elif given.get("kind") and not given.get("harm_actual"):
        if "harm_actual" not in form.errors:
            form.add_error("harm_actual", _("Velg hvor alvorlig det ble."))
    elif "harm_possible" in given:
        given["harm_possible"] = worst(given.get("harm_actual", ""), given["harm_possible"])
    return given
