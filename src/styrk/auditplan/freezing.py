"""What a revisjonsplan says, as plain data: drawn on its page, and frozen with a hash when approved."""

import hashlib
import json
from typing import Any

from styrk.auditplan.models import AuditPlan, PlanLine, Recommendation, Wish

type Said = dict[str, Any]


def content(plan: AuditPlan) -> Said:
    """All that it says. Its lines and wishes come as they were fetched with it."""
    return {
        "unit": plan.unit.name,
        "year": plan.year,
        "reason": plan.reason,
        "wishes_until": plan.wishes_until.isoformat(),
        "lines": lines_told(plan),
        "wishes": [_wish(one) for one in plan.wishes.all()],
        "recommendations": [_recommended(one) for one in plan.recommendations.order_by("pk")],
    }


def digest(said: Said, before: str) -> str:
    """SHA-256 of the content in one way of writing, and of the digest of the one before."""
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{written}".encode()).hexdigest()


def lines_told(plan: AuditPlan) -> list[Said]:
    return [line_told(one) for one in plan.lines.all()]


def line_told(one: PlanLine) -> Said:
    return {
        "uuid": str(one.uuid),
        "kind": one.kind,
        "title": one.title,
        "about": one.about,
        "why": one.why,
        "units": [place.unit.name for place in one.places.all()],
        "criteria": [str(held.requirement) for held in one.criteria.all()],
        "criteria_words": one.criteria_words,
        "quarter": one.quarter,
        "moved_from": one.moved_from,
        "state": one.state,
        "reason": one.reason,
    }


def _wish(one: Wish) -> Said:
    return {
        "party": one.party,
        "unit": one.unit.name,
        "title": one.title,
        "text": one.text,
        "on_behalf": one.on_behalf,
        "state": one.state,
        "answer": one.answer,
    }


def _recommended(one: Recommendation) -> Said:
    return {
        "body": one.body,
        "held_on": one.held_on.isoformat(),
        "words": one.words,
        "on_behalf": one.on_behalf,
        "version": one.version,
    }
