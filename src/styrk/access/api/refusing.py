"""How an operation refuses, and what others raise is turned into (`ui.problems`)."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

from styrk.ui.problems import Fault, problem

logger = logging.getLogger(__name__)
# What every operation may answer instead.
REFUSED = frozenset({400, 401, 403, 404, 413, 422, 500})
# Of many faults the first, so that the answer is not larger than the question.
FAULTS = 1000
A_NUMBER = _("Skal være et tall, med høyst seks desimaler.")
TOO_MUCH = _("For mye: høyst %(most)s.")
EMPTY = _("Er tomt.")
ODD = _("Har feil form.")
# By how the kinds of pydantic begin.
WORDS = {
    "missing": _("Mangler."),
    "extra_forbidden": _("Dette feltet finnes ikke."),
    "not_text": _("Teksten har tegn som ikke kan lagres."),
    "decimal": A_NUMBER,
    "finite": A_NUMBER,
    "greater": A_NUMBER,
    "less": A_NUMBER,
    "date": _("Skal være en dato, som 2026-01-31."),
    "bool": _("Skal være true eller false."),
    "literal_error": _("Skal være en av: %(expected)s."),
    "too_long": TOO_MUCH,
    "string_too_long": TOO_MUCH,
    "too_short": EMPTY,
    "string_too_short": EMPTY,
}


class FaultShown(Schema):
    why: str
    detail: str
    row: int | None
    field: str | None


class Problem(Schema):
    """A refusal (RFC 9457). Nothing is stored."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FaultShown]


class Refusal(Exception):
    """The operation says no: with the status' own words where there is no `detail`."""

    def __init__(self, status: int, detail: str = "", errors: Sequence[Fault] = ()) -> None:
        super().__init__(status, detail)
        self.status, self.detail, self.errors = status, detail, errors


def handle_refusals(api: NinjaAPI) -> None:
    """Every way to fail has an answer, and none of them shows what went on inside."""
    api.add_exception_handler(Refusal, _refused)
    api.add_exception_handler(HttpError, _by_status)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(Http404, lambda request, _error: problem(request, 404))
    api.add_exception_handler(RequestDataTooBig, lambda request, _error: problem(request, 413))
    api.add_exception_handler(Exception, _failed)


def _refused(request: HttpRequest, refusal: Any) -> HttpResponse:
    errors = refusal.errors[:FAULTS]
    return problem(request, refusal.status, detail=refusal.detail, errors=errors)


def _by_status(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(request, error.status_code)


def _failed(request: HttpRequest, error: Any) -> HttpResponse:
    logger.error("%s %s failed", request.method, request.path, exc_info=error)
    return problem(request, 500)


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(request, 422, errors=list(_faults(error.errors[:FAULTS])))


def _faults(errors: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    for one in errors:
        # Where it was (body, query, path), the argument's name, and in it row and field.
        place = one["loc"][2:] if one["loc"][0] == "body" else one["loc"][1:]
        rows = [part for part in place if isinstance(part, int)]
        names = [part for part in place if isinstance(part, str)]
        yield Fault(
            one["type"],
            _words(one["type"], one.get("ctx") or {}),
            rows[0] if rows else None,
            names[0] if names else None,
        )


def _words(kind: str, about: Mapping[str, Any]) -> str:
    """In our words what pydantic found: the first beginning that fits."""
    fits = (words for beginning, words in WORDS.items() if kind.startswith(beginning))
    facts = {"expected": about.get("expected", ""), "most": about.get("max_length", "")}
    return str(next(fits, ODD)) % facts
