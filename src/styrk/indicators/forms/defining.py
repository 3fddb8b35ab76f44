"""What is measured and how; what one wants of it; and when one stops."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrk.indicators import periods
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.models.defining import DECIMALS, DIGITS
from styrk.indicators.shape import About, How, how_of, is_divided
from styrk.indicators.states import Along, Area, Chart, Direction, Kind, Rhythm, Whole
from styrk.organisation.models import Person, Unit
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
WHOLE = forms.NumberInput(attrs={"inputmode": "numeric"})
KINDS = [
    (Kind.PROPORTION.value, Described(_("Andel"), _("Noen av alle, i prosent: opphold med fall."))),
    (
        Kind.RATE.value,
        Described(_("Rate"), _("Hendelser i forhold til noe: fall per 1 000 liggedøgn.")),
    ),
    (Kind.COUNT.value, Described(_("Antall eller sum"), _("Henvisninger, kroner, årsverk."))),
    (
        Kind.MEAN.value,
        Described(_("Gjennomsnitt"), _("Sum delt på antall: ventetid i dager per pasient.")),
    ),
    (
        Kind.SINGLE.value,
        Described(_("Én målt verdi"), _("Kan ikke legges sammen for flere enheter: en median.")),
    ),
    (
        Kind.BETWEEN.value,
        Described(
            _("Mellom sjeldne hendelser"), _("Dager eller tilfeller fra den ene til den neste.")
        ),
    ),
]


class _Owned(StyrkForm):
    """With an owner among `owners`."""

    def __init__(self, *args: Any, owners: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.uuid): person for person in owners}
        named = ((k, f"{p.name}, {p.title}" if p.title else p.name) for k, p in self.people.items())
        self.fields["owner"].choices = [("", _("Velg en person")), *named]  # type: ignore[attr-defined]


class DescribeForm(_Owned):
    """What the indicator is, and who answers for it."""

    name = GuardedText(label=_("Hva heter indikatoren?"), max_length=200)
    purpose = GuardedText(
        label=_("Hvorfor følger dere den?"), required=False, max_length=1000, widget=LONG
    )
    area = forms.ChoiceField(label=_("Hvor hører den hjemme i rapportene?"), choices=Area.choices)
    owner = forms.ChoiceField(
        label=_("Hvem eier den?"),
        help_text=_("Svarer for at tallene er riktige, og avgjør det Styrk foreslår om grensene."),
    )


class HowForm(StyrkForm):
    """How it is measured from a period on."""

    kind = forms.ChoiceField(label=_("Hva slags tall er det?"), choices=KINDS, widget=Cards)
    numerator = GuardedText(
        label=_("Hva telles?"),
        help_text=_("Telleren, med ord: opphold med minst ett fall."),
        max_length=300,
    )
    denominator = GuardedText(
        label=_("Av hva?"),
        help_text=_("Nevneren, for andeler, rater og gjennomsnitt: opphold i alt."),
        required=False,
        max_length=300,
    )
    measured_in = GuardedText(
        label=_("Hva står bak tallet?"),
        help_text=_("For eksempel %, dager, per 1 000 liggedøgn."),
        required=False,
        max_length=40,
    )
    direction = forms.ChoiceField(
        label=_("Hva er bra?"), choices=Direction.choices, widget=Chips, initial=Direction.NEUTRAL
    )
    rhythm = forms.ChoiceField(
        label=_("Hvor ofte kommer tallet?"), choices=Rhythm.choices, initial=Rhythm.MONTH
    )
    valid_from = DayField(
        label=_("Fra når gjelder dette?"),
        help_text=_("Regnes fra den første dagen i perioden."),
    )
    lag_days = forms.IntegerField(
        label=_("Hvor mange dager etter at perioden er slutt, kommer tallet?"),
        help_text=_("Sykefravær kommer gjerne 30 dager etter."),
        min_value=0,
        max_value=1000,
        initial=10,
        widget=WHOLE,
    )
    source = GuardedText(label=_("Hvor hentes tallet fra?"), required=False, max_length=300)
    decimals = forms.IntegerField(
        label=_("Hvor mange desimaler vises?"), min_value=0, max_value=6, initial=1, widget=WHOLE
    )
    factor = CommaDecimalField(
        label=_("Ganges med"),
        help_text=_("Tomt: 100 for andeler og 1 000 for rater."),
        required=False,
        max_digits=DIGITS,
        decimal_places=DECIMALS,
    )
    least = CommaDecimalField(
        label=_("Minste nevner"),
        help_text=_("Er nevneren mindre, vises tallet som «for få», og teller ikke i diagrammet."),
        required=False,
        min_value=0,
        max_digits=DIGITS,
        decimal_places=DECIMALS,
    )
    along = forms.ChoiceField(
        label=_("Hvordan blir månedene til ett tall for året?"),
        help_text=_(
            "Hendelser og kroner legges sammen. Det som ligger der, som restanser og månedsverk, gjør ikke det."
        ),
        choices=Along.choices,
        initial=Along.AUTO,
        required=False,
    )
    whole = forms.ChoiceField(
        label=_("Er det noe dere teller, i hele tall?"),
        help_text=_(
            "Pasienter, fall og henvisninger er hele tall. Timer, dagsverk og kroner kan ha desimaler."
            " Det vanlige er hele tall for andeler og rater, og for antall som vises uten desimaler."
        ),
        choices=Whole.choices,
        initial=Whole.AUTO,
        required=False,
    )
    may_be_negative = forms.BooleanField(label=_("Tallet kan være negativt"), required=False)
    note = GuardedText(
        label=_("Noe mer en bør vite?"), required=False, max_length=1000, widget=LONG
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        kind = given.get("kind")
        lacks = bool(kind) and is_divided(str(kind)) and not given.get("denominator")
        if lacks and not self.has_error("denominator"):
            self.add_error(
                "denominator", _("En andel, en rate eller et gjennomsnitt trenger dette.")
            )
        if kind == Kind.PROPORTION and given.get("may_be_negative"):
            self.add_error("may_be_negative", _("En andel kan ikke være negativ."))
        if given.get("factor") is not None and given["factor"] <= 0:
            self.add_error("factor", _("Skriv et tall over null."))
        return given

    def how(self, chart: str = Chart.AUTO, computed: str = "") -> How:
        """With the chart, and what Styrk counts, as they are."""
        names = ("kind", "numerator", "denominator", "measured_in", "direction", "rhythm")
        names += ("lag_days", "source", "decimals", "factor", "may_be_negative", "note")  # type: ignore[assignment]
        said = {name: self.cleaned_data[name] for name in names}
        since: date = self.cleaned_data["valid_from"]
        return How(
            **said,
            valid_from=periods.begins(said["rhythm"], since),
            least=self.cleaned_data["least"] or Decimal(0),
            along=self.cleaned_data["along"] or Along.AUTO,
            whole=self.cleaned_data["whole"] or Whole.AUTO,
            chart=chart,
            computed=computed,
        )


class NewForm(DescribeForm, HowForm):
    """An indicator with its first definition."""

    code = forms.CharField(
        label=_("Kort kode"),
        help_text=_("Brukes i filer og av andre systemer: fall_per_1000. Kan ikke endres siden."),
        validators=[],
    )
    field_order = ("name", "code", "purpose", "area", "owner")

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].strip()
        if not all(sign.isalnum() or sign in "_-." for sign in code) or len(code) > 80:
            raise forms.ValidationError(_("Bruk bare bokstaver, tall, bindestrek og understrek."))
        return code

    def about(self, unit: Unit) -> About:
        said = self.cleaned_data
        return About(
            code=said["code"],
            name=said["name"],
            area=said["area"],
            unit=unit,
            owner=self.people[said["owner"]],
            purpose=said["purpose"],
        )


def described(indicator: Indicator) -> dict[str, object]:
    """What is said of it now."""
    return {
        "name": indicator.name,
        "purpose": indicator.purpose,
        "area": indicator.area,
        "owner": str(indicator.owner.uuid),
    }


def measured(definition: Definition, since: date) -> dict[str, object]:
    """How it is measured now, to go on from."""
    said = vars(how_of(definition))
    plain = {k: v for k, v in said.items() if k not in {"chart", "computed", "valid_from"}}
    for name in ("factor", "least"):
        plain[name] = _short(plain[name])
    return plain | {"valid_from": since}


def _short(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


class TargetForm(StyrkForm):
    value = CommaDecimalField(
        label=_("Hva vil dere at tallet skal være?"),
        help_text=_("Tomt: det er ikke noe mål fra da av."),
        required=False,
        max_digits=DIGITS,
        decimal_places=DECIMALS,
    )
    valid_from = DayField(label=_("Fra når?"))
    for_all = forms.BooleanField(
        label=_("For alle enhetene som måles"),
        required=False,
        help_text=_("Har en enhet et eget mål, gjelder det foran dette."),
    )
    words = GuardedText(label=_("Hvorfor?"), required=False, max_length=500, widget=LONG)

    def __init__(self, *args: Any, may_all: bool, may_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (may_all and may_own):
            del self.fields["for_all"]
        self.only_all = may_all and not may_own

    @property
    def is_for_all(self) -> bool:
        return self.only_all or bool(self.cleaned_data.get("for_all"))


class RetireForm(StyrkForm):
    last_day = DayField(label=_("Siste dag den brukes"))
    reason = GuardedText(
        label=_("Hvorfor slutter dere?"),
        help_text=_("Tallene blir stående."),
        max_length=1000,
        widget=LONG,
    )


class ChartForm(StyrkForm):
    chart = forms.ChoiceField(label=_("Hvilket diagram skal brukes?"), widget=Cards)
    reason = GuardedText(label=_("Hvorfor?"), max_length=500, widget=LONG)

    def __init__(self, *args: Any, charts: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chart"].choices = list(charts)  # type: ignore[attr-defined]
