"""Which rules are on in an organisation, and on what ground."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from styrk.core import clock
from styrk.core.trips import asks
from styrk.intervention import watched as told
from styrk.intervention.models import Signal, Switch
from styrk.intervention.states import OVER
from styrk.intervention.watched import Rule
from styrk.organisation.models import Unit

HISTORY = 60


@dataclass(frozen=True)
class RuleHere:
    """A rule in an organisation. `switch` is the newest act with it, if any."""

    rule: Rule
    switch: Switch | None
    on: date

    @property
    def was_changed(self) -> bool:
        """Switched on, and another rule since: off until it is discussed anew."""
        switch = self.switch
        return bool(switch and switch.running and switch.digest != self.rule.digest)

    @property
    def ran_out(self) -> bool:
        switch = self.switch
        return bool(switch and switch.running and switch.until and switch.until < self.on)

    @property
    def is_on(self) -> bool:
        running = bool(self.switch and self.switch.running)
        return running and not self.was_changed and not self.ran_out


def rules_of(unit: Unit, on: date) -> list[RuleHere]:
    """Every rule, as it stands in the organisation on the day."""
    newest = {one.rule: one for one in _newest(Switch.objects.filter(unit=unit))}
    return [RuleHere(rule, newest.get(code), on) for code, rule in told.rules().items()]


def _newest(switches: QuerySet[Switch]) -> QuerySet[Switch]:
    return switches.select_related("by").order_by("unit", "rule", "-pk").distinct("unit", "rule")


def switched_off(unit: Unit, since: date) -> list[Switch]:
    """The rules that were on and that somebody switched off since the day, and that are off still."""
    newest = _newest_of(unit.pk)
    return [one for one in newest if not one.running and clock.day(one.at) >= since]


@asks
def _newest_of(unit: int) -> QuerySet[Switch]:
    return _newest(Switch.objects.filter(unit=unit))


def history_of(unit: Unit) -> list[Switch]:
    """What was done with the rules, the newest first."""
    return list(Switch.objects.filter(unit=unit).select_related("by").order_by("-pk")[:HISTORY])


def watched() -> list[Unit]:
    """The organisations that have a rule switched, or a signal that is not over; for the system."""
    open_ones = Signal.objects.exclude(state__in=OVER).values_list("trust", flat=True)
    switched = Switch.objects.values_list("unit", flat=True)
    return list(
        Unit.objects.filter(pk__in={*open_ones.distinct(), *switched.distinct()}).order_by("pk")
    )


def on_since(unit: Unit, code: str) -> date | None:
    """The day from which the rule has been on without a break, in the organisation."""
    since = None
    acts = (
        Switch.objects.filter(unit=unit, rule=code)
        .order_by("-pk")
        .values_list("running", F("at__date"))
    )
    for running, day in acts:
        if not running:
            break
        since = day
    return since
