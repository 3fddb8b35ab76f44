"""A report as its people read, write and send it."""

from datetime import datetime

import pytest

from styrk.access.queries import standing_of
from styrk.core import clock, scope
from styrk.core.clock import OSLO
from styrk.requirements import commands as requiring
from styrk.requirements.types import Meaning, Wording
from styrk.review import commands, layouts, queries
from styrk.review.pack import digest_of
from styrk.review.queries import Subject
from tests.review.figures import lead_region, measure

MONTH, TERTIAL = "2026-10", "2026-T2"


@pytest.fixture
def region_leader(world):
    """Whoever leads the region, and gets the reports of its trusts."""
    return lead_region(world)


@pytest.fixture
def measured(world, region_leader, now):
    return measure(world, region_leader, now)


@pytest.fixture
def place(world, now):
    """`place("manedsrapport", unit=trust)`: whose report of what."""

    def place(layout="manedsrapport", unit=None, period=None):
        found = layouts.layout(layout)
        unit = unit or world.trust
        period = period or (TERTIAL if found.rhythm == "tertial" else MONTH)
        return Subject(unit, found, period, queries.report_of(unit, layout, period))

    return place


@pytest.fixture
def content(place, now):
    """`content(person, "manedsrapport")`: the draft as that person reads it."""

    def content(person, layout="manedsrapport", unit=None, period=None, at=now):
        today = clock.day(at)
        standing = standing_of(person, today)
        with scope.acting(standing.scope):
            return queries.live_content(place(layout, unit, period), standing, today)

    return content


@pytest.fixture
def write_all(place, now):
    """`write_all(person, "manedsrapport")`: words in every section that must have them."""

    def write_all(person, layout="manedsrapport", unit=None, period=None, text="Slik er det."):
        one = place(layout, unit, period)
        for section in one.layout.to_write():
            if section.written == "required":
                commands.write_words(
                    unit=one.unit,
                    layout=layout,
                    period=one.period,
                    section=section.code,
                    text=text,
                    by=person,
                    now=now,
                )
        return queries.report_of(one.unit, layout, one.period)

    return write_all


@pytest.fixture
def send(content, write_all, place, now):
    """`send(person, "manedsrapport")`: written, read and sent; gives the version."""

    def send(person, layout="manedsrapport", unit=None, period=None, at=now, **facts):
        text = facts.pop("text", "Slik er det.")
        if text:
            write_all(person, layout, unit, period, text)
        report = place(layout, unit, period).report
        seen = digest_of(content(person, layout, unit, period, at))
        with scope.acting(standing_of(person, clock.day(at)).scope):
            return commands.submit_report(
                report=report, **{"seen": seen, "by": person, "now": at} | facts
            )

    return send


@pytest.fixture
def later():
    return datetime(2026, 11, 20, 12, 0, tzinfo=OSLO)


@pytest.fixture
def asked_of_trust(world, region_leader, ceo, now):
    """The owner's edition of two targets at the trust, which has answered both and says how one goes."""
    told = {"by": region_leader, "now": now}
    source = requiring.register_source(
        code="OBD",
        kind="mandate",
        title="Oppdrag og bestilling",
        unit=world.region,
        owner=region_leader,
        **told,
    )
    edition = requiring.begin_edition(source=source, label="2026", dated=clock.day(now), **told)
    facts = {"title": "", "kind": "target", "rhythm": "tertial"}
    for point, text in (("3.1", "Ventetiden skal ned til 61 dager."), ("3.2", "Ingen fristbrudd.")):
        wording = Wording(ref=point, point=point, text=text, **facts)
        requiring.write_requirement(edition=edition, wording=wording, **told)
    requiring.publish_edition(edition=edition, **told)
    for one in edition.requirements.order_by("ref"):
        (placed,) = requiring.place_requirement(
            requirement=one, units=[world.trust], answer_due=clock.day(now), **told
        )
        meaning = Meaning("Slik gjør vi det", ceo)
        requiring.accept_requirement(placement=placed, meaning=meaning, by=ceo, now=now)
        if one.ref == "3.1":
            requiring.report_status(
                placement=placed,
                period="2026-T3",
                course="at_risk",
                text="Vi mangler folk.",
                by=ceo,
                now=now,
            )
