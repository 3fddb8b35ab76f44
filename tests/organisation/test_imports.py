"""Import of our own three files: what is refused, what is understood, and all or nothing."""

from collections import Counter
from datetime import date

import pytest

from styrk.access.roles import ROLES
from styrk.organisation import commands, queries
from styrk.organisation.exports import exported
from styrk.organisation.imports import HasErrors, NotOneself, SourceFile, apply, read, run_import
from styrk.organisation.models import Appointment, Deputyship, Person, Unit, UnitEdition
from tests.organisation.conftest import NOW, START, TODAY, counted, entries, reading, revision

pytestmark = pytest.mark.django_db

UNITS = "code;name;level;parent;organisation_number;is_trust;valid_from;valid_to"
PEOPLE = "number;name;title;email;home_unit"
POSTS = "person;unit;role;valid_from;valid_to"
TREE = (
    "RHF;Helse Test RHF;RHF;;883658752;1;2020-01-01;",
    "HF;Test sykehus HF;HF;RHF;;ja;01.02.2021;",
    "K1;Klinikk 1;klinikk;HF;;0;2021-02-01;",
    "P1;Post 1;post;K1;;;;",
)
STAFF = ("100;Kari Moen;Leder;kari@test.example;P1", "200;Per Lie;Sykepleier;;")
ROLE_ROWS = ("100;P1;leader;;", "200;HF;employee;2021-02-01;2026-12-31")


def units(*rows: str, header: str = UNITS) -> SourceFile:
    return SourceFile("units.csv", "\n".join([header, *rows]).encode())


def people(*rows: str) -> SourceFile:
    return SourceFile("people.csv", "\n".join([PEOPLE, *rows]).encode())


def posts(*rows: str) -> SourceFile:
    return SourceFile("appointments.csv", "\n".join([POSTS, *rows]).encode())


def plan(*files: SourceFile, on: date = TODAY, **facts):
    return read(files, roles=ROLES, on=on, **facts)


def done(*files: SourceFile, by=None):
    return apply(plan(*files), by=by, now=NOW)


def errors(*files: SourceFile, **facts) -> list[tuple]:
    return [(error.row, error.column) for error in plan(*files, **facts).errors]


def messages(*files: SourceFile) -> str:
    return "\n".join(error.message for error in plan(*files).errors)


def counts(found) -> dict:
    told = found.counts.items()
    return {kind: (each.new, each.changed, each.unchanged) for kind, each in told}


def snapshot() -> tuple:
    tables = (Unit, Person, Appointment, Deputyship)
    return tuple(list(table.objects.order_by("pk").values()) for table in tables)


@pytest.fixture
def loaded(db) -> None:
    done(units(*TREE), people(*STAFF), posts(*ROLE_ROWS))


def test_import_builds_the_organisation_and_tells_of_each_record(register):
    before = len(entries())

    with counted(20):
        found = done(units(*TREE), people(*STAFF), posts(*ROLE_ROWS))

    ward = Unit.objects.select_related("trust", "parent").get(code="P1")
    kari = Person.objects.get(employee_number="100")
    assert counts(found) == {"units": (4, 0, 0), "people": (2, 0, 0), "appointments": (2, 0, 0)}
    assert (ward.parent.code, ward.trust.code, ward.valid_from) == ("K1", "HF", TODAY)
    assert ward.path.count(".") == 4
    assert kari.home_unit == ward
    assert list(kari.appointments.values_list("unit", "role", "valid_from", "valid_to")) == [
        (ward.pk, "leader", TODAY, None)
    ]
    assert [edition.name for edition in ward.editions.all()] == ["Post 1"]
    told = entries()[: len(entries()) - before]
    assert Counter(entry.act for entry in told) == {
        "found_unit": 4,
        "register_person": 2,
        "appoint": 2,
        "import_organisation": 2,
    }
    given = next(entry for entry in told if entry.subject_id == kari.pk and entry.act == "appoint")
    assert given.text == "Ga Kari Moen ansvaret som leder i Post 1"
    assert given.trust_id == ward.trust_id
    assert (given.detail["unit"], given.detail["role"]) == (ward.pk, "leader")
    assert (given.detail["since"], given.detail["until"]) == (f"{TODAY}", None)
    files = next(one for one in told if one.act[0] == "i" and one.trust_id == ward.trust_id)
    assert (
        files.text == "Leste inn fra fil: endringer av enheter 3, endringer av personer 1, roller 2"
    )
    assert "@" not in f"{[entry.detail for entry in told]}"


def test_import_counts_a_new_revision_once(loaded):
    before = revision()

    done(units("NY;Ny enhet;;HF;;;;"))

    assert revision() > before


def test_an_import_is_told_as_the_pages_own_changes_are(loaded):
    """Also of what was said of a day only afterwards: who answered for the unit."""
    ward, by = Unit.objects.get(code="P1"), Person.objects.get(employee_number="200")
    apply(
        plan(
            units(
                "K1;Klinikk 1;område;HF;;0;2021-02-01;",
                "P1;Post én;post;HF;;0;;",
            ),
            SourceFile("p.csv", f"{PEOPLE};left_on\n100;Kari Moe;;;P1;2026-11-20".encode()),
            posts("200;P1;leader;2026-11-16;", "200;HF;employee;2021-02-01;2027-12-31"),
        ),
        by=by,
        now=NOW,
    )

    told = {entry.text: entry for entry in entries()}
    assert {
        "Endret nivået for Klinikk 1 til område",
        "Ga enheten navnet Post én (før: Post 1)",
        "Flyttet Post én fra Klinikk 1 til Test sykehus HF",
        "Endret opplysninger om Kari Moe",
        "Registrerte at Kari Moe slutter, siste dag 20.11.2026",
        "Ga Per Lie ansvaret som leder i Post én",
        "Forlenget en rolle for Per Lie i Test sykehus HF",
    } <= told.keys()
    left = told["Registrerte at Kari Moe slutter, siste dag 20.11.2026"]
    longer = told["Forlenget en rolle for Per Lie i Test sykehus HF"]
    assert (left.detail["led"], left.person_name) == ([ward.pk], "Per Lie")
    assert (longer.detail["since"], longer.detail["until"]) == ("2027-01-01", "2027-12-31")
    with reading():
        assert left in queries.history_of_unit(ward, posts=False, limit=20)


def test_a_leader_registered_afterwards_by_a_file_is_told_of(loaded):
    done(units("P2;Post 2;;HF;;;2026-01-01;"), posts("200;P2;leader;2026-02-01;"))

    with reading():
        (told,) = queries.registered_after([Unit.objects.get(code="P2")], date(2026, 3, 1))

    assert told.text == "Ga Per Lie ansvaret som leder i Post 2"


def test_a_last_day_corrected_by_a_file_moves_the_posts(loaded):
    def left(day: str) -> date | None:
        done(SourceFile("p.csv", f"{PEOPLE};left_on\n100;Kari Moen;;;P1;{day}".encode()))
        return Appointment.objects.get(role="leader").valid_to

    assert left("2026-12-31") == date(2026, 12, 31)
    assert left("2026-11-20") == date(2026, 11, 20)
    done(posts("100;P1;leader;2026-11-16;"))
    assert left("2027-01-31") == date(2027, 1, 31)


def test_whoever_had_left_is_taken_back_by_a_file_without_the_old_posts(loaded):
    def said(word: str, *more: SourceFile):
        file = SourceFile("p.csv", f"{PEOPLE};left_on\n100;Kari Moen;;;P1;{word}".encode())
        return apply(plan(file, *more, on=date(2026, 11, 17)), by=None, now=NOW)

    said("2026-11-16")
    said("")
    assert Person.objects.get(employee_number="100").left_on == date(2026, 11, 16)
    with pytest.raises(HasErrors):
        said("", posts("100;P1;leader;2026-11-18;"))
    said("tilbake", posts("100;P1;leader;2026-11-18;"))

    kari = Person.objects.get(employee_number="100")
    ends = kari.appointments.order_by("valid_from").values_list("valid_to", "agreed_to")
    assert (kari.left_on, list(ends)) == (None, [(date(2026, 11, 16), None), (None, None)])
    assert "Registrerte at Kari Moen har begynt igjen" in {entry.text for entry in entries()}
    assert said("Tilbake").is_empty


def test_whoever_was_to_leave_is_taken_back_by_a_file_with_the_posts_as_agreed(loaded):
    def said(word: str):
        done(SourceFile("p.csv", f"{PEOPLE};left_on\n100;Kari Moen;;;P1;{word}".encode()))
        return Appointment.objects.get(role="leader")

    agreed = Appointment.objects.get(role="leader").valid_to
    assert said("2026-12-31").ends_with_person

    back = said("tilbake")

    assert (back.valid_to, back.ends_with_person) == (agreed, False)
    latest = {entry.text: entry for entry in entries()}
    stays = latest["Registrerte at Kari Moen likevel ikke har sluttet"]
    assert stays.detail["led"] == [back.unit_id]


def test_posts_elsewhere_neither_end_nor_come_back_by_a_file(loaded):
    done(units("P2;Post 2;;HF;;;;"), posts("100;P2;employee;;"))
    own = frozenset(Unit.objects.exclude(code="P2").values_list("pk", flat=True))
    for word in ("2026-12-31", "tilbake"):
        file = SourceFile("p.csv", f"{PEOPLE};left_on\n100;Kari Moen;;;P1;{word}".encode())
        assert errors(file, within=own) == [(2, "left_on")]
        done(file)


def test_nobody_leaves_or_returns_by_an_own_file(loaded):
    file = SourceFile(
        "p.csv", f"{PEOPLE};left_on\n100;Kari Moen;Leder;kari@test.example;P1;2026-12-01".encode()
    )
    rule = NotOneself(Person.objects.get(employee_number="100").pk, frozenset())

    assert errors(file) == []
    assert errors(file, not_oneself=rule) == [(2, "left_on")]


def test_a_second_import_changes_nothing(loaded):
    before, revised, trail = snapshot(), revision(), len(entries())

    again = done(units(*TREE), people(*STAFF), posts(*ROLE_ROWS))

    assert counts(again) == {"units": (0, 0, 4), "people": (0, 0, 2), "appointments": (0, 0, 2)}
    assert (snapshot(), revision(), len(entries())) == (before, revised, trail)


def test_the_queries_do_not_grow_with_the_rows(loaded):
    def many(number: int) -> tuple[SourceFile, ...]:
        rows = range(number)
        return (
            units(*(f"X{number}-{row};Enhet {row};;HF;;;;" for row in rows)),
            people(*(f"X{number}-{row};Person {row};;;X{number}-{row}" for row in rows)),
            posts(*(f"X{number}-{row};X{number}-{row};leader;;" for row in rows)),
        )

    with counted(20):
        done(*many(3))
    with counted(20):
        done(*many(60))


def test_nothing_is_imported_when_the_last_row_fails(loaded):
    before = snapshot()
    files = (
        units("NY;Ny;;HF;;;;"),
        people("300;Liv;;;NY"),
        posts("300;NY;leader;;", "300;NY;konge;;"),
    )

    with pytest.raises(HasErrors) as refused:
        done(*files)

    assert [(error.file, error.row) for error in refused.value.plan.errors] == [
        ("appointments.csv", 3)
    ]
    assert snapshot() == before


def test_what_others_changed_after_the_preview_is_seen(loaded):
    previewed = plan(units("NY;Ny;;K1;;;;"))
    clinic = Unit.objects.get(code="K1")
    commands.end_unit(unit=Unit.objects.get(code="P1"), valid_to=TODAY, by=None, now=NOW)
    commands.end_unit(unit=clinic, valid_to=TODAY, by=None, now=NOW)

    with pytest.raises(HasErrors):
        apply(previewed, by=None, now=NOW)

    assert not Unit.objects.filter(code="NY").exists()


# Encoding, separators and columns


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_separators_and_byte_order_mark(db, separator, bom):
    text = f"{UNITS}\r\nA;«Æ, Ø» og Å;;;;;;\r\n".replace(", ", " ").replace(";", separator)

    found = plan(SourceFile("units.csv", (bom + text).encode()))

    assert found.errors == []
    assert found.units.new[0].name == "«Æ Ø» og Å"


def test_quoted_separators_and_blank_lines(db):
    found = plan(
        units('A;"Post; med ""sitat""\nog linjeskift";;;;;;', "", ";;;;;;;", "B;Post;;C;;;;")
    )

    assert found.units.new[0].name == 'Post; med "sitat" og linjeskift'
    assert [(error.row, error.column) for error in found.errors] == [(5, "parent")]


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04\x14", b"\xd0\xcf\x11\xe0", b"%PDF-1.7\n", b"\x89PNG\r\n"]
)
def test_what_is_no_text_is_said_to_be_no_csv(db, start):
    (error,) = plan(SourceFile("enheter.xlsx", start + b"\xff\x00")).errors

    assert "ikke en CSV-fil" in error.message
    assert "Latin-1" not in error.message


def test_latin_1_is_refused_with_its_row(db):
    data = f"{UNITS}\nA;Post;;;;;;\nB;Sengepost blå;;;;;;".encode("latin-1")

    (error,) = plan(SourceFile("units.csv", data)).errors

    assert (error.file, error.row) == ("units.csv", 3)
    assert "UTF-8" in error.message
    assert "Latin-1" in error.message


@pytest.mark.parametrize(
    ("data", "row"),
    [
        (b"", 0),
        (b"\xef\xbb\xbf\n \n", 0),
        (f"{UNITS}\nA;B;;;;;;".encode("utf-16-le"), 1),
        (b"a;b;c\n1;2;3", 1),
        (b"%PDF-1.7\n%\xe2\xe3", 0),
        (f'{UNITS}\nA;"B"b;;;;;;'.encode(), 2),
        (f'{UNITS}\nA;"B;;;;;;'.encode(), 2),
        (f"{UNITS};code\n".encode(), 1),
        (f"{UNITS}\nA;B;;;;;\n".encode(), 2),
        (f"{UNITS}\nA;B;;;;;;;\n".encode(), 2),
    ],
)
def test_what_is_not_a_table_is_refused(db, data, row):
    assert [error.row for error in plan(SourceFile("units.csv", data)).errors] == [row]


def test_unknown_and_missing_columns(db):
    header = UNITS.replace("level", "nivå")

    assert errors(units("A;B;;;;;;", header=header)) == [(1, "level"), (1, "nivå")]


def test_a_file_is_known_by_its_columns_whatever_its_name(db):
    found = plan(SourceFile("eksport (2).csv", f"{PEOPLE}\n100;Kari;;;".encode()))

    assert counts(found)["people"] == (1, 0, 0)


# Rows that are refused


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (";Uten kode;;;;;;", "code"),
        ("A;;;;;;;", "name"),
        (f"A;{'x' * 201};;;;;;", "name"),
        ("A;Navn;;FINNES-IKKE;;;;", "parent"),
        ("A;Navn;;;123456789;;;", "organisation_number"),
        ("A;Navn;;;98397488;;;", "organisation_number"),
        ("A;Navn;;;;kanskje;;", "is_trust"),
        ("A;Navn;;;;;2026-02-30;", "valid_from"),
        ("A;Navn;;;;;1.1.26;", "valid_from"),
        ("A;Navn;;;;;;i morgen", "valid_to"),
        ("A;Navn;;;;;2026-01-01;2025-12-31", "valid_to"),
        ("A;Navn;;A;;;;", "parent"),
        ("A;Navn for 13097248022;;;;;;", "name"),
    ],
)
def test_a_unit_is_refused(db, row, column):
    assert errors(units("RIKTIG;Riktig;;;;;;", row)) == [(3, column)]


def test_an_identity_number_is_not_repeated_in_the_message(db):
    number = "13097248022"

    assert errors(people(f"{number};Kari;;;")) == [(2, "number")]
    assert number not in messages(people(f"{number};Kari;;;"))


def test_codes_and_numbers_stand_once_also_across_files(db):
    other = SourceFile("flere.csv", f"{UNITS}\nA;Enhet;;;;;;".encode())

    assert errors(units("A;En;;;;;;", "A;To;;;;;;")) == [(3, "code")]
    assert "rad 2" in messages(units("A;En;;;;;;", "A;To;;;;;;"))
    assert errors(units("A;En;;;;;;"), other) == [(2, "code")]
    assert errors(people("1;Kari;;;", "1;Per;;;")) == [(3, "number")]


def test_circles_are_shown_on_each_of_their_rows(db):
    files = units("A;A;;C;;;;", "B;B;;A;;;;", "C;C;;B;;;;", "D;D;;A;;;;")

    assert errors(files) == [(2, "parent"), (3, "parent"), (4, "parent")]
    assert "→" in messages(files)


def test_a_circle_with_units_that_are_there_already(loaded):
    assert errors(units("HF;Test sykehus HF;HF;P1;;1;;")) == [(2, "parent")]


def test_rows_below_a_refused_one_are_not_blamed(db):
    files = (
        units("A;Navn;;;feil;;;", "B;Navn;;A;;;;"),
        people("1;Kari;;ikke-epost;A", "2;Per;;;A"),
        posts("1;A;leader;;", "2;B;leader;;"),
    )

    assert errors(*files) == [(2, "email"), (2, "organisation_number")]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (";Kari;;;", "number"),
        ("1;;;;", "name"),
        ("1;Kari;;kari@;", "email"),
        ("1;Kari;;;FINNES-IKKE", "home_unit"),
    ],
)
def test_a_person_is_refused(db, row, column):
    assert errors(people(row)) == [(2, column)]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("999;P1;leader;;", "person"),
        ("100;FINNES-IKKE;leader;;", "unit"),
        ("100;P1;konge;;", "role"),
        ("100;P1;;;", "role"),
        ("100;K1;leader;31.01.2021;", "valid_from"),
        ("100;P1;leader;2026-13-01;", "valid_from"),
        ("200;HF;employee;2026-12-31;", "valid_from"),
        ("200;HF;employee;2020-01-01;2021-02-01", "valid_from"),
        ("200;HF;leader;2022-01-01;2021-12-31", "valid_to"),
    ],
)
def test_a_post_is_refused(loaded, row, column):
    assert (2, column) in errors(posts(row))


def test_a_post_stands_once(loaded):
    again = "100;K1;leader;2022-01-01;"

    assert errors(posts(again, again)) == [(3, "")]
    assert errors(posts(again, "100;K1;leader;2023-01-01;")) == [(3, "valid_from")]
    assert errors(posts(again, "100;K1;employee;2023-01-01;")) == []


def test_an_unknown_role_names_those_there_are(loaded):
    assert "leader" in messages(posts("100;P1;konge;;"))


# Changes to what is there already


def test_a_unit_that_is_renamed_and_moved_goes_on_in_its_history(loaded):
    done(units("K2;Klinikk 2;klinikk;HF;;0;;"))
    found = done(units("K1;Klinikk én;klinikk;K2;;0;;"))

    clinic, ward = Unit.objects.get(code="K1"), Unit.objects.get(code="P1")
    before, after = clinic.editions.order_by("valid_from")
    assert counts(found)["units"] == (0, 1, 0)
    assert found.units.changed[0].changed == {"name": "Klinikk 1", "parent": "HF"}
    assert (before.name, before.parent.code, before.valid_to) == (
        "Klinikk 1",
        "HF",
        date(2026, 11, 15),
    )
    assert (after.name, after.parent.code, after.valid_from) == ("Klinikk én", "K2", TODAY)
    assert ward.path == f"{clinic.path}{ward.pk}."
    assert clinic.trust.code == ward.trust.code == "HF"
    assert ward.editions.count() == 1


@pytest.mark.parametrize(
    "row",
    [
        "K1;Klinikk 1;klinikk;RHF;;0;;",
        "K1;Klinikk 1;klinikk;;;0;;",
        "K1;Klinikk 1;klinikk;HF;;1;;",
        "HF;Sykehus HF;helseforetak;RHF;;0;;",
    ],
)
def test_a_unit_never_changes_trust(loaded, row):
    assert errors(units(row)) == [(2, "parent")]
    assert "sakene hører til der de skjedde" in messages(units(row))


def test_a_new_number_does_not_make_an_edition(loaded):
    done(units("K1;Klinikk 1;klinikk;HF;974795930;0;;"))

    clinic = Unit.objects.get(code="K1")
    assert clinic.organisation_number == "974795930"
    assert clinic.editions.count() == 1


def test_changed_twice_in_a_day_is_one_edition(loaded):
    done(units("K1;Første;klinikk;HF;;;;"))
    done(units("K1;Andre;klinikk;HF;;;;"))

    names = (
        Unit.objects.get(code="K1").editions.order_by("valid_from").values_list("name", flat=True)
    )
    assert list(names) == ["Klinikk 1", "Andre"]


def test_a_unit_that_ends_takes_its_posts_along(loaded):
    ward = Unit.objects.get(code="P1")
    commands.name_deputy(
        person=Person.objects.get(employee_number="200"),
        unit=ward,
        valid_from=TODAY,
        valid_to=None,
        by=None,
        now=NOW,
    )

    done(units("P1;Post 1;post;K1;;;;2026-11-30"))

    ward.refresh_from_db()
    post, deputyship = Appointment.objects.get(unit=ward), Deputyship.objects.get()
    last = date(2026, 11, 30)
    assert ward.valid_to == post.valid_to == deputyship.valid_to == last
    assert ward.editions.get().valid_to == last


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("K1;Klinikk 1;klinikk;HF;;0;2021-02-01;2026-11-30", "valid_to"),  # the ward below lasts
        ("P1;Post 1;post;K1;;;;2026-11-15", "valid_to"),  # before it began
        ("P1;Post 1;post;K1;;;2020-01-01;", "valid_from"),
    ],
)
def test_a_change_of_days_is_refused(loaded, row, column):
    assert (2, column) in errors(units(row))


def test_a_unit_with_later_posts_does_not_end_before_them(loaded):
    done(posts("200;P1;employee;2027-01-01;"))

    assert errors(units("P1;Post 1;post;K1;;;;2026-12-31")) == [(2, "valid_to")]
    assert errors(units("P1;Nytt navn;post;K1;;;;2026-11-15")) != []


def test_a_unit_that_has_ended_is_not_opened_again(loaded):
    commands.end_unit(unit=Unit.objects.get(code="P1"), valid_to=TODAY, by=None, now=NOW)

    found = done(units("P1;Post 1;post;K1;;;;"))

    assert counts(found)["units"] == (0, 0, 1)
    assert "åpnes ikke igjen" in found.notes[0].message
    assert Unit.objects.get(code="P1").valid_to == TODAY


def test_people_and_posts_change(loaded):
    found = done(
        people("100;Kari Moen;Avdelingsleder;kari@test.example;K1"),
        posts("200;HF;employee;2021-02-01;2027-12-31", "100;P1;leader;;2026-12-31"),
    )

    kari = Person.objects.get(employee_number="100")
    assert counts(found) == {"units": (0, 0, 0), "people": (0, 1, 0), "appointments": (0, 2, 0)}
    assert (kari.title, kari.home_unit.code) == ("Avdelingsleder", "K1")
    assert kari.appointments.get().valid_to == date(2026, 12, 31)


# Limits: an administrator of a part


def within(code: str) -> frozenset[int]:
    path = Unit.objects.get(code=code).path
    return frozenset(Unit.objects.filter(path__startswith=path).values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("file", "allowed"),
    [
        (units("NY;Ny;;P1;;;;"), True),
        (units("NY;Ny;;K1;;;;", "NYERE;Nyere;;NY;;;;"), True),
        (units("K1;Nytt navn;klinikk;HF;;0;;"), True),
        (units("HF;Test sykehus HF;HF;RHF;;1;;"), True),  # as it is already
        (units("HF;Nytt navn;HF;RHF;;1;;"), False),
        (units("NY;Ny;;HF;;;;"), False),
        (units("NY;Ny topp;;;;;;"), False),
        (units("P1;Post 1;post;HF;;;;"), False),
        (people("300;Liv;;;P1"), True),
        (people("300;Liv;;;HF"), False),
        (people("300;Liv;;;"), False),
        (people("100;Kari Ny;Leder;kari@test.example;P1"), True),
        (people("100;Kari Moen;Leder;kari@test.example;HF"), False),
        (posts("200;K1;employee;;"), True),
        (posts("200;HF;leader;;"), False),
        (posts("200;HF;employee;2021-02-01;2027-12-31"), False),
    ],
)
def test_only_the_own_part_is_changed(loaded, file, allowed):
    assert (errors(file, within=within("K1")) == []) is allowed


# Export and the command line


def test_export_and_import_again_is_unchanged(loaded, register, appoint):
    done(
        units(
            'F;"=SUM(1;2) ""A""";;HF;;;;',
            "-M;-Minus;;F;;;;",
            "SLUTT;Slutt;;HF;;;2020-01-01;2024-12-31",
        )
    )
    appoint(register("Uten Nummer"), Unit.objects.get(code="P1"), valid_from=TODAY)
    before = snapshot()

    with counted(4):
        files = exported()
    again = done(*(SourceFile(name, data) for name, data in files.items()))

    assert again.notes == []
    assert counts(again) == {"units": (0, 0, 7), "people": (0, 0, 3), "appointments": (0, 0, 3)}
    assert snapshot() == before
    assert b"'=SUM" in files["units.csv"]


def test_export_of_a_part_and_import_again(loaded):
    part = within("K1")

    files = {name: data.decode("utf-8-sig") for name, data in exported(part).items()}

    assert [line.split(";")[0] for line in files["units.csv"].splitlines()] == ["code", "K1", "P1"]
    assert "Kari" in files["people.csv"]
    assert "Per" not in files["people.csv"]
    assert len(files["appointments.csv"].splitlines()) == 2
    again = plan(*(SourceFile(name, text.encode()) for name, text in files.items()), within=part)
    assert (again.errors, again.is_empty) == ([], True)


LEAVING = "number;name;title;email;home_unit;left_on"


def leaving(*rows: str) -> SourceFile:
    return SourceFile("people.csv", "\n".join([LEAVING, *rows]).encode())


def test_a_last_day_ends_what_the_person_holds_and_comes_out_again(loaded):
    row = "100;Kari Moen;Leder;kari@test.example;P1;30.11.2026"
    kari = Person.objects.get(employee_number="100")
    Appointment.objects.create(
        person=kari, unit=Unit.objects.get(code="K1"), role="employee", valid_from=START
    )

    found = plan(leaving(row))
    done(leaving(row), posts(*ROLE_ROWS))

    assert found.people.changed[0].changed == {"left_on": None}
    kari.refresh_from_db()
    assert kari.left_on == date(2026, 11, 30)
    assert {post.valid_to for post in kari.appointments.all()} == {kari.left_on}
    again = [SourceFile(name, data) for name, data in exported().items()]
    assert b";P1;2026-11-30" in exported()["people.csv"]
    assert plan(*again).is_empty
    assert plan(people(*STAFF), posts(*ROLE_ROWS)).is_empty


@pytest.mark.parametrize(
    ("day", "rows", "error"),
    [
        ("31. oktober", (), (2, "left_on")),
        ("2019-12-31", (), (2, "left_on")),
        ("2026-11-16", ("100;K1;employee;2026-12-01;",), (2, "valid_from")),
    ],
)
def test_a_last_day_that_cannot_be(loaded, day, rows, error):
    file = leaving(f"100;Kari Moen;Leder;kari@test.example;P1;{day}")

    assert error in errors(file, posts(*rows) if rows else file)


@pytest.mark.parametrize(("had", "allowed"), [("", False), ("P1", True), ("HF", False)])
def test_one_without_a_home_is_not_taken_over_by_number(loaded, had, allowed):
    """Whoever knows a number could else open an account in that name."""
    per = Person.objects.get(employee_number="200")
    per.appointments.all().delete()
    if had:
        Appointment.objects.create(
            person=per,
            unit=Unit.objects.get(code=had),
            role="employee",
            valid_from=date(2022, 1, 1),
            valid_to=date(2022, 12, 31),
        )
    file = people("200;Per Lie;Sykepleier;;P1")

    assert (errors(file, within=within("K1")) == []) is allowed
    assert errors(file, within=within("RHF")) == []


def test_export_of_commands_and_import_into_nothing(tree, register, appoint):
    appoint(register("Kari", employee_number="1", home_unit=tree.m1), tree.m1)
    commands.move_unit(unit=tree.m1, parent=tree.kir, valid_from=TODAY, by=None, now=NOW)
    files = [SourceFile(name, data) for name, data in exported().items()]
    for table in (Appointment, Person, UnitEdition, Unit):
        rows = table.objects.all()
        rows._raw_delete(rows.db)

    found = done(*files)

    assert found.errors == []
    assert exported() == {source.name: source.data for source in files}
    assert Appointment.objects.get().valid_from == START


def report(tmp_path, **contents: bytes):
    paths = []
    for name, data in contents.items():
        paths.append(tmp_path / f"{name}.csv")
        paths[-1].write_bytes(data)
    return paths


def run(paths, **facts):
    given = {"mapping": None, "dry_run": False, "roles": ROLES, "by": None, "now": NOW}
    return run_import(paths, **given | facts)


def test_run_import_rehearses_and_then_applies(db, tmp_path):
    paths = report(tmp_path, units=units(*TREE).data)

    rehearsed = run(paths, dry_run=True)
    assert (rehearsed.applied, Unit.objects.count()) == (False, 0)
    assert rehearsed.lines() == [
        "Enheter: 4 nye, 0 endret, 0 uendret",
        "Prøvekjøring: ingenting er endret.",
    ]
    applied = run(paths)
    assert applied.as_json()["counts"]["units"] == {"new": 4, "changed": 0, "unchanged": 0}
    assert (applied.applied, applied.lines()[-1]) == (True, "Importert.")


def test_run_import_tells_each_error(db, tmp_path):
    told = run(report(tmp_path, units=units("A;;;B;;;;").data))

    assert told.refused
    assert told.lines() == [
        "units.csv, rad 2, name: Feltet må fylles ut.",
        "1 feil. Ingenting er importert.",
    ]
    assert told.as_json()["errors"] == [
        {"file": "units.csv", "row": 2, "column": "name", "message": "Feltet må fylles ut."}
    ]


def test_run_import_of_a_missing_file_or_an_unknown_mapping(db, tmp_path):
    paths = report(tmp_path, units=units(*TREE).data)

    assert run([*paths, tmp_path / "borte.csv"]).refused
    assert "behandlingsenheter" in run(paths, mapping="ukjent").errors[0].message
    assert run(paths, mapping="kommuner").refused
    assert Unit.objects.count() == 0
