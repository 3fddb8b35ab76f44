"""The yearly report as a document for PDF and Word."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

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
    docx,
    named,
    pdf,
)
from styrk.ui.words import spoken_day
from styrk.yearly import presenters
from styrk.yearly.freezing import Said, said_by
from styrk.yearly.models import YearlyReport
from styrk.yearly.states import Part, State

FORMS = ("pdf", "docx")
LANGUAGES: dict[str, Language] = {"nb": "nb", "nn": "nn", "en": "en"}


def file_name(report: YearlyReport, form: str) -> str:
    return named(f"internkontroll-{report.unit.code}-{report.year}-{report.number}", form)


def written(report: YearlyReport, form: str, now: datetime, *, invented: bool) -> bytes:
    """In one of FORMS. What is sent gives the same bytes whenever it is asked for, until something is added.

    `invented` says that the data are a demo's, which then stands on every page.
    """
    paper = _paper(report, now, invented=invented)
    return pdf(paper) if form == "pdf" else docx(paper)


def _paper(report: YearlyReport, now: datetime, *, invented: bool) -> Paper:
    marks = [_("Utkast")] if report.state == State.DRAFT else []
    return Paper(
        title=_("Internkontroll og tilsyn %(year)s") % {"year": report.year},
        subtitle=report.unit.name,
        author=report.unit.name,
        at=_last(report) or clock.noon_of(clock.day(now)),
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        facts=tuple(_facts(report)),
        marks=(*marks, *([_("Oppdiktede data")] if invented else [])),
        sections=tuple(_sections(report, said_by(report))),
    )


def _last(report: YearlyReport) -> datetime | None:
    """When something was last said in it."""
    treated = getattr(report, "treatment", None)
    times = [report.sent_at, treated.at if treated else None, *(a.at for a in report.addenda.all())]
    return max([at for at in times if at], default=None)


def _facts(report: YearlyReport) -> Iterator[tuple[str, str]]:
    yield _("Til"), _("kommunestyret")
    yield _("Grunnlag"), _("kommuneloven § 25-2")
    if report.sent_at and report.sent_by and report.meeting_on:
        yield _("Sendt"), f"{spoken_day(report.sent_at)}, {report.sent_by.name}"
        yield _("Møtet"), spoken_day(report.meeting_on)
        yield _("Kontrollsum"), f"SHA-256 {report.digest[:16]} …"


def _sections(report: YearlyReport, said: Said) -> Iterator[Section]:
    for chapter in presenters.chapters(said):
        blocks = tuple(_blocks(chapter.key, said))
        text: Block = (
            Paragraph(chapter.text)
            if chapter.text
            else Note(_("Mangler"), _("Dette er ikke skrevet ennå."), "warning")
        )
        lead = (text,) if chapter.text or chapter.needed else ()
        if lead or blocks:
            yield Section(str(chapter.title), (*lead, *blocks))
    treated = getattr(report, "treatment", None)
    if treated:
        did = f"{presenters.decision_word(treated.decision)}, {spoken_day(treated.held_on)}"
        yield Section(
            _("Kommunestyrets vedtak"), (Paragraph(treated.words, f"{treated.case}, {did}:"),)
        )
    if added := list(report.addenda.all()):
        told = tuple(Paragraph(a.text, f"{spoken_day(a.at)}, {a.by.name}:") for a in added)
        yield Section(_("Tillegg etter at rapporten ble sendt"), told)


def _blocks(key: str, said: Said) -> Iterator[Block]:
    match key:
        case Part.SUMMARY:
            yield from _before(said)
        case Part.CONTROL:
            yield from _control(said)
        case Part.SUPERVISION:
            yield from _supervision(said)
        case Part.LEARNING:
            yield from _learning(said)
        case Part.MENDING:
            yield from _mending(said)


def _as_of(name: str, said: Said) -> str:
    return _("%(name)s, per %(day)s") % {"name": name, "day": presenters.gathered(said)}


def _before(said: Said) -> Iterator[Block]:
    last = presenters.before(said)
    if last and last["decision"]:
        yield Paragraph(last["decision"], _("Kommunestyret vedtok forrige gang:"))


def _control(said: Said) -> Iterator[Block]:
    rows = tuple(
        (one.reference, one.title, str(one.mark[0]), one.practice or one.judged or "–")
        for one in presenters.rows(said)
    )
    header = (_("Punkt"), _("Hva loven ber om"), _("Status"), _("Slik gjør vi det"))
    yield Table(_as_of(_("Kommuneloven § 25-1"), said), header, rows, (2, 4, 2, 5))


def _supervision(said: Said) -> Iterator[Block]:
    found = presenters.audits(said)
    if not found:
        yield Paragraph(_("Ingen statlige tilsyn er ført i Styrk for året."))
    for audit in found:
        facts = f"{audit.authority}, {spoken_day(audit.began)}, {audit.state.lower()}"
        yield Paragraph(facts, audit.title)
        if audit.findings:
            header = (_("Slag"), _("Funn"), _("Enhet"), _("Status"), _("Frist"))
            rows = tuple(
                (
                    str(one.kind[0]),
                    one.title,
                    one.unit,
                    str(one.state[0]),
                    spoken_day(one.due) if one.due else "–",
                )
                for one in audit.findings
            )
            yield Table(
                _as_of(_("Funn i «%(title)s»") % {"title": audit.title}, said),
                header,
                rows,
                (2, 5, 3, 3, 2),
            )


def _learning(said: Said) -> Iterator[Block]:
    header = (_("Tall"), str(said["year"]), str(said["year"] - 1))
    rows = tuple((str(name), now, before) for name, now, before in presenters.reported(said))
    yield Table(_("Det som ble meldt"), header, rows, (5, 2, 2), (1, 2))
    yield Facts(tuple((str(name), str(number)) for name, number in presenters.acted(said)))


def _mending(said: Said) -> Iterator[Block]:
    rows = tuple(
        (one["what"], one["title"], spoken_day(one["due"]) if one["due"] else "–")
        for one in presenters.mending(said)
    )
    if rows:
        yield Table(
            _as_of(_("Ikke rettet ennå"), said),
            (_("Hva"), _("Hvilket"), _("Frist")),
            rows,
            (2, 7, 2),
        )
