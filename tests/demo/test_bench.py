"""The bench: what it makes of what it measures, and one whole run on a small region."""

import os
import subprocess
import sys
from dataclasses import dataclass, replace

import pytest

from styrk.compliance.models import Night, Picture
from styrk.core import scope
from styrk.demo.bench import figures, labelled, sizes, table, weight, works
from styrk.demo.bench.figures import Figure, Measured, PageFigures, Sample
from styrk.demo.bench.found import Found
from styrk.demo.bench.measuring import measure
from styrk.demo.bench.pages import BY_NAME
from styrk.demo.bench.sizes import SIZES, Size
from styrk.demo.bench.titles import WORKS
from styrk.demo.bench.visitor import Answer
from styrk.organisation.models import Unit
from styrk.review.models import Report
from tests import populated
from tests.demo.test_region import INCIDENTS, told  # noqa: F401 - a fixture

# Takes as long in a region of hundreds of units as all the rest.
NIGHTLONG = frozenset({"night"})
LOOKED = {
    "queries": 7,
    "control": 2,
    "sent": 9_000,
    "gzip": 3_000,
    "files": {"/static/a.css": 4_000, "/static/b.woff2": 50_000},
    "asked_again": 0,
}


def sample(cpu: float, database: float | None = 1.0, wall: float = 10.0) -> Sample:
    return Sample([cpu] * 5, [] if database is None else [database] * 5, [wall] * 5)


def a_figure(incidents: int, cpu: float, database: float = 1.0, **looked: object) -> Figure:
    references = {"hello": sample(0.5), "empty": sample(2.0)}
    return figures.figure(incidents, LOOKED | looked, sample(cpu, database), references)


def a_page(name: str = "list", **second: object) -> PageFigures:
    small, large = a_figure(10, 6.0), a_figure(1_000, 6.0, **second)
    return figures.page_figures(name, "Liste", [small, large])


def met(page: PageFigures) -> dict[str, bool]:
    return {aim.what: aim.met for aim in page.aims}


def test_ratios_are_to_what_was_measured_beside():
    figure = a_figure(10, 6.0)
    assert (figure.to_hello, figure.to_empty) == (12.0, 3.0)
    assert figure.cost_ms == 7.0


def test_growth_is_our_cpu_and_the_databases_together():
    assert a_page().growth == 1.0
    assert a_page(database=8.0).growth == pytest.approx(2.0)


def test_where_the_database_does_not_tell_it_is_what_the_wall_says_more():
    figure = figures.figure(10, LOOKED, sample(6.0, None), {})
    assert figure.database_ms == 4.0
    assert figure.to_empty is None


def test_a_page_within_all_aims():
    assert met(a_page()) == {
        "spørringer": True,
        "x tom side": True,
        "vekst": True,
        "kB første besøk": True,
        "kB senere besøk": True,
    }


@pytest.mark.parametrize(
    ("aim", "change"),
    [
        ("spørringer", {"queries": 13}),
        ("vekst", {"database": 3.0}),
        ("kB første besøk", {"sent": 70_000}),
        ("kB senere besøk", {"sent": 15_001}),
        ("kB senere besøk", {"asked_again": 6_001}),
    ],
)
def test_a_page_over_one_aim(aim, change):
    assert not met(a_page(**change))[aim]


def test_four_times_the_empty_page_is_the_aim_of_some_pages_only():
    slow = [a_figure(10, 8.1), a_figure(1_000, 8.1)]
    assert not met(figures.page_figures("list", "", slow))["x tom side"]
    assert "x tom side" not in met(figures.page_figures("search-rare", "", slow))


def test_the_references_have_no_aims():
    assert a_page("empty").aims == ()


def test_an_answer_without_files_is_no_visit():
    looked = LOOKED | {"files": {}, "sent": 0}
    by_size = [figures.figure(n, looked, sample(6.0), {}) for n in (10, 1_000)]
    assert set(met(figures.page_figures("report", "", by_size))) == {"spørringer", "vekst"}


def measured(*pages: PageFigures) -> Measured:
    return Measured(pages=pages, missing=("map",), requests=5, database_cpu_known=True)


def test_the_table_says_what_is_over():
    good, bad = a_page(), replace(a_page(queries=13), title="Tung side")
    lines = table.in_words(measured(good, bad)).splitlines()
    over = [line for line in lines if "OVER" in line]
    assert len(over) == 1
    assert "Tung side" in over[0]
    assert "OVER spørringer 13 (≤ 12)" in over[0]
    assert any("1 000" in line for line in lines)
    assert any("map" in line for line in lines)


def test_the_same_as_json():
    shape = table.as_json(measured(a_page(), a_page(queries=13)))
    assert shape["met"] is False
    assert [page["aims"][0]["met"] for page in shape["pages"]] == [True, False]
    assert shape["pages"][0]["by_size"][1]["incidents"] == 1_000
    assert table.as_json(measured(a_page()))["met"] is True


@pytest.mark.parametrize(("found", "at_least", "met_"), [(3, False, True), (3, True, False)])
def test_work_has_aims_of_its_own(found, at_least, met_):
    one = Found("x", found, 4, at_least=at_least)
    work = {"name": "w", "title": "Arbeid", "found": [vars(one) | {"met": one.met}]}
    shape = replace(measured(a_page()), works=(work,))
    assert one.met is met_
    assert table.as_json(shape)["met"] is met_
    assert ("OVER" in table.in_words(shape)) is not met_


def test_what_is_alike_is_found_better_than_by_plain_words():
    """On a part of our own stories, and of the labelled files where they are."""
    found = {one.what: one for one in labelled.compared(200)}
    assert found["egne ti nærmeste"].ours > found["egne ti nærmeste"].plain
    assert all(0 < one.least <= one.ours / one.plain + 1e-9 for one in found.values())
    assert list(labelled.compared(3)) == []


def test_the_charts_are_timed_on_series_of_two_lengths():
    assert {works._number(length) for length in works.IN_R} == {200}
    assert {len(row["v"]) for row in works._rows(24)} == {24}


def test_the_weight_of_a_visit_is_what_is_sent():
    page = Answer(
        200,
        {"Content-Type": "text/html; charset=utf-8"},
        b'<link href="/static/a.1.css"><script src="/static/b.js"></script><a href="/x/">x</a>',
    )
    files = {
        "/static/a.1.css": Answer(200, {"Cache-Control": "max-age=9, public, immutable"}, b"12345"),
        "/static/b.js": Answer(200, {"Cache-Control": "max-age=60"}, b"123"),
    }
    looked = weight.of(page, files.__getitem__)
    assert looked["files"] == {"/static/a.1.css": 5, "/static/b.js": 3}
    assert looked["asked_again"] == 3
    assert looked["sent"] == len(page.body)


def test_what_is_sent_compressed_is_weighed_so():
    page = Answer(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"1234")
    looked = weight.of(page, {}.__getitem__)
    assert (looked["sent"], looked["gzip"]) == (4, 4)


def test_the_two_databases_differ_in_incidents_alone():
    for small, large in SIZES.values():
        assert replace(small, incidents=large.incidents) == large
        assert small.incidents < large.incidents
    assert [one.incidents for one in SIZES["full"]] == [10_000, 1_000_000]


def test_a_database_is_built_anew_when_its_size_or_its_builder_changes(monkeypatch):
    size = SIZES["quick"][0]
    before = sizes.key(size)
    assert before == sizes.key(size)
    assert before != sizes.key(replace(size, incidents=1))
    monkeypatch.setattr(sizes.region, "VERSION", sizes.region.VERSION + 1)
    assert before != sizes.key(size)


@dataclass(frozen=True)
class Here(Size):
    """The test's own database."""

    @property
    def database(self) -> str:
        return populated.current()


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    """With the static files collected, which the pages' addresses of them need."""
    around = {**os.environ, "STYRK_STATIC_ROOT": str(tmp_path / "static")}
    collect = [sys.executable, "-W", "ignore", "-m", "django", "collectstatic", "--noinput", "-v0"]
    subprocess.run(collect, env=around, check=True)
    return around


@pytest.mark.django_db
@pytest.mark.xdist_group("region")
def test_a_whole_run(told, environment):  # noqa: F811 - the fixture
    rounds: list[tuple[int, int]] = []
    found = measure(
        (Here(INCIDENTS), Here(INCIDENTS)),
        environment,
        lambda done, of: rounds.append((done, of)),
        only=(frozenset(BY_NAME) | frozenset(WORKS)) - NIGHTLONG,
        rounds=2,
    )
    assert rounds == [(1, 2), (2, 2)]
    assert [page.name for page in found.pages] == list(BY_NAME)
    assert found.missing == ()
    pages = {page.name: page.by_size[0] for page in found.pages}
    assert pages["hello"].queries == 0
    assert 0 < pages["empty"].queries < pages["my-page"].queries
    assert pages["hello"].cpu_ms < pages["empty"].cpu_ms < pages["list"].cpu_ms
    assert pages["list"].first_visit > pages["list"].later_visit >= pages["list"].sent > 1_000
    assert pages["report"].first_visit == pages["report"].sent
    assert all(page.growth > 0 for page in found.pages)
    done = {one["name"]: one["found"] for one in found.works}
    assert set(done) == set(WORKS) - NIGHTLONG
    assert all(one["found"] > 0 for each in done.values() for one in each)
    assert [one["what"] for one in done["tertial"]] == [
        "s i alt, 3 foretak",
        "s derav PDF",
        "kB PDF",
    ]
    with scope.acting(scope.SYSTEM):
        assert not Report.objects.exists()


@pytest.mark.django_db
def test_the_night_of_the_maps_is_timed_and_undone(world, now):
    there = Picture.objects.count()
    found = {one.what: one for one in works.night(now)}

    assert found["enheter er tatt bilde av"].found == Unit.objects.count()
    first, next_ = (found[f"s for 5 000 enheter, {one} natt"] for one in ("første", "neste"))
    assert first.aim == next_.aim == 300
    assert min(first.found, next_.found) > 0
    assert Picture.objects.count() == there == 0
    assert not Night.objects.exists()
