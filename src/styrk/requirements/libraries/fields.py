"""One group of a file read field by field; what is wrong is noted where it stands."""

import re
from collections.abc import Mapping
from datetime import date

from styrk.requirements.libraries.problems import Place
from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.tree import Tree, plain, tidy

LANGUAGE = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*")
NORWEGIAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
YES = {"ja", "true", "yes", "x", "1"}
NO = {"nei", "false", "no", "0", "-"}


class Fields:
    """Takes fields out of a group. `rest` is what nobody took."""

    def __init__(self, tree: Tree, group: Mapping[str, Json], place: Place | None = None) -> None:
        self.tree = tree
        self.place = place or tree.place(group)
        self.problems = tree.problems
        self._left = dict(group)

    def wrong(self, key: str, code: str, **values: object) -> None:
        self.problems.add(self.place.at(key), code, **values)

    def take(self, key: str) -> Json:
        return self._left.pop(key, None)

    def peek(self, key: str) -> Json:
        """The value, left for `rest`."""
        return self._left.get(key)

    def rest(self) -> dict[str, Json]:
        return {key: plain(value) for key, value in self._left.items() if value is not None}

    def text(self, key: str) -> str:
        """A text, "" where there is none. Numbers and yes or no are taken as they were written."""
        value = self.take(key)
        if isinstance(value, dict | list):
            self.wrong(key, "not_text")
            return ""
        return tidy(written(value))

    def needed(self, key: str) -> str:
        told = self.text(key)
        if not told:
            self.wrong(key, "missing", value=key)
        return told

    def yes_no(self, key: str, *, otherwise: bool) -> bool:
        told = self.text(key).casefold()
        if told in YES:
            return True
        if told in NO:
            return False
        if told:
            self.wrong(key, "not_yes_no", value=told)
        return otherwise

    def day(self, key: str) -> date | None:
        told = self.text(key)
        found = as_date(told)
        if told and found is None:
            self.wrong(key, "not_date", value=told)
        return found

    def whole(self, key: str) -> int | None:
        told = self.text(key)
        if not told:
            return None
        if not re.fullmatch(r"-?[0-9]{1,9}", told):
            self.wrong(key, "not_whole", value=told)
            return None
        return int(told)

    def choice(self, key: str, codes: Mapping[str, str]) -> str:
        """One of our codes; `codes` has the words that files may use for them."""
        told = self.text(key).casefold()
        if told and told not in codes:
            self.wrong(key, "not_choice", value=told, known=", ".join(dict.fromkeys(codes)))
        return codes.get(told, "")

    def words(self, key: str) -> tuple[str, ...]:
        """A list of short texts, without blanks and repetitions."""
        told = [tidy(written(one)) for one in self.listed(key) if self._short(key, one)]
        return tuple(dict.fromkeys(word for word in told if word))

    def _short(self, key: str, value: Json) -> bool:
        if isinstance(value, dict | list):
            self.wrong(key, "not_text")
            return False
        return True

    def listed(self, key: str) -> list[Json]:
        value = self.take(key)
        if isinstance(value, list):
            return value
        if value is not None:
            self.wrong(key, "not_list")
        return []

    def group(self, key: str) -> dict[str, Json]:
        value = self.take(key)
        if isinstance(value, dict):
            return value
        if value is not None:
            self.wrong(key, "not_group")
        return {}

    def groups(self, key: str) -> list["Fields"]:
        """A list of groups. One group alone counts as a list of one."""
        value = self.take(key)
        one_by_one = value if isinstance(value, list) else [] if value is None else [value]
        found = []
        for number, one in enumerate(one_by_one):
            if isinstance(one, dict):
                found.append(Fields(self.tree, one, self._inside(one, f"{key}/{number}")))
            else:
                self.wrong(f"{key}/{number}", "not_group")
        return found

    def inner(self, key: str) -> "Fields":
        group = self.group(key)
        return Fields(self.tree, group, self._inside(group, key))

    def _inside(self, group: object, name: str) -> Place:
        """Where the file says the group is; else this place and the name."""
        place = self.tree.place(group)
        return self.place.at(name) if place == self.tree.file else place

    def left(self) -> list[str]:
        """The keys that nobody took."""
        return list(self._left)


def written(value: Json) -> str:
    """A single value as the file wrote it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def as_date(text: str) -> date | None:
    """31.12.2026 or 2026-12-31; else None."""
    if found := NORWEGIAN_DATE.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
