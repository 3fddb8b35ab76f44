"""Wherever an owner is shown, it is said when the owner has left."""

from datetime import timedelta

import pytest

from styrk.core import clock


@pytest.mark.parametrize("address", ["/tiltak/", "/tiltak/{uuid}/"])
def test_that_the_owner_has_left_is_said(page, planned, department_leader, now, address):
    shown, path = page(department_leader), address.format(uuid=planned.uuid)
    assert planned.title in shown.get(path).content.decode()
    assert "Har sluttet" not in shown.get(path).content.decode()

    planned.owner.left_on = clock.day(now) - timedelta(days=1)
    planned.owner.save(update_fields=["left_on"])

    assert "Har sluttet" in shown.get(path).content.decode()
