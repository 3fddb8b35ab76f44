"""A pack as PDF and Word: the same that the page shows."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from styrk.board import wording
from styrk.board.models import Pack
from styrk.board.types import Content, Line, Section
from styrk.core import papers
from styrk.core.papers import Bullets, Paper, Paragraph, Table, docx, named, pdf
from styrk.ui.words import spoken_day

FORMS = ("pdf", "docx")


def file_name(pack: Pack, content: Content, form: str) -> str:
    return named(f"styrepakke-{content.code}-{pack.meeting.on}-v{pack.number}", form)


def written(pack: Pack, content: Content, form: str, *, invented: bool) -> bytes:
    """In one of FORMS, as somebody may read it. `invented`: the data are a demo's, as every page then says.

    The pack is in bokmål, whoever reads it: it is what the board was shown.
    """
    made = Paper(
        title=str(wording.PACK),
        subtitle=content.unit,
        author=content.unit,
        at=pack.made_at,
        facts=(
            (_("Møte"), spoken_day(pack.meeting.on)),
            (_("Utgave"), str(pack.number)),
            (_("Laget"), spoken_day(pack.made_at)),
            (_("Av"), pack.made_by.name),
            (_("Kontrollsum"), f"SHA-256 {pack.digest[:16]} …"),
        ),
        marks=(_("Oppdiktede data"),) if invented else (),
        contents=True,
        sections=tuple(papers.Section(one.title, tuple(_blocks(one))) for one in content.sections),
    )
    return pdf(made) if form == "pdf" else docx(made)


def _blocks(section: Section) -> Iterator[papers.Block]:
    for text in section.said:
        yield Paragraph(text)
    if section.figures:
        header = (_("Hva"), _("Nå"), _("Forrige møte"))
        rows = tuple(
            (one.what, str(one.value), "–" if one.before is None else str(one.before))
            for one in section.figures
        )
        yield Table(section.title, header, rows, widths=(8, 2, 2), numbers=(1, 2))
    if section.lines:
        yield Bullets(tuple(_line(one) for one in section.lines))
    if section.more:
        yield Paragraph(_("Og %(n)s til.") % {"n": section.more})


def _line(line: Line) -> str:
    marks = ", ".join(label for label, _colour in line.tags)
    parts = (line.title, f"({marks})" if marks else "", f"– {line.under}" if line.under else "")
    return " ".join(part for part in parts if part)
