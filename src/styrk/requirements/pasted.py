"""A document's text as it is pasted, as requirements. Pure."""

import re
from collections.abc import Iterator

from styrk.requirements.types import Wording

PARAGRAPHS = re.compile(r"\n[ \t]*\n+")
# "3", "3.2", "3.2.", "a)", "§ 3" in front of the text.
POINT = re.compile(r"(§ ?\d+(?: [a-z])?|\d+(?:\.\d+)*|[a-z](?=\)))[.)]?[ \t]+(?=\S)")
HEADING = "#"


def requirements(text: str, *, kind: str, rhythm: str, taken: int = 0) -> Iterator[Wording]:
    """One for each paragraph, under the last heading before it.

    Those without a point of their own are counted on from `taken`, as "p4".
    """
    heading = ""
    paragraphs = PARAGRAPHS.split(text.replace("\r\n", "\n").strip())
    for number, paragraph in enumerate(filter(None, map(str.strip, paragraphs)), start=taken + 1):
        is_heading = paragraph.startswith(HEADING)
        told = " ".join(paragraph.lstrip(f"{HEADING} ").split()) if is_heading else paragraph
        found = POINT.match(told)
        point = found[1] if found else ""
        ref, said = point or f"p{number}", told[found.end() :] if found else told
        if is_heading:
            heading = ref
            yield Wording(ref=ref, point=point, title=said, text="")
        else:
            yield Wording(
                ref=ref,
                point=point,
                title="",
                text=said,
                parent_ref=heading,
                kind=kind,
                rhythm=rhythm,
            )
