"""Which facts are worth asking about: those that, told otherwise, would give other notices."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations

from styrk.incidents.notices.assessing import Assessment, assess
from styrk.incidents.notices.duty import Duty, duties
from styrk.incidents.notices.events import Event
from styrk.incidents.notices.facts import Fact, Value, facts

type Given = list[tuple[str, tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]]]


def facts_that_matter(event: Event) -> list[Fact]:
    """Those of which another answer would give another duty, recipient or clock, as all else stands."""
    return [fact for fact in facts().values() if _matters(fact, event)]


def may_apply(event: Event, unknown: Collection[str]) -> list[Assessment]:
    """The duties that would apply, and do not, if all that is not known of yes and no were yes."""
    applies = {one.duty.code for one in assess(event) if one.applies}
    told = {**event.facts, **{name: True for name in unknown if not facts()[name].values}}
    found = assess(replace(event, facts=told))
    return [one for one in found if one.applies and one.duty.code not in applies]


def _matters(fact: Fact, event: Event) -> bool:
    asking = _asking()[fact.name]
    stands = _given(asking, event)
    others = (replace(event, facts={**event.facts, fact.name: one}) for one in _others(fact))
    return any(_given(asking, other) != stands for other in others)


def _others(fact: Fact) -> Iterator[Value]:
    if not fact.values:
        yield from (True, False)
    elif fact.many:
        sizes = range(1, len(fact.values) + 1)
        yield from (frozenset(some) for size in sizes for some in combinations(fact.values, size))
    else:
        yield from fact.values


@cache
def _asking() -> Mapping[str, tuple[Duty, ...]]:
    """The duties that ask for each fact."""
    return {
        name: tuple(duty for duty in duties() if any(one.name == name for one in duty.questions))
        for name in facts()
    }


def _given(asked: Collection[Duty], event: Event) -> Given:
    return [
        (one.duty.code, tuple((n.step.words, n.recipients, n.copies) for n in one.notices))
        for one in assess(event, asked)
    ]
