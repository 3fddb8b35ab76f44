"""Numbers of audits, findings and risks on the forskriftskart lead to lists of just those they count."""

import random
import re
from collections import Counter
from datetime import timedelta

import pytest

from styrk.core import clock, scope
from styrk.inspections.models import Audit, AuditUnit, Finding
from tests.overview.forskriftskart.test_numbers import FACT, MAP
from tests.risks.conftest import assess as assess
from tests.risks.conftest import describe as describe
from tests.risks.conftest import description as description
from tests.risks.conftest import rate as rate

LISTS = {
    "/revisjoner/": re.compile(r'href="/revisjoner/([0-9a-f-]{36})/"'),
    "/revisjoner/funn/": re.compile(r'href="/revisjoner/funn/([0-9a-f-]{36})/"'),
    "/risiko/": re.compile(r'href="/risiko/([0-9a-f-]{36})/"'),
}
SEEN_BY = ("ward_leader", "department_leader", "clinic_director", "quality_adviser", "ceo")


@pytest.fixture
def audited(world, now):
    """Four years of audits in all parts of the trust, with findings in every state."""
    dice = random.Random(7)
    units = [one for code, one in world.units.items() if code[0] == "f"]
    with scope.acting(scope.SYSTEM):
        for _number in range(40):
            an_audit(world, dice, dice.sample(units, 2), now)


def an_audit(world, dice, units, now):
    days = dice.choice([0, 1, 729, 730, 731, dice.randrange(1400)])
    on = clock.after(now, days=-days)
    state = dice.choice(["heard", "reported", "reported", "followed"])
    adviser = world.people["quality_adviser"]
    audit = Audit.objects.create(
        trust=world.trust,
        unit=world.trust,
        kind="internal",
        title="Revisjon",
        about="x",
        leader=adviser,
        starts_on=on - timedelta(days=30),
        ends_on=on,
        state=state,
        reported_on=None if state == "heard" else on,
        answer_due=None if state == "heard" else on + timedelta(days=30),
        set_at=now,
        set_by=adviser,
    )
    for unit in units:
        AuditUnit.objects.create(audit=audit, unit=unit)
    for number in range(1, 4):
        a_finding(world, dice, audit, number, dice.choice(units), now)


def a_finding(world, dice, audit, number, unit, now):
    state = dice.choice(["open", "answered", "claimed", "met"])
    leader, adviser = world.people["ward_leader"], world.people["quality_adviser"]
    answered = {
        "answer": "x",
        "answered_at": now,
        "answered_by": leader,
        "meet_due": clock.after(now, days=dice.randrange(-60, 60)),
    }
    claimed = {"how": "x", "claimed_at": now, "claimed_by": leader}
    met = {"seen": "x", "met_at": now, "met_by": adviser}
    steps = {"open": {}, "answered": answered, "claimed": answered | claimed}
    Finding.objects.create(
        audit=audit,
        number=number,
        trust=world.trust,
        unit=unit,
        kind=dice.choice(["order", "breach", "deviation", "remark"]),
        title="Funn",
        text="x",
        deadline=clock.after(now, days=dice.randrange(-60, 60)),
        state=state,
        found_at=now,
        found_by=adviser,
        **(steps | {"met": answered | claimed | met})[state],
    )


@pytest.fixture
def rated(world, now, describe, rate, ward_leader, second_ward_leader, other_leader):
    """Risks of every zone at three wards, and one that nobody has rated."""
    for leader in (ward_leader, second_ward_leader, other_leader):
        for likelihood, harm in ((1, 1), (3, 3), (5, 5), (5, 4), (2, 1)):
            rate(leader, describe(leader, unit=leader.home_unit), likelihood, harm)
        describe(leader, unit=leader.home_unit)


@pytest.mark.parametrize("at", ["f", "f.med", "f.med.1.a"])
def test_each_number_is_that_of_its_list(page, world, audited, rated, monkeypatch, at):
    for module in (
        "inspections.queries.audits",
        "inspections.queries.findings",
        "risks.queries.register",
    ):
        monkeypatch.setattr(f"styrk.{module}.PAGE", 1000)
    checked = Counter()
    for who in SEEN_BY:
        client = page(world.people[who])
        html = client.get(f"{MAP}?enhet={at}")
        if html.status_code == 404:
            continue
        for what, href, number in FACT.findall(html.content.decode()):
            path = href.partition("?")[0]
            if path not in LISTS:
                continue
            listed = client.get(href.replace("&amp;", "&")).content.decode()
            rows = set(LISTS[path].findall(listed))
            assert len(rows) == int(number.replace("\u00a0", "")), (who, what, href)
            checked[path] += bool(rows)

    assert set(checked) == set(LISTS)
    assert all(checked.values()), checked


def test_the_lists_say_what_they_are_limited_to(page, world, audited, quality_adviser):
    client = page(quality_adviser)
    for path in ("/revisjoner/", "/revisjoner/funn/"):
        told = client.get(f"{path}?enhet=f.med&siden=2025-01-01").content.decode()
        assert "Medisinsk klinikk" in told
        assert "siden 1. jan. 2025" in told
        assert client.get(f"{path}?enhet=finnes-ikke").status_code == 404
