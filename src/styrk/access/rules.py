"""Who may give which roles."""

from django.utils.translation import gettext as _

from styrk.access.permissions import Permission
from styrk.access.roles import BOARD_CHAIR, QUALITY_COMMITTEE, ROLES, WHISTLEBLOWING
from styrk.organisation.commands import Refused
from styrk.organisation.models import Person

CASES = {Permission.SEE_INCIDENTS, Permission.SEE_REPORTER, Permission.HANDLE_INCIDENTS}
# Roles that open cases, by themselves or when one comes to the board's chair, as varsling, or to the committee.
SEES_CASES = frozenset(
    {code for code, role in ROLES.items() if role.permissions & CASES}
    | {BOARD_CHAIR.code, WHISTLEBLOWING.code, QUALITY_COMMITTEE.code}
)


class NotOneself(Refused):
    """Whoever gives sight of cases is another than the one who gets it."""

    def __init__(self) -> None:
        super().__init__(_("Be en annen om å gi deg denne rollen."))


def check_not_oneself(by: Person, person: Person, role: str) -> None:
    """Raises NotOneself."""
    if by.pk == person.pk and role in SEES_CASES:
        raise NotOneself
