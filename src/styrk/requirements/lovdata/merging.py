"""New words for sections under change, out of the acts that change them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from styrk.requirements.lovdata import numbering
from styrk.requirements.lovdata.building import Section, build
from styrk.requirements.lovdata.notices import Notice, notice
from styrk.requirements.lovdata.shape import (
    Amendment,
    Clause,
    Kind,
    Law,
    Pending,
    Provision,
    Status,
    Verb,
)
from styrk.requirements.lovdata.smaller import Block, patched


@dataclass(frozen=True)
class Merged:
    """`sections` are those that got new words; `problems` say what a person has to look up."""

    law: Law
    sections: tuple[str, ...]
    problems: tuple[Notice, ...]


def merged(law: Law, acts: Iterable[Law], day: date) -> Merged:
    """The law with the words of the acts that are in force on the day.

    Only what the law itself announces with a date is merged, oldest first. A sentence or an item is
    put in only where there is no doubt which (`smaller`); else the section stays under change, and a
    problem tells where the words are. What was merged has `wording_from`.
    """
    known = {act.refid: act for act in acts}
    sections: list[str] = []
    problems: list[Notice] = []
    for section in law.of_kind(Kind.SECTION):
        for change in _due(section.pending, day):
            if change.changed_by in known and change.verb is not Verb.REPEAL:
                law, problem = _one(law, section.ref, change, known[change.changed_by])
                problems += [problem] if problem else []
                sections += [] if problem else [section.ref]
    return Merged(law, tuple(dict.fromkeys(sections)), tuple(problems))


def _due(announced: tuple[Pending, ...], day: date) -> list[Pending]:
    """What is in force, oldest first; of one day's changes, as the note tells them."""
    due = [(change.in_force_on, change) for change in announced if change.in_force_on]
    return [change for on, change in sorted(due, key=lambda one: one[0]) if on <= day]


def _one(law: Law, ref: str, change: Pending, act: Law) -> tuple[Law, Notice | None]:
    """The law with one act's words in one section, or why not."""
    section = law.by_ref[ref]
    told = [a for a in act.amendments if a.law == law.refid and a.section == _name(section)]
    if not told:
        return law, notice("not_in_act", fatal=False, section=ref, act=act.refid)
    if whole := _whole(told):
        blocks = [_block(law, section, clause, act.refid) for clause in whole.clauses]
        passed = _due(section.pending, change.in_force_on or date.max)
        left = tuple(p for p in section.pending if p not in passed[: passed.index(change) + 1])
        new = replace(section, heading=whole.heading or section.heading, wording_from=act.refid)
    elif ledd := _by_parts(law, section, told, act.refid):
        blocks, new = ledd, section
        left = tuple(p for p in section.pending if p != change)
    else:
        return law, notice("not_merged", fatal=False, section=ref, act=act.refid)
    return _with(law, replace(new, pending=left), blocks), None


def _name(section: Provision) -> str:
    """What an act calls the section, which may have its chapter in its ref."""
    return section.number if section.number.startswith("Artikkel") else f"§ {section.number}"


def _whole(told: list[Amendment]) -> Amendment | None:
    """The change that gives all of the section, if one does."""
    worded = (a for a in told if a.clauses and a.verb in (Verb.CHANGE, Verb.ADD))
    return next((one for one in worded if not one.path), None)


def _by_parts(law: Law, section: Provision, told: list[Amendment], act: str) -> list[Block] | None:
    """The section's ledd as changed, whole or in part; None where it is not certain how."""
    large = [one for one in told if one.ledd is not None]
    small = [one for one in told if one.ledd is None]
    if not small:
        return _by_ledd(law, section, told, act)
    # Where ledd come and go besides, nobody knows which one a number means.
    moving = any(one.verb is not Verb.CHANGE for one in large)
    blocks = None if moving else _by_ledd(law, section, large, act)
    changed = _by_number(small)
    if blocks is None or changed is None or changed.keys() & {one.ledd for one in large}:
        return None
    for number, changes in changed.items():
        block = patched(blocks[number - 1], changes, act) if number <= len(blocks) else None
        if block is None:
            return None
        blocks[number - 1] = block
    return blocks


def _by_number(small: list[Amendment]) -> dict[int, list[Amendment]] | None:
    """What is changed inside each ledd, by its number; None where something is not inside one."""
    found: dict[int, list[Amendment]] = {}
    for one in small:
        kind, number = one.path[0] if len(one.path) == 2 else ("", "")
        if kind != "ledd" or not number.isdecimal() or not 0 < int(number) < 1000:
            return None
        found.setdefault(int(number), []).append(one)
    return found


def _by_ledd(law: Law, section: Provision, told: list[Amendment], act: str) -> list[Block] | None:
    """The section's ledd with some changed, added, repealed or moved; None for smaller parts."""
    moves = {one.ledd: one.moved_to_ledd for one in told if one.verb is Verb.MOVE}
    worded = {one.ledd: one.clauses for one in told if one.verb in (Verb.CHANGE, Verb.ADD)}
    gone = {one.ledd for one in told if one.verb is Verb.REPEAL}
    if None in {*moves, *moves.values(), *worded, *gone}:
        return None
    if any(len(clauses) != 1 for clauses in worded.values()):
        return None
    old = enumerate(law.below(section.ref), start=1)
    placed = {moves.get(n) or n: _inside(law, ledd) for n, ledd in old if n not in gone}
    for number, clauses in worded.items():
        placed[number or 0] = _block(law, section, clauses[0], act)
    return [placed[number] for number in sorted(placed)]


def _inside(law: Law, provision: Provision) -> Block:
    """A provision and everything under it, in order."""
    parts = [_inside(law, part) for part in law.below(provision.ref)]
    return [provision, *(inner for part in parts for inner in part)]


def _block(law: Law, section: Provision, clause: Clause, act: str) -> Block:
    """An act's ledd, named as if it were the section's only one."""
    written = Section(_name(section), clauses=[clause])
    made = build(law.refid, [written]).provisions[1:]
    return [replace(part, wording_from=act) for part in made]


def _with(law: Law, section: Provision, blocks: list[Block]) -> Law:
    """The law with the section as given, its ledd named by their new order."""
    section = replace(section, status=Status.PENDING if section.pending else Status.CURRENT)
    parts = [
        part
        for number, block in enumerate(blocks, start=1)
        for part in _renamed(block, section, number, alone=len(blocks) == 1)
    ]
    old = law.by_ref[section.ref]
    at = law.provisions.index(old)
    after = at + len(_inside(law, old))
    together = (*law.provisions[:at], section, *parts, *law.provisions[after:])
    placed = (replace(p, position=n) for n, p in enumerate(together, start=1))
    return replace(law, provisions=tuple(placed))


def _renamed(block: Block, section: Provision, number: int, *, alone: bool) -> Block:
    """The block as the section's ledd number `number`."""
    was, now = block[0].ref, f"{section.ref} {numbering.ledd_name(number)}"
    return [
        replace(
            part,
            ref=now + part.ref.removeprefix(was),
            parent=section.ref if part is block[0] else now + part.parent.removeprefix(was),
            number=str(number) if part is block[0] else part.number,
            short=part.short
            if alone and part.short != part.ref
            else now + part.ref.removeprefix(was),
            chapter=section.chapter,
            status=section.status,
            pending=section.pending,
        )
        for part in block
    ]
