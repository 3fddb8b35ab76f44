"""What a plan says, as plain data: drawn on its page, and frozen with a hash when it is approved."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from styrk.plans.models import Ground, Hearing, Plan, PlanItem

type Told = dict[str, Any]


def content(
    plan: Plan,
    items: Iterable[PlanItem],
    hearings: Iterable[Hearing],
    grounds: Iterable[Ground],
    unheard: str = "",
) -> Told:
    """All that the version says: its items in the order of priority, what it builds on, and who was heard,
    or why nobody.
    """
    said = {"unheard": unheard} if unheard else {}
    return said | {
        "unit": plan.unit.name,
        "year": plan.year,
        "version": plan.version,
        "items": [told(item) for item in items],
        "hearings": heard(hearings),
        "grounds": built_on(grounds),
    }


def digest(said: Told, before: Plan | None) -> str:
    """SHA-256 of the content in one way of writing, and of the digest of the version before."""
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before.digest if before else ''}\n{written}".encode()).hexdigest()


def told(item: PlanItem) -> Told:
    kind, subject = _subject(item)
    return {
        "uuid": str(item.uuid),
        "kind": kind,
        "subject": str(subject.uuid) if subject else "",
        "title": str(item),
        "owner": subject.owner.name if subject and subject.owner else "",
        "note": item.note,
        "state": item.state,
        "reason": item.reason,
        "until": item.deferred_until.isoformat() if item.deferred_until else "",
        "cost": f"{item.cost:.2f}" if item.cost is not None else "",
        "funding": item.funding,
        "from_above": item.above.plan.unit.name if item.above else "",
        "carried": item.before_id is not None,
    }


def _subject(item: PlanItem) -> tuple[str, Any]:
    """What the item is about; an action that the reader may not see is known by its title alone."""
    for kind in ("goal", "placement", "action"):
        if getattr(item, f"{kind}_id"):
            return kind, getattr(item, kind)
    return "words", None


def heard(hearings: Iterable[Hearing]) -> list[Told]:
    return [
        {
            "party": one.party,
            "who": one.who,
            "held_on": one.held_on.isoformat(),
            "said": one.said,
            "outcome": one.outcome,
        }
        for one in hearings
    ]


def built_on(grounds: Iterable[Ground]) -> list[Told]:
    return [
        {"source": one.source, "what": one.what, "showed": one.showed, "uuid": str(one.uuid)}
        for one in grounds
    ]
