import json

from styrk.core.guard.report import as_json_lines
from tests.core.guard.synthetic import BORN, person_number

FNR = person_number(BORN)


def test_every_line_is_answered_from_1_also_when_nothing_is_found():
    lines = ["Ingen her\n", "\n", f"\u00c5 {FNR}\r\n", "pasienten Kari Nordmann"]

    answers = [json.loads(line) for line in as_json_lines(lines)]

    assert answers == [
        {"line": 1, "findings": []},
        {"line": 2, "findings": []},
        {"line": 3, "findings": [{"kind": "fnr", "start": 2, "end": 13, "blocks": True}]},
        {"line": 4, "findings": [{"kind": "name", "start": 10, "end": 23, "blocks": False}]},
    ]


def test_answer_is_one_line_without_the_text():
    [answer] = as_json_lines([f"fnr {FNR}\n"])

    assert "\n" not in answer
    assert FNR not in answer


def test_lines_are_read_one_at_a_time():
    def endless():
        while True:
            yield "91 23 45 67\n"

    answers = as_json_lines(endless())

    assert json.loads(next(answers))["findings"]
    assert json.loads(next(answers))["line"] == 2
