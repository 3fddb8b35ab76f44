"""How the system is fitted to the organisation: its profile, and rules that it does without."""

from datetime import datetime

from styrk.compliance.commands.refusals import AsBefore, NoSuchRule, NotWhole, ReasonMissing
from styrk.compliance.extents import fitted_for
from styrk.compliance.models import Fitting
from styrk.compliance.types import OFF, PROFILE
from styrk.core import clock, guard
from styrk.organisation.models import Person, Unit
from styrk.regulation.profiles import PROFILES, Size
from styrk.regulation.queries import claim_named
from styrk.regulation.types import Claim
from styrk.trail.commands import command, record


@command
def choose_profile(*, trust: Unit, size: Size, reason: str, by: Person, now: datetime) -> Fitting:
    """Say what is enough for the organisation, and why. Raises ReasonMissing, AsBefore, NotWhole, IdentityFound."""
    _ready(trust, reason)
    if (chosen := fitted_for(trust, clock.day(now)).chosen) and chosen.value == size:
        raise AsBefore
    made = Fitting.objects.create(
        trust=trust, what=PROFILE, value=size, reason=reason, at=now, by=by
    )
    _note(made, "choose_profile", f"Valgte profilen «{PROFILES[size].name}» for")
    return made


@command
def switch_off(
    *, trust: Unit, rule: str, in_place: str, reason: str, by: Person, now: datetime
) -> Fitting:
    """Do without a rule: the letter rests on `in_place` from now, and no data shows that.

    Raises ReasonMissing (of either), NoSuchRule, AsBefore, NotWhole, and IdentityFound.
    """
    guard.refuse_identity(in_place)
    _ready(trust, reason)
    if not in_place.strip():
        raise ReasonMissing
    told = _known(rule)
    if rule in fitted_for(trust, clock.day(now)).off:
        raise AsBefore
    made = Fitting.objects.create(
        trust=trust, what=rule, value=OFF, in_place=in_place, reason=reason, at=now, by=by
    )
    _note(made, "switch_off", f"Slo av en regel for § {told.letter} i")
    return made


@command
def switch_on(*, trust: Unit, rule: str, reason: str, by: Person, now: datetime) -> Fitting:
    """The rule counts again. Raises ReasonMissing, NoSuchRule, AsBefore, NotWhole, and IdentityFound."""
    _ready(trust, reason)
    told = _known(rule)
    if rule not in fitted_for(trust, clock.day(now)).off:
        raise AsBefore
    made = Fitting.objects.create(trust=trust, what=rule, reason=reason, at=now, by=by)
    _note(made, "switch_on", f"Slo på en regel for § {told.letter} i")
    return made


def _known(rule: str) -> Claim:
    if (found := claim_named(rule)) is None:
        raise NoSuchRule(rule)
    return found


def _ready(trust: Unit, reason: str) -> None:
    guard.refuse_identity(reason)
    if not reason.strip():
        raise ReasonMissing
    if trust.legal_id != trust.pk:
        raise NotWhole
    list(Unit.objects.select_for_update(no_key=True).filter(pk=trust.pk))


def _note(made: Fitting, act: str, text: str) -> None:
    record(
        by=made.by,
        now=made.at,
        act=f"compliance.{act}",
        subject="fitting",
        subject_id=made.pk,
        trust_id=made.trust_id,
        text=f"{text} {made.trust.name}",
        what=made.what,
        note=made.reason,
    )
