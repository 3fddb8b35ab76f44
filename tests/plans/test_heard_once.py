"""What was changed in a plan after somebody was heard of it stands beside what they said."""

from dataclasses import replace

import pytest
from django.urls import reverse

from styrk.plans import commands, presenters, queries
from styrk.plans.subject import Subject
from styrk.plans.types import Terms

NOTHING = "Ingenting i planen er endret siden."


def says(answer, *texts):
    page = answer.content.decode()
    return all(text in page for text in texts)


@pytest.fixture
def hear(heard, ward_leader, now):
    def hear(plan, who):
        one = replace(heard, who=who)
        commands.note_hearing(plan=plan, heard=one, by=ward_leader, now=now)

    return hear


@pytest.fixture
def add(ward_leader, now):
    def add(plan, title):
        commands.add_item(plan=plan, subject=Subject(title=title), by=ward_leader, now=now)

    return add


def since(plan):
    told = presenters.since_each_hearing(queries.steps_of(plan))
    return [[one.text for one in entries] for entries in told]


def test_all_that_came_after_and_nothing_before(item, draft, hear, add, ward_leader, now):
    hear(draft, "Personalmøtet")
    assert since(draft) == [[]]
    add(draft, "Ro til rapport")
    hear(draft, "NSF")
    commands.adapt_item(item=item, terms=Terms("Alle bad"), by=ward_leader, now=now)

    assert since(draft) == [
        ["tilpasset «Trygge bad»: Alle bad", "tok inn «Ro til rapport»"],
        ["tilpasset «Trygge bad»: Alle bad"],
    ]


def test_it_is_read_beside_each_also_when_the_plan_stands(
    item, draft, hear, add, heard, page, ward_leader, now
):
    """The one heard last, of the first meeting held, stands first on the page."""
    hear(draft, "Personalmøtet")
    add(draft, "Ro til rapport")
    before = replace(heard, who="NSF", held_on=heard.held_on.replace(day=1))
    commands.note_hearing(plan=draft, heard=before, by=ward_leader, now=now)
    address = reverse("plans:version", args=[draft.uuid])
    for _state in ("heard", "approved"):
        text = page(ward_leader).get(address).content.decode()
        first, last = text[text.index("NSF<") :].split("Personalmøtet<", 1)
        assert NOTHING in first
        assert "Endret i planen siden (1)" in last
        if draft.state == "heard":
            commands.approve_plan(plan=draft, by=ward_leader, now=now)


def test_a_version_nobody_is_heard_of_says_what_it_changes(approved, add, page, ward_leader, now):
    new = commands.revise_plan(plan=approved, reason="Mindre penger", by=ward_leader, now=now)
    address = reverse("plans:version", args=[new.uuid])
    assert says(page(ward_leader).get(address), "Ingen er hørt om denne versjonen.", NOTHING)

    add(new, "Ro til rapport")

    assert says(page(ward_leader).get(address), "Endret i planen siden (1)")
    old = reverse("plans:version", args=[approved.uuid])
    assert says(page(ward_leader).get(old), NOTHING)


def test_a_draft_that_nobody_is_heard_of_says_nothing_of_it(draft, add, page, ward_leader):
    add(draft, "Ro til rapport")
    answer = page(ward_leader).get(reverse("plans:version", args=[draft.uuid]))
    assert not says(answer, NOTHING)
    assert not says(answer, "Endret i planen siden")
