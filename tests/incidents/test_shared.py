"""The list of cases one sees by a grant: the chair's, the asked unit's, and what was handed on from there."""

import re
from datetime import timedelta

import pytest

from styrk.incidents import queries
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Deputyship
from tests.counting import asked as asked_of
from tests.counting import shortened
from tests.world import SINCE

pytestmark = pytest.mark.django_db

LIST = "/saker-delt-med-deg/"


@pytest.fixture
def read(page):
    """The text of an address, as the person."""

    def text(person, address=LIST):
        answer = page(person).get(address)
        assert answer.status_code == 200, address
        return answer.content.decode()

    return text


@pytest.fixture
def about_top(report, quality_adviser, world):
    return report(quality_adviser, world.trust, about_leader=True)


@pytest.fixture
def asked(report, take, ask, nurse, ward_leader, world):
    """A question from the ward's leader to another ward."""
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    return ask(ward_leader, incident, world.other_ward)


@pytest.fixture
def deputised():
    def name(person, unit):
        Deputyship.objects.create(unit=unit, person=person, valid_from=SINCE)
        changing()

    return name


def crumbs(text):
    trail = re.search(r"<nav[^>]*ds-breadcrumbs.*?</nav>", text, re.DOTALL)
    return re.findall(r'href="([^"]+)"', trail[0])


def test_chair_finds_the_case_from_min_side(read, about_top, board_chair):
    mine = read(board_chair, "/min-side/")
    assert f'<a href="{LIST}">1 sak er delt med deg</a>' in mine

    assert f'href="/avvik/{about_top.uuid}/"' in read(board_chair)


def test_list_follows_the_post(read, about_top, board_chair, colleague, world):
    Appointment.objects.filter(role="board_chair", unit=world.trust).delete()
    Appointment.objects.create(
        person=colleague, unit=world.trust, role="board_chair", valid_from=SINCE
    )
    changing()

    assert "Ingen saker er delt med deg" in read(board_chair)
    assert str(about_top.uuid) in read(colleague)


def test_asked_unit_finds_the_question_and_not_the_case(read, asked, other_leader):
    text = read(other_leader)

    assert f'href="/uttalelse/{asked.uuid}/"' in text
    assert "/avvik/" not in text.split("<main")[1]
    assert "Sengepost 2A er spurt." in text


def test_answered_it_is_said(page, read, asked, other_leader):
    page(other_leader).post(f"/uttalelse/{asked.uuid}/", {"answer": "Vi så ingenting"})

    assert "Besvart" in read(other_leader)


def test_deputy_named_afterwards_has_the_same_list(
    page, read, deputised, about_top, asked, board_chair, other_leader, colleague, world
):
    page(board_chair).post(
        f"/avvik/{about_top.uuid}/send-videre/",
        {"unit": str(world.other_ward.uuid), "reason": "Hører til der"},
    )
    deputised(colleague, world.other_ward)

    for person in (other_leader, colleague):
        text = read(person)
        assert f'href="/avvik/{about_top.uuid}/"' in text
        assert f'href="/uttalelse/{asked.uuid}/"' in text
        assert "2 saker er delt med deg" in read(person, "/min-side/")


def test_recused_it_is_on_no_list(page, read, about_top, other_leader, board_chair, world):
    page(board_chair).post(
        f"/avvik/{about_top.uuid}/send-videre/",
        {"unit": str(world.other_ward.uuid), "reason": "Hører til der"},
    )
    page(other_leader).post(f"/avvik/{about_top.uuid}/ta-imot/")
    page(other_leader).post(f"/avvik/{about_top.uuid}/inhabil/", {"reason": "Min nære venn"})

    assert "Ingen saker er delt med deg" in read(other_leader)
    assert LIST not in read(other_leader, "/min-side/")


def test_recused_from_an_own_report_it_is_on_no_list(
    page, read, report, deputised, colleague, board_chair, world
):
    """The report is seen still, by a grant of its own; that is not to share the case."""
    own = report(colleague, world.trust, about_leader_there=True)
    deputised(colleague, world.other_ward)
    page(board_chair).post(
        f"/avvik/{own.uuid}/send-videre/",
        {"unit": str(world.other_ward.uuid), "reason": "Hører til der"},
    )
    assert str(own.uuid) in read(colleague)
    page(colleague).post(f"/avvik/{own.uuid}/inhabil/", {"reason": "Jeg meldte"})

    assert "Ingen saker er delt med deg" in read(colleague)
    assert read(colleague, f"/mine-meldinger/{own.uuid}/")


def test_own_report_is_not_shared_with_oneself(read, report, nurse, ceo, quality_adviser, world):
    report(nurse, world.ward)
    report(quality_adviser, world.trust, about_leader=True)

    for person in (nurse, ceo, quality_adviser):
        assert "Ingen saker er delt med deg" in read(person)
        assert LIST not in read(person, "/min-side/")


def test_many_are_a_page_at_a_time(read, report, quality_adviser, board_chair, now, world):
    for days in range(queries.PAGE + 1):
        report(quality_adviser, world.trust, about_leader=True, at=now - timedelta(days=days))
    first = read(board_chair)
    older = re.search(r'href="(\?eldre=[^"]+)"', first)[1].replace("&amp;", "&")
    second = read(board_chair, f"{LIST}{older}")

    assert first.count('href="/avvik/') == queries.PAGE
    assert second.count('href="/avvik/') == 1


def test_list_asks_seven_questions(page, asked, other_leader):
    questions = asked_of(page(other_leader), LIST)

    assert len(questions) == 7, shortened(questions)


@pytest.mark.parametrize("way", ["", "historikk/", "funn/", "risiko/"])
def test_way_back_from_a_case_seen_by_a_grant_is_a_page_one_may_open(
    page, read, about_top, board_chair, way
):
    page(board_chair).post(f"/avvik/{about_top.uuid}/ta-imot/")
    links = crumbs(read(board_chair, f"/avvik/{about_top.uuid}/{way}"))

    assert links[0] == LIST
    for link in links:
        assert page(board_chair).get(link).status_code == 200, link


def test_way_back_from_a_case_in_the_line_is_the_line_s_list(read, report, nurse, ceo, world):
    incident = report(nurse, world.ward)

    assert crumbs(read(ceo, f"/avvik/{incident.uuid}/"))[0] == "/avvik/"


def test_way_back_from_a_question_is_a_page_one_may_open(read, asked, other_leader):
    links = crumbs(read(other_leader, f"/uttalelse/{asked.uuid}/"))

    assert links == [LIST]
