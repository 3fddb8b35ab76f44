"""A document as PDF (PDF/UA-1 and PDF/A-2a in one file), or as pictures of its pages.

typst is called here only. The texts go in as JSON and never become markup.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from styrk.core.papers.shape import Paper
from styrk.core.papers.wording import WORDS, printable

# Inter, as on the screen: charts are measured for it, and look the same here.
FONTS = [Path(__file__).with_name("fonts")]
LAYOUT = Path(__file__).with_name("layout.typ").read_bytes()
DRAWINGS = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#json(bytes(sys.inputs.svgs)).map(svg => image(bytes(svg), format: "svg")).join(pagebreak())
"""
STANDARDS = ["ua-1", "a-2a"]
# Its own types know one form of file at a time.
compiled: Callable[..., bytes | list[bytes]] = typst.compile


def pdf(paper: Paper) -> bytes:
    """The same paper gives the same bytes."""
    return _compiled(paper, "pdf", pdf_standards=STANDARDS)[0]


def pictures(paper: Paper, *, dots_per_inch: float = 72) -> list[bytes]:
    """Each page as PNG, to look at."""
    return _compiled(paper, "png", ppi=dots_per_inch)


def picture(svg: str, *, dots_per_inch: float = 192) -> bytes:
    """One drawing as PNG, for what cannot hold SVG. The same drawing gives the same bytes."""
    return drawings([svg], dots_per_inch=dots_per_inch)[svg]


def drawings(svgs: Iterable[str], *, dots_per_inch: float = 192) -> dict[str, bytes]:
    """The same for many at once, which takes a fraction of the time."""
    each = list(dict.fromkeys(svgs))
    if not each:
        return {}
    drawn = _set(DRAWINGS, {"svgs": json.dumps(each)}, format="png", ppi=dots_per_inch)
    return dict(zip(each, drawn, strict=True))


def _compiled(paper: Paper, form: str, **how: Any) -> list[bytes]:
    told = {"paper": json.dumps(_told(paper))}
    return _set(LAYOUT, told, format=form, timestamp=int(paper.at.timestamp()), **how)


def _set(layout: bytes, inputs: dict[str, str], **how: Any) -> list[bytes]:
    # Nothing from the machine: the same everywhere, and nothing to reach out for.
    found = compiled(layout, sys_inputs=inputs, font_paths=FONTS, ignore_system_fonts=True, **how)
    return found if isinstance(found, list) else [found]


def _told(paper: Paper) -> dict[str, Any]:
    told: dict[str, Any] = _data(paper)
    at = paper.at.astimezone(UTC)
    return told | {"at": [at.year, at.month, at.day], "words": WORDS[paper.language]}


def _data(value: Any) -> Any:
    """Plain data of a document: each part a dictionary that says its kind."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    if is_dataclass(value):
        parts = {one.name: _data(getattr(value, one.name)) for one in fields(value)}
        shares = {"shares": _data(getattr(value, "shares", ()))}
        return {"is": type(value).__name__.lower()} | parts | shares
    return None if isinstance(value, datetime) else value
