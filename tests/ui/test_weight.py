"""A first visit fetches everything the frame names; the budget is for a phone on a bad network."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from styrk.ui import views

FIRST_VISIT = 120_000
LATER_VISIT = 15_000


@pytest.fixture
def frame(ask, settings) -> str:
    settings.ROOT_URLCONF = "tests.ui.urlconf"
    return views.not_found(ask(person="Ida Berg")).content.decode()


def content(name: str) -> bytes:
    return Path(finders.find(name)).read_bytes()


def compressed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def files(html: str) -> list[str]:
    return sorted(set(re.findall(r'(?:src|href)="/static/([^"]+)"', html)))


def test_a_first_visit_is_light(frame):
    named = files(frame)
    assert {"styrk.css", "styrk.js", "favicon.svg", "vendor/htmx.min.js"} <= set(named)

    sizes = {name: compressed(content(name)) for name in named}

    assert sum(sizes.values()) + compressed(frame.encode()) < FIRST_VISIT, sizes


def test_a_later_visit_fetches_only_the_page(frame):
    assert compressed(frame.encode()) < LATER_VISIT


def test_what_the_stylesheet_fetches_is_preloaded(frame):
    css = content("styrk.css").decode()

    fetched = set(re.findall(r'url\("(?!data:)([^"]+)"\)', css))

    assert fetched <= set(files(frame))


def test_no_file_points_to_a_source_map():
    for name in ("vendor/designsystemet.css", "vendor/htmx.min.js", "styrk.css", "styrk.js"):
        assert b"sourceMappingURL" not in content(name)
