"""Which product a case is about: looked up in the register, or written into it."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.products.models import Product, ProductKind
from styrk.products.types import Described as New
from styrk.ui.forms import Cards, Described, GuardedText, StyrkForm

NEW = "new"


class ProductForm(StyrkForm):
    """A name that is looked up by `find`; what is found is chosen, or a new one is described."""

    name = GuardedText(
        label=_("Hva heter produktet?"),
        help_text=_(
            "Navn, leverandør eller referansenummer. Styrk søker blant produkter som er meldt før."
        ),
        max_length=120,
    )
    chosen = forms.ChoiceField(label=_("Hvilket mener du?"), widget=Cards)
    supplier = GuardedText(
        label=_("Leverandør eller produsent"),
        help_text=_("Trengs bare når produktet er nytt i registeret."),
        max_length=120,
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("Hva slags produkt er det?"),
        choices=ProductKind.choices,
        initial=ProductKind.DEVICE,
    )
    reference = GuardedText(label=_("Referansenummer eller GTIN"), max_length=60, required=False)
    lot = GuardedText(label=_("Lot- eller serienummer"), max_length=60, required=False)
    kept = forms.BooleanField(
        label=_("Produktet er tatt vare på"),
        help_text=_("Ta vare på utstyret slik det var, så andre kan undersøke det."),
        required=False,
    )

    def __init__(self, *args: Any, find: Callable[[str], Sequence[Product]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wanted = self.data.get("name", "")[:120] if self.is_bound else ""
        self.hits = {str(one.uuid): one for one in find(wanted)} if wanted.strip() else {}
        if self.hits:
            self._ask()
        else:
            del self.fields["chosen"]

    def _ask(self) -> None:
        chosen = self.fields["chosen"]
        kinds = dict(ProductKind.choices)
        chosen.choices = [  # type: ignore[attr-defined]
            *(
                (
                    key,
                    Described(
                        one.name,
                        " · ".join(
                            filter(None, (one.supplier, str(kinds[one.kind]), one.reference))
                        ),
                    ),
                )
                for key, one in self.hits.items()
            ),
            (
                NEW,
                Described(str(_("Ingen av disse")), str(_("Skriv det inn som et nytt produkt."))),
            ),
        ]
        message = _("Velg det du mener, eller «Ingen av disse».")
        chosen.error_messages |= dict.fromkeys(("required", "invalid_choice"), message)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        is_new = given.get("chosen", NEW) == NEW and "chosen" not in self.errors
        if is_new and not given.get("supplier") and "supplier" not in self.errors:
            self.add_error("supplier", str(_("Skriv hvem som leverer eller lager det.")))
        return given

    @property
    def product(self) -> Product | New:
        given = self.cleaned_data
        if found := self.hits.get(given.get("chosen", NEW)):
            return found
        return New(given["name"], given["supplier"], given["kind"], given["reference"])
