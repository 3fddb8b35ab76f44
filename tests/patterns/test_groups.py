"""Samleavvik: made of reports one may see, counted in sight, answered once, and ended with a reason."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from styrk.core import clock, scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.incidents import commands as incident_commands
from styrk.incidents import queries as incidents
from styrk.organisation.models import Unit
from styrk.patterns import commands, queries, refusals
from styrk.patterns.models import GroupMember, GroupStep, IncidentGroup
from tests.clients import fetched
from tests.counting import asked, shortened
from tests.incidents.conftest import acts, after
from tests.patterns.conftest import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def total(as_person, now):
    """`total(person, group)`: how many the person sees in it; None where it is out of sight."""

    def total(person, group):
        with as_person(person):
            found = queries.group(group.uuid)
            return queries.counted(found, clock.day(now)).total if found else None

    return total


def test_from_the_page_of_a_case_to_a_group_with_all_that_is_like_it(
    page, ward_leader, falls, world
):
    leader = page(ward_leader)
    case = f"/avvik/{falls[0].uuid}/"
    new = f"/samleavvik/nytt/{falls[0].uuid}/"
    assert new in leader.get(case).content.decode()

    sent = fetched(leader, new, title="Fall om natten", common="Vått gulv", unit=world.ward.uuid)
    begun = leader.post(new, sent)
    text = after(leader, begun)
    assert "1 melding du kan se, hører til." in text

    address = f"{begun.url}legg-til/"
    near = leader.get(address).content.decode()
    assert str(falls[0].uuid) not in near
    chosen = [str(one.uuid) for one in falls[1:]]
    text = after(leader, leader.post(address, fetched(leader, address, chosen=chosen)))

    assert "3 meldinger du kan se, hører til." in text
    assert "Fall om natten" in leader.get(case).content.decode()
    assert "3 meldinger" in leader.get("/samleavvik/").content.decode()


def test_the_search_finds_by_words_of_the_report(page, group, report, nurse, world, ward_leader):
    dose = report(nurse, world.ward, description="Pasienten fikk dobbel dose morfin.")
    text = page(ward_leader).get(f"/samleavvik/{group.uuid}/legg-til/?q=morfin").content.decode()

    assert str(dose.uuid) in text
    assert text.count('name="chosen"') == 1


def test_it_counts_by_month_and_where_it_happened(
    join, report, nurse, department_leader, begin, world, now, as_person
):
    old = report(nurse, world.ward, at=now - timedelta(days=400))
    lately = report(nurse, world.ward, at=now - timedelta(days=40), harm_actual="death")
    elsewhere = report(nurse, world.second_ward)
    above = begin(department_leader, old, world.department)
    join(department_leader, above, lately, elsewhere)

    with as_person(department_leader):
        counted = queries.counted(queries.group(above.uuid), clock.day(now))

    assert counted.total == 3
    assert [number for _month, number in counted.months if number] == [1, 1]
    assert [(one.name, one.lately, one.ever) for one in counted.units] == [
        (world.ward.name, 1, 2),
        (world.second_ward.name, 1, 1),
    ]
    assert counted.worst == (1, 0)


def test_two_units_of_one_name_are_two(
    join, report, nurse, department_leader, begin, world, now, page
):
    Unit.objects.filter(pk=world.second_ward.pk).update(name=world.ward.name)
    one, other = (
        report(nurse, unit, harm_actual="severe") for unit in (world.ward, world.second_ward)
    )
    above = begin(department_leader, one, world.department)
    join(department_leader, above, other)
    leader = page(department_leader)
    home = reverse("patterns:group", args=[above.uuid])
    html = unescape(leader.get(home).content.decode())
    assert "Av dem: 2 alvorlige skader." in html
    for unit, its in ((world.ward, one), (world.second_ward, other)):
        assert f"{world.ward.name} ({unit.code})" in html
        listed = leader.get(f"{home}meldinger/?enhet={unit.code}").content.decode()
        assert [str(each.uuid) in listed for each in (one, other)] == [its == one, its == other]
    for wrong in ("%00", "finnes-ikke"):
        assert leader.get(f"{home}meldinger/?enhet={wrong}").status_code == 404


def test_nobody_learns_of_a_case_through_a_group(
    falls, begin, join, department_leader, ward_leader, other_leader, total, world, now, as_person
):
    above = begin(department_leader, falls[0], world.department)
    assert total(ward_leader, above) is None
    assert total(department_leader, above) == 1

    with as_person(other_leader):
        assert not queries.groups(ended=False)
        assert not GroupMember.objects.exists()
        assert not GroupStep.objects.exists()


def test_whoever_is_recused_counts_without_it(
    group, join, falls, ward_leader, total, now, as_person
):
    join(ward_leader, group, *falls[1:])
    with as_person(ward_leader):
        found = incidents.incident(falls[1].uuid)
        incident_commands.recuse_from_incident(
            incident=found, reason="Det er min søster.", by=ward_leader, now=now
        )

    assert total(ward_leader, group) == 2


def test_what_lies_elsewhere_does_not_belong(group, report, nurse, world, department_leader, join):
    elsewhere = report(nurse, world.second_ward)

    with pytest.raises(refusals.OutOfLine):
        join(department_leader, group, elsewhere)


def test_all_who_reported_hear_the_answer_once(
    group, join, falls, nurse, ward_leader, page, report, world
):
    join(ward_leader, group, *falls[1:])
    report(nurse, world.ward)
    before = len(told(nurse))
    leader, address = page(ward_leader), f"/samleavvik/{group.uuid}/svar/"

    text = after(
        leader, leader.post(address, fetched(leader, address, said="Vi legger nytt gulv."))
    )

    assert "Svaret er sendt" in text
    assert told(nurse)[before:] == ["Vi legger nytt gulv."] * 3
    assert acts(falls[1]) == ["report", "answer_in_group"]
    own = page(nurse).get(f"/mine-meldinger/{falls[1].uuid}/").content.decode()
    assert "Svar til alle som har meldt det samme" in own
    assert "Vi legger nytt gulv." in own


def test_taken_out_it_counts_no_more_hears_no_more_and_may_come_back(
    group, join, falls, ward_leader, page, total
):
    join(ward_leader, group, falls[1])
    leader = page(ward_leader)
    address = f"/samleavvik/{group.uuid}/ta-ut/{falls[1].uuid}/"

    assert leader.post(address, {"why": ""}).status_code == 422
    after(leader, leader.post(address, fetched(leader, address, why="Det var en annen grunn.")))

    assert total(ward_leader, group) == 1
    assert leader.get(address).status_code == 404
    join(ward_leader, group, falls[1])
    assert total(ward_leader, group) == 2


def test_what_is_set_aside_later_is_counted_nowhere(
    group, join, falls, ward_leader, total, now, as_person
):
    join(ward_leader, group, falls[1])
    with as_person(ward_leader):
        incident_commands.set_aside(
            incident=incidents.incident(falls[1].uuid),
            why="ict",
            note="Det er en feil i systemet.",
            by=ward_leader,
            now=now,
        )

    assert total(ward_leader, group) == 1


def test_ended_with_a_reason_and_taken_up_again(group, ward_leader, page, join, falls):
    leader, address = page(ward_leader), f"/samleavvik/{group.uuid}/"
    text = after(
        leader,
        leader.post(f"{address}avslutt/", fetched(leader, f"{address}avslutt/", why="Nytt gulv.")),
    )
    assert "avsluttet samleavviket: Nytt gulv." in text
    assert "Fall på badet om natten" in leader.get("/samleavvik/?vis=avsluttet").content.decode()
    with pytest.raises(NotNow):
        join(ward_leader, group, falls[1])

    assert "tatt opp igjen" in after(leader, leader.post(f"{address}ta-opp-igjen/"))
    join(ward_leader, group, falls[1])


def test_only_those_who_handle_there_may_act(group, page, nurse, quality_adviser, other_leader):
    address = f"/samleavvik/{group.uuid}/"
    for person in (nurse, other_leader):
        client = page(person)
        for act in ("", "legg-til/", "svar/", "avslutt/"):
            assert client.get(f"{address}{act}").status_code in (403, 404), (person, act)


def test_no_identity_is_written(falls, begin, ward_leader, world, now, as_person):
    with as_person(ward_leader), pytest.raises(IdentityFound):
        commands.begin_group(
            incident=incidents.incident(falls[0].uuid),
            unit=world.ward,
            title="Fall",
            common="Gjelder 13097248022.",
            by=ward_leader,
            now=now,
        )


@pytest.mark.parametrize("change", [{"left_at": None}, {"incident_id": 1}])
def test_what_was_said_of_a_report_is_never_rewritten(group, change):
    with (
        scope.acting(scope.SYSTEM),
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        GroupMember.objects.filter(group=group).update(**change)


def test_the_cost_of_the_pages_does_not_grow(group, join, falls, ward_leader, page):
    leader = page(ward_leader)
    addresses = (f"/samleavvik/{group.uuid}/", "/samleavvik/")
    one = [len(asked(leader, address)) for address in addresses]
    join(ward_leader, group, *falls[1:])
    three = [asked(leader, address) for address in addresses]

    for before, found in zip(one, three, strict=True):
        assert len(found) == before, shortened(found)
        assert len(found) <= 12, shortened(found)
    assert IncidentGroup.objects.count() == 0, "nobody in scope sees none"


def links(text, within):
    """Those of a page that lead to lists of just what a number counts."""
    return [one.replace("&amp;", "&") for one in re.findall(rf'href="({within}[^"]*)"', text)]


def test_every_number_leads_to_a_list_of_just_those(
    page, join, report, nurse, department_leader, begin, world, now
):
    old = report(nurse, world.ward, at=now - timedelta(days=400))
    lately = report(nurse, world.ward, at=now - timedelta(days=40))
    elsewhere = report(nurse, world.second_ward)
    above = begin(department_leader, old, world.department)
    join(department_leader, above, lately, elsewhere)
    leader, home = page(department_leader), f"/samleavvik/{above.uuid}/"
    found = links(leader.get(home).content.decode(), f"{home}meldinger/")

    def listed(address):
        text = leader.get(address).content.decode()
        return [one for one in (old, lately, elsewhere) if f"/avvik/{one.uuid}/" in text]

    months, units = found[:2], found[2:]
    assert [listed(one) for one in months] == [[elsewhere], [lately]]
    assert [listed(one) for one in units] == [[lately], [old, lately], [elsewhere], [elsewhere]]
    assert listed(f"{home}meldinger/") == [old, lately, elsewhere]
    assert leader.get(f"{home}meldinger/?maned=tull").status_code == 404


def test_the_new_ones_are_taken_at_once_and_the_rest_is_said(
    page, report, nurse, department_leader, ward_leader, begin, join, world
):
    light = {"harm_actual": "none", "harm_possible": "mild"}
    mine = [report(nurse, world.ward, **light) for _n in range(2)]
    serious = report(nurse, world.ward, harm_possible="severe")
    group = begin(department_leader, mine[0], world.department)
    join(department_leader, group, mine[1], serious)
    leader, home = page(department_leader), f"/samleavvik/{group.uuid}/"
    assert "Ta imot de 3 nye" in leader.get(home).content.decode()

    text = after(leader, leader.post(f"{home}ta-imot/"))

    assert "Du har tatt imot 2 meldinger. 1 venter fortsatt" in text
    assert [acts(one)[-1] for one in mine] == ["take", "take"]
    assert acts(serious) == ["report"]
    assert "Ta imot den nye" in text
    assert "Du har tatt imot 0 meldinger." in after(leader, leader.post(f"{home}ta-imot/"))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_some_asks_no_more_for_more(page, ward_leader, group, join, falls, number):
    join(ward_leader, group, *falls[:number])
    questions = asked(page(ward_leader), f"/samleavvik/{group.uuid}/meldinger/")
    assert len(questions) <= 8, shortened(questions)
