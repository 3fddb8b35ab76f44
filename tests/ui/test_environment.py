import pytest
from django.template import engines
from django.utils import translation
from jinja2 import UndefinedError

from styrk.ui import pages

# The names that pages are written against.
MACROS = {
    *("alert", "avatar", "breadcrumbs", "card", "count", "day", "details", "due", "empty", "facts"),
    *("field", "form_errors", "guard_offer", "hidden", "history", "link_button", "pager", "stat"),
    *("submit", "tag", "timeline", "when"),
}


def test_every_macro_is_a_global():
    assert engines["jinja2"].env.spoken.globals.keys() >= MACROS


def test_what_is_not_given_is_an_error(draw):
    with pytest.raises(UndefinedError):
        draw("{{ nobody_gave_this }}")


def test_text_from_people_is_escaped(draw):
    assert "<b>" not in draw("{{ tag(name) }}{{ name }}", name="<b>")


def test_translated_sentences_take_values(draw):
    assert draw('{{ ngettext("%(num)s sak", "%(num)s saker", n) }}', n=2) == "2 saker"
    assert draw('{{ _("Inntil %(n)s tegn", n=4) }}') == "Inntil 4 tegn"


def test_a_sentence_is_in_the_language_of_each_reader(draw):
    sentence = '{{ _("Inntil %(n)s tegn", n=n) }}. {{ _("Hovedmeny") }}'
    with translation.override("en"):
        assert draw(sentence, n=4) == "Up to 4 characters. Main menu"
    with translation.override("nn"):
        assert draw(sentence, n=4) == "Inntil 4 teikn. Hovudmeny"
    assert draw(sentence, n=4) == "Inntil 4 tegn. Hovedmeny"


def test_values_in_a_sentence_are_escaped(draw):
    assert draw('{{ _("Inntil %(n)s tegn", n=n) }}', n="<b>") == "Inntil &lt;b&gt; tegn"


def test_a_value_that_a_sentence_lacks_is_an_error(draw):
    with pytest.raises(UndefinedError):
        draw('{{ _("Inntil %(n)s tegn", n=nobody_gave_this) }}')


def test_a_page_is_in_the_language_of_each_reader(ask):
    def drawn():
        return pages.render(ask(), "error.html", SAID).content.decode()

    with translation.override("en"):
        assert "Skip to content" in drawn()
    assert "Hopp til innholdet" in drawn()


def test_where_no_language_of_ours_is_spoken_it_is_bokmal(draw):
    with translation.override("de"):
        assert draw('{{ _("Hovedmeny") }}') == "Hovedmeny"
    with translation.override(None):
        assert draw('{{ _("Hovedmeny") }}') == "Hovedmeny"


def test_a_fragment_is_only_the_block_that_was_asked_for(ask):
    request = ask(headers={"HX-Request": "true"})

    answer = pages.render(request, "error.html", SAID, fragment="content", status=422)

    html = answer.content.decode()
    assert "<h1>Nei</h1>" in html
    assert "<html" not in html
    assert "Til Min side" in html, "macros work in a block that is drawn alone"
    assert answer.status_code == 422
    assert "HX-Request" in answer["Vary"]


SAID = {"status": 1, "heading": "Nei", "text": "Ikke nå."}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"HX-Request": "true", "HX-Request-Type": "full"},
        {"HX-Request": "true", "HX-Boosted": "true"},
        {"HX-Request": "true", "HX-History-Restore-Request": "true"},
    ],
)
def test_else_the_page_is_whole(ask, headers):
    answer = pages.render(ask(headers=headers), "error.html", SAID, fragment="content")

    assert answer.content.startswith(b"<!doctype html>")
    assert "HX-Request" in answer["Vary"]
