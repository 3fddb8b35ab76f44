"""Reading incidents: the guarded door."""

from styrk.incidents.queries.asked import (
    statement,
    statements_due,
    statements_to_answer,
    units_waited_for,
)
from styrk.incidents.queries.cases import (
    LISTED,
    PAGE,
    Listed,
    attachment,
    case_numbered,
    cases_seen,
    earlier_than,
    incident,
    incidents_for,
    incidents_in_full,
    known_reporter,
    posts_of,
    recused_from,
)
from styrk.incidents.queries.linked import (
    ACTION_LINKS,
    Better,
    actions_of,
    behind_actions,
    better_lately,
    next_to_tell,
)
from styrk.incidents.queries.own import OwnReport, own_report, own_reports

__all__ = [
    "ACTION_LINKS",
    "LISTED",
    "PAGE",
    "Better",
    "Listed",
    "OwnReport",
    "actions_of",
    "attachment",
    "behind_actions",
    "better_lately",
    "case_numbered",
    "cases_seen",
    "earlier_than",
    "incident",
    "incidents_for",
    "incidents_in_full",
    "known_reporter",
    "next_to_tell",
    "own_report",
    "own_reports",
    "posts_of",
    "recused_from",
    "statement",
    "statements_due",
    "statements_to_answer",
    "units_waited_for",
]
