"""Which reports are like each other, and which make groups: our own sentences, in many dresses."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrk.incidents.recurrence.answers import as_json, find
from styrk.incidents.recurrence.languages import UnknownLanguage, language
from styrk.incidents.recurrence.reading import Report
from styrk.incidents.recurrence.reasons import why

FALL = (
    "Pasienten falt på badet i natt, gulvet var vått etter dusjen.",
    "Fall på bad, nattevakt. Vått gulv etter dusj.",
    "Pas. falt på det våte gulvet på badet.",
)
MEDICINE = (
    "Feil dose insulin gitt til kveldsmåltidet, dobbelkontroll ikke utført.",
    "Insulin gitt i feil dose, ingen dobbelkontroll.",
    "Ikke dobbeltkontrollert: feil insulindose til kveld.",
)
OTHER = (
    "Heisen stod mellom tredje og fjerde etasje i tjue minutter.",
    "Epikrisen ble sendt til en annen fastlege.",
    "Det manglet blodprøverør på lageret.",
)
ALL = (*FALL, *MEDICINE, *OTHER)


def found(texts, *, lang="nb", top=10):
    return find([Report(text) for text in texts], lang=lang, top=top)


def groups(texts) -> set[frozenset[str]]:
    return {frozenset(texts[row] for row in rows) for rows in found(texts).groups}


def best(one: str, *others: str) -> str:
    similar = found([one, *others]).similar[0]
    return [one, *others][similar[0].row] if similar else ""


def test_reports_of_the_same_stand_first():
    similar = found(ALL).similar

    assert {one.row for one in similar[0][:2]} == {1, 2}
    assert {one.row for one in similar[3][:2]} == {4, 5}


def test_groups_are_of_the_same_and_leave_the_rest_alone():
    made = groups(ALL)

    assert len(made) == 2
    assert all(one <= set(FALL) or one <= set(MEDICINE) for one in made)


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("Eg gjekk åleine til sjukehuset", "Jeg gikk alene til sykehuset"),
        ("pasientane fekk ikkje medisin", "pasientene fikk ikke legemidler"),
        ("sengealarmen virket ikke", "alarm på seng virket dårlig"),
        ("medisinfeil ved utskrivning", "medisnfeil ved utskrivnng"),
        ("å ærlig øl", "A\u030a ÆRLIG ØL"),
    ],
)
def test_nynorsk_compounds_and_typing_errors_are_met(one, same):
    assert best(one, "Heisen stod stille i dag", same, "Rør manglet på lageret") == same


def test_english_has_its_own_stems():
    texts = ["falling patients", "patient falls", "broken lift"]

    assert found(texts, lang="en").similar[0][0].row == 1
    with pytest.raises(UnknownLanguage):
        language("zz")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60) | st.sampled_from(ALL), max_size=12), st.randoms())
def test_the_order_of_rows_changes_nothing(texts, randomly):
    order = list(range(len(texts)))
    randomly.shuffle(order)
    straight, mixed = found(texts), found([texts[at] for at in order])

    assert [_scores(mixed.similar[order.index(row)]) for row in range(len(texts))] == [
        _scores(one) for one in straight.similar
    ]
    assert {frozenset(rows) for rows in straight.groups} == {
        frozenset(order[at] for at in rows) for rows in mixed.groups
    }


def _scores(similar):
    return [one.score for one in similar]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=10), st.integers(1, 4))
def test_the_answer_always_has_its_form(texts, top):
    answer = as_json(found(texts, top=top))

    assert answer["rows"] == len(texts)
    assert [one["row"] for one in answer["similar"]] == list(range(len(texts)))
    for one in answer["similar"]:
        scores = [other["score"] for other in one["to"]]
        assert len(scores) <= top
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)
        assert one["row"] not in {other["row"] for other in one["to"]}
    rows = [row for group in answer["groups"] for row in group]
    assert len(rows) == len(set(rows))
    assert all(len(group) > 1 for group in answer["groups"])


def test_nothing_is_like_a_text_without_words():
    answer = found(["😀😀", "😀😀", "", "", "\x00", "..."])

    assert answer.similar == [[]] * 6
    assert answer.groups == []


def test_the_same_text_is_alike_though_there_are_but_two():
    answer = found(["Heisen stod", "heisen STOD"])

    assert answer.similar[0][0].score == 1
    assert answer.groups == [[0, 1]]


def test_very_many_with_the_same_words_are_one_group():
    answer = found([FALL[0]] * 20_000 + [OTHER[0]])

    assert len(answer.groups[0]) == 20_000
    assert {len(one) for one in answer.similar[:-1]} == {10}


def test_a_text_as_long_as_a_book_is_read_in_part():
    answer = found(["vått gulv på badet " * 200_000, "x" * 1_000_000, "Vått gulv på badet"])

    assert answer.similar[2][0].row == 0


def test_a_chain_is_not_one_heap():
    """Each is like the next, and the first is like nothing in the last."""
    words = [f"ord{nth}" for nth in range(200)]
    texts = [" ".join(words[at : at + 8]) for at in range(0, 190, 2)]

    assert max(map(len, found(texts).groups)) < 12


def test_place_and_time_tell_between_equals():
    day = date(2026, 1, 31)
    near = Report(FALL[1], day - timedelta(days=2), "A")
    far = Report(FALL[1], day - timedelta(days=700), "B")
    answer = find([Report(FALL[0], day, "A"), far, near], lang="nb", top=10)

    assert [one.row for one in answer.similar[0]] == [2, 1]
    assert answer.similar[0][0].score > answer.similar[0][1].score


def test_why_they_match():
    answer = found(ALL)
    day = date(2026, 1, 31)
    reason = why(
        Report(FALL[0], day, "Åsen"),
        Report(FALL[2], day - timedelta(days=9), "Åsen"),
        answer.scanned.model,
    )

    assert set(reason.words) == {"pasienten", "falt", "gulvet", "badet", "vått"}
    assert reason.phrases == ("pasienten falt",)
    assert (reason.same_site, reason.days) == (True, 9)


def test_the_same_answer_whatever_is_left_out_for_speed(monkeypatch):
    """With a small budget few are compared in full; those that are most alike are among them."""
    randomly = random.Random(4)
    texts = [
        " ".join(randomly.sample(text.split(), k=5)) + f" rom {n}"
        for n in range(60)
        for text in ALL
    ]
    whole = found(texts, top=3)
    monkeypatch.setattr("styrk.incidents.recurrence.scan.BUDGET", 20_000)
    monkeypatch.setattr("styrk.incidents.recurrence.scan.CANDIDATES", 30)
    part = found(texts, top=3)

    same = sum(a[:1] == b[:1] for a, b in zip(whole.similar, part.similar, strict=True))
    assert same > 0.5 * len(texts)
