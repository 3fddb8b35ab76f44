"""The statute files that lie beside the repository, and small laws of our own making."""

import json
from functools import cache
from pathlib import Path

import pytest

from styrk.requirements.lovdata.reading import read
from styrk.requirements.lovdata.shape import Law

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "domain" / "lovdata"
JSON = sorted(FOLDER.glob("*.json"))
XML = sorted((FOLDER / "xml").glob("*.xml"))
needs_files = pytest.mark.skipif(
    not JSON,
    reason=f"the statute files are not here: put them in {FOLDER} (SOURCE.txt says whence)",
)
LEDELSE = "forskrift-2016-10-28-1250"
MELDEORDNING = "nl-20250620-074"


@cache
def whole(name: str) -> Law:
    """A law out of the statute files, which has to be read without a word."""
    path = next(path for path in JSON + XML if path.stem == name)
    found = read(path.read_bytes(), path.name)
    assert found.law, [problem.text for problem in found.problems]
    return found.law


def section(number: str, *ledd: str | tuple[str, list[str]], **more: object) -> dict[str, object]:
    """A section of the JSON form; a ledd with items is a pair."""
    told = [(one, []) if isinstance(one, str) else one for one in ledd]
    fields = {"paragraf": number, "tittel": "", "kapittel": "", "endringer": []}
    return fields | {"ledd": [{"tekst": text, "punkter": points} for text, points in told]} | more


def law_json(*sections: dict[str, object], **meta: object) -> bytes:
    told = {"refid": "lov/2020-01-02-3", "tittel": "Lov om prøver"} | meta
    return json.dumps({"meta": told, "paragrafer": sections}).encode()


def law(*sections: dict[str, object], **meta: object) -> Law:
    found = read(law_json(*sections, **meta), "prøve.json").law
    assert found
    return found


HEADER = """<!DOCTYPE html><html><body><header class="documentHeader"><dl>
<dt class="refid">RefID</dt><dd class="refid">{refid}</dd>
<dt class="title">Tittel</dt><dd class="title">Lov om prøver</dd></dl></header>
<main class="documentBody" id="dokument">{body}</main></body></html>"""


def law_xml(body: str, refid: str = "lov/2020-01-02-3") -> bytes:
    return HEADER.format(refid=refid, body=body).encode()


def law_from_xml(body: str, refid: str = "lov/2020-01-02-3") -> Law:
    found = read(law_xml(body, refid), "prøve.xml").law
    assert found
    return found
