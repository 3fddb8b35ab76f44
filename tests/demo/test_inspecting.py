"""The demo's audits: units that are there, deadlines where they must be, nobody to be recognised."""

import tomllib
from pathlib import Path

from styrk.core import guard
from styrk.inspections.states import AuditKind, FindingKind, Reply

WORLD = Path(__file__).resolve().parents[2] / "src" / "styrk" / "demo" / "world"
WRITTEN = tomllib.loads((WORLD / "inspections.toml").read_text(encoding="utf-8"))["audit"]
UNITS = {
    one["code"] for one in tomllib.loads((WORLD / "units.toml").read_text(encoding="utf-8"))["unit"]
}
FOUND = [found for audit in WRITTEN for found in audit["finding"]]


def test_each_audit_is_of_a_kind_and_of_units_that_are_there():
    for audit in WRITTEN:
        assert {*audit["units"], audit["trust"]} <= UNITS
        assert audit["kind"] in AuditKind.values
        assert ("authority" in audit) == (audit["kind"] == AuditKind.SUPERVISION)


def test_each_finding_is_at_a_unit_and_an_order_has_its_deadline():
    for found in FOUND:
        assert found["unit"] in UNITS
        assert found["kind"] in FindingKind.values
        assert ("deadline" in found) == (found["kind"] == FindingKind.ORDER)
        assert "answer" in found or "how" not in found
        assert "how" in found or "seen" not in found


def test_nobody_can_be_recognised():
    for told in (*WRITTEN, *FOUND):
        for name in ("title", "about", "text", "answer", "how", "seen"):
            assert not guard.find(told.get(name, "")), told[name]


def test_what_is_shared_is_asked_of_units_that_are_there_and_tells_of_nobody():
    written = tomllib.loads((WORLD / "inspections.toml").read_text(encoding="utf-8"))["lesson"]
    for told in written:
        assert {*told["units"], told["trust"]} <= UNITS
        assert {one["unit"] for one in told["reply"]} <= set(told["units"])
        assert {one["reply"] for one in told["reply"]} <= set(Reply.values)
        for text in (told["title"], told["text"], told["ask"], *_answers(told)):
            assert not guard.find(text), text


def _answers(told):
    return [one["answer"] for one in told["reply"]]
