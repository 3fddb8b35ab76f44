"""Signing with authority, and adding to what was signed: what is signed stands."""

from datetime import datetime

from styrk.access.queries import standing_of
from styrk.appraisal import freezing, rules
from styrk.appraisal.models import Addendum, Appraisal
from styrk.appraisal.queries import decisions_of
from styrk.appraisal.record import called, step
from styrk.appraisal.refusals import Alone, NoAuthority, PartMissing, need
from styrk.appraisal.states import MOVES, Part, Works
from styrk.appraisal.types import ASKED
from styrk.compliance.commands import judge, take_back
from styrk.compliance.queries import said_of
from styrk.core import clock, guard, states
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.regulation.types import Status
from styrk.trail.commands import command


@command
def sign_appraisal(*, appraisal: Appraisal, by: Person, now: datetime, unheard: str = "") -> None:
    """Sign the review: it is frozen with a hash, and stands as it is.

    `unheard` is why some of those who are to be heard were not. Raises NoAuthority, PartMissing,
    Alone, or ReasonMissing.
    """
    guard.refuse_identity(unheard)
    state = states.move(MOVES, appraisal.state, "sign")
    if not rules.leads(standing_of(by, clock.day(now)), appraisal.unit_id):
        raise NoAuthority
    _look_over(appraisal)
    if rules.missing(appraisal):
        need(unheard)
    else:
        unheard = ""
    appraisal.content = freezing.content(appraisal, decisions_of(appraisal), unheard)
    appraisal.digest = freezing.digest(appraisal.content, appraisal.follows)
    appraisal.state, appraisal.unheard = state, unheard
    appraisal.signed_at, appraisal.signed_by = now, by
    appraisal.save()
    for kind in ASKED:
        settle(kind=kind, subject_uuid=appraisal.unit.uuid, by=by, now=now)
    text = f"Signerte ledelsens gjennomgang {appraisal.year}"
    step(appraisal, "sign", by, now, text=text, note=unheard, digest=appraisal.digest)
    _tell_the_map(appraisal, by, now)


def _look_over(appraisal: Appraisal) -> None:
    judged = {one.item for one in appraisal.verdicts.all()}
    if not set(Part.values) <= judged:
        raise PartMissing
    if not appraisal.participants.all():
        raise Alone


def _tell_the_map(appraisal: Appraisal, by: Person, now: datetime) -> None:
    """What was judged of a letter counts in the forskriftskart too, until the next review is due.

    Where it only agrees with what the data says, the data goes on counting.
    """
    unit, today = appraisal.unit, clock.day(now)
    letters = {one["key"]: one for one in appraisal.material["letters"]}
    stands = said_of(unit, letters, today).judgements
    for verdict in appraisal.verdicts.all():
        letter = letters.get(verdict.item)
        if letter is None:
            continue
        if not rules.agrees(letter, verdict.works):
            judge(
                unit=unit,
                item=verdict.item,
                status=rules.MEANS[Works(verdict.works)],
                computed=Status(letter["computed"]),
                reason=verdict.comment,
                source=called(appraisal),
                until=today + rules.YEAR,
                by=by,
                now=now,
            )
        elif verdict.item in stands and stands[verdict.item].source:
            take_back(unit=unit, item=verdict.item, reason=verdict.comment, by=by, now=now)


@command
def add_addendum(*, appraisal: Appraisal, text: str, by: Person, now: datetime) -> Addendum:
    """Add to a signed review, which itself stands. Raises ReasonMissing."""
    guard.refuse_identity(text)
    need(text)
    states.move(MOVES, appraisal.state, "add")
    added = Addendum.objects.create(appraisal=appraisal, text=text, at=now, by=by)
    step(appraisal, "add", by, now, text="La et tillegg til gjennomgangen", note=text)
    return added
