"""What people do with incidents: one function for each act."""

from styrk.incidents.commands.add import add_to_case, add_to_report
from styrk.incidents.commands.aside import (
    MayBeStatutory,
    NotTheSame,
    SomethingDecided,
    TooSerious,
    set_aside,
    withdraw_report,
)
from styrk.incidents.commands.asking import (
    AskedIsRecused,
    AskedIsSelf,
    NotLater,
    answer_statement,
    ask_statement,
    extend_question,
    withdraw_question,
)
from styrk.incidents.commands.examine import confirm_incident, record_analysis, take_incident
from styrk.incidents.commands.improve import (
    EffectUnknown,
    NothingDecided,
    NoticeUndecided,
    Unanswered,
    add_action,
    conclude_incident,
    decide_improvement,
    take_up_again,
)
from styrk.incidents.commands.loop import tell_next_change
from styrk.incidents.commands.point import OutOfLine, point_at_risk, withdraw_risk
from styrk.incidents.commands.report import HappenedLater, report_incident
from styrk.incidents.commands.route import (
    NobodyElse,
    OtherTrust,
    hand_over_incident,
    recuse_from_incident,
)
from styrk.incidents.commands.searches import NameTaken, forget_search, save_search
from styrk.incidents.commands.together import NotInTheme, answer_in_group, conclude_in_theme
from styrk.incidents.commands.whistleblowing import NoReception, send_as_whistleblowing

__all__ = [
    "AskedIsRecused",
    "AskedIsSelf",
    "EffectUnknown",
    "HappenedLater",
    "MayBeStatutory",
    "NameTaken",
    "NoReception",
    "NobodyElse",
    "NotInTheme",
    "NotLater",
    "NotTheSame",
    "NothingDecided",
    "NoticeUndecided",
    "OtherTrust",
    "OutOfLine",
    "SomethingDecided",
    "TooSerious",
    "Unanswered",
    "add_action",
    "add_to_case",
    "add_to_report",
    "answer_in_group",
    "answer_statement",
    "ask_statement",
    "conclude_in_theme",
    "conclude_incident",
    "confirm_incident",
    "decide_improvement",
    "extend_question",
    "forget_search",
    "hand_over_incident",
    "point_at_risk",
    "record_analysis",
    "recuse_from_incident",
    "report_incident",
    "save_search",
    "send_as_whistleblowing",
    "set_aside",
    "take_incident",
    "take_up_again",
    "tell_next_change",
    "withdraw_question",
    "withdraw_report",
    "withdraw_risk",
]
