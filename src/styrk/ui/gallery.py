"""What the gallery shows: one example of every component, with made-up content."""

from typing import Any


def examples() -> dict[str, Any]:
    return {}
