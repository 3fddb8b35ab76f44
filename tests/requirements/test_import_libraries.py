"""Libraries are taken in whole, once; what is wrong stops all of it; what went in comes out again."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.requirements import commands, exports, frameworks, queries
from styrk.requirements.imports import SourceFile, import_library
from styrk.requirements.libraries import read
from styrk.requirements.models import Edition, Requirement, Source, Succession
from tests.requirements.hostile import LIBRARIES
from tests.requirements.libraries.files import CSF, EXAMPLE, LOW, as_yaml, own, read_real, real

FRAMEWORKS = [CSF, EXAMPLE, LOW, "ciso/nis2-directive.yaml", "oscal/basic-catalog.json"]


def file(*entries, name="krav.yaml", **head):
    return SourceFile(name, as_yaml(own(*entries, **head)))


def entry(ref, text, **more):
    return {"id": ref, "tekst": text} | more


@pytest.fixture
def take(db, now):
    def take(*files, dry_run=False, at=now, **facts):
        return import_library(files, by=None, now=at, dry_run=dry_run, **facts)

    return take


def test_a_library_is_a_source_and_an_edition(take):
    report = take(
        file(
            {"id": "1", "tittel": "Tilgang", "vurderes": "nei"},
            entry("1.1", "Ventetiden ned", under="1", type="måltall", rytme="tertialvis"),
            entry("1.2", "Noe annet", under="1", frist="31.12.2027"),
            datert="2026-02-12",
        ),
        kind="mandate",
    )

    edition = queries.edition_called("T")
    assert (report.applied, report.editions[0].requirements) == (True, 2)
    assert (edition.source.kind, edition.label, edition.dated) == (
        "mandate",
        "1",
        date(2026, 2, 12),
    )
    heading, target, other = queries.rows_of(edition)
    assert (heading.kind, target.kind, target.rhythm) == ("", "target", "tertial")
    assert (other.kind, other.due, other.parent) == ("standing", date(2027, 12, 31), heading)


def test_the_same_label_with_other_content_is_refused(take):
    take(file(entry("1", "Ventetiden ned")))
    report = take(file(entry("1", "Ventetiden opp")))

    (line,) = report.errors
    assert line.message == (
        "Utgaven «1» av «Prøve» finnes fra før med et annet innhold."
        " Gi den nye utgaven et eget versjonsnavn."
    )
    assert Requirement.objects.get().text == "Ventetiden ned"


def test_the_next_version_follows(take, now):
    take(file(entry("1", "Ventetiden ned"), entry("2", "Plan for helg")))
    report = take(
        file(
            entry("1", "Ventetiden opp"),
            entry("2", "Plan for helg"),
            entry("3", "Nytt"),
            versjon="2",
        ),
        at=now + timedelta(hours=1),
    )

    told = report.editions[0]
    assert (told.changed, told.same, told.new, told.gone) == (1, 1, 1, 0)
    assert Edition.objects.get(label="2").follows.label == "1"


def test_again_on_another_day_it_is_the_same(take, now):
    take(file(entry("1", "Ventetiden ned")))

    assert take(file(entry("1", "Ventetiden ned")), at=now + timedelta(days=3)).is_empty
    assert Edition.objects.count() == 1


def test_a_rehearsal_leaves_nothing(take):
    assert take(file(entry("1", "Ventetiden ned")), dry_run=True).editions[0].new == 1
    assert not Source.objects.exists()


def test_several_files_stand_or_fall_together(take):
    bad = file(entry("1", "A"), entry("1", "B"), name="to.yaml", kode="U")

    report = take(file(entry("1", "Ventetiden ned")), bad)

    assert [(line.file, line.place) for line in report.errors] == [("to.yaml", "linje 8")]
    assert not Source.objects.exists()


@pytest.mark.parametrize("case", LIBRARIES)
def test_what_is_wrong_is_said_and_nothing_is_taken_in(take, case):
    name, data, said = LIBRARIES[case]

    report = take(SourceFile(name, data()))

    assert report.refused
    assert any(said in line.message for line in report.errors), report.errors[:3]
    assert not Source.objects.exists()
    assert not Requirement.objects.exists()


def count(take, *files):
    with CaptureQueriesContext(connection) as captured:
        take(*files)
    return len(captured)


def test_many_requirements_ask_no_more_than_few(take):
    count(take, file(entry("1", "Først"), kode="A"))
    few = [entry("1", "Prøve en"), entry("2", "Prøve to")]
    many = [entry(str(n), f"Prøve nummer {n}") for n in range(300)]
    first = count(take, file(*few)), count(take, file(*many, kode="U"))
    changed = [entry(f"x{n}", f"Noe ganske annet {n} {n}") for n in range(300)]
    later = (
        count(take, file(entry("9", "Ny"), versjon="2")),
        count(take, file(*changed, versjon="2", kode="U")),
    )

    assert first == (23, 23)
    assert later == (27, 27)


def test_a_likeness_is_found_where_the_refs_are_new(take):
    take(file(entry("1", "Alle pasienter skal ha en kontaktlege innen fjorten dager")))
    take(file(entry("9", "Alle pasienter skal ha en kontaktlege innen ti dager"), versjon="2"))

    found = Succession.objects.get()
    assert (found.fate, found.new.ref) == ("changed", "9")


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_framework_comes_out_as_it_went_in(take, name):
    library = read_real(name).library
    assert take(SourceFile(name, real(name))).errors == []
    edition = queries.edition_called(library.urn or library.code)

    assert frameworks.as_library(edition, queries.rows_of(edition)) == library
    for form in exports.FORMS:
        again = SourceFile(f"igjen.{form}", exports.exported(edition, form))
        assert read(again.data, again.name).library == library, form
        assert take(again).is_empty, form


def test_what_is_written_by_hand_comes_out_and_is_known_again(published, take):
    for form in exports.FORMS:
        report = take(SourceFile(f"obd.{form}", exports.exported(published, form)))
        assert (report.errors, report.is_empty) == ([], True), form


def test_what_only_styrk_knows_is_carried_along(draft, write, region_leader, now, take):
    write(draft, "1", "Kjøp", imposed=True, action="Kjøp ti senger", goal="Ti", letters=("6a",))
    commands.publish_edition(edition=draft, by=region_leader, now=now)
    data = exports.exported(draft, "xlsx")

    item = read(data, "obd.xlsx").library.requirements[0]

    told = frameworks.received(
        frameworks.as_library(draft, queries.rows_of(draft)),
        "",
        kind="mandate",
        read_on=draft.dated,
    ).sentences[0]
    assert item.extra["styrk"]["action"] == "Kjøp ti senger"
    assert (told.goal, told.imposed, told.letters) == ("Ti", True, ("6a",))


def test_an_export_has_no_formula(draft, write, region_leader, now):
    write(draft, "1", '=HYPERLINK("http://ond.example";"Klikk")', title="+1", goal="@SUM(1)")
    commands.publish_edition(edition=draft, by=region_leader, now=now)
    parts = zipfile.ZipFile(io.BytesIO(exports.exported(draft, "xlsx")))
    sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]

    assert sheets
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    row = read(exports.exported(draft, "xlsx"), "obd.xlsx").library.requirements[0]
    assert row.text.startswith("=HYPERLINK(")
