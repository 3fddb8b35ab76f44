"""The database itself: a case of notices is as closed as the case of its incident."""

import pytest
from django.db import transaction

from styrk.serious.models import Answers, Event, EventStep, Notice, Obligation
from styrk.trail.models import Entry
from tests.world import PEOPLE

TABLES = (Event, Answers, Obligation, Notice, EventStep)
SEEING = {"ward_leader", "deputy", "department_leader", "clinic_director", "quality_adviser", "ceo"}


def test_those_who_see_the_incident_and_nobody_else(case, world, as_person):
    seeing = set()
    for key, *_ in PEOPLE:
        with as_person(world.people[key]):
            sees = {model.objects.exists() for model in TABLES}
            sees.add(Entry.objects.filter(subject="serious").exists())
        assert len(sees) == 1, key
        if sees == {True}:
            seeing.add(key)
    assert seeing == SEEING


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Answers, {"facts": {}}),
        (EventStep, {"detail": {}}),
        (Event, {"organisation": "kommune"}),
        (Obligation, {"rule": "V01"}),
        (Notice, {"step": 3}),
    ],
)
def test_what_was_said_is_not_rewritten(case, ward_leader, as_person, model, change):
    with (
        as_person(ward_leader),
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
    ):
        model.objects.update(**change)


def test_nobody_else_begins_a_case(incident, nurse, as_person, now):
    with as_person(nurse), pytest.raises(Exception, match="row-level"), transaction.atomic():
        Event.objects.create(
            incident_id=incident.pk, trust_id=incident.trust_id, organisation="hf", opened_at=now
        )
