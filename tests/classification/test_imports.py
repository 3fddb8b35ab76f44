"""A code scheme read from a file: two shapes, real files, and what is wrong said by row and column."""

from pathlib import Path

import pytest

from styrk.classification.imports import TEMPLATE, read_scheme
from styrk.core.files import SourceFile

REAL = Path("../shared/data/taxonomies/nhs_lfpse_v5_codes.csv")


def read(text, name="k.csv"):
    return read_scheme(SourceFile(name, text.encode()), name="K", version="1")


def axes(report):
    return {
        one.key: (one.title, [code for code, _title in one.codes]) for one in report.scheme.axes
    }


def test_the_first_part_of_the_code_says_the_axis():
    found = read("kode;tekst\n1;Hvor\n1.1;Badet\n2;Hva\n2.1;Fall\n2.1.1;Fall fra seng\n")
    assert axes(found) == {"1": ("Hvor", ["1.1"]), "2": ("Hva", ["2.1", "2.1.1"])}
    assert found.scheme.number == 3


def test_an_axis_has_a_column_of_its_own_and_a_name_from_it_or_from_a_row_without_a_code():
    found = read("akse,aksenavn,kode,tekst\na,Hvor,x,Badet\na,,y,Korridor\n")
    assert axes(found) == {"a": ("Hvor", ["x", "y"])}
    found = read("akse;kode;tekst\na;;Hvor\na;x;Badet\n")
    assert axes(found) == {"a": ("Hvor", ["x"])}


def test_an_axis_that_nobody_names_goes_by_its_key():
    assert axes(read("kode;tekst\n3.1;Bemanning\n")) == {"3": ("3", ["3.1"])}


def test_a_code_that_stands_twice_is_read_as_it_stands_first():
    found = read("kode;tekst\n1.1;Fall\n1.1;Noe annet\n")
    assert found.scheme.axes[0].codes == (("1.1", "Fall"),)


def test_a_real_scheme_of_many_axes_is_read_whole():
    """NHS England's LFPSE version 5, as it is published: 735 rows on 68 lists."""
    found = read_scheme(SourceFile(REAL.name, REAL.read_bytes()), name="LFPSE", version="5")
    assert not found.errors
    rows = {tuple(line.split(",")[:1]) for line in REAL.read_text().splitlines()[1:] if line}
    by_key = axes(found)
    assert by_key["level-of-physical-harm-5"][0] == "Level of Physical Harm"
    assert len(by_key["level-of-physical-harm-5"][1]) == 5
    assert len(by_key) > 50
    assert rows


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Fila er tom."),
        ("kode;navnet\n1.1;Fall\n", "Kolonnen mangler."),
        ("kode;tekst\n1.1;\n", "Fyll ut dette."),
        ("kode;tekst\n;Fall\n", "Fyll ut dette."),
        ("kode;tekst\n1.1;" + "x" * 301 + "\n", "Skriv mellom ett og 300 tegn."),
        (TEMPLATE, "Fila har ingen koder. Den har bare navnene på aksene."),
        ("kode;tekst\n" + "1.1;Fall\n" * 5001, "Det er 5001 rader. Les inn høyst 5000 om gangen."),
    ],
)
def test_what_is_wrong_is_said(text, said):
    found = read(text)
    assert found.refused
    assert found.scheme is None
    assert said in [one.message for one in found.errors]
