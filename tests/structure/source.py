"""The source code as the structure tests see it."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "styrk"


@dataclass(frozen=True)
class Module:
    """A Python file of ours. `part` is what it is in its app: `views`, `commands`, `models` …"""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        parts = self.path.relative_to(SOURCE.parent).with_suffix("").parts
        return ".".join(parts).removesuffix(".__init__")

    @property
    def app(self) -> str:
        return self.path.relative_to(SOURCE).parts[0]

    @property
    def part(self) -> str:
        inside = self.path.relative_to(SOURCE).with_suffix("").parts[1:]
        return inside[0] if inside else ""

    def at(self, node: ast.AST) -> str:
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


@cache
def modules() -> tuple[Module, ...]:
    """Every module but migrations, which are history."""
    paths = [p for p in sorted(SOURCE.rglob("*.py")) if "migrations" not in p.parts]
    return tuple(Module(path, ast.parse(path.read_text())) for path in paths)


def parts(*names: str) -> Iterator[Module]:
    return (module for module in modules() if module.part in names)


def imports(tree: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    """Every module imported anywhere below, as a dotted name; `from a import b` gives `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


@cache
def layers() -> tuple[str, ...]:
    """The apps from the top down, as import-linter holds them."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = told["tool"]["importlinter"]["contracts"]
    (apps,) = [c["layers"] for c in contracts if c.get("containers") == ["styrk"]]
    named = [app.strip("() ") for layer in apps for app in layer.split("|")]
    return tuple(app for app in named if (SOURCE / app).is_dir())


@cache
def templates() -> tuple[Path, ...]:
    return tuple(sorted(SOURCE.rglob("templates/**/*.html")))


@cache
def committed() -> tuple[Path, ...]:
    """The files that git knows, or would if they were added; all files where there is no git."""
    listing = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    try:
        told = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return tuple(p for d in ("src", "tests", "docs", "tools") for p in (ROOT / d).rglob("*.*"))
    names = [name for name in told.decode().split("\0") if name]
    return tuple(path for name in names if (path := ROOT / name).is_file())


def said(problems: list[str], what_to_do: str) -> str:
    """A failure's message: what is wrong where, and what to do."""
    return "\n".join(["", *(f"- {problem}" for problem in problems), what_to_do])
