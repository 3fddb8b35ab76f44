"""The description of the program interface (OpenAPI 3.1), made from the operations themselves."""

from collections.abc import Iterator
from typing import Any

from styrk.overview.api.interface import API
from styrk.ui.calls import ROOT
from styrk.ui.problems import CONTENT_TYPE

type Told = dict[str, Any]


def described() -> Told:
    told: Told = dict(API.get_openapi_schema(path_prefix=ROOT))
    for _path, _method, operation in each(told):
        for status, answer in operation["responses"].items():
            if int(status) >= 400:
                answer["content"] = {CONTENT_TYPE: answer["content"]["application/json"]}
    return told


def each(told: Told) -> Iterator[tuple[str, str, Told]]:
    """Every operation: its path, its method, and what is told of it."""
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            yield path, method.upper(), operation
