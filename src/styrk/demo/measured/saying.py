"""What people say of the demo's series: corrections, how sound the data are, marks and notes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from styrk.core import clock
from styrk.demo.measured import file
from styrk.demo.measured.drawing import ago
from styrk.demo.measured.file import Told
from styrk.demo.measured.known import Known
from styrk.indicators import commands, periods

# So long after what was measured before is taken in, it is spoken of at the earliest.
SETTLED = timedelta(days=7)
NOTED = 3

type Say = Callable[[Told, datetime], None]


@dataclass
class Saying:
    """Each saying on its day, by the leader of the unit it is about."""

    known: Known

    def plan(self) -> None:
        says: dict[str, Say] = {
            "correction": self.correct,
            "attestation": self.attest,
            "mark": self.mark,
            "note": self.note,
        }
        for kind, say in says.items():
            for told in file.written()[kind]:
                self.known.year.plan(self._day(told), lambda now, s=say, t=told: s(t, now))  # type: ignore[misc]

    def correct(self, told: Told, now: datetime) -> None:
        """Another numerator, with its reason; a share is no more than the whole."""
        written, period = self.known.written[told["of"]], self._period(told)
        leader = self.known.leader(told["at"], now)
        drawn = self.known.drawn[told["of"], told["at"], period]
        numerator = round(drawn.numerator * Decimal(str(told["numerator"])))
        if drawn.denominator is not None:
            numerator = min(numerator, int(drawn.denominator))
        if numerator == drawn.numerator:
            numerator += 1
        said = replace(drawn, numerator=Decimal(numerator))
        value = replace(self.known.value(written, told["at"], period, said), reason=told["reason"])
        commands.correct_value(value=value, by=leader, now=now)

    def attest(self, told: Told, now: datetime) -> None:
        commands.attest(
            indicator=self.known.indicators[told["of"]],
            unit=self.known.unit(told["at"]),
            period=self._period(told),
            quality=told["quality"],
            words=told.get("words", ""),
            by=self.known.leader(told["at"], now),
            now=now,
        )

    def mark(self, told: Told, now: datetime) -> None:
        commands.mark_series(
            indicator=self.known.indicators[told["of"]],
            unit=self.known.unit(told["at"]),
            kind=told["kind"],
            period=self._period(told),
            reason=told["reason"],
            by=self.known.leader(told["at"], now),
            now=now,
        )

    def note(self, told: Told, now: datetime) -> None:
        commands.annotate(
            indicator=self.known.indicators[told["of"]],
            unit=self.known.unit(told["at"]),
            period=self._period(told),
            text=told["text"],
            by=self.known.leader(told["at"], now),
            now=now,
        )

    def _period(self, told: Told) -> date:
        return ago(self.known.written[told["of"]], self.known.today, told["ago"])

    def _day(self, told: Told) -> datetime:
        """So many days after the value is expected, in the morning."""
        written = self.known.written[told["of"]]
        ended = periods.ends(written.rhythm, self._period(told))
        days = timedelta(days=written.lag + 1 + told.get("days", NOTED))
        when = max(clock.start_of(ended + days), self.known.first + SETTLED)
        return when + timedelta(hours=9)
