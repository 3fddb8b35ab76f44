"""Forms of the pages of codes."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.classification.models import Code
from styrk.organisation.models import Unit
from styrk.ui.forms import Cards, CheckCards, Described, FoldedChecks, GuardedText, StyrkForm
from styrk.ui.uploads import MEGABYTE, UploadsForm

type Groups = Iterable[tuple[str, Collection[Code]]]


class ClassifyForm(StyrkForm):
    """Those that stand and those that are proposed first, then all the others by axis."""

    near = forms.MultipleChoiceField(
        label=_("Koder som kan passe"), required=False, widget=CheckCards
    )
    others = forms.MultipleChoiceField(
        label=_("Andre koder"),
        help_text=_("Søk, eller bla i kodene."),
        required=False,
        widget=FoldedChecks,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        near: Mapping[Code, Described],
        groups: Groups,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        first = {str(one.uuid): one for one in near}
        shown = [
            (title, [(str(one.uuid), str(one)) for one in codes if str(one.uuid) not in first])
            for title, codes in groups
        ]
        self.codes = first | {str(one.uuid): one for _title, codes in groups for one in codes}
        self.fields["near"].choices = [  # type: ignore[attr-defined]
            (str(one.uuid), told) for one, told in near.items()
        ]
        self.fields["others"].choices = [held for held in shown if held[1]]  # type: ignore[attr-defined]
        if not near:
            del self.fields["near"]

    @property
    def chosen(self) -> list[Code]:
        given = [*self.cleaned_data.get("near", ()), *self.cleaned_data["others"]]
        return [self.codes[one] for one in dict.fromkeys(given)]


class SchemeForm(UploadsForm):
    together = 2 * MEGABYTE
    most = 1
    explained = _("CSV, lagret som UTF-8, med kolonnene kode og tekst. Høyst 2 MB og 5000 rader.")

    name = GuardedText(
        label=_("Hva heter kodeverket?"),
        help_text=_("Er det i bruk fra før under samme navn, blir denne utgaven gjeldende."),
        max_length=80,
    )
    version = GuardedText(label=_("Hvilken utgave?"), max_length=40)
    publisher = GuardedText(
        label=_("Hvem gir det ut?"),
        help_text=_("For eksempel: Helsedirektoratet."),
        max_length=120,
        required=False,
    )
    trust = forms.ChoiceField(label=_("For hvilken virksomhet?"), widget=Cards)

    field_order = ("name", "version", "publisher", "trust", "uploads")

    def __init__(self, *args: Any, trusts: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uploads"].widget.attrs["accept"] = ".csv,text/csv"
        self.trusts = {one.code: one for one in trusts}
        self.fields["trust"].choices = [  # type: ignore[attr-defined]
            (code, one.name) for code, one in self.trusts.items()
        ]
        if len(self.trusts) == 1:
            self.fields["trust"].widget = forms.HiddenInput()
            self.initial["trust"] = next(iter(self.trusts))
