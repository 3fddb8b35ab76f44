"""An act from an old tab, on an action that has gone on meanwhile: not done, and nothing typed is lost."""

import pytest

from tests.actions.test_views import acts, after
from tests.actions.test_views_forms import following

pytestmark = pytest.mark.django_db

FNR = "13116900216"


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


def test_the_reason_that_came_too_late_is_shown(leader, done):
    answer = leader.post(f"/tiltak/{done.uuid}/ikke-videre/", {"reason": f"Gulvet byttes\n{FNR}"})
    text = after(leader, answer)

    assert "Noen har gjort dette allerede." in text
    assert "Dette skrev du, og det er ikke lagret:" in text
    assert "«Gulvet byttes" in text
    assert FNR not in text
    assert acts(done) == ["raise", "carry_out"]


def test_so_is_that_of_a_deadline_and_of_a_judgement(leader, done, ward_leader, now):
    fields = {"due": "2027-01-15", "reason": "Gulvlegger er syk", "stand": "fra før"}
    text = after(leader, leader.post(f"/tiltak/{done.uuid}/frist/", fields))
    assert "«Gulvlegger er syk»" in text

    judged = {"effect": "not_worked", "reason": "Det er like glatt"}
    address = f"/tiltak/{done.uuid}/effekt/"
    followed = judged | following(ward_leader, now)
    assert leader.post(address, followed).status_code == 302
    assert "«Det er like glatt»" in after(leader, leader.post(address, judged))


def test_without_words_only_why_is_told(leader, done):
    text = after(leader, leader.post(f"/tiltak/{done.uuid}/iverksatt/", {"note": ""}))

    assert "Noen har gjort dette allerede." in text
    assert "Dette skrev du" not in text
