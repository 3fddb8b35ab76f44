"""What a review says, as plain data: drawn on its page, and frozen with a hash when it is signed."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from styrk.actions.models import Action
from styrk.appraisal.gathering import decided
from styrk.appraisal.models import Appraisal, Input, Participant, Verdict
from styrk.appraisal.rules import is_top
from styrk.core import clock

type Said = dict[str, Any]


def content(appraisal: Appraisal, actions: Iterable[Action], unheard: str = "") -> Said:
    """All that it says: its ground, who took part, what was judged and what was decided."""
    return {
        "unit": appraisal.unit.name,
        **({} if is_top(appraisal.unit) else {"below": True}),
        "year": appraisal.year,
        "number": appraisal.number,
        "gathered_on": clock.day(appraisal.gathered_at).isoformat(),
        "material": appraisal.material,
        "participants": [_participant(one) for one in appraisal.participants.all()],
        "unheard": unheard,
        "to_board": appraisal.to_board,
        "to_staff": appraisal.to_staff,
        "verdicts": {one.item: _verdict(one) for one in appraisal.verdicts.all()},
        "inputs": {one.item: _input(one) for one in appraisal.inputs.all()},
        "decisions": decided(actions),
    }


def digest(said: Said, before: Appraisal | None) -> str:
    """SHA-256 of the content in one way of writing, and of the digest of the one before."""
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before.digest if before else ''}\n{written}".encode()).hexdigest()


def _participant(one: Participant) -> Said:
    return {
        "party": one.party,
        "who": one.who,
        "held_on": one.held_on.isoformat(),
        "said": one.said,
    }


def _input(one: Input) -> Said:
    return {"text": one.text, "by": one.by.name, "at": one.at.isoformat()}


def _verdict(one: Verdict) -> Said:
    return {
        "works": one.works,
        "comment": one.comment,
        "by": one.by.name,
        "at": one.at.isoformat(),
    }
