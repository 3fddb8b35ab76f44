"""Reading the yearly reports of a kommune, and what the year was like."""

from styrk.yearly.queries.counting import Counted, counted
from styrk.yearly.queries.reading import (
    Sent,
    asked_follow_ups,
    follow_up_titles,
    followed,
    kommuner,
    kommuner_to_write,
    latest_sent,
    locked,
    report,
    report_titles,
    reports_of,
    sent_since,
    told_council,
    top_unit,
    unit_titles,
)
from styrk.yearly.queries.supervising import supervised

__all__ = [
    "Counted",
    "Sent",
    "asked_follow_ups",
    "counted",
    "follow_up_titles",
    "followed",
    "kommuner",
    "kommuner_to_write",
    "latest_sent",
    "locked",
    "report",
    "report_titles",
    "reports_of",
    "sent_since",
    "supervised",
    "told_council",
    "top_unit",
    "unit_titles",
]
