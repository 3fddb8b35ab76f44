"""A region's requirement with all kinds of things hanging on it, one of each or many; made in bulk."""

from types import SimpleNamespace

from styrk.actions.models import Action, EffectReview
from styrk.core import clock, scope
from styrk.goals.models import Goal, GoalAction
from styrk.incidents.models import Incident, IncidentAction, IncidentRisk
from styrk.plans.models import Plan, PlanItem
from styrk.requirements.models import PlacementAction
from styrk.risks.models import Risk, RiskAction, RiskGoal, RiskPlacement


def hang(world, trust, wards, incident, person, now):
    """What hangs on the trust's placement and on those of the wards; gives one record of each kind.

    Each ward has an action; the trust has as many goals, risks and incidents, each with an action, the
    goals with goals below them, and the actions with actions that followed and were judged.
    """
    make = _Maker(trust.unit, person, now)
    with scope.acting(scope.SYSTEM):
        links = make.of(PlacementAction, "placement", wards, "requirement")
        goals = Goal.objects.bulk_create(make.goal(n, placement=trust) for n, _ in enumerate(wards))
        lower = Goal.objects.bulk_create(make.goal(n, above=one) for n, one in enumerate(goals))
        make.of(GoalAction, "goal", lower, "goal")
        risks = Risk.objects.bulk_create(make.risk(n) for n, _ in enumerate(wards))
        make.of(RiskAction, "risk", risks, "risk")
        linked = {"linked_at": now, "linked_by": person}
        RiskPlacement.objects.bulk_create(
            RiskPlacement(risk=one, placement=trust, **linked) for one in risks
        )
        RiskGoal.objects.bulk_create(
            RiskGoal(risk=one, goal=goal, **linked) for one, goal in zip(risks, lower, strict=True)
        )
        shown = Incident.objects.get(pk=incident.pk)
        IncidentRisk.objects.bulk_create(
            IncidentRisk(incident=shown, trust=shown.trust, risk=one, **linked) for one in risks
        )
        led = make.actions(len(wards), "incident")
        IncidentAction.objects.bulk_create(
            IncidentAction(incident=shown, trust=shown.trust, action=one) for one in led
        )
        make.followed(links[0].action, len(wards))
        plan = Plan.objects.create(
            unit=trust.unit, trust=trust.unit, year=2026, begun_at=now, begun_by=person
        )
        item = PlanItem.objects.create(plan=plan, position=1, goal=goals[0])
    return SimpleNamespace(
        placement=trust,
        requirement=trust.requirement,
        goal=goals[0],
        risk=risks[0],
        incident=shown,
        action=links[0].action,
        plan_item=item,
    )


class _Maker:
    def __init__(self, unit, person, now):
        self.unit, self.person, self.now = unit, person, now

    def of(self, links, name, records, origin):
        found = self.actions(len(records), origin)
        rows = (links(action=a, **{name: one}) for a, one in zip(found, records, strict=True))
        return links.objects.bulk_create(rows)

    def actions(self, number, origin, **facts):
        return Action.objects.bulk_create(
            Action(
                trust=self.unit,
                unit=self.unit,
                origin=origin,
                title=f"Tiltak {n}",
                change="Bedre",
                sign="Vi ser det",
                level="system",
                owner=self.person,
                due=clock.after(self.now, days=14),
                review_on=clock.after(self.now, days=60),
                raised_at=self.now,
                raised_by=self.person,
                **facts,
            )
            for n in range(number)
        )

    def followed(self, action, number):
        later = self.actions(number, action.origin, follows=action)
        EffectReview.objects.bulk_create(
            EffectReview(action=one, effect="worked", reason="Ja", at=self.now, by=self.person)
            for one in later
        )

    def goal(self, number, **facts):
        return Goal(
            unit=self.unit,
            trust=self.unit,
            title=f"Mål {number}",
            direction="down",
            target_words="Færre",
            owner=self.person,
            first_year=2026,
            last_year=2026,
            state="agreed",
            set_at=self.now,
            set_by=self.person,
            **facts,
        )

    def risk(self, number):
        return Risk(
            unit=self.unit,
            trust=self.unit,
            title=f"Risiko {number}",
            owner=self.person,
            review_on=clock.after(self.now, days=90),
            reviewed_on=clock.day(self.now),
            described_at=self.now,
            described_by=self.person,
        )
