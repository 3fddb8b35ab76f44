"""The content as a document for PDF and Word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from styrk.core.papers import (
    Block,
    Bullets,
    Facts,
    Language,
    Note,
    Paper,
    Paragraph,
    Quote,
    Section,
    Table,
    Tone,
)
from styrk.requirements.annual import words
from styrk.requirements.annual.shape import Answer, Content, Document, Given
from styrk.ui.words import spoken_day

LANGUAGES: dict[str, Language] = {"nb": "nb", "nn": "nn", "en": "en"}
TONES: dict[str, Tone] = {
    "met": "good",
    "on_course": "plain",
    "at_risk": "warning",
    "not_met": "bad",
}


@dataclass(frozen=True)
class Added:
    """What was added after the approval: the day, by whom, and the text."""

    on: date
    by: str
    text: str


def paper_of(
    content: Content,
    *,
    at: datetime,
    facts: Sequence[tuple[str, str]] = (),
    marks: Sequence[str] = (),
    added: Sequence[Added] = (),
) -> Paper:
    """In the language that is active. `facts` stand under the title, `marks` on every page."""
    return Paper(
        title=_("Årlig melding %(year)s") % {"year": content.year},
        subtitle=content.unit,
        author=content.unit,
        at=at,
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        facts=tuple(facts),
        marks=tuple(marks),
        contents=bool(content.documents or content.given),
        sections=tuple(_sections(content, added)),
    )


def _sections(content: Content, added: Sequence[Added]) -> Iterator[Section]:
    lead = (Paragraph(content.foreword),) if content.foreword.strip() else ()
    yield Section(_("Forord"), lead or (_lacking(_("Forordet er ikke skrevet.")),))
    yield Section(_("Slik står det til"), tuple(_overview(content)))
    for document in content.documents:
        yield _document(document, content)
    for given in content.given:
        yield _given(given, content)
    yield _plan(content)
    if added:
        told = tuple(Paragraph(one.text, f"{spoken_day(one.on)}, {one.by}:") for one in added)
        yield Section(_("Tillegg etter godkjenningen"), told)


def _overview(content: Content) -> Iterator[Block]:
    yield Facts(
        tuple((name, str(number)) for name, number, _code in words.figures(content) if number)
    )
    if gaps := words.gaps(content):
        yield _lacking("\n".join(gaps))
    if content.documents or content.given:
        yield Table(
            _("Krav og status"),
            (_("Punkt"), _("Krav"), _("Status"), _("Samlet med enhetene under"), _("Mangler")),
            tuple(_row(one) for one in content.answers()),
            (2, 6, 3, 3, 2),
        )


def _row(answer: Answer) -> tuple[str, ...]:
    lacking = answer.below.lacking + bool(answer.own_lack) if answer.asks else 0
    title = words.called(answer).removeprefix(answer.point).strip()
    return (
        answer.point,
        title,
        words.stands(answer),
        words.compiled(answer),
        str(lacking) if lacking else "–",
    )


def _document(document: Document, content: Content) -> Section:
    """By the chapters of the document, where it has any."""
    chapters = [
        (chapter, tuple(_answer(one, document, content) for one in them))
        for chapter, them in groupby(document.answers, lambda one: one.chapter)
    ]
    plain = tuple(one for chapter, them in chapters if not chapter for one in them)
    named = tuple(Section(chapter, (), them) for chapter, them in chapters if chapter)
    return Section(words.document(document), (), (*plain, *named))


def _given(given: Given, content: Content) -> Section:
    """What the unit asked of others, and what each of them says."""
    sections = tuple(
        Section(
            words.called(one.answer),
            (
                *_blocks(one.answer, given.document, content),
                *(
                    Paragraph(said.text, f"{said.unit}, {words.word(said, content.year).lower()}:")
                    for said in one.words
                ),
            ),
        )
        for one in given.asked
    )
    title = _("Krav vi har gitt: %(document)s") % {"document": words.document(given.document)}
    lead = Paragraph(_("Slik svarer de som fikk kravene, samlet og hver for seg."))
    return Section(title, (lead,), sections)


def _answer(answer: Answer, document: Document, content: Content) -> Section:
    return Section(words.called(answer), tuple(_blocks(answer, document, content)))


def _blocks(answer: Answer, document: Document, content: Content) -> Iterator[Block]:
    yield Quote(_sentence(answer), words.source(answer, document))
    if answer.stands == "declined":
        yield Paragraph(answer.reason, f"{words.stands(answer)}:")
    elif answer.course:
        of = words.said_of(answer, content.year)
        lead = f"{words.stands(answer)} ({of}):" if of else f"{words.stands(answer)}:"
        yield Paragraph(answer.answer, lead)
    if answer.below.units:
        lead = f"{_('Samlet:')} {words.compiled(answer).lower()}."
        yield Paragraph(words.below(answer.below), lead)
    if troubles := words.troubles(answer):
        tone = TONES.get(answer.compiled, "plain")
        yield Note(_("Her kan det svikte"), _joined(troubles), tone)
    if lacks := words.lacks(answer, content.unit):
        yield _lacking(_joined(lacks))
    yield from _done(answer)


def _sentence(answer: Answer) -> str:
    return "\n".join(part for part in (answer.text or answer.title, answer.goal) if part)


def _done(answer: Answer) -> Iterator[Block]:
    if answer.actions:
        yield Paragraph("", _("Tiltak:"))
        yield Bullets(tuple(words.action(one) for one in answer.actions))
    if told := words.actions_below(answer):
        yield Paragraph(told)


def _plan(content: Content) -> Section:
    text = content.plan.strip()
    plan: Block = (
        Paragraph(text) if text else _lacking(_("Planen for de neste årene er ikke skrevet."))
    )
    return Section(
        _("Plan for de neste årene"),
        (plan,),
        (Section(_("Hvem som er hørt"), tuple(_heard(content))),),
    )


def _heard(content: Content) -> Iterator[Block]:
    if not content.hearings:
        yield _lacking(_("Ingen er hørt om planen."))
        return
    yield Table(
        _("Innspill til planen"),
        (_("Hvem"), _("Når"), _("Hva de sa"), _("Hva det førte til")),
        tuple(
            (
                one.party,
                spoken_day(date.fromisoformat(one.heard_on)),
                one.said,
                one.outcome or _("Ikke sagt ennå"),
            )
            for one in content.hearings
        ),
        (3, 2, 5, 5),
    )


def _lacking(text: str) -> Note:
    return Note(_("Mangler"), text, "warning")


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(parts)
