import pytest

from styrk.classification import commands, queries
from styrk.classification.models import Code
from styrk.classification.types import ReadAxis, ReadScheme
from styrk.incidents import queries as incidents
from tests.incidents.conftest import files, report, take  # noqa: F401 - fixtures of theirs

AXES = (
    ReadAxis("1", "Hva slags hendelse", (("1.1", "Fall"), ("1.2", "Legemiddel, feil dose"))),
    ReadAxis("2", "Hvor", (("2.1", "Badet"), ("2.2", "Korridor"))),
)


def scheme_of(name="Egne emner", version="1", axes=AXES):
    return ReadScheme(name, version, "Vi selv", axes)


@pytest.fixture
def scheme(world, quality_adviser, now, as_person):
    """`scheme()`: the trust uses this scheme."""

    def scheme(by=quality_adviser, trust=world.trust, **facts):
        with as_person(by):
            return commands.take_scheme(read=scheme_of(**facts), trust=trust, by=by, now=now)

    return scheme


@pytest.fixture
def case(report, take, nurse, ward_leader, world):  # noqa: F811 - the fixtures above
    """`case(text)`: an incident at the ward that its leader has taken."""

    def case(text="En pasient falt på badet da gulvet var vått."):
        found = report(nurse, world.ward, description=text)
        take(ward_leader, found)
        return found

    return case


@pytest.fixture
def coded(ward_leader, now, as_person):
    """`coded(incident, "1.1")`: these codes, and no others, stand on the case."""

    def coded(incident, *codes, by=ward_leader):
        with as_person(by):
            found = Code.objects.filter(code__in=codes, axis__scheme__ended_at__isnull=True)
            commands.classify_incident(
                incident=incidents.incident(incident.uuid),
                codes=list(found.select_related("axis__scheme").order_by("pk")),
                by=by,
                now=now,
            )

    return coded


@pytest.fixture
def stands(ward_leader, as_person):
    def stands(incident, person=ward_leader):
        with as_person(person):
            return [one.code.code for one in queries.set_on(incident)]

    return stands
