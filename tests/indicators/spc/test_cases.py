"""Every reference case: what the packages of Nordic and British hospitals answer, to 1e-9."""

import json
from pathlib import Path

import pytest

from styrk.indicators.spc.cases import answers
from tests.indicators.spc.agreement import differences

HERE = Path(__file__).parent / "cases"
# The same packages on real series, which are not part of the project.
REAL = Path(__file__).resolve().parents[4] / "shared" / "spc" / "real"
# NHSRplotthedots stops with an error on these; we follow the rule that holds for the others.
STOPS = {"ptdna-003", "ptdna-004", "ptdna-006"}
# Experimental tables that are not implemented: their verdict on runs is not compared.
UNKNOWN_METHODS = {"bestbox", "cutbox"}


def cases(folder: Path) -> list:
    return [
        pytest.param(case, id=case["id"])
        for file in sorted(folder.glob("*.json"))
        for case in json.loads(file.read_text())["cases"]
    ]


def answered(case: dict) -> dict:
    (answer,) = answers({"cases": [case]})["cases"]
    json.dumps(answer, allow_nan=False)
    assert answer["id"] == case["id"]
    return answer["result"]


@pytest.mark.parametrize("case", [one for one in cases(HERE) if one.id not in STOPS])
def test_case(case):
    result, expected = answered(case), case["expected"]

    if case["input"].get("method") in UNKNOWN_METHODS:
        for part in (*result["parts"], *expected["parts"]):
            del part["runs_signal"]
    if expected.get("error"):
        assert set(result) == {"error"}
    assert not differences(expected, result)


@pytest.mark.parametrize("case", [one for one in cases(HERE) if one.id in STOPS])
def test_missing_values_that_stop_the_reference_are_answered(case):
    result = answered(case)

    missing = [place for place, y in enumerate(result["points"]["y"]) if y is None]
    assert result["error"] is None
    assert missing
    assert {result["points"]["special_cause_type"][place] for place in missing} == {"Common Cause"}


@pytest.mark.parametrize("case", cases(REAL))
def test_real_series(case):
    assert not differences(case["expected"], answered(case))


def test_there_are_cases():
    assert len(cases(HERE)) == 198


def test_the_real_series_are_there():
    if not REAL.is_dir():
        pytest.skip("The real series lie in ../shared/spc/real, outside the project.")
    assert len(cases(REAL)) == 130


def test_a_wrong_digit_is_seen():
    case = json.loads((HERE / "random_i.json").read_text())["cases"][0]
    case["expected"]["points"]["ucl"] = 1.00000001 * answered(case)["points"]["ucl"][0]

    assert differences(case["expected"], answered(case))
