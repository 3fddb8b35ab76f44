import pytest

from styrk.core import scope
from styrk.incidents import queries as incidents
from styrk.messages.models import Message
from styrk.patterns import commands, queries
from styrk.patterns.types import AboutTheme
from tests.incidents.conftest import files, plan, report, take  # noqa: F401 - fixtures of theirs

BELONGS = "En pasient falt på gulvet, på badet eller ut av sengen."
ANSWER = "Vi arbeider med fall hele tiden, og du hører fra oss når noe endres."


def told(person):
    with scope.acting(scope.SYSTEM):
        found = Message.objects.filter(recipient=person).order_by("pk")
        return [one.text for one in found]


@pytest.fixture
def falls(report, nurse, world):  # noqa: F811 - the fixture above
    """Three falls at the ward, in three months."""
    return [report(nurse, world.ward) for _n in range(3)]


@pytest.fixture
def group(begin, falls, ward_leader, world):
    return begin(ward_leader, falls[0], world.ward)


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


@pytest.fixture
def fall(report, nurse, world):  # noqa: F811 - the fixture above
    """`fall()` is a report of a fall that was not serious; `harm_actual="death"` and the like for others."""

    def fall(unit=None, **facts):
        light = {"harm_actual": "mild", "harm_possible": "moderate"}
        return report(nurse, unit or world.ward, **light | facts)

    return fall


@pytest.fixture
def theme(begun, ward_leader, world):
    return begun(ward_leader, world.ward)


@pytest.fixture
def begun(now, as_person):
    """`begun(leader, unit)`: a tema of falls there, owned by whoever begins it."""

    def begun(person, unit, owner=None, group=None):
        about = AboutTheme("Fall", BELONGS, "Besvimelse.", ANSWER, owner or person, 3)
        with as_person(person):
            return commands.begin_theme(unit=unit, about=about, by=person, now=now, group=group)

    return begun


@pytest.fixture
def belong(now, as_person):
    def belong(person, theme, incident, said=ANSWER):
        with as_person(person):
            return commands.belong(
                theme=queries.theme(theme.uuid),
                incident=incidents.incident(incident.uuid),
                said=said,
                by=person,
                now=now,
            )

    return belong
