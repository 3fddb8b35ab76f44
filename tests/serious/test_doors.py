"""How a serious event shows on the forskriftskart, and on the golden thread."""

from datetime import timedelta

import pytest

from styrk.core import clock, scope
from styrk.core.asking import ask
from styrk.incidents import queries as incidents
from styrk.incidents.commands import add_action, take_incident
from styrk.incidents.models import Incident, Recusal
from styrk.regulation.queries import collect
from styrk.regulation.types import Question
from styrk.serious import commands, evidence, queries
from styrk.serious.queries.evidenced import Kept, kept
from styrk.serious.states import EntryKind
from styrk.serious.types import Written
from tests.counting import asked, shortened
from tests.incidents.conftest import plan  # noqa: F401 - a fixture
from tests.overview.thread.test_pages import outline, told
from tests.serious.conftest import NIGHT

pytestmark = pytest.mark.django_db
EARLY = NIGHT + timedelta(hours=6)


@pytest.fixture
def numbers(now):
    """What fell due at a unit in the year before so many days from now."""

    def numbers(unit, days):
        on = clock.day(now + timedelta(days=days))
        return ask(kept(unit.path, on - timedelta(days=365), on))

    return numbers


@pytest.fixture
def letters(now):
    """The unit's rows by letter, so many days from now."""

    def letters(unit, days):
        on = clock.day(now + timedelta(days=days))
        found = collect(Question(unit.pk, unit.code, unit.path, on, on))
        return {one.letter.value: one for one in found}

    return letters


@pytest.fixture
def early(answer, incident, ward_leader, judge, send):
    """Decided and told the same morning."""
    case = answer(ward_leader, incident, at=EARLY)
    judge(ward_leader, case, "V02", at=EARLY)
    send(ward_leader, case, "V02", at=EARLY)
    return case


@pytest.fixture
def offer(as_person):
    def offer(case, person, at):
        with as_person(person):
            written = Written(EntryKind.OFFER, at, "Møte er tilbudt.")
            commands.write_entry(event=queries.file(case.uuid), written=written, by=person, now=at)

    return offer


def test_nothing_is_said_where_no_clock_ran_out(letters, world):
    found = letters(world.ward, 30)
    for letter in ("7e", "8e", "9a"):
        assert "alvorlige hendelser" not in found[letter].explanation


def test_a_meeting_offered_in_time_and_one_that_was_not(
    numbers, letters, world, early, ward_leader, offer
):
    # Ten days from the night of the 15th end with the 25th.
    last = (NIGHT + timedelta(days=11)).date()
    assert ask(kept(world.ward.path, NIGHT.date(), last)).offers == 1
    assert ask(kept(world.ward.path, NIGHT.date(), last - timedelta(days=1))).offers == 0
    assert numbers(world.ward, 200).offered == 0
    assert "0 av 1 møter" in letters(world.ward, 200)["7e"].explanation

    offer(early, ward_leader, EARLY)

    assert numbers(world.ward, 200).offered == 1
    found = letters(world.ward, 200)["7e"]
    assert "1 av 1 møter" in found.explanation
    assert [one.value for one in found.data][-2:] == [1, 1]


def test_what_is_not_sent_is_a_condition_to_put_right(numbers, letters, world, early):
    found = numbers(world.ward, 200)
    assert (found.reports, found.reported) == (1, 0)
    assert found.due == found.in_time + found.unsent
    assert letters(world.ward, 200)["9a"].status == "not_shown"
    assert "ikke sendt" in letters(world.ward, 200)["9a"].explanation
    assert "0 av 1 rapporter" in letters(world.ward, 200)["8e"].explanation


@pytest.mark.parametrize(
    ("kept_", "in_time", "unsent", "status"),
    [
        (10, 10, 0, "shown"),
        (10, 9, 0, "shown"),
        (10, 8, 0, "partly"),
        (10, 4, 0, "not_shown"),
        (10, 9, 1, "not_shown"),
        (0, 0, 0, "unknown"),
    ],
)
def test_on_both_sides_of_where_the_line_goes(world, now, kept_, in_time, unsent, status):
    question = Question(
        world.ward.pk, world.ward.code, world.ward.path, clock.day(now), clock.day(now)
    )
    assert (
        evidence.told_in_time(question, Kept(kept_, in_time, unsent, 0, 0, 0, 0)).status == status
    )
    if not unsent:
        all_of_it = Kept(0, 0, 0, kept_, in_time, kept_, in_time)
        assert evidence.met_in_time(question, all_of_it).status == status
        assert evidence.reported_in_time(question, all_of_it).status == status


def test_only_where_it_lies_and_nothing_that_is_hidden(numbers, world, early, incident):
    assert numbers(world.trust, 200).due
    assert not numbers(world.other_ward, 200).due
    with scope.acting(scope.SYSTEM):
        Incident.objects.filter(pk=incident.pk).update(state="aside", aside_as="other")
    assert not numbers(world.trust, 200).due


def test_nothing_of_a_case_that_is_kept_from_the_reader(
    numbers, world, early, incident, ceo, now, as_person
):
    with scope.acting(scope.SYSTEM):
        Recusal.objects.create(
            incident=incident, person=ceo, trust=incident.trust, reason="Inhabil", at=now
        )
    with as_person(ceo):
        assert not numbers(world.trust, 200).due
    assert numbers(world.trust, 200).due


@pytest.fixture
def acted(early, incident, ward_leader, plan, as_person, now):  # noqa: F811
    with as_person(ward_leader):
        found = incidents.incident(incident.uuid)
        take_incident(incident=found, by=ward_leader, now=now)
        add_action(incident=found, plan=plan(found.unit, ward_leader), by=ward_leader, now=now)
        commands.send_report(
            event=queries.drafted(early.uuid),
            remarks="Gjennomgangen er ikke ferdig.",
            channel="e-post",
            by=ward_leader,
            now=now,
        )
    return early


def test_the_thread_of_a_case_and_of_its_incident(page, acted, incident, ward_leader):
    client = page(ward_leader)
    lines = outline(told(client, "serious_event", acted.uuid)["thread"])
    number = str(incident)

    assert lines[:2] == [f"incident: {number}", f"  serious_event: {number}"]
    assert lines[-2:] == [
        "    serious_report: Rapport 1",
        "    action: Sklisikkert belegg på badet",
    ]
    assert "    notice: Tilbud om møte" in lines
    assert outline(told(client, "incident", incident.uuid)["thread"]) == [
        lines[0],
        "  action: Sklisikkert belegg på badet",
        *lines[1:-1],
    ]


def test_the_thread_costs_the_same(client_of, acted, ward_leader):
    questions = asked(client_of(ward_leader), f"/trad/serious_event/{acted.uuid}/")
    assert len(questions) <= 12, shortened(questions)


@pytest.mark.parametrize("who", ["nurse", "other_leader", "outsider_ceo", "board_chair"])
def test_the_thread_is_as_closed_as_the_case(page, acted, world, who):
    client = page(world.people[who])
    assert client.get(f"/alvorlige/{acted.uuid}/").status_code == 404
    assert client.get(f"/trad/serious_event/{acted.uuid}/").status_code == 404
