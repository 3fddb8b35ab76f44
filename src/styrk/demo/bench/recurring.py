"""Reports that recur: how long it takes to find them, and how well they are found.

As many reports as the database has, made of the sentences of our own stories with some words changed;
and the labelled files in ../shared/data/recurrence, where they are, against plain TF-IDF.
"""

import re
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from random import Random
from statistics import median

from styrk.core import scope
from styrk.demo import world_files
from styrk.demo.bench import labelled
from styrk.demo.bench.found import Found
from styrk.incidents.models import Incident
from styrk.incidents.recurrence.features import counted, model_of
from styrk.incidents.recurrence.groups import groups
from styrk.incidents.recurrence.index import Index
from styrk.incidents.recurrence.languages import language
from styrk.incidents.recurrence.scan import scan

SENTENCE = re.compile(r"(?<=[.!?])\s+")
# Of a million reports a hundred thousand are scanned; a model is made of as many.
SCANNED = 10
# Of a small database a small part of each labelled file; of a million reports all of it.
SHARE = 100
# The scan's cost for each report, on all and on a fourth of them.
PART, MOST_GROWTH = 4, 1.5
MOST_SECONDS, MOST_MILLISECONDS = 60.0, 100.0
QUESTIONS = 40
SEED = 1


def speed(_now: datetime) -> Iterator[Found]:
    with scope.acting(scope.SYSTEM):
        number = Incident.objects.count()
    texts = _texts(number, SEED)
    some = texts[: max(PART, number // SCANNED)]
    seconds = _timed(lambda: groups(scan(some, language())))
    part = some[: len(some) // PART]
    growth = seconds / _timed(lambda: groups(scan(part, language()))) * len(part) / len(some)
    yield Found(f"s for {_said(len(some))} meldinger", seconds, MOST_SECONDS)
    yield Found(f"x så mye for hver som av {_said(len(part))}", growth, MOST_GROWTH)
    index = Index(texts, model_of(counted(some, language()), language()))
    each = [_timed(lambda text=text: index.match(text)) for text in _texts(QUESTIONS, SEED + 1)]  # type: ignore[misc]
    yield Found(f"ms for én mot {_said(number)}", median(each) * 1000, MOST_MILLISECONDS)
    yield Found("ms, den tregeste", max(each) * 1000, None)


def agreement(_now: datetime) -> Iterator[Found]:
    """Each figure ours, plain TF-IDF's, and the least they differ by (bootstrap, 95 %)."""
    with scope.acting(scope.SYSTEM):
        number = Incident.objects.count()
    for one in labelled.compared(number // SHARE):
        yield Found(one.what, one.ours, None)
        yield Found("TF-IDF", one.plain, None)
        yield Found("x TF-IDF, minst", one.least, 1.0, at_least=True)


def _texts(number: int, seed: int) -> list[str]:
    """Each of some sentences about one kind of event, a place of its own, and a few words from others."""
    random = Random(seed)  # noqa: S311 - the same in every run
    stories = [
        [part for text in story.texts for part in SENTENCE.split(text) if part]
        for story in world_files.stories()
    ]
    words = [word for story in stories for part in story for word in part.split()]
    return [_text(random, random.choice(stories), words) for _ in range(number)]


def _text(random: Random, parts: list[str], words: list[str]) -> str:
    told = random.sample(parts, min(len(parts), random.randint(2, 6)))
    told.append(
        f"Rom {random.randint(1, 400)}, kl. {random.randint(0, 23)}.{random.randint(10, 59)}."
    )
    said = " ".join(told).split()
    for _ in range(len(said) // 6):
        said[random.randrange(len(said))] = random.choice(words)
    return " ".join(said)


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _said(number: int) -> str:
    return f"{number:,}".replace(",", " ")
