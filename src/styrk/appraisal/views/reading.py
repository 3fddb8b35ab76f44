"""The reviews of an organisation, and one of them."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from styrk.access.decorators import signed_in
from styrk.access.meanwhile import mark_of
from styrk.access.requests import Request
from styrk.appraisal import freezing, papers, presenters, queries, rules, wording
from styrk.appraisal.gathering import decided
from styrk.appraisal.models import Appraisal, Extension
from styrk.appraisal.states import MOVES, State
from styrk.appraisal.views.acting import DESK, listed
from styrk.core import clock
from styrk.core.papers import MEDIA
from styrk.organisation.models import Unit
from styrk.ui import pages

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES))


@signed_in
@require_safe
def appraisals(request: Request) -> HttpResponse:
    """Those of the organisation in the address, or of the topmost that one has to do with."""
    on = clock.day(request.now)
    units = queries.organisations(request.standing)
    extensions = queries.standing_extensions(request.standing.trusts)
    own = queries.below(extensions, request.standing, on)
    unit = chosen(request, [*units, *own])
    top = unit is not None and rules.is_top(unit)
    inside = [one for one in own if top and unit and one.trust_id == unit.pk]
    held = queries.newest_of(unit) if unit else []
    found = [one for one in held if rules.may_read(request.standing, one)]
    open_one = next((one for one in held if one.state == State.DRAFT), None)
    due, is_told = queries.due_at(unit) if unit else (None, False)
    due = due or rules.next_due(held)
    values = {
        "unit": unit,
        "wording": wording.voice(top=top),
        "is_top": top,
        "above": next((one for one in units if unit and one.pk == unit.trust_id), None),
        "held": [(one, presenters.held_mark(one, on)) for one in queries.held_in(inside)],
        "decided": _decided(unit, extensions) if top else None,
        "may_extend": unit is not None and rules.may_extend(request.standing, unit),
        "due": due,
        "is_late": due is not None and due < on,
        "is_told": is_told,
        "others": [one for one in units if one != unit],
        "is_hidden": open_one is not None and open_one not in found,
        "rows": [(one, presenters.name_of(one), presenters.state_mark(one)) for one in found],
        "may_begin": unit is not None
        and open_one is None
        and rules.may_write(request.standing, unit),
    }
    return pages.render(request, "appraisal/appraisals.html", values)


def _decided(unit: Unit | None, extensions: list[Extension]) -> tuple[str, Extension] | None:
    """Which units hold their own, as it was decided last."""
    one = next((one for one in extensions if unit and one.unit_id == unit.pk), None)
    return (presenters.extension_words(one), one) if one else None


def reviewing(request: Request) -> list[Unit]:
    """The organisations and the units whose reviews one may follow."""
    units = queries.organisations(request.standing)
    extensions = queries.standing_extensions(request.standing.trusts)
    return [*units, *queries.below(extensions, request.standing, clock.day(request.now))]


def chosen(request: Request, units: list[Unit]) -> Unit | None:
    """The organisation in the address, of these; or the one of one's own post. 404 for another."""
    code = request.GET.get("enhet", "")
    if code:
        found = next((one for one in units if one.code == code), None)
        if found is None:
            raise Http404
        return found
    own = {post.trust_id for post in request.standing.posts}
    return next((one for one in units if one.pk in own), next(iter(units), None))


@signed_in
@require_safe
def of_organisation(request: Request, uuid: UUID) -> HttpResponse:
    """Where a duty leads: the review that is under way, else the reviews of the organisation."""
    unit = next((one for one in reviewing(request) if one.uuid == uuid), None)
    if unit is None:
        raise Http404
    found = queries.appraisals_of(unit, request.standing)
    open_one = next((one for one in found if one.state == State.DRAFT), None)
    if open_one:
        return redirect("appraisal:appraisal", uuid=open_one.uuid)
    return redirect(listed(unit))


@signed_in
@require_safe
def export(request: Request, uuid: UUID, form: str) -> HttpResponse:
    """The review as a file; what is signed as it was signed."""
    found = DESK.found(request, uuid)
    if form not in papers.FORMS:
        raise Http404
    said = found.content or freezing.content(found, queries.decisions_of(found))
    whole = papers.Whole(found, said, list(found.addenda.all()))
    name = papers.file_name(found, form)
    return HttpResponse(
        papers.written(whole, form, request.now, invented=settings.DEMO),
        content_type=MEDIA[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@signed_in
@require_safe
def appraisal(request: Request, uuid: UUID) -> HttpResponse:
    """The review as it stands, or as it was signed."""
    found = DESK.found(request, uuid)
    actions = queries.decisions_of(found)
    said = found.content or freezing.content(found, actions)
    now_standing = {one["uuid"]: one for one in decided(actions)}
    values = {
        "wording": wording.voice(top=rules.is_top(found.unit)),
        "outside_words": wording.OUTSIDE,
        "held": presenters.held_below(said),
        "appraisal": found,
        "name": presenters.name_of(found),
        "standing": presenters.state_mark(found),
        "before": presenters.before(said),
        "is_draft": found.state == State.DRAFT,
        "goals": said["material"]["goals"],
        "chapters": presenters.chapters(said),
        "letters": presenters.letters(said),
        "participants": presenters.participants(said),
        "noted": [one.uuid for one in found.participants.all()],
        "decisions": presenters.decisions(
            [now_standing.get(one["uuid"], one) for one in said["decisions"]],
            clock.day(request.now),
        ),
        "seen": now_standing,
        "words": presenters.words(said),
        "signed_by": presenters.signed_by(found),
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "read": mark(found, said),
        "is_old": rules.is_old(found, clock.day(request.now)),
        "entries": presenters.history(found.steps.all()),
    }
    return pages.render(request, "appraisal/appraisal.html", values)


def mark(appraisal: Appraisal, said: freezing.Said) -> str:
    """Of what it said when it was read: nobody signs another than the one before them."""
    return mark_of(freezing.digest(said, appraisal.follows))
