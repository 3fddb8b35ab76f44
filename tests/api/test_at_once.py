"""The same delivery sent many times at once, each on a connection of its own, is done once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from styrk.indicators.models import Measurement

TIMES = 4


@pytest.mark.django_db(transaction=True)
def test_one_of_them_does_it_and_all_are_answered_alike(system, quality_adviser, deliver, row):
    client, start = system(quality_adviser), Barrier(TIMES)

    def send(_number):
        start.wait(10)
        try:
            answer = deliver(client, [row()], key="k")
            return answer.status_code, answer.json()
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as threads:
        answers = list(threads.map(send, range(TIMES)))

    assert {status for status, _told in answers} == {200}
    assert [told["new"] for _status, told in answers] == [1] * TIMES
    assert Measurement.objects.count() == 1
