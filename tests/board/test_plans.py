"""A revisjonsplan goes to the board by its agenda, and what is decided there approves what was on it."""

import pytest

from styrk.auditplan import commands as planning
from styrk.auditplan.models import AuditPlan, PlanApproval
from styrk.auditplan.types import Scope
from styrk.board import commands
from styrk.board.models import Decision, Item
from styrk.board.refusals import PlanChanged
from styrk.board.types import Resolution
from styrk.core import clock
from tests.board.conftest import seated
from tests.board.test_views import at, says
from tests.clients import filled_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(world, now):
    return seated(world, now, "Ragna Rud", "auditor", world.trust)


@pytest.fixture
def plan(world, auditor, now, as_person):
    """The trust's own plan, with one line, recommended."""
    with as_person(auditor):
        begun = {"unit": world.trust, "year": 2027, "wishes_until": clock.day(now)}
        plan = planning.begin_plan(by=auditor, now=now, **begun)
        _add(plan, world, auditor, now)
        _recommend(plan, auditor, now)
        return plan


def _add(plan, world, auditor, now):
    scope = Scope(
        kind="internal",
        title="Legemidler",
        about="Om listen følger med.",
        why="Rød risiko.",
        units=(world.clinic,),
        quarter=1,
    )
    planning.add_line(plan=plan, scope=scope, by=auditor, now=now)


def _recommend(plan, auditor, now):
    told = {"body": "leaders", "held_on": clock.day(now), "words": "Ja."}
    planning.recommend_plan(plan=plan, by=auditor, now=now, **told)


def test_put_on_the_agenda_decided_and_frozen(
    plan, page, client_of, plan_meeting, board_chair, board_member, quality_adviser, auditor
):
    meeting, keeper = plan_meeting(), page(board_chair)
    waits = "Revisjonsplanen venter på styret"
    assert says(keeper.get(at("meeting", meeting)), waits, "Revisjonsplan 2027")
    assert says(keeper.get("/styre/"), "Settes på sakslisten til et møte")
    address = f"{at('meeting', meeting)}plan/{plan.uuid}/"
    assert client_of(board_member).post(address).status_code == 404
    assert keeper.post(address).status_code == 302
    assert client_of(board_chair).post(address).status_code == 404, "it is there already"
    here = f"/revisjonsplan/{plan.uuid}/"
    assert says(page(auditor).get(here), "På sakslisten")
    keeper.post(at("hold", meeting))
    item = Item.objects.get()
    sent = {"text": "Planen vedtas.", "owner": str(quality_adviser.uuid), "due": "2027-03-01"}
    unsaid = filled_in(keeper, at("resolve", item), **sent)
    assert unsaid.status_code == 422
    assert filled_in(keeper, at("resolve", item), **sent, approves="yes").status_code == 302

    approval = PlanApproval.objects.get()
    assert (approval.case, approval.words, approval.held_on) == ("1", "Planen vedtas.", meeting.on)
    assert AuditPlan.objects.get().state == "approved"
    assert says(page(auditor).get(here), "Behandlet", "Planen vedtas.", "sak 1")
    assert not says(keeper.get("/styre/"), "Settes på sakslisten til et møte")


def test_a_board_that_says_no_approves_nothing(
    plan, page, plan_meeting, board_chair, quality_adviser, now, as_person
):
    meeting = plan_meeting()
    with as_person(board_chair):
        item = commands.put_plan_on_agenda(meeting=meeting, plan=plan, by=board_chair, now=now)
        commands.hold_meeting(meeting=meeting, by=board_chair, now=now)
    sent = {"text": "Kom igjen.", "owner": str(quality_adviser.uuid), "due": "2027-03-01"}
    filled_in(page(board_chair), at("resolve", item), **sent, approves="no")

    assert Decision.objects.count() == 1
    assert not PlanApproval.objects.exists()


def test_only_what_was_on_the_agenda_is_approved(
    plan, world, plan_meeting, board_chair, auditor, quality_adviser, now, as_person
):
    meeting = plan_meeting()
    with as_person(board_chair):
        item = commands.put_plan_on_agenda(meeting=meeting, plan=plan, by=board_chair, now=now)
    with as_person(auditor):
        changed = AuditPlan.objects.select_related("unit", "begun_by").get()
        _add(changed, world, auditor, now)
        _recommend(changed, auditor, now)
    with as_person(board_chair):
        commands.hold_meeting(meeting=meeting, by=board_chair, now=now)
        told = Resolution("Vedtas.", quality_adviser, clock.after(now, days=60), approves=True)
        with pytest.raises(PlanChanged):
            commands.resolve(item=item, resolution=told, by=board_chair, now=now)

    assert not PlanApproval.objects.exists()
    assert not Decision.objects.exists(), "nothing of it is done"
