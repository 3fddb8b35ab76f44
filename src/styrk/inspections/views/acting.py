"""Where one acts on audits and findings: what is said of them on the page of every act."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.inspections import board, queries, refusals, rules
from styrk.inspections.models import Audit, Finding, Lesson, LessonQuestion
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.LeadsAudited: gettext_lazy(
        "Den som leder noe av det som undersøkes, kan ikke være med på en uavhengig revisjon av det."
    ),
    refusals.OnTeam: gettext_lazy("Personen er på laget allerede."),
    refusals.NoUnits: gettext_lazy("Alle enhetene du skrev, er spurt fra før."),
    refusals.NotBegun: gettext_lazy(
        "Den første dagen er ikke kommet. Endre dagene først, hvis dere alt har vært der."
    ),
    refusals.NotAuthority: gettext_lazy("Bare en tilsynsmyndighet gir pålegg."),
    refusals.DayPassed: gettext_lazy("Fristen er før dette begynte. Rett dagen."),
    refusals.OutsideScope: gettext_lazy("Enheten er ikke med i det som er undersøkt."),
    refusals.AfterDeadline: gettext_lazy("Fristen i pålegget er før dette."),
    refusals.StillOpen: gettext_lazy("Noe gjenstår. Det står under."),
    refusals.NoAction: gettext_lazy("Ingen tiltak er bestemt. Si hvorfor det ikke trengtes."),
    refusals.OwnFinding: gettext_lazy(
        "Den som svarer for funnet, kan ikke selv bekrefte at det er rettet."
    ),
    refusals.SentAlready: board.SENT_ALREADY,
    refusals.LetterMissing: gettext_lazy("Legg ved brevet fra tilsynsmyndigheten."),
}


def subject(audit: Audit) -> Subject:
    return Subject(
        way=[
            (_("Tilsyn og revisjon"), address_of("inspections:audits")),
            (audit.title, address_of("inspections:audit", audit.uuid)),
        ],
        line=audit.title,
    )


def finding_subject(finding: Finding) -> Subject:
    return Subject(
        way=[
            *subject(finding.audit).way,
            (finding.title, address_of("inspections:finding", finding.uuid)),
        ],
        line=f"{finding.title} – {finding.unit.name}",
        quoted=finding.text,
    )


def question_subject(question: LessonQuestion) -> Subject:
    return Subject(
        way=[
            (_("Læring fra andre"), address_of("inspections:lessons")),
            (question.lesson.title, address_of("inspections:question", question.uuid)),
        ],
        line=f"{question.lesson.title} – {question.unit.name}",
        quoted=question.lesson.text,
    )


def lesson_subject(lesson: Lesson) -> Subject:
    return Subject(
        way=[
            (_("Læring fra andre"), address_of("inspections:lessons")),
            (lesson.title, address_of("inspections:lesson", lesson.uuid)),
        ],
        line=lesson.title,
        quoted=lesson.text,
    )


DESK = Desk(
    name="audit",
    find=lambda uuid, _standing: queries.audit(uuid),
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=gettext_lazy("Dette passer ikke slik det står nå."),
    refusals=REFUSALS,
    template="inspections/act.html",
)
FINDINGS = Desk(
    name="finding",
    find=lambda uuid, _standing: queries.finding(uuid),
    hold=queries.locked_finding,
    is_for=rules.is_for_finding,
    may=rules.may_finding,
    subject=finding_subject,
    misfit=gettext_lazy("Dette passer ikke slik funnet står nå."),
    refusals=REFUSALS,
    template="inspections/act.html",
)
QUESTIONS = Desk(
    name="question",
    find=lambda uuid, _standing: queries.question(uuid),
    hold=queries.locked_question,
    is_for=rules.is_for_question,
    may=rules.may_question,
    subject=question_subject,
    misfit=gettext_lazy("Dette passer ikke slik svaret er nå."),
    refusals=REFUSALS,
    template="inspections/act.html",
)
LESSONS = Desk(
    name="lesson",
    find=lambda uuid, _standing: queries.lesson(uuid),
    hold=queries.lesson,
    is_for=rules.has_shared,
    may=rules.may_lesson,
    subject=lesson_subject,
    misfit=gettext_lazy("Dette er trukket tilbake allerede."),
    refusals=REFUSALS,
    template="inspections/act.html",
)
