"""What an app's `nav` door holds: entries for the menu's four doors."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Text = str | Promise


class Door(StrEnum):
    """The four duties of the forskrift, §§ 6-9, as the menu shows them."""

    PLAN = "plan"
    DO = "do"
    EVALUATE = "evaluate"
    CORRECT = "correct"

    @property
    def label(self) -> Text:
        return LABELS[self]

    @property
    def section(self) -> str:
        return SECTIONS[self]


LABELS: dict[Door, Text] = {
    Door.PLAN: _("Planlegge"),
    Door.DO: _("Gjennomføre"),
    Door.EVALUATE: _("Evaluere"),
    Door.CORRECT: _("Korrigere"),
}
SECTIONS = {Door.PLAN: "§ 6", Door.DO: "§ 7", Door.EVALUATE: "§ 8", Door.CORRECT: "§ 9"}


@dataclass(frozen=True)
class Link:
    """A way to another record: what it is called and its address."""

    label: Text
    href: str


@dataclass(frozen=True)
class Entry:
    """One page in the menu: `url` is a URL name, `permission` a code or None for everybody.

    `only`: the kind of organisation whose people it is for; empty for everybody. `opens`: whether there is
    something on it for the one whose standing it is given, where the permission alone does not say.
    """

    door: Door
    label: Text
    url: str
    permission: str | None = None
    only: str = ""
    opens: Callable[[Any], bool] | None = None
