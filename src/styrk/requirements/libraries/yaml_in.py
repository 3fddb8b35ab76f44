"""YAML to a tree, event by event: nothing is built before its size and depth are known.

Scalars are read so that nothing is lost: a number is a number only where it is written the one
way Python writes it, so `3.10` stays the text "3.10" and `no` stays "no"; `true`, `false`, `null`,
`~` and nothing are what they say. Dates stay texts.
"""

import re
from dataclasses import dataclass, field

import yaml

from styrk.requirements.libraries import limits
from styrk.requirements.libraries.problems import Place, Refused, refused
from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.tree import Tree, checked

# The same in C is ten times faster, and refuses nesting by itself; it is not in every build.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WHOLE = re.compile(rf"-?[0-9]{{1,{limits.MAX_DIGITS}}}")
DECIMAL = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?(e[+-][0-9]{2,3})?")
WORDS: dict[str, Json] = {"true": True, "false": False, "null": None, "~": None, "": None}
CORE = "tag:yaml.org,2002:"


def scalar(text: str) -> Json:
    """What an unquoted word means. `str(scalar(text)) == text` for numbers."""
    if text in WORDS:
        return WORDS[text]
    if WHOLE.fullmatch(text):
        return int(text) if str(int(text)) == text else text
    if DECIMAL.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text


def read_yaml(text: str, file: str) -> Tree:
    """The values of a YAML text. Raises `Refused`."""
    builder = _Builder(Tree(file))
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _not_yaml(error, file) from error
    except RecursionError as error:
        raise refused(Place(file=file), "too_nested", limit=limits.MAX_NESTING) from error
    return checked(builder.tree)


def _not_yaml(error: yaml.YAMLError, file: str) -> Refused:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or str(error)
    place = Place(file=file, row=mark.line + 1 if mark else 0)
    return refused(place, "yaml", value=reason)


@dataclass
class _Open:
    """A list or group that has begun, and what is known of it so far."""

    container: list[Json] | dict[str, Json]
    anchor: str | None
    size: int = 1
    height: int = 1
    key: str | None = None


@dataclass(frozen=True)
class _Anchored:
    value: Json
    size: int
    height: int


@dataclass
class _Builder:
    tree: Tree
    open: list[_Open] = field(default_factory=list)
    anchors: dict[str, _Anchored | None] = field(default_factory=dict)  # None: not yet ended
    documents: int = 0
    size: int = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            raise refused(self._at(event), "many_documents")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._wants_key():
            self._key(event)
            return
        value = self._value(event)
        if event.anchor:
            self.anchors[event.anchor] = _Anchored(value, 1, 0)
        self._put(value, 1, 0, event)

    def _value(self, event: yaml.ScalarEvent) -> Json:
        tag = (event.tag or "").removeprefix(CORE)
        if tag in ("", "str", "!"):
            plainly = event.implicit[0] and tag == "" and not event.style
            return scalar(event.value) if plainly else event.value
        value = scalar(event.value)
        kind = {"int": int, "float": float, "bool": bool, "null": type(None)}.get(tag)
        if kind is None or not isinstance(value, kind):
            raise refused(self._at(event), "yaml_tag", value=event.tag)
        return value

    def _key(self, event: yaml.ScalarEvent) -> None:
        top = self.open[-1]
        if event.value == "<<" and not event.style:
            raise refused(self._at(event), "yaml_merge")
        if event.value in top.container:
            raise refused(self._at(event), "duplicate_key", value=event.value)
        if event.anchor:
            self.anchors[event.anchor] = _Anchored(event.value, 1, 0)
        top.key = event.value

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if self._wants_key():
            raise refused(self._at(event), "yaml_key")
        if event.tag and event.tag not in (f"{CORE}map", f"{CORE}seq", "!"):
            raise refused(self._at(event), "yaml_tag", value=event.tag)
        if len(self.open) >= limits.MAX_NESTING:
            raise refused(self._at(event), "too_nested", limit=limits.MAX_NESTING)
        container: list[Json] | dict[str, Json] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        self.tree.put(container, self._at(event))
        if event.anchor:
            self.anchors[event.anchor] = None
        self.open.append(_Open(container, event.anchor))

    def _end(self) -> None:
        done = self.open.pop()
        if done.anchor:
            self.anchors[done.anchor] = _Anchored(done.container, done.size, done.height)
        self._put(done.container, done.size, done.height, None)

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self._wants_key():
            raise refused(self._at(event), "yaml_key")
        if event.anchor not in self.anchors:
            raise refused(self._at(event), "yaml_alias", value=event.anchor)
        meant = self.anchors[event.anchor]
        if meant is None:
            raise refused(self._at(event), "yaml_ring", value=event.anchor)
        self._put(meant.value, meant.size, meant.height, event)

    def _put(self, value: Json, size: int, height: int, event: yaml.Event | None) -> None:
        """Puts a value where it belongs; an alias counts as all that it stands for."""
        if len(self.open) + height > limits.MAX_NESTING:
            raise refused(self._at(event), "too_nested", limit=limits.MAX_NESTING)
        if not self.open:
            self.tree.root = value
            return
        top = self.open[-1]
        top.size += size
        top.height = max(top.height, height + 1)
        self._count(size, event)
        if isinstance(top.container, list):
            top.container.append(value)
        elif top.key is not None:
            top.container[top.key] = value
            top.key = None

    def _count(self, size: int, event: yaml.Event | None) -> None:
        self.size += size if isinstance(event, yaml.AliasEvent) else 1
        if self.size > limits.MAX_VALUES:
            raise refused(self._at(event), "too_many_values", limit=limits.MAX_VALUES)

    def _wants_key(self) -> bool:
        top = self.open[-1] if self.open else None
        return top is not None and isinstance(top.container, dict) and top.key is None

    def _at(self, event: yaml.Event | None) -> Place:
        mark = getattr(event, "start_mark", None)
        return Place(file=self.tree.file.file, row=mark.line + 1 if mark else 0)
