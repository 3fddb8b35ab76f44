"""Boxes that a higher app puts on the page of a record below it, through the door `panels`.

An app's module has `PANELS`: by kind of record, a function that is given the record and the request
of the one who looks, and gives a box or nothing. It asks by way of `core.trips`, so that all boxes of a
page ask together, and shows only what that person may see: a number counts what is in sight.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest

from styrk.core import doors
from styrk.core.trips import each, once, whole
from styrk.ui.menu import Text

# Said of a record, to the one who asks. The record and the request are of the apps' own types.
type Box = Callable[[Any, Any], Panel | None]


@dataclass(frozen=True)
class Offer:
    """Words in a box that the page's own form may take in, and a day it may propose.

    `key` is what the page keeps to remember which box was seen.
    """

    key: str
    text: str
    day: date | None = None


@dataclass(frozen=True)
class Panel:
    """A box: its heading, the template that draws what is in it as `panel`, and what it draws.

    `anchor` is the id of the box on the page. `offer` is what the page may take from it.
    """

    title: Text
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    anchor: str = ""
    offer: Offer | None = None


@dataclass(frozen=True)
class Line:
    """A record in a box that lists records: its name and address, what stands under it, its tags."""

    title: str
    href: str
    under: str = ""
    tags: Sequence[tuple[Text, str]] = ()


def listing(title: Text, lines: Sequence[Line], more: int = 0, anchor: str = "") -> Panel | None:
    """A box with a list of records, and how many `more` there are. No lines, no box."""
    if not lines:
        return None
    return Panel(title, "lines.html", {"lines": lines, "more": more}, anchor)


def panels_on(kind: str, record: object, request: HttpRequest) -> list[Panel]:
    """What the apps above have to say of the record, the lowest app first.

    What the boxes ask by way of `core.trips`, they ask together.
    """
    calls = [
        partial(once, (box, id(record)), partial(box, record, request)) for box in _boxes(kind)
    ]
    return [panel for panel in whole(lambda: each(*calls)) if panel]


def _boxes(kind: str) -> list[Box]:
    return [module.PANELS[kind] for module in doors.modules("panels") if kind in module.PANELS]
