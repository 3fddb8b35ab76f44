"""Test clients: signed in without a password, and one that checks every page it gets."""

import re
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from psycopg import Cursor

from styrk.access.models import Account, Draft
from styrk.core import scope
from styrk.organisation.models import Person
from tests import markup
from tests.world import SECRET

BACKEND = "styrk.access.backends.LocalBackend"
PASSWORD = "fire trege elger danser"
TAKEN_ALONG = ("neste", "carried")
SETTINGS = (
    "styrk.person",
    "styrk.posts",
    "styrk.posts_chair",
    "styrk.posts_reception",
    "styrk.posts_committee",
    "styrk.guest",
    *(f"styrk.units_{kind}" for kind in scope.KINDS),
)


def signed_in[C: Client](client: C, person: Person | None) -> C:
    """The client with a session of the person's, or of nobody's."""
    if person:
        client.force_login(Account.objects.get(person=person), BACKEND)
    return client


def unlocked(client: Client, sent: HttpResponse, person: Person) -> HttpResponse:
    """The answer after signing in on the page that `sent` shows, with what was typed."""
    account = Account.objects.get(person=person)
    account.password = make_password(PASSWORD, hasher="md5")
    account.save()
    html = sent.content.decode()
    taken = {name: html.split(f'name="{name}" value="')[1].split('"')[0] for name in TAKEN_ALONG}
    return client.post("/logg-inn/", taken | {"username": account.username, "password": PASSWORD})


def fetched(client: Client, address: str, **fields: Any) -> dict[str, Any]:
    """The fields as they are sent from the page that the client has just fetched."""
    text = client.get(address).content.decode()
    own = {name: re.search(rf'name="{name}" value="([\w-]*)"', text) for name in ("stand", "once")}
    return {name: found[1] for name, found in own.items() if found} | fields


def yes_to(shown: HttpResponse) -> dict[str, str]:
    """What is sent by saying yes to the preview of files; nothing where there is none."""
    found = re.findall(r'name="(forhand|stand)" value="([^"]*)"', shown.content.decode())
    return dict(found)


def filled_in(client: Client, address: str, **fields: Any) -> HttpResponse:
    """The answer when the form of a page is sent with these fields, as it has just been fetched."""
    return client.post(address, fetched(client, address, **fields))


def sent_twice(client: Client, page: str, address: str = "", **fields: Any) -> str:
    """The page one comes to the second time, where the form of a page is sent twice as it is."""
    sent = fetched(client, page, **fields)
    first, again = (client.post(address or page, sent) for _ in range(2))
    assert (first.status_code, again.status_code) == (302, 302)
    assert first["Location"] == again["Location"]
    return client.get(again["Location"]).content.decode()


class PageClient(Client):
    """A client that refuses a page with something wrong in it, or with the neighbour's secrets."""

    def __init__(self, *, may_see_neighbour: bool) -> None:
        super().__init__()
        self.may_see_neighbour = may_see_neighbour

    def request(self, **request: Any) -> HttpResponse:
        response = super().request(**request)
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            self._check(response, fragment=request.get("HTTP_HX_REQUEST") == "true")
        return response

    def _check(self, response: HttpResponse, *, fragment: bool) -> None:
        html = response.content.decode(response.charset)
        where = f"{response.request['REQUEST_METHOD']} {response.request['PATH_INFO']}"
        whole = not fragment or "<html" in html
        found = markup.problems(html, whole=whole) if html else []
        if response.status_code == 422 and _is_gone(response.request["PATH_INFO"], html):
            found.append("what was refused is not kept as a draft: answer by `acting.with_form`")
        if SECRET in html and not self.may_see_neighbour:
            found.append(f"shows the neighbour trust's text: …{_around(html)}…")
        assert not found, f"{where}:\n" + "\n".join(f"- {one}" for one in found)


def _is_gone(path: str, html: str) -> bool:
    """Whether a kept form was sent there, and refused, and its words lie nowhere."""
    forms = [one.attributes for one in markup.Page(html).forms if "data-autosave" in one.attributes]
    if path not in {one.get("action", "").partition("?")[0] for one in forms}:
        return False
    with scope.acting(scope.SYSTEM):
        return not Draft.objects.filter(path=path).exists()


def _around(html: str) -> str:
    at = html.index(SECRET)
    return html[max(0, at - 80) : at + 40]


class OwnTransactions:
    """A request of a test starts as if in a transaction of its own: with nothing to be seen.

    The test's one transaction holds all its requests, so what one set would reach the next.
    Straight to psycopg, so that these statements are not counted as the page's.
    """

    def __init__(self) -> None:
        self.outer: tuple[scope.Scope, list[str]] | None = None

    def before(self, **_: object) -> None:
        if connection.in_atomic_block:
            self.outer = scope.current(), self._set([""] * len(SETTINGS))
            scope.forget()

    def after(self, **_: object) -> None:
        if self.outer and connection.in_atomic_block and not connection.needs_rollback:
            was, values = self.outer
            self._set(values)
            scope._current.set(was)
        self.outer = None

    def _set(self, values: list[str]) -> list[str]:
        """Set the settings; gives what they were."""
        reads = ", ".join(["coalesce(current_setting(%s, true), '')"] * len(SETTINGS))
        writes = ", ".join(["set_config(%s, %s, true)"] * len(SETTINGS))
        with Cursor(connection.connection) as cursor:
            before = cursor.execute(f"SELECT {reads}", SETTINGS).fetchone()
            pairs = zip(SETTINGS, values, strict=True)
            cursor.execute(f"SELECT {writes}", [part for pair in pairs for part in pair])
        return list(before or [])
