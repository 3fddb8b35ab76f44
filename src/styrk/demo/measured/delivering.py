"""Values that come on the day they are expected, late or never; what was before Styrk came; budgets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from styrk.core import clock, scope
from styrk.demo.measured import file
from styrk.demo.measured.drawing import Drawn
from styrk.demo.measured.file import Written
from styrk.demo.measured.known import Known
from styrk.indicators import commands, periods
from styrk.indicators.commands.recording import Parcel
from styrk.indicators.states import Of, Rhythm
from styrk.indicators.types import Value

# Of a hundred values so many are late, or never come.
LATE, NEVER = 0.012, 0.004
# Those of the accounts are always there.
ALWAYS = "regnskap"
ESTIMATED_AFTER = (4, 8)
ESTIMATED_ANEW = "Nytt estimat etter tertialet"
YEARS_PLANNED = 3
OWNERS = (("FJELL", "historikk.csv"), ("ELV", "elvedal-historikk.csv"))


@dataclass
class Deliveries:
    """How far each series has come, and what is late."""

    known: Known
    next: dict[tuple[str, str], date] = field(default_factory=dict)
    late: list[Value] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.spoken_of = file.spoken_of()

    def plan(self, since: datetime) -> None:
        """From `since` on, early on the days when the values of a month are expected."""
        written = self.known.written.values()
        for sender, lag in sorted({(one.sender, one.lag) for one in written if one.sender}):
            for on in self._days(lag, since):
                self.known.year.plan(on, lambda now, s=sender, n=lag: self.deliver(s, n, now))  # type: ignore[misc]

    def _days(self, lag: int, since: datetime) -> Iterator[datetime]:
        month = periods.begins(Rhythm.MONTH, clock.day(since) - timedelta(days=lag + 31))
        while (
            on := periods.ends(Rhythm.MONTH, month) + timedelta(days=lag + 1)
        ) <= self.known.today:
            if clock.start_of(on) > since:
                yield clock.start_of(on) + timedelta(hours=5, minutes=40)
            month = periods.moved(Rhythm.MONTH, month, 1)

    def take_in(self, now: datetime) -> None:
        """What was measured before Styrk came, in one file from each owner, and the budgets until then."""
        scope.apply(scope.SYSTEM)
        for top, name in OWNERS:
            mine = [one for one in self.known.written.values() if self._is_below(one, top)]
            values = [value for one in mine for value in self._over(one, now, held=False)]
            values += [value for one in mine for value in self._budgets(one, self._years(now))]
            self._receive(values, name, now)

    def deliver(self, sender: str, lag: int, now: datetime) -> None:
        """What a sender has had since last time, and what was late then."""
        scope.apply(scope.SYSTEM)
        mine = [
            one for one in self.known.written.values() if (one.sender, one.lag) == (sender, lag)
        ]
        ids = {self.known.indicators[one.code].pk for one in mine}
        values = [value for value in self.late if value.indicator_id in ids]
        self.late = [value for value in self.late if value.indicator_id not in ids]
        values += [value for one in mine for value in self._over(one, now, held=True)]
        values += [value for one in mine for value in self._estimates(one, clock.day(now))]
        self._receive(values, f"{file.written()['senders'][sender]}-{now:%Y-%m}.csv", now)

    def budget(self, now: datetime) -> None:
        """The budgets of the year that has begun."""
        scope.apply(scope.SYSTEM)
        year = clock.day(now).year
        written = self.known.written.values()
        values = [value for one in written for value in self._budgets(one, [year])]
        self._receive(values, f"budsjett-{year}.csv", now)

    def _receive(self, values: list[Value], name: str, now: datetime) -> None:
        if values:
            parcel = Parcel(name, sha256(repr(values).encode()).hexdigest())
            commands.receive_values(values=values, parcel=parcel, by=None, now=now)

    def _over(self, written: Written, now: datetime, *, held: bool) -> Iterator[Value]:
        """The values that should be there by now, but for those that are late or never come."""
        today = clock.day(now)
        for unit in written.places:
            key = written.code, unit
            period = self.next.get(key) or self.known.begins(written)
            while periods.ends(written.rhythm, period) + timedelta(days=written.lag) < today:
                value = self._value(written, unit, period)
                chance = self.known.series[key].random.random()
                period = periods.moved(written.rhythm, period, 1)
                if written.sender == ALWAYS or key in self.spoken_of or chance > LATE:
                    yield value
                elif held and chance > NEVER:
                    self.late.append(value)
            self.next[key] = period

    def _value(self, written: Written, unit: str, period: date) -> Value:
        drawn = self._made(written, unit, period)
        drawn = drawn or self.known.series[written.code, unit].draw(period)
        self.known.drawn[written.code, unit, period] = drawn
        return self.known.value(written, unit, period, drawn)

    def _made(self, written: Written, unit: str, period: date) -> Drawn | None:
        """What is reckoned from two others, which stand before it in the file."""
        if not written.made_of:
            return None
        one, other = (self.known.drawn[code, unit, period].numerator for code in written.made_of)
        return Drawn(one - other) if "subtracts" in written.told else Drawn(one, other)

    def _budgets(self, written: Written, years: Iterable[int]) -> Iterator[Value]:
        months = [date(year, month, 1) for year in years for month in range(1, 13)]
        return self._planned(written, months, Of.BUDGET)

    def _estimates(self, written: Written, today: date) -> Iterator[Value]:
        """After a tertial: the rest of the year."""
        last = periods.moved(Rhythm.MONTH, periods.begins(Rhythm.MONTH, today), -1)
        left = range(last.month + 1, 13) if last.month in ESTIMATED_AFTER else ()
        months = [date(last.year, month, 1) for month in left]
        for value in self._planned(written, months, Of.FORECAST):
            yield replace(value, reason=ESTIMATED_ANEW)

    def _planned(self, written: Written, months: list[date], of: Of) -> Iterator[Value]:
        begins = self.known.begins(written)
        for unit in written.places:
            for month in months:
                if month >= begins and (drawn := self._intended(written, unit, month, of)):
                    yield self.known.value(written, unit, month, drawn, of)

    def _intended(self, written: Written, unit: str, month: date, of: Of) -> Drawn | None:
        if "subtracts" in written.told:
            one, other = (self._against(code, unit, month, of) for code in written.made_of)
            return Drawn(one.numerator - other.numerator) if one and other else None
        return self._against(written.code, unit, month, of)

    def _against(self, code: str, unit: str, month: date, of: Of) -> Drawn | None:
        against = self.known.written[code].told.get(of)
        return self.known.series[code, unit].planned(month, against) if against else None

    def _years(self, now: datetime) -> range:
        return range(self.known.today.year + 1 - YEARS_PLANNED, clock.day(now).year + 1)

    def _is_below(self, written: Written, top: str) -> bool:
        return top in file.line(written.keeper, self.known.facts)
