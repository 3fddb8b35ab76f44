"""The reviews of an organisation, one of them whole, what its decisions led to, and what is due."""

from styrk.appraisal.queries.due import (
    YEAR,
    Due,
    Latest,
    asked_for,
    due_at,
    latest_on,
    organisations_due,
    units_named,
)
from styrk.appraisal.queries.reading import (
    ACTION_LINKS,
    appraisal,
    appraisals_of,
    asked_latest,
    behind_actions,
    decisions_of,
    latest_signed,
    locked,
    organisations,
    signed_between,
    with_ids,
)

__all__ = [
    "ACTION_LINKS",
    "YEAR",
    "Due",
    "Latest",
    "appraisal",
    "appraisals_of",
    "asked_for",
    "asked_latest",
    "behind_actions",
    "decisions_of",
    "due_at",
    "latest_on",
    "latest_signed",
    "locked",
    "organisations",
    "organisations_due",
    "signed_between",
    "units_named",
    "with_ids",
]
