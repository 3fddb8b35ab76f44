"""Words for what an edition says, how it stands as law, and what changed in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.requirements import statutes
from styrk.requirements.lovdata import likeness
from styrk.requirements.lovdata.notices import Notice
from styrk.requirements.lovdata.standing import Standing, State
from styrk.requirements.models import Requirement, Succession
from styrk.requirements.queries import Entry
from styrk.requirements.queries.outline import ASKS_NOTHING

VERBS: dict[str, Promise] = {
    "change": gettext_lazy("Endres"),
    "add": gettext_lazy("Kommer til"),
    "repeal": gettext_lazy("Oppheves"),
    "move": gettext_lazy("Flyttes"),
}


def verb_of(verb: str) -> str:
    return str(VERBS.get(verb, verb))


@dataclass(frozen=True)
class Drawn:
    """A sentence of an outline as it is shown. `text` is "" where the words are not the law today.

    `earlier` is the words that were, where they may be read as history; `notice` says how it stands.
    """

    requirement: Requirement
    depth: int
    text: str
    earlier: str
    notice: str
    placed: int
    unplaced: bool
    asks: bool


def drawn(entries: Iterable[Entry], today: date) -> list[Drawn]:
    return [_drawn(entry, today) for entry in entries]


def _drawn(entry: Entry, today: date) -> Drawn:
    requirement = entry.requirement
    stands = statutes.standing_on(requirement, today)
    holds = stands is None or stands.is_current
    asks = requirement.kind not in ASKS_NOTHING and holds and not requirement.repealed
    return Drawn(
        requirement,
        min(entry.depth, 5),
        requirement.text if holds else "",
        "" if holds else requirement.text,
        notice_of(requirement, stands) if _says_it_itself(requirement) else "",
        entry.placed,
        asks and not entry.placed,
        asks,
    )


def _says_it_itself(requirement: Requirement) -> bool:
    """A section speaks for its parts; what is no part of a section speaks for itself."""
    return requirement.extra.get("kind", "section") in ("section", "chapter")


def notice_of(requirement: Requirement, stands: Standing | None) -> str:
    """How a provision stands as law, where there is something to say of it."""
    if stands is None:
        return _("Opphevet.") if requirement.repealed else ""
    plain = stands.state is State.CURRENT
    return "" if plain and not requirement.repealed else said(stands.notice)


def said(notice: Notice) -> str:
    return _(notice.template) % dict(notice.values)


@dataclass(frozen=True)
class Redone:
    """What became of a sentence: the words run by run ("same", "removed" or "added"), and where."""

    succession: Succession
    words: likeness.Words
    placed: int


def redone(found: Iterable[Succession], placed: dict[int, int]) -> list[Redone]:
    return [Redone(one, _words(one), placed.get(one.old_id, 0)) for one in found]


def _words(one: Succession) -> likeness.Words:
    before = _whole(one.old)
    return likeness.words(before, _whole(one.new)) if one.new else (("removed", before),)


def _whole(requirement: Requirement) -> str:
    parts = (requirement.title, requirement.text, requirement.goal)
    return "\n".join(part for part in parts if part)
