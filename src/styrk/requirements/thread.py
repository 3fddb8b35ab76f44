"""The golden thread: sources, what they ask, where it went, and what a unit decided because of it."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.organisation.rules import has_left
from styrk.requirements import periods, presenters
from styrk.requirements.models import AnnualReport, Edition, Requirement
from styrk.requirements.queries import Below, strands
from styrk.requirements.states import GOALLESS, Course, State
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Mark, Node, Spread, Strand, hung
from styrk.ui.words import spoken_day

KINDS = ("requirement", "placement")
# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "requirement"
# Asks for nothing that a goal could be set for.
WITHOUT_GOAL = ("", *GOALLESS)


def find(kind: str, uuid: UUID, standing: Standing, on: date) -> Node | None:
    if kind == "placement":
        placed = strands.placement_with(uuid, standing)
        return drawn(placed, on) if placed else None
    if not standing.allows(Permission.SEE_REQUIREMENTS):
        return None
    found = strands.requirement_with(uuid)
    return sentence(found, standing, tuple(_documents([found], standing))) if found else None


def upstream(kind: str, ids: Collection[int], standing: Standing, on: date) -> list[Strand]:
    """All the way to the source."""
    if kind == "requirement":
        return _documents(strands.sentences(ids), standing)
    if kind == "placement":
        return _line(ids, standing, on)
    if kind != "action":
        return []
    behind = strands.behind_actions(ids, standing)
    placed = {one.pk for _action, one in behind}
    links = [Strand(("action", action), drawn(one, on)) for action, one in behind]
    return [*links, *(_line(placed, standing, on) if placed else [])]


def downstream(kind: str, ids: Collection[int], standing: Standing, ask: Ask) -> Spread:
    """Where it went, how that goes, and what was decided because of it."""
    if kind == "requirement":
        return _below_requirements(ids, standing, ask)
    return _below_placements(ids, standing, ask) if kind == "placement" else Spread()


def _below_requirements(ids: Collection[int], standing: Standing, ask: Ask) -> Spread:
    found = Spread()
    if ask.about("requirement"):
        parts = strands.parts_of(ids)[: ask.limit]
        found.strands += [
            Strand(("requirement", one.parent_id or 0), sentence(one, standing)) for one in parts
        ]
    asked = [*(ids if ask.about("placement") else ()), *found.ids("requirement")]
    if asked:
        rest = ask.less(len(found.strands)) if found.strands else ask
        placed = strands.cascade_of(asked, standing, rest)
        found.add(_hung(placed, rest))
        _decided(found, [], placed, standing, ask)
    return found


def _below_placements(ids: Collection[int], standing: Standing, ask: Ask) -> Spread:
    """Below one placement, those it was passed on to as well."""
    found = Spread()
    own = [one for one in strands.line_of(ids, standing) if one.pk in set(ids)]
    placed = strands.NOWHERE
    if len(own) == 1 and ask.about("placement"):
        placed = strands.cascade_under(own[0], standing, ask)
        found.add(_hung(placed, ask, own[0].pk))
    _decided(found, own, placed, standing, ask)
    return found


def _hung(placed: strands.Cascade, ask: Ask, top: int = 0) -> Spread:
    """Placements where they hang: on one another, else on `top` or on their requirement."""
    known = {one.pk for one in placed.placements}
    given: list[Strand] = []
    for one in placed.placements:
        above = one.above_id if one.above_id in known else top
        at = ("placement", above) if above else ("requirement", one.requirement_id)
        given.append(Strand(at, drawn(one, ask.on, placed.below.get(one.pk))))
    more = {(("placement", pk), "placement"): n.units for pk, n in placed.below.items() if n.units}
    if placed.left and given and not more:
        more[given[0].at, "placement"] = placed.left
    return Spread(given, more)


def _decided(
    found: Spread, own: list[Any], placed: strands.Cascade, standing: Standing, ask: Ask
) -> None:
    """The actions of these placements, and how each last reported, where there is room for all."""
    asked = [*(own if ask.about("action") else ()), *placed.placements]
    rest = ask.less(len(found.strands)) if found.strands else ask
    found.add(_actions([one.pk for one in asked if one.acted], rest))
    said = [*(own if ask.about("report") else ()), *placed.placements]
    reports = [Strand(("placement", one.pk), report(one)) for one in said if one.said]
    if said and not placed.left:
        reports += [
            Strand(("placement", one.pk), annual(told, one, words, standing))
            for one, told, words in strands.annual_answers(said)
        ]
    if len(found.strands) + len(reports) <= ask.limit:
        found.strands += reports


def annual(told: AnnualReport, placement: Any, words: str, standing: Standing) -> Node:
    """What the unit's approved årlig melding answers. One report answers many: both are its key."""
    seen = standing.allows(Permission.SEE_REQUIREMENTS)
    return Node(
        kind="annual",
        id=(told.pk << 40) + placement.pk,
        title=words or str(_("Ingen svar")),
        where=_("Årlig melding %(year)s, %(unit)s") % {"year": told.year, "unit": told.unit.name},
        href=address_of("requirements:annual", told.unit.code, told.year) if seen else "",
    )


def _actions(placed: Collection[int], ask: Ask) -> Spread:
    draw = actions.behind(ask.on)
    return hung(strands.ACTION_LINKS, placed, draw, "action", ask)


def _line(ids: Collection[int], standing: Standing, on: date) -> list[Strand]:
    """From the placements up, through the units that passed them on, to the source."""
    placed = {one.pk: one for one in strands.line_of(ids, standing)}
    asked = {one.requirement_id: one.requirement for one in placed.values()}
    found = [
        Strand(
            ("placement", one.pk),
            drawn(placed[one.above_id], on)
            if one.above_id in placed
            else sentence(one.requirement, standing),
        )
        for one in placed.values()
    ]
    return [*found, *_documents(asked.values(), standing)]


def _documents(sentences: Iterable[Requirement], standing: Standing) -> list[Strand]:
    """The headings that they stand under, and their editions."""
    found: dict[tuple[int, int], Strand] = {}
    for one in sentences:
        lower, upper = one, one.parent
        while upper:
            found[lower.pk, upper.pk] = Strand(lower_key(lower), sentence(upper, standing))
            lower, upper = upper, upper.parent
        found[lower.pk, 0] = Strand(lower_key(lower), document(one.edition, standing))
    return list(found.values())


def lower_key(requirement: Requirement) -> tuple[str, int]:
    return "requirement", requirement.pk


def document(edition: Edition, standing: Standing) -> Node:
    return Node(
        kind="source",
        id=edition.pk,
        title=str(edition),
        where=edition.source.get_kind_display(),
        href=_open("requirements:edition", edition.uuid, standing),
        notes=(spoken_day(edition.dated),),
    )


def sentence(requirement: Any, standing: Standing, above: tuple[Strand, ...] = ()) -> Node:
    """What a source says; with `placed` on it, whether it is laid anywhere."""
    nowhere = requirement.kind and getattr(requirement, "placed", 1) is None
    return Node(
        kind="requirement",
        id=requirement.pk,
        uuid=requirement.uuid,
        title=str(requirement),
        href=_open("requirements:requirement", requirement.uuid, standing),
        mark=(requirement.get_kind_display(), "neutral") if requirement.kind else None,
        notes=((_("Opphevet"),) if requirement.repealed else ()),
        gaps=((_("Ikke lagt til noen"), "danger"),) if nowhere else (),
        everywhere=(("placement", getattr(requirement, "placed", None) or 0),),
        above=above,
    )


def _open(name: str, uuid: UUID, standing: Standing) -> str:
    return address_of(name, uuid) if standing.allows(Permission.SEE_REQUIREMENTS) else ""


def drawn(placement: Any, on: date, below: Below | None = None) -> Node:
    """A placement as it hangs on the thread, with the numbers `below` it where those are not shown."""
    owner = placement.owner.name if placement.owner else ""
    goal = placement.state == State.ACCEPTED and placement.requirement.kind not in WITHOUT_GOAL
    return Node(
        kind="placement",
        id=placement.pk,
        uuid=placement.uuid,
        title=str(placement.requirement),
        where=placement.unit.name,
        href=address_of("requirements:placement", placement.uuid),
        mark=_standing(placement, on),
        notes=(*((owner,) if owner else ()), *_counts(below)),
        gaps=(*_gaps(placement, on), *(presenters.missing(below) if below else ())),
        wants=(("goal", (_("Uten mål"), "warning")),) if goal and not placement.passed_on else (),
    )


def _standing(placement: Any, on: date) -> Mark | None:
    """How it goes, as far as anyone has said; that nobody has answered is a gap."""
    if placement.state == State.PLACED:
        return None
    if placement.state == State.ACCEPTED and placement.said:
        course = presenters.course_mark(placement.said["course"])
        return course or presenters.standing_mark(placement, on)
    return presenters.standing_mark(placement, on)


def _gaps(placement: Any, on: date) -> list[Mark]:
    state = placement.state
    unanswered = state == State.PLACED and placement.answer_due >= on
    late = state == State.ACCEPTED and placement.due is not None and placement.due < on
    met = placement.said is not None and placement.said["course"] == Course.MET
    alone = state == State.ACCEPTED and has_left(placement.owner, on)
    said: list[tuple[bool, Mark]] = [
        (state == State.PLACED and placement.answer_due < on, (_("Svaret er for sent"), "danger")),
        (unanswered, (_("Ikke svart"), "warning")),
        (late and not met, (_("Fristen er gått ut"), "danger")),
        (alone, (_("Uten eier"), "danger")),
    ]
    return [mark for holds, mark in said if holds]


def _counts(below: Below | None) -> list[str]:
    if below is None:
        return []
    units = ngettext("%(num)s enhet under", "%(num)s enheter under", below.units)
    acts = ngettext("%(num)s tiltak", "%(num)s tiltak", below.actions)
    said = ((below.units, units), (below.actions, acts))
    return [text % {"num": number} for number, text in said if number]


def report(placement: Any) -> Node:
    """How it went in the last period that is reported."""
    told = placement.said
    return Node(
        kind="report",
        id=told["pk"],
        title=told["text"],
        where=periods.spoken(told["period"]),
        href=address_of("requirements:placement", placement.uuid),
        mark=presenters.course_mark(told["course"]),
        notes=(told["by"],),
    )
