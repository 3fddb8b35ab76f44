"""Asked of units and drafts, since `core` has no model of its own."""

import pytest
from django.db import connection
from django.db.models.functions import Length
from django.test.utils import CaptureQueriesContext

from styrk.access.commands import keep_draft
from styrk.access.models import Draft
from styrk.core import scope
from styrk.core.prepared import Prepared, Slot
from styrk.organisation.models import Unit


def named(code, name):
    return f"{code} {name}"


NAMES = Prepared(
    named,
    lambda: Unit.objects.filter(code=Slot("code"), level="Seksjon").values_list("code", "name"),
)
SOME = Prepared(
    named,
    lambda: Unit.objects.filter(pk__one_of=Slot("ids")).order_by("pk").values_list("code", "name"),
)


def test_values_go_where_they_belong_each_time(world):
    units = Unit.objects.order_by("pk")[:3]

    for some in (units[:1], units, []):
        asked = SOME.ask(ids=[unit.pk for unit in some])
        assert asked == [named(unit.code, unit.name) for unit in some]


def test_what_stands_in_the_question_stands_there_still(world):
    post = Unit.objects.filter(level="Seksjon").first()
    other = Unit.objects.exclude(level="Seksjon").first()

    assert NAMES.ask(code=post.code) == [named(post.code, post.name)]
    assert NAMES.ask(code=other.code) == []


def test_the_sql_is_the_one_django_asks_with(world):
    with CaptureQueriesContext(connection) as asked:
        SOME.ask(ids=[1, 2])
        found = Unit.objects.filter(pk__one_of=[1, 2]).order_by("pk")
        list(found.values_list("code", "name"))

    prepared, own = (one["sql"] for one in asked)
    assert prepared == own


def test_values_come_out_as_from_the_model(nurse, now):
    drafts = Prepared(
        lambda *row: row,
        lambda: Draft.objects.filter(person=Slot("person")).values_list("path", "fields"),
    )
    with scope.acting(scope.Scope(person_id=nurse.pk)):
        keep_draft(person=nurse, path="/meld/", fields={"title": "Fall"}, now=now)

        assert drafts.ask(person=nurse.pk) == [("/meld/", {"title": "Fall"})]


def test_a_slot_left_empty_is_an_error(world):
    with pytest.raises(KeyError):
        NAMES.ask()


def test_whole_rows_are_asked_for_no_further(world):
    units = Prepared.of(Unit, lambda: Unit.objects.filter(code=Slot("code")))
    code = Unit.objects.first().code

    [found] = units.ask(code=code)

    known = Unit.objects.get(code=code)
    with CaptureQueriesContext(connection) as asked:
        assert found == known
        assert vars(found) | {"_state": None} == vars(known) | {"_state": None}
    assert not asked.captured_queries


def whole(**asked):
    wards = Prepared.some(
        Unit,
        ("name", "parent__name", "parent__parent__code"),
        lambda: Unit.objects.filter(code=Slot("code")).annotate(size=Length("name")),
        "size",
    )
    return wards.ask(**asked)


def test_rows_with_some_columns_of_their_own_and_of_what_they_point_at(world):
    ((ward,), (region,)) = whole(code="f.med.1.a"), whole(code="r")

    with CaptureQueriesContext(connection) as questions:
        assert (ward.name, ward.size) == ("Sengepost 1A", 12)
        assert (ward.parent.name, ward.parent.pk) == (world.department.name, world.department.pk)
        assert (ward.parent.parent.code, region.parent) == ("f.med", None)
    assert not questions.captured_queries
    assert ward.code == "f.med.1.a"  # what was not asked for is fetched as ever
