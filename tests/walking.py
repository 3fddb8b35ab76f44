"""All pages that a person's own pages lead to, and the words that stand in them."""

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

# Never said to a kommune: whose words they are.
FOREIGN = re.compile(
    r"\b(?:styrets?|styreleder\w*|styremøte\w*|styremedlem\w*|styrepakke\w*|styrevedtak\w*"
    r"|helseforetak\w*|rhf\w*|foretaksmøte\w*|oppdragsdokument\w*)\b",
    re.IGNORECASE,
)
# Pages that name them on purpose, and why.
ON_PURPOSE = {
    "forskriftskart:extent": "says what is enough here, and beside it what is in a helseforetak",
    "forskriftskart:rule": "shows the same rule before it is switched off",
    "forskriftskart:profile": "one says here which kind of organisation it is",
    "organisation:units": "names other organisations that use the same Styrk, as they are called",
    "organisation:unit": "the same",
    "inspections:share": "offers the levels of all organisations that one may share with",
    "requirements:authorities": "names the laws that authorities see to, as they are called",
    "overview:glossary": "says what the words of both kinds mean",
}


def foreign_in(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """By page, with some words around: what only health trusts have, said to a kommune."""
    found = {
        name: [words[max(at.start() - 60, 0) : at.end() + 20] for at in FOREIGN.finditer(words)]
        for name, words in pages.items()
        if name not in ON_PURPOSE
    }
    return {name: said for name, said in found.items() if said}


def walked(client: Client, start: str = "/min-side/") -> dict[str, str]:
    """One page of each kind, by the name of its address: what somebody reads there, or hears read."""
    waiting, met = [start], {}
    while waiting:
        path = waiting.pop(0)
        name = resolve(urlsplit(path).path).view_name
        if name not in met:
            answer = client.get(path, follow=True)
            met[name] = words_of(answer)
            waiting += _links(answer)
    return met


def words_of(answer: HttpResponse) -> str:
    """Neither addresses nor names of fields; nothing of a file."""
    if not _is_page(answer):
        return ""
    html = re.sub(
        r"<(script|style)\b.*?</\1>", " ", unescape(answer.content.decode()), flags=re.DOTALL
    )
    aloud = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', html)
    return " ".join(" ".join([re.sub(r"<[^>]*>", " ", html), *aloud]).split())


def _links(answer: HttpResponse) -> list[str]:
    if not _is_page(answer):
        return []
    found = re.findall(r'<a\b[^>]*\bhref="(/[^"#]*)', answer.content.decode())
    return [unescape(one) for one in found]


def _is_page(answer: HttpResponse) -> bool:
    return answer.headers["Content-Type"].startswith("text/html")
