"""The tests' own reversing of rows nobody put in order."""

from styrk.organisation.models import Unit


def test_only_what_is_unordered_comes_in_reverse(world):
    keys = list(Unit.objects.order_by("pk").values_list("pk", flat=True))

    assert keys == sorted(keys)
    assert [unit.pk for unit in Unit.objects.order_by("pk")] == keys
    assert [unit.pk for unit in Unit.objects.order_by()] != keys
    assert list(Unit.objects.order_by().values_list("pk", flat=True)) != keys
