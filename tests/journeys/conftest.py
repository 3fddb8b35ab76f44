import os
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, sync_playwright

from tests import browser as browsers
from tests.clients import signed_in
from tests.journeys import site as sites
from tests.journeys.visitor import DESKTOP, Visitor

ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic"),
)
# Playwright leaves a loop running in this thread, and Django asks about it at every question.
UNASKED = "DJANGO_ALLOW_ASYNC_UNSAFE"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    before = os.environ.get(UNASKED)
    os.environ[UNASKED] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browsers.path(), args=list(ARGUMENTS))
        yield started
        started.close()
    if before is None:
        del os.environ[UNASKED]


@pytest.fixture
def site(transactional_db, settings, tmp_path, world, stopped_clock) -> Iterator[str]:
    """The small world, served on a port of its own; everything that is done there is kept."""
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    storages = {name: dict(one) for name, one in settings.STORAGES.items()}
    storages["default"]["OPTIONS"] = {"location": str(tmp_path / "files")}
    settings.STORAGES = storages
    with sites.running() as address:
        yield address


@pytest.fixture
def visitor(browser, site, world) -> Iterator[Callable[..., Visitor]]:
    """`visitor("nurse", view=PHONE)`: that person's window; `visitor()` has not signed in."""
    windows: list[Visitor] = []

    def arrive(key: str | None = None, **how) -> Visitor:
        window = Visitor(browser, site, **{"view": DESKTOP} | how)
        windows.append(window)
        if key:
            client = signed_in(Client(), world.people[key])
            window.with_session(client.cookies["styrk_session"].value)
        return window

    yield arrive
    for window in windows:
        window.leaves()
