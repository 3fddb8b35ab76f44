"""A statutory notice that nobody has sent: the leader of where the case lies is the first to be told."""

from datetime import timedelta
from html import unescape

import pytest

from styrk.core import clock, scope
from styrk.intervention import watched as told
from styrk.intervention.models import Signal
from styrk.intervention.watching import look
from styrk.serious.models import Notice
from tests.incidents.conftest import report  # noqa: F401 - a fixture
from tests.serious.conftest import (  # noqa: F401 - fixtures
    answer,
    case,
    incident,
    judge,
    notice_of,
    send,
)

pytestmark = pytest.mark.django_db
RULE = told.rules()["late_notice"]
# Of a death: to the authorities and what follows it, to the police, to those next of kin.
OURS = {"V02", "V04", "V05"}


@pytest.fixture
def found(world):
    """`found(on)`: which duties are found late that day, and whom it concerns."""

    def found(on):
        with scope.acting(scope.SYSTEM):
            concerning = look(world.trust, [RULE], on)
        return sorted((one.found.seen["notice"], one.leader.name) for one in concerning)

    return found


@pytest.fixture
def last(case):  # noqa: F811
    """The last day on which the notice to the authorities is left alone."""
    return clock.day(notice_of(case, "V02").late_at) + timedelta(days=RULE.days)


def of_v02(found):
    return [one for one in found if one[0] == "V02"]


def test_it_is_found_when_the_days_after_the_laws_date_are_over(found, last):
    assert of_v02(found(last)) == []
    assert of_v02(found(last + timedelta(days=1))) == [("V02", "Lars Lunde")]


def test_what_is_sent_is_left_alone(found, last, case, judge, send, ward_leader):  # noqa: F811
    judge(ward_leader, case, "V02")
    assert of_v02(found(last + timedelta(days=1))) == [("V02", "Lars Lunde")]
    send(ward_leader, case, "V02")
    assert of_v02(found(last + timedelta(days=1))) == []


def test_what_is_decided_not_to_be_sent_is_left_alone(found, last, case, judge, ward_leader):  # noqa: F811
    judge(ward_leader, case, "V02", send=False)
    assert of_v02(found(last + timedelta(days=1))) == []


def test_what_a_health_worker_is_bound_to_is_no_leaders(found, last, case):  # noqa: F811
    with scope.acting(scope.SYSTEM):
        running = Notice.objects.filter(late_at__isnull=False, sent_at__isnull=True)
        assert running.filter(obligation__rule="V22").exists()
    assert {rule for rule, _leader in found(last + timedelta(days=30))} == OURS


def test_a_case_past_the_top_leader_is_never_looked_at(
    found,
    report,  # noqa: F811
    answer,  # noqa: F811
    world,
    quality_adviser,
    board_chair,
    now,
):
    about_top = report(quality_adviser, world.trust, harm_actual="death", about_leader=True)
    answer(board_chair, about_top)
    with scope.acting(scope.SYSTEM):
        assert Notice.objects.filter(event__incident=about_top, late_at__isnull=False).exists()
    assert found(clock.after(now, days=30)) == []


def test_the_leader_reads_which_notice_and_the_signal_ends_when_it_is_sent(
    switch_on,
    night,
    page,
    last,
    case,  # noqa: F811
    judge,  # noqa: F811
    send,  # noqa: F811
    ward_leader,
):
    def signal():
        with scope.acting(scope.SYSTEM):
            return Signal.objects.get(subject=notice_of(case, "V02").uuid)

    at = clock.noon_of(last + timedelta(days=1))
    night(at)
    with scope.acting(scope.SYSTEM):
        assert not Signal.objects.exists()
    switch_on("late_notice")
    night(at)
    seen = unescape(page(ward_leader).get(f"/signaler/{signal().uuid}/").content.decode())
    assert "Lovpålagt melding over fristen" in seen
    assert "Melding om alvorlig hendelse" in seen
    assert f"/melding/{notice_of(case, 'V02').uuid}/" in seen

    judge(ward_leader, case, "V02")
    send(ward_leader, case, "V02")
    night(at + timedelta(days=1))
    assert signal().ending == "gone"
