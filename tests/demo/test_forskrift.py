"""The demo's forskrift is what Lovdata's own file is read as, and everything said of it is said once."""

from datetime import datetime
from pathlib import Path

import pytest

from styrk.core import guard
from styrk.core.clock import OSLO, day
from styrk.demo.mandate import annual, regulation
from styrk.regulation.letters import LETTERS
from styrk.requirements import statutes
from styrk.requirements.lovdata.reading import read

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=OSLO)
FILE = Path(__file__).parents[2] / "../shared/domain/lovdata/forskrift-2016-10-28-1250.json"


def test_just_the_letters_are_marked():
    sentences = regulation.forskrift(NOW).sentences

    marked = [letter for one in sentences for letter in one.letters]
    assert len(marked) == len(set(marked)) == 21
    assert set(marked) <= set(LETTERS)
    assert all((one.kind == "standing") == bool(one.letters) for one in sentences)


def test_it_is_the_same_as_the_file_from_lovdata():
    if not FILE.exists():
        pytest.skip(f"needs {FILE}")
    law = read(FILE.read_bytes(), FILE.name).law
    assert law is not None
    theirs, ours = statutes.received(law, day(NOW)), regulation.forskrift(NOW)

    assert (ours.code, ours.kind, ours.title) == (theirs.code, theirs.kind, theirs.title)
    assert (ours.label, ours.dated, ours.issuer) == (theirs.label, theirs.dated, theirs.issuer)
    told = [(one.ref, one.parent, one.text, one.letters) for one in ours.sentences]
    assert told == [(one.ref, one.parent, one.text, one.letters) for one in theirs.sentences]


def test_each_letter_has_an_answer():
    answers = regulation.written()["answers"]

    assert sorted(answers) == sorted(
        letter for one in regulation.forskrift(NOW).sentences for letter in one.letters
    )
    texts = [text for one in answers.values() for text in one.values()]
    assert len(texts) == len(set(texts))
    assert not [text for text in texts if guard.blocking(text) or guard.warnings(text)]


def test_no_melding_points_at_a_person():
    told = [*annual.written()["approved"], *annual.written()["draft"]]
    texts = [one[part] for one in told for part in ("foreword", "plan")]
    texts += [text for one in told for heard in one["heard"] for text in heard.values()]

    assert not [text for text in texts if guard.blocking(text) or guard.warnings(text)]
