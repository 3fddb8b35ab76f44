import pytest

from styrk.incidents import queries as incidents
from styrk.products import commands
from styrk.products.types import Described
from tests.classification.conftest import case  # noqa: F401 - a fixture of theirs
from tests.incidents.conftest import files, report, take  # noqa: F401 - fixtures of theirs

PUMP = Described("Infusjonspumpe Strøm 3", "Pumper AS", "device", "07012345678900")


@pytest.fixture
def about(ward_leader, now, as_person):
    """`about(incident, PUMP)`: the case is about the product."""

    def about(incident, product=PUMP, by=ward_leader, **facts):
        with as_person(by):
            found = incidents.incident(incident.uuid)
            commands.name_product(incident=found, product=product, by=by, now=now, **facts)

    return about


@pytest.fixture
def their_case(report, take, outsider, outsider_leader, world):  # noqa: F811 - the fixtures above
    """A case at the neighbour trust that its leader has taken."""
    found = report(outsider, world.units["g.med.1.a"])
    take(outsider_leader, found)
    return found
