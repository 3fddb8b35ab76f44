"""What people do with requirements. Every act on a placement is a step, and a line in the trail."""

from styrk.requirements.commands.annual import (
    Heard,
    add_addendum,
    approve_annual_report,
    note_annual_hearing,
    open_annual_report,
    settle_annual_hearing,
    write_annual_part,
)
from styrk.requirements.commands.answering import (
    accept_requirement,
    act_on_requirement,
    decline_requirement,
)
from styrk.requirements.commands.authorities import settle_authorities
from styrk.requirements.commands.making_known import make_known, mark_seen
from styrk.requirements.commands.placing import (
    insist_on_placement,
    place_by_rule,
    place_requirement,
    withdraw_placement,
)
from styrk.requirements.commands.receiving import Receipt, receive_edition
from styrk.requirements.commands.refusals import (
    AlreadyThere,
    Changed,
    Impossible,
    MeaningMissing,
    NobodyToTell,
    NotAPeriod,
    NotARequirement,
    NotBelow,
    NothingToPublish,
    NotReviewed,
    OlderEdition,
    Published,
    ReasonMissing,
    ReviewedBefore,
    TooManyAtOnce,
)
from styrk.requirements.commands.reporting import report_back, report_status
from styrk.requirements.commands.sources import (
    begin_edition,
    name_source_owner,
    publish_edition,
    register_source,
    reword_requirement,
    write_requirement,
    write_requirements,
)
from styrk.requirements.commands.succession import accept_unchanged, review_succession

__all__ = [
    "AlreadyThere",
    "Changed",
    "Heard",
    "Impossible",
    "MeaningMissing",
    "NobodyToTell",
    "NotAPeriod",
    "NotARequirement",
    "NotBelow",
    "NotReviewed",
    "NothingToPublish",
    "OlderEdition",
    "Published",
    "ReasonMissing",
    "Receipt",
    "ReviewedBefore",
    "TooManyAtOnce",
    "accept_requirement",
    "accept_unchanged",
    "act_on_requirement",
    "add_addendum",
    "approve_annual_report",
    "begin_edition",
    "decline_requirement",
    "insist_on_placement",
    "make_known",
    "mark_seen",
    "name_source_owner",
    "note_annual_hearing",
    "open_annual_report",
    "place_by_rule",
    "place_requirement",
    "publish_edition",
    "receive_edition",
    "register_source",
    "report_back",
    "report_status",
    "review_succession",
    "reword_requirement",
    "settle_annual_hearing",
    "settle_authorities",
    "withdraw_placement",
    "write_annual_part",
    "write_requirement",
    "write_requirements",
]
