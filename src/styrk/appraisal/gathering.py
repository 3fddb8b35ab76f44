"""What a review is made from: the data of the whole organisation on a day, as plain data in bokmål.

Every app says what it knows through its `evidence` door, so a new app is here by itself. The numbers
are of the unit and all below it, without text from any case; goals and decisions are by their titles.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from styrk.access.queries import Standing
from styrk.actions.models import Action
from styrk.actions.presenters import standing_tag
from styrk.appraisal import listing
from styrk.appraisal.models import Appraisal
from styrk.appraisal.queries import Held, decisions_of, held_in, open_before, units_within
from styrk.appraisal.states import Part
from styrk.compliance.extents import extent_of
from styrk.compliance.models import Judgement
from styrk.compliance.queries import Row, keys_for, said_of, weighed
from styrk.core import clock
from styrk.goals.models import Goal
from styrk.goals.presenters import standing_mark, target_in_words
from styrk.goals.queries import goals_at
from styrk.organisation.models import Unit
from styrk.regulation.letters import PROVISIONS
from styrk.regulation.maps import LAW
from styrk.regulation.queries import Told, evidence_of, told
from styrk.regulation.types import Datum, Question

type Said = dict[str, Any]
# What the review says of itself is no ground for it.
OWN = "appraisal"
# Which part an area is the ground for, and the apps that it is told by. What no area names is last.
AREAS: tuple[tuple[str, Part, tuple[str, ...]], ...] = (
    ("goals", Part.RESULTS, ("goals", "plans")),
    ("indicators", Part.RESULTS, ("indicators",)),
    ("requirements", Part.RESULTS, ("requirements",)),
    ("reports", Part.RESULTS, ("review",)),
    ("inspections", Part.COMPLIANCE, ("inspections",)),
    ("incidents", Part.COMPLIANCE, ("incidents",)),
    ("risks", Part.COMPLIANCE, ("risks",)),
    ("voices", Part.COMPLIANCE, ("feedback",)),
    ("actions", Part.WHOLE, ("actions",)),
)
REST = ("system", Part.WHOLE)
# What a leadership also goes through, that no app knows: for the leadership to say in words.
OUTSIDE: tuple[tuple[str, Part], ...] = (
    ("research", Part.RESULTS),
    ("cases", Part.COMPLIANCE),
    ("working_environment", Part.COMPLIANCE),
    ("security", Part.COMPLIANCE),
    ("environment", Part.COMPLIANCE),
    ("documents", Part.WHOLE),
    ("competence", Part.WHOLE),
    ("delegations", Part.WHOLE),
    ("reputation", Part.WHOLE),
)


def gather(unit: Unit, before: Appraisal | None, standing: Standing, on: date) -> Said:
    """The material of a review of the organisation on a day, as this person may see it."""
    with translation.override(settings.LANGUAGE_CODE):
        question = Question(unit.pk, unit.code, unit.path, on, on, extent_of(unit, on))
        found = told(question)
        items = [one for one in LAW.items if one.duty]
        said = said_of(unit, keys_for(items) | listing.security_keys(), question.on)
        evidence = evidence_of(question, found)
        return {
            "on": on.isoformat(),
            "before": _before(before),
            "goals": [_goal(one, on) for one in goals_at(standing, unit, on.year)],
            "areas": _areas(
                [
                    one
                    for one in found
                    if one.app != OWN
                    and one.claim.key not in question.extent.off
                    and not one.concerns_others
                ]
            ),
            "letters": [_letter(one) for one in weighed(items, evidence, said, unit.pk)],
            "lists": listing.lists(unit, on, said, evidence),
            "held": [_held(one) for one in held_in(units_within(unit, on))],
            "outside": [
                {"key": key, "part": str(part)}
                for key, part in OUTSIDE
                if key != "security" or not listing.is_security_judged(said)
            ],
        }


def _held(held: Held) -> Said:
    """What a unit below that holds its own has signed, and says to the leader above."""
    signed = held.signed
    return {
        "unit": held.unit.name,
        "signed_on": f"{clock.day(signed.signed_at)}" if signed and signed.signed_at else "",
        "whole": held.whole,
        "to_above": signed.to_board if signed else "",
    }


def _before(before: Appraisal | None) -> Said | None:
    """The last review, and what has become of what was decided in it, and of what waits from those before."""
    if before is None or before.signed_at is None:
        return None
    return {
        "uuid": str(before.uuid),
        "year": before.year,
        "number": before.number,
        "signed_on": clock.day(before.signed_at).isoformat(),
        "digest": before.digest,
        "decisions": [
            *decided(decisions_of(before)),
            *(_from_before(action, year) for action, year in open_before(before)),
        ],
    }


def _from_before(action: Action, year: int) -> Said:
    with translation.override(settings.LANGUAGE_CODE):
        title = _("%(title)s (bestemt %(year)s)") % {"title": action.title, "year": year}
    return _decision(action) | {"title": title}


def decided(actions: Iterable[Action]) -> list[Said]:
    """What was decided, with how it stands."""
    return [_decision(one) for one in actions]


def _decision(action: Action) -> Said:
    with translation.override(settings.LANGUAGE_CODE):
        label, colour = standing_tag(action)
    return {
        "uuid": str(action.uuid),
        "title": action.title,
        "owner": action.owner.name,
        "due": action.due.isoformat(),
        "state": action.state,
        "standing": [str(label), colour],
    }


def _goal(goal: Goal, on: date) -> Said:
    label, colour = standing_mark(goal, on)
    return {
        "uuid": str(goal.uuid),
        "title": goal.title,
        "target": target_in_words(goal),
        "current": goal.current,
        "owner": goal.owner.name,
        "standing": [str(label), colour],
    }


def _areas(found: list[Told]) -> list[Said]:
    named = {app for _key, _part, apps in AREAS for app in apps}
    rest = tuple(dict.fromkeys(one.app for one in found if one.app not in named))
    made = (_area(key, part, apps, found) for key, part, apps in (*AREAS, (*REST, rest)))
    return [one for one in made if one["said"]]


def _area(key: str, part: Part, apps: tuple[str, ...], found: list[Told]) -> Said:
    mine = [one for one in found if one.app in apps]
    data = dict.fromkeys(datum for one in mine for datum in one.answer.data)
    return {
        "key": key,
        "part": str(part),
        "said": [_said(one) for one in mine],
        "data": [_datum(one) for one in data],
    }


def _said(one: Told) -> Said:
    return {
        "reference": PROVISIONS[one.claim.letter].reference,
        "status": str(one.answer.status),
        "text": str(one.answer.explanation),
    }


def _datum(datum: Datum) -> Said:
    return {"what": str(datum.what), "value": datum.value, "url": datum.url}


def _letter(row: Row) -> Said:
    judged = row.judgement if row.is_judged else None
    return {
        "key": row.item.key,
        "reference": str(row.item.reference),
        "title": str(row.item.title),
        "computed": str(row.computed),
        "status": str(row.status),
        **({"off": True} if row.is_off else {}),
        "judged": _judged(judged) if judged else None,
    }


def _judged(judged: Judgement) -> Said:
    told = {"reason": judged.reason, "by": judged.by.name, "until": f"{judged.until}"}
    return told | ({"source": judged.source} if judged.source else {})
