"""What is decided goes on for months: who follows it may change, and the one who reported hears of it."""

from datetime import timedelta

import pytest

from styrk.actions.commands import carry_out, drop_action, judge_effect
from styrk.actions.models import Action
from styrk.core import scope
from styrk.duties.models import Duty
from styrk.incidents import case_file, commands, presenters, queries
from styrk.incidents.models import Incident
from styrk.incidents.types import EXAMINE, TAKE
from styrk.messages.models import Message
from tests.clients import fetched

pytestmark = pytest.mark.django_db


@pytest.fixture
def improving(case, decide, ward_leader, now, as_person):
    """The case with an action that the reporter has been told of."""
    case.action = decide(ward_leader, case)
    with as_person(ward_leader):
        commands.decide_improvement(
            incident=queries.incident(case.uuid), decision="Nytt gulv", by=ward_leader, now=now
        )
    return case


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


def stored(incident):
    with scope.acting(scope.SYSTEM):
        return Incident.objects.select_related("responsible_unit", "handler").get(pk=incident.pk)


def duties(incident):
    with scope.acting(scope.SYSTEM):
        open_ = Duty.objects.filter(subject_id=incident.pk, settled_at__isnull=True)
        return sorted(open_.filter(kind__in=[TAKE, EXAMINE]).values_list("kind", flat=True))


def titles(person, incident, as_person):
    with as_person(person):
        own = queries.own_report(person.pk, incident.uuid)
        return [
            f"{told.title} {told.text}".strip()
            for told in presenters.timeline(own, case_file.timeline(own))
        ]


def tell(now):
    while commands.tell_next_change(now=now):
        pass


def not_worked(action, by, now, next_plan):
    with scope.acting(scope.SYSTEM):
        carry_out(action=Action.objects.get(pk=action.pk), note="Lagt", by=by, now=now)
        return judge_effect(
            action=Action.objects.get(pk=action.pk),
            effect="not_worked",
            reason="To falt",
            by=by,
            now=now + timedelta(days=1),
            next_plan=next_plan,
        )


def test_handed_over_while_actions_run_it_is_followed_on_and_not_taken_anew(
    improving, leader, nurse, world, other_leader, page, as_person
):
    page_of = f"/avvik/{improving.uuid}/"
    assert "Send til riktig enhet" in leader.get(page_of).content.decode()
    sent = {"search": "2A", "unit": str(world.other_ward.uuid), "reason": "Badet er deres"}
    assert leader.post(page_of + "send-videre/", sent).status_code == 302

    now_at = stored(improving)
    assert (now_at.state, now_at.responsible_unit, now_at.handler) == (
        *("improving", world.other_ward),
        other_leader,
    )
    assert duties(improving) == []
    assert improving.action.title in page(other_leader).get(page_of).content.decode()
    assert titles(nurse, improving, as_person)[-3:] == [
        "Sendt til Sengepost 2A Badet er deres",
        "Tiltakene gjennomføres",
        "Vi ser etter om det hjalp",
    ]


def test_inhabil_while_actions_run_leaves_the_case_and_its_actions_to_another(
    improving, leader, nurse, ward_leader, department_leader, as_person
):
    assert (
        leader.post(f"/avvik/{improving.uuid}/inhabil/", {"reason": "Min søster"}).status_code
        == 302
    )

    now_at = stored(improving)
    assert (now_at.state, now_at.handler) == ("improving", department_leader)
    with scope.acting(scope.SYSTEM):
        assert Action.objects.get(pk=improving.action.pk).owner == department_leader
    with as_person(ward_leader):
        assert queries.incident(improving.uuid) is None or not case_file.actions(improving)
    assert duties(improving) == []
    assert "Sendt videre til en annen leder" in titles(nurse, improving, as_person)


def test_what_comes_of_it_after_is_looked_at_by_the_one_who_has_it(
    improving, leader, now, department_leader
):
    leader.post(f"/avvik/{improving.uuid}/inhabil/", {"reason": "Min søster"})
    with scope.acting(scope.SYSTEM):
        action = Action.objects.get(pk=improving.action.pk)
        drop_action(action=action, reason="Ikke penger", by=department_leader, now=now)
    tell(now)

    assert stored(improving).state == "examining"
    assert duties(improving) == [EXAMINE]


@pytest.mark.parametrize("state", ["improving", "concluded"])
def test_kind_and_severity_are_corrected_and_history_says_from_what_to_what(
    improving, leader, state, now
):
    with scope.acting(scope.SYSTEM):
        ended = now if state == "concluded" else None
        Incident.objects.filter(pk=improving.pk).update(state=state, concluded_at=ended)
    page_of = f"/avvik/{improving.uuid}/"
    assert f"{page_of}type-og-alvor/" in leader.get(page_of).content.decode()
    chosen = {"kind": "patient", "harm_actual": "moderate", "harm_possible": "severe"}
    form = page_of + "type-og-alvor/"
    because = chosen | {"reason": "Det ble et brudd"}
    assert leader.post(form, fetched(leader, form, **because)).status_code == 302

    said = "endret alvor fra «Liten skade» til «Moderat skade»: Det ble et brudd"
    for address in (page_of, page_of + "historikk/"):
        assert said in leader.get(address).content.decode()
    leader.post(form, fetched(leader, form, **chosen))
    assert "bekreftet type og alvor" in leader.get(page_of).content.decode()


def test_another_unit_is_asked_while_actions_run(improving, ask, ward_leader, world):
    ask(ward_leader, improving, world.other_ward)

    assert stored(improving).state == "improving"


def test_a_concluded_case_may_be_left_as_inhabil_and_nobody_is_said_to_look_at_it(
    improving, leader, nurse, department_leader, now
):
    with scope.acting(scope.SYSTEM):
        Incident.objects.filter(pk=improving.pk).update(state="concluded", concluded_at=now)
    leader.post(f"/avvik/{improving.uuid}/inhabil/", {"reason": "Min søster"})

    now_at = stored(improving)
    assert (now_at.state, now_at.handler) == ("concluded", department_leader)
    assert duties(improving) == []
    with scope.acting(scope.SYSTEM):
        told = Message.objects.filter(recipient=nurse).order_by("-pk").first()
    assert told.text == "Meldingen din, som er fulgt helt opp, ligger nå hos en annen leder."


def test_the_reporter_hears_of_the_new_action_when_it_is_decided(
    improving, nurse, ward_leader, leader, plan, world, now, as_person
):
    new = plan(world.ward, ward_leader, title="Håndtak ved dusjen")
    not_worked(improving.action, ward_leader, now, new)
    tell(now)

    told = titles(nurse, improving, as_person)
    assert told[-4:-2] == [
        f"Virket det? Virket ikke {improving.action.title}",
        "Vi prøver noe nytt Håndtak ved dusjen",
    ]
    history = leader.get(f"/avvik/{improving.uuid}/historikk/").content.decode()
    assert f"fortalte hva som kom ut av tiltaket «{improving.action.title}»: virket ikke" in history
    of_action = leader.get(f"/tiltak/{improving.action.uuid}/").content.decode()
    assert "vurderte effekten til «Virket ikke»" in of_action


def test_an_action_added_after_the_decision_is_told_at_once(
    improving, decide, nurse, ward_leader, as_person
):
    added = decide(ward_leader, improving)

    assert f"Vi prøver noe nytt {added.title}" in titles(nurse, improving, as_person)


def test_the_reporter_is_not_told_that_what_is_done_goes_on(
    improving, decide, nurse, ward_leader, now, as_person
):
    other = decide(ward_leader, improving)
    for action, told in (
        (improving.action, ["Tiltakene gjennomføres", "Vi ser etter om det hjalp"]),
        (other, ["Vi ser etter om det hjalp"]),
    ):
        with scope.acting(scope.SYSTEM):
            carry_out(action=Action.objects.get(pk=action.pk), note="Lagt", by=ward_leader, now=now)
        tell(now)
        ahead = coming(nurse, improving, as_person)
        assert [one.title for one in ahead] == told
        assert ahead[0].state == "current"


def coming(person, incident, as_person):
    with as_person(person):
        own = queries.own_report(person.pk, incident.uuid)
        return [one for one in presenters.timeline(own, case_file.timeline(own)) if not one.at]
