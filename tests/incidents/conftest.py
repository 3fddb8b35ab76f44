from copy import deepcopy
from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from styrk.actions.types import Plan
from styrk.core import clock, scope
from styrk.incidents import commands, photos, queries
from styrk.incidents.models import Incident, IncidentStep
from styrk.incidents.types import Report
from tests.clients import fetched

FALL = "Pasienten falt på badet i natt. Gulvet var vått etter dusjing."


def reports():
    with scope.acting(scope.SYSTEM):
        return list(Incident.objects.exclude(place="Kvitrosebark").order_by("pk"))


def refused(answer, *sayings, keeps=FALL):
    """The form is shown again: with what is wrong said, and what was typed kept."""
    text = answer.content.decode()
    assert answer.status_code == 422
    assert not reports()
    for saying in sayings:
        assert saying in text, saying
    assert keeps in text
    return text


def acts(incident):
    with scope.acting(scope.SYSTEM):
        found = IncidentStep.objects.filter(incident_id=incident.pk).order_by("pk")
        return list(found.values_list("act", flat=True))


def after(client, answer):
    """The page one comes to."""
    assert answer.status_code == 302
    return client.get(answer.url).content.decode()


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Where photos are stored in these tests."""
    storages = deepcopy(settings.STORAGES)
    storages["default"]["OPTIONS"] |= {"location": str(tmp_path / "files")}
    settings.STORAGES = storages
    return tmp_path / "files"


@pytest.fixture
def report(now, as_person):
    """`report(nurse, ward, harm_actual="death")` as the nurse; `at` is when."""

    def send(person, unit, *, at=None, **facts):
        at = at or now
        told = {
            "unit": unit,
            "kind": "patient",
            "description": FALL,
            "happened_at": at - timedelta(hours=3),
            "harm_actual": "mild",
            "harm_possible": "severe",
        } | facts
        with as_person(person):
            return commands.report_incident(report=Report(**told), key=uuid4(), by=person, now=at)

    return send


@pytest.fixture
def take(now, as_person):
    def take(person, incident):
        with as_person(person):
            found = queries.incident(incident.uuid)
            commands.take_incident(incident=found, by=person, now=now)

    return take


@pytest.fixture
def ask(now, as_person):
    """`ask(leader, incident, other_ward)` gives the statement."""

    def ask(person, incident, unit):
        with as_person(person):
            return commands.ask_statement(
                incident=queries.incident(incident.uuid),
                unit=unit,
                question="Hva så dere før overflyttingen?",
                due=date(2026, 11, 23),
                by=person,
                now=now,
            )

    return ask


@pytest.fixture
def plan(now):
    """`plan(ward, owner)`: an action due in two weeks."""

    def plan(unit, owner, **facts):
        due = clock.after(now, days=14)
        told = {
            "unit": unit,
            "title": "Sklisikkert belegg på badet",
            "change": "Ingen faller fordi gulvet er vått",
            "sign": "Ingen fall på badet på tre måneder",
            "level": "system",
            "owner": owner,
            "due": due,
            "review_on": due + timedelta(days=90),
        }
        return Plan(**told | facts)

    return plan


@pytest.fixture
def decide(now, as_person, plan):
    """`decide(leader, incident, owner)` decides an action, without telling the reporter yet."""

    def decide(person, incident, owner=None):
        with as_person(person):
            found = queries.incident(incident.uuid)
            return commands.add_action(
                incident=found,
                plan=plan(found.responsible_unit, owner or person),
                by=person,
                now=now,
            )

    return decide


def picture(kind="JPEG", size=(64, 48), color="teal", mode="RGB", **options):
    """The bytes of a picture, as a camera or a screen would make it."""
    out = BytesIO()
    Image.new(mode, size, color).save(out, format=kind, **options)
    return out.getvalue()


@pytest.fixture
def photo():
    """A photo that has been checked and is ready to be stored."""
    content = picture()
    return photos.read("bad.jpg", len(content), BytesIO(content))


@pytest.fixture
def upload():
    """`upload()` as a browser sends it; other content is sent as it is."""

    def upload(name="bad.jpg", content=None, kind="image/jpeg"):
        return SimpleUploadedFile(name, picture() if content is None else content, kind)

    return upload


@pytest.fixture
def meld(world, now):
    """`meld(description="…", kind=None)`: what the form posts; None leaves a field out."""

    def fields(**changes):
        at = clock.oslo(now) - timedelta(hours=2)
        told = {
            "key": str(uuid4()),
            "description": FALL,
            "kind": "patient",
            "unit": str(world.ward.uuid),
            "happened_at": f"{at:%Y-%m-%dT%H:%M}",
            "harm_actual": "mild",
            "harm_possible": "severe",
        } | changes
        return {name: value for name, value in told.items() if value is not None}

    return fields


@pytest.fixture
def big_case(world, nurse, ward_leader, other_leader, report, take, ask, decide, photo):
    """An incident that is examined, with a photo, a question to another ward, and an action."""
    incident = report(nurse, world.ward, photos=[photo])
    take(ward_leader, incident)
    ask(ward_leader, incident, world.other_ward)
    decide(ward_leader, incident)
    return incident


@pytest.fixture
def case(report, take, nurse, ward_leader, world):
    """An incident that the ward's leader examines."""
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    return incident


@pytest.fixture
def leader(page, ward_leader):
    """A client of the ward leader's."""
    return page(ward_leader)


@pytest.fixture
def send(leader, case):
    """`send("funn", found="…")` fetches an act's page on the case as its leader, and posts it."""

    def post(act, **fields):
        address = f"/avvik/{case.uuid}/{act}/"
        return leader.post(address, fetched(leader, address, **fields))

    return post
