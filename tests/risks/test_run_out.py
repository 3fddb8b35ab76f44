"""An acceptance whose day has passed is shown as run out, wherever the risk is named."""

from datetime import timedelta

import pytest

from styrk.core import clock, scope
from styrk.core.asking import ask
from styrk.regulation.types import Question
from styrk.risks import commands, evidence, presenters, queries, thread
from styrk.risks.models import RiskPlacement
from styrk.risks.queries import strands
from styrk.risks.tally import compact_tally
from tests.risks.test_views import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(yellow, ward_leader, now, as_person):
    """Accepted for thirty days."""
    with as_person(ward_leader):
        commands.accept_risk(
            risk=queries.risk(yellow.uuid),
            reason="Nytt gulv i mars.",
            expires_on=clock.after(now, days=30),
            by=ward_leader,
            now=now,
        )
    return yellow


@pytest.fixture
def pointing(accepted, placement, ward_leader, now):
    """The same, which threatens a requirement."""
    with scope.acting(scope.SYSTEM):
        RiskPlacement.objects.create(
            risk=accepted, placement=placement, linked_at=now, linked_by=ward_leader
        )
    return accepted


def test_on_the_last_day_it_holds_and_the_day_after_it_says_that_it_is_over(
    accepted, again, now, ward_leader
):
    risk = again(ward_leader, accepted)

    last = clock.day(now + timedelta(days=30))
    assert presenters.state_tag(risk, last) == ("Akseptert", "neutral")
    words, color = presenters.state_tag(risk, last + timedelta(days=1))
    assert words.startswith("Aksepten gikk ut ")
    assert color == "danger"


def test_on_the_thread_it_lacks_actions_again(pointing, placement, now, ward_leader, as_person):
    late = clock.day(now + timedelta(days=31))
    with as_person(ward_leader):
        (link,) = strands.PLACEMENT_LINKS.ask([placement.pk])
        whole = strands.risk_with(pointing.uuid)
        for risk in (link.risk, whole):
            said = [str(words) for words, _color in thread.drawn(risk, late).gaps]
            assert "Ingen tiltak" in said
            before = thread.drawn(risk, clock.day(now)).gaps
            assert "Ingen tiltak" not in [str(words) for words, _color in before]


@pytest.mark.parametrize("address", ["/risiko/", "/risiko/{risk}/", "/krav/{requirement}/"])
def test_every_page_that_names_it_says_that_it_ran_out(
    pointing, placement, page, ward_leader, now, stopped_clock, address
):
    where = address.format(risk=pointing.uuid, requirement=placement.requirement.uuid)
    assert "Aksepten gikk ut" not in shown(page(ward_leader), where)

    stopped_clock.at = now + timedelta(days=31)
    assert "Aksepten gikk ut" in shown(page(ward_leader), where)


def test_it_is_counted_as_treated_to_its_last_day(accepted, now, world):
    last = clock.day(now + timedelta(days=30))
    for day, treated in ((clock.day(now), 1), (last, 1), (last + timedelta(days=1), 0)):
        assert treated_on(day, world.ward) == [treated]
    with scope.acting(scope.SYSTEM):
        compact_tally()
    assert treated_on(last + timedelta(days=1), world.ward) == [0]


def test_with_an_action_it_is_treated_still(accepted, plan, ward_leader, now, world, as_person):
    with as_person(ward_leader):
        commands.add_action(
            risk=queries.risk(accepted.uuid),
            plan=plan(world.ward, ward_leader),
            by=ward_leader,
            now=now,
        )

    assert treated_on(clock.day(now + timedelta(days=31)), world.ward) == [1]


def treated_on(day, unit):
    """What § 6 e counts as having an action or an acceptance, of the one serious risk."""
    question = Question(unit.pk, unit.code, unit.path, day, day)
    with scope.acting(scope.SYSTEM):
        found = ask(evidence.read(question))
    data = evidence.plans_against_risks(question, found).data
    return [one.value for one in data if str(one.what) == "Av dem med tiltak eller aksept"][:1]
