"""The report before the board: sent, waited for, treated once; and what a board has before it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from styrk.core import clock, scope
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.inspections.commands.board import note_treatment, send_to_board
from styrk.inspections.models import Treatment
from styrk.inspections.queries import audit as audit_by
from styrk.inspections.queries.board import for_board, orders_of
from styrk.inspections.refusals import DayPassed, SentAlready
from styrk.organisation.commands import rename_unit
from tests.clients import filled_in
from tests.counting import asked
from tests.inspections.test_views import at, says

pytestmark = pytest.mark.django_db
DECISION = "Styret tar rapporten til etterretning, og vil ha status i mai."


@pytest.fixture
def sent(reported, quality_adviser, now, as_person):
    def sent(*findings, **facts):
        audit = reported(*findings, **facts)
        with as_person(quality_adviser):
            due = clock.after(now, days=40)
            send_to_board(
                audit=audit, ask="Ta stilling til tiltakene.", due=due, by=quality_adviser, now=now
            )
            return audit_by(audit.uuid)

    return sent


def test_from_the_report_to_the_decision_on_the_pages(
    reported, page, world, quality_adviser, ward_leader
):
    audit, adviser, chair = reported(), page(quality_adviser), page(world.people["board_chair"])
    assert not says(chair.get(at("audit", audit)), "Før inn hva styret bestemte")
    assert (
        filled_in(
            adviser, at("send_to_board", audit), ask="Ta stilling til tiltakene.", due="2027-01-20"
        ).status_code
        == 302
    )
    assert says(chair.get("/min-side/"), "Rapporten venter på styret")
    early = filled_in(
        chair, at("treat", audit), treated_on="2026-11-01", case="12/26", decision=DECISION
    )
    assert says(early, "Dagen kan ikke være før rapporten")
    done = filled_in(
        chair, at("treat", audit), treated_on="2026-11-16", case="12/26", decision=DECISION
    )
    assert done.status_code == 302
    assert says(
        page(ward_leader).get(at("audit", audit)),
        "Styret bestemte",
        "16. nov. 2026",
        "sak 12/26",
        DECISION,
    )
    assert not says(chair.get("/min-side/"), "Rapporten venter på styret")


@pytest.mark.parametrize(
    ("role", "send", "treat"),
    [
        ("quality_adviser", 200, 200),
        ("board_chair", 404, 200),
        ("ceo", 200, 200),
        ("ward_leader", 404, 404),
        ("clinic_director", 404, 404),
        ("nurse", 404, 404),
        ("outsider_ceo", 404, 404),
    ],
)
def test_who_sends_and_who_writes_down(reported, sent, world, page, role, send, treat):
    client = page(world.people[role])
    assert client.get(at("send_to_board", reported())).status_code == send
    assert client.get(at("treat", sent(title="En til"))).status_code == treat


def test_sent_once_and_treated_once(sent, quality_adviser, now, as_person):
    audit = sent()
    treated = {
        "treated_on": clock.day(now),
        "case": "",
        "decision": DECISION,
        "by": quality_adviser,
        "now": now,
    }
    with as_person(quality_adviser):
        with pytest.raises(SentAlready):
            send_to_board(
                audit=audit, ask="Igjen.", due=clock.day(now), by=quality_adviser, now=now
            )
        with pytest.raises(DayPassed):
            note_treatment(
                audit=audit, **treated | {"treated_on": clock.day(now) - timedelta(days=1)}
            )
        note_treatment(audit=audit, **treated)
        with pytest.raises(NotNow):
            note_treatment(audit=audit, **treated)
    assert not Duty.objects.filter(kind="audit.treat", settled_at__isnull=True).exists()


def test_not_before_there_is_a_report(carried_out, quality_adviser, now, as_person):
    audit = carried_out()
    with as_person(quality_adviser), pytest.raises(NotNow):
        send_to_board(audit=audit, ask="Nå.", due=clock.day(now), by=quality_adviser, now=now)


def test_what_a_board_has_before_it(sent, found, world, quality_adviser, now, as_person):
    today = clock.day(now)
    soon = found("order", title="Snart", deadline=today + timedelta(days=5))
    later = found("order", title="Senere", deadline=today + timedelta(days=50))
    waits, done = sent(later, soon, found()), sent(title="Behandlet")
    with as_person(quality_adviser):
        note_treatment(
            audit=done, treated_on=today, case="1", decision=DECISION, by=quality_adviser, now=now
        )
    with as_person(world.people["board_chair"]):
        seen = for_board(world.trust, today, today)
        after = for_board(world.trust, today + timedelta(days=1), today)
        passed = orders_of(world.ward, today + timedelta(days=6))
    assert [one.audit for one in seen.waiting] == [waits]
    assert [one.audit for one in seen.treated] == [done]
    assert [(one.finding.title, one.days) for one in seen.orders] == [("Snart", 5), ("Senere", 50)]
    assert after.treated == []
    assert [(one.finding.title, one.is_late) for one in passed] == [
        ("Snart", True),
        ("Senere", False),
    ]


def test_other_boards_see_nothing_of_it(sent, world, as_person, now):
    sent()
    today = clock.day(now)
    with as_person(world.people["outsider_ceo"]):
        seen = for_board(world.trust, today, today)
    assert (seen.waiting, seen.treated, seen.orders) == ([], [], [])
    with as_person(world.people["nurse"]):
        assert not Treatment.objects.exists()
    with scope.acting(scope.SYSTEM):
        assert Treatment.objects.count() == 1


def test_the_page_asks_no_more_for_it(sent, client_of, ceo):
    audit = sent()

    assert len(asked(client_of(ceo), reverse("inspections:audit", args=[audit.uuid]))) == 12


def test_a_kommunes_report_goes_to_kommunestyret(reported, page, world, quality_adviser, now):
    """The same way, and no board is named to people who have none."""
    audit = reported()
    turned = {"valid_from": clock.day(now), "level": "Kommune", "by": quality_adviser, "now": now}
    rename_unit(unit=world.trust, name="Prøvedal kommune", **turned)
    adviser, chair = page(quality_adviser), page(world.people["board_chair"])
    pages = [adviser.get(at("audit", audit)), adviser.get(at("send_to_board", audit))]
    filled_in(adviser, at("send_to_board", audit), ask="Ta stilling.", due="2027-01-20")
    pages += [chair.get("/min-side/"), chair.get(at("treat", audit))]
    assert [says(one, "kommunestyret") for one in pages] == [True] * 4
    filled_in(chair, at("treat", audit), treated_on="2026-11-16", case="12/26", decision="Sett.")
    pages.append(chair.get(at("audit", audit)))
    assert says(pages[-1], "Kommunestyret vedtok")
    assert not any(says(one, f" {word} ") for one in pages for word in ("styret", "Styret"))
