"""Answers: a whole page, or the one block of it that HTMX asked for."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.template.backends.jinja2 import Template
from django.utils.cache import patch_vary_headers
from jinja2_fragments import render_block

# Given to every page by the frame and by Django, which would hide a page's own without a word.
TAKEN = frozenset(
    {"frame", "request", "csrf_input", "csrf_token", "messages", "DEFAULT_MESSAGE_LEVELS"}
)


class Taken(Exception):
    """A page calls one of its values by a name that every page has already."""


def wants_fragment(request: HttpRequest) -> bool:
    """Whether HTMX will put the answer into a part of the page that is already open."""
    return (
        request.headers.get("HX-Request") == "true"
        and request.headers.get("HX-Request-Type") != "full"
        and request.headers.get("HX-Boosted") != "true"
        and request.headers.get("HX-History-Restore-Request") != "true"
    )


def render(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    fragment: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page `template`, or only its block `fragment` when the request came from HTMX."""
    values = dict(context or {})
    if taken := TAKEN & values.keys():
        raise Taken(", ".join(sorted(taken)))
    if fragment and wants_fragment(request):
        content = block(request, template, fragment, values)
    else:
        content = loader.render_to_string(template, values, request)
    response = HttpResponse(content, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def block(request: HttpRequest, template: str, name: str, context: dict[str, Any]) -> str:
    found = cast("Template", loader.get_template(template))
    values = context | {"request": request}
    for processor in found.backend.template_context_processors:
        values |= processor(request)
    return render_block(found.template.environment, template, name, values)
