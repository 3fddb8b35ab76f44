"""What the operations take and give. Fields' descriptions are what other people's programmers read."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Body, Path, Schema
from pydantic import ConfigDict, Field, StringConstraints

from styrk.access.api import Text
from styrk.indicators.models.defining import DECIMALS, DIGITS

ROWS = 10_000
LONGEST_REASON = 500

Code = Annotated[
    Text, StringConstraints(min_length=1, max_length=100), Path(description="The indicator's code.")
]
type Kind = Literal["proportion", "rate", "count", "mean", "single", "between"]
type Rhythm = Literal["day", "week", "month", "tertial", "quarter", "half", "year"]
type Of = Literal["actual", "budget", "forecast"]
type Number = Annotated[Decimal, Field(max_digits=DIGITS, decimal_places=DECIMALS)]


class Row(Schema):
    """One value of a unit in a period. Fields that are not here are refused."""

    model_config = ConfigDict(extra="forbid")

    unit: Annotated[Text, StringConstraints(min_length=1, max_length=100)] = Field(
        description="The unit's code."
    )
    period: Annotated[Text, StringConstraints(min_length=1, max_length=40)] = Field(
        description="2026-01, 2026 T1, 2026 Q1, 2026 W05, 2026, or its first or last day: 2026-01-31."
    )
    numerator: Number | None = Field(
        description="The value, or what stands above the line. null takes the value back."
    )
    denominator: Number | None = Field(
        None, description="What stands below the line; only for proportion, rate and mean."
    )
    of: Of = "actual"
    reason: Annotated[Text, StringConstraints(max_length=LONGEST_REASON)] = Field(
        "", description="Needed where another value stands, and to take one back. Names no person."
    )


Rows = Annotated[
    list[Row], Field(min_length=1, max_length=ROWS), Body(description="The values to record.")
]


class Fault(Schema):
    """A row that is not recorded: its place from 0, the field, why as a fixed word, and in words."""

    why: str
    detail: str
    row: int | None
    field: str | None


class Received(Schema):
    """What was done, or with dry_run would be: numbers of values."""

    dry_run: bool
    new: int
    corrected: int
    unchanged: int
    refused: list[Fault] = Field(description="Left out; only with accept_valid.")


class About(Schema):
    """An indicator, by its newest definition."""

    code: str
    name: str
    area: str
    unit: str = Field(description="The code of the unit that keeps it.")
    kind: Kind
    rhythm: Rhythm
    numerator: str = Field(description="What is counted, in words.")
    denominator: str
    measured_in: str
    factor: float = Field(description="The figure is numerator / denominator x factor.")
    decimals: int
    direction: Literal["up", "down", "neutral"]
    valid_from: date
    lag_days: int = Field(description="So long after its end a period's value is expected.")
    along: Literal["sum", "last", "mean"] = Field(
        description="How the periods of a year become one figure; units are summed in any case."
    )
    whole: bool = Field(
        description="Actual values are counts: whole numerators, and of proportions denominators."
    )
    counted_by_styrk: bool = Field(description="Actual values are counted here, and refused.")


class Point(Schema):
    """One period, named by its first day."""

    period: date
    standing: Literal["known", "too_few", "waiting", "missing"]
    numerator: float | None
    denominator: float | None
    value: float | None
    own: bool = Field(description="The unit's own value, not a sum of those below it.")
    reporting: int = Field(description="So many units' own values are in it.")
    expected_on: date


class Series(Schema):
    """What stands at a unit, the oldest first."""

    indicator: str
    unit: str
    of: Of
    measured_in: str
    points: list[Point]
