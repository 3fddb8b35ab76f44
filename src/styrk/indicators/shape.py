"""The shape of an indicator as it is given: what it is, and how it is measured."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from styrk.indicators.models import Definition, Indicator
from styrk.indicators.states import DIVIDED, Along, Chart, Direction, Kind, Rhythm, Whole
from styrk.organisation.models import Person, Unit


@dataclass(frozen=True)
class About:
    """What an indicator is. `unit` keeps it: that unit and all below may be measured by it."""

    code: str
    name: str
    area: str
    unit: Unit
    owner: Person
    purpose: str = ""


@dataclass(frozen=True)
class How:
    """How it is measured from a period on. The fields are those of `models.Definition`.

    Without a factor: 100 for a proportion (per cent), 1000 for a rate, else 1.
    """

    kind: str
    valid_from: date
    rhythm: str = Rhythm.MONTH
    direction: str = Direction.NEUTRAL
    numerator: str = ""
    denominator: str = ""
    measured_in: str = ""
    factor: Decimal | None = None
    decimals: int = 1
    may_be_negative: bool = False
    lag_days: int = 0
    least: Decimal = Decimal(0)
    source: str = ""
    chart: str = Chart.AUTO
    along: str = Along.AUTO
    whole: str = Whole.AUTO
    computed: str = ""
    note: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.numerator, self.denominator, self.measured_in, self.source, self.note)

    def as_columns(self) -> dict[str, object]:
        """The columns of a definition, with its factor."""
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        return told | {"factor": self.factor or usual_factor(self.kind)}


def usual_factor(kind: str) -> Decimal:
    return {Kind.PROPORTION: Decimal(100), Kind.RATE: Decimal(1000)}.get(Kind(kind), Decimal(1))


def how_of(definition: Definition) -> How:
    """The definition as it would be given, to make the next version from."""
    return How(**{field.name: getattr(definition, field.name) for field in fields(How)})


def counts_alike(one: Definition, other: How) -> bool:
    """Whether values of the one are values of the other: the same kind, rhythm and factor."""
    factor = other.factor or usual_factor(other.kind)
    return (one.kind, one.rhythm, one.factor) == (other.kind, other.rhythm, factor)


def is_divided(kind: str) -> bool:
    return kind in DIVIDED


__all__ = ["About", "How", "Indicator", "counts_alike", "how_of", "is_divided", "usual_factor"]
