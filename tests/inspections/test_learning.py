"""What others have learnt: shared, asked, answered, acted on; counted for those who shared it."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from django.db import ProgrammingError, connection
from django.urls import reverse

from styrk.access.queries import standing_of
from styrk.actions.models import Action
from styrk.core import clock, guard, scope, states
from styrk.duties.models import Duty
from styrk.inspections import commands, queries, refusals
from styrk.inspections.evidence import CLAIMS
from styrk.inspections.models import Lesson, LessonQuestion
from styrk.inspections.types import Learnt
from styrk.regulation.queries import weigh
from styrk.regulation.types import Question
from styrk.trail.models import Reading
from tests.clients import filled_in
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db


def at(name, record=None):
    return reverse(f"inspections:{name}", args=[record.uuid] if record else [])


def missing(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html]


@pytest.fixture
def learnt(world, now):
    def learnt(**facts):
        told = {
            "unit": world.trust,
            "title": "Dosen ble ikke kontrollert om natten",
            "text": "Vaktplanen ga bare én med kurs.",
            "ask": "Hvem kontrollerer dosen om natten hos dere?",
            "due": clock.after(now, days=30),
            "units": (world.other_ward, world.their_ward),
        }
        return Learnt(**told | facts)

    return learnt


@pytest.fixture
def shared(learnt, quality_adviser, now, as_person):
    def shared(by=quality_adviser, finding=None, **facts):
        with as_person(by):
            return commands.share_lesson(learnt=learnt(**facts), finding=finding, by=by, now=now)

    return shared


@pytest.fixture
def passed(shared, world, outsider_ceo, now, as_person):
    """`passed()`: shared, and passed on to the neighbour's ward by whoever keeps audits there."""

    def passed(**facts):
        lesson = shared(**facts)
        question = of(world.their_trust)
        with as_person(outsider_ceo):
            commands.pass_on_lesson(
                question=question, units=[world.their_ward], by=outsider_ceo, now=now
            )
        return lesson

    return passed


def of(unit):
    with scope.acting(scope.SYSTEM):
        return LessonQuestion.objects.select_related("lesson", "unit").get(unit=unit)


def replied(unit, by, now, as_person, reply="ours"):
    question = of(unit)
    with as_person(by):
        commands.answer_lesson(
            question=question, reply=reply, answer="Vi så på tre netter.", by=by, now=now
        )
    return question


def duties(unit, kind):
    return Duty.objects.filter(kind=kind, unit=unit, settled_at__isnull=True).count()


def test_each_unit_is_asked_and_its_leader_has_it_to_answer(passed, world, page, outsider_leader):
    passed()

    assert duties(world.their_ward, "lesson.look") == duties(world.other_ward, "lesson.look") == 1
    assert not missing(page(outsider_leader).get("/min-side/"), "Dosen ble ikke kontrollert")
    assert not missing(
        page(outsider_leader).get(at("question", of(world.their_ward))),
        "Hvem kontrollerer dosen om natten hos dere?",
        "Fjordheim sykehus",
    )


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"title": " "}, refusals.WordsMissing),
        ({"ask": ""}, refusals.WordsMissing),
        ({"units": ()}, refusals.NoUnits),
        ({"text": "Fødselsnummer 13097248022"}, guard.IdentityFound),
    ],
)
def test_what_is_refused(shared, facts, refusal):
    with pytest.raises(refusal):
        shared(**facts)


def test_a_day_that_is_passed_and_too_many_are_refused(shared, world, now, monkeypatch):
    with pytest.raises(refusals.DayPassed):
        shared(due=clock.after(now, days=-1))
    monkeypatch.setattr("styrk.inspections.commands.learning.MOST_ASKED", 1)
    with pytest.raises(refusals.TooMany):
        shared()


def test_a_finding_is_told_to_others_first_when_the_report_is_there(
    carried_out, found, shared, quality_adviser, now, as_person
):
    audit = carried_out()
    with as_person(quality_adviser):
        finding = commands.add_finding(audit=audit, found=found(), by=quality_adviser, now=now)

    with pytest.raises(refusals.Unreported):
        shared(finding=finding)


def test_another_trust_is_asked_once_of_whoever_keeps_audits_there(
    shared, world, page, outsider_ceo, outsider_leader
):
    shared(units=(world.their_ward, world.units["g.kir.2.a"], world.units["g.med"]))

    asked = of(world.their_trust)
    assert asked.meant.splitlines() == ["g.med.1.a", "g.kir.2.a", "g.med"]
    with scope.acting(scope.SYSTEM):
        assert (
            LessonQuestion.objects.count() == Duty.objects.filter(kind="lesson.look").count() == 1
        )
    assert page(outsider_leader).get(at("question", asked)).status_code == 404
    shown = page(outsider_ceo).get(at("question", asked))
    assert not missing(shown, "tenkte på: Medisinsk klinikk", "Send videre hos oss", "Svar")
    assert not missing(page(outsider_ceo).get("/min-side/"), "Dosen ble ikke kontrollert")


def test_it_is_passed_on_within_the_trust_alone(
    passed, world, now, as_person, page, outsider_ceo, outsider_leader
):
    passed()
    received = of(world.their_trust)
    assert (received.reply, duties(world.their_trust, "lesson.look")) == ("passed", 0)
    again = {"question": received, "by": outsider_ceo, "now": now}
    with as_person(outsider_ceo):
        with pytest.raises(refusals.OutsideScope):
            commands.pass_on_lesson(units=[world.ward], **again)
        with pytest.raises(refusals.NoUnits):
            commands.pass_on_lesson(units=[world.their_ward], **again)
    assert page(outsider_leader).post(at("pass_on", of(world.their_ward))).status_code == 404
    asked_twice = filled_in(page(outsider_ceo), at("pass_on", received), places="g.med.1.a")
    assert not missing(asked_twice, "er spurt fra før")


def test_the_one_who_receives_it_may_answer_for_the_trust(
    shared, world, now, as_person, outsider_ceo, quality_adviser
):
    lesson = shared(units=(world.their_ward,))
    replied(world.their_trust, outsider_ceo, now, as_person, "handled")

    with as_person(quality_adviser):
        assert queries.counts_of([lesson.pk])[lesson.pk] == (1, 0, 0, 1, 0, 0)


def test_yes_asks_for_an_action_and_no_asks_for_nothing_more(
    passed, world, now, as_person, outsider_leader, other_leader
):
    passed()
    replied(world.other_ward, other_leader, now, as_person, "not_ours")
    replied(world.their_ward, outsider_leader, now, as_person)

    assert duties(world.their_ward, "lesson.look") == duties(world.other_ward, "lesson.look") == 0
    assert duties(world.their_ward, "lesson.decide") == 1
    assert duties(world.other_ward, "lesson.decide") == 0


def test_what_is_theirs_stays_so_and_a_no_can_become_a_yes(
    shared, world, now, as_person, other_leader
):
    shared()
    replied(world.other_ward, other_leader, now, as_person, "not_ours")
    replied(world.other_ward, other_leader, now, as_person, "ours")

    with pytest.raises(states.NotNow):
        replied(world.other_ward, other_leader, now, as_person, "not_ours")
    with pytest.raises(states.NotNow):
        replied(world.other_ward, other_leader, now, as_person, "open")


def test_whoever_shared_it_sees_numbers_and_no_answer_of_another_trust(
    passed, world, now, as_person, outsider_leader, quality_adviser, page
):
    lesson = passed()
    question = replied(world.their_ward, outsider_leader, now, as_person)
    client = page(quality_adviser)
    shown = client.get(at("lesson", lesson))

    assert missing(shown, "Vi så på tre netter.", "Har ikke svart") == ["Vi så på tre netter."]
    assert client.get(at("question", question)).status_code == 404
    assert client.get(at("question", of(world.other_ward))).status_code == 200
    with as_person(quality_adviser):
        assert queries.counts_of([lesson.pk])[lesson.pk] == (2, 1, 1, 0, 0, 0)
        assert queries.shared_by(_standing(quality_adviser, now))[0][0] == lesson
    assert not missing(client.get(at("lessons") + "?vis=delt"), "1 av 2 har svart", "Gjelder 1")


def _standing(person, now):
    return standing_of(person, clock.day(now))


@pytest.mark.parametrize(
    ("role", "lesson_status", "question_status"),
    [
        ("outsider_leader", 200, 200),
        ("outsider_ceo", 200, 200),
        ("outsider", 404, 404),
        ("quality_adviser", 200, 404),
        ("ceo", 200, 404),
        ("other_leader", 200, 404),
        ("ward_leader", 404, 404),
        ("nurse", 404, 404),
        ("administrator", 404, 404),
        ("home_leader", 404, 404),
    ],
)
def test_who_opens_the_lesson_and_the_neighbours_answer(
    passed, world, page, role, lesson_status, question_status
):
    lesson, question = passed(), of(world.their_ward)
    client = page(world.people[role])

    assert client.get(at("lesson", lesson)).status_code == lesson_status
    assert client.get(at("question", question)).status_code == question_status
    if question_status == 404:
        for name in ("reply", "act_on_lesson"):
            assert client.post(at(name, question)).status_code == 404, name


def test_from_a_finding_to_an_action_at_the_neighbour_on_the_pages(
    finding, page, quality_adviser, outsider_leader, outsider_ceo, world
):
    team, unit = page(quality_adviser), page(outsider_leader)
    assert not missing(team.get(at("finding", finding)), "Del det dere har lært")
    told = {"title": finding.title, "text": "Sju av ti manglet.", "ask": "Hvem kontrollerer?"}
    assert not missing(team.get(at("share_finding", finding)), finding.title, finding.text)
    none = filled_in(team, at("share_finding", finding), **told)
    done = filled_in(
        team,
        at("share_finding", finding),
        **told,
        places="sengepost 1a",
        due="2026-12-20",
    )
    assert not missing(none, "Skriv minst én enhet")
    assert not missing(team.get(done["Location"]), "Dobbeltkontroll føres ikke", "Sengepost 1A")
    with scope.acting(scope.SYSTEM):
        assert Lesson.objects.get().finding == finding
        assert LessonQuestion.objects.count() == 2
    filled_in(page(outsider_ceo), at("pass_on", of(world.their_trust)), places="g.med.1.a")
    question = of(world.their_ward)
    assert unit.get(at("finding", finding)).status_code == 404
    assert not missing(unit.get(at("lessons")), "Dobbeltkontroll føres ikke", "Venter på svar")
    filled_in(unit, at("reply", question), reply="ours", answer="To netter av ti manglet.")
    assert not missing(unit.get(at("lessons")), "Mangler tiltak")
    decided = filled_in(
        unit,
        at("act_on_lesson", question),
        title="To med kurs hver natt",
        change="Alltid en som kontrollerer",
        sign="Ti av ti",
        level="system",
        owner=str(outsider_leader.uuid),
        due="2026-12-20",
    )
    shown = unit.get(decided["Location"])
    assert not missing(shown, "To med kurs hver natt", "To netter av ti manglet.")
    assert missing(unit.get(at("lessons")), "Mangler tiltak")
    assert not missing(unit.get(at("lessons") + "?vis=svart"), "Gjelder oss")
    thread = unit.get(reverse("thread:thread", args=["lesson_question", question.uuid]))
    assert not missing(thread, "To med kurs hver natt", "Læring fra andre")
    with scope.acting(scope.SYSTEM):
        action = Action.objects.get(title="To med kurs hver natt")
    assert not missing(
        unit.get(reverse("actions:action", args=[action.uuid])), "Dobbeltkontroll føres ikke"
    )
    assert not missing(team.get(done["Location"]), "Tiltak")


def test_opening_a_lesson_or_a_question_is_noted(passed, world, page, outsider_leader, as_person):
    lesson, question = passed(), of(world.their_ward)
    client = page(outsider_leader)
    client.get(at("lesson", lesson))
    client.get(at("question", question))

    with as_person(outsider_leader):
        noted = Reading.objects.order_by("pk").values_list("subject", "subject_id")
        assert list(noted) == [("lesson", lesson.pk), ("lesson_question", question.pk)]


def test_all_of_a_level_are_asked(page, quality_adviser, world):
    filled_in(
        page(quality_adviser),
        at("share"),
        title="Vaktbytte",
        text="Noe glapp.",
        ask="Hvordan bytter dere?",
        level="Klinikk",
        where="all",
        due="2026-12-20",
    )

    with scope.acting(scope.SYSTEM):
        asked_units = {one.unit.code for one in LessonQuestion.objects.select_related("unit")}
    assert asked_units == {"f.med", "f.kir", "g"}


def test_a_leader_does_not_share_for_the_trust(page, ward_leader, finding):
    assert page(ward_leader).get(at("share")).status_code in {403, 404}
    assert page(ward_leader).get(at("share_finding", finding)).status_code in {403, 404}


def test_nothing_yet_and_odd_questions(page, ceo, quality_adviser):
    assert not missing(page(ceo).get(at("lessons")), "Ingen spørsmål her")
    assert not missing(
        page(quality_adviser).get(at("lessons") + "?vis=delt"), "Dere har ikke delt noe ennå"
    )
    for query in ("vis=rart", "vis=%00", "vis=sen", "enhet=f.med"):
        assert page(ceo).get(f"{at('lessons')}?{query}").status_code == 200
    for query in ("enhet=%00", "enhet=finnesikke"):
        assert page(ceo).get(f"{at('lessons')}?{query}").status_code == 404


def test_late_is_late_for_the_leader_and_the_line(
    passed, world, page, stopped_clock, now, outsider_leader, outsider_ceo
):
    passed()
    stopped_clock.at = now + timedelta(days=31)

    assert not missing(page(outsider_leader).get(at("lessons") + "?vis=sen"), "Fristen er gått ut")
    assert not missing(page(outsider_ceo).get("/min-side/"), "Sengepost 1A")


def test_one_page_alone_is_marked_in_the_menu(page, ceo):
    html = page(ceo).get(at("findings")).content.decode()
    menu = html[: html.index("<main")]

    marked = re.findall('href="([^"]*)" aria-current="page"', menu)
    assert set(marked) == {at("findings")}


def test_8_e_asks_for_answers_and_for_actions(shared, world, now, as_person, other_leader, plan):
    def letter():
        today = clock.day(now)
        unit = world.other_ward
        found = weigh(Question(unit.pk, unit.code, unit.path, today, today), CLAIMS)
        return next((e.status.value, e.explanation) for e in found if e.letter.value == "8e")

    assert letter()[0] == "unknown"
    shared(units=(world.other_ward,))
    assert letter()[0] == "not_shown"
    question = replied(world.other_ward, other_leader, now, as_person)
    without = letter()
    with as_person(other_leader):
        commands.act_on_lesson(
            question=question,
            plan=replace(plan, unit=world.other_ward, owner=other_leader),
            by=other_leader,
            now=now,
        )

    assert without[0] == "partly"
    assert without[1].endswith("0 av 1 som gjelder oss, har tiltak.")
    assert letter()[0] == "shown"


def test_what_is_withdrawn_is_asked_of_nobody_and_what_was_answered_stands(
    passed, world, now, as_person, outsider_leader, other_leader, quality_adviser, page
):
    lesson = passed()
    answered = replied(world.their_ward, outsider_leader, now, as_person, reply="handled")
    client = page(quality_adviser)

    said = filled_in(client, at("withdraw_lesson", lesson), reason="Vi tok feil av lærdommen.")

    assert said.status_code == 302
    assert duties(world.other_ward, "lesson.look") == 0
    assert not missing(client.get(at("lesson", lesson)), "Trukket tilbake", "Vi tok feil")
    assert not missing(
        client.get(at("lessons") + "?vis=delt"), "Trukket tilbake", "1 av 1 har svart"
    )
    asked_in_vain = page(other_leader).get(at("question", of(world.other_ward)))
    assert not missing(asked_in_vain, "Trukket tilbake", "Vi tok feil", "trenger ikke")
    assert at("reply", of(world.other_ward)) not in asked_in_vain.content.decode()
    assert missing(page(other_leader).get(at("lessons")), lesson.title)
    assert not missing(page(outsider_leader).get(at("question", answered)), "Vi så på tre netter.")
    with pytest.raises(states.NotNow), as_person(quality_adviser):
        commands.withdraw_lesson(lesson=lesson, reason="Igjen", by=quality_adviser, now=now)
    assert page(outsider_leader).get(at("withdraw_lesson", lesson)).status_code == 404


def test_only_who_shared_it_ends_the_questions_in_the_database(
    shared, world, now, as_person, other_leader
):
    lesson = shared()
    with pytest.raises(ProgrammingError, match="row-level security"), as_person(other_leader):
        commands.withdraw_lesson(lesson=lesson, reason="Ikke min", by=other_leader, now=now)


def test_without_a_reason_that_stands_nobody_is_let_off(passed, world, as_person, quality_adviser):
    lesson = passed()
    with as_person(quality_adviser), connection.cursor() as cursor:
        cursor.execute("SELECT inspections_lesson_withdraw(%s)", [lesson.pk])
    assert {of(world.other_ward).reply, of(world.their_ward).reply} == {"open"}


def test_what_is_withdrawn_is_in_no_number(shared, world, now, as_person, quality_adviser):
    def told():
        today, unit = clock.day(now), world.other_ward
        return weigh(Question(unit.pk, unit.code, unit.path, today, today), CLAIMS)

    before = told()
    lesson = shared(units=(world.other_ward,))
    assert told() != before
    with as_person(quality_adviser):
        commands.withdraw_lesson(lesson=lesson, reason="Feil", by=quality_adviser, now=now)
    assert told() == before


def test_what_the_pages_ask(shared, world, client_of, ceo, quality_adviser):
    lesson = shared(units=(world.ward, world.second_ward, world.other_ward))
    counted = {}
    for address, most in (
        (at("lessons"), 6),
        (at("lesson", lesson), 9),
        (at("question", of(world.ward)), 9),
    ):
        counted[address] = asked(client_of(ceo), address), most
    wrong = {at: (len(found), most) for at, (found, most) in counted.items() if len(found) != most}
    assert not wrong, "\n".join(f"{len(counted[a][0])}\n" + shortened(counted[a][0]) for a in wrong)
