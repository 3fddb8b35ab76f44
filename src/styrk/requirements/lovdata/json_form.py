"""The plain JSON form: meta, kilde, and paragrafer with ledd, punkter and endringer."""

import json
import re
from collections.abc import Callable
from typing import Any, cast

from styrk.requirements.lovdata import numbering
from styrk.requirements.lovdata.building import Section, Title
from styrk.requirements.lovdata.notices import Notice, notice
from styrk.requirements.lovdata.plain import plain
from styrk.requirements.lovdata.shape import Clause, Point
from styrk.requirements.lovdata.tree import Refused

MOST_PROBLEMS = 50
# A heading of the commentary that follows the text, which the converter took for a chapter.
COMMENTARY = re.compile(r"^(?:merknad|til\s+(?:§|kap))", re.IGNORECASE)
# The converter puts notes that stand in a ledd's place between asterisks, with their footnotes.
NOTE = re.compile(
    r"^(?:endr(?:et|a|es|ast)|tilføy|føyd|lagt til|opphev|vert|blir|paragrafen er opphevet)"
    r"|^\d{1,2} (?=[A-ZÆØÅ])",
    re.IGNORECASE,
)
Fields = dict[str, Any]


class _Problems:
    """Every problem found, so that a person sees all of them at once."""

    def __init__(self) -> None:
        self.found: list[Notice] = []

    def add(self, code: str, where: str, **values: str) -> None:
        if len(self.found) < MOST_PROBLEMS:
            self.found.append(notice(code, where, fatal=True, **values))
        elif len(self.found) == MOST_PROBLEMS:
            self.found.append(notice("more_problems", limit=str(MOST_PROBLEMS)))

    def text(self, fields: Fields, name: str, where: str, *, required: bool = True) -> str:
        """A field's words; "" where it is wrong, or absent and not required."""
        value = fields.get(name)
        if value is None:
            if required:
                self.add("missing", where, field=name)
            return ""
        if not isinstance(value, str):
            self.add("wrong_field", where, field=name, expected="tekst")
            return ""
        return plain(value)

    def items[T](
        self, fields: Fields, name: str, where: str, kind: Callable[[object], T | None], said: str
    ) -> list[T]:
        """A list's members of the right kind. An absent list is an empty one."""
        value = fields.get(name, [])
        if not isinstance(value, list):
            self.add("wrong_field", where, field=name, expected="en liste")
            return []
        found = []
        for number, member in enumerate(value):
            made = kind(member)
            if made is None:
                self.add(
                    "wrong_field",
                    f"{where}.{name}[{number}]".lstrip("."),
                    field=name,
                    expected=said,
                )
            else:
                found.append(made)
        return found


def _fields(value: object) -> Fields | None:
    return cast("Fields", value) if isinstance(value, dict) else None


def _words(value: object) -> str | None:
    return plain(value) if isinstance(value, str) else None


def load(data: str, name: str) -> Fields:
    """The file's fields. Raises `Refused` where it is not JSON, or not one law."""
    try:
        loaded = json.loads(data)
    except json.JSONDecodeError as error:
        raise Refused(notice("bad_json", file=name, line=str(error.lineno))) from None
    except RecursionError:
        raise Refused(notice("too_deep", file=name)) from None
    except ValueError:  # a number longer than Python reads
        raise Refused(notice("bad_json", file=name, line="?")) from None
    if isinstance(loaded, list):
        raise Refused(notice("is_list", file=name))
    fields = _fields(loaded)
    if fields is None or not {"meta", "paragrafer"} & fields.keys():
        raise Refused(notice("not_lovdata", file=name))
    return fields


def meta(fields: Fields) -> tuple[dict[str, str], list[Notice]]:
    """What the file says of the law, by the names of the form, and `kilde`."""
    problems = _Problems()
    told = _fields(fields.get("meta", {}))
    if told is None:
        problems.add("wrong_field", "meta", field="meta", expected="et objekt")
        return {}, problems.found
    found = {name: problems.text(told, name, "meta") for name in ("refid", "tittel")}
    for name in (
        "korttittel",
        "eli",
        "departement",
        "ikrafttredelse",
        "sist-endret",
        "sist-endret-ikrafttredelse",
    ):
        found[name] = problems.text(told, name, "meta", required=False)
    found["kilde"] = problems.text(fields, "kilde", "", required=False)
    return found, problems.found


def body(fields: Fields, title: str) -> tuple[list[Title | Section], list[Notice]]:
    """Chapters and sections in the order of the file."""
    problems = _Problems()
    if "paragrafer" not in fields:
        problems.add("missing", "", field="paragrafer")
    written: list[Title | Section] = []
    chapter = ""
    for number, section in enumerate(
        problems.items(fields, "paragrafer", "", _fields, "et objekt")
    ):
        where = f"paragrafer[{number}]"
        told = problems.text(section, "kapittel", where, required=False)
        # Without chapters, the file gives the law's own title.
        told = "" if told == title or COMMENTARY.match(told) else told
        if told and told != chapter:
            written.append(Title(told))
        chapter = told
        written.append(_section(section, where, 2 if chapter else 1, problems))
    return written, problems.found


def _section(fields: Fields, where: str, level: int, problems: _Problems) -> Section:
    told = problems.text(fields, "paragraf", where)
    ref, heading = numbering.whole_number(
        told, problems.text(fields, "tittel", where, required=False)
    )
    section = Section(ref, heading, level=level, where=where)
    ledd = problems.items(fields, "ledd", where, _fields, "et objekt")
    _clauses([_clause(one, f"{where}.ledd[{n}]", problems) for n, one in enumerate(ledd)], section)
    section.notes += problems.items(fields, "endringer", where, _words, "tekst")
    return section


def _clause(fields: Fields, where: str, problems: _Problems) -> Clause:
    text = problems.text(fields, "tekst", where)
    points = problems.items(fields, "punkter", where, _words, "tekst")
    return Clause(text, tuple(Point("", point) for point in points))


def _clauses(found: list[Clause], section: Section) -> None:
    """Puts notes that stand among the ledd where notes belong."""
    marked = False
    for clause in found:
        marked = marked or clause.text.startswith("*")
        text = clause.text.strip("*").strip() if marked else clause.text
        if marked and NOTE.match(text) and not clause.points:
            section.notes.append(text)
        elif text or clause.points:
            section.clauses.append(Clause(text, clause.points))
        marked = marked and not clause.text.endswith("*")
