"""Switching rules on, after they were discussed with tillitsvalgte, and off, with a reason."""

from collections.abc import Collection
from datetime import datetime

from styrk.access.queries import standing_of
from styrk.core import clock, guard
from styrk.intervention import rules
from styrk.intervention import watched as told
from styrk.intervention.models import Switch
from styrk.intervention.record import tell_chair_of_off
from styrk.intervention.refusals import NotDiscussed, NotTop, UnknownRule, need
from styrk.intervention.types import Discussion
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command, record


@command
def switch_on(
    *, unit: Unit, codes: Collection[str], discussion: Discussion, by: Person, now: datetime
) -> None:
    """Switch the rules on as they stand today, for as long as the terms say.

    Raises NotTop, UnknownRule, NothingSaid, or NotDiscussed where the meeting has not been, or was so
    long ago that what was switched on then would have run out.
    """
    guard.refuse_identity(discussion.with_whom, discussion.protocol)
    need(discussion.with_whom, discussion.protocol)
    _check(unit, codes, by, now)
    if not clock.after(now, days=-told.terms().valid) <= discussion.held_on <= clock.day(now):
        raise NotDiscussed
    for code in codes:
        switch = Switch.objects.create(
            unit=unit,
            rule=code,
            running=True,
            digest=told.rules()[code].digest,
            discussed_on=discussion.held_on,
            discussed_with=discussion.with_whom,
            protocol=discussion.protocol,
            until=clock.after(now, days=told.terms().valid),
            at=now,
            by=by,
        )
        _record(switch, f"Slo på regelen «{told.rules()[code].in_trail}»", by, now)


@command
def switch_off(*, unit: Unit, code: str, reason: str, by: Person, now: datetime) -> None:
    """Switch the rule off, and say so to the board's chair, with the reason.

    What only the leader has seen ends the next night. Raises NotTop, UnknownRule or NothingSaid.
    """
    guard.refuse_identity(reason)
    need(reason)
    _check(unit, [code], by, now)
    rule = told.rules()[code]
    switch = Switch.objects.create(
        unit=unit, rule=code, running=False, digest=rule.digest, reason=reason, at=now, by=by
    )
    _record(switch, f"Slo av regelen «{rule.in_trail}»", by, now)
    tell_chair_of_off(switch, rule, now)


def _check(unit: Unit, codes: Collection[str], by: Person, now: datetime) -> None:
    if not rules.may_switch(standing_of(by, clock.day(now)), unit):
        raise NotTop
    if not codes or not set(codes) <= told.rules().keys():
        raise UnknownRule


def _record(switch: Switch, text: str, by: Person, now: datetime) -> None:
    record(
        by=by,
        now=now,
        act="signal_rule.on" if switch.running else "signal_rule.off",
        subject="signal_rule",
        subject_id=switch.pk,
        trust_id=switch.unit_id,
        text=text,
        rule=switch.rule,
        digest=switch.digest,
    )
