"""Who a patient is: encrypted for itself, opened with a reason by who handles the case, in nothing else."""

import json
from datetime import timedelta
from html import unescape

import pytest
from cryptography.fernet import Fernet
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from styrk.access.models import Draft, Sent
from styrk.config import identities
from styrk.config.checks import State
from styrk.core import guard, scope, sealing
from styrk.serious import commands, queries
from styrk.serious.models import EventStep, IdentityOpening, PatientIdentity
from styrk.serious.refusals import Deleted, NotNeeded
from styrk.serious.types import Patient
from styrk.trail.models import Entry as TrailEntry
from tests.clients import fetched, filled_in
from tests.counting import asked

pytestmark = pytest.mark.django_db
NAME, NUMBER, REACH = "Aslaug Kvitrose", "J-4711", "Datteren, 22 22 22 22"
PATIENT = Patient(NAME, NUMBER, REACH)
TYPED = {"name": NAME, "born": NUMBER, "reach": REACH}
WHY = "Skal ringe pårørende."


def at(name, record):
    return reverse(f"serious:{name}", args=[record.uuid])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def tells(answer):
    return [
        one for one in (NAME, NUMBER, "22 22 22 22") if one in unescape(answer.content.decode())
    ]


@pytest.fixture
def write(ward_leader, now, as_person):
    def write(case, patient=PATIENT):
        with as_person(ward_leader):
            return commands.write_identity(
                event=queries.identified(case.uuid), patient=patient, by=ward_leader, now=now
            )

    return write


@pytest.fixture
def opened(ward_leader, now, as_person):
    """`opened(identity)`: the leader has said why."""

    def opened(identity, by=ward_leader):
        with as_person(by):
            found = queries.identity(identity.uuid)
            return commands.open_identity(identity=found, reason=WHY, by=by, now=now)

    return opened


def newest():
    with scope.acting(scope.SYSTEM):
        return PatientIdentity.objects.order_by("-pk")[0]


def test_nothing_in_the_database_tells_who(case, page, ward_leader):
    leader = page(ward_leader)
    act = at("identify", case)
    refused = leader.post(act, fetched(leader, act, **TYPED | {"name": ""}))
    assert refused.status_code == 422
    assert NUMBER in unescape(refused.content.decode()), "what is typed is not lost"
    assert filled_in(leader, act, **TYPED).status_code == 302

    with scope.acting(scope.SYSTEM):
        assert not Draft.objects.exists()
        held = [PatientIdentity, EventStep, TrailEntry, Sent]
        kept = json.dumps([list(one.objects.values()) for one in held], default=str)
    for told in (NAME, NUMBER, "22 22 22 22"):
        assert told not in kept
    assert sealing.opened(newest().sealed, str(case.uuid)) == TYPED


def test_opened_with_a_reason_that_all_who_follow_the_case_see(
    case, write, page, ward_leader, department_leader
):
    written = write(case)
    leader = page(ward_leader)
    shown = leader.get(at("identities", case))
    assert not tells(shown)
    empty = leader.post(at("open_identity", written), fetched(leader, at("open_identity", written)))
    assert empty.status_code == 422
    done = filled_in(leader, at("open_identity", written), reason=WHY)
    told = leader.get(done["Location"])

    assert tells(told) == [NAME, NUMBER, "22 22 22 22"]
    assert told["Cache-Control"] == "no-store"
    above = page(department_leader)
    listed = above.get(at("identities", case))
    assert says(listed, ward_leader.name, WHY)
    assert not tells(listed)
    assert not tells(above.get(done["Location"])), "another's opening is not one's own"
    assert above.get(done["Location"]).status_code == 410


def test_what_was_opened_is_shown_for_ten_minutes(
    case, write, opened, page, ward_leader, now, stopped_clock
):
    opening = opened(write(case))
    stopped_clock.at = now + timedelta(minutes=9)
    assert tells(page(ward_leader).get(at("opened", opening)))
    stopped_clock.at = now + timedelta(minutes=10)
    late = page(ward_leader).get(at("opened", opening))
    assert late.status_code == 410
    assert not tells(late)
    assert page(ward_leader).get(at("correct_identity", opening)).status_code == 404


@pytest.mark.parametrize("who", ["nurse", "other_leader", "quality_adviser", "administrator"])
def test_whoever_does_not_follow_the_case_reaches_none_of_it(
    who, case, write, opened, page, world, now
):
    written, person = write(case), world.people[who]
    opening = opened(written)
    client = page(person)
    pages = [("identities", case), ("identify", case), ("open_identity", written)]
    pages += [("delete_identity", written), ("opened", opening), ("correct_identity", opening)]
    for name, record in pages:
        answer = client.get(at(name, record))
        if who == "quality_adviser":  # handles incidents in the whole organisation
            assert not tells(answer), name
        else:
            assert answer.status_code == 404, name


def test_only_where_a_duty_needs_to_know(answer, incident, ward_leader, now, as_person, page):
    case = answer(ward_leader, incident, harm_actual="none", unexpected_outcome=False)
    assert not says(page(ward_leader).get(at("event", case)), at("identities", case))
    with as_person(ward_leader), pytest.raises(NotNeeded):
        commands.write_identity(
            event=queries.identified(case.uuid), patient=PATIENT, by=ward_leader, now=now
        )
    answer(ward_leader, incident)
    assert says(page(ward_leader).get(at("event", case)), at("identities", case))


def test_put_right_beside_what_stood_and_deleted_whole(
    case, write, opened, page, ward_leader, now, as_person
):
    first = write(case)
    opening = opened(first)
    leader = page(ward_leader)
    assert NAME in unescape(leader.get(at("correct_identity", opening)).content.decode())
    done = filled_in(leader, at("correct_identity", opening), **TYPED | {"name": "Åsne Kvitrose"})
    assert done.status_code == 302
    second = newest()
    assert (second.replaces_id, second.number) == (first.pk, 1)
    with as_person(ward_leader), pytest.raises(Deleted):
        commands.open_identity(
            identity=queries.identity(first.uuid), reason=WHY, by=ward_leader, now=now
        )

    assert filled_in(leader, at("delete_identity", second), reason="Ferdig.").status_code == 302
    with scope.acting(scope.SYSTEM):
        assert (
            list(PatientIdentity.objects.values_list("sealed", "why_deleted"))
            == [("", "Ferdig.")] * 2
        )
        assert IdentityOpening.objects.count() == 1, "who opened it stands"
    assert says(leader.get(at("identities", case)), "Slettet", "Ferdig.", WHY)


def test_a_number_with_wrong_check_digits_is_another_patient(page, case, ward_leader):
    leader = page(ward_leader)
    right = "13097248022"
    assert guard.has_person_number(right)
    wrong = filled_in(leader, at("identify", case), **TYPED | {"born": "13097248023"})
    assert says(wrong, "Kontrollsifrene stemmer ikke.")
    assert filled_in(leader, at("identify", case), **TYPED | {"born": right}).status_code == 302


def test_without_a_key_or_with_another_one_is_told_what_to_do(
    case, write, opened, page, ward_leader, monkeypatch, settings, tmp_path
):
    opening = opened(write(case))
    settings.IDENTITY_KEYS = tmp_path / "none"
    leader = page(ward_leader)
    monkeypatch.setenv(sealing.VARIABLE, Fernet.generate_key().decode())
    assert says(
        leader.get(at("opened", opening)), "Nøkkelen er ikke den som dette er kryptert med."
    )
    assert identities.keys().state is State.FAIL
    monkeypatch.delenv(sealing.VARIABLE)
    assert says(leader.get(at("opened", opening)), "Styrk har ingen nøkkel å kryptere med")
    assert says(leader.get(at("identities", case)), "Styrk har ingen nøkkel å kryptere med")
    refused = filled_in(leader, at("identify", case), **TYPED)
    assert refused.status_code == 422
    assert NAME in unescape(refused.content.decode()), "what is typed is not lost"


def test_a_new_key_reads_all_and_the_old_one_is_needed_no_more(
    case, write, monkeypatch, settings, tmp_path
):
    settings.IDENTITY_KEYS = tmp_path / "keys"
    monkeypatch.delenv(sealing.VARIABLE)
    sealing.add_key(settings.IDENTITY_KEYS)
    written = write(case)

    assert identities.renew() == 1
    assert settings.IDENTITY_KEYS.stat().st_mode & 0o777 == 0o600
    keys = settings.IDENTITY_KEYS.read_text().split()
    settings.IDENTITY_KEYS.write_text(keys[0])
    assert len(keys) == 2
    assert sealing.opened(newest().sealed, str(case.uuid)) == TYPED
    assert newest().sealed != written.sealed
    assert identities.reseal() == 0
    assert identities.keys().state is State.OK


def test_what_is_encrypted_cannot_be_moved_to_another_case(case, write):
    with pytest.raises(sealing.WrongKeys):
        sealing.opened(write(case).sealed, "another")


def test_who_opened_it_is_never_rewritten(case, write, opened, ward_leader, as_person):
    opened(write(case))
    for change in (
        "UPDATE serious_identityopening SET reason = 'x'",
        "DELETE FROM serious_identityopening",
        "UPDATE serious_patientidentity SET by_id = by_id",
        "DELETE FROM serious_patientidentity",
    ):
        with as_person(ward_leader), pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(change)


def test_the_pages_cost_the_same_with_more_patients(case, write, opened, page, ward_leader):
    leader, found = page(ward_leader), []
    for _n in range(2):
        opened(write(case))
        found.append(len(asked(leader, at("identities", case))))
    assert found[0] == found[1] <= 12
