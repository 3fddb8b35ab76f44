"""An action's page: what it is, how far it has come, and the forms of what one may do with it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import with_form
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import Stand, mark_of
from styrk.access.requests import Request
from styrk.actions import forms, presenters, queries, rules
from styrk.actions.models import Action, Objection
from styrk.actions.states import Level, State
from styrk.core import clock, doors
from styrk.organisation.models import Person
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Offer, Panel, panels_on
from styrk.ui.menu import Link
from styrk.ui.words import spoken_day

ACTS = ("carry_out", "judge", "change_deadline", "hand_over", "drop")
# Those with a page of their own.
PAGES = ("object",)
# The form of each act that has one of its own, and those of them that write over what is agreed.
FORMS = {
    "done": "carry_out",
    "deadline": "change_deadline",
    "hand_over": "hand_over",
    "drop": "drop",
}
WRITES_OVER = {name: FORMS[name] for name in ("deadline", "hand_over")}


@signed_in
@require_safe
def action(request: Request, uuid: UUID) -> HttpResponse:
    return show(request, _found(uuid))


def _found(uuid: UUID) -> Action:
    found = queries.action(uuid)
    if found is None:
        raise Http404
    return found


def held(request: Request, uuid: UUID) -> Action:
    """The action, for one who may work on it, held until the request is over."""
    queries.locked(uuid)
    found = _found(uuid)
    if not rules.may_work_on(request.standing, found):
        raise Http404
    return found


def show(request: Request, action: Action, **bound: Any) -> HttpResponse:
    """The page, with the forms of `bound` as they were filled in and the others anew.

    What was filled in was refused: it is kept as the draft of its act.
    """
    may = {act: rules.may(request.standing, action, act) for act in ACTS}
    works, may["judge"] = may["judge"], may["judge"] and _is_judge(request, action)
    typed = _typed(request, action) if any(may.values()) else {}
    panels = panels_on("action", action, request)
    shown, stand = _forms(request, action, may, typed, _offer(panels)) | bound, stand_of(action)
    return with_form(
        request,
        "actions/action.html",
        {
            "action": action,
            "state_tag": presenters.standing_tag(action),
            "level": Level(action.level).label,
            "may": may | {act: rules.may(request.standing, action, act) for act in PAGES},
            "judged_by_another": works and not may["judge"],
            "objections": [
                (one, _answering(request, one, action)) for one in queries.objections_to(action)
            ],
            "origins": _origins(request, action),
            "forms": shown,
            "stand": stand,
            "changed": {
                name: may[act] and not stand.is_known_to(shown[name])
                for name, act in WRITES_OVER.items()
            },
            "panels": panels,
            "typed": typed,
            "entries": presenters.history(list(action.steps.all())),
            "today": clock.day(request.now),
            "put_off": presenters.times_put_off(action),
        },
        next(iter(bound.values()), None),
    )


def stand_of(action: Action) -> Stand:
    """What is agreed now: whose it is, and when."""
    said = [
        (_("Eier"), action.owner.name),
        (_("Frist"), spoken_day(action.due)),
        (_("Effekten vurderes"), spoken_day(action.review_on)),
    ]
    latest = max(
        (one for one in action.steps.all() if one.act in WRITES_OVER.values()),
        key=lambda one: one.pk,
        default=None,
    )
    mark = mark_of(action.owner_id, action.due, action.review_on)
    return Stand(mark, said, latest.by.name, latest.at) if latest else Stand(mark, said)


def held_to_judge(request: Request, uuid: UUID) -> Action:
    """The action, for the one who is to judge its effect, held until the request is over."""
    found = held(request, uuid)
    if found.state == State.DONE and not _is_judge(request, found):
        raise Http404
    return found


def _is_judge(request: Request, action: Action) -> bool:
    return queries.is_judge(request.standing, action, clock.day(request.now))


def _answering(request: Request, objection: Objection, action: Action) -> str:
    """Where it is answered, by one who may; of what was said in another app, there."""
    own = objection.subject == "action"
    if own and rules.may_answer(request.standing, objection, action):
        return address_of("actions:answer", objection.uuid)
    return ""


def offer_on(request: Request, action: Action) -> Offer | None:
    """What the judgement may take in of what apps above say of the action."""
    return _offer(panels_on("action", action, request))


def _offer(panels: Sequence[Panel]) -> Offer | None:
    return next((panel.offer for panel in panels if panel.offer), None)


def _forms(
    request: Request,
    action: Action,
    may: dict[str, bool],
    typed: dict[str, dict[str, str]],
    offer: Offer | None,
) -> dict[str, Any]:
    """The form of each act, with what was typed in it."""
    today = clock.day(request.now)
    people = owners(request, action) if may["hand_over"] else []
    return {
        "done": forms.DoneForm(auto_id="gjort_%s", initial=typed.get("carry_out")),
        "judge": forms.JudgeForm(
            today=today,
            review_on=action.review_on,
            offer=offer,
            auto_id="effekt_%s",
            initial=typed.get("judge"),
        ),
        "next_plan": plan_form(people, request, action, typed=typed.get("judge"))
        if may["judge"]
        else None,
        "deadline": forms.DeadlineForm(
            today=today,
            agreed=action.review_on,
            initial={"due": max(action.due, today)} | typed.get("change_deadline", {}),
            auto_id="frist_%s",
        ),
        "hand_over": hand_over_form(people, action, initial=typed.get("hand_over")),
        "drop": forms.DropForm(auto_id="slutt_%s", initial=typed.get("drop")),
    }


def _typed(request: Request, action: Action) -> dict[str, dict[str, str]]:
    """What was typed in each act's form when the session was locked."""
    kept = queries.drafts_for(
        request.person, {address_of(f"actions:{act}", action.uuid): act for act in ACTS}
    )
    return kept if request.method == "GET" else {}


def owners(request: Request, action: Action) -> list[Person]:
    """Who may be asked to own the action, or the one that follows it."""
    return list(queries.owners_for(action, clock.day(request.now)))


def hand_over_form(
    owners: list[Person], action: Action, data: Any = None, initial: Any = None
) -> forms.HandOverForm:
    others = [person for person in owners if person != action.owner]
    return forms.HandOverForm(data, people=others, initial=initial, auto_id="eier_%s")


def plan_form(
    owners: list[Person],
    request: Request,
    action: Action,
    data: Any = None,
    typed: Mapping[str, str] | None = None,
) -> forms.PlanForm:
    """The form of the action that follows; `typed` is shown as it was, without judging it."""
    return forms.PlanForm(
        data,
        prefix="next",
        initial={name.removeprefix("next-"): text for name, text in (typed or {}).items()},
        unit=action.unit,
        owners=owners,
        today=clock.day(request.now),
    )


def _origins(request: Request, action: Action) -> list[Link]:
    """Where the action came from, as far as the person may see: asked of the app that it came from."""
    on = clock.day(request.now)
    return [
        Link(strand.node.title, strand.node.href)
        for module in doors.modules("thread")
        if getattr(module, "ORIGIN", None) == action.origin
        for strand in module.upstream("action", [action.pk], request.standing, on)
        if strand.at == ("action", action.pk)
    ]
