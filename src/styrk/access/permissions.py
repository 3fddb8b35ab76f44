"""What one may be allowed to do, in words one can read aloud."""

from enum import StrEnum


class Permission(StrEnum):
    """A permission that a role gives at a unit. Codes are stable: they are never renamed."""

    REPORT = "report"  # report an incident, and follow what came of it
    SEE_INCIDENTS = "see_incidents"  # read incidents and their handling
    SEE_REPORTER = "see_reporter"  # see who reported
    HANDLE_INCIDENTS = "handle_incidents"  # take, examine, ask, decide, hand over, conclude
    SEE_ACTIONS = "see_actions"  # read actions and their effect
    RAISE_ACTIONS = "raise_actions"  # decide actions and name their owner
    SEE_REQUIREMENTS = "see_requirements"  # read requirements, goals and plans, and how it goes
    PLACE_REQUIREMENTS = "place_requirements"  # keep sources, and place requirements with units
    ANSWER_REQUIREMENTS = "answer_requirements"  # accept, make concrete, decline, report, plan
    SEE_RISKS = "see_risks"  # read risks and how they are rated
    KEEP_RISKS = "keep_risks"  # describe, rate and accept risks, and propose them up
    SEE_INDICATORS = "see_indicators"  # read indicators and how it goes
    KEEP_INDICATORS = "keep_indicators"  # define indicators, set targets, decide about charts
    RECORD_VALUES = "record_values"  # register and correct values
    SEE_REPORTS = "see_reports"  # read the reports that go up the line
    WRITE_REPORTS = "write_reports"  # write, send, send back and present them
    SEE_INSPECTIONS = "see_inspections"  # read audits, supervisions and what they found
    KEEP_INSPECTIONS = "keep_inspections"  # plan audits, keep them, and say what they found
    SEE_VOICES = "see_voices"  # read complaints, experiences and suggestions
    ANSWER_VOICES = "answer_voices"  # take, answer and judge them, and decide on them
    COMMITTEE = "committee"  # treat cases in the quality and patient safety committee
    SEE_ORGANISATION = "see_organisation"  # read units, leaders and posts
    CHANGE_ORGANISATION = "change_organisation"  # import and change units, people and posts
    SEE_EVIDENCE = "see_evidence"  # read the forskriftskart
    KEEP_EVIDENCE = "keep_evidence"  # say how each item of a map is met, and judge


# Each trust answers for its own cases; whoever stands above in another trust does not see them.
WITHIN_TRUST = frozenset(
    {
        Permission.SEE_INCIDENTS,
        Permission.SEE_REPORTER,
        Permission.HANDLE_INCIDENTS,
        Permission.RAISE_ACTIONS,
        Permission.ANSWER_REQUIREMENTS,
        Permission.SEE_RISKS,
        Permission.KEEP_RISKS,
        Permission.KEEP_INDICATORS,
        Permission.RECORD_VALUES,
        Permission.WRITE_REPORTS,
        Permission.SEE_INSPECTIONS,
        Permission.SEE_VOICES,
        Permission.ANSWER_VOICES,
        Permission.COMMITTEE,
        Permission.KEEP_EVIDENCE,
    }
)
