"""What people do with audits and findings. Every act is a step, and a line in the trail."""

from styrk.inspections.commands.carrying import (
    add_finding,
    carry_out_audit,
    change_finding,
    comment_draft,
    finish_audit,
    hear_draft,
    report_audit,
    withdraw_finding,
)
from styrk.inspections.commands.following import (
    act_on_finding,
    answer_finding,
    claim_met,
    confirm_met,
    send_back,
)
from styrk.inspections.commands.learning import (
    act_on_lesson,
    answer_lesson,
    pass_on_lesson,
    share_lesson,
    withdraw_lesson,
)
from styrk.inspections.commands.planning import (
    announce_audit,
    change_audit,
    drop_audit,
    join_team,
    leave_team,
    plan_audit,
)

__all__ = [
    "act_on_finding",
    "act_on_lesson",
    "add_finding",
    "announce_audit",
    "answer_finding",
    "answer_lesson",
    "carry_out_audit",
    "change_audit",
    "change_finding",
    "claim_met",
    "comment_draft",
    "confirm_met",
    "drop_audit",
    "finish_audit",
    "hear_draft",
    "join_team",
    "leave_team",
    "pass_on_lesson",
    "plan_audit",
    "report_audit",
    "send_back",
    "share_lesson",
    "withdraw_finding",
    "withdraw_lesson",
]
