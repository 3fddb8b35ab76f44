"""Whether the words in the file are the law on a given day. Repealed words never are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styrk.requirements.lovdata import notes
from styrk.requirements.lovdata.notices import Notice, notice
from styrk.requirements.lovdata.shape import Pending, Provision, Status, Verb


class State(StrEnum):
    """`ANNOUNCED` still holds, with a change to come. `REPLACED` means that other words hold, and
    that they are not in the file. `COMING` is not in force yet."""

    CURRENT = "current"
    ANNOUNCED = "announced"
    REPLACED = "replaced"
    REPEALED = "repealed"
    COMING = "coming"


@dataclass(frozen=True)
class Standing:
    """How a provision stands. `text` is the words that hold on the day, "" where we do not have them.

    `by` is the announced change that decides, or that comes next.
    """

    state: State
    text: str
    notice: Notice
    by: Pending | None = None

    @property
    def is_current(self) -> bool:
        return self.state in (State.CURRENT, State.ANNOUNCED)


def status_on(provision: Provision, day: date) -> Standing:
    """How a provision stands on a day, by the notes in the file it was read from.

    A note is about its whole section: every ledd and item under it stands as the section does.
    Where an amending act gives the new words, merge it first (`merging.merged`).
    """
    if provision.status is Status.REPEALED:
        return Standing(State.REPEALED, "", _said("repealed"))
    if decisive := _decisive(provision.pending, day):
        return _after(provision, decisive)
    return _before(provision)


def _decisive(announced: tuple[Pending, ...], day: date) -> Pending | None:
    """The last change that is in force; of one day's changes, the one the note tells last."""
    due = [
        (change.in_force_on, told, change)
        for told, change in enumerate(announced)
        if change.in_force_on and change.in_force_on <= day
    ]
    return max(due)[2] if due else None


def _after(provision: Provision, change: Pending) -> Standing:
    if change.verb is Verb.REPEAL:
        return Standing(State.REPEALED, "", _said("repealed_on", change), change)
    if change.wording_here:
        return Standing(State.CURRENT, provision.text, _said("current"), change)
    return Standing(State.REPLACED, "", _said("replaced", change), change)


def _before(provision: Provision) -> Standing:
    if not provision.pending:
        return Standing(State.CURRENT, provision.text, _said("current"))
    first = provision.pending[0]
    if first.verb is Verb.ADD:
        return Standing(State.COMING, "", _said(_with_day("coming", first), first), first)
    following = min(provision.pending, key=lambda change: change.in_force_on or date.max)
    told = "repeal_announced" if following.verb is Verb.REPEAL else "announced"
    code = told if following.in_force_on else told.replace("announced", "undecided")
    return Standing(State.ANNOUNCED, provision.text, _said(code, following), following)


def _with_day(code: str, change: Pending) -> str:
    return code if change.in_force_on else f"{code}_undecided"


def _said(code: str, change: Pending | None = None) -> Notice:
    if not change:
        return notice(code, fatal=False)
    day = notes.said(change.in_force_on) if change.in_force_on else ""
    return notice(code, fatal=False, act=change.changed_by, date=day)
