"""Writing who a patient is, opening it with a reason, putting it right and deleting it."""

from datetime import datetime

from styrk.core import guard, sealing
from styrk.organisation.models import Person
from styrk.serious import rules
from styrk.serious.models import Event, IdentityOpening, PatientIdentity
from styrk.serious.record import step
from styrk.serious.refusals import Deleted, NotNeeded, need
from styrk.serious.types import Patient
from styrk.trail.commands import command


@command
def write_identity(*, event: Event, patient: Patient, by: Person, now: datetime) -> PatientIdentity:
    """Who one more patient of the case is. Raises NotNeeded where no duty of it needs to know."""
    if not rules.needs_identity(event):
        raise NotNeeded
    number = PatientIdentity.objects.filter(event=event, replaces__isnull=True).count() + 1
    written = _sealed(event, patient, number, None, by, now)
    step(event, "identify", by, now, text="Skrev hvem en pasient er", number=number)
    return written


@command
def correct_identity(
    *, identity: PatientIdentity, patient: Patient, by: Person, now: datetime
) -> PatientIdentity:
    """Put right who the patient is; what stood is kept, as closed as before. Raises Deleted."""
    _must_stand(identity)
    written = _sealed(identity.event, patient, identity.number, identity, by, now)
    told = {"number": identity.number}
    step(identity.event, "correct_identity", by, now, text="Rettet hvem en pasient er", **told)
    return written


@command
def open_identity(
    *, identity: PatientIdentity, reason: str, by: Person, now: datetime
) -> IdentityOpening:
    """Note who opens it and why, before it is read. Raises Deleted or NothingSaid."""
    need(reason)
    guard.refuse_identity(reason)
    _must_stand(identity)
    opening = IdentityOpening.objects.create(
        identity=identity, event=identity.event, reason=reason, at=now, by=by
    )
    step(
        identity.event,
        "open_identity",
        by,
        now,
        text="Åpnet hvem en pasient er",
        number=identity.number,
    )
    return opening


@command
def delete_identity(*, identity: PatientIdentity, reason: str, by: Person, now: datetime) -> None:
    """Nobody is to know any more: what was encrypted is gone, and that it stood is kept. Raises Deleted."""
    need(reason)
    guard.refuse_identity(reason)
    _must_stand(identity)
    versions = PatientIdentity.objects.filter(
        event=identity.event, number=identity.number, deleted_at__isnull=True
    )
    versions.update(sealed="", deleted_at=now, deleted_by=by, why_deleted=reason)
    step(
        identity.event,
        "delete_identity",
        by,
        now,
        text="Slettet hvem en pasient er",
        number=identity.number,
    )


@command
def reseal_identity(*, identity: PatientIdentity, by: None, now: datetime) -> None:
    """Encrypt it with the newest key. Nobody reads it. Raises KeysMissing or WrongKeys."""
    identity.sealed = sealing.sealed_anew(identity.sealed)
    identity.save(update_fields=["sealed"])
    step(
        identity.event,
        "reseal_identity",
        by,
        now,
        text="Krypterte på nytt hvem en pasient er",
        number=identity.number,
    )


def _must_stand(identity: PatientIdentity) -> None:
    """Neither deleted nor put right since. Raises Deleted."""
    newer = PatientIdentity.objects.filter(replaces=identity)
    if identity.deleted_at is not None or newer.exists():
        raise Deleted


def _sealed(
    event: Event,
    patient: Patient,
    number: int,
    replaces: PatientIdentity | None,
    by: Person,
    now: datetime,
) -> PatientIdentity:
    facts = {"name": patient.name, "born": patient.born, "reach": patient.reach}
    return PatientIdentity.objects.create(
        event=event,
        trust_id=event.trust_id,
        number=number,
        sealed=sealing.seal(facts, str(event.uuid)),
        replaces=replaces,
        at=now,
        by=by,
    )
