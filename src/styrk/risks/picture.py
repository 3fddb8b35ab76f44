"""What stands in a unit's risk picture, and its hash.

It is compared with the unit's picture of the tertial before. Two ratings in different matrices are
never compared: then the picture says just that.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, QuerySet

from styrk.organisation.models import Unit
from styrk.organisation.rules import in_force
from styrk.risks.models import Proposal, Rating, Risk, RiskAction, Snapshot
from styrk.risks.states import BECAME, LIVE, Kind, Zone
from styrk.risks.upward import as_action

# Red risks below the unit that are named; the rest are counted.
NAMED_BELOW = 20

type Told = dict[str, Any]
# What is frozen today that the first pictures were frozen without.
LATER_RISK: Told = {"place": [], "matrix_id": 0, "scale": "", "treated": True}
LATER_SOURCE: Told = {"actions": [], "ended": ""}
LATER_BELOW: Told = {"apart": []}


def read(frozen: Snapshot) -> Told:
    """The content of a picture in the shape of today's, whenever it was frozen."""
    risks = [
        {
            **LATER_RISK,
            **told,
            "sources": [{**LATER_SOURCE, **source} for source in told["sources"]],
        }
        for told in frozen.content["risks"]
    ]
    below = {**LATER_BELOW, **frozen.content["below"]}
    return {**frozen.content, "risks": risks, "below": below}


def content(unit: Unit, before: Snapshot | None, on: date) -> Told:
    """The unit's own risks, the gravest first, what changed since `before`, and what is red below."""
    was = {told["uuid"]: told for told in read(before)["risks"]} if before else {}
    risks = sorted((_risk(risk, was) for risk in _own(unit)), key=lambda told: -told["score"])
    here = {told["uuid"] for told in risks}
    return {
        "unit": unit.name,
        "counts": _counts(told["zone"] for told in risks),
        "risks": risks,
        "gone": [_gone(told) for uuid, told in was.items() if uuid not in here],
        "below": _below(unit, on),
    }


def digest(told: Told, before: Snapshot | None) -> str:
    """SHA-256 of the content in one way of writing, and of the digest of the picture before."""
    written = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before.digest if before else ''}\n{written}".encode()).hexdigest()


def _own(unit: Unit) -> QuerySet[Risk]:
    asked = ("unit", "owner", "current__matrix", "acceptance__by")
    return (
        Risk.objects.filter(unit=unit, state__in=LIVE)
        .select_related(*asked)
        .prefetch_related(
            Prefetch("ratings", Rating.objects.select_related("matrix").order_by("-pk")),
            Prefetch(
                "actions",
                RiskAction.objects.select_related("action__owner").order_by("action__due"),
            ),
            Prefetch("sources", Proposal.objects.filter(state__in=BECAME).order_by("pk")),
        )
        .order_by("pk")
    )


def _risk(risk: Risk, was: Mapping[str, Told]) -> Told:
    accepted = risk.acceptance
    return {
        "uuid": str(risk.uuid),
        "title": risk.title,
        "owner": risk.owner.name,
        "state": risk.state,
        "treated": risk.treated,
        "interaction": risk.interaction,
        "review_on": risk.review_on.isoformat(),
        "accepted_by": accepted.by.name if accepted else "",
        "accepted_until": accepted.expires_on.isoformat() if accepted else "",
        **_rated(risk.current),
        "without_measures": _without_measures(risk),
        "actions": [as_action(link.action) for link in risk.actions.all()],
        "sources": [_source(proposal, risk) for proposal in risk.sources.all()],
        **_change(risk, was.get(str(risk.uuid))),
    }


def _rated(rating: Rating | None) -> Told:
    if rating is None:
        return {
            "zone": "",
            "score": 0,
            "likelihood": "",
            "consequence": "",
            "place": [],
            "matrix": "",
            "matrix_id": 0,
            "scale": "",
        }
    scale = rating.matrix.scale
    return {
        "zone": rating.zone,
        "score": rating.score,
        "likelihood": scale.likelihoods[rating.likelihood - 1].word,
        "consequence": scale.levels[rating.consequence - 1],
        "place": [rating.likelihood, rating.consequence],
        "matrix": str(rating.matrix),
        "matrix_id": rating.matrix_id,
        "scale": scale.mark,
    }


def _without_measures(risk: Risk) -> Told | None:
    """What it would be without measures, where that is said in the same matrix."""
    inherent = next((r for r in risk.ratings.all() if r.kind == Kind.INHERENT), None)
    if inherent is None or risk.current is None or inherent.matrix_id != risk.current.matrix_id:
        return None
    return {"zone": inherent.zone, "score": inherent.score}


def _source(proposal: Proposal, risk: Risk) -> Told:
    """As it stands below today, with what was lifted where that is another rating."""
    told, latest = proposal.told, proposal.latest
    now = told | {name: latest[name] for name in latest if name in told}
    same = risk.current is not None and now["scale"] == risk.current.matrix.scale.mark
    kept = ("title", "unit", "trust", "zone", "score", "matrix")
    return {
        **{name: now[name] for name in kept},
        "other_matrix": not same,
        "lifted": {"zone": told["zone"], "score": told["score"]},
        "actions": latest.get("actions", []),
        "ended": latest.get("ended", ""),
    }


def _change(risk: Risk, was: Told | None) -> Told:
    if was is None:
        return {"change": "new", "was": None}
    if risk.current is None or not was["zone"]:
        return {"change": "first_rated" if risk.current else "unrated", "was": None}
    if was["scale"] != risk.current.matrix.scale.mark:
        return {"change": "other_matrix", "was": {"zone": was["zone"], "score": was["score"]}}
    moved = risk.current.score - was["score"]
    change = "higher" if moved > 0 else "lower" if moved else "same"
    return {"change": change, "was": {"zone": was["zone"], "score": was["score"]}}


def _gone(told: Told) -> Told:
    return {name: told[name] for name in ("uuid", "title", "zone", "score")}


def _below(unit: Unit, on: date) -> Told:
    """Risks in the units below in the same trust: how many in each zone, and which are red.

    Of the trusts below only what was lifted is known here: they are named as apart.
    """
    below = Risk.objects.filter(
        unit__path__startswith=unit.path, trust_id=unit.legal_id, state__in=LIVE
    ).exclude(unit=unit)
    red = below.filter(zone=Zone.RED).select_related("unit").order_by("pk")[:NAMED_BELOW]
    return {
        "counts": _counts(below.values_list("zone", flat=True)),
        "red": [{"uuid": str(r.uuid), "title": r.title, "unit": r.unit.name} for r in red],
        "apart": _apart(unit, on),
    }


def _apart(unit: Unit, on: date) -> list[str]:
    there = Unit.objects.filter(in_force(on), path__startswith=unit.path).exclude(pk=unit.pk)
    return list(there.filter(trust=F("pk")).order_by("path").values_list("name", flat=True))


def _counts(zones: Any) -> dict[str, int]:
    found = Counter(zone or "unrated" for zone in zones)
    return {zone: found[zone] for zone in (Zone.RED, Zone.YELLOW, Zone.GREEN, "unrated")}
