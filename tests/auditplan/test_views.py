"""The pages of the revisjonsplan: who wishes, who writes, who decides."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from styrk.auditplan import commands, presenters
from styrk.auditplan.models import AuditPlan, PlanLine, Wish
from styrk.auditplan.types import Visit
from styrk.core import clock
from styrk.inspections import commands as inspections
from styrk.inspections.models import Audit
from styrk.inspections.types import Found
from tests.clients import filled_in
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db


def at(name, record=None, *more):
    return reverse(f"auditplan:{name}", args=[record.uuid, *more] if record else [])


def text(answer):
    return unescape(answer.content.decode())


def test_nothing_yet(page, auditor, ceo, clinic_director, nurse):
    assert "Ingen revisjonsplan ennå" in text(page(ceo).get(at("plans")))
    assert "Ny revisjonsplan" in text(page(auditor).get(at("plans")))
    assert page(nurse).get(at("plans")).status_code == 404
    assert page(clinic_director).get(at("begin")).status_code == 404


def test_from_wishes_to_an_approved_plan_and_an_audit(
    page, world, auditor, chair, board_chair, now, as_person
):
    client = page(auditor)
    day = clock.day(now)
    done = filled_in(client, at("begin"), year="2027", wishes_until=f"{day}")
    plan = AuditPlan.objects.get()
    assert done["Location"] == at("plan", plan)

    board = page(board_chair)
    assert "Planen er under arbeid" in text(board.get(at("plan", plan)))
    assert "Gi innspill" in text(board.get(at("plans")))
    told = {"title": "Overføring", "text": "Følger listen med?"}
    voice = f"board-{world.trust.uuid}"
    wished = filled_in(board, at("wish", plan), voice=voice, **told)
    assert wished.status_code == 302
    wish = Wish.objects.get()
    assert (wish.party, wish.unit) == ("board", world.trust)

    assert "1 innspill venter" in text(client.get(at("plans")))
    assert "Styret i Fjordheim sykehus" in text(client.get(at("wishes", plan)))
    shown = text(client.get(at("take_in", wish)))
    assert "Innspill fra Styret i Fjordheim sykehus." in shown
    taken = {"title": "Overføring", "about": "Følger listen med?", "places": "f", "kind": "group"}
    took = filled_in(
        client, at("take_in", wish), **taken, why="Innspill.", quarter="1", answer="Det ser vi på."
    )
    assert took.status_code == 302
    line = PlanLine.objects.get()
    assert "Det ser vi på." in text(board.get(at("wishes", plan)))
    assert board.get(at("line", line)).status_code == 404

    assert client.get(at("approve", plan)).status_code == 404
    noted = {"held_on": f"{day}", "body": "committee", "words": "Utvalget støtter planen."}
    assert filled_in(client, at("recommend", plan), **noted).status_code == 302
    leader = page(chair)
    said = {"held_on": f"{day}", "case": "92/26", "words": "Planen vedtas."}
    assert filled_in(leader, at("approve", plan), **said).status_code == 302
    shown = text(board.get(at("plan", plan)))
    assert "92/26" in shown
    assert "Overføring" in shown
    assert "Året så langt" in text(client.get(at("plan", plan)))

    visit = {"leader": f"{auditor.uuid}", "starts_on": "2027-01-04", "ends_on": "2027-01-15"}
    begun = filled_in(client, at("begin_line", line), **visit)
    with as_person(auditor):
        audit = Audit.objects.get()
    assert begun["Location"] == reverse("inspections:audit", args=[audit.uuid])
    assert "Følger listen med?" in text(client.get(begun["Location"]))
    assert audit.title in text(client.get(at("line", line)))


def test_one_press_takes_a_proposal_with_its_reasons(page, world, begun, auditor):
    client = page(auditor)
    assert "Ta inn i planen" in text(client.get(at("proposals", begun)))
    done = client.post(at("proposals", begun), {"enhet": world.trust.code})
    line = PlanLine.objects.get()
    assert done["Location"] == at("line", line)
    assert line.why.startswith("Hvorfor nå: ")
    assert "Står i planen" in text(client.get(at("proposals", begun)))
    assert client.post(at("proposals", begun), {"enhet": "x"}).status_code == 404


def test_a_line_is_written_changed_moved_and_taken_out(page, world, begun, auditor, chair, now):
    client = page(auditor)
    told = {
        "kind": "group",
        "title": "Beredskap",
        "about": "Om planen øves.",
        "why": "Lenge siden.",
    }
    bad = filled_in(client, at("add", begun), **told, places="Finnes ikke")
    assert bad.status_code == 422
    filled_in(client, at("add", begun), **told, places=world.trust.code, quarter="2")
    line = PlanLine.objects.get()
    told |= {"title": "Beredskap og øving", "places": world.trust.code, "quarter": "2"}
    assert filled_in(client, at("change", line), **told).status_code == 302
    day = f"{clock.day(now)}"
    filled_in(client, at("recommend", begun), held_on=day, body="leaders", words="Ja.")
    filled_in(page(chair), at("approve", begun), held_on=day, case="1/27", words="Vedtatt.")
    assert filled_in(client, at("revise", begun), reason="Ny risiko.").status_code == 302
    assert 'name="quarter"' not in text(client.get(at("change", line)))
    assert filled_in(client, at("move", line), quarter="4", reason="Sykdom.").status_code == 302
    assert "Flyttet. Før: april til juni. Sykdom." in text(client.get(at("plan", begun)))
    assert filled_in(client, at("take_out", line), reason="Tilsyn tar det.").status_code == 302
    line.refresh_from_db()
    assert (line.title, line.state) == ("Beredskap og øving", "out")


def test_a_wish_is_answered_and_covered_on_the_pages(page, wished, lined, auditor):
    first, second = wished(), wished("Legemidler")
    lined()
    client = page(auditor)
    assert filled_in(client, at("answer", first), answer="Neste år.").status_code == 302
    line = PlanLine.objects.get()
    covered = filled_in(client, at("cover", second), line=str(line.uuid), answer="Dekkes.")
    assert covered.status_code == 302
    assert "Legemidler" in text(client.get(at("line", line)))


def test_a_decision_is_noted_on_the_plan_that_was_read(page, begun, lined, recommend, chair, now):
    lined()
    recommend()
    said = {"held_on": f"{clock.day(now)}", "case": "9/26", "words": "Vedtatt."}
    answer = page(chair).post(at("approve", begun), {**said, "stand": "gammelt"})
    assert answer.status_code == 422
    assert "Planen er endret siden du leste" in text(answer)


def test_others_see_their_own_wishes_alone(page, wished, begun, board_chair, outsider_ceo, nurse):
    wished()
    assert "Overføring mellom" in text(page(board_chair).get(at("wishes", begun)))
    assert "Overføring mellom" not in text(page(outsider_ceo).get(at("wishes", begun)))
    assert page(nurse).get(at("wishes", begun)).status_code == 404
    assert page(outsider_ceo).get(at("file", begun, "pdf")).status_code == 404
    assert page(outsider_ceo).get(at("add", begun)).status_code == 404


def test_where_a_duty_leads(page, world, auditor, begun):
    way = reverse("auditplan:of_unit", args=[world.region.uuid])
    assert page(auditor).get(way)["Location"] == at("plan", begun)
    other = reverse("auditplan:of_unit", args=[world.trust.uuid])
    assert page(auditor).get(other)["Location"] == at("plans")


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_as_a_file(page, approved, auditor, board_chair, form, begins):
    first = page(auditor).get(at("file", approved, form))
    assert first.content.startswith(begins)
    assert f"revisjonsplan-r-2027-1.{form}" in first["Content-Disposition"]
    assert page(auditor).get(at("file", approved, form)).content == first.content
    assert page(board_chair).get(at("file", approved, form)).status_code == 200
    assert page(auditor).get(at("file", approved, "txt")).status_code == 404


def test_the_pages_ask_little(page, begun, lined, wished, auditor):
    client = page(auditor)

    def counted():
        names = ("plans", "plan", "wishes")
        return [len(asked(client, at(one, begun if one != "plans" else None))) for one in names]

    lined()
    wished()
    one = counted()
    for title in ("Andre", "Tredje"):
        lined(title=title)
        wished(title)
    assert counted() == one
    assert max(one) <= 12, shortened(asked(client, at("plan", begun)))


@pytest.fixture
def carried(approved, auditor, now, as_person):
    """The audit that the plan's line has become."""
    line = PlanLine.objects.select_related("plan__unit").get()
    with as_person(auditor):
        visit = Visit(auditor, clock.day(now), clock.day(now))
        return commands.begin_line(line=line, visit=visit, by=auditor, now=now)


def test_the_audit_leads_back_to_its_line(page, carried, auditor, client_of):
    line, address = PlanLine.objects.get(), reverse("inspections:audit", args=[carried.uuid])

    assert at("line", line) in text(page(auditor).get(address))
    assert len(asked(client_of(auditor), address)) <= 12


def test_the_thread_from_the_line_to_what_was_found(
    page, carried, world, auditor, ceo, now, as_person
):
    line, told = PlanLine.objects.get(), {"by": auditor, "now": now}
    with as_person(auditor):
        inspections.announce_audit(audit=carried, **told)
        inspections.carry_out_audit(audit=carried, **told)
        what = Found("deviation", "Listen følger ikke med", "Sju av ti.", world.ward)
        finding = inspections.add_finding(audit=carried, found=what, **told)
    below = text(page(auditor).get(reverse("thread:thread", args=["audit_line", line.uuid])))
    above = text(page(auditor).get(reverse("thread:thread", args=["finding", finding.uuid])))

    assert "Listen følger ikke med" in below
    assert "Legemidler ved overføring" in above
    hidden = page(ceo).get(reverse("thread:thread", args=["audit_line", line.uuid]))
    assert hidden.status_code == 404


def test_a_paper_says_what_is_moved_and_taken_out():
    told = {"uuid": "1", "title": "a", "about": "b", "why": "c", "kind": "group", "units": []}
    told |= {"criteria": [], "criteria_words": "", "quarter": 2, "moved_from": 1, "reason": "d"}
    moved, out = (
        presenters.row(told | {"state": state}, 2027, date(2027, 1, 1), None)
        for state in ("planned", "out")
    )

    assert moved.when == "April til juni (flyttet fra januar til mars)"
    assert out.when == "Tatt ut"
