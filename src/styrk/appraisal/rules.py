"""Who may read, write and sign ledelsens gjennomgang."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import LEADER, Reach
from styrk.appraisal.models import Appraisal
from styrk.appraisal.states import HEARD, MOVES, State, Works
from styrk.core import clock, states
from styrk.organisation.models import Unit
from styrk.regulation.letters import LETTERS
from styrk.regulation.types import Status

# What data never settles alone: it is somebody's judgement, with words.
NEED_WORDS = frozenset({"8b", "8c", "8f"})
AGREES = {Status.SHOWN.value: Works.WORKS.value, Status.PARTLY.value: Works.PARTLY.value}
# What a judgement that does not agree with the forskriftskart says there.
MEANS = {Works.WORKS: Status.SHOWN, Works.PARTLY: Status.PARTLY, Works.FAILS: Status.NOT_SHOWN}
# § 8 f: at least once a year.
YEAR = timedelta(days=365)
# Material older than this is not the organisation as it is on the day it is signed.
FRESH_DAYS = 31


def is_top(unit: Unit) -> bool:
    """The whole of an organisation: helseforetak, regionalt helseforetak, kommune."""
    return unit.legal_id == unit.pk


def may_write(standing: Standing, unit: Unit) -> bool:
    """The unit's own leader, the deputy, and the organisation's advisers; not the leaders above."""
    return any(
        Permission.KEEP_EVIDENCE in post.role.permissions
        and (
            post.unit_id == unit.pk
            or (post.role.reach is Reach.TRUST and post.trust_id == unit.legal_id)
        )
        for post in standing.posts
    )


def may_read(standing: Standing, appraisal: Appraisal) -> bool:
    """A draft, dropped or not: those who write it. Signed at the top: everybody in the organisation, the board, the RHF."""
    unit = appraisal.unit
    if appraisal.state != State.SIGNED:
        return may_write(standing, unit)
    if not is_top(unit):
        return may_follow(standing, unit)
    return standing.allows(Permission.SEE_REPORTS, unit.pk) or unit.pk in standing.trusts


def may_follow(standing: Standing, unit: Unit) -> bool:
    """What a unit below the top holds: everybody in it, the leaders above and the advisers."""
    inside = any(post.path.startswith(unit.path) for post in standing.posts)
    return inside or standing.allows(Permission.KEEP_EVIDENCE, unit.pk)


def may_extend(standing: Standing, unit: Unit) -> bool:
    """Which other units hold their own is for the top leader to decide."""
    return is_top(unit) and leads(standing, unit.pk)


def leads(standing: Standing, unit_id: int) -> bool:
    """Is the unit's own leader, or acts for that one."""
    return any(post.role.code == LEADER.code and post.unit_id == unit_id for post in standing.posts)


def suggested(letter: Mapping[str, Any]) -> str:
    """What agreeing with the forskriftskart says of a letter of the material; empty: it needs words.

    Those that data never settles, and those that data does not show, need the leader's own reason. What
    was said in the review before is no ground for saying it again.
    """
    if letter["key"] in NEED_WORDS:
        return ""
    said_before = (letter["judged"] or {}).get("source")
    return AGREES.get(letter["computed" if said_before else "status"], "")


def agrees(letter: Mapping[str, Any], works: str) -> bool:
    """Whether the judgement only agrees with what the forskriftskart says of the letter."""
    return bool(works) and works == suggested(letter)


def is_for(standing: Standing, appraisal: Appraisal, act: str) -> bool:
    """Whether the act is for this person to do, whatever state the review is in."""
    if act == "sign":
        return leads(standing, appraisal.unit_id)
    return may_write(standing, appraisal.unit)


def may(standing: Standing, appraisal: Appraisal, act: str) -> bool:
    return states.may(MOVES, appraisal.state, act) and is_for(standing, appraisal, act)


def is_old(appraisal: Appraisal, on: date) -> bool:
    """Whether what it is made from is too old to be signed without a warning."""
    gathered = clock.day(appraisal.gathered_at)
    return appraisal.state == State.DRAFT and (on - gathered).days > FRESH_DAYS


def next_due(held: Iterable[Appraisal]) -> date | None:
    """The day by which the next is to be signed; None where none of these is signed."""
    signed = [clock.day(one.signed_at) for one in held if one.signed_at]
    return max(signed) + YEAR if signed else None


def unjudged(appraisal: Appraisal) -> int:
    """How many of the letters nobody has judged in it."""
    return len({str(one) for one in LETTERS} - {one.item for one in appraisal.verdicts.all()})


def missing(appraisal: Appraisal) -> list[str]:
    """Which of those who are to be heard nobody has noted."""
    noted = {one.party for one in appraisal.participants.all()}
    return [party for party in HEARD if party not in noted]
