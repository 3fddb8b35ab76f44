"""A report as a file: PDF, Word, spreadsheet, or JSON for machines."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from styrk.core.frozen import as_json, digest_of
from styrk.core.papers import docx, named, pdf
from styrk.core.progress import Stage, Tell, silent
from styrk.review.models import Supplement, Version
from styrk.review.pack.paper import Added, paper_of
from styrk.review.pack.shape import Content
from styrk.review.pack.sheets import xlsx
from styrk.ui.words import spoken_day

FORMS = ("pdf", "docx", "xlsx", "json")


@dataclass(frozen=True)
class Whole:
    """All that a file holds: the version that was sent (None of a draft), its content and additions."""

    content: Content
    version: Version | None = None
    added: Sequence[Supplement] = ()


def written(
    whole: Whole, form: str, now: datetime, *, invented: bool, tell: Tell = silent
) -> bytes:
    """In one of FORMS. What is sent gives the same bytes whenever it is asked for.

    `invented` says that the data are a demo's, which then stands on every page. `tell` of the stages
    "set", whose parts are the sections, and "file".
    """
    if form == "json":
        return json.dumps(_plain(whole), ensure_ascii=False, indent=2).encode()
    added = [Added(one.at, one.by.name, one.text) for one in whole.added]
    at = max([one.at for one in added], default=whole.version.at if whole.version else now)
    marks = [_("Oppdiktede data")] if invented else []
    if form == "xlsx":
        told = [*_facts(whole, now), *((mark, "") for mark in marks)]
        return xlsx(whole.content, at=at, facts=told, added=added, tell=tell)
    paper = paper_of(
        whole.content,
        at=at,
        facts=_facts(whole, now),
        marks=marks if whole.version else [_("Utkast"), *marks],
        added=added,
        tell=tell,
    )
    return Stage(tell, "file", 1).done(pdf(paper) if form == "pdf" else docx(paper))


def file_name(whole: Whole, form: str) -> str:
    content = whole.content
    version = f"v{whole.version.number}" if whole.version else "utkast"
    return named(f"{content.layout}-{content.code}-{content.period}-{version}", form)


def _facts(whole: Whole, now: datetime) -> list[tuple[str, str]]:
    version = whole.version
    if version is None:
        return [(_("Utkast"), spoken_day(now))]
    told = [
        (_("Sendt"), spoken_day(version.at)),
        (_("Av"), version.by.name),
        (_("Utgave"), str(version.number)),
        (_("Hvorfor den er ny"), version.reason),
        (_("Kontrollsum"), f"SHA-256 {version.digest[:16]} …"),
    ]
    return [(name, value) for name, value in told if value]


def _plain(whole: Whole) -> dict[str, object]:
    version = whole.version
    return {
        "state": "submitted" if version else "draft",
        "version": version.number if version else None,
        "reason": version.reason if version else "",
        "digest": version.digest if version else digest_of(whole.content),
        "sent_at": version.at.isoformat() if version else None,
        "sent_by": version.by.name if version else None,
        "content": as_json(whole.content),
        "supplements": [
            {"at": one.at.isoformat(), "by": one.by.name, "text": one.text} for one in whole.added
        ],
    }
