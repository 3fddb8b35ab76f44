"""A review as a document for PDF and Word, from what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from styrk.appraisal import freezing, presenters, wording
from styrk.appraisal.models import Addendum, Appraisal
from styrk.appraisal.states import Works
from styrk.core import clock
from styrk.core.papers import (
    Block,
    Facts,
    Language,
    Note,
    Paper,
    Paragraph,
    Section,
    Table,
    Tone,
    docx,
    named,
    pdf,
)
from styrk.ui.words import spoken_day

FORMS = ("pdf", "docx")
LANGUAGES: dict[str, Language] = {"nb": "nb", "nn": "nn", "en": "en"}
TONES: dict[str, Tone] = {Works.WORKS: "good", Works.PARTLY: "warning", Works.FAILS: "bad"}


@dataclass(frozen=True)
class Whole:
    """The review, what it says (as frozen where it is signed), and what was added since."""

    appraisal: Appraisal
    said: freezing.Said
    addenda: Sequence[Addendum] = ()


def written(whole: Whole, form: str, now: datetime, *, invented: bool) -> bytes:
    """In one of FORMS, in the language that is active. What is signed gives the same bytes each time.

    `invented` says that the data are a demo's, which then stands on every page.
    """
    paper = paper_of(whole, now, invented=invented)
    return pdf(paper) if form == "pdf" else docx(paper)


def as_signed(appraisal: Appraisal) -> bytes:
    """The PDF of a signed review, without what was added since."""
    if appraisal.content is None or appraisal.signed_at is None:
        raise ValueError(appraisal)
    whole = Whole(appraisal, appraisal.content)
    return written(whole, "pdf", appraisal.signed_at, invented=settings.DEMO)


def file_name(appraisal: Appraisal, form: str) -> str:
    number = f"-{appraisal.number}" if appraisal.number > 1 else ""
    name = f"ledelsens-gjennomgang-{appraisal.unit.code}-{appraisal.year}{number}"
    return named(name, form)


def paper_of(whole: Whole, now: datetime, *, invented: bool) -> Paper:
    appraisal = whole.appraisal
    draft = [] if appraisal.signed_at else [_("Utkast")]
    last = max([one.at for one in whole.addenda], default=appraisal.signed_at)
    return Paper(
        title=_("Ledelsens gjennomgang %(year)s") % {"year": appraisal.year},
        subtitle=str(whole.said["unit"]),
        author=str(whole.said["unit"]),
        at=last or clock.noon_of(clock.day(now)),
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        facts=tuple(_facts(whole, now)),
        marks=(*draft, *([_("Oppdiktede data")] if invented else [])),
        contents=True,
        sections=tuple(_sections(whole)),
    )


def _facts(whole: Whole, now: datetime) -> Iterator[tuple[str, str]]:
    appraisal = whole.appraisal
    yield _("Dataene er hentet"), spoken_day(appraisal.gathered_at)
    if appraisal.signed_at is None or appraisal.signed_by is None:
        yield _("Utkast"), spoken_day(now)
        return
    yield _("Signert"), f"{spoken_day(appraisal.signed_at)}, {appraisal.signed_by.name}"
    yield _("Kontrollsum"), f"SHA-256 {appraisal.digest}"


def _sections(whole: Whole) -> Iterator[Section]:
    said = whole.said
    yield Section(_("Det vi bestemte forrige gang"), tuple(_before(said)))
    for number, chapter in enumerate(presenters.chapters(said), 1):
        yield _chapter(f"{number}. {chapter.title}", chapter, whole)
    if words := presenters.words(said):
        blocks = tuple(Paragraph(text, f"{heading}:") for heading, text in words)
        yield Section(str(_voice(said).to_all), blocks)
    yield Section(_("Hvem som var med"), tuple(_heard(said)))
    if whole.addenda:
        told = tuple(
            Paragraph(one.text, f"{spoken_day(one.at)}, {one.by.name}:") for one in whole.addenda
        )
        yield Section(_("Tillegg etter signeringen"), told)


def _voice(said: freezing.Said) -> wording.Voice:
    return wording.voice(top=not said.get("below"))


def _before(said: freezing.Said) -> Iterator[Block]:
    last = presenters.before(said)
    if last is None:
        yield Paragraph(_("Dette er den første gjennomgangen i Styrk."))
        return
    yield Paragraph(spoken_day(last["signed_on"]), _("Signert:"))
    yield from _decided(last["decisions"], _("Tiltakene fra forrige gjennomgang"))


def _decided(decisions: Sequence[presenters.Said], caption: str) -> Iterator[Block]:
    if not decisions:
        yield Paragraph(_("Ingen tiltak ble bestemt."))
        return
    yield Table(
        caption,
        (_("Tiltak"), _("Eier"), _("Frist"), _("Status")),
        tuple(
            (one["title"], one["owner"], one["deadline"], str(one["standing"][0]))
            for one in decisions
        ),
        (6, 3, 2, 3),
    )


def _chapter(title: str, chapter: presenters.Chapter, whole: Whole) -> Section:
    said = whole.said
    blocks: list[Block] = [*_judged(chapter.verdict, required=True)]
    if chapter.key == "results":
        blocks += _goals(said)
    if chapter.key == "improvement":
        at = whole.appraisal.signed_at or whole.appraisal.gathered_at
        made = presenters.decisions(said["decisions"], clock.day(at))
        blocks += _decided(made, _("Det vi har bestemt"))
    if chapter.key == "whole":
        blocks += _held(said)
    below = [Section(str(one.title), tuple(_area(one))) for one in chapter.areas]
    below += [Section(str(one.title), tuple(_listed(one))) for one in chapter.lists]
    if chapter.outside:
        below.append(Section(_("Ikke med i dataene"), tuple(_outside(chapter.outside))))
    if chapter.key == "compliance":
        below.append(Section(_("Bokstavene i §§ 6–9"), tuple(_letters(said))))
    return Section(title, tuple(blocks), tuple(below))


def _listed(one: presenters.Listed) -> Iterator[Block]:
    if not one.rows:
        yield Paragraph(_("Ingen."))
        return
    yield Table(str(one.title), (_("Hva"), _("Hvordan det står")), tuple(one.rows), (6, 7))
    if one.more:
        yield Paragraph(_("Og %(n)s til.") % {"n": one.more})


def _outside(found: Sequence[presenters.Outside]) -> Iterator[Block]:
    for one in found:
        if one.written:
            yield Paragraph(one.written["text"], f"{one.title}:")
    bare = ". ".join(str(one.title) for one in found if not one.written)
    if bare:
        yield Paragraph(f"{bare}.", _("Ingen har skrevet om:"))


def _judged(verdict: presenters.Verdict | None, *, required: bool) -> Iterator[Block]:
    if verdict is not None:
        tone = {str(Works(code).label): tone for code, tone in TONES.items()}
        label = str(verdict.mark[0])
        yield Note(label, verdict.comment, tone.get(label, "plain"))
        yield Paragraph(f"{verdict.by}, {spoken_day(verdict.at)}", _("Vurdert av:"))
    elif required:
        yield Note(_("Mangler"), _("Ikke vurdert"), "warning")


def _goals(said: freezing.Said) -> Iterator[Block]:
    goals = said["material"]["goals"]
    if not goals:
        yield Paragraph(_("Virksomheten har ingen egne mål for året."))
        return
    rows = tuple(
        (one["title"], str(one["target"]), str(one["current"] or "–"), str(one["standing"][0]))
        for one in goals
    )
    header = (_("Mål"), _("Målet er"), _("Nå"), _("Status"))
    yield Table(_("Målene for året"), header, rows, (5, 4, 2, 3))


def _held(said: freezing.Said) -> Iterator[Block]:
    held = presenters.held_below(said)
    if not held:
        return
    header = (_("Enhet"), _("Signert"), _("Styringssystemet samlet"))
    rows = tuple(
        (
            one["unit"],
            spoken_day(one["signed_on"]) if one["signed_on"] else "–",
            str(one["mark"][0]) if one["mark"] else "–",
        )
        for one in held
    )
    yield Table(_("Gjennomgangene i enhetene"), header, rows, (6, 3, 4))
    for one in held:
        if one["to_above"]:
            yield Paragraph(one["to_above"], f"{one['unit']}:")


def _area(area: presenters.Area) -> Iterator[Block]:
    for reference, mark, text in area.said:
        yield Paragraph(text, f"{reference}, {str(mark[0]).lower()}:")
    if area.data:
        yield Facts(tuple((one["what"], str(one["value"])) for one in area.data))


def _letters(said: freezing.Said) -> Iterator[Block]:
    lines = presenters.letters(said)
    yield Table(
        _("Hva forskriftskartet viser, og hva vi mener"),
        (_("Bokstav"), _("Innhold"), _("Forskriftskartet"), _("Vurdert her")),
        tuple((one.reference, one.title, str(one.mark[0]), _word(one)) for one in lines),
        (2, 6, 3, 3),
    )
    for one in lines:
        if one.judged:
            yield Paragraph(f"{one.judged['reason']} ({one.judged['by']})", f"{one.reference}:")
        if one.verdict:
            yield Paragraph(one.verdict.comment, f"{one.reference}, {_word(one).lower()}:")


def _word(line: presenters.Line) -> str:
    return str(line.verdict.mark[0]) if line.verdict else "–"


def _heard(said: freezing.Said) -> Iterator[Block]:
    told = presenters.participants(said)
    for one in told:
        yield Paragraph(one["said"], _who(str(one["party"]), one["who"], one["held_on"]))
    if not told:
        yield Paragraph(_("Ingen er notert ennå."))
    if said["unheard"]:
        yield Note(_("Hvorfor ikke alle er hørt:"), said["unheard"], "warning")


def _who(party: str, who: str, on: date) -> str:
    return f"{who} ({party.lower()}), {spoken_day(on)}:"
