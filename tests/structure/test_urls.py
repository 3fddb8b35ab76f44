"""Every address has a rule for who may see it."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from styrk.access.permissions import Permission

# "token": each operation of the program interface has its own rule (tests/structure/test_api.py).
# "invited": somebody outside, to one record (tests/inspections/test_guests.py).
RULES = {"public", "signed_in", "invited", "token", *Permission}
# Open to everybody, signed in or not. Each one is a decision.
PUBLIC = {
    "access:sign_in": "the way in",
    "access:sign_out": "the way out, also when the session has ended",
    "access:switch": "the way out, also when the session has ended",
    "access:draft": "keeps what was typed also when the session is locked; kept for nobody else",
    "access:language": "a choice for one's own browser",
    "api:documentation": "how other systems deliver and fetch, for whoever makes them",
    "api:openapi": "the same for programs: shapes, no data",
    "demo:people": "only in a demo, else missing",
    "demo:be": "only in a demo, else missing",
    "demo:look": "only in a demo, else missing",
    "feedback:open": "patients and next of kin tell a unit something, where its leader has opened it",
    "feedback:answered": "the one who told, by a secret address",
    "feedback:shown": "what was changed, where the leader lets everybody read it",
    "inspections:arrive": "somebody outside, by a personal address that works once",
    "inspections:code": "the code of one who came by it; else missing",
    "overview:front": "sends on to Min side or to the sign-in",
    "overview:health": "for the one who watches the server",
    "ui:gallery": "the components, with invented content",
    "ui:scheme": "a choice for one's own browser",
}


def addresses(
    resolver: URLResolver | None = None, before: str = "", space: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """Every address: its path, its name with the app's, and the pattern."""
    for one in (resolver or get_resolver()).url_patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one, path, one.namespace or space)
        else:
            yield path, f"{space}:{one.name}" if space else str(one.name), one


ALL = list(addresses())


def test_there_are_addresses():
    assert len(ALL) > 10


@pytest.mark.parametrize(("path", "name", "pattern"), ALL, ids=[name for _, name, _ in ALL])
def test_every_address_has_a_rule(path, name, pattern):
    rule = getattr(pattern.callback, "rule", None)

    assert rule in RULES, (
        f"/{path} ({name}): put @allowed(Permission.…), @signed_in or @public on the view, "
        "outermost of the decorators that wrap it."
    )


def test_what_is_public_is_decided():
    public = {name for _, name, pattern in ALL if getattr(pattern.callback, "rule", "") == "public"}

    assert public <= set(PUBLIC), (
        f"{sorted(public - set(PUBLIC))}: is it right that everybody may open it? "
        "Then write the reason in PUBLIC; else use @signed_in or @allowed."
    )


def test_the_public_list_is_still_needed():
    names = {name for _, name, _ in ALL}

    assert not set(PUBLIC) - names, f"{sorted(set(PUBLIC) - names)}: gone, take it out of PUBLIC"


def test_addresses_are_plain_letters():
    odd = [path for path, _, _ in ALL if not path.isascii()]

    assert not odd, f"{odd}: use ASCII in addresses, they are read aloud and typed"


FIXED = [(path, name) for path, name, _ in ALL if "<" not in path and name not in PUBLIC]


@pytest.mark.parametrize(("path", "name"), FIXED, ids=[name for _, name in FIXED])
def test_signed_out_nobody_gets_in(page, path, name):
    answer = page().get(f"/{path}")

    if path.startswith("api/"):
        assert answer.status_code == 401, f"/{path} ({name}) answers {answer.status_code}"
        return
    assert answer.status_code in {302, 404, 405}, f"/{path} ({name}) answers {answer.status_code}"
    if answer.status_code == 302:
        assert answer["Location"].startswith(("/logg-inn/", "/min-side/")), answer["Location"]
