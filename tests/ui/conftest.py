"""Templates drawn with the real environment, and requests as the middleware leaves them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory


@pytest.fixture
def draw() -> Callable[..., str]:
    """`draw("{{ tag(x) }}", x="Ny")`: the text that comes out, without line breaks at its ends."""
    env = engines["jinja2"].env
    return lambda source, **values: env.from_string(source).render(**values).strip()


@dataclass
class Standing:
    codes: frozenset[str] = frozenset()

    def allows(self, code: str) -> bool:
        return code in self.codes


@pytest.fixture
def ask() -> Callable[..., HttpRequest]:
    """`ask("/sti/", person="Ida Berg")`: a request; what is named becomes attributes of it."""

    def request(
        path: str = "/", *, headers: dict[str, str] | None = None, **attributes: Any
    ) -> HttpRequest:
        made = RequestFactory().get(path, headers=headers)
        made._messages = ()
        for name, value in ({"standing": Standing()} | attributes).items():
            setattr(made, name, value)
        return made

    return request
