"""Who decides who gets copies: whoever handles incidents at the unit."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.subscriptions.models import Subscription


def may_keep(standing: Standing, unit_id: int) -> bool:
    return standing.allows(Permission.HANDLE_INCIDENTS, unit_id)


def is_for(standing: Standing, one: Subscription, _act: str) -> bool:
    return may_keep(standing, one.unit_id)


def may(standing: Standing, one: Subscription, act: str) -> bool:
    return one.ended_at is None and is_for(standing, one, act)
