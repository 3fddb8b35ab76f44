"""What every page's frame needs. Asks the database nothing by itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.backends.utils import csrf_input
from django.urls import NoReverseMatch
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from styrk.core import doors
from styrk.ui.addresses import address_of
from styrk.ui.menu import Door, Entry, Text
from styrk.ui.preferences import SCHEMES, scheme

MELD = "incidents:report"
HOME = "overview:my_page"
# Pages the frame links to, by URL name; a link is left out where its page does not exist.
LINKS = {
    "messages": "messages:inbox",
    "sign_in": "access:sign_in",
    "sign_out": "access:sign_out",
    "switch": "access:switch",
    "language": "access:language",
    "scheme": "ui:scheme",
    "roles": "overview:roles",
    "glossary": "overview:glossary",
    "regulation": "forskriftskart:regulation",
}


@dataclass(frozen=True)
class Item:
    label: Text
    href: str
    current: bool


@dataclass(frozen=True)
class MenuDoor:
    key: str
    label: Text
    section: str
    items: tuple[Item, ...]

    @property
    def current(self) -> bool:
        return any(item.current for item in self.items)


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(entry for module in doors.modules("nav") for entry in module.ENTRIES)


def address(name: str) -> str | None:
    """The path of a URL name, or None where the app is not installed."""
    try:
        return address_of(name)
    except NoReverseMatch:
        return None


@dataclass(frozen=True)
class Frame:
    """What stands around every page. Templates read it as `frame`, which no page may call its own."""

    demo: bool
    home_url: str | None
    meld_url: str | None
    links: Mapping[str, str | None]
    language: str
    languages: Sequence[tuple[str, Text]]
    scheme: str
    schemes: Sequence[tuple[str, Text]]
    here: str
    path: str
    account_name: str = ""
    doors: tuple[MenuDoor, ...] = ()
    unread: Callable[[], int] = lambda: 0
    idle_seconds: int = 0


def page(request: HttpRequest) -> dict[str, Any]:
    return {"frame": around(request), **token(request)}


# What is there for somebody outside too, and how they leave: their browser is known, and asks for a code.
FOR_GUESTS = ("language", "scheme")
LEAVE = "inspections:leave"


def around(request: HttpRequest) -> Frame:
    person = getattr(request, "person", None)
    bare = frame(request)
    if person is None:
        return bare
    return replace(
        bare,
        account_name=str(person),
        doors=menu(request),
        unread=unread(request),
        idle_seconds=getattr(request, "idle_seconds", 0),
    )


def frame(request: HttpRequest) -> Frame:
    """The frame when nobody is known to be signed in, as on pages about errors.

    Around pages for somebody outside nothing leads to what is missing to them.
    """
    bare = _bare(request)
    guest = getattr(request, "guest", None)
    if guest is None:
        return bare
    links = {key: href if key in FOR_GUESTS else None for key, href in bare.links.items()}
    links["sign_out"] = address(LEAVE)
    return replace(bare, home_url=None, meld_url=None, account_name=guest.name, links=links)


def _bare(request: HttpRequest) -> Frame:
    return Frame(
        demo=settings.DEMO,
        home_url=address(HOME),
        meld_url=address(MELD),
        links={key: address(name) for key, name in LINKS.items()},
        language=get_language() or settings.LANGUAGE_CODE,
        languages=settings.LANGUAGES,
        scheme=scheme(request),
        schemes=SCHEMES,
        here=request.path,
        path=request.get_full_path(),
    )


def token(request: HttpRequest) -> dict[str, Any]:
    """The proof that a form is ours: made first when it is asked for, and once for all of a page."""
    return {
        "csrf_token": SimpleLazyObject(partial(get_token, request)),
        "csrf_input": SimpleLazyObject(partial(csrf_input, request)),
    }


def menu(request: HttpRequest) -> tuple[MenuDoor, ...]:
    """The four doors, always all four, each with the pages this person may open.

    Where one page's address begins another's, one is on the page that says most.
    """
    items = {door: tuple(shown(request, door)) for door in Door}
    under = [item.href for of_door in items.values() for item in of_door if item.current]
    here = max(under, key=len, default="")
    items = {
        door: tuple(replace(item, current=item.href == here) for item in of_door)
        for door, of_door in items.items()
    }
    return tuple(MenuDoor(door.value, door.label, door.section, items[door]) for door in Door)


def shown(request: HttpRequest, door: Door) -> Iterator[Item]:
    for entry in entries():
        href = address(entry.url) if entry.door == door and permitted(request, entry) else None
        if href:
            yield Item(entry.label, href, request.path.startswith(href))


def permitted(request: HttpRequest, entry: Entry) -> bool:
    standing = getattr(request, "standing", None)
    if entry.only and entry.only not in getattr(standing, "flavours", ()):
        return False
    if entry.permission is not None and not (standing and standing.allows(entry.permission)):
        return False
    return entry.opens is None or bool(standing and entry.opens(standing))


def unread(request: HttpRequest) -> Callable[[], int]:
    """The number of unread messages, counted first when the template asks."""
    known = getattr(request, "unread", 0)
    return known if callable(known) else lambda: known
