"""From a report to what came of it, as five indicators that Styrk counts from what is done in it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.indicators.shape import About, How
from styrk.indicators.states import Area, Direction, Kind
from styrk.indicators.types import (
    CHANGE_DAYS,
    DECISION_DAYS,
    EFFECT_KNOWN,
    FEEDBACK_DAYS,
    REPORTERS_ANSWERED,
)
from styrk.organisation.models import Person, Unit

REPORTS, DAYS = _("Meldinger"), _("dager")
# Fewer than this say nothing of a share, and could say something of a person.
FEWEST = Decimal(5)


@dataclass(frozen=True)
class Step:
    """One of the five: what is counted (`computed`), and in which words."""

    computed: str
    code: str
    name: Promise
    purpose: Promise
    kind: Kind
    numerator: Promise
    denominator: Promise

    @property
    def is_share(self) -> bool:
        return self.kind is Kind.PROPORTION

    def about(self, unit: Unit, owner: Person) -> About:
        return About(
            code=f"{unit.code}-{self.code}",
            name=str(self.name),
            area=Area.IMPROVEMENT,
            unit=unit,
            owner=owner,
            purpose=str(self.purpose),
        )

    def how(self, first: date) -> How:
        return How(
            kind=self.kind,
            valid_from=first,
            direction=Direction.UP if self.is_share else Direction.DOWN,
            numerator=str(self.numerator),
            denominator=str(self.denominator),
            measured_in="%" if self.is_share else str(DAYS),
            decimals=0 if self.is_share else 1,
            least=FEWEST if self.is_share else Decimal(0),
            source="Styrk",
            computed=self.computed,
        )


STEPS = (
    Step(
        FEEDBACK_DAYS,
        "forste-svar",
        _("Dager til melderen hører noe"),
        _("Den som melder, skal ikke måtte spørre."),
        Kind.MEAN,
        _("Dager fra meldingen kom til melderen fikk vite noe"),
        REPORTS,
    ),
    Step(
        DECISION_DAYS,
        "bestemt",
        _("Dager til noe er bestemt"),
        _("Jo lenger en sak ligger, jo flere rekker å oppleve det samme."),
        Kind.MEAN,
        _(
            "Dager fra meldingen kom til det var bestemt hva som skal bli bedre, eller hvorfor ikke noe"
        ),
        REPORTS,
    ),
    Step(
        CHANGE_DAYS,
        "endret",
        _("Dager til melderen hører hva som er endret"),
        _("Den som melder, skal få vite hva det førte til."),
        Kind.MEAN,
        _("Dager fra meldingen kom til melderen fikk vite om en endring"),
        REPORTS,
    ),
    Step(
        REPORTERS_ANSWERED,
        "fatt-svar",
        _("Meldere som har fått svar"),
        _("Den som ikke hører noe, slutter å melde."),
        Kind.PROPORTION,
        _("Meldinger der melderen har hørt noe fra andre"),
        _("Meldinger siste år, unntatt de siste sju dagene"),
    ),
    Step(
        EFFECT_KNOWN,
        "effekt-kjent",
        _("Tiltak med kjent effekt"),
        _("Et tiltak er ikke ferdig før vi vet om det virket."),
        Kind.PROPORTION,
        _("Tiltak der effekten er vurdert"),
        _("Tiltak iverksatt det siste året"),
    ),
)
