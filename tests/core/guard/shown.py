"""Findings as the reader of a test wants them: the kind and the words."""

from styrk.core.guard import find


def shown(text: str) -> list[tuple[str, str]]:
    return [(finding.kind.value, text[finding.start : finding.end]) for finding in find(text)]
