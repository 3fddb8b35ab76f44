"""The content of an årlig melding as plain data, and what is made of it."""

from styrk.core.frozen import as_json, digest_of
from styrk.requirements.annual.frozen import from_json
from styrk.requirements.annual.shape import (
    NONE_BELOW,
    ActionTold,
    Answer,
    Content,
    Document,
    Hearing,
    Lack,
    Numbers,
    Trouble,
)

__all__ = [
    "NONE_BELOW",
    "ActionTold",
    "Answer",
    "Content",
    "Document",
    "Hearing",
    "Lack",
    "Numbers",
    "Trouble",
    "as_json",
    "digest_of",
    "from_json",
]
