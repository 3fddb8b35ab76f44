"""The content as JSON, back again, and its digest."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from styrk.requirements.annual.shape import (
    ActionTold,
    Answer,
    Content,
    Document,
    Hearing,
    Lack,
    Numbers,
    Trouble,
)

type Json = dict[str, Any]


def as_json(content: Content) -> Json:
    """Plain JSON, the same before and after the database has held it."""
    plain: Json = json.loads(json.dumps(asdict(content)))
    return plain


def digest_of(content: Content) -> str:
    """SHA-256 of the content."""
    told = json.dumps(asdict(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def from_json(told: Json) -> Content:
    return Content(
        **told
        | {
            "hearings": tuple(Hearing(**one) for one in told["hearings"]),
            "documents": tuple(_document(one) for one in told["documents"]),
        }
    )


def _document(told: Json) -> Document:
    return Document(**told | {"answers": tuple(_answer(one) for one in told["answers"])})


def _answer(told: Json) -> Answer:
    return Answer(
        **told
        | {
            "below": Numbers(**told["below"]),
            "lacks": tuple(Lack(**one) for one in told["lacks"]),
            "troubles": tuple(Trouble(**one) for one in told["troubles"]),
            "actions": tuple(ActionTold(**one) for one in told["actions"]),
        }
    )
