"""What others publish comes in whole: real figures of real hospitals, with their real oddities."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from styrk.indicators import queries
from styrk.indicators.imports import Asked, run_import
from styrk.indicators.models import Measurement
from styrk.organisation.models import Unit, UnitEdition

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "indicators"


def there(name):
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the published file {name} is not here (../shared/data/indicators)")
    with path.open(encoding="utf-8-sig") as file:
        return path, list(csv.DictReader(file))


@pytest.fixture
def found(world, now):
    """`found(country, codes)`: units straight below a new top, with the names and numbers given."""

    def found(units):
        top = Unit.objects.create(code="no", name="Norge", valid_from=date(2000, 1, 1))
        top.trust, top.path = top, f"{top.pk}."
        top.save()
        made = [
            Unit(code=c, name=n, organisation_number=o, parent=top, valid_from=date(2000, 1, 1))
            for c, n, o in units
        ]
        Unit.objects.bulk_create(made)
        for unit in made:
            unit.trust, unit.path = unit, f"{top.path}{unit.pk}."
        Unit.objects.bulk_update(made, ["trust", "path"])
        UnitEdition.objects.bulk_create(
            UnitEdition(unit=one, name=one.name, parent=one.parent, valid_from=one.valid_from)
            for one in [top, *made]
        )
        return top

    return found


@pytest.fixture
def take(now):
    def take(path, mapping=None, **facts):
        return run_import([path], mapping, Asked(by=None, now=now, **facts))

    return take


def test_attendances_of_english_hospitals(define, found, take):
    path, rows = there("nhsr_ae_attendances.csv")
    top = found((code, code, "") for code in sorted({row["org_code"] for row in rows}))
    since = {"unit": top, "valid_from": date(2016, 1, 1)}
    for kind in ("1", "2", "other"):
        define(f"ae-{kind}-over4t", **since)
        define(f"ae-{kind}-besok", kind="count", **since)
        define(f"ae-{kind}-innlagt", **since)

    report = take(path, accept_valid=True)
    again = take(path, accept_valid=True)

    # A few published rows cannot be: no attendances, or more admitted than came.
    assert report.new + len(report.errors) == 3 * len(rows)
    assert {error.message for error in report.errors} <= {
        "Nevneren er null.",
        "Telleren er større enn nevneren: andelen blir over 100\u00a0%.",
    }
    assert len(report.errors) < 0.02 * 3 * len(rows)
    assert (again.new, again.unchanged) == (0, report.new)
    major = [row for row in rows if row["type"] == "1" and row["period"] == "2017-03-01"]
    (indicator,) = [one for one in queries.kept_by(top) if one.code == "ae-1-besok"]
    series = queries.series(indicator, top, upto=date(2017, 3, 31))
    assert series.latest.value == sum(float(row["attendances"]) for row in major)


def test_the_quality_registers(define, found, take):
    path, rows = there("kvalitetsregister_indikatorverdier.csv")
    _path, definitions = there("kvalitetsregister_indikatordefinisjoner.csv")
    names = {row["orgnr"]: row["unit_name"] for row in rows}
    top = found((f"kr-{number}", name, "") for number, name in names.items())
    least = {row["id"]: row["min_denominator"] or "0" for row in definitions}
    up = {row["ind_id"]: row["level_direction"] == "1" for row in rows}
    for code in sorted(up):
        define(
            code,
            unit=top,
            rhythm="year",
            valid_from=date(2000, 1, 1),
            least=Decimal(least.get(code, "0")),
            direction="up" if up[code] else "down",
        )

    report = take(path)

    assert report.new + len(report.errors) == len(rows)
    assert [error.message for error in report.errors] == []
    hip = queries.indicator_by_code("hoftebrudd_1aar")
    nation = Unit.objects.get(code="kr-1")
    series = queries.series(hip, nation, upto=date(2019, 12, 31))
    assert (series.points[0].denominator, series.points[0].numerator) == (5879, 5406)
    assert series.points[1].value == pytest.approx(93.15, abs=0.01)


def test_waiting_times_and_patients_in_corridors(define, found, take):
    path, rows = there("nki_ventetid_korridor_hf.csv")
    top = found({(row["orgnr"], row["lokasjon"], row["orgnr"]) for row in rows})
    since = {"unit": top, "kind": "single", "rhythm": "year", "valid_from": date(2000, 1, 1)}
    define("nki-374", measured_in="dager", **since)
    define("nki-157", measured_in="pasienter/døgn", **since)

    report = take(path)

    assert (report.new, report.errors, report.applied) == (len(rows), [], True)
    ahus = Unit.objects.get(code="983971636")
    series = queries.series(queries.indicator_by_code("nki-374"), ahus, upto=date(2024, 12, 31))
    assert [point.value for point in series.points] == [62.48, 69.61, 73.93, 74.53]


def test_beds_and_staff(define, found, take):
    path, rows = there("ssb_hf_kapasitet_2024_2025.csv")
    names = sorted({row["helseforetak"] for row in rows})
    top = found((f"hf{number}", name, "") for number, name in enumerate(names))
    measures = {row["metric"]: row["unit"] for row in rows}
    since = {"unit": top, "rhythm": "year", "valid_from": date(2000, 1, 1)}
    for metric, measure in measures.items():
        kind = "single" if measure == "%" else "count"
        define(f"ssb-{metric}", kind=kind, measured_in=measure, **since)

    report = take(path)

    assert (report.new, report.errors) == (len(rows), [])
    assert Measurement.objects.count() == len(rows)
