"""The numbers kept of actions are those one gets by counting."""

import random
from collections import Counter
from datetime import timedelta

from styrk.actions.models import Action
from styrk.actions.tally import compact_tally, figures
from styrk.core import clock, scope
from styrk.core.asking import ask
from styrk.core.tallies import Span
from styrk.organisation.models import Unit

COUNTS = ("raised", "carried_out", "judged", "worked", "planned", "unjudged")


def counted(unit: Unit) -> dict[str, int]:
    found: Counter[str] = Counter()
    for one in Action.objects.filter(unit__path__startswith=unit.path):
        found["raised"] += 1
        found["carried_out"] += one.state in {"done", "finished"}
        found["judged"] += one.state == "finished"
        found["worked"] += one.state == "finished" and one.effect in {"worked", "partly"}
        found["planned"] += one.state == "planned"
        found["unjudged"] += one.state == "done"
    return {count: found[count] for count in COUNTS}


def check() -> None:
    for unit in Unit.objects.all():
        kept = ask(figures(unit.path, {count: Span(count) for count in COUNTS}))
        assert kept == counted(unit), unit.code


def test_actions_are_counted_right_whatever_happens_to_them(world, now):
    dice = random.Random(11)
    units = [world.ward, world.other_ward, world.clinic, world.their_ward]
    leader = world.people["ward_leader"]

    def raised() -> None:
        due = clock.after(now, days=dice.randrange(-300, 300))
        Action.objects.create(
            trust=world.trust,
            unit=dice.choice(units),
            origin="unit",
            title="x",
            change="x",
            sign="x",
            level="person",
            owner=leader,
            due=due,
            review_on=due + timedelta(days=60),
            raised_at=now - timedelta(days=dice.randrange(400)),
            raised_by=leader,
        )

    def changed() -> None:
        one = dice.choice(list(Action.objects.order_by("pk")))
        one.state = dice.choice(["planned", "done", "finished", "dropped"])
        one.effect = dice.choice(["worked", "partly", "not_worked"])
        one.done_at, one.done_by = now - timedelta(days=dice.randrange(90)), leader
        one.unit = dice.choice(units)
        one.save()

    with scope.acting(scope.SYSTEM):
        for turn in range(60):
            dice.choice([raised, changed, changed, compact_tally])()
            if turn % 10 == 9:
                check()


def test_deadlines_are_counted_on_their_day(world, now):
    today = clock.day(now)
    due = world.their_action.due
    spans = {
        "before": Span("planned", before=due),
        "on_the_day": Span("planned", due, due + timedelta(days=1)),
        "late_today": Span("planned", before=today),
    }

    assert ask(figures(world.their_ward.path, spans)) == {
        "before": 0,
        "on_the_day": 1,
        "late_today": 0,
    }
