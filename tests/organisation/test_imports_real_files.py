"""The published files that the import must take as they are."""

import time
from collections import Counter
from pathlib import Path

import pytest

from styrk.access.roles import ROLES
from styrk.organisation.imports import run_import
from styrk.organisation.models import Unit, UnitEdition
from tests.organisation.conftest import NOW, counted, entries, revision

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "organisation"


def take(name: str, **facts):
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the repository (../shared/data/organisation)")
    given = {"mapping": None, "dry_run": False, "roles": ROLES, "by": None, "now": NOW}
    return run_import([path], **given | facts)


def depths() -> Counter:
    return Counter(unit.path.count(".") for unit in Unit.objects.all())


def counts(report) -> tuple[int, int, int]:
    units = report.counts["units"]
    return (units.new, units.changed, units.unchanged)


def test_treatment_units_become_a_tree_of_four_levels():
    before = len(entries())
    start = time.monotonic()

    with counted(14):
        report = take("behandlingsenheter.csv")

    assert time.monotonic() - start < 10
    assert report.errors == []
    # 1,051 rows, 117 hospitals, 26 HF and 5 RHF.
    assert counts(report) == (1199, 0, 0)
    assert Unit.objects.filter(level="Enhet").count() == 1051
    assert set(depths()) == {1, 2, 3, 4}
    assert UnitEdition.objects.count() == 1199
    # One for each unit, and one for each of the 32 legal persons.
    assert len(entries()) == before + 1199 + 32
    kirkenes = Unit.objects.get(code="974795930")
    line = [unit.name for unit in kirkenes_line(kirkenes)]
    assert line == ["Helse Nord RHF", "Finnmarkssykehuset HF", "Klinikk Kirkenes", kirkenes.name]
    assert kirkenes.trust.code == "hf-1"


def kirkenes_line(unit: Unit) -> list[Unit]:
    found = Unit.objects.in_bulk([int(pk) for pk in unit.path.split(".")[:-1]])
    return [found[int(pk)] for pk in unit.path.split(".")[:-1]]


def test_treatment_units_explain_what_is_odd_in_the_file():
    report = take("behandlingsenheter.csv", dry_run=True)

    notes = "\n".join(report.lines())
    assert "rad 6: 978296296 er ikke et gyldig organisasjonsnummer" in notes
    assert "rad 960: Raden sier ikke hvor enheten hører til. Den er lagt øverst." in notes
    assert "sh-66 har flere navn i fila" in notes
    assert sum("organisasjonsnummer" in note.message for note in report.notes) == 5
    assert Unit.objects.count() == 0


def test_treatment_units_with_one_name_at_several_levels_stay_apart():
    take("behandlingsenheter.csv")

    same = Unit.objects.filter(name="Finnmarkssykehuset HF")
    assert sorted(unit.code for unit in same) == ["983974880", "hf-1", "sh-10"]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("behandlingsenheter.csv", 1199),
        ("kvalitetsregister_enheter.csv", 199),
        ("kommuner.csv", 372),
        ("helseforetak_region.csv", 24),
    ],
)
def test_a_second_import_changes_nothing_and_says_so(name, number):
    first = take(name)
    before = (revision(), len(entries()), list(Unit.objects.order_by("pk").values()))

    second = take(name, mapping=name.removesuffix(".csv"))

    assert counts(first) == (number, 0, 0)
    assert counts(second) == (0, 0, number)
    assert (revision(), len(entries()), list(Unit.objects.order_by("pk").values())) == before
    assert not second.applied
    assert second.lines()[-1] == "Alt er likt fra før. Ingenting er endret."


def test_quality_register_units_follow_their_pointers():
    take("kvalitetsregister_enheter.csv")

    assert depths() == {1: 1, 2: 5, 3: 36, 4: 157}
    nation = Unit.objects.get(parent=None)
    assert (nation.code, nation.name, nation.level) == ("kr-1", "Nasjonalt", "Nasjonalt")
    private = Unit.objects.get(code="kr-999")
    assert (private.parent, private.organisation_number) == (nation, "")
    hammerfest = Unit.objects.filter(name__icontains="hammerfest", level="Sykehus")
    assert {unit.trust.name for unit in hammerfest} == {"Finnmark HF"}
    places = Counter(Unit.objects.values_list("parent", "name"))
    assert max(places.values()) == 1


def test_municipalities_are_trusts_under_their_county():
    take("kommuner.csv")

    oslo = Unit.objects.get(code="kommune-0301")
    assert (oslo.name, oslo.parent.code, oslo.trust) == ("Oslo", "fylke-03", oslo)
    assert depths() == {1: 15, 2: 357}


def test_all_files_can_stand_beside_each_other():
    for name in ("behandlingsenheter", "kvalitetsregister_enheter", "kommuner"):
        assert take(f"{name}.csv").errors == []

    assert Unit.objects.count() == 1199 + 199 + 372
