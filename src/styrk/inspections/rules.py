"""Who may do what with an audit and with a finding."""

from collections.abc import Iterable

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import BOARD_CHAIR, LEADER
from styrk.core import states
from styrk.inspections.models import Audit, Finding, Lesson, LessonQuestion
from styrk.inspections.states import (
    ALIVE,
    BROKEN,
    FINDING_MOVES,
    INDEPENDENT,
    MOVES,
    REPLY_MOVES,
    UNREPORTED,
    AuditKind,
    Reply,
    State,
)
from styrk.organisation.models import Unit

# What the units that were looked at do with an audit; the rest is the team's, and its keepers'.
OF_THE_UNITS = {"comment"}
# What whoever answers for the record does: who is on the team and who outside sees it, and what the board is asked.
OF_THE_CONTACT = {"admit", "give", "send_to_board", "join", "leave"}
# What whoever found it does with a finding; the rest is the unit's.
OF_THE_FINDER = {"confirm", "send_back"}
OF_THE_WRITER = {"change", "withdraw"}


def may_keep(standing: Standing, unit_id: int) -> bool:
    return standing.allows(Permission.KEEP_INSPECTIONS, unit_id)


def keeps(standing: Standing, audit: Audit) -> bool:
    """Keeps the audits where this one is kept; but nobody runs an independent one of what one leads."""
    if not may_keep(standing, audit.unit_id):
        return False
    return not is_partial(standing, audit.kind, _places(audit))


def _places(audit: Audit) -> list[Unit]:
    return [one.unit for one in audit.places.all() if one.removed_at is None]


def is_partial(standing: Standing, kind: str, units: Iterable[Unit]) -> bool:
    """Leads some of what an independent audit looks at."""
    return kind in INDEPENDENT and any(leads(standing, one) for one in units)


def in_team(standing: Standing, audit: Audit) -> bool:
    """Leads the audit, or is one of its team until it is ended (`members` and `places` are fetched with it).

    Anybody may be lent to a team; the policies say the same (`inspections_in_team`).
    """
    if standing.person_id == audit.leader_id:
        return True
    team = {one.person_id for one in audit.members.all() if one.removed_at is None}
    is_member = standing.person_id in team and audit.state in ALIVE
    return is_member and not is_partial(standing, audit.kind, _places(audit))


def answers_for(standing: Standing, audit: Audit) -> bool:
    """Leads it, or of what an authority does is its contact here; or keeps the audits of the trust."""
    return standing.person_id == audit.leader_id or keeps(standing, audit)


def is_for(standing: Standing, audit: Audit, act: str) -> bool:
    """Whether the act is for this person to do, whatever state the audit is in.

    What is found is the team's alone until the draft is heard.
    """
    team = in_team(standing, audit)
    if act == "treat":
        return keeps_board(standing, audit.trust_id)
    if act in OF_THE_CONTACT:
        return answers_for(standing, audit)
    if act in OF_THE_UNITS:
        places = _places(audit)
        return not team and any(standing.allows(Permission.RAISE_ACTIONS, one.pk) for one in places)
    return team or (act != "add_finding" and keeps(standing, audit))


def keeps_board(standing: Standing, unit_id: int) -> bool:
    """Writes down what the board of a trust decides: its chair, the top leader, the adviser."""
    chairs = any(p.role.code == BOARD_CHAIR.code and p.unit_id == unit_id for p in standing.posts)
    return chairs or standing.allows(Permission.WRITE_REPORTS, unit_id)


def fits_board(audit: Audit, act: str) -> bool:
    """It is sent to the board once, and treated once."""
    treatment = getattr(audit, "treatment", None)
    if act == "send_to_board":
        return treatment is None
    return act != "treat" or (treatment is not None and treatment.treated_on is None)


def may(standing: Standing, audit: Audit, act: str) -> bool:
    if not fits_board(audit, act):
        return False
    return states.may(MOVES, audit.state, act) and is_for(standing, audit, act)


def is_for_finding(standing: Standing, finding: Finding, act: str) -> bool:
    """The unit's line answers and acts; one of the team that found it confirms, never the line.

    An authority finds and confirms by letter: its contact here may answer too, and whoever keeps
    the audits puts the letter in, but for the one who answered.
    """
    team, by_letter = in_team(standing, finding.audit), is_by_letter(finding)
    if act in OF_THE_WRITER:
        return team
    if act in OF_THE_FINDER:
        keeps = by_letter and may_keep(standing, finding.audit.unit_id)
        return (team or keeps) and not owns(standing, finding)
    ours = not team or (by_letter and leads(standing, finding.unit))
    return ours and standing.allows(Permission.RAISE_ACTIONS, finding.unit_id)


def may_finding(standing: Standing, finding: Finding, act: str) -> bool:
    """A finding is worded until the report is there, and answered from then on."""
    stands = fits_audit(finding, act) and states.may(FINDING_MOVES, finding.state, act)
    return stands and is_for_finding(standing, finding, act)


def fits_audit(finding: Finding, act: str) -> bool:
    if act in OF_THE_WRITER:
        return finding.audit.state in UNREPORTED
    return finding.audit.state == State.REPORTED


def owns(standing: Standing, finding: Finding) -> bool:
    """Answered for it, or leads the unit or one above it in the trust where no letter speaks for itself."""
    own = {finding.answered_by_id, finding.claimed_by_id}
    return standing.person_id in own or (
        not is_by_letter(finding) and leads(standing, finding.unit)
    )


def asks_why(finding: Finding) -> bool:
    """Something is broken, and no action is decided: then it is said why none was needed."""
    return finding.kind in BROKEN and not finding.actions.all()


def is_by_letter(finding: Finding) -> bool:
    """Whether an authority says that it is put right, in its letter."""
    return finding.audit.kind == AuditKind.SUPERVISION


def leads(standing: Standing, unit: Unit) -> bool:
    return any(
        post.role.code == LEADER.code
        and post.trust_id == unit.legal_id
        and unit.path.startswith(post.path)
        for post in standing.posts
    )


def may_share(standing: Standing, finding: Finding) -> bool:
    """Whoever keeps audits may tell others of a finding, when the report is there."""
    reported = finding.audit.state in {State.REPORTED, State.FOLLOWED}
    return reported and standing.allows(Permission.KEEP_INSPECTIONS)


def has_shared(standing: Standing, lesson: Lesson, _act: str) -> bool:
    """Whoever shared it, or keeps the audits where it was shared from."""
    own = lesson.shared_by_id == standing.person_id
    return own or standing.allows(Permission.KEEP_INSPECTIONS, lesson.unit_id)


def may_lesson(standing: Standing, lesson: Lesson, act: str) -> bool:
    return not hasattr(lesson, "withdrawal") and has_shared(standing, lesson, act)


def replies_to(question: LessonQuestion) -> list[Reply]:
    """The answers that there is room for now."""
    return [one for one in Reply if states.may(REPLY_MOVES, question.reply, one)]


def is_for_question(standing: Standing, question: LessonQuestion, act: str) -> bool:
    """The unit's line answers; of what came to a whole trust also those who keep audits there, who pass it on."""
    receives = question.is_received and may_keep(standing, question.unit_id)
    if act == "pass_on" or (act == "answer" and receives):
        return receives
    return standing.allows(Permission.RAISE_ACTIONS, question.unit_id)


def may_question(standing: Standing, question: LessonQuestion, act: str) -> bool:
    fits = replies_to(question) if act == "answer" else states.may(REPLY_MOVES, question.reply, act)
    return bool(fits) and is_for_question(standing, question, act)
