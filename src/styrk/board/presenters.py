"""The board's meetings, decisions and questions in words and colours."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from styrk.board import wording
from styrk.board.figures import SIDE_BY_SIDE, SPECS
from styrk.board.models import BoardQuestion, Decision, Meeting, Pack
from styrk.board.states import State, Waits
from styrk.board.weighing import Weighed
from styrk.organisation.models import Unit
from styrk.regulation.types import Status
from styrk.ui.words import spoken_day

type Mark = tuple[str, str]


def name_of(meeting: Meeting) -> str:
    return str(wording.MEETING) % {"day": spoken_day(meeting.on)}


def meeting_mark(meeting: Meeting) -> Mark:
    colours = {State.HELD: "success", State.CALLED_OFF: "neutral"}
    state = State(meeting.state)
    return (str(state.label), colours.get(state, "info"))


def waits_mark(one: Decision | BoardQuestion) -> Mark:
    colours = {Waits.ANSWERED: "success", Waits.CORRECTED: "neutral"}
    state = Waits(one.state)
    return (str(state.label), colours.get(state, "info"))


def beside_decision(one: Decision) -> tuple[str, str, Decision] | None:
    """What corrects it, or what it corrects: what is said of that, why, and the other one."""
    other: Decision | None = getattr(one, "corrected_by", None)
    if other is not None:
        day = {"day": spoken_day(other.decided_at)}
        return _("Vedtaket ble ført feil, og rettet %(day)s.") % day, other.why, other
    if one.corrects is not None:
        day = {"day": spoken_day(one.corrects.decided_at)}
        return _("Retter vedtaket som ble ført %(day)s.") % day, one.why, one.corrects
    return None


def pack_name(pack: Pack) -> str:
    return str(wording.PACK_OF) % {"n": pack.number, "day": spoken_day(pack.made_at)}


@dataclass(frozen=True)
class Beside:
    """An organisation among the others: the numbers in the order of `columns`, and letters without proof."""

    unit: Unit
    numbers: tuple[int, ...]
    share: int | None
    bare: int


def columns() -> list[str]:
    words = {one.key: str(one.what) for one in SPECS}
    return [words[key] for key in SIDE_BY_SIDE]


def beside(units: Sequence[Unit], found: Sequence[Weighed]) -> list[Beside]:
    return [
        Beside(
            unit,
            tuple(one.values[key] for key in SIDE_BY_SIDE),
            one.heard.share,
            sum(letter.status == Status.NOT_SHOWN for letter in one.letters),
        )
        for unit, one in zip(units, found, strict=True)
    ]
