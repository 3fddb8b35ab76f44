"""The årlig melding as a file: PDF, Word, or JSON for machines."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from styrk.core import clock
from styrk.core.frozen import as_json, digest_of
from styrk.core.papers import Paper, docx, named, pdf
from styrk.requirements.annual.paper import Added, paper_of
from styrk.requirements.annual.shape import Content
from styrk.requirements.models import Addendum, AnnualReport
from styrk.ui.words import spoken_day

FORMS = ("pdf", "docx", "json")


@dataclass(frozen=True)
class Whole:
    """All that a file holds: the row (None where nobody has written yet), its content and addenda."""

    report: AnnualReport | None
    content: Content
    addenda: Sequence[Addendum] = ()


def written(whole: Whole, form: str, now: datetime, *, invented: bool) -> bytes:
    """In one of FORMS. What is approved gives the same bytes whenever it is asked for; a draft those of
    its day, for as long as it holds the same.

    `invented` says that the data are a demo's, which then stands on every page.
    """
    if form == "json":
        return json.dumps(_plain(whole), ensure_ascii=False, indent=2).encode()
    paper = _paper(whole, now, [_("Oppdiktede data")] if invented else [])
    return pdf(paper) if form == "pdf" else docx(paper)


def file_name(content: Content, form: str) -> str:
    return named(f"arlig-melding-{content.code}-{content.year}", form)


def _plain(whole: Whole) -> dict[str, object]:
    report = whole.report
    frozen = report if report and report.content is not None else None
    return {
        "state": report.state if report else "draft",
        "digest": frozen.digest if frozen else digest_of(whole.content),
        "approved_at": report.approved_at.isoformat() if report and report.approved_at else None,
        "approved_by": report.approved_by.name if report and report.approved_by else None,
        "basis": report.basis if report else "",
        "reason": report.reason if report else "",
        "content": frozen.content if frozen else as_json(whole.content),
        "addenda": [
            {"at": one.at.isoformat(), "by": one.by.name, "text": one.text} for one in whole.addenda
        ],
    }


def _paper(whole: Whole, now: datetime, marks: list[str]) -> Paper:
    report = whole.report
    approved = report.approved_at if report else None
    added = [Added(clock.day(one.at), one.by.name, one.text) for one in whole.addenda]
    last = max([one.at for one in whole.addenda], default=approved)
    return paper_of(
        whole.content,
        at=last or clock.noon_of(clock.day(now)),
        facts=_facts(report) if report and approved else [(_("Utkast"), spoken_day(now))],
        marks=marks if approved else [_("Utkast"), *marks],
        added=added,
    )


def _facts(report: AnnualReport) -> list[tuple[str, str]]:
    told = [
        (_("Godkjent"), spoken_day(report.approved_at) if report.approved_at else ""),
        (_("Av"), report.approved_by.name if report.approved_by else ""),
        (_("Vedtatt i"), report.basis),
        (_("Uten plan eller høring, fordi"), report.reason),
        (_("Kontrollsum"), f"SHA-256 {report.digest[:16]} …"),
    ]
    return [(name, value) for name, value in told if value]
