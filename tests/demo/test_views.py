from datetime import timedelta

import pytest

from styrk.access.models import Account
from styrk.access.queries import draft_for
from styrk.demo.personas import personas
from styrk.organisation.models import Person


@pytest.fixture
def people(world, settings):
    settings.DEMO = True
    made = {}
    for key in ("nurse", "ward_leader"):
        persona = personas()[key]
        account = Account.objects.select_related("person").get(username=key)
        account.person.name = persona.name
        account.person.save()
        made[key] = account.person
    return made


def test_demo_people_do_not_exist_outside_a_demo(page, people, settings):
    settings.DEMO = False

    assert page().get("/demo/").status_code == 404
    assert page().post("/demo/nurse/").status_code == 404


def test_each_person_is_shown_with_name_title_unit_and_story(page, people):
    text = page().get("/demo/").content.decode()

    assert personas()["nurse"].name in text
    assert personas()["nurse"].story in text
    assert people["nurse"].home_unit.name in text
    assert personas()["ceo"].name not in text


def test_demo_that_is_not_built_says_so(page, world, settings):
    settings.DEMO = True

    assert "Demoen er ikke bygget ennå" in page().get("/demo/").content.decode()


def test_one_click_signs_in(page, people):
    client = page()
    assert client.post("/demo/nurse/").url == "/min-side/"

    assert personas()["nurse"].name in client.get("/min-side/").content.decode()


def test_one_click_does_not_end_at_a_password_that_nobody_knows(page, people, now):
    Account.objects.filter(username="nurse").update(start_until=now + timedelta(days=1))
    client = page()
    client.post("/demo/nurse/")

    assert client.get("/min-side/").status_code == 200


def test_one_click_goes_back_to_the_page_one_was_on(page, people):
    assert page().post("/demo/nurse/", {"neste": "/om/roller/"}).url == "/om/roller/"
    assert page().post("/demo/nurse/", {"neste": "//ond.example"}).url == "/min-side/"


def test_one_click_ends_the_session_before(page, people):
    client = page()
    client.post("/demo/nurse/")
    before = client.cookies["styrk_session"].value
    client.post("/demo/ward_leader/")

    assert client.cookies["styrk_session"].value != before
    assert personas()["ward_leader"].name in client.get("/min-side/").content.decode()


def test_what_was_typed_when_signed_out_comes_along(page, people, as_person):
    client = page()
    sent = client.post("/passord/", {"description": "Bremsen på senga virket ikke."})
    word = sent.content.decode().split('name="carried" value="')[1].split('"')[0]
    shown = client.post("/demo/", {"neste": "/om/roller/", "carried": word}).content.decode()

    assert shown.count(word) == 2
    client.post("/demo/nurse/", {"carried": word})
    with as_person(people["nurse"]):
        kept = draft_for(people["nurse"], "/passord/")
    assert kept == {"description": "Bremsen på senga virket ikke."}


def test_only_the_demos_own_people_are_signed_in_so(page, people, world):
    """Someone real may have the username of a persona, or none of them."""
    real = world.people["ceo"]

    assert page().post("/demo/ceo/").status_code == 404
    assert page().post("/demo/colleague/").status_code == 404
    assert real.name not in page().get("/demo/").content.decode()


def test_link_alone_signs_nobody_in(page, people):
    assert page().get("/demo/nurse/").url == "/demo/"


def test_one_click_needs_the_token_of_our_page(client_of, people):
    client = client_of(None)
    client.handler.enforce_csrf_checks = True

    assert client.post("/demo/nurse/").status_code == 403


def test_one_who_has_left_is_nobody(page, people, now):
    Person.objects.filter(pk=people["nurse"].pk).update(left_on=now.date().replace(year=2020))
    client = page()
    client.post("/demo/nurse/")

    assert client.get("/min-side/").status_code == 302


def test_everything_on_a_page_of_a_demo_is_in_a_landmark(page, people):
    text = page().get("/demo/").content.decode()
    between = text.split("</header>")[1].split("<main")[0].strip()

    assert "er oppdiktet" in between
    assert between.startswith("<aside")
    assert between.endswith("</aside>")
