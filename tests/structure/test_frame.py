"""What every page is given has names of its own, so that no value of a page can be hidden."""

import pytest
from django.template import engines
from django.test import RequestFactory

from styrk.ui import pages

SAID = {"status": 404, "heading": "Hei", "text": ""}


@pytest.fixture
def request_():
    made = RequestFactory().get("/")
    made._messages = ()
    return made


def test_every_name_that_a_page_is_given_is_known(request_):
    given = {"request", "csrf_input", "csrf_token"}
    for processor in engines["jinja2"].template_context_processors:
        given |= processor(request_).keys()

    assert given == pages.TAKEN, "Put it in `frame`, or among the TAKEN of styrk.ui.pages."


@pytest.mark.parametrize("name", sorted(pages.TAKEN))
@pytest.mark.parametrize("fragment", [None, "content"])
def test_a_page_may_not_call_a_value_by_such_a_name(request_, name, fragment):
    with pytest.raises(pages.Taken, match=name):
        pages.render(request_, "error.html", SAID | {name: "mine"}, fragment=fragment)


def test_a_page_keeps_its_own_values(request_):
    text = pages.render(request_, "error.html", SAID | {"text": "Min egen"}).content.decode()

    assert "Min egen" in text
