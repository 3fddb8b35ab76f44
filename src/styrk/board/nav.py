from styrk.access.permissions import Permission
from styrk.board import rules, wording
from styrk.ui.menu import Door, Entry

# § 3: the board answers for that there is a system, and sees whether it works.
ENTRIES = [
    Entry(
        Door.EVALUATE,
        wording.BOARD,
        "board:board",
        Permission.SEE_REPORTS,
        opens=rules.reads_any,
    )
]
