"""Who is asked to look again, and when."""

from datetime import date

import pytest

from styrk.compliance.jobs import ask_to_look_again
from styrk.duties.models import Duty


@pytest.fixture
def waits():
    def waits():
        found = Duty.objects.filter(settled_at__isnull=True).order_by("kind")
        return [(one.kind, one.unit.code, one.role, one.person, one.due) for one in found]

    return waits


def test_the_owner_is_asked_weeks_before_a_text_is_to_be_gone_through(
    world, describe, ward_leader, nurse, now, waits
):
    describe(ward_leader, world.ward, "6a", review_on=date(2026, 12, 17))
    describe(ward_leader, world.ward, "6b", owner=nurse, review_on=date(2026, 12, 16))
    describe(ward_leader, world.ward, "6c", review_on=date(2026, 12, 16))

    ask_to_look_again(now)
    ask_to_look_again(now)

    due = date(2026, 12, 16)
    assert sorted(waits(), key=str) == [
        ("compliance.review", "f.med.1.a", "", nurse, due),
        ("compliance.review", "f.med.1.a", "leader", None, due),
    ]


def test_a_new_version_settles_it(world, describe, ward_leader, now, waits):
    describe(ward_leader, world.ward, "6a", review_on=date(2026, 12, 1))
    ask_to_look_again(now)
    assert len(waits()) == 1

    describe(ward_leader, world.ward, "6a")
    ask_to_look_again(now)

    assert waits() == []


def test_the_leader_is_asked_when_a_judgement_counts_no_more(
    world, judge, quality_adviser, now, waits
):
    judge(quality_adviser, world.ward, "8b", until=date(2026, 11, 20))
    ask_to_look_again(now)
    assert waits() == [("compliance.judge", "f.med.1.a", "leader", None, date(2026, 11, 20))]

    judge(quality_adviser, world.ward, "8b")
    ask_to_look_again(now)

    assert waits() == []


def test_the_duty_leads_from_min_side_to_the_item(world, describe, ward_leader, now, page):
    describe(ward_leader, world.ward, "6a", review_on=date(2026, 11, 18))
    ask_to_look_again(now)

    client = page(ward_leader)
    html = client.get("/min-side/").content.decode()

    assert "Gå gjennom «Slik gjør vi det»" in html
    way = html.split('href="/forskriftskart/punkt/')[1].split('"')[0]
    answer = client.get(f"/forskriftskart/punkt/{way}")
    assert answer.status_code == 302
    assert answer["Location"] == f"/forskriftskart/{world.ward.uuid}/6a/"
