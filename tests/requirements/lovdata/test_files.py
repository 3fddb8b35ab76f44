"""Every statute file is read whole. What there should be is counted here by other means."""

import csv
import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from styrk.regulation import letters
from styrk.requirements.lovdata.reading import read
from styrk.requirements.lovdata.shape import Kind, LawKind, Marking, Status
from tests.requirements.lovdata.samples import (
    FOLDER,
    JSON,
    LEDELSE,
    MELDEORDNING,
    XML,
    needs_files,
    whole,
)

pytestmark = needs_files
WORD = re.compile(r"\w+")
OWN_WORDS = (Kind.PARAGRAPH, Kind.ITEM)


def named(paths):
    return [pytest.param(path, id=path.stem) for path in paths]


def words(*texts):
    return Counter(word for text in texts for word in WORD.findall(text))


class Page(HTMLParser):
    """What a browser would show of the document, and how often each class stands in it."""

    def __init__(self, text):
        super().__init__()
        self.classes, self.shown, self._inside = Counter(), [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self._inside = self._inside or tag == "main"
        told = dict(attributes).get("class") or ""
        self.classes.update(told.split() if self._inside else ())
        self.shown.append(" " if tag not in {"i", "sup", "strong", "span"} else "")

    def handle_endtag(self, tag):
        self._inside = self._inside and tag != "main"

    def handle_data(self, data):
        self.shown.append(data if self._inside else "")


@pytest.mark.parametrize("path", named(JSON))
def test_json_file_is_read_to_the_last_word(path):
    told = json.loads(path.read_text())
    found = read(path.read_bytes(), path.name)
    law = found.law
    ledd = [one for section in told["paragrafer"] for one in section["ledd"]]
    texts = [text for one in ledd for text in (one["tekst"], *one["punkter"])]
    notes = [note for section in told["paragrafer"] for note in section["endringer"]]

    assert found.problems == ()
    assert len(law.of_kind(Kind.SECTION)) == len(told["paragrafer"])
    assert len(law.of_kind(Kind.ITEM)) == sum(len(one["punkter"]) for one in ledd)
    assert words(*texts, *notes) == words(
        *(p.text for p in law.provisions if p.kind in OWN_WORDS),
        *(note for p in law.of_kind(Kind.SECTION) for note in p.notes),
    )


def test_all_json_files_together():
    laws = [whole(path.stem) for path in JSON]
    count = Counter(p.kind for law in laws for p in law.provisions)
    told = [json.loads(path.read_text()) for path in JSON]
    ledd = [one for law in told for section in law["paragrafer"] for one in section["ledd"]]
    # Between asterisks: change notes and footnotes, which are no ledd of the law.
    notes_too = sum(len(p.notes) for law in laws for p in law.of_kind(Kind.SECTION))
    notes = sum(len(section["endringer"]) for law in told for section in law["paragrafer"])

    assert len(JSON) == 33
    assert (count[Kind.SECTION], count[Kind.ITEM]) == (1533, 1845)
    assert (len(ledd), count[Kind.PARAGRAPH], notes_too - notes) == (4013, 3963, 50)


@pytest.mark.parametrize("path", named(XML))
def test_xml_file_is_read_to_the_last_word(path):
    law = whole(path.stem)
    page = Page(path.read_text())
    shown = words("".join(page.shown))
    clauses = [clause for change in law.amendments for clause in change.clauses]
    told = words(
        law.title,
        *(text for p in law.provisions for text in (p.ref.split(" ledd")[0], p.heading, p.text)),
        *(
            text
            for a in law.amendments
            for text in (a.preface, a.section, a.instruction, a.heading)
        ),
        *(text for c in clauses for text in (c.text, *(point.text for point in c.points))),
    )

    assert shown - told == Counter()
    assert len(law.of_kind(Kind.SECTION)) == page.classes["legalArticle"]
    assert len({a.instruction for a in law.amendments}) >= page.classes["change"] * 0.9


def test_xml_files_have_the_ledd_and_items_that_are_in_them():
    # legalP in xml/sf-20250620-1131.xml: 146, of which 90 hold an item's words.
    forskrift = whole("sf-20250620-1131")
    arkivlova = whole("nl-20250620-096")

    assert len(forskrift.of_kind(Kind.PARAGRAPH)) == 146 - 90
    assert len(forskrift.of_kind(Kind.ITEM)) == 90
    assert forskrift.by_ref["§ 17 første ledd bokstav c"].text.startswith("hendelsen, herunder")
    assert forskrift.by_ref["§ 1 første ledd nr. 23"].text.endswith("2000 m3 per døgn")
    assert forskrift.by_ref["§ 6"].parent == "Kapittel 2"
    assert (arkivlova.kind, len(arkivlova.of_kind(Kind.SECTION))) == (LawKind.LAW, 25)
    assert arkivlova.by_ref["§ 2 første ledd bokstav h"].marking is Marking.LETTER


@pytest.mark.parametrize("path", named(JSON))
def test_metadata_is_that_of_the_index(path):
    with (FOLDER / "index.csv").open() as lines:
        row = next(row for row in csv.DictReader(lines) if row["fil"] == path.stem)
    law = whole(path.stem)

    assert (law.refid, law.title, law.short_title) == (
        row["refid"],
        row["tittel"],
        row["korttittel"],
    )
    assert (law.department, law.last_changed_by) == (row["departement"], row["sist_endret"])
    assert law.url == row["lovdata_url"]
    assert law.in_force_note == row["ikrafttredelse"]
    assert law.in_force_on.isoformat() in row["ikrafttredelse"]
    assert law.eli == "/eli/" + law.refid.replace("-", "/")


@pytest.mark.parametrize("path", named(JSON + XML))
def test_every_provision_has_a_name_of_its_own_and_its_place(path):
    law = whole(path.stem)
    refs = [p.ref for p in law.provisions]

    assert len(refs) == len(set(refs))
    assert [p.position for p in law.provisions] == list(range(1, len(refs) + 1))
    assert all(p.parent in {"", *refs} for p in law.provisions)
    assert len({p.short for p in law.provisions}) == len(refs)


def test_forskrift_has_exactly_the_21_letters():
    law = whole(LEDELSE)
    found = [p for p in law.of_kind(Kind.ITEM) if p.marking is Marking.LETTER]
    ours = {letter.value: letters.PROVISIONS[letter].text for letter in letters.LETTERS}

    assert [p.code for p in found] == [letter.value for letter in letters.LETTERS]
    assert {p.code: p.text for p in found} == ours
    assert [p.short for p in found][:2] == ["§ 6 a", "§ 6 b"]
    assert found[0].ref == "§ 6 første ledd bokstav a"
    assert all(p.by_order for p in found)


def test_a_list_that_nobody_has_named_is_counted():
    counted = whole(LEDELSE).by_ref["§ 2 første ledd punkt 4"]

    assert (counted.marking, counted.by_order) == (Marking.ORDER, True)
    assert counted.text == "tannhelsetjenesteloven § 1-3a."


def test_section_numbers_cut_by_the_converter_are_whole():
    law = whole("lov-1999-07-02-63")

    assert law.by_ref["§ 4 A-3"].heading == "Adgang til å gi helsehjelp som pasienten motsetter seg"
    assert law.by_ref["§ 4 A-3"].parent == "Kapittel 4 A"
    assert "§ 4" not in law.by_ref


def test_headings_of_the_commentary_are_no_chapters():
    assert whole("forskrift-1996-12-06-1127").of_kind(Kind.CHAPTER) == ()


def test_repealed_sections_are_marked():
    laws = [whole(path.stem) for path in JSON]
    # «(Opphevet)» as heading, also behind a number that was cut.
    told = sum(
        section["tittel"].endswith("(Opphevet)")
        for path in JSON
        for section in json.loads(path.read_text())["paragrafer"]
    )
    found = [p for law in laws for p in law.of_kind(Kind.SECTION) if p.status is Status.REPEALED]

    assert len(found) == told == 47


def test_amending_act_is_told_from_a_law():
    act = whole(MELDEORDNING)

    assert (act.kind, act.in_force_on, act.in_force_note) == (
        LawKind.AMENDING,
        None,
        "Kongen bestemmer",
    )
    assert act.of_kind(Kind.SECTION) == ()
    assert [c.ref for c in act.of_kind(Kind.CHAPTER)] == [
        f"Del {n}" for n in ("I", "II", "III", "IV", "V", "VI", "VII")
    ]
    assert act.by_ref["Del VII første ledd nr. 2"].text == "Departementet kan gi overgangsregler."
