from datetime import date

import pytest

from styrk.access.roles import LEADER as LEADER_ROLE
from styrk.organisation import commands, queries
from styrk.organisation.models import Appointment, Deputyship
from styrk.organisation.rules import LEADER
from tests.organisation.conftest import NOW, START, entries, last_entry, reading, revision

pytestmark = pytest.mark.django_db


def change(person, **facts):
    kept = {key: getattr(person, key) for key in ("name", "title", "email", "home_unit")}
    return commands.change_person(person=person, by=None, now=NOW, **kept | facts)


def test_leader_is_the_same_word_in_access():
    assert LEADER_ROLE.code == LEADER


def test_register_person_leaves_a_trail_without_the_address(tree, register):
    before = revision()

    kari = register(
        "Kari Moen", email="kari@vidda.example", employee_number="100", home_unit=tree.m1
    )

    entry = last_entry()
    assert (kari.home_unit, kari.employee_number) == (tree.m1, "100")
    assert (entry.act, entry.subject, entry.subject_id) == ("register_person", "person", kari.pk)
    assert entry.trust_id == tree.vid.pk
    assert "@" not in f"{entry.text} {entry.detail}"
    assert revision() > before


def test_register_person_refuses_a_number_in_use_and_no_name(register):
    register("Kari", employee_number="100")

    with pytest.raises(commands.NumberTaken):
        register("Per", employee_number="100")
    with pytest.raises(commands.MissingText):
        register(" ")


def test_several_people_may_lack_a_number(register):
    assert register("Kari").employee_number is register("Per").employee_number is None


def test_change_person_tells_which_facts_not_what_they_were(tree, register):
    kari = register("Kari Moen", email="gammel@vidda.example")

    change(kari, email="ny@vidda.example", home_unit=tree.m1)

    kari.refresh_from_db()
    assert (kari.email, kari.home_unit) == ("ny@vidda.example", tree.m1)
    assert last_entry().detail == {"changed": ["email", "home_unit"]}


def test_change_person_without_change_records_nothing(register):
    kari = register("Kari Moen")
    before = last_entry().pk

    change(kari)

    assert last_entry().pk == before


def test_record_departure_ends_what_the_person_held(tree, register, appoint, deputise):
    kari = register("Kari")
    post = appoint(kari, tree.m1)
    appoint(kari, tree.m2, valid_from=date(2026, 12, 1))
    deputyship = deputise(kari, tree.med)

    commands.record_departure(person=kari, left_on=date(2026, 1, 31), by=None, now=NOW)

    post.refresh_from_db()
    deputyship.refresh_from_db()
    assert kari.left_on == post.valid_to == deputyship.valid_to == date(2026, 1, 31)
    assert Appointment.objects.count() == 1
    assert last_entry().act == "record_departure"


def test_record_departure_takes_no_history_away(tree, register, appoint):
    kari = register("Kari")
    appoint(kari, tree.m1, valid_from=date(2026, 6, 1))

    with pytest.raises(commands.HeldLater):
        commands.record_departure(person=kari, left_on=date(2026, 1, 31), by=None, now=NOW)

    assert Appointment.objects.get().valid_to is None
    with pytest.raises(commands.OwnDeparture):
        commands.record_departure(person=kari, left_on=NOW.date(), by=kari, now=NOW)


def test_what_ended_with_a_person_is_as_agreed_when_the_departure_is_taken_back(
    tree, register, appoint, deputise
):
    kari = register("Kari")
    led = appoint(kari, tree.m1)
    agreed = appoint(kari, tree.m2, valid_to=date(2026, 12, 24))
    over = appoint(kari, tree.kir, valid_to=date(2026, 10, 1))
    deputyship = deputise(kari, tree.med)
    commands.record_departure(person=kari, left_on=date(2026, 11, 15), by=None, now=NOW)

    commands.take_back_departure(person=kari, by=None, now=NOW)
    with pytest.raises(commands.IsHere):
        commands.take_back_departure(person=kari, by=None, now=NOW)

    ends = [_end(post) for post in (led, agreed, over, deputyship)]
    assert (kari.left_on, ends) == (None, [None, date(2026, 12, 24), date(2026, 10, 1), None])
    taken_back, registered = entries()[:2]
    assert (taken_back.act, registered.act) == ("take_back_departure", "record_departure")
    assert taken_back.detail["led"] == sorted([tree.m1.pk, tree.m2.pk, tree.med.pk])
    with pytest.raises(commands.OwnDeparture):
        commands.take_back_departure(person=kari, by=kari, now=NOW)


def test_another_last_day_moves_what_ends_with_it(tree, register, appoint):
    """31 December was wrong: the year is over for the leader role too, on 31 January."""
    kari = register("Kari")
    led = appoint(kari, tree.m1)
    for day in (date(2026, 12, 31), date(2026, 1, 31), date(2026, 3, 31)):
        commands.record_departure(person=kari, left_on=day, by=None, now=NOW)
        assert _end(led) == day

    told = last_entry()
    assert told.text == "Endret siste dag for Kari fra 31.01.2026 til 31.03.2026"
    assert told.detail["led"] == [tree.m1.pk]
    with reading():
        assert queries.history_of_unit(tree.m1, posts=False, limit=1) == [told]
        assert queries.registered_after([tree.m1], date(2026, 3, 1))[0] == told


def test_a_post_ended_by_itself_does_not_follow_the_last_day(tree, register, appoint):
    kari = register("Kari")
    post = appoint(kari, tree.m1)
    commands.record_departure(person=kari, left_on=date(2026, 6, 30), by=None, now=NOW)
    post.refresh_from_db()
    commands.end_appointment(appointment=post, valid_to=date(2026, 5, 1), by=None, now=NOW)

    commands.take_back_departure(person=kari, by=None, now=NOW)

    assert _end(post) == date(2026, 5, 1)


def test_what_comes_back_ends_with_the_unit_and_before_the_same_given_anew(tree, register, appoint):
    kari = register("Kari")
    closed, again = appoint(kari, tree.m1), appoint(kari, tree.m2)
    commands.record_departure(person=kari, left_on=date(2026, 3, 31), by=None, now=NOW)
    commands.end_unit(unit=tree.m1, valid_to=date(2026, 6, 30), by=None, now=NOW)
    appoint(kari, tree.m2, valid_from=date(2026, 9, 1))

    commands.take_back_departure(person=kari, by=None, now=NOW)

    assert (_end(closed), _end(again)) == (date(2026, 6, 30), date(2026, 8, 31))


def test_whoever_returns_gets_no_posts_back(tree, register, appoint):
    kari = register("Kari")
    post = appoint(kari, tree.m1)
    commands.record_departure(person=kari, left_on=date(2026, 3, 31), by=None, now=NOW)

    commands.record_return(person=kari, by=None, now=NOW)
    for act in (commands.take_back_departure, commands.record_return):
        with pytest.raises(commands.IsHere):
            act(person=kari, by=None, now=NOW)

    assert (kari.left_on, _end(post)) == (None, date(2026, 3, 31))
    assert last_entry().text == "Registrerte at Kari har begynt igjen"
    with reading():
        assert queries.registered_after([tree.m1], date(2026, 5, 1))[0].act == "record_departure"
    with pytest.raises(commands.OwnDeparture):
        commands.record_return(person=kari, by=kari, now=NOW)


def test_whoever_is_here_still_does_not_return(tree, register, appoint):
    kari = register("Kari")
    post, until = appoint(kari, tree.m1), NOW.date()
    assert commands.record_departure(person=kari, left_on=until, by=None, now=NOW)
    assert not commands.record_departure(person=kari, left_on=until, by=None, now=NOW)

    with pytest.raises(commands.NotGone):
        commands.record_return(person=kari, by=None, now=NOW)

    assert (kari.left_on, _end(post)) == (until, until)
    assert last_entry().act == "record_departure"


def _end(post):
    post.refresh_from_db()
    return post.valid_to


def test_appoint_leaves_a_trail_and_a_new_revision(tree, register):
    kari, by = register("Kari"), register("Liv Admin")
    before = revision()

    post = commands.appoint(
        person=kari, unit=tree.m1, role="leader", valid_from=START, by=by, now=NOW
    )

    entry = last_entry()
    assert (post.person, post.unit, post.role, post.valid_to) == (kari, tree.m1, "leader", None)
    assert entry.text == f"Ga Kari ansvaret som leder i {tree.m1.name}"
    assert (entry.person_name, entry.subject, entry.subject_id) == ("Liv Admin", "person", kari.pk)
    assert entry.detail["unit"] == tree.m1.pk
    assert revision() > before


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"role": ""}, commands.MissingText),
        ({"valid_to": date(2023, 12, 31)}, commands.EndsTooEarly),
        ({"valid_from": date(2023, 12, 31)}, commands.NotInForce),
        ({"valid_from": date(2025, 12, 31)}, commands.Overlap),
        ({"valid_to": date(2025, 1, 1)}, commands.Overlap),
    ],
)
def test_appoint_refuses(tree, register, appoint, facts, refusal):
    kari = register("Kari")
    appoint(kari, tree.m1, valid_from=date(2025, 1, 1), valid_to=date(2025, 12, 31))

    with pytest.raises(refusal):
        appoint(kari, tree.m1, **facts)

    assert Appointment.objects.count() == 1


def test_appoint_again_after_a_break(tree, register, appoint):
    kari = register("Kari")
    appoint(kari, tree.m1, valid_to=date(2025, 1, 1))
    appoint(kari, tree.m1, valid_from=date(2025, 1, 2))
    appoint(kari, tree.m1, role="employee")

    assert Appointment.objects.count() == 3


def test_end_appointment(tree, register, appoint):
    post = appoint(register("Kari"), tree.m1)
    before = revision()

    with pytest.raises(commands.EndsTooEarly):
        commands.end_appointment(appointment=post, valid_to=date(2023, 1, 1), by=None, now=NOW)
    commands.end_appointment(appointment=post, valid_to=date(2026, 1, 1), by=None, now=NOW)

    with pytest.raises(commands.EndsAlready):
        commands.end_appointment(appointment=post, valid_to=date(2026, 1, 2), by=None, now=NOW)

    post.refresh_from_db()
    assert post.valid_to == date(2026, 1, 1)
    assert last_entry().act == "end_appointment"
    assert revision() > before


def test_name_deputy_and_end_it(tree, register, deputise):
    per = register("Per")
    before = revision()

    post = deputise(per, tree.m1)
    assert last_entry().text == f"Gjorde Per til stedfortreder i {tree.m1.name}"
    with pytest.raises(commands.Overlap):
        deputise(per, tree.m1)
    with pytest.raises(commands.EndsTooEarly):
        deputise(per, tree.m2, valid_to=date(2023, 1, 1))
    commands.end_deputyship(deputyship=post, valid_to=date(2026, 1, 1), by=None, now=NOW)

    assert Deputyship.objects.get().valid_to == date(2026, 1, 1)
    assert last_entry().act == "end_deputyship"
    assert revision() >= before + 2
