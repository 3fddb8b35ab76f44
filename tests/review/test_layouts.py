"""The kinds of reports as files: ours are sound, and what is wrong is refused with its reason."""

from datetime import date

import pytest

from styrk.review import layouts
from styrk.review.layouts import LayoutWrong, read, read_folder

GOOD = """
code = "min-rapport"
name = "Min rapport"
rhythm = "monthly"
[[writers]]
level = "Helseforetak"
day = 10
[[sections]]
code = "en"
title = "En"
shows = ["figures.quality"]
"""


def test_our_own_are_read_and_follow_the_facts():
    found = layouts.all_layouts()

    assert set(found) == {"manedsrapport", "tertialrapport", "ledelsesrapport"}
    assert [one.title["nb"] for one in found["manedsrapport"].sections] == [
        "Oppsummering",
        "Statusbilde",
        "Kvalitet og pasientbehandling",
        "Prioritering av psykisk helsevern og TSB",
        "Aktivitet",
        "Bemanning",
        "Produktivitet",
        "Økonomi",
        "Vedlegg",
    ]
    for one in found.values():
        for section in one.sections:
            assert set(section.title) == {"nb", "nn", "en"}
    assert found["ledelsesrapport"].compiles == "manedsrapport"


def test_a_municipality_has_its_own(settings):
    settings.REPORTS = "kommune"
    found = layouts.all_layouts()

    assert set(found) == {"manedsrapport", "tertialrapport"}
    for one in found.values():
        assert one.compiles == one.code
        assert one.levels == ("Tjeneste", "Virksomhet", "Kommunalområde", "Kommune")
        days = [one.due_on(level, "2026-T1") for level in one.levels if one.rhythm == "tertial"]
        assert days == sorted(days)
        for section in one.sections:
            assert set(section.title) == {"nb", "nn", "en"}
            assert section.ask["nb"] or section.written != "required"


def test_when_it_is_due():
    found = layouts.all_layouts()

    assert found["manedsrapport"].due_on("helseforetak", "2026-03") == date(2026, 4, 17)
    assert read("x.toml", GOOD.encode()).due_on("Helseforetak", "2026-03") == date(2026, 4, 10)
    assert found["tertialrapport"].due_on("Klinikk", "2026-T1") == date(2026, 5, 13)


def test_a_text_may_be_in_one_language():
    assert read("x.toml", GOOD.encode()).name == {"nb": "Min rapport"}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('code = "min-rapport"', 'code = "Min Rapport"', "code: skriv små bokstaver"),
        ('code = "min-rapport"', "", "code: skriv små bokstaver"),
        ('name = "Min rapport"', "name = 3", "name: skriv en tekst"),
        ('name = "Min rapport"', 'name = { nn = "Min" }', "name: skriv en tekst"),
        ('rhythm = "monthly"', 'rhythm = "yearly"', "rhythm: er «yearly». Velg monthly, tertial"),
        ('rhythm = "monthly"', 'rytme = "monthly"', "«rytme» er ikke noe vi kjenner"),
        ("day = 10", "", "writers nr. 1: skriv enten working_day eller day"),
        ("day = 10", "day = 0", "writers nr. 1: day: skal være et helt tall"),
        ("day = 10", "day = true", "writers nr. 1: day: skal være et helt tall"),
        ("day = 10", "day = 10\nworking_day = 3", "skriv enten working_day eller day"),
        ('level = "Helseforetak"', 'level = " "', "mangler navnet på nivået"),
        ("[[writers]]", "[writers]", "writers: skriv minst én [[writers]]"),
        ('"figures.quality"', '"figures.sol"', "«figures.sol» har ingen område"),
        ('"figures.quality"', '"figures"', "har ingen område"),
        ('"figures.quality"', '"risks.quality"', "finnes ikke. Velg summary"),
        ('"figures.quality"', '"risks", "risks"', "«risks» står to ganger"),
        ("shows =", "written = 'kanskje'\nshows =", "written: er «kanskje». Velg required"),
        (
            "[[sections]]",
            "[[sections]]\ncode = 'en'\ntitle = 'x'\n[[sections]]",
            "«en» står to ganger",
        ),
        ("code =", "code", "er ikke TOML i UTF-8"),
    ],
)
def test_what_is_wrong_is_refused_with_its_reason(old, new, why):
    with pytest.raises(LayoutWrong, match=r"^min\.toml: ") as refused:
        read("min.toml", GOOD.replace(old, new, 1).encode())

    assert why in str(refused.value)


def test_not_utf8():
    with pytest.raises(LayoutWrong, match="ikke TOML i UTF-8"):
        read("min.toml", GOOD.replace("En", "Økonomi").encode("latin-1"))


def test_a_folder(tmp_path):
    with pytest.raises(LayoutWrong, match="ingen filer"):
        read_folder(tmp_path)
    with pytest.raises(LayoutWrong, match="kan ikke leses"):
        read_folder(tmp_path / "borte")
    (tmp_path / "a.toml").write_text(GOOD)
    assert set(read_folder(tmp_path)) == {"min-rapport"}
    (tmp_path / "b.toml").write_text(GOOD)
    with pytest.raises(LayoutWrong, match=r"b\.toml: «min-rapport» står i en annen fil også"):
        read_folder(tmp_path)
    (tmp_path / "b.toml").write_text(
        GOOD.replace("min-rapport", "over").replace("[[writers]]", 'compiles = "x"\n[[writers]]', 1)
    )
    with pytest.raises(LayoutWrong, match="det finnes ingen «x»"):
        read_folder(tmp_path)
    (tmp_path / "b.toml").write_text("x" * 200_000)
    with pytest.raises(LayoutWrong, match="for stor"):
        read_folder(tmp_path)


def test_a_file_that_is_changed_is_read_again(tmp_path, settings):
    settings.REPORTS = str(tmp_path)
    (tmp_path / "a.toml").write_text(GOOD)
    assert layouts.layout("min-rapport").name["nb"] == "Min rapport"
    (tmp_path / "a.toml").write_text(GOOD.replace("Min rapport", "Vår egen rapport"))
    assert layouts.layout("min-rapport").name["nb"] == "Vår egen rapport"
