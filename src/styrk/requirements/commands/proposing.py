"""What became of each requirement in the next edition, as likeness proposes it for a person's review."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from difflib import SequenceMatcher
from functools import partial

from django.contrib.postgres.aggregates import BoolAnd
from django.db.models import Q, QuerySet

from styrk.core import clock, scope
from styrk.duties.commands import require, settle
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import LEADER
from styrk.requirements import statutes
from styrk.requirements.lovdata.mapping import Mapped, MappedKind, mapping
from styrk.requirements.models import Edition, Placement, Requirement, Succession
from styrk.requirements.queries.placements import OVER
from styrk.requirements.record import ANSWER_DAYS
from styrk.requirements.states import Fate
from styrk.requirements.types import REACT

# Below this likeness two texts are not proposed as the same requirement. Ours: a person reviews.
ALIKE = 0.6
# Above this many pairs, only those with the same words or the same ref are found.
MOST_PAIRS = 100_000


def propose_successions(edition: Edition, new: Sequence[Requirement]) -> None:
    """For each requirement of the edition before, what it is in this one, whose rows are `new`."""
    if edition.follows is None:
        return
    old = list(edition.follows.requirements.order_by("position"))
    both_laws = statutes.FORMAT == edition.format == edition.follows.format
    found = _of_laws(edition, edition.follows, old, new) if both_laws else _proposals(old, new)
    Succession.objects.bulk_create(found)


def _of_laws(
    edition: Edition, before: Edition, old: Sequence[Requirement], new: Sequence[Requirement]
) -> list[Succession]:
    mapped = mapping(statutes.as_law(before, old), statutes.as_law(edition, new))
    by_old = {row.ref: row for row in old}
    by_new = {row.ref: row for row in new}
    return [_mapped(one, by_old, by_new) for one in mapped if one.old_ref]


def _mapped(
    one: Mapped, by_old: dict[str, Requirement], by_new: dict[str, Requirement]
) -> Succession:
    old = by_old[one.old_ref or ""]
    if one.kind is MappedKind.GONE or one.new_ref is None:
        return Succession(old=old, new=None, fate=Fate.GONE)
    new = by_new[one.new_ref]
    # Of a frame, the likeness counts its parts too; whether it changed is for its own words.
    same = _said(old) == _said(new)
    return Succession(
        old=old, new=new, fate=Fate.SAME if same else Fate.CHANGED, likeness=one.likeness
    )


def _proposals(old: Sequence[Requirement], new: Sequence[Requirement]) -> list[Succession]:
    """The one with the same words, else with the same ref, else the likest of those that are left."""
    by_ref = {requirement.ref: requirement for requirement in new}
    by_text = {_said(requirement): requirement for requirement in reversed(new)}
    refs = {requirement.ref for requirement in old}
    left = [(r, _bag(r)) for r in new if r.ref not in refs]
    lost = sum(r.ref not in by_ref for r in old)
    among = left if lost * len(left) <= MOST_PAIRS else []
    return [
        _proposal(r, by_text.get(_said(r)) or by_ref.get(r.ref) or _likest(r, among)) for r in old
    ]


def _proposal(old: Requirement, new: Requirement | None) -> Succession:
    if new is None or (new.repealed and not old.repealed):
        return Succession(old=old, new=None, fate=Fate.GONE)
    alike = _likeness(old, new)
    return Succession(
        old=old, new=new, fate=Fate.SAME if alike == 1 else Fate.CHANGED, likeness=alike
    )


def _likest(
    old: Requirement, among: Sequence[tuple[Requirement, "Counter[str]"]]
) -> Requirement | None:
    mine = _bag(old)
    near = ((_overlap(mine, theirs), new) for new, theirs in among)
    worth = [(_likeness(old, new), new) for overlap, new in near if overlap >= ALIKE]
    likeness, likest = max(worth, key=lambda one: one[0], default=(0.0, None))
    return likest if likeness >= ALIKE else None


def _said(requirement: Requirement) -> str:
    return " ".join(f"{requirement.title} {requirement.text} {requirement.goal}".split())


def _bag(requirement: Requirement) -> "Counter[str]":
    return Counter(_said(requirement).split())


def _overlap(mine: "Counter[str]", theirs: "Counter[str]") -> float:
    """Never below the likeness by words in their order."""
    return 2 * (mine & theirs).total() / max(mine.total() + theirs.total(), 1)


def _likeness(old: Requirement, new: Requirement) -> float:
    """From 0 to 1, by words; figures that differ are words that differ."""
    mine, theirs = _said(old).split(), _said(new).split()
    if mine == theirs:
        return 1.0
    matcher = SequenceMatcher(a=mine, b=theirs, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else matcher.quick_ratio()


def ask_for_review(edition: Edition, now: datetime) -> None:
    """The source's owner is asked to see what changed, where anything did.

    So is the leader of every other legal person that uses a law: each carries on its own placements.
    """
    asked = partial(
        require,
        kind=REACT,
        subject_id=edition.pk,
        subject_uuid=edition.uuid,
        due=clock.after(now, days=ANSWER_DAYS),
        now=now,
    )
    unit, owner = _unit_of(edition), edition.source.owner
    own = unit.legal_id if unit and owner and _changed(edition) else None
    if unit and own:
        asked(unit=unit, person=owner)
    for one in _others(edition, own):
        asked(unit=one, role=LEADER, each=one)


def _others(edition: Edition, own: int | None) -> QuerySet[Unit]:
    """The legal persons, but for `own`, that have not carried on all that a law asked of them."""
    if edition.follows is None or edition.source.unit_id:
        return Unit.objects.none()
    left = (pk for pk, all_is in _carried_on(edition.follows).items() if not all_is)
    return Unit.objects.filter(pk__in=[pk for pk in left if pk != own])


def _carried_on(old: Edition) -> dict[int, bool]:
    """The legal persons that used an edition, and whether all of it has gone on or ended: seen or not."""
    with scope.acting(scope.SYSTEM):
        placed = Placement.objects.filter(requirement__edition=old).values_list("trust")
        return dict(placed.annotate(all_is=BoolAnd(Q(state__in=OVER))))


def _unit_of(edition: Edition) -> Unit | None:
    """Where the owner is asked: where the source was laid down, else at home."""
    source = edition.source
    return source.unit or (source.owner.home_unit if source.owner else None)


def _changed(edition: Edition) -> bool:
    if edition.follows_id is None:
        return False
    there = Succession.objects.filter(old__edition=edition.follows_id, reviewed_at__isnull=True)
    return there.exclude(fate=Fate.SAME).exists()


def settle_review(old: Edition, by: Person, now: datetime) -> None:
    """Who has nothing left to review of an edition, is not asked about the next."""
    after = Edition.objects.filter(follows=old).select_related("source__unit", "source__owner")
    following = list(after)
    if not following:
        return
    used = _carried_on(old)
    done = Unit.objects.filter(pk__in=[pk for pk, all_is in used.items() if all_is])
    decided = not Succession.objects.filter(old__edition=old, reviewed_at__isnull=True).exists()
    for later in following:
        settled = partial(settle, kind=REACT, subject_uuid=later.uuid, by=by, now=now)
        unit = _unit_of(later)
        if decided and (later.source.unit_id or unit is None or used.get(unit.legal_id, True)):
            settled()
        for one in done:
            settled(each=one)
