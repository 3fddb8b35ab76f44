"""What the rules look at: a question for each, of a whole organisation at once, for the system.

What no line sees (a case past the top leader, a closed action) is never looked at: whoever a signal
goes to must not learn of it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache

from django.db.models import Count, Exists, OuterRef, Q

from styrk.actions.models import Action
from styrk.actions.states import Effect
from styrk.actions.states import State as ActionState
from styrk.appraisal.models import Appraisal
from styrk.core import clock
from styrk.feedback.models import Voice
from styrk.feedback.states import OPEN
from styrk.incidents.models import Incident, IncidentAction, IncidentRisk
from styrk.incidents.notices import duties
from styrk.incidents.states import SERIOUS
from styrk.incidents.states import State as IncidentState
from styrk.inspections.models import Finding, FindingAction
from styrk.inspections.states import FindingKind, FindingState
from styrk.inspections.states import State as AuditState
from styrk.intervention.queries import on_since
from styrk.intervention.types import Concerning, Found
from styrk.intervention.watched import Rule
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import responsible_leaders
from styrk.risks.models import Risk, RiskAction
from styrk.risks.states import LIVE, Zone
from styrk.serious.models import Notice
from styrk.serious.states import RUNNING

YEAR = timedelta(days=365)
GRAVE = (FindingKind.ORDER, FindingKind.BREACH)
GOOD = (Effect.WORKED, Effect.PARTLY)

type Look = Callable[[Unit, Rule, date], Iterable[Found]]


def _late_orders(trust: Unit, rule: Rule, on: date) -> Iterable[Found]:
    late = Finding.objects.filter(
        trust=trust,
        kind__in=GRAVE,
        state__in=[FindingState.OPEN, FindingState.ANSWERED],
        audit__state__in=[AuditState.REPORTED, AuditState.FOLLOWED],
        deadline__lt=on - timedelta(days=rule.days),
    )
    for uuid, unit, title, due in late.order_by("pk").values_list(
        "uuid", "unit_id", "title", "deadline"
    ):
        yield Found(rule.code, unit, uuid, {"title": title, "due": f"{due}"})


def _late_notices(trust: Unit, rule: Rule, on: date) -> Iterable[Found]:
    """Each clock for itself: a case has several, and what is said of one is not said of the next."""
    late = Notice.objects.filter(
        trust=trust,
        given=True,
        sent_at__isnull=True,
        obligation__state__in=RUNNING,
        event__incident__past_line=False,
        late_at__lt=clock.start_of(on - timedelta(days=rule.days)),
    )
    columns = ("uuid", "event__incident__responsible_unit", "obligation__rule", "step", "late_at")
    for uuid, unit, duty, step, late_at in late.order_by("pk").values_list(*columns):
        if late_at and (duty, step) not in _personal():
            seen = {"notice": duty, "due": f"{clock.day(late_at)}"}
            yield Found(rule.code, unit, uuid, seen)


@cache
def _personal() -> frozenset[tuple[str, int]]:
    """What binds a health worker, and no leader."""
    return frozenset(
        (duty.code, number)
        for duty in duties()
        for number, step in enumerate(duty.steps)
        if step.bound == "person"
    )


def _late_answers(trust: Unit, rule: Rule, on: date) -> Iterable[Found]:
    """Each one who waits: what is decided of one is not said of the next. Nothing of who it is, or of what they said."""
    late = Voice.objects.filter(
        trust=trust,
        past_line=False,
        answer_owed=True,
        state__in=OPEN,
        answer_due__lt=on - timedelta(days=rule.days),
    )
    for uuid, unit, due in late.order_by("pk").values_list("uuid", "held_by", "answer_due"):
        yield Found(rule.code, unit, uuid, {"due": f"{due}"})


def _late_actions(trust: Unit, rule: Rule, on: date) -> Iterable[Found]:
    of = {"action": OuterRef("pk")}
    grave = (
        Exists(IncidentAction.objects.filter(**of, incident__harm_actual__in=SERIOUS))
        | Exists(FindingAction.objects.filter(**of, finding__kind__in=GRAVE))
        | Exists(RiskAction.objects.filter(**of, risk__zone=Zone.RED, risk__state__in=LIVE))
    )
    late = Action.objects.filter(
        grave,
        trust=trust,
        state=ActionState.PLANNED,
        closed=False,
        due__lt=on - timedelta(days=rule.days),
    )
    for uuid, unit, title, due in late.order_by("pk").values_list(
        "uuid", "unit_id", "title", "due"
    ):
        yield Found(rule.code, unit, uuid, {"title": title, "due": f"{due}"})


def _old_risks(trust: Unit, rule: Rule, on: date) -> Iterable[Found]:
    old = Risk.objects.filter(
        trust=trust, zone=Zone.RED, state__in=LIVE, review_on__lt=on - timedelta(days=rule.days)
    )
    rows = old.order_by("pk").values_list("uuid", "unit_id", "title", "review_on")
    for uuid, unit, title, due in rows:
        yield Found(rule.code, unit, uuid, {"title": title, "due": f"{due}"})


def _no_appraisal(trust: Unit, rule: Rule, on: date) -> Iterable[Found]:
    """Of the organisation's own top leader. Never done here: counted from when the rule was on."""
    signed = Appraisal.objects.filter(unit=trust, signed_at__isnull=False).order_by("-signed_at")
    last = signed.first()
    done = last.signed_at if last else None
    since = clock.day(done) if done else on_since(trust, rule.code)
    if since is None:
        return
    due = since + YEAR
    if due < on - timedelta(days=rule.days):
        yield Found(rule.code, trust.pk, trust.uuid, {"due": f"{due}"})


def _repeated(trust: Unit, rule: Rule, on: date) -> Iterable[Found]:
    """Shown by the risk that both incidents show: nothing else says surely that it is the same."""
    shows = IncidentRisk.objects.filter(removed_at__isnull=True)
    risks_before = shows.filter(
        incident__actions__action=OuterRef(OuterRef(OuterRef("pk")))
    ).values("risk")
    again = (
        Incident.objects.filter(
            ~Q(state=IncidentState.ASIDE),
            Exists(shows.filter(incident=OuterRef("pk"), risk__in=risks_before)),
            responsible_unit=OuterRef("unit"),
            past_line=False,
            reported_at__gt=OuterRef("done_at"),
            reported_at__gte=clock.start_of(on - YEAR),
        )
        .order_by()
        .values("responsible_unit")
    )
    judged = Action.objects.filter(
        Exists(again),
        trust=trust,
        origin="incident",
        state=ActionState.FINISHED,
        effect__in=GOOD,
        closed=False,
        done_at__gte=clock.start_of(on - YEAR),
    ).annotate(number=again.annotate(number=Count("pk")).values("number"))
    rows = judged.order_by("pk").values_list("uuid", "unit_id", "title", "number", "done_at")
    for uuid, unit, title, number, done_at in rows:
        if done_at:
            seen = {"title": title, "number": number, "done": f"{clock.day(done_at)}"}
            yield Found(rule.code, unit, uuid, seen)


LOOKS: Mapping[str, Look] = {
    "late_order": _late_orders,
    "late_notice": _late_notices,
    "late_answer": _late_answers,
    "late_action": _late_actions,
    "risk_review": _old_risks,
    "appraisal": _no_appraisal,
    "repeated": _repeated,
}


def look(trust: Unit, rules: Iterable[Rule], on: date) -> list[Concerning]:
    """What the rules find in the organisation, and the leader who answers for each."""
    found = [one for rule in rules for one in LOOKS[rule.code](trust, rule, on)]
    units = Unit.objects.in_bulk({one.unit_id for one in found})
    led = _leaders(units.values(), on)
    return [
        Concerning(one, units[one.unit_id], leader)
        for one in found
        if (leader := _answering(units[one.unit_id], led))
    ]


def _leaders(units: Iterable[Unit], on: date) -> Mapping[int, list[Person]]:
    """Who leads each of the units, and each above them."""
    return responsible_leaders({pk for unit in units for pk in _line(unit)}, on)


def _line(unit: Unit) -> list[int]:
    """The unit and those above it in the same organisation, nearest first."""
    ids = [int(part) for part in unit.path.split(".") if part]
    return ids[ids.index(unit.legal_id) :][::-1]


def _answering(unit: Unit, led: Mapping[int, list[Person]]) -> Person | None:
    """The unit's leader, or the nearest above who leads."""
    return next((people[0] for pk in _line(unit) if (people := led.get(pk))), None)
