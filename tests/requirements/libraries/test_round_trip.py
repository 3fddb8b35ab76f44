"""Any library at all, written in any form, is read back the same."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styrk.requirements.libraries import (
    KINDS,
    RHYTHMS,
    Item,
    Level,
    Library,
    Mapping,
    MappingSet,
    RiskMatrix,
    read,
)
from tests.requirements.libraries.files import WRITERS, codes

# Every sign that a text may hold, with those that files trip over more often than their share.
TRICKY = "=+-@'\"|>;:,#&*!%{}[]<>~`\\_x005F \n\t0123456789.eE"
SIGNS = st.one_of(
    st.sampled_from(TRICKY),
    st.characters(
        blacklist_categories=("Cs", "Cc"),
        blacklist_characters="\u2028\u2029\ufffe\uffff",
    ),
)
TEXTS = st.text(SIGNS, max_size=30).map(str.strip)
PITFALLS = st.sampled_from(
    ["3.10", "no", "null", "true", "~", "1e3", "1e+22", "0x1F", "12:30", "2026-01-01", "=1+1", "<<",
     "_x000D_", "x005F_", "a: b", "- a", "# a", "|", "a\n\n  b", "a \nb", "\ufeffa", "%a", "@a"]
)  # fmt: skip
TOLD = st.one_of(PITFALLS, TEXTS)
SAID = TOLD.filter(bool)
LINES = SAID.map(lambda text: " ".join(text.split())).filter(bool)
LANGUAGES = st.sampled_from(["nn", "en", "se", "zh_CN", "pt-BR"])
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | TOLD | st.sampled_from(["a\r\nb", " a ", "\u2028"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TOLD, inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
EXTRAS = st.dictionaries(SAID, PLAIN, max_size=2)
DATES = st.none() | st.dates(date(1000, 1, 1))


def translations(*fields):
    texts = st.dictionaries(st.sampled_from(fields), SAID, min_size=1, max_size=2)
    return st.dictionaries(LANGUAGES, texts, max_size=2)


LEVELS = st.builds(
    Level,
    title=SAID,
    code=TOLD,
    text=TOLD,
    colour=TOLD,
    translations=translations("title", "text"),
    extra=EXTRAS,
)


@st.composite
def matrices(draw):
    scale = st.lists(LEVELS, min_size=1, max_size=2).map(tuple)
    likelihood, consequence, risk = draw(scale), draw(scale), draw(scale)
    cell = st.integers(0, len(risk) - 1)
    grid = tuple(tuple(draw(cell) for _ in consequence) for _ in likelihood)
    return RiskMatrix(
        title=draw(SAID),
        code=draw(TOLD),
        likelihood=likelihood,
        consequence=consequence,
        risk=risk,
        grid=grid,
        translations=draw(translations("title", "description")),
        extra=draw(EXTRAS),
    )


PAIRS = st.builds(
    Mapping,
    source=SAID,
    target=SAID,
    relation=TOLD,
    strength=st.none() | st.integers(-10, 10),
    rationale=TOLD,
    extra=EXTRAS,
)
SETS = st.builds(
    MappingSet,
    source=SAID,
    target=SAID,
    title=TOLD,
    mappings=st.lists(PAIRS, max_size=2).map(tuple),
    translations=translations("title"),
    extra=EXTRAS,
)


@st.composite
def requirements(draw):
    refs = draw(st.lists(LINES, max_size=5, unique=True))
    order = draw(st.permutations(refs))  # a parent may stand below its children
    items = []
    for position, ref in enumerate(refs, start=1):
        above = order[: order.index(ref)]
        items.append(
            Item(
                ref=ref,
                position=position,
                parent=draw(st.none() | st.sampled_from(above)) if above else None,
                point=draw(TOLD),
                title=draw(SAID),
                text=draw(TOLD),
                note=draw(TOLD),
                assessable=draw(st.booleans()),
                kind=draw(st.sampled_from(("", *KINDS))),
                rhythm=draw(st.sampled_from(("", *RHYTHMS))),
                due=draw(DATES),
                groups=tuple(draw(st.lists(SAID, max_size=2, unique=True))),
                translations=draw(translations("title", "text", "note")),
                extra=draw(EXTRAS),
            )
        )
    return tuple(items)


@st.composite
def libraries(draw):
    return Library(
        title=draw(SAID),
        version=draw(SAID),
        code=draw(SAID),
        urn=draw(TOLD),
        language=draw(TOLD),
        issuer=draw(TOLD),
        licence=draw(TOLD),
        description=draw(TOLD),
        dated=draw(DATES),
        requirements=draw(requirements()),
        mappings=tuple(draw(st.lists(SETS, max_size=1))),
        risk_matrices=tuple(draw(st.lists(matrices(), max_size=1))),
        translations=draw(translations("title", "description")),
        extra=draw(st.dictionaries(SAID, PLAIN, min_size=1, max_size=2)),
    )


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(library=libraries())
def test_any_library_comes_back_the_same(form, library):
    again = read(WRITERS[form](library), "igjen")

    assert [(str(one.place), one.text) for one in again.problems] == []
    assert codes(again) == []
    assert again.library == library


@pytest.mark.parametrize("form", WRITERS)
def test_a_requirement_whose_every_word_no_cell_holds(form):
    item = Item(ref="r", position=1, title="_x000D_")
    library = Library(title="T", version="1", code="t", requirements=(item,))

    assert read(WRITERS[form](library), "igjen").library == library
