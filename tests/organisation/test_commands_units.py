from datetime import date, timedelta

import pytest
from django.utils.translation import override

from styrk.organisation import commands
from styrk.organisation.models import Unit, UnitEdition
from tests.organisation.conftest import NOW, START, TODAY, last_entry, revision

pytestmark = pytest.mark.django_db


def editions(unit: Unit) -> list[tuple]:
    rows = unit.editions.order_by("valid_from")
    return [(row.name, row.parent_id, row.valid_from, row.valid_to) for row in rows]


def rename(unit, name="Nytt navn", valid_from=date(2025, 6, 1), **facts):
    return commands.rename_unit(
        unit=unit, name=name, valid_from=valid_from, by=None, now=NOW, **facts
    )


def move(unit, parent, valid_from=date(2025, 6, 1)):
    return commands.move_unit(unit=unit, parent=parent, valid_from=valid_from, by=None, now=NOW)


def end(unit, valid_to=date(2026, 1, 31)):
    return commands.end_unit(unit=unit, valid_to=valid_to, by=None, now=NOW)


def test_found_unit_places_it_and_opens_its_history(tree):
    assert tree.m1.path == f"{tree.rhf.pk}.{tree.vid.pk}.{tree.med.pk}.{tree.m1.pk}."
    assert tree.m1.trust == tree.vid
    assert tree.vid.trust == tree.vid
    assert tree.rhf.trust == tree.rhf
    assert editions(tree.m1) == [(tree.m1.name, tree.med.pk, START, None)]


def test_found_unit_leaves_a_trail_and_a_new_revision(tree, register):
    kari = register("Kari Moen")
    before = revision()

    unit = commands.found_unit(
        code="M3", name="Post 3", level="", parent=tree.med, valid_from=START, by=kari, now=NOW
    )

    entry = last_entry()
    assert revision() > before
    assert (entry.act, entry.subject, entry.subject_id) == ("found_unit", "unit", unit.pk)
    assert (entry.person_name, entry.trust_id) == ("Kari Moen", tree.vid.pk)
    assert entry.text == "Opprettet enheten Post 3 (M3)"


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"code": "M1"}, commands.CodeTaken),
        ({"code": " "}, commands.MissingText),
        ({"name": ""}, commands.MissingText),
        ({"organisation_number": "123456789"}, commands.NotAnOrganisationNumber),
        ({"valid_from": START - timedelta(days=1)}, commands.NotInForce),
    ],
)
def test_found_unit_refuses(tree, found, facts, refusal):
    before = revision()

    with pytest.raises(refusal):
        found(**{"code": "NY", "parent": tree.med} | facts)

    assert revision() == before
    assert Unit.objects.count() == 7


def test_rename_unit_closes_the_edition_the_day_before(tree):
    rename(tree.m1, "Hjerteposten")

    tree.m1.refresh_from_db()
    assert tree.m1.name == "Hjerteposten"
    assert editions(tree.m1) == [
        ("Sengepost 1, hjerte og lunge", tree.med.pk, START, date(2025, 5, 31)),
        ("Hjerteposten", tree.med.pk, date(2025, 6, 1), None),
    ]
    assert last_entry().text == "Ga enheten navnet Hjerteposten (før: Sengepost 1, hjerte og lunge)"


def test_what_is_missing_is_said_in_the_language_of_the_reader(tree):
    with override("en"), pytest.raises(commands.MissingText) as refused:
        rename(tree.m1, " ")

    assert "navn" not in str(refused.value)


def test_rename_unit_twice_in_a_day_keeps_the_last(tree):
    rename(tree.m1, "Feil")
    rename(tree.m1, "Rett", level="post")

    assert [name for name, *_ in editions(tree.m1)] == ["Sengepost 1, hjerte og lunge", "Rett"]
    assert tree.m1.level == "post"


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"valid_from": TODAY + timedelta(days=1)}, commands.InTheFuture),
        ({"valid_from": date(2025, 5, 31)}, commands.TooEarly),
        ({"valid_from": START - timedelta(days=1)}, commands.NotInForce),
        ({"name": "  "}, commands.MissingText),
    ],
)
def test_rename_unit_refuses(tree, facts, refusal):
    rename(tree.m1, "Hjerteposten")

    with pytest.raises(refusal):
        rename(tree.m1, **{"name": "Noe annet", "valid_from": TODAY} | facts)


def test_move_unit_takes_its_line_along(tree):
    before = revision()

    move(tree.med, tree.kir)

    tree.m1.refresh_from_db()
    assert tree.med.path == f"{tree.rhf.pk}.{tree.vid.pk}.{tree.kir.pk}.{tree.med.pk}."
    assert tree.m1.path == f"{tree.med.path}{tree.m1.pk}."
    assert (tree.med.trust, tree.m1.trust) == (tree.vid, tree.vid)
    assert editions(tree.med)[1] == (tree.med.name, tree.kir.pk, date(2025, 6, 1), None)
    assert len(editions(tree.m1)) == 1
    assert revision() > before
    assert (
        last_entry().text == "Flyttet Medisinsk klinikk fra Vidda sykehus HF til Kirurgisk klinikk"
    )


def test_move_unit_leaves_a_trust_within_the_line_alone(tree, found):
    group = found("GRP", tree.rhf, name="Sykehusgruppen")
    move(tree.vid, group)

    tree.m1.refresh_from_db()
    group.refresh_from_db()
    assert tree.m1.path.startswith(f"{group.path}{tree.vid.pk}.")
    assert (tree.vid.trust, tree.m1.trust, group.trust) == (tree.vid, tree.vid, tree.rhf)


@pytest.mark.parametrize("to", ["dal", "rhf", None])
def test_move_unit_never_to_another_trust(tree, to):
    before = revision()

    with pytest.raises(commands.OtherTrust, match="Vidda sykehus HF, som svarer for sakene"):
        move(tree.med, getattr(tree, to) if to else None)

    tree.m1.refresh_from_db()
    assert tree.m1.path == f"{tree.rhf.pk}.{tree.vid.pk}.{tree.med.pk}.{tree.m1.pk}."
    assert tree.m1.trust == tree.vid
    assert len(editions(tree.med)) == 1
    assert revision() == before


def test_move_a_whole_trust_to_the_top(tree):
    move(tree.vid, None)

    tree.m1.refresh_from_db()
    assert (tree.vid.parent, tree.vid.trust, tree.m1.trust) == (None, tree.vid, tree.vid)
    assert tree.m1.path == f"{tree.vid.pk}.{tree.med.pk}.{tree.m1.pk}."


def test_move_unit_knows_what_others_moved_in_the_meantime(tree):
    stale = Unit.objects.get(pk=tree.med.pk)
    move(tree.med, tree.kir)

    with pytest.raises(commands.UnderItself):
        move(tree.kir, stale)


@pytest.mark.parametrize("under", ["med", "m1"])
def test_move_unit_refuses_a_circle(tree, under):
    with pytest.raises(commands.UnderItself):
        move(tree.med, getattr(tree, under))

    assert len(editions(tree.med)) == 1


def test_move_unit_refuses_a_parent_that_was_not_there(tree, found):
    late = found("NY", tree.vid, valid_from=date(2025, 7, 1))

    with pytest.raises(commands.NotInForce):
        move(tree.med, late)


def test_end_unit_ends_history_and_posts(tree, register, appoint, deputise):
    post = appoint(register("Kari"), tree.m1)
    deputyship = deputise(register("Per"), tree.m1, valid_to=date(2027, 1, 1))
    over = appoint(register("Liv"), tree.m1, valid_to=date(2025, 1, 1))

    end(tree.m1)

    for row in (post, deputyship, over):
        row.refresh_from_db()
    assert tree.m1.valid_to == post.valid_to == deputyship.valid_to == date(2026, 1, 31)
    assert over.valid_to == date(2025, 1, 1)
    assert editions(tree.m1)[0][3] == date(2026, 1, 31)
    assert last_entry().detail == {"until": "2026-01-31", "posts_ended": 2}


def test_end_unit_refuses_while_units_live_below(tree):
    with pytest.raises(commands.HasUnits):
        end(tree.med)

    end(tree.m1)
    end(tree.m2)
    end(tree.med)


def test_end_unit_refuses_before_its_last_change_and_with_later_posts(tree, register, appoint):
    rename(tree.m1)
    appoint(register("Kari"), tree.m1, valid_from=date(2026, 6, 1))

    with pytest.raises(commands.EndsTooEarly):
        end(tree.m1, date(2025, 5, 31))
    with pytest.raises(commands.HasPostsLater):
        end(tree.m1, date(2026, 5, 31))


def test_a_refused_change_leaves_nothing(tree, register, appoint):
    appoint(register("Kari"), tree.m1)
    appoint(register("Per"), tree.m1, valid_from=date(2026, 6, 1))
    before = revision()

    with pytest.raises(commands.HasPostsLater):
        end(tree.m1)

    assert revision() == before
    assert not UnitEdition.objects.filter(valid_to__isnull=False).exists()
