"""Asked of units and people, since `core` has no model of its own."""

from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from styrk.core.together import fetch_together
from styrk.organisation.models import Appointment, Unit


def questions():
    """Whole rows with what they point at, some columns, a count, rows without a heavy column, and none."""
    return [
        Unit.objects.select_related("parent").order_by("pk"),
        Unit.objects.filter(level="Seksjon").order_by("pk").values_list("code", "name"),
        Appointment.objects.values_list("role").annotate(n=Count("pk")).order_by("role"),
        Unit.objects.defer("name").filter(code="f"),
        Unit.objects.filter(pk__in=[]),
        Unit.objects.filter(code="finnes ikke").values_list("code", flat=True),
    ]


def test_all_are_answered_in_one_trip_as_each_would_be_by_itself(world):
    together = questions()
    with CaptureQueriesContext(connection) as captured:
        fetch_together(*together)
        rows = [list(one) for one in together]
        parents = [unit.parent.name for unit in rows[0] if unit.parent_id]
    alone = [list(one) for one in questions()]

    assert len(captured) == 1
    assert rows == alone
    assert parents == [unit.parent.name for unit in alone[0] if unit.parent_id]
    assert rows[3][0].get_deferred_fields() == {"name"}


def test_questions_that_nothing_can_answer_are_not_asked(world):
    nothing = Unit.objects.filter(pk__in=[])
    with CaptureQueriesContext(connection) as captured:
        fetch_together(nothing)

        assert list(nothing) == []
    assert len(captured) == 0


def test_what_is_made_of_it_later_is_asked_anew(world):
    units = Unit.objects.order_by("pk")
    fetch_together(units)

    assert [unit.code for unit in units.filter(code="f")] == ["f"]
    assert units.count() == len(units)
