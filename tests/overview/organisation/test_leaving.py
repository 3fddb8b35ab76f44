"""Who hears of it when people leave, by the page and by a file; and what a file's preview says of it."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from styrk.core import clock
from styrk.duties.commands import require
from styrk.organisation.commands import appoint
from styrk.organisation.models import Person
from tests.clients import yes_to
from tests.overview.organisation.test_accounts import inbox
from tests.overview.organisation.test_imports import ADDRESS, POSTS, send
from tests.overview.organisation.test_people import of, text

PEOPLE = "number;name;title;email;home_unit;left_on"
LAST = date(2026, 11, 30)


def row_of(person: Person, word: str) -> str:
    home = person.home_unit.code
    return f"{person.employee_number};{person.name};{person.title};{person.email};{home};{word}"


def previewed(client, *rows: str, posts: tuple[str, ...] = ()):
    files = [SimpleUploadedFile("people.csv", "\n".join([PEOPLE, *rows]).encode())]
    if posts:
        files.append(SimpleUploadedFile("appointments.csv", "\n".join([POSTS, *posts]).encode()))
    return send(client, *files)


def by_file(client, person: Person, word: str) -> None:
    preview = previewed(client, row_of(person, word))
    done = client.post(ADDRESS, yes_to(preview), follow=True)
    assert "Lest inn." in done.content.decode()


def by_page(client, person: Person, word: str) -> None:
    act, fields = ("ikke-slutt/", {}) if word == "tilbake" else ("slutt/", {"until": word})
    client.post(of(person, act), fields)


@pytest.fixture(params=[by_page, by_file])
def say(request, page, administrator, stopped_clock):
    """Say a person's last day, by the page or by a file."""

    def say(person: Person, word: str) -> None:
        stopped_clock.at += timedelta(minutes=1)
        request.param(page(administrator), person, word)

    return say


def test_a_leader_who_leaves_is_told_above_and_to_who_goes_on(
    say, world, ward_leader, department_leader, deputy, now
):
    require(
        kind="action.judge",
        subject_id=world.ward.pk,
        subject_uuid=world.ward.uuid,
        unit=world.ward,
        person=ward_leader,
        due=clock.day(now),
        now=now,
    )
    say(ward_leader, f"{LAST}")

    assert [subject for subject, _ in inbox(ward_leader)] == ["Siste dagen din er registrert"]
    ((subject, said),) = inbox(department_leader)
    assert subject == "Sengepost 1A får ingen leder"
    assert "Fra 1. des. 2026 har Sengepost 1A ingen leder." in said
    assert "Dina Dahl er stedfortreder, og får det som venter" in said
    assert [subject for subject, _ in inbox(deputy)] == [
        "Lars Lunde slutter",
        "Du er fortsatt stedfortreder i Sengepost 1A",
    ]

    say(ward_leader, "tilbake")
    assert inbox(ward_leader)[1][0] == "Siste dagen din er tatt bort"
    assert inbox(department_leader)[1][0] == "Sengepost 1A har leder likevel"


def test_where_another_leads_from_then_on_nobody_above_is_told(
    say, world, ward_leader, department_leader, deputy, colleague, now
):
    appoint(person=colleague, unit=world.ward, role="leader", valid_from=LAST, by=None, now=now)
    say(ward_leader, f"{LAST}")

    assert len(inbox(ward_leader)) == 1
    assert inbox(department_leader) == inbox(deputy) == []


def test_the_preview_says_what_follows_a_last_day(page, world, administrator, ward_leader, deputy):
    client = page(administrator)
    rows = row_of(ward_leader, f"{LAST}"), row_of(deputy, f"{LAST}")

    said = text(previewed(client, *rows))
    unled, _, roles = said.partition("Roller som følger siste dag (3)")
    assert "Enheter som blir uten leder (1)" in unled
    assert "<strong>Sengepost 1A</strong>, fra 1. des. 2026, etter Lars Lunde" in unled
    for role in ("Ansvarlig leder", "Stedfortreder", "Medarbeider"):
        assert f"{role} i Sengepost 1A, siste dag: 30. nov. 2026 (før: ingen)" in roles

    by_file(client, ward_leader, f"{LAST}")
    back = text(previewed(client, row_of(ward_leader, "tilbake")))
    assert "Ansvarlig leder i Sengepost 1A, siste dag: ingen (før: 30. nov. 2026)" in back
    assert "uten leder" not in back


@pytest.mark.parametrize(
    ("since", "is_left"), [("2026-12-01", False), ("2026-12-02", True)], ids=["at once", "later"]
)
def test_the_preview_counts_the_leader_of_the_same_file(
    page, administrator, ward_leader, colleague, since, is_left
):
    post = f"{colleague.employee_number};f.med.1.a;leader;{since};"
    said = text(previewed(page(administrator), row_of(ward_leader, f"{LAST}"), posts=(post,)))

    assert ("Enheter som blir uten leder (1)" in said) is is_left


def test_the_preview_says_that_a_role_which_a_row_ends_leaves_a_unit(
    page, administrator, ward_leader
):
    file = SimpleUploadedFile(
        "appointments.csv",
        f"{POSTS}\n{ward_leader.employee_number};f.med.1.a;leader;2020-01-01;{LAST}".encode(),
    )
    said = text(send(page(administrator), file))

    assert "Enheter som blir uten leder (1)" in said
    assert "Roller som følger" not in said


def test_the_preview_asks_no_more_for_more_who_leave(
    page, world, administrator, django_assert_max_num_queries
):
    client = page(administrator)
    people = ("nurse", "colleague", "deputy", "ward_leader", "second_ward_leader")
    rows = [row_of(world.people[key], f"{LAST}") for key in people]
    address = previewed(client, *rows).redirect_chain[-1][0]

    with django_assert_max_num_queries(16):
        client.get(address)
