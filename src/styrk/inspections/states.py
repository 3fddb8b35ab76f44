"""The life of an audit and of a finding, and what kinds there are of both."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves
from styrk.organisation.flavours import worded


class AuditKind(TextChoices):
    GROUP = "group", worded(_("Konsernrevisjon"), _("Forvaltningsrevisjon"))
    INTERNAL = "internal", _("Internrevisjon")
    SUPERVISION = "supervision", _("Tilsyn")
    EXTERNAL = "external", _("Ekstern evaluering")


# Of the line that is looked at: the board's own auditors, or somebody from outside.
INDEPENDENT = (AuditKind.GROUP, AuditKind.EXTERNAL)


class State(TextChoices):
    PLANNED = "planned", _("Planlagt")
    ANNOUNCED = "announced", _("Varslet")
    CARRIED_OUT = "carried_out", _("Gjennomført")
    HEARD = "heard", _("Utkast på høring")
    REPORTED = "reported", _("Rapport levert")
    FOLLOWED = "followed", _("Fulgt opp")
    DROPPED = "dropped", _("Ble ikke noe av")


class FindingKind(TextChoices):
    ORDER = "order", _("Pålegg")
    BREACH = "breach", _("Lovbrudd")
    DEVIATION = "deviation", _("Avvik")
    REMARK = "remark", _("Merknad")
    GOOD = "good", _("God praksis")


class FindingState(TextChoices):
    OPEN = "open", _("Venter på svar")
    ANSWERED = "answered", _("Følges opp")
    CLAIMED = "claimed", _("Venter på bekreftelse")
    MET = "met", _("Bekreftet rettet")
    NOTED = "noted", _("Til læring")
    WITHDRAWN = "withdrawn", _("Trukket")


class Reply(TextChoices):
    OPEN = "open", _("Venter på svar")
    OURS = "ours", _("Gjelder oss")
    HANDLED = "handled", _("Tatt hånd om fra før")
    NOT_OURS = "not_ours", _("Gjelder ikke oss")
    PASSED = "passed", _("Sendt videre")
    WITHDRAWN = "withdrawn", _("Trukket tilbake")


ALIVE = (State.PLANNED, State.ANNOUNCED, State.CARRIED_OUT, State.HEARD, State.REPORTED)
# What is said in the report stands: findings are written and changed before it alone.
MOVES: Moves = {
    (State.PLANNED, "change"): State.PLANNED,
    (State.ANNOUNCED, "change"): State.ANNOUNCED,
    (State.PLANNED, "announce"): State.ANNOUNCED,
    (State.PLANNED, "drop"): State.DROPPED,
    (State.ANNOUNCED, "drop"): State.DROPPED,
    (State.ANNOUNCED, "carry_out"): State.CARRIED_OUT,
    (State.CARRIED_OUT, "add_finding"): State.CARRIED_OUT,
    (State.CARRIED_OUT, "hear"): State.HEARD,
    (State.HEARD, "comment"): State.HEARD,
    (State.HEARD, "add_finding"): State.HEARD,
    (State.CARRIED_OUT, "report"): State.REPORTED,
    (State.HEARD, "report"): State.REPORTED,
    (State.REPORTED, "finish"): State.FOLLOWED,
    # Of a report, before and after all of it is followed to its end.
    **{
        (state, act): state
        for act in ("send_to_board", "treat")
        for state in (State.REPORTED, State.FOLLOWED)
    },
    # Who is on the team may change until all is followed to its end.
    **{(state, act): state for act in ("join", "leave") for state in ALIVE},
    # Whoever looks reads, and is given what they ask for, from when it is announced.
    **{
        (state, act): state
        for act in ("admit", "give")
        for state in (State.ANNOUNCED, State.CARRIED_OUT, State.HEARD, State.REPORTED)
    },
}
# Before the report a finding is the team's to word; after it the unit answers.
FINDING_MOVES: Moves = {
    (FindingState.OPEN, "change"): FindingState.OPEN,
    (FindingState.NOTED, "change"): FindingState.NOTED,
    (FindingState.OPEN, "withdraw"): FindingState.WITHDRAWN,
    (FindingState.NOTED, "withdraw"): FindingState.WITHDRAWN,
    (FindingState.OPEN, "answer"): FindingState.ANSWERED,
    (FindingState.ANSWERED, "answer"): FindingState.ANSWERED,
    (FindingState.ANSWERED, "add_action"): FindingState.ANSWERED,
    (FindingState.ANSWERED, "claim"): FindingState.CLAIMED,
    (FindingState.CLAIMED, "confirm"): FindingState.MET,
    (FindingState.CLAIMED, "send_back"): FindingState.ANSWERED,
}
# Whoever said no may come to see that it is theirs too; what is theirs stays so.
REPLY_MOVES: Moves = {
    (Reply.OPEN, "ours"): Reply.OURS,
    (Reply.OPEN, "handled"): Reply.HANDLED,
    (Reply.OPEN, "not_ours"): Reply.NOT_OURS,
    (Reply.HANDLED, "ours"): Reply.OURS,
    (Reply.NOT_OURS, "ours"): Reply.OURS,
    (Reply.NOT_OURS, "handled"): Reply.HANDLED,
    (Reply.OURS, "add_action"): Reply.OURS,
    # Whoever receives it for a whole trust asks those there whom it may concern.
    (Reply.OPEN, "pass_on"): Reply.PASSED,
    (Reply.PASSED, "pass_on"): Reply.PASSED,
}
# Findings that something is to be done about.
ASKING = (FindingKind.ORDER, FindingKind.BREACH, FindingKind.DEVIATION, FindingKind.REMARK)
# What these say is broken is put right by an action, or it is said why none was needed.
BROKEN = (FindingKind.ORDER, FindingKind.BREACH, FindingKind.DEVIATION)
# The unit has them when the draft is heard; until then they are the team's.
SAID = (State.HEARD, State.REPORTED, State.FOLLOWED)
UNREPORTED = (State.CARRIED_OUT, State.HEARD)
# From then on the findings stand, and count.
REPORTED = (State.REPORTED, State.FOLLOWED)
