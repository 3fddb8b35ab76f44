"""A link to a file has `download`: so that it says that it is on its way, and how long it takes."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import styrk
from tests.structure.test_urls import ALL

TEMPLATES = sorted(Path(styrk.__file__).parent.glob("*/templates/**/*.html"))
LINK = re.compile(r"<a\b(?:\{\{.*?\}\}|\{%.*?%\}|[^>])*>|\{\{ \w+_button\(.*?\) \}\}")
NAME = re.compile(r'url\("([a-z_]+:[a-z_]+)"')


def files() -> set[str]:
    """The names of the addresses that answer with a file."""
    return {name for _path, name, pattern in ALL if _is_file(inspect.unwrap(pattern.callback))}


def _is_file(view) -> bool:
    """Whether it, or what it calls in its own module, makes an attachment."""
    module = inspect.getmodule(view)
    made = [
        name
        for name, one in inspect.getmembers(module, inspect.isfunction)
        if inspect.getmodule(one) is module and "attachment; filename" in _source(one)
    ]
    return any(re.search(rf"\b{name}\(", _source(view)) for name in made)


def _source(function) -> str:
    return inspect.getsource(inspect.unwrap(function))


def links() -> Iterator[tuple[str, str, str]]:
    """Each link of each template: where it stands, the address it names, and all of it."""
    for template in TEMPLATES:
        for link in LINK.findall(template.read_text()):
            for name in NAME.findall(link):
                yield template.name, name, link


def test_every_link_to_a_file_says_that_it_is_one():
    found = files()
    to_files = [one for one in links() if one[1] in found]

    assert {"review:file", "requirements:annual_file", "indicators:export"} <= found
    assert {name for _where, name, _link in to_files} == found
    wrong = [
        f"{where}: {link[:120]}"
        for where, _name, link in to_files
        if " download" not in link and not link.startswith("{{ file_button(")
    ]
    assert wrong == []
