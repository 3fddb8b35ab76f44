"""The pages of audits and findings: who sees, who does, and what they say."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from styrk.core import clock, scope
from styrk.inspections import presenters
from styrk.inspections.models import Document, Finding
from styrk.inspections.queries import audits
from styrk.requirements.models import Edition, Placement, Requirement, Source
from styrk.trail.models import Reading
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.inspections.conftest import PDF

pytestmark = pytest.mark.django_db


def at(name, record=None):
    return reverse(f"inspections:{name}", args=[record.uuid] if record else [])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def pdf(name="rapport.pdf", content=PDF):
    return SimpleUploadedFile(name, content, "application/pdf")


FILLED = {
    "kind": "internal",
    "title": "Internrevisjon av håndhygiene",
    "about": "Om vi følger rutinen på øyeblikkene.",
    "places": "F.MED.1.A\nSengepost 1B",
    "starts_on": "2026-12-01",
    "ends_on": "2026-12-05",
}


def test_nothing_yet(page, ward_leader, nurse):
    assert says(page(ward_leader).get(at("audits")), "Ingen tilsyn eller revisjoner her")
    assert says(page(ward_leader).get(at("findings")), "Ingen tilsyn eller revisjoner venter")
    assert not says(page(ward_leader).get(at("audits")), "ny revisjon")


def test_planned_on_the_page(page, quality_adviser, world):
    client = page(quality_adviser)
    wrong = filled_in(client, at("new"), **FILLED | {"places": "Sengepost 9Z"})
    leader = str(quality_adviser.uuid)
    several = filled_in(client, at("new"), **FILLED | {"places": "Sengepost", "leader": leader})
    done = filled_in(client, at("new"), **FILLED | {"leader": leader})

    assert says(wrong, "Fant ingen enhet som heter «Sengepost 9Z»", "Velg det som passer")
    assert several.status_code == 422
    assert done.status_code == 302
    shown = client.get(done["Location"])
    assert says(
        shown, "Internrevisjon av håndhygiene", "Sengepost 1A", "Sengepost 1B", "Varsle enhetene"
    )


def test_a_supervision_says_by_whom(page, quality_adviser, authority):
    sent = FILLED | {"kind": "supervision", "leader": str(quality_adviser.uuid)}
    without = filled_in(page(quality_adviser), at("new"), **sent)
    given = filled_in(page(quality_adviser), at("new"), **sent | {"authority": str(authority.uuid)})

    assert says(without, "Velg hvem som fører tilsynet")
    assert says(page(quality_adviser).get(given["Location"]), "Statsforvalteren i Prøvefylket")


def test_from_plan_to_confirmed_on_the_pages(page, planned, quality_adviser, ward_leader, world):
    audit, team, unit = planned(), page(quality_adviser), page(ward_leader)
    assert team.post(at("announce", audit)).status_code == 302
    assert team.post(at("carry_out", audit)).status_code == 302
    filled_in(
        team,
        at("add_finding", audit),
        kind="deviation",
        title="Dobbeltkontroll føres ikke",
        text="Sju av ti manglet.",
        unit=str(world.ward.uuid),
    )
    found = at("finding", _only())
    assert unit.get(found).status_code == 404
    filled_in(team, at("hear", audit), comment_by="2026-11-30")
    assert says(unit.get(found), "Sju av ti manglet.", "Enheten har ikke svart ennå")
    days = {"dated_on": "2026-11-16", "answer_due": "2026-12-16"}
    broken = filled_in(team, at("report", audit), report=pdf(content=b"<html>"), **days)
    assert says(broken, "Fila er ikke en hel PDF")
    assert (
        filled_in(team, at("report", audit), report=pdf("rapport æøå.pdf"), **days).status_code
        == 302
    )
    finding = _only()
    filled_in(unit, at("answer", finding), answer="Vi retter det.", meet_due="2027-01-10")
    unsaid = filled_in(unit, at("claim", finding), how="Ti av ti har to signaturer.")
    assert says(unsaid, "Hvorfor trengtes det ikke noe tiltak?")
    why = {"without": "Skjemaet var nytt samme uke."}
    filled_in(unit, at("claim", finding), how="Ti av ti har to signaturer.", **why)
    assert unit.get(at("confirm", finding)).status_code == 404
    assert says(team.get(at("finding", finding)), "Bekreft at det er rettet")
    assert says(team.get(at("confirm", finding)), "ingen tiltak: Skjemaet var nytt samme uke.")
    done = filled_in(team, at("confirm", finding), seen="Sett på ti av ti.")
    assert done.status_code == 302
    assert says(unit.get(found), "Bekreftet rettet", "Sett på ti av ti.")
    assert says(unit.get(at("findings") + "?vis=rettet"), "Dobbeltkontroll føres ikke")


def _only():
    with scope.acting(scope.SYSTEM):
        return Finding.objects.get()


def test_an_action_is_decided_from_the_finding(page, answered, ward_leader):
    done = filled_in(
        page(ward_leader),
        at("add_action", answered),
        title="To signaturer på samme skjema",
        change="Ingen deler ut uten den andre",
        sign="Ti av ti",
        level="system",
        owner=str(ward_leader.uuid),
        due="2026-12-20",
    )
    shown = page(ward_leader).get(done["Location"])

    assert says(shown, "To signaturer på samme skjema", "Planlagt")
    assert says(page(ward_leader).get(at("claim", answered)), "Meld fra")
    thread = page(ward_leader).get(reverse("thread:thread", args=["finding", answered.uuid]))
    assert says(thread, "Dobbeltkontroll føres ikke", "To signaturer på samme skjema")
    with scope.acting(scope.SYSTEM):
        action = answered.actions.get().action
    back = page(ward_leader).get(reverse("thread:thread", args=["action", action.uuid]))
    assert says(back, "Dobbeltkontroll føres ikke")
    assert says(
        page(ward_leader).get(reverse("actions:action", args=[action.uuid])), "Dobbeltkontroll"
    )


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("ward_leader", 200),
        ("department_leader", 200),
        ("clinic_director", 200),
        ("ceo", 200),
        ("board_chair", 200),
        ("quality_adviser", 200),
        ("nurse", 404),
        ("second_ward_leader", 200),
        ("other_leader", 404),
        ("administrator", 404),
        ("outsider_ceo", 404),
        ("home_leader", 404),
    ],
)
def test_who_opens_the_audit_its_finding_and_its_report(finding, world, page, role, status):
    client = page(world.people[role])
    for address in (at("audit", finding.audit), at("finding", finding), _paper(finding)):
        assert client.get(address).status_code == status, address


def _paper(finding):
    with scope.acting(scope.SYSTEM):
        return at("document", Document.objects.get())


ACTS = ("change", "announce", "carry_out", "drop", "add_finding", "hear", "comment", "report")
FINDING_ACTS = (
    "answer",
    "claim",
    "confirm",
    "send_back",
    "change_finding",
    "withdraw",
    "add_action",
)


@pytest.mark.parametrize("role", ["nurse", "other_leader", "outsider_leader", "administrator"])
def test_strangers_do_nothing(finding, world, page, role):
    client = page(world.people[role])
    for name in ACTS:
        assert client.post(at(name, finding.audit)).status_code in {404, 405}, name
    for name in FINDING_ACTS:
        assert client.post(at(name, finding)).status_code == 404, name


def test_the_report_is_a_download_that_runs_nothing(finding, page, ward_leader):
    answer = page(ward_leader).get(_paper(finding))

    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_what_is_opened_is_noted(finding, page, ward_leader, as_person):
    page(ward_leader).get(at("finding", finding))

    with as_person(ward_leader):
        assert Reading.objects.filter(subject="finding", subject_id=finding.pk).count() == 1


def test_a_late_order_is_late_for_the_leader_and_the_line(
    reported, found, page, ward_leader, department_leader, stopped_clock, now
):
    reported(
        found("order", title="Bemanningen er ikke forsvarlig", deadline=clock.after(now, days=20))
    )
    stopped_clock.at = now + timedelta(days=21)

    assert says(page(ward_leader).get(at("findings") + "?vis=sen"), "Fristen er gått ut")
    assert says(page(ward_leader).get("/min-side/"), "Bemanningen er ikke forsvarlig")
    assert says(page(department_leader).get("/min-side/"), "Sengepost 1A")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("slag=rart", 200),
        ("vis=%00", 200),
        ("siden=i-fjor", 200),
        ("slag=supervision", 200),
        ("enhet=%00", 404),
        ("enhet=finnesikke", 404),
    ],
)
def test_odd_questions_are_answered(finding, page, ceo, query, status):
    for name in ("audits", "findings"):
        assert page(ceo).get(f"{at(name)}?{query}").status_code == status


def test_what_the_pages_ask(reported, found, world, client_of, ward_leader, ceo):
    audit = reported(
        found(), found(title="En til"), found(title="Og en til", unit=world.second_ward)
    )
    finding = audit.findings.all()[0]
    counted = {}
    for address, most in (
        (at("audits"), 7),
        (at("findings"), 6),
        (at("audit", audit), 12),
        (at("finding", finding), 12),
    ):
        counted[address] = asked(client_of(ceo), address), most
    wrong = {at: (len(found), most) for at, (found, most) in counted.items() if len(found) != most}
    assert not wrong, "\n".join(shortened(counted[address][0]) for address in wrong)


def test_what_was_meanwhile_changed_is_said(planned, page, quality_adviser):
    audit, client = planned(), page(quality_adviser)
    sent = FILLED | {"leader": str(quality_adviser.uuid)}
    first = filled_in(client, at("change", audit), **sent)
    late = client.post(at("change", audit), sent | {"title": "Noe annet", "stand": "abc"})

    assert first.status_code == 302
    assert says(late, "Noen har endret dette imens")


def test_the_deadline_of_an_order_is_not_moved_by_what_the_unit_promised():
    order = Finding(state="answered", deadline=date(2026, 11, 3), meet_due=date(2026, 10, 4))
    remark = Finding(state="answered", meet_due=date(2026, 10, 4))

    assert presenters.due_day(order) == date(2026, 11, 3)
    assert presenters.due_day(remark) == date(2026, 10, 4)


def test_requirements_are_told_apart_by_edition_and_folded(page, quality_adviser, placed_twice):
    html = unescape(page(quality_adviser).get(at("new")).content.decode())
    groups = html[html.index('data-layout="folded"') :]

    assert "<summary>Oppdrag 2025 (1)</summary>" in groups
    assert "<summary>Oppdrag 2026 (1)</summary>" in groups
    assert groups.count("Ventetid i somatikken") == 2
    assert "<details open" not in groups.split("</fieldset>")[0]


@pytest.fixture
def placed_twice(world, ward_leader, now):
    """The same point of two editions, both of them at the trust."""
    source = Source.objects.create(code="obd", kind="mandate", title="Oppdrag")
    for year in (2025, 2026):
        edition = Edition.objects.create(source=source, label=str(year), dated=date(year, 2, 1))
        asked_for = Requirement.objects.create(
            edition=edition, ref="2.1", position=1, title="Ventetid i somatikken"
        )
        Placement.objects.create(
            requirement=asked_for,
            unit=world.trust,
            trust=world.trust,
            placed_by=ward_leader,
            placed_at=now,
            answer_due=clock.day(now),
        )


def test_a_finding_may_always_be_at_the_topmost_of_the_units_looked_at(
    carried_out, world, quality_adviser, monkeypatch, as_person
):
    audit = carried_out(units=(world.trust,))
    monkeypatch.setattr(audits, "UNITS", 3)
    with as_person(quality_adviser):
        found = [one.code for one in audits.units_in(audit)]
    assert found == ["f", "f.med", "f.kir"]
