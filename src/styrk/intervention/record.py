"""What every act leaves behind: a step, a line in the trail without a word of the matter, a message."""

from collections.abc import Callable
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.roles import BOARD_CHAIR
from styrk.core import clock
from styrk.core.rows import add
from styrk.intervention.models import Signal, SignalStep, Switch
from styrk.intervention.watched import Rule
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person
from styrk.organisation.queries import holder_of
from styrk.trail.commands import record
from styrk.ui.addresses import address_of

# By the act that took it past somebody: what that one is told.
PASSED: dict[str, tuple[Promise, Promise]] = {
    "pass_on": (
        gettext_lazy("Et signal du ikke avgjorde, har gått videre"),
        gettext_lazy("Fristen for å avgjøre det er ute. Den over deg avgjør det nå."),
    ),
    "go_on": (
        gettext_lazy("Et signal du avgjorde, har gått videre"),
        gettext_lazy(
            "Dagen som var avtalt, er ute, og ingen har meldt tilbake. Den over deg avgjør nå."
        ),
    ),
}
HAD_IT = (
    gettext_lazy("Et signal som var hos deg, er avsluttet"),
    gettext_lazy("Det gikk videre den gangen, og du trenger ikke å gjøre noe."),
)


def step(
    signal: Signal, act: str, by: Person | None, now: datetime, *, text: str, **detail: object
) -> None:
    """`text` is the act in bokmål, in the past tense: no name, no rule, nothing that was said."""
    add([SignalStep(signal=signal, act=act, at=now, by=by, detail=detail)])
    record(
        by=by,
        now=now,
        act=f"signal.{act}",
        subject="signal",
        subject_id=signal.pk,
        trust_id=signal.trust_id,
        text=text,
    )


def those_above(signal: Signal, now: datetime) -> list[Person]:
    """Who holds the post it has gone up to, and not the one it is about."""
    if signal.above is None:
        return []
    holders = holder_of(signal.above, signal.above_role, clock.day(now))
    return [person for person in holders if person.pk != signal.leader_id]


def tell_leader(
    signal: Signal, event: str, subject: Callable[[], str], text: Callable[[], str], now: datetime
) -> None:
    _tell(signal, [signal.leader], event, subject, text, now)


def tell_above(
    signal: Signal, event: str, subject: Callable[[], str], text: Callable[[], str], now: datetime
) -> None:
    _tell(signal, those_above(signal, now), event, subject, text, now)


def _tell(
    signal: Signal,
    people: list[Person],
    event: str,
    subject: Callable[[], str],
    text: Callable[[], str],
    now: datetime,
) -> None:
    path = address_of("intervention:signal", signal.uuid)
    send(
        [
            Letter(one, f"signal:{signal.uuid}:{event}:{one.pk}", subject, text, path)
            for one in people
        ],
        now=now,
    )


def tell_passed(signal: Signal, act: str, people: list[Person], now: datetime) -> None:
    """To those it has gone past: they no longer see it, and read where it stood that it has gone on."""
    subject, text = PASSED[act]
    _tell_outside(signal, people, f"passed:{now:%Y%m%d}", subject, text, now)


def tell_ended(signal: Signal, now: datetime) -> None:
    """To all who had it: whoever was told that something may be wrong is told that it is not any more."""
    people = [signal.leader, *those_above(signal, now)]
    _tell(signal, people, "end", _ended, lambda: _("Du ser hvorfor på siden til signalet."), now)
    _tell_outside(signal, _passed(signal, people), "end", *HAD_IT, now)


def _passed(signal: Signal, without: list[Person]) -> list[Person]:
    """Whom it has gone past on its way up."""
    steps = SignalStep.objects.filter(signal=signal, act__in=PASSED).order_by("pk")
    had = {one for step in steps for one in step.detail.get("had", ())}
    return list(Person.objects.filter(pk__in=had - {one.pk for one in without}).order_by("pk"))


def _tell_outside(
    signal: Signal, people: list[Person], event: str, subject: Promise, text: Promise, now: datetime
) -> None:
    """To those who do not see it any more: the way leads to their list, and nothing of the matter is said."""
    path = address_of("intervention:signals")
    send(
        [
            Letter(
                one, f"signal:{signal.uuid}:{event}:{one.pk}", subject.__str__, text.__str__, path
            )
            for one in people
        ],
        now=now,
    )


def tell_chair_of_off(switch: Switch, rule: Rule, now: datetime) -> None:
    """The top leader may be the one the signals are about: the board's chair knows that they stop."""
    chairs = holder_of(switch.unit, BOARD_CHAIR.code, clock.day(now))
    path = f"{address_of('board:board')}?enhet={switch.unit.code}"
    told = {"rule": rule.name, "reason": switch.reason}
    send(
        [
            Letter(
                one,
                f"signal_rule:{switch.pk}:off:{one.pk}",
                lambda: _("En regel om plikt til å gripe inn er slått av"),
                lambda: _("«%(rule)s»: %(reason)s") % told,
                path,
            )
            for one in chairs
            if one.pk != switch.by_id
        ],
        now=now,
    )


def _ended() -> str:
    return _("Et signal er avsluttet")
