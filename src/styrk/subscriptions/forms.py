"""Who is to get copies, and of what."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.classification.models import Code
from styrk.incidents.states import Kind
from styrk.organisation.forms import PersonLookup
from styrk.ui.forms import GuardedText

KIND, CODE = "kind", "code"


class SubscribeForm(PersonLookup):
    """The subject is a kind of report, or a code where the organisation uses a scheme."""

    subject = forms.ChoiceField(label=_("Hva skal de få kopi av?"))
    why = GuardedText(
        label=_("Hvorfor trenger de det?"),
        help_text=_("For eksempel: har ansvar for legemidler på sykehuset."),
        max_length=300,
    )

    def __init__(self, *args: Any, codes: Iterable[Code], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = {f"{CODE}:{one.uuid}": one for one in codes}
        groups: dict[str, list[tuple[str, str]]] = {}
        for key, one in self.codes.items():
            groups.setdefault(one.axis.title, []).append((key, str(one)))
        kinds = [(f"{KIND}:{one.value}", one.label) for one in Kind]
        self.fields["subject"].choices = [  # type: ignore[attr-defined]
            ("", _("Velg")),
            (_("Slag"), kinds),
            *groups.items(),
        ]

    @property
    def about(self) -> dict[str, Any]:
        """The kind or the code, as the command takes it."""
        given = self.cleaned_data["subject"]
        if given in self.codes:
            return {"code": self.codes[given]}
        return {"kind": given.removeprefix(f"{KIND}:")}
