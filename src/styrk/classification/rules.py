"""Who decides which code schemes an organisation uses: whoever handles incidents in the whole of it."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.classification.models import CodeScheme


def may_keep(standing: Standing, trust_id: int) -> bool:
    return standing.allows(Permission.HANDLE_INCIDENTS, trust_id)


def is_for(standing: Standing, scheme: CodeScheme, _act: str) -> bool:
    return may_keep(standing, scheme.trust_id)


def may(standing: Standing, scheme: CodeScheme, act: str) -> bool:
    fits = (scheme.ended_at is None) == (act == "end")
    return fits and is_for(standing, scheme, act)
