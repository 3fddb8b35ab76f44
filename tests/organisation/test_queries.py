from datetime import date
from uuid import uuid4

import pytest

from styrk.organisation import commands, queries
from tests.organisation.conftest import NOW, START, TODAY, counted

pytestmark = pytest.mark.django_db
MOVED = date(2025, 6, 1)


def names(branches) -> dict:
    return {branch.unit.code: names(branch.children) for branch in branches}


def test_unit_tree_from_the_tops(tree):
    with counted(6):
        found = queries.unit_tree(on=TODAY)

    assert names(found) == {"RHF": {"DAL": {}, "VID": {"KIR": {}, "MED": {"M1": {}, "M2": {}}}}}


def test_unit_tree_stops_at_a_depth_and_counts_what_is_below(tree):
    with counted(3):
        found = queries.unit_tree(tree.rhf, on=TODAY, depth=2)

    dal, vid = found
    assert names(found) == {"DAL": {}, "VID": {"KIR": {}, "MED": {}}}
    assert [branch.below for branch in (dal, vid, *vid.children)] == [0, 2, 0, 2]


def test_unit_tree_does_not_ask_more_for_more_units(tree, found):
    for number in range(5):
        found(f"X{number}", found(f"Y{number}", tree.rhf))

    with counted(3):
        queries.unit_tree(tree.rhf, on=TODAY, depth=2)


def test_unit_tree_as_it_was(tree):
    commands.move_unit(unit=tree.med, parent=tree.kir, valid_from=MOVED, by=None, now=NOW)
    commands.rename_unit(unit=tree.m1, name="Ny", valid_from=MOVED, by=None, now=NOW)
    commands.end_unit(unit=tree.dal, valid_to=MOVED, by=None, now=NOW)

    before = queries.unit_tree(tree.vid, on=date(2025, 5, 31))
    after = queries.unit_tree(tree.rhf, on=date(2025, 6, 2))

    assert names(before) == {"KIR": {}, "MED": {"M1": {}, "M2": {}}}
    assert before[1].children[0].name == "Sengepost 1, hjerte og lunge"
    assert names(after) == {"VID": {"KIR": {"MED": {"M1": {}, "M2": {}}}}}
    assert queries.unit_tree(on=date(2023, 12, 31)) == []


def test_children_ancestors_and_subtree(tree):
    with counted(3):
        assert queries.children_of(tree.med, on=TODAY) == [tree.m1, tree.m2]
        assert queries.ancestors_of(tree.m1) == [tree.rhf, tree.vid, tree.med]
        assert queries.subtree_ids(tree.med) == {tree.med.pk, tree.m1.pk, tree.m2.pk}


def test_family_of_in_one_query(tree):
    commands.end_unit(unit=tree.m2, valid_to=MOVED, by=None, now=NOW)

    with counted(1):
        assert queries.family_of(tree.med, on=TODAY) == ([tree.rhf, tree.vid], [tree.m1])


def test_line_above_as_it_was(tree):
    commands.move_unit(unit=tree.med, parent=tree.kir, valid_from=MOVED, by=None, now=NOW)

    with counted(1):
        assert queries.line_above(tree.m1, on=date(2025, 5, 31)) == [tree.med, tree.vid, tree.rhf]
    assert queries.line_above(tree.m1, on=TODAY) == [
        tree.med,
        tree.kir,
        tree.vid,
        tree.rhf,
    ]


def test_unit_by_uuid_and_named_on(tree):
    commands.rename_unit(unit=tree.m1, name="Ny", valid_from=MOVED, by=None, now=NOW)

    assert queries.unit_by_uuid(tree.m1.uuid) == tree.m1
    assert queries.unit_by_uuid(uuid4()) is None
    assert queries.unit_named_on(tree.m1, TODAY).name == "Ny"
    assert queries.unit_named_on(tree.m1, date(2025, 5, 31)).name == "Sengepost 1, hjerte og lunge"
    assert queries.unit_named_on(tree.m1, date(2023, 1, 1)) is None
    assert next(edition.name for edition in queries.editions_of(tree.m1)) == "Ny"


def test_responsible_leaders_in_one_query(tree, register, appoint):
    kari, per = register("Kari"), register("Per")
    appoint(kari, tree.m1)
    appoint(per, tree.m1, valid_from=date(2025, 1, 1))
    appoint(kari, tree.m2, role="employee")
    appoint(per, tree.med, valid_to=date(2025, 1, 1))

    with counted(1):
        led = queries.responsible_leaders([tree.m1.pk, tree.m2.pk, tree.med.pk], TODAY)

    assert led == {tree.m1.pk: [kari, per], tree.m2.pk: [], tree.med.pk: []}
    with counted(0):
        assert queries.responsible_leaders([], TODAY) == {}


def test_deputies_in_force(tree, register, deputise):
    per, liv = register("Per"), register("Liv")
    deputise(per, tree.m1, valid_to=TODAY)
    deputise(liv, tree.m1, valid_to=date(2025, 1, 1))

    assert queries.deputies([tree.m1.pk, tree.m2.pk], TODAY) == {tree.m1.pk: [per], tree.m2.pk: []}


def test_who_led_in_the_past(tree, register, appoint, deputise):
    kari, per, liv = register("Kari"), register("Per"), register("Liv")
    appoint(kari, tree.m1, valid_to=date(2025, 5, 31))
    appoint(per, tree.m1, valid_from=MOVED)
    deputise(liv, tree.m1, valid_from=date(2025, 5, 1), valid_to=date(2025, 5, 31))

    before = queries.who_led(tree.m1, date(2025, 5, 31))
    after = queries.who_led(tree.m1, MOVED)

    assert (before.leaders, before.deputies) == ([kari], [liv])
    assert (after.leaders, after.deputies) == ([per], [])


def test_holder_of_falls_back_to_deputies_for_the_leader_only(tree, register, appoint, deputise):
    kari, per, liv = register("Kari"), register("Per"), register("Liv")
    deputise(per, tree.m1)
    appoint(liv, tree.m1, role="quality_adviser")

    assert queries.holder_of(tree.m1, "leader", TODAY) == [per]
    appoint(kari, tree.m1)
    deputise(kari, tree.m1)
    assert queries.holder_of(tree.m1, "leader", TODAY) == [kari, per]
    assert queries.holder_of(tree.m1, "quality_adviser", TODAY) == [liv]
    assert queries.holder_of(tree.m1, "board_chair", TODAY) == []


def test_nearest_leader_above_passes_those_it_is_about(tree, register, appoint):
    kari, per = register("Kari"), register("Per")
    appoint(kari, tree.m1)
    appoint(kari, tree.med)
    appoint(per, tree.rhf)

    with counted(3):
        assert queries.nearest_leader_above(tree.m1, TODAY) == (tree.med, kari)
    assert queries.nearest_leader_above(tree.m1, TODAY, {kari.pk}) == (tree.rhf, per)
    assert queries.nearest_leader_above(tree.m1, TODAY, {kari.pk, per.pk}) is None
    assert queries.nearest_leader_above(tree.rhf, TODAY) is None


def test_leadership_gaps(tree, register, appoint):
    kari, per = register("Kari"), register("Per")
    appoint(kari, tree.med)
    appoint(kari, tree.m1)
    appoint(per, tree.m1)
    commands.end_unit(unit=tree.kir, valid_to=MOVED, by=None, now=NOW)
    line = queries.subtree_ids(tree.vid)

    with counted(5):
        gaps = queries.leadership_gaps(line, TODAY)

    assert gaps.without == [tree.m2, tree.vid]
    assert gaps.doubled == [(tree.m1, [kari, per])]
    cut = queries.leadership_gaps(line, TODAY, limit=1)
    assert (len(cut.without), cut.without_total, cut.doubled_total) == (1, 2, 1)


def test_leadership_gaps_counts_a_person_once(tree, register, appoint):
    kari = register("Kari")
    appoint(kari, tree.m1, valid_to=TODAY)
    appoint(kari, tree.m1, valid_from=date(2026, 11, 17))

    gaps = queries.leadership_gaps([tree.m1.pk], TODAY)
    assert (gaps.without, gaps.doubled) == ([], [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("hjer", ["M1"]),
        ("seng 2", ["M2"]),
        ("sengepost", ["M1", "M2"]),
        ("m1", ["M1"]),
        ("SYKEHUS", ["DAL", "VID"]),
        ("post", []),
        ("m", ["MED", "M1", "M2"]),
        ("Ø-h", ["OHJ"]),
        ("øye", ["OHJ"]),
        (".*", []),
        ("(", []),
        ("\\", []),
        ("\0", []),
        ("  ", []),
    ],
)
def test_find_units(tree, found, text, codes):
    found("OHJ", tree.rhf, name="ØYEAVDELING Ø-HJELP")

    with counted(1):
        assert [unit.code for unit in queries.find_units(text, trust_ids=None, on=TODAY)] == codes


def test_find_units_within_trusts_and_limit(tree, found):
    found("SP", tree.dal, name="Sengepost på Dalen")

    def codes(**facts):
        hits = queries.find_units("sengepost", on=TODAY, **facts)
        return [unit.code for unit in hits]

    assert codes(trust_ids=[tree.vid.pk]) == ["M1", "M2"]
    assert codes(trust_ids=[]) == []
    assert codes(trust_ids=None, limit=1) == ["M1"]


def test_home_units_home_first(tree, register, appoint, deputise):
    kari = register("Kari", home_unit=tree.m2)
    appoint(kari, tree.m1)
    appoint(kari, tree.kir, valid_to=START)
    deputise(kari, tree.med)

    with counted(1):
        assert queries.home_units(kari, TODAY) == [tree.m2, tree.med, tree.m1]
    assert queries.home_units(register("Per"), TODAY) == []


def test_posts_at(tree, register, appoint):
    appoint(register("Per"), tree.m1, role="employee")
    appoint(register("Kari"), tree.m1)
    appoint(register("Liv"), tree.m1, valid_to=START)

    with counted(1):
        posts = [(post.role, post.person.name) for post in queries.posts_at(tree.m1, TODAY)]
    assert posts == [("employee", "Per"), ("leader", "Kari")]
