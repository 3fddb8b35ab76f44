"""Asks each app's `thread` door what hangs on what, until there is no more or no more room."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from types import ModuleType
from uuid import UUID

from styrk.access.queries import Standing
from styrk.core import doors
from styrk.core.trips import meanwhile, whole
from styrk.ui.strands import Ask, Key, Mark, Node, Spread, Strand

# Rows in the first picture; what is behind them is fetched when it is asked for.
ROWS = 60
# Kinds further up, as a loop must end whatever the apps answer.
UPWARDS = 8
# Where there is no room for all, nobody is asked what came of these: how they went stands on them.
ENDS = {"action"}


@dataclass
class Thread:
    """All that is known: the records by key, what hangs below each, and how much more there is."""

    focus: Node
    nodes: dict[Key, Node] = field(default_factory=dict)
    below: dict[Key, list[Key]] = field(default_factory=lambda: defaultdict(list))
    more: dict[tuple[Key, str], int] = field(default_factory=dict)

    @property
    def tops(self) -> list[Key]:
        """Where the thread begins: the records that hang on none."""
        hanging = {key for keys in self.below.values() for key in keys}
        return [key for key in self.nodes if key not in hanging]

    @property
    def unseen(self) -> list[tuple[str, int]]:
        """How many of each kind hang straight on the focus, out of this person's sight."""
        shown: dict[str, int] = defaultdict(int)
        for key, node in self.nodes.items():
            shown[node.kind] += key != self.focus.key
        for (_key, kind), number in self.more.items():
            shown[kind] += number
        left = [(kind, number - shown[kind]) for kind, number in self.focus.everywhere]
        return [(kind, number) for kind, number in left if number > 0]

    def gaps(self, node: Node) -> list[Mark]:
        """What is lacking: what the record says itself, and what ought to hang on it and does not."""
        hangs = {kind for kind, _ in self.below.get(node.key, [])}
        hangs |= {kind for key, kind in self.more if key == node.key}
        return [*node.gaps, *(mark for kind, mark in node.wants if kind not in hangs)]

    def add(self, upper: Key, lower: Key) -> None:
        if lower not in self.below[upper]:
            self.below[upper].append(lower)


def find(kind: str, uuid: UUID, standing: Standing, on: date) -> tuple[ModuleType, Node] | None:
    """The record and the app that has it, if it is one with a thread and in sight."""
    for module in doors.modules("thread"):
        if kind in module.KINDS:
            found = module.find(kind, uuid, standing, on)
            return (module, found) if found else None
    return None


def thread(owner: ModuleType, focus: Node, standing: Standing, on: date) -> Thread:
    """The whole thread of a record, as far as there is room for."""
    return whole(lambda: _thread(owner, focus, standing, on))


def _thread(owner: ModuleType, focus: Node, standing: Standing, on: date) -> Thread:
    woven = Thread(focus, {focus.key: focus})
    for strand in _upwards(focus, standing, on):
        woven.nodes.setdefault(strand.node.key, strand.node)
        woven.add(strand.node.key, strand.at)
    _downwards(woven, Ask(on, ROWS - len(woven.nodes)), owner, standing)
    return woven


def under(
    owner: ModuleType, focus: Node, standing: Standing, on: date, kind: str, after: int
) -> Thread:
    """What hangs below a record of one kind, after the first ones; without what it came from."""

    def run() -> Thread:
        woven = Thread(focus, {focus.key: focus})
        _downwards(woven, Ask(on, ROWS, kind, after), owner, standing)
        return woven

    return whole(run)


def _upwards(focus: Node, standing: Standing, on: date) -> list[Strand]:
    """Everything upstream; each app is asked once about each record, and never about its own answer."""
    found: dict[tuple[Key, Key], Strand] = {}
    asked: set[tuple[ModuleType, Key]] = set()
    fresh: dict[Key, Node] = {focus.key: focus}
    for _turn in range(UPWARDS):
        if not fresh:
            break
        given: dict[Key, Node] = {}
        questions = [
            (module, kind, nodes)
            for module in doors.modules("thread")
            for kind, nodes in _unasked(fresh.values(), module, asked)
        ]
        for module, kind, nodes in questions:
            told = [node for node in nodes if node.above and kind in module.KINDS]
            at = [node.id for node in nodes if node not in told and _from(module, node)]
            answer = _above(module, kind, at, standing, on) if at else []
            for strand in [*answer, *(one for node in told for one in node.above)]:
                found[strand.at, strand.node.key] = strand
                asked.add((module, strand.node.key))
                given[strand.node.key] = strand.node
        fresh = given
    return list(found.values())


def _above(
    module: ModuleType, kind: str, ids: list[int], standing: Standing, on: date
) -> list[Strand]:
    nothing: list[Strand] = []
    key = (module, "above", kind, tuple(ids))
    return meanwhile(key, lambda: module.upstream(kind, ids, standing, on), nothing)


def _from(module: ModuleType, node: Node) -> bool:
    """An action says which app it came from, and that app alone has the record behind it."""
    origin = getattr(module, "ORIGIN", None)
    return not (node.origin and origin) or node.origin == origin


def _downwards(woven: Thread, ask: Ask, owner: ModuleType, standing: Standing) -> None:
    """What came of the focus; `ask` says what of it is wanted straight below."""
    asked: set[tuple[ModuleType, Key]] = set()
    reached = {woven.focus.key: woven.focus}
    room = ask.limit
    if ask.only:
        room -= sum(
            _asked(woven, reached, module, ask, asked, standing) for module in _modules(owner)
        )
        ask = Ask(ask.on, room)
    known = 0
    while known < len(reached):
        known = len(reached)
        for module in _modules(owner):
            now = replace(ask, limit=max(room, 0), near=bool(woven.more))
            room -= _asked(woven, reached, module, now, asked, standing)


def _modules(owner: ModuleType) -> list[ModuleType]:
    """The record's own app first, so that the others hear of all it gives; actions last, for the same."""
    found = doors.modules("thread")
    return sorted(found, key=lambda one: (one is not owner, "action" in one.KINDS))


def _asked(
    woven: Thread,
    reached: dict[Key, Node],
    module: ModuleType,
    ask: Ask,
    asked: set[tuple[ModuleType, Key]],
    standing: Standing,
) -> int:
    """Ask an app about all it has not spoken of; how many records that were new came of it."""
    new = 0
    for kind, nodes in _unasked(reached.values(), module, asked):
        if woven.more and kind in ENDS and woven.focus not in nodes:
            continue
        spread = _below(module, kind, [node.id for node in nodes], standing, ask)
        ask = replace(ask, limit=max(ask.limit - len(spread.strands), 0))
        new += _take(woven, reached, spread, module, asked)
    return new


def _below(module: ModuleType, kind: str, ids: list[int], standing: Standing, ask: Ask) -> Spread:
    key = (module, kind, tuple(ids), ask)
    return meanwhile(key, lambda: module.downstream(kind, ids, standing, ask), Spread())


def _take(
    woven: Thread,
    reached: dict[Key, Node],
    spread: Spread,
    module: ModuleType,
    asked: set[tuple[ModuleType, Key]],
) -> int:
    before = len(woven.nodes)
    for strand in spread.strands:
        asked.add((module, strand.node.key))
        node = woven.nodes.setdefault(strand.node.key, strand.node)
        reached[node.key] = node
        woven.add(strand.at, strand.node.key)
    woven.more |= spread.more
    return len(woven.nodes) - before


def _unasked(
    nodes: Iterable[Node], module: ModuleType, asked: set[tuple[ModuleType, Key]]
) -> list[tuple[str, list[Node]]]:
    """The records that the app has not spoken of, by kind; from now on it has."""
    kinds: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if (module, node.key) not in asked:
            kinds[node.kind].append(node)
            asked.add((module, node.key))
    return list(kinds.items())
