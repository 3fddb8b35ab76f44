"""What is added afterwards, and reports that are no case of their own."""

import pytest

from styrk.core import guard, scope, states
from styrk.core.asking import ask_all
from styrk.core.tallies import Span
from styrk.duties.models import Duty
from styrk.feedback.models import Voice
from styrk.incidents import commands, queries, tally
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.messages.models import Message
from tests.clients import fetched

pytestmark = pytest.mark.django_db


def found(incident):
    with scope.acting(scope.SYSTEM):
        return Incident.objects.get(pk=incident.pk)


@pytest.fixture
def received(as_person):
    def received(unit, person):
        with as_person(person):
            (numbers,) = ask_all([tally.figures(unit.path, {"n": Span("received")})])
            return numbers["n"]

    return received


@pytest.fixture
def aside(now, as_person):
    def aside(person, incident, why, *, same=None, note="Følges opp der."):
        with as_person(person):
            commands.set_aside(
                incident=queries.incident(incident.uuid),
                why=why,
                note=note,
                same_as=queries.incident(same.uuid) if same else None,
                by=person,
                now=now,
            )

    return aside


def told(as_person, person):
    with as_person(person):
        return list(Message.objects.order_by("-pk").values_list("subject", "text"))


def test_what_the_reporter_adds_is_read_by_whoever_handles(
    page, case, nurse, ward_leader, as_person
):
    reporter = page(nurse)
    address = f"/mine-meldinger/{case.uuid}/legg-til/"
    answer = reporter.post(address, fetched(reporter, address, text="Det var også mørkt i gangen."))

    assert "Det var også mørkt i gangen." in reporter.get(answer.url).content.decode()
    assert told(as_person, ward_leader)[0][0] == "Den som meldte, har lagt til noe"
    html = page(ward_leader).get(f"/avvik/{case.uuid}/").content.decode()
    assert "Den som meldte la til" in html
    assert "</strong> la til i meldingen" in html
    assert "Styrk</strong> la til i meldingen" not in html


def test_what_is_added_hides_who_reported_from_the_trail(case, nurse, ward_leader, as_person, now):
    with as_person(nurse):
        commands.add_to_report(
            incident=queries.own_report(nurse.pk, case.uuid), text="Mer.", by=nurse, now=now
        )
    with as_person(ward_leader):
        assert case.steps.order_by("-pk").first().by is None


def test_the_leader_puts_right_without_changing_what_was_written(page, leader, case, nurse, send):
    send("legg-til", text="Det var stue 4, ikke stue 3.")

    html = leader.get(f"/avvik/{case.uuid}/").content.decode()
    assert "Det var stue 4, ikke stue 3." in html
    assert found(case).description == case.description
    assert "stue 4" not in page(nurse).get(f"/mine-meldinger/{case.uuid}/").content.decode()


def test_identity_is_not_added(case, ward_leader, as_person, now):
    with as_person(ward_leader), pytest.raises(guard.IdentityFound):
        commands.add_to_case(incident=case, text="Ring 912 34 567", by=ward_leader, now=now)


def test_who_reported_takes_it_back_until_somebody_looks_at_it(
    page, world, nurse, ward_leader, report, take, received, as_person
):
    before = received(world.ward, ward_leader)
    first, second = report(nurse, world.ward), report(nurse, world.ward)
    take(ward_leader, second)
    client = page(nurse)
    for one in (first, second):
        address = f"/mine-meldinger/{one.uuid}/trekk/"
        if one == first:
            client.post(address, fetched(client, address, reason="Feil pasientrom."))
        else:
            assert client.get(address).status_code == 302

    assert found(first).state == State.ASIDE
    assert found(second).state == State.EXAMINING
    assert received(world.ward, ward_leader) == before + 1
    with as_person(ward_leader):
        assert not Duty.objects.filter(subject_uuid=first.uuid, settled_at__isnull=True).exists()
    assert told(as_person, ward_leader)[0][0] == "En melding er trukket tilbake"
    assert "Du trakk meldingen" in client.get(f"/mine-meldinger/{first.uuid}/").content.decode()


def test_it_is_not_withdrawn_after_somebody_took_it_a_moment_ago(
    world, nurse, ward_leader, report, take, as_person, now
):
    one = report(nurse, world.ward)
    with as_person(nurse):
        seen = queries.own_report(nurse.pk, one.uuid)
    take(ward_leader, one)
    with as_person(nurse), pytest.raises(states.NotNow):
        commands.withdraw_report(incident=seen, reason="Feil.", by=nurse, now=now)
    assert found(one).state == State.EXAMINING


def test_nobody_else_withdraws_it(world, nurse, ward_leader, report, as_person, now, page):
    one = report(nurse, world.ward)
    assert page(ward_leader).get(f"/mine-meldinger/{one.uuid}/trekk/").status_code == 404
    with as_person(ward_leader), pytest.raises(states.NotNow):
        commands.withdraw_report(
            incident=queries.incident(one.uuid), reason="Feil.", by=ward_leader, now=now
        )


def test_the_same_reported_twice_is_one_case_and_both_hear(
    page,
    leader,
    world,
    nurse,
    other_nurse,
    ward_leader,
    report,
    take,
    aside,
    received,
    as_person,
    now,
):
    before = received(world.ward, ward_leader)
    main, again = report(nurse, world.ward), report(other_nurse, world.ward)
    take(ward_leader, main)
    address = f"/avvik/{again.uuid}/ikke-egen-sak/"
    sent = {"why": "same", "number": main.reference, "note": "Takk til deg også."}
    assert leader.post(address, fetched(leader, address, **sent)).status_code == 302

    assert found(again).same_as_id == main.pk
    assert received(world.ward, ward_leader) == before + 1
    with as_person(ward_leader):
        commands.conclude_incident(
            incident=queries.incident(main.uuid), learned="Mørkt.", by=ward_leader, now=now
        )
    for person, one in ((nurse, main), (other_nurse, again)):
        assert "Mørkt." in told(as_person, person)[0][1]
        html = page(person).get(f"/mine-meldinger/{one.uuid}/").content.decode()
        assert "Fulgt helt opp" in html
    html = leader.get(f"/avvik/{again.uuid}/").content.decode()
    assert f'href="/avvik/{main.uuid}/"' in html


@pytest.mark.parametrize("number", ["", "2026-999999", "x"])
def test_a_case_that_one_does_not_see_is_not_the_same(leader, world, nurse, report, number):
    one = report(nurse, world.ward)
    address = f"/avvik/{one.uuid}/ikke-egen-sak/"
    answer = leader.post(
        address, fetched(leader, address, why="same", number=number, note="Se der.")
    )
    assert answer.status_code == 422
    assert "Vi fant ingen sak med dette nummeret" in answer.content.decode()
    assert found(one).state == State.RECEIVED


def test_it_is_not_the_same_as_itself(ward_leader, world, nurse, report, aside):
    one = report(nurse, world.ward)
    with pytest.raises(commands.NotTheSame):
        aside(ward_leader, one, "same", same=one)


def test_those_that_were_the_same_follow_to_the_one_that_is_left(
    ward_leader, world, nurse, report, aside
):
    first, second, third = (report(nurse, world.ward) for _ in range(3))
    aside(ward_leader, third, "same", same=second)
    aside(ward_leader, second, "same", same=first)

    assert found(third).same_as_id == first.pk
    with pytest.raises(commands.NotTheSame):
        aside(ward_leader, first, "same", same=second)


@pytest.mark.parametrize("why", ["complaint", "building", "ict", "other"])
def test_what_is_something_else_is_no_avvik_and_can_be_taken_up_again(
    page, ward_leader, world, nurse, report, aside, received, as_person, now, why
):
    before = received(world.ward, ward_leader)
    one = report(nurse, world.ward)
    aside(ward_leader, one, why, note="Vaktmesteren svarer.")

    assert received(world.ward, ward_leader) == before
    assert "Vaktmesteren svarer." in told(as_person, nurse)[0][1]
    assert "Ikke en egen sak" in page(nurse).get(f"/mine-meldinger/{one.uuid}/").content.decode()
    assert str(one.uuid) not in page(ward_leader).get("/avvik/?vis=reported").content.decode()
    with as_person(ward_leader):
        commands.take_up_again(
            incident=queries.incident(one.uuid), reason="Likevel.", by=ward_leader, now=now
        )
    assert found(one).state == State.EXAMINING
    assert received(world.ward, ward_leader) == before + 1


def test_a_complaint_lies_among_what_others_told_us(
    ward_leader, world, nurse, report, aside, as_person
):
    one = report(nurse, world.ward, description="Pårørende klaget på at ingen ringte tilbake.")
    aside(ward_leader, one, "complaint")

    with as_person(ward_leader):
        voice = Voice.objects.get(text="Pårørende klaget på at ingen ringte tilbake.")
    assert (voice.unit, voice.answer_owed) == (world.ward, False)


def test_what_an_action_is_decided_for_is_a_case(ward_leader, case, decide, aside):
    decide(ward_leader, case)
    with pytest.raises(commands.SomethingDecided):
        aside(ward_leader, case, "other")
