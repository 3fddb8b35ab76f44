from datetime import datetime, timedelta

import pytest

from styrk.core import scope
from styrk.core.clock import OSLO
from styrk.incidents import queries as incidents
from styrk.serious import commands, queries
from styrk.serious.jobs import follow_events
from styrk.serious.models import Answers, Event, EventStep, Notice, Obligation
from styrk.serious.types import Judged, Sent, Told
from tests.incidents.conftest import report, take  # noqa: F401 - fixtures

# Sunday night, and a Monday morning when somebody answers.
NIGHT = datetime(2026, 11, 15, 3, 0, tzinfo=OSLO)
SERIOUS = {
    "harm_actual": "death",
    "harm_to": ["patient"],
    "unexpected_outcome": True,
    "caused_by_care": True,
    "patient_on_other": False,
}
REASON = "Pasienten døde uventet etter feil dose."
ASSESSED = {"error": "yes", "unclear": "no", "complex": "unknown"}


@pytest.fixture
def incident(world, nurse, report):  # noqa: F811
    """A death at three in the night, reported half an hour later."""
    return report(
        nurse, world.ward, at=NIGHT + timedelta(minutes=30), happened_at=NIGHT, harm_actual="death"
    )


@pytest.fixture
def answer(now, as_person):
    """`answer(leader, incident, blood=True)`: the serious answers, with those."""

    def answer(person, incident, *, at=None, occurred_at=NIGHT, known_at=None, only=None, **facts):
        told = Told(
            occurred_at,
            known_at or NIGHT + timedelta(minutes=30),
            (SERIOUS if only is None else only) | facts,
        )
        with as_person(person):
            found = incidents.incident(incident.uuid)
            return commands.answer_questions(incident=found, told=told, by=person, now=at or now)

    return answer


@pytest.fixture
def case(incident, answer, ward_leader):
    """The ward's leader has answered: a serious event."""
    return answer(ward_leader, incident)


@pytest.fixture
def judge(now, as_person):
    """`judge(leader, case, "V02", send=True)`."""

    def judge(person, case, rule, *, send=True, at=None, assessment=ASSESSED):
        with as_person(person):
            one = next(o for o in queries.event(case.uuid).obligations.all() if o.rule == rule)
            commands.judge_obligation(
                obligation=one, judged=Judged(send, REASON, assessment), by=person, now=at or now
            )

    return judge


@pytest.fixture
def send(now, as_person):
    """`send(leader, case, "V02")`: notes that its first notice is sent."""

    def send(person, case, rule, *, at=None, step=0):
        with as_person(person):
            found = queries.notice(notice_of(case, rule, step).uuid)
            sent = Sent(at or now, "melde.no", "Kari Lunde", "M-2026-17")
            commands.mark_sent(notice=found, sent=sent, by=person, now=at or now)

    return send


def rows(model):
    with scope.acting(scope.SYSTEM):
        return list(model.objects.order_by("pk"))


def obligations(case):
    """State by rule."""
    with scope.acting(scope.SYSTEM):
        found = Obligation.objects.filter(event=case).order_by("rule")
        return {one.rule: one.state for one in found}


def notice_of(case, rule, step=0):
    with scope.acting(scope.SYSTEM):
        found = Notice.objects.select_related("obligation")
        return found.get(event=case, obligation__rule=rule, step=step)


def acts(case):
    with scope.acting(scope.SYSTEM):
        found = EventStep.objects.filter(event=case).order_by("pk")
        return [(one.act, one.detail.get("rule", "")) for one in found]


@pytest.fixture
def sweep(db):
    return follow_events


__all__ = ["Answers", "Event"]
