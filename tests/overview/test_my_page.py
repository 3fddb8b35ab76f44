import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.core import clock, scope
from styrk.duties.queries import SHOWN
from styrk.incidents import commands
from styrk.incidents.models import Recusal, Statement
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment

MOST_QUERIES = 12


def shown(client, address="/min-side/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def asked(client, address="/min-side/"):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    # A list, now: the next request empties the log. Savepoints stand for the request's transaction.
    return [one for one in captured if "SAVEPOINT" not in one["sql"]]


def test_visitor_is_sent_to_the_sign_in_and_back(page, world):
    assert page().get("/min-side/").url == "/logg-inn/?neste=%2Fmin-side%2F"


def test_front_goes_to_min_side_or_to_where_one_signs_in(page, nurse, settings):
    assert page(nurse).get("/").url == "/min-side/"
    assert page().get("/").url == "/logg-inn/"
    settings.DEMO = True
    assert page().get("/").url == "/demo/"


def test_page_of_one_with_nothing_waiting_is_friendly(page, nurse):
    text = shown(page(nurse))

    assert "Ingenting venter på deg" in text
    assert 'href="/meld/"' in text
    assert "Når du melder, ser du her hva som skjer med det." in text
    assert "Her kan noen trenge hjelp" not in text
    assert "Dette ble bedre" not in text


def test_reporter_sees_own_reports_and_how_far_they_are(page, nurse, colleague, report, world):
    report(nurse, world.ward, "Bremsen på senga virket ikke.")
    report(colleague, world.ward, "Dette er en annens melding.")
    text = shown(page(nurse))

    assert "Bremsen på senga virket ikke" in text
    assert "Mottatt" in text
    assert "annens melding" not in text


def test_leader_sees_what_waits_with_why_and_deadline(page, nurse, ward_leader, report, world):
    report(nurse, world.ward, "Bremsen på senga virket ikke.")
    text = shown(page(ward_leader))

    assert "Ta imot meldingen" in text
    assert "Den som meldte, venter på å høre hvem som ser på det" in text
    assert "Bremsen på senga virket ikke" in text
    assert "3 dager igjen" in text
    assert "Ta imot alle" not in text


def test_several_of_a_kind_can_be_taken_together(page, nurse, ward_leader, report, world):
    report(nurse, world.ward)
    report(nurse, world.ward)

    assert "Ta imot alle" in shown(page(ward_leader))


def test_what_is_late_comes_first_and_says_so(page, ward_leader, act, report, nurse, world):
    report(nurse, world.ward)
    act(ward_leader, world.ward, ward_leader, "Bytt bremser", days=-2)
    text = shown(page(ward_leader))

    assert "1 over fristen" in text
    assert "2 dager over fristen" in text
    assert text.index("Gjennomfør tiltaket") < text.index("Ta imot meldingen")


def test_long_list_is_folded(page, ward_leader, act, world):
    for number in range(7):
        act(ward_leader, world.ward, ward_leader, f"Tiltak nr. {number}", days=number)
    text = shown(page(ward_leader))

    assert "Vis 2 til" in text
    assert text.index("Tiltak nr. 0") < text.index("Tiltak nr. 6")


def test_deputy_sees_the_leaders_cases_and_why(page, nurse, deputy, report, world):
    report(nurse, world.ward)
    text = shown(page(deputy))

    assert "Ta imot meldingen" in text
    assert "Sengepost 1A. Du er stedfortreder for lederen." in text


def test_leader_sees_which_units_below_are_late(page, department_leader, nurse, report, world, now):
    for days in (20, 10):
        report(nurse, world.ward, at=now - timedelta(days=days))
    text = shown(page(department_leader))

    assert "Her kan noen trenge hjelp" in text
    assert f'href="/min-side/enhet/{world.ward.uuid}/"' in text
    assert "2 over fristen" in text
    assert "Ingenting venter på deg" in text


def test_case_about_one_above_is_not_counted_for_them(
    page, department_leader, nurse, report, world, now
):
    """What is hidden from a person is not in their numbers either."""
    late = report(nurse, world.ward, at=now - timedelta(days=10))
    assert "1 over fristen" in shown(page(department_leader))

    with scope.acting(scope.SYSTEM):
        Recusal.objects.bulk_create(
            [
                Recusal(
                    incident=late,
                    person=department_leader,
                    trust=world.trust,
                    reason="Saken gjelder dem",
                    at=now,
                )
            ]
        )
    assert "over fristen" not in shown(page(department_leader))


def test_what_got_better_is_shown_after_what_waits(
    page, nurse, ward_leader, department_leader, improved, act, report, world, now
):
    improved(nurse, ward_leader)
    act(ward_leader, world.ward, ward_leader, "Bytt bremser")
    text = shown(page(ward_leader))

    assert text.index("Bytt bremser") < text.index("Dette ble bedre")
    assert "Rekkverk på badet" in text
    assert "Dette ble bedre" not in shown(page(nurse))
    report(nurse, world.second_ward, at=now - timedelta(days=20))
    above = shown(page(department_leader))
    assert above.index("Her kan noen trenge hjelp") < above.index("Dette ble bedre")


def test_what_is_late_stands_before_all_that_is_not(
    page, nurse, ward_leader, act, report, world, now
):
    """A late action, a fresh report, an action of next month and one of next year."""
    for title, days in (("Neste år", 200), ("Neste måned", 20), ("For sent", -3), ("I dag", 0)):
        act(ward_leader, world.ward, ward_leader, title, days=days)
    report(nurse, world.ward, "Bremsen på senga virket ikke.")
    text = shown(page(ward_leader)).split("<main")[1]

    order = (
        *("1 over fristen", "For sent"),
        *("I dag og de neste sju dagene", ">I dag<", "Bremsen på senga"),
        *("<summary>De neste ukene (1)</summary>", "Neste måned"),
        *("<summary>Senere (1)</summary>", "Neste år"),
    )
    places = [text.index(one) for one in order]
    assert places == sorted(places)
    assert text.count("Ta imot meldingen") == 1


def test_what_is_weeks_away_is_folded_only_where_something_hurries(page, ward_leader, act, world):
    act(ward_leader, world.ward, ward_leader, "Neste måned", days=20)
    client = page(ward_leader)
    assert re.search(r"<details[^>]* open>\s*<summary>De neste ukene \(1\)<", shown(client))

    act(ward_leader, world.ward, ward_leader, "I morgen", days=1)
    assert re.search(r"<details[^>]*(?<! open)>\s*<summary>De neste ukene \(1\)<", shown(client))


def test_deputy_of_one_unit_is_told_so_once(page, deputy, nurse, report, take, act, world):
    for _nth in range(3):
        report(nurse, world.ward)
    assert shown(page(deputy)).count("Du er stedfortreder for lederen.") == 1

    act(deputy, world.second_ward, deputy, "Et tiltak i en annen enhet")
    text = shown(page(deputy))
    assert text.count("Sengepost 1A. Du er stedfortreder for lederen.") == 3
    assert "Sengepost 1B</p>" in text


def test_only_what_is_far_off_is_folded_and_that_nothing_hurries_is_said(
    page, ward_leader, act, world
):
    act(ward_leader, world.ward, ward_leader, "Neste år", days=200)
    text = shown(page(ward_leader))

    assert "Ingenting har frist de neste sju dagene." in text
    assert "Ingenting venter på deg" not in text
    assert "over fristen" not in text


@pytest.mark.parametrize(
    ("days", "heading"),
    [(0, "de neste sju"), (7, "de neste sju"), (8, "ukene"), (30, "ukene"), (31, "Senere")],
)
def test_where_each_deadline_stands(page, ward_leader, act, world, days, heading):
    act(ward_leader, world.ward, ward_leader, "Bytt bremser", days=days)
    before = shown(page(ward_leader)).split("Bytt bremser")[0]

    assert re.findall("de neste sju(?= dagene</h3>)|ukene|Senere", before)[-1] == heading


def test_the_way_to_take_all_stands_once(page, nurse, ward_leader, report, world, now):
    for at in (now, now, now - timedelta(days=30), now - timedelta(days=30)):
        report(nurse, world.ward, at=at)
    text = shown(page(ward_leader))

    assert text.count("Ta imot meldingen") == 2
    assert text.count("Ta imot alle") == 1


def test_why_a_kind_waits_is_told_once_however_many_deadlines(
    page, nurse, ward_leader, report, world, now
):
    for at in (now, now - timedelta(days=30)):
        report(nurse, world.ward, at=at)
    text = shown(page(ward_leader))

    assert text.count("Ta imot meldingen") == 2
    assert text.count("Den som meldte, venter på å høre hvem som ser på det") == 1


def test_more_than_the_page_holds_is_said(page, ward_leader, act, world):
    for number in range(SHOWN + 1):
        act(ward_leader, world.ward, ward_leader, f"Tiltak nr. {number}", days=100)
    text = shown(page(ward_leader))

    assert f"Senere ({SHOWN}+)" in text
    assert "Det er flere enn disse." in text


def test_unread_messages_are_told_of(page, nurse, ward_leader, report, take, world):
    take(ward_leader, report(nurse, world.ward))

    assert "uleste beskjeder" in shown(page(nurse))


def test_busiest_page_asks_at_most_twelve(
    page,
    nurse,
    ward_leader,
    department_leader,
    other_leader,
    report,
    take,
    act,
    improved,
    world,
    now,
    as_person,
):
    """A leader with every kind of duty, late ones below, own reports, gains and messages."""
    improved(nurse, department_leader)
    old = now - timedelta(days=40)
    about = report(nurse, world.other_ward, at=old)
    take(other_leader, about, at=old)
    with as_person(other_leader):
        commands.ask_statement(
            incident=about,
            unit=world.department,
            question="Hva ser dere?",
            due=now.date(),
            by=other_leader,
            now=now,
        )
    assert Statement.objects.count() == 0  # seen by nobody without a scope
    report(nurse, world.department)
    take(department_leader, report(nurse, world.department))
    act(department_leader, world.department, department_leader)
    for days in (10, 20):
        report(nurse, world.ward, at=now - timedelta(days=days))
        report(department_leader, world.ward)
    client = page(department_leader)
    first = asked(client)
    assert first
    text = shown(client)

    for part in (
        "Gi en uttalelse",
        "Ta imot meldingen",
        "Undersøk",
        "Gjennomfør",
        "trenge hjelp",
        "bedre",
    ):
        assert part in text
    assert len(first) <= MOST_QUERIES, "\n".join(q["sql"][:200] for q in first)

    act(department_leader, world.department, department_leader, "Et tiltak til")
    report(department_leader, world.second_ward, at=now - timedelta(days=12))
    assert len(asked(client)) == len(first)


def test_unit_page_shows_what_waits_there(page, department_leader, nurse, report, world, now):
    report(nurse, world.ward, "Bremsen på senga virket ikke.", at=now - timedelta(days=10))
    text = shown(page(department_leader), f"/min-side/enhet/{world.ward.uuid}/")

    assert "Leder: Lars Lunde." in text
    assert "Stedfortreder: Dina Dahl." in text
    assert "Bremsen på senga virket ikke" in text
    assert "1 over fristen" in text


def test_unit_page_with_nothing_waiting_says_so(page, department_leader, world):
    text = shown(page(department_leader), f"/min-side/enhet/{world.second_ward.uuid}/")

    assert "Ingenting venter her" in text


def test_unit_without_leader_says_so(page, ceo, world):
    text = shown(page(ceo), f"/min-side/enhet/{world.units['f.kir.2'].uuid}/")

    assert "ingen ansvarlig leder" in text


@pytest.mark.parametrize(
    "who", ["nurse", "other_leader", "outsider_ceo", "administrator", "board_chair"]
)
def test_unit_page_is_for_those_who_lead_it_or_stand_above(page, world, who):
    address = f"/min-side/enhet/{world.ward.uuid}/"

    assert page(world.people[who]).get(address).status_code == 404


def test_missing_unit_looks_like_a_denied_one(page, nurse, world):
    def main(uuid):
        answer = page(nurse).get(f"/min-side/enhet/{uuid}/")
        return answer.status_code, answer.content.decode().split("<main")[1]

    assert main(world.ward.uuid) == main("00000000-0000-7000-8000-000000000000")


def test_what_waits_where_nobody_leads_is_with_the_leader_above(
    page, second_ward_leader, department_leader, other_nurse, report, world, now
):
    report(other_nurse, world.second_ward, "Bremsen på senga virket ikke.")
    assert "Bremsen på senga" not in shown(page(department_leader))

    yesterday = clock.day(now) - timedelta(days=1)
    Appointment.objects.filter(person=second_ward_leader).update(valid_to=yesterday)
    changing()
    text = shown(page(department_leader)).split("<main")[1]
    assert "Bremsen på senga" in text
    assert "Sengepost 1B" in text
