"""Is there a browser to drive? Where there is none, its tests are left out, and that is said once."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "The browser tests were left out: no Chromium was found."
    " Install it (Debian: apt-get install chromium) or name it in STYRK_CHROMIUM."
)


def path() -> str | None:
    """The browser's program, or None."""
    return os.environ.get("STYRK_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    driven = [item for item in items if item.get_closest_marker("browser")]
    if driven and not path():
        for item in driven:
            item.add_marker(pytest.mark.skip(reason=MISSING))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if any(MISSING in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(MISSING, yellow=True)
