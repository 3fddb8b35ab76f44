"""What other systems ask by the program interface: no page, no cookie, and their own language."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

ROOT = "/api/v1/"
# How others write ours.
ALSO = {"no": "nb"}


def is_call(request: HttpRequest) -> bool:
    """Whether the one who asks is another system, and is to be answered as one."""
    return request.path_info.startswith(ROOT)


def language_asked(request: HttpRequest) -> str:
    """The first of `Accept-Language` that we have, else bokmål."""
    ours = dict(settings.LANGUAGES)
    return next((code for code in _asked(request) if code in ours), settings.LANGUAGE_CODE)


def _asked(request: HttpRequest) -> Iterator[str]:
    for tag, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        word = tag.split("-")[0]
        yield ALSO.get(word, word)
