"""The evidence pack: what was kept of an item in a period, with its index and checksums."""

import io
import json
import zipfile
from datetime import timedelta
from hashlib import sha256

import pytest
from pypdf import PdfReader

from styrk.compliance import commands
from styrk.compliance.jobs import keep_the_maps
from styrk.core import clock, scope
from styrk.inspections import papers
from styrk.inspections.models import Audit, AuditUnit, Document
from styrk.trail.models import Reading
from tests.regulation.conftest import reports as reports

REPORT = b"%PDF-1.7\nDette er rapporten.\n%%EOF"
PACK = "/forskriftskart/{}/{}/bevis/"


@pytest.fixture
def lived(world, now, reports, describe, judge, ceo, ward_leader, stopped_clock):
    """Two months of the ward: no report, then one, words and a judgement, and another after it all."""
    describe(ceo, world.trust, "6g", "Foretakets ord")
    keep_the_maps(now)
    reports(1)
    keep_the_maps(now + timedelta(days=10))
    describe(ward_leader, world.ward, "6g", "Tavla på vaktrommet", at=now + timedelta(days=12))
    judge(ward_leader, world.ward, "6g", reason="Vi melder nok.", at=now + timedelta(days=13))
    reports(1)
    keep_the_maps(now + timedelta(days=40))
    describe(ward_leader, world.ward, "6g", "Siste utgave", at=now + timedelta(days=41))
    stopped_clock.at = now + timedelta(days=50)


def opened(answer):
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def test_it_holds_the_period_with_index_and_checksums(client_of, world, lived, ceo):
    period = {"fra": "2026-11-20", "til": "2026-12-01"}
    answer = client_of(ceo).get(PACK.format(world.ward.uuid, "6g"), period)
    files = opened(answer)

    assert answer["Content-Disposition"].endswith('"bevis-f.med.1.a-6g-2026-11-20-2026-12-01.zip"')
    sums = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: sha256(data).hexdigest() for name, data in files.items()}
    pictures = json.loads(files["vedlegg/data.json"])
    assert [(one["on"], one["status"]) for one in pictures] == [
        ("2026-11-16", "not_shown"),
        ("2026-11-26", "partly"),
    ]
    said = [one["text"] for one in json.loads(files["vedlegg/slik-gjor-vi-det.json"])]
    assert said == ["Tavla på vaktrommet"]
    assert json.loads(files["vedlegg/vurderinger.json"])[0]["reason"] == "Vi melder nok."
    pages = PdfReader(io.BytesIO(files["bevis.pdf"])).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    for expected in ("Bevis for § 6 g", "Tavla på vaktrommet", "Vi melder nok.", "1 melding de"):
        assert expected in words, expected
    assert "Siste utgave" not in words
    assert sums["vedlegg/data.json"][:12] in words.replace(" ", "")


def test_two_exports_are_the_same_to_the_byte(
    client_of, world, lived, ceo, ward_leader, stopped_clock
):
    period = {"fra": "2026-11-16", "til": "2026-12-20"}
    first = client_of(ceo).get(PACK.format(world.ward.uuid, "6g"), period).content
    stopped_clock.at += timedelta(days=200)
    again = client_of(ward_leader).get(PACK.format(world.ward.uuid, "6g"), period).content

    assert sha256(first).digest() == sha256(again).digest()


def test_words_from_above_are_in_it_and_say_whose(client_of, world, lived, ceo):
    files = opened(client_of(ceo).get(PACK.format(world.other_ward.uuid, "6g")))
    pages = PdfReader(io.BytesIO(files["bevis.pdf"])).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())

    assert "Fra Fjordheim sykehus." in words
    assert "Foretakets ord" in words


def words_of(files):
    pages = PdfReader(io.BytesIO(files["bevis.pdf"])).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_it_says_from_when_the_map_is_known_and_that_a_picture_is_of_the_night(
    client_of, world, lived, ceo
):
    address = PACK.format(world.ward.uuid, "6g")
    longer = words_of(opened(client_of(ceo).get(address, {"fra": "2026-01-01"})))
    assert "Styrk vet ikke hva kartet sa før 16. nov. 2026." in longer
    assert "3 av 370 netter i perioden er det tatt bilder." in longer

    known = words_of(opened(client_of(ceo).get(address, {"fra": "2026-11-16"})))
    assert "Styrk vet ikke hva kartet sa" not in known
    assert "Et bilde er tatt om natta" in known


def test_it_holds_how_the_system_was_fitted_in_the_period(
    client_of, world, lived, ceo, as_person, now
):
    def off(rule, days):
        with as_person(ceo):
            commands.switch_off(
                trust=world.trust,
                rule=rule,
                in_place=f"Tavla viser {rule[:2]} i stedet",
                reason="Vi er få",
                by=ceo,
                now=now + timedelta(days=days),
            )

    off("6g-incidents", 1)
    off("6a-compliance", 2)
    with as_person(ceo):
        commands.switch_on(
            trust=world.trust,
            rule="6g-incidents",
            reason="Vi er flere",
            by=ceo,
            now=now + timedelta(days=20),
        )
    address = PACK.format(world.ward.uuid, "6g")

    def acts(first, last, at=address):
        files = opened(client_of(ceo).get(at, {"fra": first, "til": last}))
        told = json.loads(files["vedlegg/tilpasning.json"])
        return [(one["what"], one["value"]) for one in told], words_of(files)

    was_off, words = acts("2026-11-20", "2026-11-30")
    assert was_off == [("6g-incidents", "off")]
    assert "gjaldt profilen «Helseforetak», som Styrk foreslår" in words
    assert "Tavla viser 6g i stedet" in words
    both, _words = acts("2026-11-20", "2026-12-30")
    assert both == [("6g-incidents", "off"), ("6g-incidents", None)]
    none, words = acts("2026-12-10", "2026-12-30")
    assert none == []
    assert "ingen regel for dette er slått av" in words
    whole, _words = acts("2026-11-16", "2026-12-30", PACK.format(world.ward.uuid, "5"))
    assert len(whole) == 3


def test_an_item_with_nothing_kept_says_so(client_of, world, ceo):
    files = opened(client_of(ceo).get(PACK.format(world.ward.uuid, "p1")))

    assert json.loads(files["vedlegg/data.json"]) == []


@pytest.mark.parametrize("period", [{"fra": "2026-11-02", "til": "2026-11-01"}, {"til": "i går"}])
def test_a_period_that_makes_no_sense_leads_back(client_of, world, ceo, period):
    answer = client_of(ceo).get(PACK.format(world.ward.uuid, "6g"), period)

    assert answer["Location"] == f"/forskriftskart/{world.ward.uuid}/6g/"


def test_the_pack_of_a_unit_out_of_sight_is_not_there(client_of, world, ward_leader):
    assert client_of(ward_leader).get(PACK.format(world.clinic.uuid, "6g")).status_code == 404


def test_signed_and_received_papers_lie_in_it_for_those_who_may_open_them(
    client_of, world, now, ceo, quality_adviser, as_person
):
    audit = looked_at(world, quality_adviser, now)
    period = {"fra": "2026-11-01", "til": "2026-11-16"}
    address = PACK.format(world.ward.uuid, "8a")
    files = opened(client_of(ceo).get(address, period))
    sums = files["SHA256SUMS"].decode()

    assert files["vedlegg/01-rapport.pdf"] == REPORT
    assert f"{sha256(REPORT).hexdigest()}  vedlegg/01-rapport.pdf" in sums
    words = " ".join(
        " ".join(
            one.extract_text() for one in PdfReader(io.BytesIO(files["bevis.pdf"])).pages
        ).split()
    )
    assert "Tilsyn med sepsis: rapport.pdf" in words
    with as_person(ceo):
        assert Reading.objects.filter(
            subject="audit", subject_id=audit.pk, person_id=ceo.pk
        ).exists()
    before = client_of(ceo).get(address, {"fra": "2026-10-01", "til": "2026-10-31"})
    assert "vedlegg/01-rapport.pdf" not in opened(before)
    other = client_of(ceo).get(PACK.format(world.other_ward.uuid, "8a"), period)
    assert "vedlegg/01-rapport.pdf" not in opened(other)


def looked_at(world, by, now):
    """An audit of the ward with its report, as a file."""
    with scope.acting(scope.SYSTEM):
        audit = Audit.objects.create(
            trust=world.trust,
            unit=world.trust,
            kind="internal",
            title="Tilsyn med sepsis",
            about="Sepsis",
            starts_on=clock.after(now, days=-20),
            ends_on=clock.after(now, days=-10),
            set_at=now,
            set_by=by,
            leader=by,
        )
        AuditUnit.objects.create(audit=audit, unit=world.ward)
        upload = papers.read("rapport.pdf", len(REPORT), io.BytesIO(REPORT))
        Document.objects.create(
            audit=audit,
            kind="report",
            name=upload.name,
            file=papers.store(upload),
            size=len(REPORT),
            digest=upload.digest,
            dated_on=clock.day(now),
            added_at=now,
            added_by=by,
        )
    return audit
