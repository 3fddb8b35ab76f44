"""Who supervises what: today's names, those before, and the laws we have."""

import tomllib

import pytest

from styrk.requirements import commands, queries
from styrk.requirements.commands.authorities import FILE
from styrk.requirements.models import Authority, Supervision
from styrk.trail.models import Entry

LAW = "lov/1999-07-02-61"


@pytest.fixture
def settle(db, now):
    return lambda: commands.settle_authorities(by=None, now=now)


def test_the_register_has_todays_names_with_those_before(settle):
    settle()
    today = {one.name: one for one in queries.authorities()}

    dmp = today["Direktoratet for medisinske produkter"]
    assert [one.name for one in dmp.predecessors.all()] == ["Statens legemiddelverk"]
    assert not dmp.verified
    assert "Statens strålevern" not in today
    assert {"Statens helsetilsyn", "Statsforvalterne", "Riksrevisjonen"} <= set(today)


def test_again_it_changes_nothing(settle):
    settle()
    before = Authority.objects.count(), Supervision.objects.count(), Entry.objects.count()
    settle()

    assert before == (Authority.objects.count(), Supervision.objects.count(), Entry.objects.count())
    assert before[:2] == (18, sum(len(a.get("laws", ())) for a in authorities()))


def authorities():
    return tomllib.loads(FILE.read_text())["authority"]


def test_every_successor_is_in_the_file():
    codes = {one["code"] for one in authorities()}

    assert {one["successor"] for one in authorities() if "successor" in one} <= codes


def test_a_law_is_linked_when_it_comes(settle, now):
    settle()
    source = commands.register_source(
        code=LAW, kind="law", title="Spesialisthelsetjenesteloven", by=None, now=now
    )
    settle()

    names = source.supervised_by.values_list("authority__name", flat=True)
    assert sorted(names) == ["Statens helsetilsyn", "Statsforvalterne"]


def test_the_page(settle, page, nurse):
    settle()
    html = page(nurse).get("/krav/tilsyn/").content.decode()

    assert "Datatilsynet" in html
    assert "Tidligere Statens legemiddelverk" in html
    assert "ikke kontrollert" in html
