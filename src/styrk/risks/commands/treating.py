"""What one does about a risk: an action against it, or a leader who lives with it for a time."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from styrk.access.queries import standing_of
from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock, guard, states
from styrk.organisation.models import Person
from styrk.risks import rules
from styrk.risks.consistency import settle_mended
from styrk.risks.models import Acceptance, Risk, RiskAction
from styrk.risks.record import step, tell
from styrk.risks.refusals import NoAuthority, NotRated, need, need_day
from styrk.risks.states import MOVES
from styrk.risks.upward import carry
from styrk.trail.commands import command


@command
def add_action(*, risk: Risk, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action against the risk; it goes into the one register of actions."""
    states.move(MOVES, risk.state, "add_action")
    action = raise_action(plan=plan, origin="risk", by=by, now=now)
    RiskAction.objects.create(risk=risk, action=action)
    text = f"Besluttet tiltaket «{action.title}»"
    step(risk, "add_action", by, now, text=text, title=action.title)
    carry(risk, by, now)
    settle_mended(risk, by, now)
    return action


@command
def accept_risk(
    *, risk: Risk, reason: str, expires_on: date, by: Person, now: datetime
) -> Acceptance:
    """Live with the risk as it is rated, until a day within a year.

    Only one who leads where the zone asks for it in the matrix. Raises NoAuthority, NotRated,
    ReasonMissing, DayPassed or TooFar.
    """
    guard.refuse_identity(reason)
    need(reason)
    need_day(expires_on, now)
    state = states.move(MOVES, risk.state, "accept")
    if risk.current is None:
        raise NotRated
    unit_id = rules.accepting_post(standing_of(by, clock.day(now)), risk)
    if unit_id is None:
        raise NoAuthority
    acceptance = Acceptance.objects.create(
        risk=risk,
        rating=risk.current,
        unit_id=unit_id,
        reason=reason,
        expires_on=expires_on,
        at=now,
        by=by,
    )
    risk.state, risk.acceptance, risk.accepted_until = state, acceptance, expires_on
    risk.save(update_fields=["state", "acceptance", "accepted_until"])
    text = f"Aksepterte risikoen til {expires_on:%d.%m.%Y}"
    step(risk, "accept", by, now, text=text, note=reason, expires_on=expires_on.isoformat())
    settle_mended(risk, by, now)
    tell(
        risk.owner,
        risk,
        f"accept:{acceptance.pk}",
        lambda: _("Risikoen er akseptert: %(title)s") % {"title": risk.title},
        lambda: (
            _("%(name)s har akseptert den for en tid. Endrer den seg, gjelder det ikke lenger.")
            % {"name": by.name}
        ),
        by=by,
        now=now,
    )
    return acceptance
