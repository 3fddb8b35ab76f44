"""A melding of sixty requirements asks as little as one of one, and is set in a moment."""

import io
import time

import pytest
from pypdf import PdfReader

from styrk.core import clock
from styrk.requirements.models import Placement, Requirement, StatusReport
from tests.counting import asked, shortened

HERE = "/krav/melding/f/2026/"
STATUS = "/krav/status/f/2026-T3/"


@pytest.fixture
def many(world, draft, region_leader, ceo, now, write):
    """`many(60)`: as many requirements, each at the trust and four units below, half with a word."""

    def many(number):
        from styrk.requirements import commands

        for one in range(number):
            write(draft, f"4.{one}", f"Krav nummer {one} om #noe *viktig* i $tjenesten$.")
        commands.publish_edition(edition=draft, by=region_leader, now=now)
        units = [world.trust, world.clinic, world.other_clinic, world.ward, world.other_ward]
        placements = Placement.objects.bulk_create(
            Placement(
                requirement=requirement,
                unit=unit,
                trust=world.trust,
                state="accepted",
                meaning="Slik",
                owner=ceo,
                answer_due=clock.day(now),
                placed_at=now,
                placed_by=region_leader,
                answered_at=now,
                answered_by=ceo,
            )
            for requirement in Requirement.objects.filter(edition=draft).exclude(kind="")
            for unit in units
        )
        StatusReport.objects.bulk_create(
            StatusReport(
                placement=one,
                period="2026-T3",
                course=("met", "at_risk")[one.pk % 2],
                text="Slik går det. " * 20,
                at=now,
                by=ceo,
            )
            for one in placements[::2]
        )

    return many


@pytest.mark.parametrize(("address", "most"), [(HERE, 9), (STATUS, 11)])
def test_sixty_ask_as_much_as_one(many, page, ceo, address, most):
    many(60)
    sixty = asked(page(ceo), address)

    assert len(sixty) <= most, shortened(sixty)
    answer = page(ceo).get(address).content.decode()
    assert answer.count("enheter under") >= 50


def test_one_asks_no_less(many, page, ceo):
    many(1)

    assert len(asked(page(ceo), HERE)) <= 9


def test_a_pdf_of_sixty(many, client_of, ceo):
    many(60)
    client = client_of(ceo)
    client.get(HERE)
    begun = time.perf_counter()
    content = client.get(HERE + "fil/pdf/").content
    took = time.perf_counter() - begun

    text = "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(content)).pages)
    assert all(f"Krav nummer {one} om" in text for one in range(60))
    assert "#noe *viktig* i $tjenesten$" in text
    assert took < 5  # about half a second on an idle machine


def test_a_long_status_goes_on(many, page, ceo):
    many(60)
    first = page(ceo).get(STATUS).content.decode()
    assert first.count("data-title") == 50
    import re

    older = re.search(r'href="(/krav/status/f/2026-T3/\?etter=\d+)"', first)[1]
    assert page(ceo).get(older).content.decode().count("data-title") == 10
