"""Reading the reviews of an organisation, one of them whole, and what became of its decisions."""

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
    with_ids,
)

__all__ = [
    "ACTION_LINKS",
    "appraisal",
    "appraisals_of",
    "asked_latest",
    "behind_actions",
    "decisions_of",
    "latest_signed",
    "locked",
    "organisations",
    "with_ids",
]
