"""Who owns a subject gets copies of what is new about it: given by who handles there, and ended."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from styrk.classification.models import Code
from styrk.core import scope
from styrk.incidents import commands as cases
from styrk.incidents import queries as incidents
from styrk.incidents.models import Incident
from styrk.messages.models import Message
from styrk.subscriptions import commands
from styrk.subscriptions.jobs import send_copies
from styrk.subscriptions.models import Copy, Subscription
from styrk.subscriptions.refusals import OfAnother, There
from tests.clients import filled_in
from tests.counting import asked

pytestmark = pytest.mark.django_db
LIST = reverse("subscriptions:list")


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def page_of(incident):
    return reverse("incidents:incident", args=[incident.uuid])


@pytest.fixture
def owner(world):
    """A nurse of another clinic who owns a subject: sees no case of the medical clinic by the line."""
    return world.people["other_leader"]


@pytest.fixture
def subscribe(world, owner, quality_adviser, now, as_person):
    def subscribe(unit=world.trust, person=owner, by=quality_adviser, **subject):
        with as_person(by):
            return commands.begin_subscription(
                unit=unit, person=person, why="Har faget.", by=by, now=now, **subject
            )

    return subscribe


def told(person):
    with scope.acting(scope.SYSTEM):
        found = Message.objects.filter(recipient=person).order_by("pk")
        return [(one.subject, one.text) for one in found]


def sees(page, person, incident):
    return page(person).get(page_of(incident)).status_code == 200


def test_what_is_reported_from_now_on_is_opened_and_told_once_of_all(
    subscribe,
    report,
    nurse,
    world,
    owner,
    page,
    now,
):
    before = report(nurse, world.ward, kind="equipment", at=now - timedelta(days=1))
    subscribe(kind="equipment")
    wanted = [report(nurse, world.ward, kind="equipment") for _n in range(2)]
    other = report(nurse, world.ward, kind="patient")
    send_copies(now)
    send_copies(now + timedelta(minutes=1))

    assert [sees(page, owner, one) for one in wanted] == [True, True]
    assert not sees(page, owner, other)
    assert not sees(page, owner, before), "what was reported before it began is not opened"
    assert told(owner) == [("2 nye meldinger i faget ditt", "Utstyr og drift: 2")]
    assert says(page(owner).get("/saker-delt-med-deg/"), wanted[0].reference)


def test_a_copy_is_read_and_nothing_of_it_is_handled(
    subscribe,
    report,
    nurse,
    world,
    owner,
    page,
    now,
):
    """Also by one who handles cases elsewhere, as this one does."""
    subscribe(kind="equipment")
    incident = report(nurse, world.ward, kind="equipment")
    send_copies(now)
    client = page(owner)
    assert sees(page, owner, incident)
    for name in ("confirm", "ask", "analyse", "decide", "hand_over", "set_aside", "whistleblow"):
        assert client.get(reverse(f"incidents:{name}", args=[incident.uuid])).status_code == 404, (
            name
        )


def test_a_code_opens_the_case_and_taking_it_away_closes_it(
    subscribe,
    scheme,
    case,
    coded,
    owner,
    page,
    now,
):
    scheme()
    with scope.acting(scope.SYSTEM):
        fall = Code.objects.select_related("axis__scheme").get(code="1.1")
    subscribe(code=fall)
    incident = case()
    coded(incident, "1.1")
    send_copies(now)
    assert sees(page, owner, incident)

    coded(incident, "1.2")
    send_copies(now + timedelta(minutes=1))
    assert not sees(page, owner, incident)
    with scope.acting(scope.SYSTEM):
        assert Copy.objects.get().ended_at is not None


def test_a_new_version_of_the_scheme_is_the_same_subject(
    subscribe,
    scheme,
    case,
    coded,
    owner,
    page,
    now,
):
    scheme()
    with scope.acting(scope.SYSTEM):
        fall = Code.objects.select_related("axis__scheme").get(code="1.1")
    subscribe(code=fall)
    scheme(version="2")
    incident = case()
    coded(incident, "1.1")
    send_copies(now)
    assert sees(page, owner, incident)


def test_never_what_is_past_the_line_or_one_is_recused_from(
    subscribe, report, nurse, world, ceo, ward_leader, now, as_person
):
    subscribe(kind="patient", person=ward_leader)
    about = report(nurse, world.ward)
    with as_person(ward_leader):
        cases.recuse_from_incident(
            incident=incidents.incident(about.uuid), reason="Var der.", by=ward_leader, now=now
        )
    past = report(ceo, world.trust, about_leader=True)
    with scope.acting(scope.SYSTEM):
        assert Incident.objects.get(pk=past.pk).past_line
    send_copies(now)
    with scope.acting(scope.SYSTEM):
        assert not Copy.objects.exists()


def test_ended_it_opens_nothing_more_and_closes_what_it_opened(
    subscribe,
    report,
    nurse,
    world,
    owner,
    page,
    quality_adviser,
    now,
):
    made = subscribe(kind="equipment")
    incident = report(nurse, world.ward, kind="equipment")
    send_copies(now)
    adviser = page(quality_adviser)
    assert says(adviser.get(LIST), owner.name, "Utstyr og drift", "Har faget.")
    assert says(adviser.get(page_of(incident)), "Får kopi", owner.name)
    done = adviser.post(reverse("subscriptions:end", args=[made.uuid]), follow=True)

    assert says(done, "De får ikke kopi lenger")
    assert not sees(page, owner, incident)
    send_copies(now + timedelta(minutes=1))
    assert not sees(page, owner, incident)


def test_begun_on_the_page_by_who_handles_there(page, ward_leader, owner, world, nurse):
    leader = page(ward_leader)
    begin = reverse("subscriptions:begin", args=[world.ward.uuid])
    assert says(leader.get(LIST), "Ingen får kopi", world.ward.name)
    sent = {"who": owner.employee_number, "subject": "kind:equipment", "why": "Har utstyret."}
    assert filled_in(leader, begin, **sent).status_code == 302
    assert Subscription.objects.get().person == owner
    assert page(nurse).get(LIST).status_code == 404
    assert page(owner).get(begin).status_code == 404


def test_nobody_of_another_organisation_and_nobody_twice(subscribe, outsider_ceo):
    with pytest.raises(OfAnother):
        subscribe(person=outsider_ceo, kind="equipment")
    subscribe(kind="equipment")
    with pytest.raises(There):
        subscribe(kind="equipment")


def test_what_is_set_aside_is_closed(
    subscribe,
    report,
    nurse,
    world,
    owner,
    page,
    ward_leader,
    now,
    as_person,
):
    subscribe(kind="equipment")
    incident = report(nurse, world.ward, kind="equipment")
    send_copies(now)
    with as_person(ward_leader):
        found = incidents.incident(incident.uuid)
        cases.set_aside(incident=found, why="building", note="", by=ward_leader, now=now)
    send_copies(now + timedelta(minutes=1))
    assert not sees(page, owner, incident)


def test_the_list_costs_the_same_with_more(subscribe, page, quality_adviser, world):
    adviser, found = page(quality_adviser), []
    for kind in ("equipment", "information"):
        subscribe(kind=kind)
        found.append(len(asked(adviser, LIST)))
    assert found[0] == found[1] <= 12
