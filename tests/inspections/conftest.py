from datetime import date
from hashlib import sha256

import pytest

from styrk.actions.types import Plan
from styrk.core import clock
from styrk.inspections import commands, queries
from styrk.inspections.types import Found, Mandate, Upload
from styrk.requirements.models import Authority, Edition, Requirement, Source

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n"


@pytest.fixture
def upload():
    return Upload("rapport.pdf", PDF, sha256(PDF).hexdigest())


@pytest.fixture
def authority(db):
    return an_authority()


def an_authority():
    name = {"name": "Statsforvalteren i Prøvefylket"}
    return Authority.objects.get_or_create(code="sf-prove", defaults=name)[0]


@pytest.fixture
def about_letters(db):
    """`about_letters("6d")`: a requirement that bears on these letters."""

    def about_letters(*letters):
        source = Source.objects.create(code="forskrift", kind="law", title="En forskrift")
        edition = Edition.objects.create(source=source, label="2017", dated=date(2017, 1, 1))
        return Requirement.objects.create(
            edition=edition, ref="1", position=1, title="Oversikt over fare", letters=list(letters)
        )

    return about_letters


@pytest.fixture
def mandate(world, quality_adviser):
    """`mandate()`: an internal audit of the department, led by the quality adviser."""

    def mandate(**facts):
        told = {
            "unit": world.trust,
            "kind": "internal",
            "title": "Internrevisjon av legemiddelhåndtering",
            "about": "Om legemidler gjøres klare, deles ut og føres slik rutinen sier.",
            "leader": quality_adviser,
            "starts_on": date(2026, 10, 1),
            "ends_on": date(2026, 10, 15),
            "units": (world.department,),
        }
        return Mandate(**told | facts)

    return mandate


@pytest.fixture
def planned(mandate, quality_adviser, now, as_person):
    """`planned()`: the audit as it is planned."""

    def planned(by=quality_adviser, **facts):
        with as_person(by):
            return commands.plan_audit(mandate=mandate(**facts), by=by, now=now)

    return planned


@pytest.fixture
def found(world):
    def found(kind="deviation", **facts):
        told = {
            "kind": kind,
            "title": "Dobbeltkontroll føres ikke",
            "text": "I sju av ti tilfeller manglet den andre signaturen.",
            "unit": world.ward,
        }
        return Found(**told | facts)

    return found


@pytest.fixture
def carried_out(planned, quality_adviser, now, as_person):
    """`carried_out()`: the audit where findings can be written."""

    def carried_out(**facts):
        audit = planned(**facts)
        with as_person(quality_adviser):
            commands.announce_audit(audit=audit, by=quality_adviser, now=now)
            commands.carry_out_audit(audit=audit, by=quality_adviser, now=now)
        return audit

    return carried_out


@pytest.fixture
def supervision(authority):
    """What makes an audit an authority's, which alone may order anything."""
    return {"kind": "supervision", "authority": authority}


@pytest.fixture
def reported(carried_out, found, upload, quality_adviser, now, as_person):
    """`reported(finding, ...)`: the audit with its report, and what was found by then."""

    def reported(*findings, **facts):
        orders = any(one.kind == "order" for one in findings)
        ordering = {"kind": "supervision", "authority": an_authority()} if orders else {}
        audit = carried_out(**ordering | facts)
        with as_person(quality_adviser):
            for one in findings or (found(),):
                commands.add_finding(audit=audit, found=one, by=quality_adviser, now=now)
            commands.report_audit(
                audit=audit,
                report=upload,
                dated_on=clock.day(now),
                answer_due=clock.after(now, days=30),
                by=quality_adviser,
                now=now,
            )
            return queries.audit(audit.uuid)

    return reported


@pytest.fixture
def finding(reported):
    return reported().findings.all()[0]


@pytest.fixture
def answered(finding, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.answer_finding(
            finding=finding,
            answer="Vi gjør kontrollen lettere å huske.",
            meet_due=clock.after(now, days=60),
            by=ward_leader,
            now=now,
        )
    return finding


@pytest.fixture
def plan(world, ward_leader, now):
    return Plan(
        unit=world.ward,
        title="To signaturer på samme skjema",
        change="Ingen kan dele ut uten den andre",
        sign="To signaturer i ti av ti",
        level="system",
        owner=ward_leader,
        due=clock.after(now, days=14),
        review_on=clock.after(now, days=90),
    )


@pytest.fixture
def claimed(answered, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.claim_met(
            finding=answered,
            how="Ti av ti har to signaturer.",
            without="Skjemaet var nytt samme uke.",
            by=ward_leader,
            now=now,
        )
    return answered
