import pytest

from styrk.incidents import queries as incidents
from styrk.patterns import commands, queries
from tests.incidents.conftest import files, report, take  # noqa: F401 - fixtures of theirs


@pytest.fixture
def begin(now, as_person):
    """`begin(leader, incident, unit)` a samleavvik of falls."""

    def begin(person, incident, unit):
        with as_person(person):
            return commands.begin_group(
                incident=incidents.incident(incident.uuid),
                unit=unit,
                title="Fall på badet om natten",
                common="Gulvet er vått etter dusjing.",
                by=person,
                now=now,
            )

    return begin


@pytest.fixture
def join(now, as_person):
    """`join(leader, group, *incidents)` as the page does it."""

    def join(person, group, *found):
        with as_person(person):
            commands.join_group(
                group=queries.group(group.uuid),
                incidents=queries.chosen([str(one.uuid) for one in found]),
                by=person,
                now=now,
            )

    return join
