import json
from dataclasses import dataclass

from styrk.core.frozen import as_json, digest_of, revived


@dataclass(frozen=True)
class Inner:
    share: float | None
    counts: dict[str, int]


@dataclass(frozen=True)
class Outer:
    title: str
    parts: tuple[Inner, ...] = ()
    pair: tuple[str, int] = ("", 0)
    one: Inner | None = None
    later: int = 7


WHOLE = Outer("Æ", (Inner(1e22, {"a": 1}), Inner(None, {})), ("x", 2), Inner(0.1, {}))


def test_there_and_back():
    assert revived(Outer, as_json(WHOLE)) == WHOLE


def test_a_large_number_is_a_fraction_again():
    """jsonb gives 1e22 back as a whole number."""
    told = json.loads(json.dumps(as_json(WHOLE)).replace("1e+22", "1" + "0" * 22))

    assert digest_of(revived(Outer, told)) == digest_of(WHOLE)


def test_what_was_not_yet_there_has_its_default():
    told = as_json(WHOLE)
    del told["later"]

    assert revived(Outer, told).later == 7


def test_the_digest_follows_the_content():
    assert digest_of(WHOLE) != digest_of(Outer("Ø"))
    assert len(digest_of(WHOLE)) == 64
