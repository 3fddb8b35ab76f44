"""The forskrift as a source in the demo: read as a law is, its 21 letters placed with the trusts."""

import json
import tomllib
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from styrk.core import clock
from styrk.demo.mandate.asked import REGION
from styrk.demo.mandate.file import Told
from styrk.demo.mandate.line import Line
from styrk.organisation.models import Person
from styrk.regulation import sections
from styrk.regulation.letters import SOURCE
from styrk.regulation.sections import Section
from styrk.requirements import commands, statutes
from styrk.requirements.lovdata.reading import read
from styrk.requirements.models import Placement, Requirement
from styrk.requirements.types import Meaning, Received

WRITTEN = Path(__file__).parents[1] / "world" / "regulation.toml"
DAYS_TO_ANSWER = 28
# So long ago the last ones began.
LATELY = timedelta(days=9)


@cache
def written() -> Told:
    return tomllib.loads(WRITTEN.read_text())


def forskrift(now: datetime) -> Received:
    """As it would be read from Lovdata's file, where of all its words just the letters are asked for."""
    law = read(json.dumps(_as_lovdata()).encode(), "forskriften.json").law
    if law is None:
        raise ValueError(sections.NUMBER)
    read_as = statutes.received(law, clock.day(now))
    sentences = (one if one.letters else replace(one, kind="") for one in read_as.sentences)
    return replace(read_as, sentences=tuple(sentences))


def _as_lovdata() -> dict[str, Any]:
    number, amended = (one.removeprefix("FOR-") for one in (sections.NUMBER, sections.AMENDED))
    meta = {
        "tittel": sections.TITLE,
        "korttittel": sections.TITLE,
        "refid": f"forskrift/{number}",
        "departement": "Helse- og omsorgsdepartementet",
        "ikrafttredelse": "2017-01-01",
        "sist-endret": f"forskrift/{amended}",
        "sist-endret-ikrafttredelse": "2020-03-01",
    }
    return {"meta": meta, "kilde": SOURCE, "paragrafer": list(map(_section, sections.SECTIONS))}


def _section(section: Section) -> dict[str, Any]:
    """The letters stand in the last part of their section."""
    parts = [{"tekst": one.text, "punkter": list(one.points)} for one in section.paragraphs]
    parts[-1]["punkter"] = [*section.paragraphs[-1].points, *(p.text for p in section.letters)]
    return {
        "paragraf": f"§ {section.number}",
        "tittel": section.title,
        "kapittel": sections.TITLE,
        "ledd": parts,
        "endringer": [],
    }


def issue_forskrift(line: Line, when: datetime) -> None:
    """The region takes it in; each trust lays the letters on itself, one early and the others lately."""

    def receive(by: Person, now: datetime) -> None:
        edition = commands.receive_edition(
            received=forskrift(now), owner=by, by=by, now=now
        ).edition
        rows = edition.requirements.exclude(letters=[]).select_related("edition__source")
        letters = list(rows.order_by("position"))
        _place(line, written()["unit"], letters, now + timedelta(days=1))
        for code in written()["waiting"]:
            _place(line, code, letters, max(now + timedelta(days=1), line.year.end - LATELY))

    line.at(when, REGION, receive)


def _place(line: Line, code: str, letters: list[Requirement], when: datetime) -> None:
    def place(by: Person, now: datetime) -> None:
        commands.place_by_rule(
            requirements=letters,
            units=[line.year.world.units[code]],
            rule=written()["rule"],
            answer_due=clock.after(now, days=DAYS_TO_ANSWER),
            by=by,
            now=now,
        )
        if code == written()["unit"]:
            line.at(now + timedelta(days=15), code, accept)

    def accept(by: Person, now: datetime) -> None:
        placed = Placement.objects.filter(requirement__in=letters, unit__code=code)
        for one in placed.select_related("unit", "requirement").order_by("pk"):
            told = written()["answers"][one.requirement.letters[0]]
            meaning = Meaning(told["means"], by, told["sign"])
            commands.accept_requirement(placement=one, meaning=meaning, by=by, now=now)

    line.at(when, code, place)
