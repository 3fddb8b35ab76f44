"""How §§ 8 e and 9 a are evidenced by what goes again: temas gone through, and what is raised answered."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core.asking import Ask
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

YEAR = timedelta(days=365)
# Per cent of the temas that are worked on.
REVIEWED = Threshold(
    80,
    gettext_lazy(
        "En gjennomgang kan bli utsatt, men blir mer enn ett av fem tema liggende, er de ikke i arbeid."
    ),
)
# Per cent of what was raised and should have been answered.
ANSWERED = Threshold(
    90,
    gettext_lazy("Den som løfter noe opp i linjen og ikke hører noe, slutter å løfte."),
)
FOUND = """
    SELECT
        (SELECT count(*) FROM patterns_theme t JOIN organisation_unit u ON u.id = t.unit_id
         WHERE starts_with(u.path, %(path)s) AND t.state = 'open') AS themes,
        (SELECT count(*) FROM patterns_theme t JOIN organisation_unit u ON u.id = t.unit_id
         WHERE starts_with(u.path, %(path)s) AND t.state = 'open' AND t.review_on >= %(on)s)
         AS in_time,
        r.raised, r.due, r.answered
    FROM (
        SELECT count(*) AS raised,
               count(*) FILTER (WHERE r.state <> 'asked' OR r.due < %(on)s) AS due,
               count(*) FILTER (WHERE r.state <> 'asked') AS answered
        FROM patterns_raising r JOIN organisation_unit u ON u.id = r.to_unit_id
        WHERE starts_with(u.path, %(path)s) AND r.raised_at >= %(since)s
            AND r.state <> 'withdrawn') r
"""


@dataclass(frozen=True)
class Found:
    """What there is at the unit and below; `due` of what was raised to them should have been answered."""

    themes: int
    in_time: int
    raised: int
    due: int
    answered: int


def read(question: Question) -> Ask[Found]:
    """Few of either, and each counted by those who see it."""
    facts = {"path": question.path, "on": question.on, "since": _since(question.on)}
    return Ask(FOUND, facts, Found)


def _since(on: date) -> date:
    return on - YEAR


def themes_are_reviewed(question: Question, found: Found) -> Answer:
    """§ 8 e: temas are gone through when they should be. Says nothing where there is none."""
    if not found.themes:
        return Answer(Status.UNKNOWN, _("Ingen tema arbeides med."))
    text = ngettext(
        "%(in_time)s av %(themes)s tema er gått gjennom når det skulle.",
        "%(in_time)s av %(themes)s tema er gått gjennom når de skulle.",
        found.themes,
    )
    said = filled(text, in_time=found.in_time, themes=found.themes)
    enough = 100 * found.in_time >= REVIEWED.value * found.themes
    every = address_of("patterns:themes")
    data = (
        Datum(_("Tema som arbeides med"), found.themes, question.on, every),
        Datum(_("Tema der gjennomgangen er forsinket"), found.themes - found.in_time, question.on),
    )
    return Answer(Status.SHOWN if enough else Status.NOT_SHOWN, said, data)


def what_is_raised_is_answered(question: Question, found: Found) -> Answer:
    """§ 9 a: what those below cannot put right alone is answered in time. Says nothing where nothing is raised."""
    if not found.due:
        return Answer(
            Status.UNKNOWN, _("Ingen samleavvik som er løftet hit, skulle vært besvart ennå.")
        )
    data = (
        Datum(_("Samleavvik løftet hit siste tolv måneder"), found.raised, question.on),
        Datum(_("Av dem besvart"), found.answered, question.on),
        Datum(_("Av dem over fristen uten svar"), found.due - found.answered, question.on),
    )
    text = ngettext(
        "%(answered)s av %(due)s løftet samleavvik er besvart.",
        "%(answered)s av %(due)s løftede samleavvik er besvart.",
        found.due,
    )
    said = filled(text, answered=found.answered, due=found.due)
    enough = 100 * found.answered >= ANSWERED.value * found.due
    return Answer(Status.SHOWN if enough else Status.NOT_SHOWN, said, data)


CLAIMS = [
    Claim(
        Letter.E8,
        format_lazy(
            gettext_lazy("Minst {share} % av temaene er gått gjennom når de skulle. {why}"),
            share=REVIEWED.value,
            why=REVIEWED.why,
        ),
        read,
        themes_are_reviewed,
    ),
    Claim(
        Letter.A9,
        format_lazy(
            gettext_lazy(
                "Minst {share} % av samleavvikene som er løftet hit siste år, og skulle vært besvart, er"
                " det. {why}"
            ),
            share=ANSWERED.value,
            why=ANSWERED.why,
        ),
        read,
        what_is_raised_is_answered,
    ),
]
