"""The tool that fetches third-party front-end files; the registry itself is not asked."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).parents[2] / "tools/vendor.py"


@pytest.fixture
def vendor(tmp_path, monkeypatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("vendor", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENDOR", tmp_path)
    return module


def program(path: Path, body: str) -> str:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    "end", ["\n//# sourceMappingURL=a.js.map\n", "\n/*# sourceMappingURL=a.css.map */"]
)
def test_source_map_lines_are_taken_out(vendor, tmp_path, end):
    vendor.write("a.js", b"let a = 1;" + end.encode())

    assert (tmp_path / "a.js").read_bytes().strip() == b"let a = 1;"


def test_fonts_are_copied_byte_for_byte(vendor, tmp_path):
    content = b"\x00//# sourceMappingURL=x"

    vendor.write("a.woff2", content)

    assert (tmp_path / "a.woff2").read_bytes() == content


def test_an_unreachable_registry_is_said_in_one_line_in_two_languages(vendor, tmp_path):
    npm = program(
        tmp_path / "npm", "echo 'npm error code ENOTFOUND' >&2; echo 'npm error more' >&2; exit 1"
    )

    with pytest.raises(vendor.Refused) as said:
        vendor.fetch(npm)

    assert "\n" not in str(said.value)
    assert "npm-registeret (ENOTFOUND)" in str(said.value)
    assert "Could not reach the npm registry" in str(said.value)


def test_a_lock_that_does_not_fit_is_not_called_a_network_fault(vendor, tmp_path):
    npm = program(tmp_path / "npm", "echo 'npm error code EUSAGE' >&2; exit 1")

    with pytest.raises(vendor.Refused, match="passer ikke sammen"):
        vendor.fetch(npm)


def test_an_old_npm_is_passed_over(vendor, tmp_path, monkeypatch):
    old = program(tmp_path / "npm", "echo 8.19.4")
    monkeypatch.setattr(vendor.shutil, "which", lambda _: old)
    monkeypatch.setattr(vendor, "TOOLS", tmp_path / "none")

    with pytest.raises(vendor.Refused, match="npm 10"):
        vendor.npm()
    assert vendor.major(old) == 8


def test_the_newest_of_the_two_is_taken(vendor, tmp_path, monkeypatch):
    (tmp_path / "tools").mkdir()
    own = program(tmp_path / "tools/npm", "echo 11.0.1")
    monkeypatch.setattr(vendor.shutil, "which", lambda _: None)
    monkeypatch.setattr(vendor, "TOOLS", tmp_path / "tools")

    assert vendor.npm() == own
