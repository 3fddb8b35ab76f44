"""The fixtures themselves: they must be able to fail."""

import socket

import pytest
from django.db import ProgrammingError, connection

from styrk.core import scope
from styrk.incidents.models import Incident
from tests import markup
from tests.clients import PageClient
from tests.network import OutsideNetworkError
from tests.world import SECRET

WHOLE = (
    '<html lang="nb"><head><title>Meld – Styrk</title></head><body><h1>Meld</h1>{}</body></html>'
)


def test_the_database_is_used_as_the_role_that_owns_nothing(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")

        assert cursor.fetchone() == ("styrk_app",)


def test_the_app_cannot_change_tables(db):
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE incidents_incident DISABLE ROW LEVEL SECURITY")


def test_each_person_sees_their_own_trust(as_person, world, outsider_leader, ward_leader):
    with as_person(outsider_leader):
        assert list(Incident.objects.all()) == [world.their_incident]
    with as_person(ward_leader):
        assert not Incident.objects.exists()


def test_nothing_is_seen_after_acting(as_person, outsider_leader, world):
    with as_person(outsider_leader):
        pass

    assert not Incident.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_test_with_real_commits_leaves_nothing(now):
    from tests import world as worlds

    made = worlds.build(now)

    with scope.acting(scope.SYSTEM):
        assert list(Incident.objects.all()) == [made.their_incident]


def test_after_it_the_database_is_as_new(db):
    with scope.acting(scope.SYSTEM):
        assert not Incident.objects.exists()


def test_another_machine_is_out_of_reach():
    with socket.socket() as outgoing, pytest.raises(OutsideNetworkError):
        outgoing.connect(("192.0.2.1", 80))


def test_a_good_page_has_no_problems():
    form = (
        '<form method="post" autocomplete="off" action="/" data-in-place><input type="hidden" name="csrfmiddlewaretoken">'
        '<label for="a">A</label><input id="a" name="a"><button>Send</button></form>'
    )

    assert markup.problems(WHOLE.format(form), whole=True) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<h1>To</h1>", "2 h1"),
        ("<h2>A</h2><h4>B</h4>", "a h4 comes after a h2"),
        ('<input name="a">', "the field a has no label"),
        ('<select name="s"></select>', "the field s has no label"),
        ('<textarea id="t"></textarea><label for="u">', "the field t has no label"),
        ('<i id="a"></i><b id="a"></b>', "the id 'a' stands more than once"),
        ('<form method="post" action="/"></form>', "no csrf token"),
        (
            '<form method="POST"><input name="csrfmiddlewaretoken" type="hidden"></form>',
            "no action",
        ),
        (
            '<form method="post" action="/"><input name="csrfmiddlewaretoken"></form>',
            "filled in by the browser",
        ),
        ("<script>go()</script>", "written into the page"),
        ("<style>p {}</style>", "written into the page"),
        ('<p style="color:red">', "content security policy"),
        ('<p onclick="go()">', "content security policy"),
        ('<p hx-on:click="go()">', "content security policy"),
        ("<p>{{ name }}</p>", "raw template marker"),
        ("<p>%(name)s</p>", "raw template marker"),
        ('<img src="a.png">', "no alt"),
    ],
)
def test_a_bad_page_is_found(body, problem):
    found = markup.problems(WHOLE.format(body), whole=True)

    assert any(problem in one for one in found), found


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        (WHOLE.replace("<h1>Meld", "<h1>Forbedre"), "does not begin with the h1"),
        (WHOLE.replace(' lang="nb"', ""), "no lang"),
        (WHOLE.replace("<h1>Meld</h1>", ""), "0 h1"),
    ],
)
def test_a_bad_frame_is_found(html, problem):
    assert any(problem in one for one in markup.problems(html.format(""), whole=True))


def test_a_leak_is_found(rf):
    from django.http import HttpResponse

    answer = HttpResponse(WHOLE.format(f"<p>{SECRET}</p>"))
    answer.request = {"REQUEST_METHOD": "GET", "PATH_INFO": "/"}

    with pytest.raises(AssertionError, match="neighbour"):
        PageClient(may_see_neighbour=False)._check(answer, fragment=False)
    PageClient(may_see_neighbour=True)._check(answer, fragment=False)
