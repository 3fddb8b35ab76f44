"""One report against many: what the index finds, and what it costs."""

import random

import numpy as np
import pytest

from styrk.incidents.recurrence import index as module
from styrk.incidents.recurrence import scan as scanning
from styrk.incidents.recurrence.features import counted, model_of
from styrk.incidents.recurrence.index import Index, keep, score
from styrk.incidents.recurrence.languages import language
from tests.incidents.recurrence.test_alike import ALL, FALL, MEDICINE

WORDS = sorted({word for text in ALL for word in text.split()})


def invented(number: int, seed: int = 1) -> list[str]:
    """Texts of words that are as unevenly common as in any language."""
    randomly = random.Random(seed)
    words = [f"{randomly.choice(WORDS)}{n}" for n in range(4000)]
    weights = [1 / (n + 1) for n in range(len(words))]
    return [" ".join(randomly.choices(words, weights, k=25)) for _ in range(number)]


def model(texts):
    return model_of(counted(texts, language()), language())


def test_a_report_finds_those_like_it():
    index = Index(ALL, model(ALL))

    assert {row for row, _ in index.match("Pasienten falt på vått gulv på badet")[:3]} == {0, 1, 2}


def test_the_score_is_that_of_the_scan():
    """Also one by one, in any order, and of texts that the model has never seen."""
    known = model(ALL)
    likes = score(FALL[0], [*FALL, *MEDICINE, "", "zzz"], known)

    assert likes[0] == pytest.approx(1, abs=1e-6)
    assert likes[-2:].tolist() == [0, 0]
    assert score(FALL[0], [FALL[2]], known)[0] == pytest.approx(likes[2], abs=1e-6)
    assert score(FALL[2], [FALL[0]], known)[0] == pytest.approx(likes[2], abs=1e-6)
    assert score("nytt ord xyz", ["xyz nytt ord"], known)[0] > 0.5


def test_words_that_the_model_has_not_seen_are_found_too():
    index = Index([*ALL, "Kvernsteinen gnisset"], model(ALL))

    assert index.match("kvernsteinen igjen")[0][0] == len(ALL)


def test_nothing_is_found_for_nothing():
    assert Index(ALL, model(ALL)).match("😀") == []
    assert Index([], model(ALL)).match(FALL[0]) == []


def test_keys_are_the_same_in_every_run_and_each_of_a_report_once():
    kept = keep([FALL[0], "", FALL[0]], model(ALL))
    first = kept.keys[kept.starts[0] : kept.starts[1]]

    assert len(first) == module.KEPT == len(set(first.tolist()))
    assert kept.starts.tolist() == [0, 16, 16, 32]
    assert np.array_equal(first, kept.keys[16:])


def test_what_is_most_alike_is_among_the_few_that_are_compared():
    texts = invented(3000)
    index = Index(texts, model(texts))
    hits = 0
    for text in texts[:60]:
        asked = " ".join(text.split()[5:])
        best = int(np.argmax(score(asked, texts, index.model)))
        hits += index.match(asked)[0][0] == best
    assert hits >= 57


def test_the_work_is_bounded_however_many_there_are(monkeypatch):
    """In multiplications of the scan, never in seconds: with a budget they grow no more."""
    monkeypatch.setattr(scanning, "BUDGET", 200_000)
    for number in (500, 2_000, 4_000):
        layers = counted(invented(number), language())
        of_all = np.concatenate([layer.counts.indices for layer in layers])
        texts = np.bincount(of_all).astype(np.int64)
        most = scanning._commonest(texts)
        assert (texts[texts <= most] ** 2).sum() <= 200_000
        assert most >= 1


def test_more_than_can_be_paid_for_is_not_read(monkeypatch):
    monkeypatch.setattr(module, "BUDGET", 0)

    assert Index(ALL, model(ALL)).match(FALL[0]) == []
