"""What a map is made of: whatever asks to be shown, each with the letters that its evidence rests on."""

from dataclasses import dataclass

from django.utils.functional import Promise

from styrk.regulation.letters import Duty, Letter
from styrk.regulation.profiles import Size


@dataclass(frozen=True)
class Item:
    """One thing that a map asks. `key` is never renamed: what people write hangs on it.

    `letters` are those whose evidence is also its own: nothing is answered twice. `text` is the law's
    own words, and empty where we have only our own, in `title`. `judgement` says that data alone can
    never show it. `months` is how long a judgement may stand before somebody must look again.
    """

    key: str
    reference: str
    title: Promise
    letters: tuple[Letter, ...]
    text: str = ""
    duty: Duty | None = None
    judgement: bool = False
    months: int = 24


@dataclass(frozen=True)
class Part:
    """Items that stand together under a heading."""

    key: str
    title: Promise
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Map:
    """A set of rules as a map; `reservation` is what its letters' evidence does not show of it, and
    `sizes` are those it holds for."""

    key: str
    name: Promise
    about: Promise
    source: str
    parts: tuple[Part, ...]
    reservation: Promise | str = ""
    sizes: tuple[Size, ...] = tuple(Size)

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(one for part in self.parts for one in part.items)
