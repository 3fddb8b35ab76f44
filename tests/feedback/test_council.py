"""The users' council: a list without anybody in it, what they say, and the answer."""

from datetime import date
from html import unescape

import pytest
from django.db import ProgrammingError, transaction

from styrk.core.asking import ask
from styrk.core.states import NotNow
from styrk.feedback import commands
from styrk.feedback.evidence import experience_is_used, read_with_council
from styrk.feedback.models import Hearing
from styrk.feedback.queries.council import last_quarter, themes_of, whole
from styrk.feedback.refusals import LaidBefore
from styrk.regulation.types import Question, Status
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.feedback.conftest import WORDS


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


@pytest.fixture
def laid(world, ward_leader, now):
    return commands.lay_before(
        unit=world.ward,
        council="Brukerutvalget",
        first_on=date(2026, 7, 1),
        last_on=date(2026, 9, 30),
        material={
            "themes": [],
            "total": 0,
            "answered": 0,
            "days": None,
            "changes": [],
            "scores": [],
        },
        by=ward_leader,
        now=now,
    )


def test_they_are_given_a_list_say_and_are_answered(tell, page, ward_leader, nurse, world):
    for key in range(6):
        tell(key=f"{key}", theme="waiting", received_on=date(2026, 8, 1))
    tell(key="food", theme="premises", kind="experience", received_on=date(2026, 8, 1))
    leader = page(ward_leader)
    address = "/stemmer/brukerutvalg/"
    assert says(leader.get(address), "Ingen er hørt ennå", "Legg stemmene fram")
    begun = leader.get(f"{address}ny/")
    assert says(begun, 'value="2026-07-01"', 'value="2026-09-30"')

    period = {"first_on": "2026-07-01", "last_on": "2026-09-30"}
    made = filled_in(leader, f"{address}ny/", council="Brukerutvalget", **period)
    listed = leader.get(made["Location"])
    assert says(
        listed,
        "Ventetid og tilgang",
        '"Stemmer">6</td><td data-label="Av dem klager">6<',
        '"Av dem klager">Få<',
    )
    assert not says(listed, WORDS)
    assert not says(listed, "7 stemmer i alt")

    one = made["Location"]
    filled_in(leader, f"{one}uttalelse/", said="Si fra om ventetid i døra.", said_on="2026-11-10")
    assert says(leader.get("/min-side/"), "Svar brukerutvalget")
    filled_in(leader, f"{one}svar/", answer="Vi henger opp en tavle.", changed="on")
    assert not says(leader.get("/min-side/"), "Svar brukerutvalget")

    read = page(nurse).get(one)
    assert says(read, "Si fra om ventetid i døra.", "Vi henger opp en tavle.", "Førte til noe")
    assert says(page(nurse).get(address), "Har fått svar")


@pytest.mark.parametrize("who", ["nurse", "second_ward_leader", "board_chair", "outsider_ceo"])
def test_only_who_answers_for_the_unit_lays_and_says(laid, page, world, who):
    other = page(world.people[who])
    at = f"/stemmer/brukerutvalg/{laid.uuid}/"
    assert other.get(at).status_code == (404 if who == "outsider_ceo" else 200)
    assert other.get(f"{at}uttalelse/").status_code in {403, 404}
    assert other.get("/stemmer/brukerutvalg/ny/?enhet=f.med.1.a").status_code in {403, 404}


def test_the_list_is_given_once_and_stays_as_it_was(laid, world, ward_leader, now):
    with pytest.raises(LaidBefore):
        commands.lay_before(
            unit=world.ward,
            council="Brukerutvalget",
            first_on=date(2026, 7, 1),
            last_on=date(2026, 9, 30),
            material={},
            by=ward_leader,
            now=now,
        )
    with pytest.raises(ProgrammingError), transaction.atomic():
        Hearing.objects.update(material={})
    with pytest.raises(NotNow):
        commands.reply_to_council(
            hearing=laid, answer="Takk.", changed=False, by=ward_leader, now=now
        )


@pytest.mark.parametrize(
    ("number", "complaints", "shown"),
    [(4, 0, (None, None)), (9, 3, (9, None)), (9, 6, (9, None)), (9, 0, (9, 0)), (12, 6, (12, 6))],
)
def test_neither_a_part_nor_the_rest_tells_of_few(number, complaints, shown):
    (one,) = themes_of([("waiting", number, complaints)])
    assert (one["number"], one["complaints"]) == shown


def test_one_hidden_number_is_not_told_by_the_sum():
    assert [whole([9, 2]), whole([9, 2, 3]), whole([9, 8]), whole([])] == [None, 14, 17, 0]


@pytest.mark.parametrize(
    ("today", "quarter"),
    [
        (date(2026, 11, 22), (date(2026, 7, 1), date(2026, 9, 30))),
        (date(2026, 1, 1), (date(2025, 10, 1), date(2025, 12, 31))),
        (date(2026, 3, 31), (date(2025, 10, 1), date(2025, 12, 31))),
    ],
)
def test_the_quarter_that_was_over_last(today, quarter):
    assert last_quarter(today) == quarter


def test_what_they_said_and_the_answer_count_for_the_use_of_experience(
    laid, world, ward_leader, now
):
    nurse_unit, on = world.ward, now.date()
    question = Question(nurse_unit.pk, nurse_unit.code, nurse_unit.path, on, on)
    found = experience_is_used(question, ask(read_with_council(question)))
    assert (found.status, found.data[-2].value) == (Status.NOT_SHOWN, 0)

    commands.note_council(hearing=laid, said="Mer ro.", said_on=on, by=ward_leader, now=now)
    commands.reply_to_council(hearing=laid, answer="Ja.", changed=True, by=ward_leader, now=now)
    found = experience_is_used(question, ask(read_with_council(question)))
    assert (found.status, found.data[-2].value, found.data[-1].value) == (Status.PARTLY, 1, 1)


def test_the_pages_cost_the_same_however_many(laid, client_of, ward_leader):
    listed = asked(client_of(ward_leader), "/stemmer/brukerutvalg/")
    one = asked(client_of(ward_leader), f"/stemmer/brukerutvalg/{laid.uuid}/")
    assert (len(listed), len(one)) == (7, 6), shortened(listed + one)
