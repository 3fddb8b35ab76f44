import pytest
from django.template import engines

from styrk.ui import context
from styrk.ui.menu import Door, Entry
from tests.ui.conftest import Standing

ENTRIES = (
    Entry(Door.PLAN, "Åpen for alle", "ui:gallery"),
    Entry(Door.PLAN, "Bare for noen", "ui:gallery", "see_evidence"),
    Entry(Door.DO, "Finnes ikke", "nowhere:at_all"),
)


@pytest.fixture(autouse=True)
def _entries(monkeypatch, settings):
    settings.ROOT_URLCONF = "tests.ui.urlconf"
    monkeypatch.setattr(context, "entries", lambda: ENTRIES)


def labels(request, door: Door) -> list[str]:
    (shown,) = [menu for menu in context.menu(request) if menu.key == door]
    return [str(item.label) for item in shown.items]


def test_there_are_always_four_doors(ask):
    assert [str(menu.label) for menu in context.menu(ask())] == [
        "Planlegge",
        "Gjennomføre",
        "Evaluere",
        "Korrigere",
    ]


def test_a_page_is_in_the_menu_of_those_who_may_open_it(ask):
    assert labels(ask(), Door.PLAN) == ["Åpen for alle"]
    may = ask(standing=Standing(frozenset({"see_evidence"})))
    assert labels(may, Door.PLAN) == ["Åpen for alle", "Bare for noen"]


def test_a_page_that_does_not_exist_is_left_out(ask):
    assert labels(ask(), Door.DO) == []


def test_the_door_of_the_open_page_is_marked(ask):
    plan, do, *_ = context.menu(ask("/ui/"))

    assert plan.current
    assert not do.current


def test_nobody_signed_in_sees_no_menu(ask):
    frame = context.page(ask(person=None))["frame"]

    assert frame.doors == ()
    assert frame.account_name == ""


def test_unread_is_counted_first_when_it_is_shown(ask):
    asked = []
    request = ask(person="Ida Berg", unread=lambda: asked.append(1) or 3)

    frame = context.page(request)["frame"]

    assert asked == []
    assert frame.unread() == 3


def test_every_app_with_pages_has_entries_of_the_right_kind(monkeypatch):
    monkeypatch.undo()
    context.entries.cache_clear()

    assert all(isinstance(entry, Entry) for entry in context.entries())


def test_the_frame_is_drawn_for_a_person(ask):
    html = (
        engines["jinja2"]
        .get_template("error.html")
        .render(
            {"status": 1, "heading": "Hei", "text": ""}, ask(person="Ida Berg", unread=lambda: 3)
        )
    )

    assert "3 uleste beskjeder" in html
    assert "IB" in html
    assert html.count("<details") == 6  # four doors, all of them for phones, the person
    assert 'href="#innhold"' in html
    assert '<html lang="nb" data-color-scheme="auto">' in html
    assert 'hx-headers:inherited=\'{"X-CSRFToken": "' in html


def test_the_proof_of_a_form_is_one_on_a_page_and_made_when_asked_for(ask):
    request = ask(person="Ida Berg")
    values = context.page(request)
    assert "CSRF_COOKIE" not in request.META, "an answer without forms sets no cookie"

    assert str(values["csrf_input"]) == str(values["csrf_input"])
    assert str(values["csrf_token"]) == str(values["csrf_token"])
    assert str(values["csrf_input"]).startswith('<input type="hidden" name="csrfmiddlewaretoken"')
    assert str(context.page(request)["csrf_token"]) != str(values["csrf_token"])
