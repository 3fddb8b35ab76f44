"""Values from files: every way people write numbers and periods, and every row that cannot be right."""

import io
import time
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from styrk.core.files import SourceFile
from styrk.core.scope import Units
from styrk.indicators import exports
from styrk.indicators.imports import MAX_BYTES, Asked, import_values
from styrk.indicators.imports.dates import NotAPeriod, in_rhythm, period
from styrk.indicators.imports.numerals import NotANumber, decimal_sign, number
from styrk.indicators.models import Batch, Measurement

JAN, FEB = date(2026, 1, 1), date(2026, 2, 1)
HEADER = "indikator;enhet;periode;teller;nevner;hva;grunn"


@pytest.mark.parametrize(
    ("text", "rhythm", "first"),
    [
        ("2025-12", "month", date(2025, 12, 1)),
        ("12.2025", "month", date(2025, 12, 1)),
        ("2025M12", "month", date(2025, 12, 1)),
        ("202512", "month", date(2025, 12, 1)),
        ("des. 2025", "month", date(2025, 12, 1)),
        ("Desember 2025", "month", date(2025, 12, 1)),
        ("des 25", "month", date(2025, 12, 1)),
        ("2025 mai", "month", date(2025, 5, 1)),
        ("31.12.2025", "month", date(2025, 12, 1)),
        ("1.12.2025", "month", date(2025, 12, 1)),
        ("2025-12-01", "month", date(2025, 12, 1)),
        ("2025 T1", "tertial", date(2025, 1, 1)),
        ("T3 2025", "tertial", date(2025, 9, 1)),
        ("2. tertial 2025", "tertial", date(2025, 5, 1)),
        ("2025K2", "quarter", date(2025, 4, 1)),
        ("Q4 2025", "quarter", date(2025, 10, 1)),
        ("1. halvår 2025", "half", date(2025, 1, 1)),
        ("uke 1 2026", "week", date(2025, 12, 29)),
        ("2026-W05", "week", date(2026, 1, 26)),
        ("2025", "year", date(2025, 1, 1)),
        ("31.12.2025", "year", date(2025, 1, 1)),
        ("05.03.2026", "day", date(2026, 3, 5)),
    ],
)
def test_periods_as_people_write_them(text, rhythm, first):
    assert in_rhythm(period(text), rhythm) == first


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [("2025", "month"), ("2025-12", "tertial"), ("15.12.2025", "month"), ("2025 T1", "quarter")],
)
def test_a_period_of_another_rhythm_is_none(text, rhythm):
    assert in_rhythm(period(text), rhythm) is None


@pytest.mark.parametrize(
    "text", ["", "snart", "2025 T4", "32.1.2025", "uke 54 2025", "13.2025", "25", "٢٠٢٥"]
)
def test_what_is_no_period(text):
    with pytest.raises(NotAPeriod):
        period(text)


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("1 234,5", ",", "1234.5"),
        ("1.234,5", ",", "1234.5"),
        ("1\u202f234", ",", "1234"),
        ("1.234", ",", "1234"),
        ("−0,5", ",", "-0.5"),
        ("7,5 %", ",", "7.5"),
        ("1.234", ".", "1.234"),
        ("1,234,567.8", ".", "1234567.8"),
        ("21289.0", ".", "21289.0"),
        ("1234", "", "1234"),
    ],
)
def test_numbers_as_people_write_them(text, sign, value):
    assert number(text, sign=sign, suffix="%") == Decimal(value)


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["12", "1 234"], ""),
        (["12.345", "-1.234"], ""),
        (["12.345", "7,5"], ","),
        (["12.345", "7,5 %"], ","),
        (["12.345", "1.234.567"], ","),
        (["12.345", "7.5"], "."),
        (["12.345", "0.123"], "."),
        (["1234.567"], "."),
        (["1,234,567.8"], "."),
        (["3.5", "7,5"], ","),
    ],
)
def test_the_other_numbers_tell_what_a_point_is(texts, sign):
    assert decimal_sign(texts) == sign


def test_what_reads_both_ways_is_refused_with_both(world, define, take, stands):
    define("fall", kind="count")

    report = take("fall;f.med.1.a;2026-01;12.345;;;", "fall;f.med.1.b;2026-01;7;;;")

    assert messages(report) == {
        (2, "teller"): "«12.345» kan leses på to måter. Skriv 12345 hvis det er tusener, "
        "eller 12,345 hvis det er desimaler."
    }
    assert not Measurement.objects.exists()


def test_a_file_where_all_have_a_comma_and_a_percent_sign(world, define, take, stands):
    share = define("share", measured_in="%", factor=100)

    take(
        "share;f.med.1.a;2026-01;7,5 %;1000",
        header="indikator;enhet;periode;verdi;nevner",
    )

    assert stands(share, JAN)["f.med.1.a"][:2] == (75, 1000)


@pytest.mark.parametrize("text", ["12.5", "ca. 5", "5 dager", "", "=A1", "1/2", "0x10", "١٢"])
def test_what_is_no_number(text):
    with pytest.raises(NotANumber):
        number(text, sign=",", suffix="%")


@pytest.fixture
def take(now, quality_adviser):
    """`take("row", "row")`: our own columns; or `data=b...`, whole."""

    def take(*rows, header=HEADER, data=None, name="tall.csv", **facts):
        content = data if data is not None else "\r\n".join([header, *rows]).encode("utf-8-sig")
        asked = Asked(by=quality_adviser, now=now, **facts)
        return import_values([SourceFile(name, content)], asked)

    return take


def messages(report):
    return {(one.row, one.column): one.message for one in report.errors}


def test_values_come_in_and_are_remembered_as_a_batch(world, define, take, stands):
    falls = define("fall", whole="no")

    report = take(
        "fall;f.med.1.a;jan. 2026;5;100;;",
        "fall;f.med.1.a;2026-02;5,5;100;faktisk;",
        "fall;f.med.1.b;31.01.2026;1;1 300;budsjett;",
    )

    assert (report.new, report.errors, report.applied) == (3, [], True)
    assert stands(falls, FEB)["f"] == (5.5, 100, False, 1)
    batch = Batch.objects.get()
    assert (batch.name, batch.rows) == ("tall.csv", 3)
    assert Measurement.objects.filter(batch=batch).count() == 3


BAD = (
    "fall;f.med.1.a;jan. 2026;5;100;;",  # 2: right
    "fall;finnes.ikke;jan. 2026;5;100;;",
    "fjas;f.med.1.a;jan. 2026;5;100;;",
    "fall;f.med.1.a;2026;5;100;;",
    "fall;f.med.1.a;2026-02;-5;100;;",
    "fall;f.med.1.a;2026-03;101;100;;",
    "fall;f.med.1.a;2026-04;5;0;;",
    "fall;f.med.1.a;2026-05;5;;;",
    "fall;f.med.1.a;2027-01;5;100;;",
    "fall;g.med.1.a;2026-01;5;100;;",
    "fall;f.med.1.b;2026-01;5;100;;",  # 12: two values
    "fall;f.med.1.b;2026-01;6;100;;",
    "fall;f.med.1.a;2026-06;fem;100;;",
    "fall;f.med.1.a;2026-07;5;100",
    "fall;f.med.1.a;2026-08;5;100;kanskje;",
    "fall;f.med.1.a;2026-11;5;100;;",
)


def test_each_row_that_cannot_be_right_says_why(world, define, take):
    define("fall")

    report = take(*BAD)

    assert not report.applied
    assert report.refused
    assert Measurement.objects.count() == 0
    assert messages(report) == {
        (3, "enhet"): "Vi kjenner ingen enhet med koden «finnes.ikke».",
        (4, "indikator"): "Vi kjenner ingen indikator med koden «fjas».",
        (5, "periode"): "«2026» passer ikke: indikatoren måles per måned.",
        (6, "teller"): "Tallet kan ikke være negativt.",
        (7, "teller"): "Telleren er større enn nevneren: andelen blir over 100\u00a0%.",
        (8, "nevner"): "Nevneren er null.",
        (9, "nevner"): "Nevneren mangler.",
        (10, "periode"): "Perioden har ikke begynt.",
        (11, "enhet"): "Enheten hører ikke til Fjordheim sykehus, som holder indikatoren.",
        (12, "teller"): "Samme enhet og periode står med en annen verdi i fila (se rad 13).",
        (13, "teller"): "Samme enhet og periode står med en annen verdi i fila (se rad 12).",
        (14, "teller"): "«fem» er ikke et tall.",
        (15, ""): "Raden har 5 felt, men overskriften har 7.",
        (16, "hva"): "«kanskje» er verken faktisk, budsjett eller estimat.",
        (17, "periode"): "Perioden er ikke over før 30.11.2026.",
    }


def test_all_that_is_wrong_in_a_row_is_told_at_once(world, define, take):
    define("fall")

    report = take("fall;finnes.ikke;2026-01;fem;100;kanskje;", "fjas;ingen;2026-01;5;100;;")

    assert messages(report) == {
        (2, "enhet"): "Vi kjenner ingen enhet med koden «finnes.ikke».",
        (2, "teller"): "«fem» er ikke et tall.",
        (2, "hva"): "«kanskje» er verken faktisk, budsjett eller estimat.",
        (3, "enhet"): "Vi kjenner ingen enhet med koden «ingen».",
        (3, "indikator"): "Vi kjenner ingen indikator med koden «fjas».",
    }


def test_the_rest_is_taken_only_by_choice(world, define, take, stands):
    falls = define("fall")

    report = take(*BAD, accept_valid=True)

    assert (report.new, report.applied, report.refused, len(report.errors)) == (1, True, False, 15)
    assert stands(falls, JAN)["f.med.1.a"] == (5, 100, True, 1)


def test_a_rehearsal_does_nothing_and_tells_the_same(world, define, take):
    define("fall")
    rows = ("fall;f.med.1.a;jan. 2026;5;100;;", "fall;f.med.1.b;jan. 2026;5;100;;")

    rehearsed = take(*rows, dry_run=True)
    assert Measurement.objects.count() == Batch.objects.count() == 0
    done = take(*rows)

    assert (rehearsed.new, rehearsed.applied) == (2, False)
    assert (done.new, done.applied) == (2, True)


def test_another_value_is_a_correction_and_needs_a_reason(world, define, take, stands):
    falls = define("fall")
    take("fall;f.med.1.a;jan. 2026;5;100;;")

    refused = take("fall;f.med.1.a;jan. 2026;4;100;;")
    same = take("fall;f.med.1.a;jan. 2026;5;100;;")
    own = take("fall;f.med.1.a;jan. 2026;4;100;;Talt to ganger")
    every = take("fall;f.med.1.a;jan. 2026;3;100;;", reason="Ny uttrekk")

    assert messages(refused) == {
        (2, "grunn"): "Det står 5/100 her fra før. En retting trenger en grunn."
    }
    assert (same.unchanged, same.applied) == (1, False)
    assert (own.corrected, every.corrected) == (1, 1)
    assert stands(falls, JAN)["f"][0] == 3


def test_one_may_only_record_where_one_answers(world, define, take):
    define("fall")

    report = take(
        "fall;f.med.1.a;jan. 2026;5;100;;",
        "fall;f.kir.2.a;jan. 2026;5;100;;",
        within=Units(ids=frozenset({world.ward.pk})),
        accept_valid=True,
    )

    assert report.new == 1
    assert messages(report) == {(3, "enhet"): "Du kan ikke registrere tall for denne enheten."}


@pytest.mark.parametrize("name", ["fall 13097248022.csv", "kari@sykehus.no.csv"])
def test_a_person_is_not_named_by_the_file(world, define, take, name):
    define("fall")

    report = take("fall;f.med.1.a;jan. 2026;5;100;;", name=name, accept_valid=True)

    assert report.refused
    assert "kjenner igjen en person" in report.errors[0].message
    assert name not in str(report.as_json())
    assert not Batch.objects.exists()


def test_a_person_is_not_named_in_a_reason(world, define, take):
    define("fall")
    take("fall;f.med.1.a;jan. 2026;5;100;;")

    report = take("fall;f.med.1.a;jan. 2026;4;100;;Ring 99 31 20 45")

    assert messages(report) == {(2, "grunn"): "Grunnen kjenner igjen en person. Ta det bort."}
    assert "99 31 20 45" not in "".join(report.lines())


def test_nothing_is_taken_from_a_file_that_numbers_a_person(world, define, take):
    define("fall")

    report = take(
        "fall;f.med.1.a;jan. 2026;5;100;;",
        "fall;f.med.1.a;feb. 2026;4;100;;Gjaldt 13097248022",
        accept_valid=True,
    )

    assert messages(report) == {(3, "grunn"): "Et fødselsnummer står her. Ta det bort fra fila."}
    assert "13097248022" not in "".join(report.lines())
    assert not report.applied


def test_numbers_in_another_measure_are_refused(world, define, take):
    define("vent", kind="single", measured_in="dager")

    report = take(
        "vent;f;2026-01;60,5;dager",
        "vent;f;2026-02;8,5;uker",
        "vent;f;2026-03;61 dager;dager",
        header="indikator;enhet;periode;verdi;måleenhet",
    )

    assert messages(report) == {
        (3, "måleenhet"): "Tallet er i «uker», men indikatoren måles i «dager»."
    }


def test_two_kinds_of_decimals_in_one_file(world, define, take):
    define("vent", kind="single", measured_in="dager")

    report = take(
        "vent;f;2026-01;60,5", "vent;f;2026-02;61.5", header="indikator;enhet;periode;verdi"
    )

    assert messages(report) == {
        (3, "verdi"): "«61.5» har punktum, men fila har desimalkomma. Skriv alle tall likt."
    }


def test_one_column_for_each_indicator(world, define, take, stands):
    falls, beds = define("fall"), define("liggedogn", kind="count")

    report = take(
        "f.med.1.a,2026-01,5,100,900",
        "f.med.1.b,2026-01,,,800",
        header="enhet,måned,fall,fall nevner,liggedogn",
    )

    assert (report.new, report.errors) == (3, [])
    assert stands(beds, JAN)["f.med"][0] == 1700
    assert stands(falls, JAN)["f.med"][:2] == (5, 100)


def test_a_unit_by_its_number_or_name(world, define, take):
    define("vent", kind="single")
    world.trust.organisation_number = "983971636"
    world.trust.save()

    report = take(
        "vent;983971636;2026-01;60",
        "vent;kirurgisk klinikk;2026-02;60",
        header="indikator;enhet;periode;verdi",
        accept_valid=True,
    )

    assert report.new == 1
    assert messages(report)[3, "enhet"].startswith("Flere enheter heter «kirurgisk klinikk».")


def workbook(*rows, formula=None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if formula:
        book.active[formula] = "=1+1"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_workbook(world, define, take, stands):
    cost = define("kroner", kind="count", may_be_negative=True)
    header = HEADER.split(";")

    report = take(
        data=workbook(
            header,
            ["kroner", "f.med.1.a", date(2026, 1, 1), -1234567.125, None, None, None],
            ["kroner", "f.med.1.a", "feb. 2026", "1 234,5", None, "faktisk", None],
            ["kroner", "f.med.1.a", "mars 2026", 123.456, None, None, None],
            ["kroner", "f.med.1.a", "april 2026", 5, None, None, None],
            formula="D5",
        ),
        name="tall.xlsx",
        accept_valid=True,
    )

    assert messages(report) == {(5, "teller"): "Cella har en formel. Lim inn verdien i stedet."}
    assert stands(cost, JAN)["f"][0] == -1234567.125
    assert stands(cost, FEB)["f"][0] == 1234.5
    assert stands(cost, date(2026, 3, 1))["f"][0] == 123.456
    assert report.new == 3


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Fila er tom."),
        (b"x" * (MAX_BYTES + 1), "Fila er større enn 10 MB. Del den opp, og prøv igjen."),
        (b"PK\x03\x04 og tull", ""),
        ("år;beløp\r\n2025;5".encode("latin-1"), "Fila er ikke lagret som UTF-8"),
        (b"farge;antall\r\nrod;5", "Vi finner ikke ut hva kolonnene er."),
        (HEADER.encode() + b'\r\n"fall;', "Raden kan ikke leses."),
        (b"enhet;enhet\r\n1;2", "Kolonnen står flere ganger."),
    ],
)
def test_a_file_that_is_no_table_is_refused_whole(world, define, take, data, said):
    define("fall")

    report = take(data=data)

    assert report.refused
    assert report.errors[0].message.startswith(said)
    assert Measurement.objects.count() == 0


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_written_out_reads_in_the_same(world, define, record, value, take, form):
    falls, cost = define("fall"), define("kroner", kind="count", may_be_negative=True)
    week = define("uke", kind="count", rhythm="week", valid_from=date(2025, 12, 29))
    record(
        values=[
            value(falls, world.ward, JAN, 5, 100),
            value(cost, world.clinic, JAN, "-1234.5"),
            value(cost, world.clinic, FEB, "0.000001", of="budget"),
            value(week, world.ward, date(2025, 12, 29), 7),
        ]
    )

    written = exports.exported([falls, cost, week], world.trust, form)
    report = take(data=written, name=f"ut.{form}")

    assert (report.unchanged, report.new, report.corrected, report.errors) == (4, 0, 0, [])


def test_the_same_values_are_the_same_workbook_whenever_asked_for(
    world, define, record, value, monkeypatch
):
    falls = define("fall")
    record(values=[value(falls, world.ward, JAN, 5, 100)])
    first = exports.exported([falls], world.trust, "xlsx")

    time.sleep(1.1)  # what a workbook says of its own time, it says in whole seconds

    assert exports.exported([falls], world.trust, "xlsx") == first


def test_a_form_to_fill_in(world, define, take, now):
    falls = define("fall")
    form = exports.template([falls], [world.ward, world.second_ward], date(2026, 11, 16))
    book = openpyxl.load_workbook(io.BytesIO(form))
    for row, count in ((2, 5), (3, 6)):
        book.active.cell(row, 4, count)
        book.active.cell(row, 5, 100)
    target = io.BytesIO()
    book.save(target)

    report = take(data=target.getvalue(), name="mal.xlsx")

    assert (report.new, report.errors) == (2, [])
    assert set(Measurement.objects.values_list("period", flat=True)) == {date(2026, 10, 1)}


def test_a_large_file_in_a_few_questions(world, define, take, django_assert_max_num_queries):
    define("fall", unit=world.region, valid_from=date(1990, 1, 1))
    rows = [
        f"fall;{code};{year}-{month:02};5;100;;"
        for code in ("f.med.1.a", "f.med.1.b", "f.kir.2.a", "g.med.1.a", "g.med.1.b")
        for year in range(1990, 2026)
        for month in range(1, 13)
    ]

    with django_assert_max_num_queries(40):
        report = take(*rows)

    assert report.new == 5 * 36 * 12
