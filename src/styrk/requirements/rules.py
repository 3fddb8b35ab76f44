"""Who may do what with requirements."""

from datetime import date

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import Reach
from styrk.core import states
from styrk.organisation.models import Person, Unit
from styrk.requirements import statutes
from styrk.requirements.models import Placement, Requirement, Source
from styrk.requirements.states import MOVES, EditionState

APPROVERS = ("leader", "board_chair")


def may_keep(standing: Standing, source: Source) -> bool:
    """Whoever keeps requirements where the source was laid down.

    What nobody here has laid down, as a law, is for whoever does so for a whole legal person.
    """
    if source.unit_id is None:
        return may_keep_common(standing)
    return standing.allows(Permission.PLACE_REQUIREMENTS, source.unit_id)


def may_keep_common(standing: Standing) -> bool:
    """Whether somebody keeps requirements for a whole legal person."""
    return any(
        Permission.PLACE_REQUIREMENTS in post.role.permissions
        and (post.role.reach is Reach.TRUST or post.unit_id == post.trust_id)
        for post in standing.posts
    )


def can_be_placed(requirement: Requirement, on: date) -> bool:
    """It can be passed on, and no newer edition has taken its place."""
    return can_be_passed_on(requirement, on) and not hasattr(requirement.edition, "followed_by")


def can_be_passed_on(requirement: Requirement, on: date) -> bool:
    """It asks for something, its edition is published, and its words hold on the day."""
    published = requirement.edition.state == EditionState.PUBLISHED
    return published and bool(requirement.kind) and not statutes.is_superseded(requirement, on)


def may_place(standing: Standing, unit_id: int) -> bool:
    return standing.allows(Permission.PLACE_REQUIREMENTS, unit_id)


def laying_unit(source: Source, unit: Unit, above: Placement | None, by: Person) -> Unit | None:
    """The unit that speaks when somebody lays what the source asks at `unit`.

    Where it is passed on from, else where the source was laid down, else (a law) the home of
    whoever lays it there: that unit where it stands above, or else its legal person.
    """
    home = by.home_unit
    if (laid := above.unit if above else source.unit) or home is None:
        return laid
    return home if unit.path.startswith(home.path) else home.trust or home


def placed_from(placement: Placement) -> Unit:
    """The unit that laid it there: only its line takes a demand back, never who received it.

    Where it is passed on from now, else as it was when it was laid, whatever became of whoever did.
    What was laid directly from higher up, and passed on later, is still theirs who laid it.
    """
    above, laid = placement.above, placement.laid_from
    if above is None or (laid and _is_over(laid, above.unit)):
        return laid or placement.trust
    return above.unit


def _is_over(unit: Unit, other: Unit) -> bool:
    return unit.pk != other.pk and other.path.startswith(unit.path)


def may_answer(standing: Standing, placement: Placement) -> bool:
    """Whoever answers for the unit: its own line and advisers, never another trust's."""
    return standing.allows(Permission.ANSWER_REQUIREMENTS, placement.unit_id)


def may_report(standing: Standing, placement: Placement) -> bool:
    """The owner, and whoever answers for the unit."""
    return placement.owner_id == standing.person_id or may_answer(standing, placement)


def is_for(standing: Standing, placement: Placement, act: str) -> bool:
    """Whether the act is for this person to do, whatever state the placement is in."""
    if act in ("insist", "withdraw"):
        return may_place(standing, placed_from(placement).pk)
    own = act in ("report", "report_back")
    return may_report(standing, placement) if own else may_answer(standing, placement)


def may(standing: Standing, placement: Placement, act: str) -> bool:
    """Whether the act fits the state, and is for this person to do."""
    return states.may(MOVES, placement.state, act) and is_for(standing, placement, act)


def may_write_annual(standing: Standing, unit_id: int) -> bool:
    """Whoever answers for the unit writes its årlig melding."""
    return standing.allows(Permission.ANSWER_REQUIREMENTS, unit_id)


def may_approve_annual(standing: Standing, unit_id: int) -> bool:
    """The unit's own leader, and whoever leads its board."""
    return any(p.unit_id == unit_id and p.role.code in APPROVERS for p in standing.posts)
