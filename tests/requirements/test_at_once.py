"""Two who place the same requirement at the same time: it lies there once, and nobody gets an error."""

import threading
from datetime import date, timedelta

from django.db import connection, transaction

from styrk.core import clock
from styrk.requirements import commands
from styrk.requirements.models import Placement
from styrk.requirements.types import Wording
from tests import world as worlds


def test_it_is_placed_once(transactional_db):
    now = clock.now()
    world = worlds.build(now)
    by = {"by": world.people["ceo"], "now": now}
    source = commands.register_source(
        code="OBD", kind="mandate", title="Oppdrag", unit=world.trust, **by
    )
    edition = commands.begin_edition(source=source, label="2026", dated=date(2026, 2, 1), **by)
    requirement = commands.write_requirement(
        edition=edition, wording=Wording("1", "", "Ventetiden ned.", kind="target"), **by
    )
    commands.publish_edition(edition=edition, **by)
    requirement.refresh_from_db()
    laid, may_end = threading.Event(), threading.Event()
    given = []

    def place():
        due = clock.day(now) + timedelta(days=9)
        told = commands.place_requirement(
            requirement=requirement, units=[world.clinic], answer_due=due, **by
        )
        given.append(len(told))

    def first():
        with transaction.atomic():
            place()
            laid.set()
            may_end.wait(10)
        connection.close()

    def second():
        laid.wait(10)
        place()
        connection.close()

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    laid.wait(10)
    threads[1].join(0.5)
    may_end.set()
    for thread in threads:
        thread.join(10)

    assert given == [1, 0]
    assert Placement.objects.filter(requirement=requirement).count() == 1
