"""Files of cases: what is refused as a whole, what is refused case by case, and the command."""

import json
import subprocess
import sys

import pytest

from styrk.indicators.spc.cases import Refused, answers

STYRK = (sys.executable, "-m", "styrk.config.cli")
CHART = {"chart": "i", "y": [1, 2, 3, 2, 1]}
XMR = {"y": [1, 2], "date": ["2024-01-01", "2024-02-01"], "improvement_direction": "increase"}
FUNNEL = {"numerator": [1, 2], "denominator": [10, 10], "data_type": "PR"}


def result(engine, given) -> dict:
    (answer,) = answers({"cases": [{"id": "a", "engine": engine, "input": given}]})["cases"]
    json.dumps(answer, allow_nan=False)
    return answer["result"]


@pytest.mark.parametrize("file", [None, [], 3, "x", {}, {"cases": None}, {"cases": {}}])
def test_what_is_no_file_of_cases_is_refused(file):
    with pytest.raises(Refused):
        answers(file)


def test_a_refused_case_does_not_stop_the_others():
    given = [None, {"id": 2}, {"id": 3, "engine": "qicharts2", "input": CHART}]

    answered = answers({"cases": given})["cases"]

    assert [case["id"] for case in answered] == [None, 2, 3]
    assert ["error" in case["result"] for case in answered] == [True, True, True]
    assert [bool(case["result"]["error"]) for case in answered] == [True, True, False]


@pytest.mark.parametrize(
    ("engine", "given", "changed"),
    [
        ("qicharts2", CHART, {"chart": "z"}),
        ("qicharts2", CHART, {"chart": None}),
        ("qicharts2", CHART, {"chart": "p"}),
        ("qicharts2", CHART, {"y": []}),
        ("qicharts2", CHART, {"y": None}),
        ("qicharts2", CHART, {"y": ["1"]}),
        ("qicharts2", CHART, {"y": [True]}),
        ("qicharts2", CHART, {"y": {"a": 1}}),
        ("qicharts2", CHART, {"y": [float("inf")]}),
        ("qicharts2", CHART, {"y": [10**400]}),
        ("qicharts2", CHART, {"n": [1]}),
        ("qicharts2", CHART, {"x": [1], "x_type": "number"}),
        ("qicharts2", CHART, {"x": list("abcde"), "x_type": "number"}),
        ("qicharts2", CHART, {"x": list("abcde"), "x_type": "date"}),
        ("qicharts2", CHART, {"x": [[1]] * 5, "x_type": "category"}),
        ("qicharts2", CHART, {"x": [None] * 5, "x_type": "number"}),
        ("qicharts2", CHART, {"freeze": 1.5}),
        ("qicharts2", CHART, {"screened_mr": 1}),
        ("qicharts2", CHART, {"agg_fun": "mode"}),
        ("qicharts2", CHART, {"chart": "t", "y": [1, 0]}),
        ("NHSRplotthedots", XMR, {"date": ["2024-01-01"]}),
        ("NHSRplotthedots", XMR, {"date": ["2024-01-01", "soon"]}),
        ("NHSRplotthedots", XMR, {"date": ["2024-01-01", "2024-01-01"]}),
        ("NHSRplotthedots", XMR, {"date": ["2024-01-01", None]}),
        ("NHSRplotthedots", XMR, {"improvement_direction": "up"}),
        ("NHSRplotthedots", XMR, {"fix_after_n_points": 3}),
        ("FunnelPlotR", FUNNEL, {"denominator": [10, 0]}),
        ("FunnelPlotR", FUNNEL, {"data_type": "RC"}),
        ("qcc 2.7", {"y": [1, 2]}, {"y": [1, 1]}),
        ("qicharts2::bchart", {"x": [0, 1], "target": 0.1}, {"x": [0, 2]}),
        ("something else", CHART, {}),
    ],
)
def test_a_case_that_cannot_be_charted_says_why(engine, given, changed):
    refused = result(engine, {**given, **changed})

    assert set(refused) == {"error"}
    assert refused["error"]


@pytest.mark.parametrize(
    ("engine", "given"),
    [
        ("qicharts2", CHART),
        ("NHSRplotthedots", XMR),
        ("FunnelPlotR", FUNNEL),
        ("qcc 2.7", {"y": [1, 2]}),
        ("qicharts2::bchart", {"x": [0, 1], "target": 0.1}),
    ],
)
def test_what_is_not_said_has_its_usual_value(engine, given):
    assert not result(engine, given).get("error")


def test_nan_is_missing_like_null():
    told = {"chart": "i", "y": [1, None, 3, 2]}

    assert result("qicharts2", {**told, "y": [1, float("nan"), 3, 2]}) == result("qicharts2", told)


def test_rows_of_the_same_day_are_one_subgroup_in_order_of_time():
    dates = ["2024-10-01", "2024-02-01", "2024-10-01", None]

    points = result("qicharts2", {"chart": "run", "y": [1, 5, 3, 9], "x": dates, "x_type": "date"})[
        "points"
    ]

    assert points["x"] == ["2024-02-01", "2024-10-01"]
    assert points["y"] == [5, 2]
    assert points["n_obs_in_subgroup"] == [1, 2]


def test_a_sum_of_nothing_is_missing():
    given = {"chart": "c", "y": [None, None, 4, 1], "x": [1, 1, 2, 2], "x_type": "number"}

    assert result("qicharts2", given)["points"]["y"] == [None, 5]


def test_freeze_is_ignored_where_there_is_a_split():
    split = {"chart": "i", "y": [1, 2, 1, 9, 8, 9], "part": [3]}

    assert result("qicharts2", {**split, "freeze": 2}) == result("qicharts2", split)


def test_a_group_may_begin_at_the_first_date():
    groups = result("NHSRplotthedots", {**XMR, "rebase": ["2024-01-01"]})["groups"]

    assert [group["rebase_group"] for group in groups] == [1]


def run(given: str | bytes, *arguments) -> subprocess.CompletedProcess:
    given = given.encode() if isinstance(given, str) else given
    return subprocess.run(
        (*STYRK, "spc", *arguments), input=given, capture_output=True, timeout=60, check=False
    )


def test_the_command_answers_each_case():
    file = {"cases": [{"id": "æ", "engine": "qicharts2", "input": CHART}, {"id": 2}]}

    done = run(json.dumps(file), "--json")

    assert done.returncode == 0
    assert done.stderr == b""
    assert json.loads(done.stdout)["cases"] == answers(file)["cases"]


def test_the_command_says_the_same_in_words():
    file = {
        "cases": [
            {"id": "a", "engine": "qicharts2", "input": CHART},
            {"id": "b", "engine": "NHSRplotthedots", "input": XMR},
            {"id": "c"},
        ]
    }

    done = run(json.dumps(file))

    assert done.returncode == 0
    assert [line[:2] for line in done.stdout.decode().splitlines()] == ["a:", "b:", "c:"]
    assert "kan ikke regnes ut" in done.stdout.decode()


@pytest.mark.parametrize("given", ["", "{", "[]", '{"cases": 3}', b"\xff\xfe"])
def test_the_command_refuses_what_is_no_file_of_cases(given):
    done = run(given, "--json")

    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr


def test_the_command_needs_neither_django_nor_a_database_nor_masked_arrays():
    script = (
        "import sys; from styrk.config.cli import styrk;"
        "styrk(['spc', '--json'], standalone_mode=False);"
        "sys.exit(', '.join({'django', 'psycopg', 'numpy.ma'} & set(sys.modules)) or None)"
    )
    file = json.dumps({"cases": [{"id": 1, "engine": "qicharts2", "input": CHART}]})

    done = subprocess.run(
        [sys.executable, "-c", script], input=file.encode(), capture_output=True, check=False
    )

    assert done.returncode == 0, f"loaded for nothing: {done.stderr.decode()}"
