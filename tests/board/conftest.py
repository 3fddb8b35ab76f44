from datetime import date, timedelta

import pytest

from styrk.access.models import Account
from styrk.access.roles import BOARD_MEMBER
from styrk.board import commands
from styrk.board.models import Decision, Item, Meeting, Pack
from styrk.board.types import Resolution, Topic
from styrk.compliance import commands as judgements
from styrk.core import clock, scope
from styrk.inspections.models import Audit, Treatment
from styrk.organisation.commands import appoint, register_person
from styrk.regulation.types import Status
from tests.world import standing


@pytest.fixture
def board_member(world, now):
    """A member of the board of the trust, who has no other post there."""
    return seated(world, now, "Bjørg Berg", BOARD_MEMBER.code, world.trust)


@pytest.fixture
def region_ceo(world, now):
    """Who leads the owner of the trusts."""
    return seated(world, now, "Randi Riise", "leader", world.region)


def seated(world, now, name, role, unit):
    person = register_person(
        name=name,
        title="",
        email=f"{name.split()[0].lower()}@styrk.invalid",
        home_unit=unit,
        by=None,
        now=now,
    )
    appoint(person=person, unit=unit, role=role, valid_from=date(2020, 1, 1), by=None, now=now)
    Account.objects.create(username=name.split()[0].lower(), person=person, password="!")
    return person


@pytest.fixture
def plan_meeting(world, ceo, now, as_person):
    """`plan_meeting(days)`: a meeting of the trust's board so many days from now."""

    def plan(days=0, *, unit=None, at=None):
        with as_person(ceo):
            on = clock.after(at or now, days=days)
            unit_of = unit or world.trust
            return commands.plan_meeting(unit=unit_of, on=on, by=ceo, now=at or now)

    return plan


@pytest.fixture
def case(ceo, now, as_person):
    """`case(meeting, title, closed)`: a case on its agenda."""

    def case(meeting, title="Ventetider", closed="", at=None) -> Item:
        with as_person(ceo):
            topic = Topic(title=title, text="Status", closed=closed)
            return commands.add_item(meeting=meeting, topic=topic, by=ceo, now=at or now)

    return case


@pytest.fixture
def packed(ceo, now, as_person):
    """`packed(meeting)`: the pack as the top leader makes it."""

    def packed(meeting: Meeting, at=None) -> Pack:
        with as_person(ceo):
            return commands.make_pack(
                meeting=meeting, standing=standing(ceo, now), by=ceo, now=at or now
            )

    return packed


@pytest.fixture
def held(plan_meeting, case, packed, ceo, now, as_person) -> Meeting:
    """A meeting of today with an open case and a closed one, a pack, and held."""
    meeting = plan_meeting()
    case(meeting)
    case(meeting, "Byggesaken", "helseforetaksloven § 26 a")
    packed(meeting)
    with as_person(ceo):
        commands.hold_meeting(meeting=meeting, by=ceo, now=now)
    return meeting


@pytest.fixture
def decided(held, ceo, quality_adviser, now, as_person) -> Decision:
    """A decision in the open case, which the adviser follows."""
    with as_person(ceo):
        return commands.resolve(
            item=held.items.order_by("number")[0],
            resolution=Resolution("Legg fram en plan", quality_adviser, clock.after(now, days=30)),
            by=ceo,
            now=now,
        )


@pytest.fixture
def judge(now, as_person):
    """`judge(ceo, unit, "8b")`: that the letter is shown, for a year."""

    def judge(by, unit, item):
        with as_person(by):
            return judgements.judge(
                unit=unit,
                item=item,
                status=Status.SHOWN,
                computed=Status.UNKNOWN,
                reason="Vi har sett på det.",
                until=clock.after(now, days=365),
                by=by,
                now=now,
            )

    return judge


@pytest.fixture
def later(now):
    return now + timedelta(days=40)


@pytest.fixture
def an_audit(world, ceo, now):
    """`an_audit(title, decision)`: a reported audit that was sent to the board, and what it decided."""

    def an_audit(title, decision=""):
        treated = {"treated_on": clock.day(now), "noted_at": now, "noted_by": ceo}
        with scope.acting(scope.SYSTEM):
            audit = Audit.objects.create(
                trust=world.trust,
                unit=world.trust,
                kind="internal",
                title=title,
                about="Akutt",
                leader=ceo,
                starts_on=clock.after(now, days=-100),
                ends_on=clock.after(now, days=-99),
                state="reported",
                reported_on=clock.after(now, days=-60),
                answer_due=clock.after(now, days=-30),
                set_at=now,
                set_by=ceo,
            )
            return Treatment.objects.create(
                audit=audit,
                unit=world.trust,
                ask="Ta stilling til tiltakene.",
                due=clock.after(now, days=30),
                sent_at=now,
                sent_by=ceo,
                decision=decision,
                **(treated if decision else {}),
            )

    return an_audit
