"""Two who record at the same time: the sum above them holds both."""

import threading
from datetime import date
from decimal import Decimal

from django.db import connection, transaction

from styrk.core import clock
from styrk.indicators.commands import define_indicator, record_values
from styrk.indicators.models import Figure
from styrk.indicators.shape import About, How
from styrk.indicators.types import Value
from tests import world as worlds

JAN = date(2025, 1, 1)


def test_no_sum_is_lost_when_two_record_at_once(transactional_db):
    now = clock.now()
    world = worlds.build(now)
    adviser = world.people["quality_adviser"]
    indicator = define_indicator(
        about=About("fall", "Fall", "quality", world.trust, adviser),
        how=How(kind="count", valid_from=JAN, numerator="Fall"),
        by=adviser,
        now=now,
    )
    recorded, may_end = threading.Event(), threading.Event()

    def record(unit, number):
        value = Value(indicator.pk, unit.pk, JAN, Decimal(number))
        record_values(values=[value], by=adviser, now=now)

    def first():
        with transaction.atomic():
            record(world.ward, 5)
            recorded.set()
            may_end.wait(10)
        connection.close()

    def second():
        recorded.wait(10)
        record(world.second_ward, 7)
        connection.close()

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    recorded.wait(10)
    threads[1].join(0.5)
    waited = threads[1].is_alive()
    may_end.set()
    for thread in threads:
        thread.join(10)

    figure = Figure.objects.get(indicator=indicator, unit=world.trust, period=JAN)
    assert waited
    assert (figure.numerator, figure.reporting) == (12, 2)
