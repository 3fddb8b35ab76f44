"""Where to look next: the units below, with the reasons, and from there to an audit."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from styrk.compliance.models import Picture
from styrk.core import clock, scope
from styrk.inspections import commands, queries
from styrk.inspections.models import Audit
from styrk.risks import commands as risks
from styrk.risks.models import Risk
from styrk.risks.types import Assessment, Description
from tests.clients import filled_in
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db
PROPOSALS = reverse("inspections:proposals")


def text(answer):
    return unescape(answer.content.decode())


@pytest.fixture
def weighed(world, quality_adviser, as_person, now):
    """`weighed(later=0)`: the reasons by the unit's code, some days later."""

    def weighed(later=0):
        with as_person(quality_adviser):
            found = queries.where_to_look(world.trust, clock.after(now, days=later))
        return {one.unit.code: one for one in found}

    return weighed


@pytest.fixture
def red_risk(world, ward_leader, now, as_person):
    def red_risk(likelihood=4):
        told = Description(
            unit=world.ward,
            title="Pasienter faller på badet om natten",
            description="Gulvet blir glatt.",
            causes="Belegget er slitt.",
            consequences="Brudd.",
            measures="Vi følger dem som er ustø.",
            interaction="none",
            owner=ward_leader,
            review_on=clock.after(now, days=100),
        )
        with as_person(ward_leader):
            risk = risks.describe_risk(description=told, by=ward_leader, now=now)
            risks.rate_risk(
                risk=risk,
                assessment=Assessment("now", likelihood, {"patient": 4}, "Sju fall i år."),
                by=ward_leader,
                now=now,
            )

    return red_risk


def test_red_risks_below_speak_for_the_unit_and_come_first(red_risk, weighed):
    red_risk(likelihood=3)
    assert weighed()["f.med"].red == 0
    red_risk()

    found = weighed()
    assert list(found) == ["f.med", "f.kir"]
    assert (found["f.med"].red, found["f.kir"].red) == (1, 0)


def test_a_late_order_speaks_for_the_unit(reported, found, weighed, now):
    reported(found(), found("order", title="Bemanningen", deadline=clock.after(now, days=20)))

    assert (weighed()["f.med"].late, weighed(20)["f.med"].late) == (0, 0)
    after = weighed(21)["f.med"]
    assert (after.late, after.orders) == (1, 1)


def test_what_is_not_reported_yet_speaks_for_nothing(
    carried_out, found, weighed, quality_adviser, now, as_person, supervision
):
    audit = carried_out(**supervision)
    with as_person(quality_adviser):
        order = found("order", deadline=clock.after(now, days=20))
        commands.add_finding(audit=audit, found=order, by=quality_adviser, now=now)

    later = weighed(21)["f.med"]
    assert later.late == 0
    assert later.coming == [audit]


def test_a_report_counts_for_two_years_above_and_below(reported, weighed, now):
    reported()
    on = clock.day(now)

    assert weighed()["f.med"].last == on
    assert not weighed(730)["f.med"].long_ago(on + timedelta(days=730))
    assert weighed(731)["f.med"].long_ago(on + timedelta(days=731))
    assert weighed()["f.kir"].long_ago(on)


def test_an_audit_of_the_whole_trust_covers_each_clinic(reported, found, world, weighed, now):
    reported(units=(world.trust,))

    assert {one.last for one in weighed().values()} == {clock.day(now)}


def test_what_was_dropped_is_not_coming(planned, weighed, quality_adviser, now, as_person):
    audit = planned()
    assert weighed()["f.med"].coming == [audit]
    with as_person(quality_adviser):
        commands.drop_audit(audit=audit, reason="Slått sammen.", by=quality_adviser, now=now)

    assert weighed()["f.med"].coming == []


def test_letters_count_by_the_newest_picture(world, weighed, now):
    today = clock.day(now)
    with scope.acting(scope.SYSTEM):
        for letter, ago, status in (
            ("7b", 9, "not_shown"),
            ("8a", 9, "not_shown"),
            ("8a", 2, "shown"),
        ):
            day = today - timedelta(days=ago)
            Picture.objects.create(
                unit=world.clinic, letter=letter, on=day, since=day, status=status
            )

    assert (weighed()["f.med"].letters, weighed()["f.kir"].letters) == (1, 0)


def test_from_a_reason_to_an_audit_in_the_plan(red_risk, page, quality_adviser, world):
    red_risk()
    client = page(quality_adviser)
    shown = text(client.get(PROPOSALS))
    new = f"{reverse('inspections:new')}?enhet=f.med"
    assert "1 rød risiko" in shown
    assert f'href="{new}"' in shown
    assert "Hvorfor nå: 1 rød risiko; Ingen rapport" in text(client.get(new))
    done = filled_in(
        client,
        new,
        title="Revisjon av fall",
        about="Hvorfor nå: 1 rød risiko.",
        places="f.med",
        kind="internal",
        leader=str(quality_adviser.uuid),
        starts_on="2026-12-01",
        ends_on="2026-12-10",
    )

    assert done.status_code == 302, text(done)
    with scope.acting(scope.SYSTEM):
        places = Audit.objects.get(title="Revisjon av fall").places.order_by("pk")
        assert [one.unit for one in places] == [world.clinic]
    assert "Revisjon av fall" in text(client.get(PROPOSALS))


@pytest.mark.parametrize("code", ["g.med", "finnesikke", "%00", "f"])
def test_a_unit_that_is_not_proposed_fills_in_nothing(page, quality_adviser, code):
    shown = page(quality_adviser).get(f"{reverse('inspections:new')}?enhet={code}")

    assert shown.status_code == 200
    assert "Hvorfor nå" not in text(shown)


@pytest.mark.parametrize("role", ["ward_leader", "clinic_director", "nurse", "administrator"])
def test_only_those_who_keep_audits_see_proposals(page, world, role):
    assert page(world.people[role]).get(PROPOSALS).status_code in {403, 404}


def test_what_the_page_asks(red_risk, reported, client_of, quality_adviser):
    red_risk()
    reported()
    found = asked(client_of(quality_adviser), PROPOSALS)

    assert len(found) == 11, shortened(found)
    with scope.acting(scope.SYSTEM):
        assert Risk.objects.count() == 1
