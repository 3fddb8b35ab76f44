"""Functions that ask, each for itself, are answered together; and get what they would have got alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.core.trips import Endless, Sql, asks, each, meanwhile, whole

pytestmark = pytest.mark.django_db


@asks
def doubled(number):
    return Sql("SELECT 2 * %(number)s", {"number": number})


def double(number):
    ((found,),) = doubled(number)
    return found


def test_all_that_is_asked_at_the_same_depth_goes_in_one_trip():
    def run():
        first, second = each(lambda: double(1), lambda: double(2))
        return [meanwhile(one, lambda one=one: double(one), 0) for one in (first, second, 7)]

    with CaptureQueriesContext(connection) as asked:
        assert whole(run) == [4, 8, 14]
    assert len(asked) == 2
    assert run() == [4, 8, 14]


def test_what_is_never_the_same_question_ends():
    numbers = iter(range(1000))

    with pytest.raises(Endless):
        whole(lambda: double(next(numbers)))
    assert double(3) == 6, "asked alone again"
