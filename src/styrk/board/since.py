"""What is another than it was in the pack of the meeting before, what matters most first."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from styrk.board import wording
from styrk.board.figures import GRAVEST, WISHES
from styrk.board.types import Content, Figure, Line, Section
from styrk.indicators.presenters.changes import TURNS, Turn, turned
from styrk.regulation.letters import PROVISIONS
from styrk.regulation.types import Status

# How much of a letter is shown; of what nothing shows, neither more nor less can be said.
SHOWN = {Status.NOT_SHOWN: 1, Status.PARTLY: 2, Status.SHOWN: 3}
# The letters stand after what harms or breaks the law, and before the rest.
LETTERS = "letters"
type Told = tuple[Turn, str, Line]


def changed_since(
    made: Iterable[Section], before: Content | None, letters: Mapping[str, str]
) -> Section:
    """What got worse first, and of that the gravest; what got better last."""
    title = _("Endret siden forrige møte")
    if before is None:
        first = str(wording.FIRST)
        return Section("since", title, said=(first,))
    told = [_figure(one) for each in made for one in each.figures if one.is_changed]
    others = [key for key, status in letters.items() if before.letters.get(key, status) != status]
    told += [_letter(key, before.letters[key], letters[key]) for key in others]
    said = () if told else (_("Ingen tall eller bokstaver er endret."),)
    lines = tuple(line for _turn, _key, line in sorted(told, key=_weight))
    return Section("since", title, said=said, lines=lines)


def _weight(told: Told) -> tuple[int, int]:
    turn, key, _line = told
    return tuple(Turn).index(turn), GRAVEST.index(key) if key in GRAVEST else len(GRAVEST)


def _figure(one: Figure) -> Told:
    turn = turned(one.value - (one.before or 0), WISHES.get(one.key, 0))
    return turn, one.key, _line(one.what, str(one.before), str(one.value), turn)


def _letter(key: str, then: str, now: str) -> Told:
    provision = next(one for one in PROVISIONS.values() if str(one.letter) == key)
    was, stands = (SHOWN.get(Status(one)) for one in (then, now))
    turn = turned(stands - was, 1) if was and stands else Turn.OTHER
    what = f"{provision.reference} {provision.title}"
    return turn, LETTERS, _line(what, status_word(then), status_word(now), turn)


def _line(what: str, then: str, now: str, turn: Turn) -> Line:
    label, colour = TURNS[turn]
    tags = () if turn is Turn.OTHER else ((str(label), colour),)
    return Line(what, _("%(then)s da, %(now)s nå") % {"then": then, "now": now}, tags=tags)


def status_word(status: str) -> str:
    return {
        Status.SHOWN: _("Vist"),
        Status.PARTLY: _("Delvis vist"),
        Status.NOT_SHOWN: _("Ikke vist"),
        Status.UNKNOWN: _("Kan ikke vises ennå"),
    }[Status(status)]
