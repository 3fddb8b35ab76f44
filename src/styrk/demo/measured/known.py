"""What all who work with the demo's indicators need to know: the series, the days, who acts."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from styrk.core import clock, scope
from styrk.demo.agenda import Year
from styrk.demo.measured import file
from styrk.demo.measured.drawing import Drawn, Series, ago
from styrk.demo.measured.file import Written
from styrk.demo.world_files import UnitFacts
from styrk.indicators.models import Indicator
from styrk.indicators.states import Of
from styrk.indicators.types import Value
from styrk.organisation.models import Person, Unit

# So many months are measured, and so long ago Styrk came.
MONTHS = 36
FIRST = timedelta(days=402)


@dataclass
class Known:
    """Indicators by their codes, and their series by code and unit, as the year goes."""

    year: Year
    seed: int
    indicators: dict[str, Indicator] = field(default_factory=dict)
    drawn: dict[tuple[str, str, date], Drawn] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.facts: dict[str, UnitFacts] = self.year.world.facts
        self.today = clock.day(self.year.end)
        self.first = clock.start_of(self.today - FIRST)
        self.written = {one.code: one for one in file.indicators(self.facts)}
        self.series = {
            (one.code, unit): self._series(one, unit)
            for one in self.written.values()
            for unit in one.places
        }

    def _series(self, written: Written, unit: str) -> Series:
        line = set(file.line(unit, self.facts))
        random = Random(f"{self.seed} {written.code} {unit}")  # noqa: S311 - invented
        series = Series(written, unit, random, self.today)
        for one in written.told.get("change", ()):
            if one["at"] in line:
                series.shifts.append((ago(written, self.today, one["ago"]), one["factor"]))
        for one in written.told.get("odd", ()):
            if one["at"] in line:
                series.odd[ago(written, self.today, one["ago"])] = one["factor"]
        return series

    def begins(self, written: Written) -> date:
        """The period three years ago."""
        return ago(written, self.today, MONTHS)

    def unit(self, code: str) -> Unit:
        return self.year.world.units[code]

    def value(
        self, written: Written, unit: str, period: date, drawn: Drawn, of: str = Of.ACTUAL
    ) -> Value:
        return Value(
            indicator_id=self.indicators[written.code].pk,
            unit_id=self.unit(unit).pk,
            period=period,
            numerator=drawn.numerator,
            denominator=drawn.denominator,
            of=of,
        )

    def leader(self, code: str, now: datetime) -> Person:
        """The leader there, who sees and acts from here on."""
        found = self.year.world.leader_of(code)
        if found is None:
            raise LookupError(code)
        scope.apply(self.year.world.acting(found, now))
        return found

    def owner(self, code: str) -> Person:
        """Who answers for an indicator: the quality adviser where there is one, else the leader."""
        adviser = self.year.world.personas["quality_adviser"]
        return (self.year.world.leader_of(code) if code != "HF-VID" else None) or adviser
