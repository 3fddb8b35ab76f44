"""A page is looked over again only where it is made of something else than what was found well."""

import pytest

from tests.journeys import shapes
from tests.journeys.visitor import AXE, DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.browser
WELL = """<!doctype html><html lang="nb"><head><title>Liste</title></head><body>
<main><h1>Liste</h1><ul><li><a href="/a">Fall på badet</a></li></ul><img src="data:," alt="Bilde"></main></body></html>"""
ROW = '<li><a href="/a">Fall på badet</a></li>'


@pytest.fixture
def runs(monkeypatch) -> list[object]:
    monkeypatch.setattr(shapes, "_found_well", {})
    seen: list[object] = []
    run = Visitor._run
    monkeypatch.setattr(
        Visitor, "_run", lambda self, only: [seen.append(only), *run(self, only)][1:]
    )
    return seen


@pytest.fixture
def shown(browser, runs):
    """`shown(html)`: somebody looks at the page, and it is looked over."""
    windows = []

    def look(html: str, view=DESKTOP) -> None:
        window = Visitor(browser, "http://127.0.0.1", view=view)
        windows.append(window)
        window.page.set_content(html)
        window.page.add_script_tag(path=AXE)
        window.looks_over()

    yield look
    for window in windows:
        window.leaves()


def test_more_of_the_same_is_not_looked_at_again(shown, runs):
    shown(WELL)
    assert len(runs) == 2

    shown(WELL.replace(ROW, ROW.replace("Fall på badet", "Feil medisin") * 3))
    assert len(runs) == 2


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (WELL.replace(' alt="Bilde"', ""), "image-alt"),
        (WELL.replace("Fall på badet", ""), "link-name"),
        (WELL.replace("<title>Liste</title>", "<title></title>"), "document-title"),
        (WELL.replace("</main>", "<h4>For langt ned</h4></main>"), "heading-order"),
        (WELL.replace("</main>", "</main><main></main>"), "landmark-no-duplicate-main"),
        (WELL.replace("<a href", '<a style="color: #eee" href'), "color-contrast"),
        (
            WELL.replace("</main>", '<p id="a">x</p><label for="a">y</label><input></main>'),
            "label",
        ),
    ],
)
def test_what_is_new_is_looked_at(shown, changed, fault):
    shown(WELL)
    with pytest.raises(AssertionError, match=fault):
        shown(changed)


def test_what_was_found_wrong_is_wrong_the_next_time(shown):
    for _one in range(2):
        with pytest.raises(AssertionError, match="image-alt"):
            shown(WELL.replace(' alt="Bilde"', ""))


def test_another_width_is_looked_at_by_itself(shown, runs):
    shown(WELL)
    shown(WELL, view=PHONE)
    assert len(runs) == 4
