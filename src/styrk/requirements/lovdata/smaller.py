"""Changes of a part of a ledd: one sentence of it, or one of its items. Only where there is no doubt."""

import re
from collections.abc import Sequence
from dataclasses import replace

from styrk.requirements.lovdata.shape import Amendment, Clause, Marking, Provision, Verb

# A ledd and all its items, in order.
type Block = list[Provision]

SENTENCE, LETTER, NUMBER = "setning", "bokstav", "nummer"
MARKED = {LETTER: Marking.LETTER, NUMBER: Marking.NUMBER}
# A full stop with a capital after it ends a sentence, but not behind these: then one has to read it.
END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«])")
SHORTENED = re.compile(
    r"^\d+\.$|(?:^|[\s(])(?:jf|jfr|nr|mv|m\.v|m\.m|osv|o\.l|bl\.a|f\.eks|dvs|ca|evt|kap|pkt|kgl|res|prop|st|ot|innst"
    r"|dr|prof|[a-zæøå])\.$",
    re.IGNORECASE,
)


def patched(block: Block, changes: Sequence[Amendment], act: str) -> Block | None:
    """The ledd with its parts changed; None where the act and the law leave any doubt."""
    kinds = {one.path[1][0] for one in changes}
    if kinds == {SENTENCE}:
        return _with_sentences(block, changes, act)
    return _with_items(block, changes, act) if kinds <= MARKED.keys() else None


def sentences(text: str) -> list[str] | None:
    """The sentences of a text; None where a full stop may or may not end one."""
    if "\n" in text or not text:
        return None
    found = END.split(text)
    doubtful = any(SHORTENED.search(one) for one in found[:-1])
    return None if doubtful or not found[-1].endswith((".", "!", "?")) else found


def _with_sentences(block: Block, changes: Sequence[Amendment], act: str) -> Block | None:
    """Each new text in the place of the sentences it stands for, or between them."""
    ledd = block[0]
    old = sentences(ledd.text) if len(block) == 1 else None
    verbs = {one.verb for one in changes}
    told = [(_number(one), _words(one)) for one in changes]
    if old is None or len(verbs) > 1 or any(not number or not text for number, text in told):
        return None
    new = _added(old, told) if verbs == {Verb.ADD} else _changed(old, told)
    if new is None or verbs - {Verb.ADD, Verb.CHANGE}:
        return None
    return [replace(ledd, text=" ".join(new), wording_from=act)]


def _number(change: Amendment) -> int:
    told = change.path[1][1]
    return int(told) if told.isdecimal() and len(told) < 3 else 0


def _words(change: Amendment) -> str:
    """The one text that the act gives, with nothing under it."""
    (clause,) = change.clauses if len(change.clauses) == 1 else (Clause(""),)
    return "" if clause.points or "\n" in clause.text else clause.text


def _changed(old: list[str], told: list[tuple[int, str]]) -> list[str] | None:
    """«Første og andre punktum skal lyde» gives one text for both, which stands where the first stood."""
    places = dict(told)
    if len(places) != len(told) or max(places) > len(old):
        return None
    for text in places.values():
        numbers = sorted(number for number, other in told if other == text)
        if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            return None
    return [
        places.get(number, sentence)
        for number, sentence in enumerate(old, start=1)
        if number not in places or places[number] != places.get(number - 1)
    ]


def _added(old: list[str], told: list[tuple[int, str]]) -> list[str] | None:
    new = list(old)
    for number, text in sorted(told):
        if number > len(new) + 1:
            return None
        new.insert(number - 1, text)
    return new


def _with_items(block: Block, changes: Sequence[Amendment], act: str) -> Block | None:
    """The items by their marks in the law. One that was counted by us is not known by its mark."""
    new = list(block)
    for change in changes:
        kind, mark = change.path[1]
        found = [
            place
            for place, one in enumerate(block)
            if one.parent == block[0].ref and (one.marking, one.number) == (MARKED[kind], mark)
        ]
        text = _item(change, mark)
        alone = len(found) == 1 and not any(one.parent == block[found[0]].ref for one in block)
        if change.verb is not Verb.CHANGE or not text or not alone or block[found[0]].by_order:
            return None
        new[found[0]] = replace(block[found[0]], text=text, wording_from=act)
    return new


def _item(change: Amendment, mark: str) -> str:
    """The one item that the act gives, where it has this mark and nothing under it."""
    points = change.clauses[0].points if len(change.clauses) == 1 else ()
    fit = len(points) == 1 and points[0].mark == mark and not points[0].points
    return points[0].text if fit and not change.clauses[0].text else ""
