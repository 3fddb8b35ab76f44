"""A report as a file: PDF, Word, spreadsheet, or JSON for machines."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from styrk.core import clock
from styrk.core.frozen import as_json, digest_of
from styrk.core.papers import docx, named, pdf
from styrk.core.progress import Stage, Tell, silent
from styrk.review.models import Supplement, Version
from styrk.review.pack.paper import Added, paper_of
from styrk.review.pack.shape import Content
from styrk.review.pack.sheets import xlsx
from styrk.ui.words import spoken_day

FORMS = ("pdf", "docx", "xlsx", "json")
LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True)
class Whole:
    """All that a file holds: the version that was sent (None of a draft) and its content.

    With what is `added` it is another file than the version's own. `language`: another than the
    version's; a draft is in the one that is active.
    """

    content: Content
    version: Version | None = None
    added: Sequence[Supplement] = ()
    language: str = ""

    @property
    def spoken(self) -> str:
        own = self.version.language if self.version else get_language()
        return self.language or own or LANGUAGES[0]

    @property
    def is_translated(self) -> bool:
        return self.version is not None and self.spoken != self.version.language


def written(
    whole: Whole, form: str, now: datetime, *, invented: bool, tell: Tell = silent
) -> bytes:
    """In one of FORMS. What is sent gives the same bytes whenever and by whomever it is asked for; a
    draft those of its day, for as long as it holds the same.

    `invented` says that the data are a demo's, which then stands on every page. `tell` of the stages
    "set", whose parts are the sections, and "file".
    """
    with override(whole.spoken):
        return _written(whole, form, now, invented=invented, tell=tell)


def _written(whole: Whole, form: str, now: datetime, *, invented: bool, tell: Tell) -> bytes:
    if form == "json":
        return json.dumps(_plain(whole), ensure_ascii=False, indent=2).encode()
    added = [Added(one.at, one.signed, one.text) for one in whole.added]
    # A draft says its day: the same content gives the same bytes all that day.
    own = whole.version.at if whole.version else clock.noon_of(clock.day(now))
    at = max([one.at for one in added], default=own)
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
    """It names what the file is: the version, how many additions, and a language not the version's."""
    content = whole.content
    parts = [content.layout, content.code, content.period]
    parts.append(f"v{whole.version.number}" if whole.version else "utkast")
    if whole.added:
        parts.append(f"tillegg-{len(whole.added)}")
    if whole.is_translated:
        parts.append(whole.spoken)
    return named("-".join(parts), form)


def _facts(whole: Whole, now: datetime) -> list[tuple[str, str]]:
    version = whole.version
    if version is None:
        return [(_("Utkast"), spoken_day(now))]
    told = [
        (_("Sendt"), spoken_day(version.at)),
        (_("Av"), version.signed),
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
        "sent_by": version.signed if version else None,
        "content": as_json(whole.content),
        "supplements": [
            {"at": one.at.isoformat(), "by": one.signed, "text": one.text} for one in whole.added
        ],
    }
