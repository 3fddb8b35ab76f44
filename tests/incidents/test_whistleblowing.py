"""A report that is varsling leaves everybody's sight but theirs who receive varsling."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from styrk.access.commands import keep_draft
from styrk.access.models import Account, Draft
from styrk.core import scope, states
from styrk.duties.models import Duty
from styrk.incidents import commands, queries
from styrk.incidents.models import Incident
from styrk.incidents.states import Aside, State
from styrk.messages.models import Message
from styrk.organisation.commands import appoint, register_person
from tests.clients import fetched

pytestmark = pytest.mark.django_db

SECRET = "Sjefen vår tar medisiner fra skapet og ber oss tie."


@pytest.fixture
def receiver(world, now):
    unit = world.trust
    person = register_person(
        name="Vigdis Varsom", title="Ombud", email="", home_unit=unit, by=None, now=now
    )
    since = date(2025, 1, 1)
    appoint(person=person, unit=unit, role="whistleblowing", valid_from=since, by=None, now=now)
    Account.objects.create(username="vigdis", person=person, password="!")
    return person


@pytest.fixture
def told(report, nurse, world):
    return report(nurse, world.ward, description=SECRET)


@pytest.fixture
def send_on(as_person, now):
    def send_on(person, incident, note=""):
        with as_person(person):
            found = queries.incident(incident.uuid)
            commands.send_as_whistleblowing(incident=found, note=note, by=person, now=now)

    return send_on


def pages(incident, statement=None):
    """Every page of the case, and every list that it lay in."""
    names = (
        *("incident", "history", "take", "confirm", "ask", "analyse", "add_action", "decide"),
        *("conclude", "hand_over", "recuse", "take_up_again", "add", "set_aside", "whistleblow"),
        *("point_at_risk",),
    )
    found = [reverse(f"incidents:{name}", args=[incident.uuid]) for name in names]
    return [*found, *([reverse("incidents:statement", args=[statement.uuid])] if statement else ())]


LISTS = (
    *("/avvik/", "/avvik/?vis=reported", "/avvik/?state=aside", "/avvik/?q=medisiner"),
    *(
        "/saker-delt-med-deg/",
        reverse("messages:inbox"),
        "/",
        "/avvik/last-ned/csv/",
        "/avvik/last-ned/json/",
    ),
)


def test_nobody_but_those_who_receive_it_sees_it_afterwards(
    page, told, take, ask, send_on, receiver, world, now, as_person, ward_leader, deputy,
    department_leader, clinic_director, ceo, board_chair, quality_adviser, colleague, other_leader,
):  # fmt: skip
    take(ward_leader, told)
    statement = ask(ward_leader, told, world.other_ward)
    with as_person(deputy):
        path = reverse("incidents:analyse", args=[told.uuid])
        keep_draft(person=deputy, path=path, fields={"found": [SECRET]}, now=now)
    assert page(deputy).get(f"/avvik/{told.uuid}/").status_code == 200

    leader = page(ward_leader)
    address = f"/avvik/{told.uuid}/varsling/"
    answer = leader.post(address, fetched(leader, address, note="Gjelder legen i avdelingen."))
    assert answer.status_code == 302
    assert "sendt til varslingsmottaket" in leader.get(answer.url).content.decode()

    shut_out = [ward_leader, deputy, department_leader, clinic_director, ceo, board_chair]
    for person in (*shut_out, quality_adviser, colleague, other_leader):
        client = page(person)
        for url in pages(told, statement):
            assert client.get(url, follow=True).status_code in {403, 404}, (person, url)
        assert client.get("/", follow=True).status_code == 200
        opens = client.get("/avvik/").status_code == 200
        assert opens == (person not in {board_chair, colleague}), person
        for url in LISTS:
            html = client.get(url, follow=True).content.decode()
            for word in ("tar medisiner", str(told.uuid), told.reference, "legen i avdelingen"):
                assert word not in html, (person, url, word)
        with as_person(person):
            assert queries.incident(told.uuid) is None
            assert not Message.objects.filter(text__contains="medisiner").exists()
            assert not Draft.objects.exists()
    with scope.acting(scope.SYSTEM):
        waiting = Duty.objects.filter(subject_uuid=told.uuid, settled_at__isnull=True)
        assert not waiting.exists()

    mottak = page(receiver)
    html = mottak.get(f"/avvik/{told.uuid}/").content.decode()
    assert SECRET in html
    assert "Gjelder legen i avdelingen." in html
    assert "Nora" not in html
    assert str(told.uuid) in mottak.get("/saker-delt-med-deg/").content.decode()


def test_the_reporter_is_told_what_it_is_and_reaches_those_who_have_it(
    page, told, send_on, receiver, nurse, ward_leader, as_person, now
):
    send_on(ward_leader, told)
    html = page(nurse).get(f"/mine-meldinger/{told.uuid}/").content.decode()
    assert "kritikkverdige forhold" in html
    assert SECRET in html
    with as_person(nurse):
        mine = Message.objects.order_by("-pk").first()
        assert "arbeidsmiljøloven kapittel 2 A" in mine.text
        commands.add_to_report(
            incident=queries.own_report(nurse.pk, told.uuid), text="Mer.", by=nurse, now=now
        )
    with as_person(ward_leader):
        assert not Message.objects.filter(subject="Den som meldte, har lagt til noe").exists()
    with as_person(receiver):
        assert Message.objects.filter(subject="Den som meldte, har lagt til noe").exists()


def test_what_tells_of_the_same_goes_along(
    page, told, report, send_on, receiver, other_nurse, ward_leader, world, as_person, now
):
    again = report(other_nurse, world.ward, description=SECRET)
    with as_person(ward_leader):
        commands.set_aside(
            incident=queries.incident(again.uuid), why="same", note="Se der.",
            same_as=queries.incident(told.uuid), by=ward_leader, now=now,
        )  # fmt: skip
    send_on(ward_leader, told)
    assert page(ward_leader).get(f"/avvik/{again.uuid}/").status_code == 404
    assert page(receiver).get(f"/avvik/{again.uuid}/").status_code == 200


def test_where_nobody_receives_it_the_page_says_what_to_do(page, told, ward_leader):
    client = page(ward_leader)
    address = f"/avvik/{told.uuid}/varsling/"
    answer = client.post(address, fetched(client, address))
    assert answer.status_code == 422
    assert "rollen «Varslingsmottak»" in answer.content.decode()
    with scope.acting(scope.SYSTEM):
        assert Incident.objects.get(pk=told.pk).state == State.RECEIVED


def test_one_who_is_recused_does_not_get_it_back_as_the_receiver(
    report, send_on, nurse, ward_leader, department_leader, world, now, as_person
):
    since = date(2025, 1, 1)
    appoint(
        person=ward_leader, unit=world.trust, role="whistleblowing", valid_from=since, by=None,
        now=now,
    )  # fmt: skip
    about = report(nurse, world.ward, about_leader=True)
    with pytest.raises(commands.NoReception):
        send_on(department_leader, about)


def test_it_stays_with_those_who_hold_the_role_and_never_goes_back_to_the_line(
    told, send_on, receiver, ward_leader, as_person, now
):
    send_on(ward_leader, told)
    for act, words in (
        (commands.take_up_again, {"reason": "Nei."}),
        (commands.recuse_from_incident, {"reason": "Kjenner ham."}),
    ):
        with as_person(receiver), pytest.raises(states.NotNow):
            act(incident=queries.incident(told.uuid), **words, by=receiver, now=now)
    with scope.acting(scope.SYSTEM):
        kept = Incident.objects.get(pk=told.pk)
    assert (kept.aside_as, kept.past_line) == (Aside.WHISTLEBLOWING, True)


def test_one_who_does_not_handle_the_case_does_not_send_it(page, told, receiver, nurse, colleague):
    for person in (nurse, colleague, receiver):
        assert page(person).get(f"/avvik/{told.uuid}/varsling/").status_code == 404
    assert page(receiver).get(f"/avvik/{uuid4()}/").status_code == 404
