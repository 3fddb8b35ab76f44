"""The door: bytes of one file from Lovdata become one `Law`, or sentences on why they do not."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from styrk.requirements.lovdata import json_form, tree, xml_form
from styrk.requirements.lovdata.building import Section, Title, build
from styrk.requirements.lovdata.notices import Notice, notice
from styrk.requirements.lovdata.plain import GARBLED, label
from styrk.requirements.lovdata.shape import Amendment, Law, LawKind, Provision
from styrk.requirements.lovdata.tree import Refused

LARGEST_MB = 50
LARGEST = LARGEST_MB * 1024 * 1024
MOST_SECTIONS = 20_000
REFID = re.compile(r"(lov|forskrift)/(\d{4})-(\d{2})-(\d{2})(?:-(\d{1,5}))?", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
OFFICIAL = "https://lovdata.no/dokument/"
ADDRESS = re.compile(r"https://lovdata\.no/dokument/[A-Z]{2,6}/(?:lov|forskrift)/[\d-]+", re.ASCII)


@dataclass(frozen=True)
class Read:
    """`law` is None where any problem is fatal. `problems` may tell of less even where it is not."""

    law: Law | None
    problems: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class _Parsed:
    meta: dict[str, str]
    written: list[Title | Section]
    amendments: list[Amendment]
    problems: list[Notice]


def read(data: bytes, name: str) -> Read:
    """Reads a file in either form, which is known by its content; `name` is only for sentences.

    Nothing in the file is run, fetched or expanded, and no markup from it comes through. The same
    bytes always give the same law.
    """
    try:
        told = _parse(data, label(name))
    except Refused as refused:
        return Read(None, (refused.notice,))
    problems = told.problems + _meta_problems(told.meta)
    if any(problem.fatal for problem in problems):
        return Read(None, tuple(problems))
    built = build(told.meta["refid"], told.written)
    law = _law(told, built.provisions)
    return Read(law, (*problems, *built.notices))


def _parse(data: bytes, name: str) -> _Parsed:
    text = _decoded(data, name)
    form = _form(text, name)
    parsed = form(text, name)
    if len(parsed.written) > MOST_SECTIONS:
        raise Refused(notice("too_many", file=name, limit=str(MOST_SECTIONS)))
    return parsed


def _decoded(data: bytes, name: str) -> str:
    if len(data) > LARGEST:
        raise Refused(notice("too_large", file=name, limit=str(LARGEST_MB)))
    if not data.strip():
        raise Refused(notice("empty_file", file=name))
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        (b"{", b"[", b"<", b"\xff\xfe", b"\xfe\xff")
    ):
        raise Refused(notice("wrong_type", file=name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(notice("encoding", file=name)) from None
    if "\0" in text:
        raise Refused(notice("encoding", file=name))
    if GARBLED.search(text):
        raise Refused(notice("garbled", file=name))
    return text.lstrip()


def _form(text: str, name: str) -> "Callable[[str, str], _Parsed]":
    if text.startswith(("{", "[")):
        return _json
    if text.startswith("<"):
        return _xml
    raise Refused(notice("wrong_type", file=name))


def _json(text: str, name: str) -> _Parsed:
    fields = json_form.load(text, name)
    meta, problems = json_form.meta(fields)
    written, more = json_form.body(fields, meta.get("tittel", ""))
    return _Parsed(meta, written, [], problems + more)


def _xml(text: str, name: str) -> _Parsed:
    declared = re.match(r"<\?xml[^>]*encoding=[\"']([^\"']+)", text)
    if declared and declared.group(1).lower() not in {"utf-8", "us-ascii"}:
        raise Refused(notice("encoding", file=name))
    root = tree.parse(text.encode(), name)
    document = root.first("documentBody")
    if document is None:
        raise Refused(notice("not_lovdata", file=name))
    meta = xml_form.meta(root)
    body = xml_form.body(document)
    problems = [
        notice("missing", "header", field=field) for field in ("refid", "tittel") if not meta[field]
    ]
    return _Parsed(meta, body.written, body.amendments, problems)


def _meta_problems(meta: dict[str, str]) -> list[Notice]:
    found = []
    refid = meta.get("refid", "")
    if refid and not REFID.fullmatch(refid):
        found.append(notice("bad_refid", "meta", value=label(refid)))
    return found + [
        notice("bad_date", "meta", fatal=False, value=told, field=name)
        for name in ("ikrafttredelse", "sist-endret-ikrafttredelse")
        for told in DAY.findall(meta.get(name, ""))
        if _day(told) is None
    ]


def _law(told: _Parsed, provisions: tuple[Provision, ...]) -> Law:
    meta = told.meta
    kind, *date_and_number = _pieces(meta["refid"])
    own_sections = any(isinstance(part, Section) and part.ref for part in told.written)
    return Law(
        refid=meta["refid"],
        eli=meta.get("eli") or f"/eli/{kind}/{'/'.join(date_and_number)}",
        title=meta["tittel"],
        short_title=meta.get("korttittel") or meta["tittel"],
        department=meta.get("departement", ""),
        in_force_on=_first_day(meta.get("ikrafttredelse", "")),
        in_force_note=meta.get("ikrafttredelse", ""),
        last_changed_by=meta.get("sist-endret", ""),
        last_changed_in_force=_first_day(meta.get("sist-endret-ikrafttredelse", "")),
        url=_address(meta.get("kilde", ""), meta["refid"]),
        kind=_kind(kind, amending=bool(told.amendments) and not own_sections),
        provisions=provisions,
        amendments=tuple(told.amendments),
    )


def _pieces(refid: str) -> list[str]:
    """ "lov/1999-07-02-61" as ["lov", "1999", "07", "02", "61"]."""
    found = REFID.fullmatch(refid)
    return [piece for piece in found.groups() if piece] if found else []


def _kind(told: str, *, amending: bool) -> LawKind:
    if amending:
        return LawKind.AMENDING
    return LawKind.LAW if told == "lov" else LawKind.REGULATION


def _address(told: str, refid: str) -> str:
    """The official page. An address elsewhere is not taken from a file."""
    place = "NL" if refid.startswith("lov/") else "SF"
    return told if ADDRESS.fullmatch(told) else f"{OFFICIAL}{place}/{refid}"


def _first_day(told: str) -> date | None:
    days = [day for one in DAY.findall(told) if (day := _day(one))]
    return min(days, default=None)


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
