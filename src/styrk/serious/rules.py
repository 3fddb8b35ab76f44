"""Who may do what in a case: whoever handles the incident. What the law binds is a person's own to decide."""

from datetime import datetime, timedelta

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.incidents import rules as incidents
from styrk.incidents.notices import Duty, Start, duties
from styrk.serious.models import Call, Event, IdentityOpening, Notice, Obligation
from styrk.serious.states import RUNNING, State

# How long one may read what one has opened, without saying why again.
OPEN_FOR = timedelta(minutes=10)


def sees(standing: Standing, event: Event) -> bool:
    """`recused` and `shared` of the incident come with `queries.event`."""
    return incidents.sees_case(standing, event.incident)


def may_handle(standing: Standing, event: Event) -> bool:
    return incidents.may_handle(standing, event.incident)


def duty_of(obligation: Obligation) -> Duty:
    return next(one for one in duties() if one.code == obligation.rule)


def needs_identity(event: Event) -> bool:
    """Whether a duty that applies, or may, cannot be done without knowing who the patient is."""
    return any(duty_of(one).identity for one in event.obligations.all() if one.state in RUNNING)


def may_read(standing: Standing, opening: IdentityOpening, now: datetime) -> bool:
    """Who opened it, for some minutes: after that one says why again."""
    own = opening.by_id == standing.person_id
    return own and opening.at <= now < opening.at + OPEN_FOR


def is_urgent(notice: Notice) -> bool:
    """Whether it is told at whatever hour."""
    return duty_of(notice.obligation).steps[notice.step].urgent


def may_keep_rota(standing: Standing, unit_id: int) -> bool:
    return standing.allows(Permission.HANDLE_INCIDENTS, unit_id)


def is_called(standing: Standing, call: Call) -> bool:
    return call.person_id == standing.person_id


def is_followed(obligation: Obligation) -> bool:
    """Whether it is decided with another: the report follows the notice."""
    return duty_of(obligation).follows != obligation.rule


def is_sent(obligation: Obligation) -> bool:
    return any(notice.sent_at for notice in obligation.notices.all())


def may_be_judged(obligation: Obligation) -> bool:
    """Until something is sent: then it is the sending that is taken back."""
    is_open = obligation.state != State.LAPSED and not is_followed(obligation)
    return is_open and not is_sent(obligation)


def may_be_sent(notice: Notice) -> bool:
    decided = notice.obligation.state == State.SEND
    return decided and notice.given and notice.sent_at is None and has_begun(notice)


def has_begun(notice: Notice) -> bool:
    """A clock that starts with something sent stands until it is."""
    clock = duty_of(notice.obligation).steps[notice.step].clock
    return clock.start != Start.SENT or notice.due_at is not None
