"""The content of an årlig melding as plain data, and what is made of it."""

from styrk.core.frozen import as_json, digest_of
from styrk.requirements.annual.frozen import from_json
from styrk.requirements.annual.shape import (
    NONE_BELOW,
    ActionTold,
    Answer,
    Asked,
    Content,
    Document,
    Given,
    Hearing,
    Lack,
    Numbers,
    Trouble,
    Word,
)

__all__ = [
    "NONE_BELOW",
    "ActionTold",
    "Answer",
    "Asked",
    "Content",
    "Document",
    "Given",
    "Hearing",
    "Lack",
    "Numbers",
    "Trouble",
    "Word",
    "as_json",
    "digest_of",
    "from_json",
]
