"""What is refused is kept, in every form that keeps what is typed."""

import re
from pathlib import Path

import styrk

SOURCE = Path(styrk.__file__).parent
# Drawn by acting.show where an act names no template of its own.
BY_SHOW = {"act.html"}
# A box sent to the page of another act (patterns:belong), which keeps what is refused as act.html.
KEPT_BY_THE_ACT = {"patterns/fits.html"}


def templates():
    """Those that draw a form which keeps what is typed."""
    for path in SOURCE.glob("*/templates/**/*.html"):
        if "call kept_form(" in path.read_text():
            yield path.relative_to(next(p for p in path.parents if p.name == "templates"))


def test_every_page_whose_form_is_kept_keeps_what_is_refused():
    code = "\n".join(path.read_text() for path in SOURCE.rglob("*.py"))
    drawn = set(re.findall(r'with_form\(\s*request,\s*"([^"]+)"', code))
    drawn |= set(re.findall(r'\btemplate="([^"]+)"', code))

    assert {str(one) for one in templates()} <= drawn | BY_SHOW | KEPT_BY_THE_ACT
    assert "return with_form(request, template, values, form)" in code
