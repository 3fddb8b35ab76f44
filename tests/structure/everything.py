"""A case in which everything happens, so that every protected table has something to hide."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from styrk.access.commands import Invited, keep_draft, keep_preview, keep_sent
from styrk.actions.commands import carry_out, judge_effect, object_to_action
from styrk.actions.types import Plan
from styrk.classification import commands as classification
from styrk.classification.models import Code
from styrk.classification.types import ReadAxis, ReadScheme
from styrk.committee import commands as committee
from styrk.compliance.commands import look_through
from styrk.compliance.types import Outcome
from styrk.core import clock, ids, scope
from styrk.feedback import commands as feedback
from styrk.feedback.models import Voice
from styrk.feedback.types import Told
from styrk.goals.aim import Aim
from styrk.goals.commands import set_goal
from styrk.goals.models import Goal
from styrk.incidents import commands
from styrk.incidents.models import Attachment, Incident
from styrk.incidents.recurrence.proposals import Proposal
from styrk.incidents.types import Report
from styrk.indicators.commands import define_indicator
from styrk.indicators.models import Indicator
from styrk.indicators.shape import About, How
from styrk.inspections import commands as inspections
from styrk.inspections.commands.board import send_to_board
from styrk.inspections.commands.guests import admit
from styrk.inspections.models import Finding, Lesson, LessonQuestion
from styrk.inspections.types import Found, Learnt, Mandate, Upload
from styrk.intervention import commands as intervention
from styrk.intervention.sweeping import sweep
from styrk.intervention.types import Discussion
from styrk.organisation.commands import appoint
from styrk.organisation.models import Person
from styrk.patterns import commands as patterns
from styrk.patterns.types import AboutTheme, WrittenCase
from styrk.products import commands as products
from styrk.products.types import Described
from styrk.requirements.models import Edition, Placement, Requirement, Source
from styrk.risks import commands as risks
from styrk.risks.models import Risk
from styrk.risks.types import Assessment, Description
from styrk.serious.commands import (
    add_addendum,
    answer_questions,
    begin_rota,
    open_identity,
    send_report,
    write_entry,
    write_identity,
    write_week,
)
from styrk.serious.models import Call, Event
from styrk.serious.shifts import monday_of
from styrk.serious.types import Patient, Watch, Written
from styrk.serious.types import Told as Answered
from styrk.subscriptions import commands as subscriptions
from styrk.subscriptions.jobs import send_copies
from styrk.trail.commands import record_reading
from styrk.trail.jobs import seal_entries
from tests.world import World, standing

LATER = timedelta(days=100)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def happen(world: World, now: datetime) -> Incident:
    """Reported, opened, handed past an inhabil leader, answered, examined, improved, judged, sealed."""
    people = world.people
    incident = _reported(world, now)
    _as(people["ward_leader"], now, _left_by_the_inhabil, incident, now)
    _as(people["department_leader"], now, _handled, world, incident, now)
    _as(people["second_ward_leader"], now, _answered, incident, now)
    _as(people["ward_leader"], now, _at_risk, world, now)
    _as(people["ward_leader"], now, _gone_through, world, now)
    _as(people["ward_leader"], now, _kept, now)
    _as(people["department_leader"], now, _pointed, incident, now)
    _as(people["department_leader"], now, _seen_as_one, incident, now)
    _as(people["department_leader"], now, _told_on, incident, now)
    _as(people["quality_adviser"], now, _coded, incident, now)
    _as(people["department_leader"], now, _committee, incident, now)
    _as(people["quality_adviser"], now, _looked_at, world, now)
    told = Told(
        world.ward, "complaint", "page", "Gulvet er vått.", clock.day(now), answer_owed=True
    )
    feedback.tell_us(told=told, key="1", by=None, now=now)
    _as(people["ward_leader"], now, _heard, world, now)
    with scope.acting(scope.SYSTEM):
        _with_a_photo(world, incident, now)
        _signalled(world, now + LATER)
    seal_entries(now + LATER)
    return incident


def _as(person: Person, now: datetime, act, *arguments) -> None:
    with scope.acting(standing(person, now).scope):
        act(person, *arguments)


def _reported(world: World, now: datetime) -> Incident:
    nurse = world.people["nurse"]
    report = Report(
        unit=world.ward,
        kind="patient",
        description="En pasient falt på badet da gulvet var vått.",
        happened_at=now - timedelta(hours=1),
        harm_actual="mild",
        harm_possible="severe",
    )
    with scope.acting(standing(nurse, now).scope):
        keep_draft(person=nurse, path="/meld/", fields={"description": "En pasient"}, now=now)
        keep_preview(person=nurse, purpose="test", sources=[], facts={}, now=now)
        keep_sent(person=nurse, mark="test", back="/meld/", now=now)
        return commands.report_incident(report=report, key=uuid4(), by=nurse, now=now)


def _left_by_the_inhabil(leader: Person, incident: Incident, now: datetime) -> None:
    incident = Incident.objects.get(pk=incident.pk)
    record_reading(
        by=leader, now=now, subject="incident", subject_id=incident.pk, reference=incident.reference
    )
    commands.recuse_from_incident(
        incident=incident, reason="Jeg var til stede.", by=leader, now=now
    )


def _kept(leader: Person, now: datetime) -> None:
    commands.save_search(name="Fall på natta", query="q=fall", by=leader, now=now)


def _handled(leader: Person, world: World, incident: Incident, now: datetime) -> None:
    incident = Incident.objects.get(pk=incident.pk)
    commands.take_incident(incident=incident, by=leader, now=now)
    commands.ask_statement(
        incident=incident,
        unit=world.second_ward,
        question="Hva gjør dere?",
        due=clock.after(now, days=7),
        by=leader,
        now=now,
    )
    commands.record_analysis(
        incident=incident,
        found="Ingen merker vått gulv.",
        causes=["routine"],
        persons="",
        by=leader,
        now=now,
    )
    plan = Plan(
        unit=world.ward,
        title="Skilt ved vått gulv",
        change="Alle ser at gulvet er vått",
        sign="Ingen fall på vått gulv",
        level="routine",
        owner=leader,
        due=clock.after(now, days=14),
        review_on=clock.after(now, days=90),
    )
    action = commands.add_action(incident=incident, plan=plan, by=leader, now=now)
    commands.decide_improvement(incident=incident, decision="Vi merker gulvet.", by=leader, now=now)
    carry_out(action=action, note="Skiltene er oppe.", by=leader, now=now)
    judge_effect(action=action, effect="worked", reason="Ingen fall.", by=leader, now=now + LATER)


def _answered(leader: Person, incident: Incident, now: datetime) -> None:
    statement = Incident.objects.get(pk=incident.pk).statements.get()
    commands.answer_statement(statement=statement, answer="Vi bruker skilt.", by=leader, now=now)


def _at_risk(leader: Person, world: World, now: datetime) -> None:
    """A risk that is rated, treated (in vain, says somebody), accepted and lifted, in a picture."""
    risk = risks.describe_risk(
        description=Description(
            unit=world.ward,
            title="Fall på badet",
            description="Gulvet blir vått.",
            causes="",
            consequences="",
            measures="",
            interaction="none",
            owner=leader,
            review_on=clock.after(now, days=90),
            placements=(_a_placement(leader, world, now),),
            goals=(_a_goal(leader, world, now),),
        ),
        by=leader,
        now=now,
    )
    rated = Assessment("now", 2, {"patient": 3}, "Sju fall i år.")
    risks.rate_risk(risk=risk, assessment=rated, by=leader, now=now)
    plan = Plan(
        unit=world.ward,
        title="Sklisikkert gulv",
        change="Ingen sklir",
        sign="Ingen fall",
        level="system",
        owner=leader,
        due=clock.after(now, days=14),
        review_on=clock.after(now, days=90),
    )
    action = risks.add_action(risk=risk, plan=plan, by=leader, now=now)
    object_to_action(action=action, text="Det er like glatt.", by=leader, now=now)
    risks.accept_risk(
        risk=risk, reason="Til gulvet er lagt.", expires_on=plan.due, by=leader, now=now
    )
    risks.propose_up(risk=risk, to=world.department, reason="Flere bad.", by=leader, now=now)
    risks.take_picture(unit=world.ward, period="2026-T3", summary="Fall.", by=leader, now=now)
    risks.measure_risk(risk=risk, indicator=_counted(leader, world, now), by=leader, now=now)


def _counted(leader: Person, world: World, now: datetime) -> Indicator:
    about = About(code="fall", name="Fall", area="quality", unit=world.ward, owner=leader)
    how = How(kind="count", valid_from=date(2026, 1, 1), numerator="Fall")
    return define_indicator(about=about, how=how, by=leader, now=now)


def _pointed(leader: Person, incident: Incident, now: datetime) -> None:
    incident = Incident.objects.get(pk=incident.pk)
    risk = Risk.objects.get(title="Fall på badet")
    commands.point_at_risk(incident=incident, risk=risk, by=leader, now=now)


def _seen_as_one(leader: Person, incident: Incident, now: datetime) -> None:
    incident = Incident.objects.select_related("responsible_unit").get(pk=incident.pk)
    facts = {"title": "Fall på badet", "common": "Gulvet er vått.", "by": leader, "now": now}
    group = patterns.begin_group(incident=incident, unit=incident.responsible_unit, **facts)
    case = WrittenCase("Gulvet er vått.", "Ett brudd.", "Nytt gulv.")
    found = Proposal("a", (str(incident.uuid),), (), (), None, None, (), None)
    place = incident.responsible_unit
    patterns.dismiss_proposal(proposal=found, unit=place, why="Tilfeldig.", by=leader, now=now)
    patterns.raise_group(group=group, case=case, due=clock.day(now), by=leader, now=now)
    _worked_on(leader, incident, now)


def _worked_on(leader: Person, incident: Incident, now: datetime) -> None:
    about = AboutTheme("Fall", "Alle fall.", "", "Vi arbeider med fall.", leader, 3)
    facts = {"by": leader, "now": now}
    theme = patterns.begin_theme(unit=incident.responsible_unit, about=about, **facts)
    patterns.belong(theme=theme, incident=incident, said=about.answer, **facts)
    due = clock.day(now) + timedelta(days=30)
    plan = Plan(
        incident.responsible_unit,
        "Matter",
        "Færre fall",
        "Fall",
        "system",
        leader,
        due,
        due + timedelta(days=30),
    )
    patterns.add_measure(theme=theme, plan=plan, **facts)
    said = {"shows": "Færre.", "changes": "Nye matter.", "answer": about.answer}
    patterns.review_theme(theme=theme, next_on=due, **said, **facts)


def _coded(adviser: Person, incident: Incident, now: datetime) -> None:
    incident = Incident.objects.get(pk=incident.pk)
    read = ReadScheme("Egne emner", "1", "", (ReadAxis("1", "Hva", (("1.1", "Fall"),)),))
    classification.take_scheme(read=read, trust=incident.trust, by=adviser, now=now)
    codes = Code.objects.select_related("axis__scheme")
    classification.classify_incident(incident=incident, codes=codes, by=adviser, now=now)
    pump = Described("Infusjonspumpe", "Pumper AS", "device")
    products.name_product(incident=incident, product=pump, lot="7", by=adviser, now=now)
    subscriptions.begin_subscription(
        unit=incident.trust,
        person=adviser,
        why="Har faget.",
        code=codes[0],
        by=adviser,
        now=LONG_AGO,
    )
    send_copies(now)


def _committee(leader: Person, incident: Incident, now: datetime) -> None:
    """It is laid before the committee, which advises the leader, who decides an action."""
    facts = {"by": leader, "now": now}
    appoint(
        person=leader,
        unit=incident.trust,
        role="quality_committee",
        valid_from=LONG_AGO.date(),
        **facts,
    )
    incident = Incident.objects.get(pk=incident.pk)
    case = committee.lay_before(incident=incident, why="Igjen.", **facts)
    advice = committee.give_advice(
        case=case, to_unit=incident.responsible_unit, text="Bytt matter.", due=now.date(), **facts
    )
    due, review_on = clock.after(now, days=14), clock.after(now, days=60)
    plan = Plan(incident.unit, "Nye matter", "Tørt", "Færre", "system", leader, due, review_on)
    committee.answer_advice(advice=advice, state="followed", answer="Ja.", **facts)
    committee.follow_with_action(advice=advice, plan=plan, **facts)


def _told_on(leader: Person, incident: Incident, now: datetime) -> None:
    """It gives notices: to the patient, and of the blood that was given."""
    incident = Incident.objects.get(pk=incident.pk)
    facts = {"harm_actual": "mild", "harm_to": ["patient"], "blood": True}
    told = Answered(incident.happened_at, incident.reported_at, facts)
    event = answer_questions(incident=incident, told=told, by=leader, now=now)
    write_entry(event=event, written=Written("staff", now, "En samtale."), by=leader, now=now)
    _on_call(event, leader, now)
    written = write_identity(
        event=event, patient=Patient("Ola Prøve", "J-17", "Datter"), by=leader, now=now
    )
    open_identity(identity=written, reason="Skal ringe.", by=leader, now=now)
    report = send_report(event=event, remarks="Mer kommer.", channel="brev", by=leader, now=now)
    add_addendum(report=report, text="Her er mer.", by=leader, now=now)


def _on_call(event: Event, leader: Person, now: datetime) -> None:
    watch = Watch("Vakt", (time(8),), 15)
    rota = begin_rota(unit=event.incident.unit, watch=watch, by=leader, now=now)
    monday = monday_of(clock.day(now))
    write_week(rota=rota, monday=monday, people=[leader] * 7, by=leader, now=now)
    Call.objects.create(
        event=event,
        trust_id=event.trust_id,
        rota=rota,
        person=leader,
        way="on_call",
        at=now,
        waits_to=now,
    )


def _a_goal(leader: Person, world: World, now: datetime) -> Goal:
    year = clock.day(now).year
    aim = Aim("Færre fall", "", leader, "down", year, year, target_words="Halvparten så mange")
    return set_goal(unit=world.ward, aim=aim, by=leader, now=now)


def _a_placement(leader: Person, world: World, now: datetime) -> Placement:
    source = Source.objects.create(code="lov", kind="law", title="En lov")
    edition = Edition.objects.create(source=source, label="2026", dated=clock.day(now))
    requirement = Requirement.objects.create(
        edition=edition, ref="1", position=1, title="Trygge bad", kind="standing"
    )
    return Placement.objects.create(
        requirement=requirement,
        unit=world.ward,
        trust=world.trust,
        answer_due=clock.after(now, days=28),
        placed_at=now,
        placed_by=leader,
    )


def _looked_at(adviser: Person, world: World, now: datetime) -> None:
    """An audit with a team, a criterion, a report and a finding that is answered and acted on."""
    mandate = Mandate(
        unit=world.trust,
        kind="internal",
        title="Internrevisjon av bad",
        about="Om badene er trygge.",
        leader=adviser,
        team=(adviser,),
        starts_on=clock.day(now),
        ends_on=clock.day(now),
        units=(world.ward,),
        criteria=(Requirement.objects.get(title="Trygge bad"),),
    )
    audit = inspections.plan_audit(mandate=mandate, by=adviser, now=now)
    inspections.announce_audit(audit=audit, by=adviser, now=now)
    inspections.carry_out_audit(audit=audit, by=adviser, now=now)
    found = Found(kind="deviation", title="Glatt gulv", text="Det er glatt.", unit=world.ward)
    finding = inspections.add_finding(audit=audit, found=found, by=adviser, now=now)
    inspections.report_audit(
        audit=audit,
        report=Upload("rapport.pdf", b"%PDF-1.7 %%EOF", "0" * 64),
        dated_on=clock.day(now),
        answer_due=clock.after(now, days=30),
        by=adviser,
        now=now,
    )
    today = clock.day(now)
    invited = Invited("Kari", "Tilsynet", "kari@example.org", today, today, (today, today))
    admit(audit=audit, invited=invited, by=adviser, now=now)
    learnt = Learnt(
        world.trust, "Kurs", "Noe glapp.", "Hvem har kurs?", clock.after(now, days=9), (world.ward,)
    )
    lesson = inspections.share_lesson(learnt=learnt, finding=finding, by=adviser, now=now)
    due = clock.after(now, days=30)
    send_to_board(audit=audit, ask="Se på badene.", due=due, by=adviser, now=now)
    _as(world.people["ward_leader"], now, _put_right, world, finding, now)
    _as(adviser, now, _withdraw, lesson, now)


def _withdraw(adviser: Person, lesson: Lesson, now: datetime) -> None:
    inspections.withdraw_lesson(lesson=lesson, reason="Alle har svart.", by=adviser, now=now)


def _put_right(leader: Person, world: World, finding: Finding, now: datetime) -> None:
    inspections.answer_finding(
        finding=finding,
        answer="Vi legger nytt.",
        meet_due=clock.after(now, days=30),
        by=leader,
        now=now,
    )
    plan = Plan(
        unit=world.ward,
        title="Nytt gulv",
        change="Ingen sklir",
        sign="Ingen fall",
        level="system",
        owner=leader,
        due=clock.after(now, days=14),
        review_on=clock.after(now, days=90),
    )
    inspections.act_on_finding(finding=finding, plan=plan, by=leader, now=now)
    asked = LessonQuestion.objects.get()
    inspections.answer_lesson(question=asked, reply="ours", answer="Ja.", by=leader, now=now)
    inspections.act_on_lesson(question=asked, plan=plan, by=leader, now=now)


def _gone_through(leader: Person, world: World, now: datetime) -> None:
    look_through(
        kind="risk",
        subject_uuid=Risk.objects.order_by("pk").values_list("uuid", flat=True)[0],
        unit=world.ward,
        outcome=Outcome.ASKED,
        words="Hva hjalp sist?",
        by=leader,
        now=now,
    )


def _heard(leader: Person, world: World, now: datetime) -> None:
    voice = Voice.objects.select_related("unit", "held_by").get()
    feedback.take_voice(voice=voice, by=leader, now=now)
    plan = Plan(
        unit=world.ward,
        title="Tørt gulv",
        change="Ingen sklir",
        sign="Ingen fall",
        level="routine",
        owner=leader,
        due=clock.after(now, days=14),
        review_on=clock.after(now, days=90),
    )
    feedback.act_on_voice(voice=voice, plan=plan, by=leader, now=now)


def _signalled(world: World, now: datetime) -> None:
    """Nobody has answered whoever told, and the rule that looks at it is on."""
    ceo = world.people["ceo"]
    discussion = Discussion(clock.day(now), "Foretakstillitsvalgte", "Vi er enige.")
    intervention.switch_on(
        unit=world.trust, codes=["late_answer"], discussion=discussion, by=ceo, now=now
    )
    sweep(world.trust, now)


def _with_a_photo(world: World, incident: Incident, now: datetime) -> None:
    Attachment.objects.create(
        incident=incident,
        trust=world.trust,
        file=f"{ids.new_uuid()}.jpg",
        name="gulv.jpg",
        content_type="image/jpeg",
        size=3,
        digest="abc",
        added_at=now,
        added_by=world.people["nurse"],
    )
