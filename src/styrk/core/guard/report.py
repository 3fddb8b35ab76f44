"""The guard's answer for machines: one line of JSON per line of text."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from styrk.core.guard import find


def as_json_lines(lines: Iterable[str]) -> Iterator[str]:
    """Lines are counted from 1; offsets stand within the line without its line break."""
    for number, line in enumerate(lines, start=1):
        findings = [asdict(finding) for finding in find(line.rstrip("\r\n"))]
        yield json.dumps({"line": number, "findings": findings}, separators=(",", ":"))
