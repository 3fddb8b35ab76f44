"""An acceptance whose day has passed is shown as run out, wherever the risk is named."""

from datetime import timedelta

import pytest

from styrk.core import clock, scope
from styrk.risks import commands, presenters, queries, thread
from styrk.risks.models import RiskPlacement
from styrk.risks.queries import strands
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
