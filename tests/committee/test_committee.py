"""The quality and patient safety committee: cases come to it, it says what it found, leaders answer its advice."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from styrk.access.models import Account, Grant
from styrk.actions.types import Plan
from styrk.committee import commands, queries
from styrk.committee.jobs import lay_serious
from styrk.committee.models import Advice, CommitteeCase
from styrk.core import scope
from styrk.duties.models import Duty
from styrk.incidents import commands as cases
from styrk.incidents import queries as incidents
from styrk.incidents.responsible import responsible_for, share_with
from styrk.messages.models import Message
from styrk.organisation.commands import appoint, register_person
from tests.clients import filled_in
from tests.counting import asked
from tests.world import move_case

pytestmark = pytest.mark.django_db

HOME = reverse("committee:committee")
WHY = "Tredje gang i år. Er overleveringen god nok?"
FOUND = "Overleveringen mangler et fast sted. Ingen av de tre sakene ble sett under ett."
ADVICE = "Lag én fast rutine for muntlig overlevering, og prøv den på to sengeposter."


def page_of(incident):
    return reverse("incidents:incident", args=[incident.uuid])


def text_of(client, address):
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, (address, answer.status_code)
    return unescape(answer.content.decode())


def person_in(world, now, name, unit, role="quality_committee"):
    person = register_person(name=name, title="Lege", email="", home_unit=unit, by=None, now=now)
    appoint(person=person, unit=unit, role=role, valid_from=date(2025, 1, 1), by=None, now=now)
    Account.objects.create(username=name.split()[0].lower(), person=person, password="!")
    return person


@pytest.fixture
def member(world, now):
    return person_in(world, now, "Mona Medlem", world.trust)


@pytest.fixture
def case(report, nurse, world, take, ward_leader):
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    return incident


@pytest.fixture
def laid(page, ward_leader, case, member):
    """On the page, by who handles the case."""
    leader = page(ward_leader)
    address = reverse("committee:lay", args=[case.uuid])
    assert address in text_of(leader, page_of(case))
    assert filled_in(leader, address, why=WHY).status_code == 302
    with scope.acting(scope.SYSTEM):
        return CommitteeCase.objects.get()


def test_a_case_that_is_laid_before_it_is_read_by_it_and_by_no_other_role_of_its_kind(
    page, laid, case, member, report, nurse, world, now
):
    other = report(nurse, world.ward)
    sits = page(member)
    assert page_of(case) in text_of(sits, reverse("committee:case", args=[laid.uuid]))
    html = text_of(sits, page_of(case))
    assert "Pasienten falt på badet" in html
    assert nurse.name not in html, "who reported is not theirs to know"
    assert sits.get(page_of(other)).status_code == 404
    assert WHY in text_of(sits, HOME)
    assert str(other.uuid) not in text_of(sits, HOME)

    clinic = person_in(world, now, "Klara Klinikk", world.units["f.kir"])
    assert page(clinic).get(page_of(case)).status_code == 404
    assert "Ingen saker venter" in text_of(page(clinic), HOME)


def test_who_reads_it_handles_nothing_of_it(page, laid, case, member, world, now):
    """Also one who handles cases elsewhere."""
    appoint(
        person=member, unit=world.other_ward, role="leader",
        valid_from=date(2025, 1, 1), by=None, now=now,
    )  # fmt: skip
    sits = page(member)
    for name in (
        "confirm",
        "analyse",
        "add_action",
        "decide",
        "conclude",
        "hand_over",
        "set_aside",
    ):
        assert sits.get(reverse(f"incidents:{name}", args=[case.uuid])).status_code == 404, name
    assert "Du kan lese saken" in text_of(sits, page_of(case))
    assert sits.get(reverse("committee:lay", args=[case.uuid])).status_code == 404


def test_it_requires_what_it_needs_by_number_and_who_handles_it_is_told(
    page, case, member, ward_leader, as_person
):
    sits = page(member)
    assert sits.get(page_of(case)).status_code == 404
    address = reverse("committee:require")
    missing = filled_in(sits, address, number="2026-999999", why="Trengs.")
    assert missing.status_code == 422
    assert "Fant ingen sak" in unescape(missing.content.decode())
    assert "Trengs." in unescape(missing.content.decode())
    assert filled_in(sits, address, number=case.reference, why="Likt tre andre.").status_code == 302
    assert sits.get(page_of(case)).status_code == 200
    with as_person(ward_leader):
        told = Message.objects.filter(subject__contains="leser en sak du har").get()
        assert "Likt tre andre." in told.text
    again = filled_in(sits, address, number=case.reference, why="Likt.")
    assert again.status_code == 422


@pytest.mark.parametrize("why_not", ["staff", "elsewhere", "past_line", "aside"])
def test_it_requires_nothing_of_the_staff_alone_of_another_line_or_past_it(
    page, report, nurse, world, member, why_not, now, ward_leader, as_person
):
    facts = {
        "staff": {"kind": "staff"},
        "past_line": {"about_leader": True},
    }.get(why_not, {})
    incident = report(nurse, world.ward, **facts)
    if why_not == "past_line":
        with scope.acting(scope.SYSTEM):
            move_case(incident, past=True)
    if why_not == "aside":
        with as_person(ward_leader):
            found = incidents.incident(incident.uuid)
            cases.set_aside(incident=found, why="building", note="", by=ward_leader, now=now)
    number = world.their_incident.reference if why_not == "elsewhere" else incident.reference
    answer = filled_in(page(member), reverse("committee:require"), number=number, why="Trengs.")
    assert answer.status_code == 422
    assert not CommitteeCase.objects.exists()


def test_a_serious_event_of_a_patient_comes_by_itself_once(report, nurse, world, member, now):
    serious = report(nurse, world.ward, harm_actual="death")
    report(nurse, world.ward, harm_actual="mild")
    report(nurse, world.ward, harm_actual="severe", kind="staff")
    for _time in range(2):
        lay_serious(now)
    with scope.acting(scope.SYSTEM):
        made = CommitteeCase.objects.select_related("incident").get()
    assert (made.incident, made.way, made.laid_by) == (serious, "serious", None)


def test_where_there_is_no_committee_nothing_is_laid_and_the_page_says_so(
    page, report, nurse, world, now, ward_leader
):
    incident = report(nurse, world.ward, harm_actual="death")
    lay_serious(now)
    answer = filled_in(page(ward_leader), reverse("committee:lay", args=[incident.uuid]), why=WHY)
    assert answer.status_code == 422
    assert "Ingen sitter i et utvalg" in unescape(answer.content.decode())
    with scope.acting(scope.SYSTEM):
        assert not CommitteeCase.objects.exists()


def test_from_a_case_to_advice_that_is_followed_with_an_action(
    page, laid, case, member, ward_leader, clinic_director, as_person, world, now
):
    sits = page(member)
    with as_person(member):
        assert Duty.objects.filter(kind="committee.treat", settled_at__isnull=True).exists()
    treat = reverse("committee:treat", args=[laid.uuid])
    early = filled_in(sits, treat, met_on="2026-11-20", assessment=FOUND)
    assert early.status_code == 422, "the meeting has not been held"
    assert filled_in(sits, treat, met_on="2026-11-16", assessment=FOUND).status_code == 302
    advise = reverse("committee:advise", args=[laid.uuid])
    html = text_of(sits, advise)
    assert clinic_director.name in html
    assert ward_leader.name in html
    sent = {"to": str(world.units["f.med"].uuid), "text": ADVICE, "due": "2026-12-16"}
    assert filled_in(sits, advise, **sent).status_code == 302
    with scope.acting(scope.SYSTEM):
        advice = Advice.objects.get()

    leader = page(clinic_director)
    there = reverse("committee:advice", args=[advice.uuid])
    assert there in text_of(leader, "/")
    assert ADVICE in text_of(leader, there)
    answer = reverse("committee:answer", args=[advice.uuid])
    assert page(ward_leader).get(answer).status_code == 404
    said = "Vi prøver den på 1A og 1B fra januar."
    assert filled_in(leader, answer, state="followed", answer=said).status_code == 302
    assert there not in text_of(leader, "/")
    assert reverse("committee:add_action", args=[advice.uuid]) in text_of(leader, there)
    with as_person(clinic_director):
        commands.follow_with_action(
            advice=queries.one_advice(advice.uuid),
            plan=Plan(
                world.units["f.med"], "Fast overlevering", "Sagt likt", "Færre", "system",
                clinic_director, date(2027, 1, 15), date(2027, 3, 15),
            ),
            by=clinic_director,
            now=now,
        )  # fmt: skip
    assert "Fast overlevering" in text_of(leader, there)

    with as_person(member):
        assert Message.objects.filter(subject__contains="Svar på rådet").exists()
        assert not Duty.objects.filter(kind="committee.treat", settled_at__isnull=True).exists()
    assert said in text_of(sits, reverse("committee:case", args=[laid.uuid]))
    html = text_of(page(ward_leader), page_of(case))
    assert "Overleveringen mangler et fast sted" in html
    assert ADVICE in html


def test_advice_that_is_not_followed_needs_why_and_wrong_advice_is_withdrawn(
    page, laid, member, ward_leader, world, as_person, now
):
    with as_person(member):
        given = [
            commands.give_advice(
                case=queries.case(laid.uuid), to_unit=world.ward, text=ADVICE,
                due=date(2026, 12, 1), by=member, now=now,
            )
            for _number in range(2)
        ]  # fmt: skip
    leader, sits = page(ward_leader), page(member)
    answer = reverse("committee:answer", args=[given[0].uuid])
    assert filled_in(leader, answer, state="declined", answer="").status_code == 422
    assert filled_in(leader, answer, state="declined", answer="Det finnes.").status_code == 302
    withdraw = reverse("committee:withdraw_advice", args=[given[1].uuid])
    assert leader.get(withdraw).status_code == 404
    assert filled_in(sits, withdraw, why="Skrevet to ganger.").status_code == 302
    assert leader.get(reverse("committee:answer", args=[given[1].uuid])).status_code in {302, 404}
    with scope.acting(scope.SYSTEM):
        states = list(Advice.objects.order_by("pk").values_list("state", flat=True))
        waits = Duty.objects.filter(kind="committee.answer", settled_at__isnull=True)
        assert (states, waits.exists()) == (["declined", "withdrawn"], False)


def test_a_withdrawn_case_is_out_of_its_sight(
    page, laid, case, member, ward_leader, quality_adviser
):
    withdraw = reverse("committee:withdraw", args=[laid.uuid])
    assert page(quality_adviser).get(withdraw).status_code == 404
    assert page(member).get(withdraw).status_code == 404
    assert filled_in(page(ward_leader), withdraw, why="Hører ikke hit.").status_code == 302
    assert page(member).get(page_of(case)).status_code == 404
    assert page(member).get(reverse("committee:case", args=[laid.uuid])).status_code == 404


def test_a_member_who_is_inhabil_never_sees_it_again(page, laid, case, member, world, now):
    other = person_in(world, now, "Oda Ordning", world.trust)
    recuse = reverse("committee:recuse", args=[laid.uuid])
    assert filled_in(page(member), recuse, reason="Jeg var til stede.").status_code == 302
    assert page(member).get(page_of(case)).status_code == 404
    assert case.title not in text_of(page(member), HOME)
    assert page(other).get(page_of(case)).status_code == 200


def test_a_case_that_goes_past_the_line_leaves_the_committee(
    page, laid, case, member, ward_leader, now, as_person
):
    with as_person(ward_leader):
        found = incidents.incident(case.uuid)
        found.past_line = True
        share_with(found, responsible_for(found.unit, now.date()), ward_leader, now)
    with scope.acting(scope.SYSTEM):
        assert Grant.objects.get(part="reading").until is not None


def test_the_pages_ask_no_more_for_more(
    page, member, report, nurse, world, take, ward_leader, as_person, now
):
    sits, counts = page(member), []
    for number in (1, 2):
        for _each in range(number):
            incident = report(nurse, world.ward)
            with as_person(ward_leader):
                made = commands.lay_before(
                    incident=incidents.incident(incident.uuid), why=WHY, by=ward_leader, now=now
                )
            with as_person(member):
                commands.give_advice(
                    case=queries.case(made.uuid), to_unit=world.ward, text=ADVICE,
                    due=date(2026, 12, 1), by=member, now=now,
                )  # fmt: skip
        pages = (HOME, reverse("committee:case", args=[made.uuid]))
        counts.append([len(asked(sits, one)) for one in pages])
    assert counts[0] == counts[1], counts
    assert max(counts[0]) <= 12, counts


def test_nobody_else_has_the_workplace(page, ward_leader, nurse, quality_adviser, ceo, board_chair):
    for person in (ward_leader, nurse, quality_adviser, ceo, board_chair):
        client = page(person)
        assert client.get(HOME).status_code == 404
        assert client.get(reverse("committee:require")).status_code == 404
