"""A file's content as plain values, with the place of each list and group in the file."""

import re
from collections.abc import Iterator

from styrk.requirements.libraries import limits
from styrk.requirements.libraries.problems import Place, Problems, refused
from styrk.requirements.libraries.shape import Json

# What no text may hold: C0 without tab and line ends, DEL and C1 (text read in a wrong encoding),
# half signs and non-characters. PostgreSQL and XML store few of them.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]",
)
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Tree:
    """The values of one file. A list or group is known by its identity, so keep the tree alive."""

    def __init__(self, file: str, problems: Problems | None = None) -> None:
        self.file = Place(file=file)
        self.problems = problems or Problems()
        self.root: Json = None
        self._places: dict[int, Place] = {}

    def put(self, container: list[Json] | dict[str, Json], place: Place) -> None:
        self._places[id(container)] = place

    def place(self, container: object) -> Place:
        return self._places.get(id(container), self.file)


def checked(tree: Tree) -> Tree:
    """The tree, where every text holds only what a text may hold. Else `Refused`."""
    for container, key, text in _texts(tree.root):
        if bad := FORBIDDEN.search(text):
            place = tree.place(container).at(FORBIDDEN.sub("", key))
            raise refused(place, "control_character", value=f"U+{ord(bad[0]):04X}")
    return tree


def _texts(root: Json) -> Iterator[tuple[object, str, str]]:
    """Every text and key once, with the list or group that it stands in; aliases are met once."""
    waiting: list[tuple[object, str, Json]] = [(None, "", root)]
    met: set[int] = set()
    while waiting:
        container, key, value = waiting.pop()
        if isinstance(value, str):
            yield container, key, value
        elif isinstance(value, dict | list) and id(value) not in met:
            met.add(id(value))
            for name, inside in _inside(value):
                yield value, name, name
                waiting.append((value, name, inside))


def _inside(value: dict[str, Json] | list[Json]) -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict):
        yield from value.items()
    else:
        yield from ((str(number), one) for number, one in enumerate(value))


def measured(tree: Tree) -> Tree:
    """Gives each list and group its path as place, and refuses what is too deep or too much."""
    waiting: list[tuple[str, int, Json]] = [("", 1, tree.root)]
    count = 0
    while waiting:
        path, depth, value = waiting.pop()
        count += 1
        if depth > limits.MAX_NESTING:
            raise refused(tree.file.at(path), "too_nested", limit=limits.MAX_NESTING)
        if count > limits.MAX_VALUES:
            raise refused(tree.file, "too_many_values", limit=limits.MAX_VALUES)
        if isinstance(value, dict | list):
            tree.put(value, tree.file.at(path) if path else tree.file)
            waiting += [
                (f"{path}/{name}" if path else name, depth + 1, inside)
                for name, inside in _inside(value)
            ]
    return tree


def plain(value: Json) -> Json:
    """A copy that shares nothing with the tree."""
    if isinstance(value, dict):
        return {key: plain(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [plain(inside) for inside in value]
    return value


def tidy(text: str) -> str:
    """A text as the library keeps it: `\\n` for new lines, no blanks around."""
    return LINE_ENDS.sub("\n", text).strip()
