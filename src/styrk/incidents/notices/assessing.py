"""Which duties an event gives, and for each one why or why not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from styrk.core.clock import day
from styrk.incidents.notices.clocks import Clock, Start, Unit, due, end_of, without_saturdays
from styrk.incidents.notices.conditions import Reason
from styrk.incidents.notices.duty import Addressees, Duty, Step, duties
from styrk.incidents.notices.events import Event


@dataclass(frozen=True)
class Notice:
    """Something to tell somebody. Without a deadline the clock in words is all there is."""

    duty: Duty
    step: Step
    recipients: tuple[str, ...]
    copies: tuple[str, ...]
    deadline: datetime | None
    clock: str

    def late(self, now: datetime) -> bool:
        """Oslo's summer time makes local moments a trap: they are compared as moments in UTC."""
        return self.deadline is not None and now.astimezone(UTC) > self.deadline.astimezone(UTC)


@dataclass(frozen=True)
class Assessment:
    """`for_us`: the duty binds such an organisation. `in_force`: at the time. `reasons`: fact by fact."""

    duty: Duty
    for_us: bool
    in_force: bool
    triggered: bool
    reasons: tuple[Reason, ...]
    notices: tuple[Notice, ...]

    @property
    def applies(self) -> bool:
        return self.for_us and self.in_force and self.triggered


def assess(event: Event, asked: Iterable[Duty] | None = None) -> list[Assessment]:
    """Every duty (or those asked for), also those that do not apply: «why not» is an answer too."""
    return [_assess(duty, event) for duty in (duties() if asked is None else asked)]


def _assess(duty: Duty, event: Event) -> Assessment:
    for_us = event.organisation in duty.organisations
    in_force = any(_in_force(duty, event, start) for start in duty.dated_by)
    triggered = duty.when.holds(event.facts)
    applies = for_us and in_force and triggered
    return Assessment(
        duty=duty,
        for_us=for_us,
        in_force=in_force,
        triggered=triggered,
        reasons=tuple(duty.when.reasons(event.facts)),
        notices=_notices(duty, event) if applies else (),
    )


def _in_force(duty: Duty, event: Event, start: Start) -> bool:
    at = event.began(start)
    if at is None:
        return False
    on = day(at)
    return duty.valid_from <= on and (duty.valid_to is None or on <= duty.valid_to)


def _notices(duty: Duty, event: Event) -> tuple[Notice, ...]:
    steps = [step for step in duty.steps if step.when is None or step.when.holds(event.facts)]
    return tuple(_notice(duty, step, event) for step in steps)


def _notice(duty: Duty, step: Step, event: Event) -> Notice:
    told = [one for one in step.addressees if _concerns(one, event)]
    start = event.began(step.clock.start)
    deadline = due(step.clock, start) if start else None
    return Notice(
        duty=duty,
        step=step,
        recipients=_each_once(code for one in told for code in one.recipients),
        copies=_each_once(code for one in told for code in one.copies),
        deadline=deadline,
        clock=" ".join([step.words, *_more(duty, step.clock, event, deadline)]),
    )


def _concerns(one: Addressees, event: Event) -> bool:
    here = event.organisation in one.organisations
    return here and (one.when is None or one.when.holds(event.facts))


def _each_once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def _more(duty: Duty, clock: Clock, event: Event, deadline: datetime | None) -> Iterator[str]:
    """What the clock says of this event beside what the rule says of all."""
    if is_between_regimes(duty, event):
        yield (
            "Hendelsen skjedde før 1. juli 2026 og ble kjent etter: loven har ingen overgangsregel, "
            "og en person avgjør hvilken vei som følges."
        )
    start = event.began(clock.start)
    if deadline is None or start is None:
        return
    if clock.unit is Unit.WORKING_DAYS:
        later = end_of(without_saturdays(day(start), clock.number))
        if later != deadline:
            yield f"Lørdag er regnet med, som er den trygge lesningen; uten lørdager: {_in_words(later)}."
    if deadline.astimezone(UTC) < event.known_at.astimezone(UTC):
        from_known = due(clock, event.known_at)
        assert from_known  # noqa: S101 - it has a figure, as the deadline has
        yield (
            "Passert da hendelsen ble kjent; snarest mulig. "
            f"Regnet fra da dere fikk vite det: {_in_words(from_known)}."
        )


def is_between_regimes(duty: Duty, event: Event) -> bool:
    """Known after a duty began, about an event before it; or the other way about, of one that ended."""
    occurred, known = day(event.occurred_at), day(event.known_at)
    if duty.dated_by == (Start.EVENT, Start.KNOWN):
        return occurred < duty.valid_from <= known
    return duty.valid_to is not None and occurred <= duty.valid_to < known


def _in_words(at: datetime) -> str:
    return f"{at:%d.%m.%Y}"
