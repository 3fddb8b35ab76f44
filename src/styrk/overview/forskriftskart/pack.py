"""What can be shown of an item at a unit in a period, as one file: a PDF with an index, the data behind
it, the signed and received papers that bear on it, and the checksums of all of it.

It holds what was kept then, and never today's data: asked for again, it is the same to the byte.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from styrk.access.queries import Standing
from styrk.compliance.models import Judgement, Picture, Practice
from styrk.compliance.pictures import first_night, nights_in, pictures_in
from styrk.compliance.queries import history_of, said_of
from styrk.compliance.types import Spot
from styrk.core import clock, doors
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
    named,
    pdf,
)
from styrk.core.papers.bundle import bundled, checksum
from styrk.overview.forskriftskart.fitted import Fits, as_data, fits_in, told
from styrk.overview.forskriftskart.presenters import STATUSES
from styrk.regulation.letters import PROVISIONS, Letter
from styrk.regulation.types import Attachment, Sought, Status
from styrk.ui.words import spoken_day

MAIN = "bevis.pdf"


@dataclass(frozen=True)
class Asked:
    """Which item, and the first and last day of the period."""

    spot: Spot
    first: date
    last: date


@dataclass(frozen=True)
class Kept:
    """`above` are the words of a unit above, where the unit had none of its own on the last day.

    `first` is the day of the unit's first picture, `nights` how many nights of the period all were pictured.
    """

    pictures: list[Picture]
    first: date | None
    nights: int
    fits: Fits
    practices: list[Practice]
    judgements: list[Judgement]
    above: Practice | None


def file_name(asked: Asked) -> str:
    spot = asked.spot
    return named(f"bevis-{spot.unit.code}-{spot.item.key}-{asked.first}-{asked.last}", "zip")


def attachments(asked: Asked, reader: Standing) -> list[Attachment]:
    """What the reader may open of the papers that other apps hold of the item's letters."""
    spot = asked.spot
    letters = set(spot.item.letters)
    sought = Sought(spot.unit.pk, spot.unit.path, asked.first, asked.last, reader)
    held = [one for door in doors.modules("evidence") for one in getattr(door, "PAPERS", ())]
    return [found for one in held if one.letters & letters for found in one.find(sought)]


def packed(asked: Asked, papers: Sequence[Attachment], *, invented: bool) -> bytes:
    """The whole pack, with these papers. `invented` says that the data are a demo's, which then stands on
    every page.
    """
    kept = _kept(asked)
    attached = {
        "vedlegg/data.json": _json([_picture(one) for one in kept.pictures]),
        "vedlegg/slik-gjor-vi-det.json": _json([_practice(one) for one in kept.practices]),
        "vedlegg/vurderinger.json": _json([_judgement(one) for one in kept.judgements]),
        "vedlegg/tilpasning.json": _json(as_data(kept.fits)),
    }
    named_papers = {_place(number, one): one for number, one in enumerate(papers, start=1)}
    attached |= {name: one.data for name, one in named_papers.items() if one.data is not None}
    index = _attached(attached, named_papers)
    return bundled({MAIN: pdf(_paper(asked, kept, index, invented=invented)), **attached})


def _place(number: int, paper: Attachment) -> str:
    stem, _dot, ending = paper.name.rpartition(".")
    return f"vedlegg/{number:02}-{named(stem or paper.name, ending or 'pdf')}"


def _kept(asked: Asked) -> Kept:
    """What stood when the period began, and what came in it."""
    spot = asked.spot
    ends = clock.start_of(asked.last + timedelta(days=1))
    acts = [one for one in history_of(spot.unit, spot.item.key) if one.at < ends]
    begins = clock.start_of(asked.first)
    holds = said_of(spot.unit, [spot.item.key], asked.last).practices.get(spot.item.key)
    return Kept(
        pictures_in(spot.unit, spot.item.letters, asked.first, asked.last),
        first_night(spot.unit),
        nights_in(asked.first, asked.last),
        fits_in(spot, begins, ends),
        _since([one for one in acts if isinstance(one, Practice)], begins),
        _since([one for one in acts if isinstance(one, Judgement)], begins),
        holds if holds and holds.point.unit_id != spot.unit.pk else None,
    )


def _since[A: (Practice, Judgement)](acts: list[A], begins: datetime) -> list[A]:
    before = [one for one in acts if one.at < begins]
    return before[-1:] + [one for one in acts if one.at >= begins]


def _paper(asked: Asked, kept: Kept, index: tuple[Block, ...], *, invented: bool) -> Paper:
    spot = asked.spot
    words = {"first": spoken_day(asked.first), "last": spoken_day(asked.last)}
    return Paper(
        title=_("Bevis for %(reference)s") % {"reference": spot.item.reference},
        subtitle=str(spot.item.title),
        language=_language(),
        at=clock.start_of(asked.last),
        facts=((_("Enhet"), spot.unit.name), (_("Periode"), _("%(first)s til %(last)s") % words)),
        marks=(_("Oppdiktede data"),) if invented else (),
        contents=True,
        sections=(
            Section(_("Hva kravet sier"), _law(spot)),
            Section(_("Slik gjør vi det"), tuple(_practised(kept))),
            Section(_("Vurderinger"), tuple(_judged(kept.judgements))),
            Section(_("Hva dataene viste"), tuple(_shown(asked, kept))),
            Section(_("Tilpasset virksomheten (§ 5)"), tuple(told(kept.fits))),
            Section(_("Vedlegg og kontrollsummer"), index),
        ),
    )


def _language() -> Language:
    chosen = get_language()
    return "nn" if chosen == "nn" else "en" if chosen == "en" else "nb"


def _law(spot: Spot) -> tuple[Quote | Paragraph | Bullets, ...]:
    rests = Bullets(
        tuple(f"{PROVISIONS[one].reference} {PROVISIONS[one].title}" for one in spot.item.letters)
    )
    if spot.item.text:
        return (Quote(spot.item.text, spot.item.reference), rests)
    return (Paragraph(str(spot.item.title)), rests)


def _practised(kept: Kept) -> list[Note | Paragraph]:
    told: list[Note | Paragraph] = [
        Note(
            _("Gått gjennom %(day)s av %(name)s")
            % {"day": spoken_day(one.reviewed_on), "name": one.by.name},
            one.text or _("Enheten tok bort sin egen tekst: %(why)s") % {"why": one.note},
        )
        for one in kept.practices
    ]
    if kept.above:
        whose = _("Fra %(unit)s.") % {"unit": kept.above.point.unit.name}
        told.append(Note(whose, kept.above.text))
    return told or [Paragraph(_("Enheten hadde ingen egen tekst i perioden."))]


def _judged(judgements: Iterable[Judgement]) -> list[Note | Paragraph]:
    told = [Note(_heading(one), f"{one.reason}{_source(one)}") for one in judgements]
    return [*told] or [Paragraph(_("Ingen har vurdert dette i perioden."))]


def _source(one: Judgement) -> str:
    return " ({})".format(_("fra %(paper)s") % {"paper": one.source}) if one.source else ""


def _heading(one: Judgement) -> str:
    who = {"name": one.by.name, "day": spoken_day(clock.day(one.at))}
    if not one.status or one.until is None:
        return _("Tatt tilbake av %(name)s %(day)s") % who
    words = {"status": _status(one.status), "until": spoken_day(one.until)}
    said = _("%(status)s, vurdert av %(name)s %(day)s, gjaldt til og med %(until)s")
    return said % (who | words)


def _shown(asked: Asked, kept: Kept) -> list[Table | Facts | Paragraph]:
    pictures = kept.pictures
    if not pictures:
        return [Paragraph(_("Det er ikke tatt vare på noe kart i perioden."))]
    rows = tuple(
        (
            PROVISIONS[Letter(one.letter)].reference,
            spoken_day(one.on),
            _status(one.status),
            one.explanation,
        )
        for one in pictures
    )
    header = (_("Bokstav"), _("Fra og med"), _("Status"), _("Forklaring"))
    caption = _("Hver gang dataene sa noe annet enn før")
    table = Table(caption, header, rows, widths=(2, 3, 3, 10))
    rules = dict.fromkeys(one.rule.text for one in pictures if one.rule)
    texts = (Paragraph(text, lead=_("Regelen:")) for text in rules)
    return [*_known(asked, kept), table, *texts]


def _known(asked: Asked, kept: Kept) -> list[Paragraph]:
    """From when the map is known at all, and what a picture is."""
    begins = []
    if kept.first and kept.first > asked.first:
        unknown = _(
            "Styrk vet ikke hva kartet sa før %(day)s. Det første bildet av enheten er fra den dagen, så"
            " den sier ikke når det begynte å være slik."
        )
        begins = [Paragraph(unknown % {"day": spoken_day(kept.first)})]
    nightly = _(
        "Et bilde er tatt om natta, og viser det dataene sa da. Det som skjer på dagen, er med i bildet"
        " neste natt. %(nights)s av %(days)s netter i perioden er det tatt bilder."
    )
    days = (asked.last - asked.first).days + 1
    return [*begins, Paragraph(nightly % {"nights": kept.nights, "days": days})]


def _attached(attached: dict[str, bytes], papers: Mapping[str, Attachment]) -> tuple[Block, ...]:
    told = _(
        "Filene under ligger ved. SHA-256 viser at de ikke er endret. Saker som noen er inhabile i, er"
        " ikke med i tallene."
    )
    sums = Facts(tuple((name, checksum(data)) for name, data in attached.items()))
    if not papers:
        none = _("Ingen signerte eller mottatte dokumenter fra perioden er ført på dette i Styrk.")
        return Paragraph(told), sums, Paragraph(none)
    about = Bullets(tuple(_about(name, one) for name, one in papers.items()))
    return Paragraph(told), sums, about


def _about(name: str, paper: Attachment) -> str:
    gone = _("Fila er borte fra lageret, og er ikke med.")
    return f"{name}: {paper.about}" + (f". {gone}" if paper.data is None else "")


def _status(code: str) -> str:
    return str(STATUSES[Status(code)][0])


def _picture(one: Picture) -> dict[str, Any]:
    return {
        "letter": one.letter,
        "on": one.on.isoformat(),
        "since": one.since.isoformat(),
        "status": one.status,
        "rule": one.rule.text if one.rule else "",
        "explanation": one.explanation,
        "reservation": one.reservation,
        "data": [
            {"what": what, "value": value, "date": day or one.on.isoformat(), "url": url or None}
            for what, value, day, url in one.data
        ],
    }


def _practice(one: Practice) -> dict[str, Any]:
    return {
        "text": one.text,
        "note": one.note,
        "owner": one.owner.name if one.owner else None,
        "reviewed_on": one.reviewed_on.isoformat(),
        "review_on": one.review_on.isoformat() if one.review_on else None,
        "at": one.at.isoformat(),
        "by": one.by.name,
    }


def _judgement(one: Judgement) -> dict[str, Any]:
    return {
        "status": one.status or None,
        "computed": one.computed,
        "reason": one.reason,
        "source": one.source or None,
        "until": one.until.isoformat() if one.until else None,
        "at": one.at.isoformat(),
        "by": one.by.name,
    }


def _json(data: list[dict[str, Any]]) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=2).encode()
