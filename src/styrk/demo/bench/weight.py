"""What a visit to a page brings over the network, as it is sent to a browser."""

import gzip
import re
from collections.abc import Callable
from typing import Any

from django.conf import settings

from styrk.demo.bench.visitor import Answer

NAMED = re.compile(r'(?:src|href)="(' + re.escape(settings.STATIC_URL) + r'[^"]+)"')
# Kept by the browser without asking again.
KEPT = "immutable"
GZIP = b"\x1f\x8b"


def of(answer: Answer, get: Callable[[str], Answer]) -> dict[str, Any]:
    """Bytes of the page as sent and as gzip makes it, and of the files of a first and a later visit."""
    files = {address: get(address) for address in sorted(_files(answer))}
    later = {a: f for a, f in files.items() if KEPT not in f.headers.get("Cache-Control", "")}
    return {
        "sent": len(answer.body),
        "gzip": _compressed(answer),
        "files": {address: len(file.body) for address, file in files.items()},
        "asked_again": sum(len(file.body) for file in later.values()),
    }


def _files(answer: Answer) -> set[str]:
    """What the page names. What the stylesheets fetch, it preloads (a test of `ui` holds that)."""
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return set()
    return set(NAMED.findall(_html(answer)))


def _html(answer: Answer) -> str:
    packed = answer.body.startswith(GZIP)
    return (gzip.decompress(answer.body) if packed else answer.body).decode(errors="replace")


def _compressed(answer: Answer) -> int:
    if answer.headers.get("Content-Encoding"):
        return len(answer.body)
    return len(gzip.compress(answer.body, 6))
