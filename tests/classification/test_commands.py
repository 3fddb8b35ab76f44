"""Taking a scheme into use, a new version of it, and setting codes."""

import pytest
from django.db import DatabaseError, transaction

from styrk.classification import commands, queries
from styrk.classification.models import Code, CodeScheme, IncidentCode
from styrk.classification.refusals import InUse, OtherScheme
from styrk.core import clock, scope, states
from styrk.incidents import commands as cases
from styrk.incidents import queries as incidents
from styrk.incidents.models import IncidentStep
from tests.classification.conftest import AXES

pytestmark = pytest.mark.django_db


def numbers(person, used, now, as_person):
    with as_person(person):
        axes = queries.axes_of([used])
        counted = queries.counts(axes, clock.day(now))
        return {one.code.code: one.number for held in counted.values() for one in held}


def test_codes_that_are_set_stand_and_what_is_taken_away_is_history(scheme, case, coded, stands):
    scheme()
    incident = case()
    coded(incident, "2.1", "1.1")
    coded(incident, "1.1", "1.2")

    assert stands(incident) == ["1.1", "1.2"]
    with scope.acting(scope.SYSTEM):
        gone = IncidentCode.objects.get(removed_at__isnull=False)
        steps = IncidentStep.objects.filter(incident=incident, act="classify").order_by("pk")
        notes = [one.note for one in steps]
    assert gone.code.code == "2.1"
    assert notes == [
        "Satt: 1.1 Fall, 2.1 Badet.",
        "Satt: 1.2 Legemiddel, feil dose. Tatt bort: 2.1 Badet.",
    ]


def test_a_case_that_nobody_has_taken_is_not_coded(scheme, report, nurse, world, coded):
    scheme()
    with pytest.raises(states.NotNow):
        coded(report(nurse, world.ward), "1.1")


def test_a_new_version_takes_over_and_counts_on(
    scheme, case, coded, stands, ward_leader, now, as_person
):
    first = scheme()
    one, other = case(), case()
    coded(one, "1.1")
    second = scheme(version="2", axes=AXES[:1])
    coded(other, "1.1")
    coded(one, "1.2")

    with scope.acting(scope.SYSTEM):
        assert CodeScheme.objects.get(pk=first.pk).ended_at == now
    assert sorted(stands(one)) == ["1.1", "1.2"], "what was set by the first version stands"
    assert numbers(ward_leader, second, now, as_person) == {"1.1": 2, "1.2": 1}


def test_codes_of_a_scheme_out_of_use_or_of_another_organisation_are_refused(
    scheme, case, quality_adviser, ward_leader, world, now, as_person
):
    used, theirs = scheme(), scheme(trust=world.their_trust)
    incident = case()
    with as_person(quality_adviser):
        commands.end_scheme(scheme=used, by=quality_adviser, now=now)
    for one in (used, theirs):
        code = Code.objects.filter(axis__scheme=one).select_related("axis__scheme").first()
        with as_person(ward_leader), pytest.raises(OtherScheme):
            commands.classify_incident(
                incident=incidents.incident(incident.uuid), codes=[code], by=ward_leader, now=now
            )


def test_out_of_use_and_into_it_again_unless_another_version_is(
    scheme, quality_adviser, now, as_person
):
    first = scheme()
    with as_person(quality_adviser):
        commands.end_scheme(scheme=first, by=quality_adviser, now=now)
        commands.reopen_scheme(scheme=first, by=quality_adviser, now=now)
    assert first.ended_at is None
    scheme(version="2")
    first.refresh_from_db()
    with as_person(quality_adviser), pytest.raises(InUse):
        commands.reopen_scheme(scheme=first, by=quality_adviser, now=now)


def test_each_counts_what_that_one_sees_and_what_is_aside_is_in_no_number(
    scheme, case, coded, ward_leader, other_leader, quality_adviser, now, as_person
):
    used = scheme()
    one, other = case(), case()
    coded(one, "1.1")
    coded(other, "1.1")
    assert numbers(ward_leader, used, now, as_person) == {"1.1": 2}
    assert numbers(quality_adviser, used, now, as_person) == {"1.1": 2}
    assert numbers(other_leader, used, now, as_person) == {}

    with as_person(ward_leader):
        cases.set_aside(
            incident=incidents.incident(other.uuid),
            why="other",
            note="Nei.",
            by=ward_leader,
            now=now,
        )
    assert numbers(ward_leader, used, now, as_person) == {"1.1": 1}


def test_what_was_set_is_never_rewritten(scheme, case, coded, ward_leader, as_person):
    scheme()
    coded(case(), "1.1")
    with as_person(ward_leader):
        other = Code.objects.get(code="1.2")
        with pytest.raises(DatabaseError), transaction.atomic():
            IncidentCode.objects.update(code=other)
        with pytest.raises(DatabaseError), transaction.atomic():
            Code.objects.update(title="Noe annet")
