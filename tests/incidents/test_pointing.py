"""Incidents that show a risk: who may say so, who sees it, and what the risk's page counts."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from styrk.core import clock, scope
from styrk.incidents import commands, pointing, queries
from styrk.incidents.models import IncidentRisk
from styrk.risks import commands as risks
from styrk.risks import queries as risk_queries
from styrk.risks.models import Risk
from styrk.risks.types import Description
from tests.counting import asked, shortened
from tests.incidents.conftest import acts, after

pytestmark = pytest.mark.django_db

NONE_SEEN = "Ingen meldinger som du kan se, er knyttet til risikoen."


@pytest.fixture
def describe(world, now, as_person):
    """`describe(leader, ward, title="Fall")`: one more risk at the unit."""

    def describe(person, unit, title="Fall på badet om natten"):
        with as_person(person):
            return risks.describe_risk(
                description=Description(
                    unit=unit,
                    title=title,
                    description="Gulvet blir glatt.",
                    causes="",
                    consequences="",
                    measures="",
                    interaction="none",
                    owner=person,
                    review_on=clock.after(now, days=60),
                ),
                by=person,
                now=now,
            )

    return describe


@pytest.fixture
def falls(describe, ward_leader, world):
    return describe(ward_leader, world.ward)


@pytest.fixture
def point(now, as_person):
    """`point(leader, incident, risk)` as the page does it."""

    def point(person, incident, risk, command=commands.point_at_risk):
        with as_person(person):
            command(
                incident=queries.incident(incident.uuid),
                risk=risk_queries.risk(risk.uuid) or risk,
                by=person,
                now=now,
            )

    return point


@pytest.fixture
def seen(as_person, now):
    """`seen(person, risk)`: how many show it in the person's sight."""

    def seen(person, risk):
        with as_person(person):
            return pointing.shown_by(risk, clock.day(now)).total

    return seen


def shown(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_case_is_linked_on_its_page_and_stands_on_the_risk(leader, case, falls):
    form = shown(leader, f"/avvik/{case.uuid}/risiko/")
    assert falls.title in form

    answer = leader.post(f"/avvik/{case.uuid}/risiko/", {"risk": str(falls.uuid)})

    text = after(leader, answer)
    assert "Saken er knyttet til risikoen" in text
    assert f"/risiko/{falls.uuid}/" in text
    page = shown(leader, f"/risiko/{falls.uuid}/")
    assert "1 melding du kan se, er knyttet til risikoen, 1 av dem fra de siste tolv" in page
    assert f"/avvik/{case.uuid}/" in page
    assert acts(case) == ["report", "take", "point_at_risk"]


def test_the_search_finds_by_words_and_sends_nothing(
    leader, case, falls, describe, ward_leader, world
):
    describe(ward_leader, world.ward, title="Feil dose")
    address = f"/avvik/{case.uuid}/risiko/"
    text = after(leader, leader.post(address, {"search": "dose", "find": "1"}))

    assert "Feil dose" in text
    assert falls.title not in text
    assert acts(case) == ["report", "take"]


def test_nothing_chosen_is_said(leader, case, falls):
    answer = leader.post(f"/avvik/{case.uuid}/risiko/", {"search": ""})

    assert answer.status_code == 422
    assert "Velg en risiko" in answer.content.decode()


def test_taken_back_it_counts_no_more_and_may_be_said_again(
    leader, case, falls, point, ward_leader, seen
):
    point(ward_leader, case, falls)
    answer = leader.post(f"/avvik/{case.uuid}/risiko/{falls.uuid}/ta-bort/")

    assert "ikke knyttet til noen risiko" in after(leader, answer)
    assert seen(ward_leader, falls) == 0
    assert leader.post(f"/avvik/{case.uuid}/risiko/{falls.uuid}/ta-bort/").status_code == 404
    point(ward_leader, case, falls)
    assert seen(ward_leader, falls) == 1
    assert acts(case)[2:] == ["point_at_risk", "withdraw_risk", "point_at_risk"]


def test_said_twice_it_is_one(case, falls, point, ward_leader, seen):
    for _time in (1, 2):
        point(ward_leader, case, falls)

    assert seen(ward_leader, falls) == 1
    assert acts(case)[2:] == ["point_at_risk"]


def test_a_risk_of_another_line_or_ended_is_refused(
    case, falls, describe, point, ward_leader, other_leader, world, now, as_person
):
    with pytest.raises(commands.OutOfLine):
        point(ward_leader, case, describe(other_leader, world.other_ward))
    with as_person(ward_leader):
        risks.end_risk(
            risk=risk_queries.risk(falls.uuid), reason="Badet er revet.", by=ward_leader, now=now
        )
    with scope.acting(scope.SYSTEM):
        falls.refresh_from_db()
    with pytest.raises(commands.OutOfLine):
        point(ward_leader, case, falls)


def test_risks_above_and_below_are_offered_to_those_who_see_them(
    page, case, falls, describe, clinic_director, ceo, world
):
    above = describe(clinic_director, world.clinic, title="Fall i hele klinikken")
    top = describe(ceo, world.trust, title="Fall i sykehuset")
    form = f"/avvik/{case.uuid}/risiko/"

    text = shown(page(clinic_director), form)
    assert text.index(falls.title) < text.index(above.title)
    assert top.title not in text
    assert top.title in shown(page(ceo), form)


def test_one_who_reads_the_case_but_not_the_risk_is_not_told_that_there_is_none(
    page, leader, case, describe, point, clinic_director, world
):
    above = describe(clinic_director, world.clinic, title="Fall i hele klinikken")
    point(clinic_director, case, above)

    text = shown(leader, f"/avvik/{case.uuid}/")

    assert "1 risiko som vises for andre enn deg" in text
    assert above.title not in text
    assert above.title in shown(page(clinic_director), f"/avvik/{case.uuid}/")
    history = shown(leader, f"/avvik/{case.uuid}/historikk/")
    assert "knyttet saken til en risiko" in history
    assert above.title not in history


# What others may know


def test_the_risk_counts_only_what_the_reader_sees(
    page, case, falls, point, ward_leader, nurse, clinic_director, world, seen
):
    point(ward_leader, case, falls)

    assert seen(clinic_director, falls) == 1
    assert seen(nurse, falls) == 0
    text = shown(page(nurse), f"/risiko/{falls.uuid}/")
    assert NONE_SEEN in text
    assert case.title not in text
    assert str(case.uuid) not in text


@pytest.mark.parametrize(
    "role", ["other_leader", "outsider_leader", "outsider_ceo", "administrator"]
)
def test_others_get_neither_form_nor_number(
    role, page, world, case, falls, point, ward_leader, seen
):
    point(ward_leader, case, falls)
    client = page(world.people[role])

    assert seen(world.people[role], falls) == 0
    for address in (f"/avvik/{case.uuid}/risiko/", f"/risiko/{falls.uuid}/"):
        assert client.get(address).status_code == 404
    sent = {"risk": str(falls.uuid)}
    assert client.post(f"/avvik/{case.uuid}/risiko/", sent).status_code == 404
    assert client.post(f"/avvik/{case.uuid}/risiko/{falls.uuid}/ta-bort/").status_code == 404


def test_one_who_is_recused_does_not_count_the_case(
    case, falls, point, ward_leader, clinic_director, seen, now, as_person
):
    point(ward_leader, case, falls)
    with as_person(ward_leader):
        commands.recuse_from_incident(
            incident=queries.incident(case.uuid), reason="Min egen bror.", by=ward_leader, now=now
        )

    assert seen(ward_leader, falls) == 0
    assert seen(clinic_director, falls) == 1


def test_one_who_is_asked_sees_nothing_of_the_link(
    case, falls, point, ask, ward_leader, other_leader, world, as_person
):
    ask(ward_leader, case, world.other_ward)
    point(ward_leader, case, falls)

    with as_person(other_leader):
        assert not IncidentRisk.objects.exists()


def test_the_link_is_written_once_and_never_thrown(case, falls, point, ward_leader, now, as_person):
    point(ward_leader, case, falls)
    point(ward_leader, case, falls, commands.withdraw_risk)
    for change in (
        lambda: IncidentRisk.objects.update(linked_at=now - timedelta(days=1)),
        lambda: IncidentRisk.objects.update(removed_at=None, removed_by=None),
        lambda: IncidentRisk.objects.all().delete(),
    ):
        with as_person(ward_leader), pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_one_who_does_not_see_the_case_cannot_link_it(case, falls, nurse, world, now, as_person):
    with as_person(nurse), pytest.raises(DatabaseError), transaction.atomic():
        IncidentRisk.objects.bulk_create(
            [
                IncidentRisk(
                    incident_id=case.pk,
                    trust=world.trust,
                    risk=falls,
                    linked_at=now,
                    linked_by=nurse,
                )
            ],
            ignore_conflicts=True,
        )


# The numbers


def test_months_are_counted_and_the_newest_shown(
    report, take, point, falls, nurse, ward_leader, world, now, as_person
):
    for days in (0, 1, 2, 40, 41, 100, 800):
        incident = report(nurse, world.ward, at=now - timedelta(days=days))
        take(ward_leader, incident)
        point(ward_leader, incident, falls)

    with as_person(ward_leader):
        found = pointing.shown_by(Risk.objects.get(pk=falls.pk), clock.day(now))

    assert found.total == 7
    assert found.lately == 6
    assert len(found.months) == 12
    by_day = clock.day(now)
    assert found.months[-1][0] == by_day.replace(day=1)
    newest = [one.reported_at for one in found.newest]
    assert newest == sorted(newest, reverse=True)
    assert len(found.newest) == 5


def test_the_pages_cost_the_same_with_one_and_many(
    leader, report, take, point, falls, nurse, ward_leader, world, now
):
    counts = []
    for days in (0, 1, 50, 400):
        incident = report(nurse, world.ward, at=now - timedelta(days=days))
        take(ward_leader, incident)
        point(ward_leader, incident, falls)
        risk = asked(leader, f"/risiko/{falls.uuid}/")
        case = asked(leader, f"/avvik/{incident.uuid}/")
        assert len(risk) <= 12, shortened(risk)
        assert len(case) <= 12, shortened(case)
        counts.append((len(risk), len(case)))

    assert len(set(counts)) == 1
