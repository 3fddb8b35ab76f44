"""A photo is not lost where something else in the form must be put right."""

import re
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from styrk.core import scope
from styrk.incidents import kept_photos
from styrk.incidents.jobs import forget_photos
from styrk.incidents.models import Attachment
from tests.incidents.conftest import FALL, picture, refused

pytestmark = pytest.mark.django_db

PHONE = f"{FALL} Ring meg på 91 23 45 67."


def words(text):
    return re.findall(r'name="kept_photos" value="([^"]+)"', text)


def attached():
    with scope.acting(scope.SYSTEM):
        return [(one.name, one.content_type) for one in Attachment.objects.order_by("pk")]


@pytest.fixture
def stopped(page, nurse, meld, upload):
    """What was told, and the page that the guard answered with, for a photo beside a number."""
    told = meld(description=PHONE)
    return told, refused(page(nurse).post("/meld/", told | {"photos": upload()}), keeps="Ring meg")


def test_photo_follows_the_form_when_the_guard_stops_it(page, nurse, stopped):
    told, text = stopped
    assert "1 bilde følger med når du sender." in text
    assert re.search(r"<(?:u-)?details[^>]* open", text)

    sent = page(nurse).post("/meld/", told | {"redact": "1", "kept_photos": words(text)})
    assert sent.status_code == 302
    assert attached() == [("bilde-1.jpg", "image/jpeg")]
    with scope.acting(scope.SYSTEM):
        assert default_storage.exists(Attachment.objects.get().file)


def test_photo_follows_from_try_to_try_and_more_may_be_added(page, nurse, meld, upload):
    told = meld(harm_actual=None)
    first = refused(page(nurse).post("/meld/", told | {"photos": upload()}))
    second = refused(
        page(nurse).post(
            "/meld/",
            told
            | {
                "kept_photos": words(first),
                "photos": upload("to.png", picture("PNG"), "image/png"),
            },
        ),
        "2 bilder følger med",
    )
    page(nurse).post("/meld/", told | {"harm_actual": "mild", "kept_photos": words(second)})

    assert [kind for _name, kind in attached()] == ["image/jpeg", "image/png"]


def test_good_photo_stays_where_another_is_broken(page, nurse, meld, upload):
    files = [upload(), upload("rapport.jpg", b"ikke et bilde")]
    text = refused(page(nurse).post("/meld/", meld() | {"photos": files}), "rapport.jpg")

    assert len(words(text)) == 1


def test_kept_photos_count_among_the_five(page, nurse, meld, upload):
    told = meld(harm_actual=None)
    first = refused(page(nurse).post("/meld/", told | {"photos": [upload() for _ in range(3)]}))
    more = meld() | {"kept_photos": words(first), "photos": [upload() for _ in range(3)]}

    text = refused(page(nurse).post("/meld/", more), "Legg ved høyst 5 bilder.")
    assert len(words(text)) == 3


def test_kept_photo_may_be_left_out(page, nurse, stopped):
    told, text = stopped
    told |= {"redact": "1", "kept_photos": words(text), "without_photos": "1"}

    assert page(nurse).post("/meld/", told).status_code == 302
    assert attached() == []


def test_photo_that_is_gone_is_said_and_nothing_is_sent(page, nurse, meld, stopped):
    _told, text = stopped
    for stored in default_storage.listdir(kept_photos.FOLDER)[1]:
        default_storage.delete(f"{kept_photos.FOLDER}/{stored}")
    sent = page(nurse).post("/meld/", meld() | {"redact": "1", "kept_photos": words(text)})

    again = refused(sent, "Bilder: Bildet må legges ved på nytt.")
    assert words(again) == []


@pytest.mark.parametrize("spoilt", [False, True])
def test_another_persons_photo_is_not_opened(page, colleague, meld, stopped, spoilt):
    _told, text = stopped
    given = [word + "x" if spoilt else word for word in words(text)]

    refused(page(colleague).post("/meld/", meld() | {"kept_photos": given}), "på nytt")
    assert attached() == []


def leave(client, told, text, **more):
    """What the page sends of itself while one types: the form is left with this."""
    typed = {name: value for name, value in told.items() if name != "key"} | more
    left = client.post("/kladd/", typed | {"path": "/meld/", "kept_photos": words(text)})
    assert left.status_code == 204


def test_photo_that_followed_the_form_is_there_when_one_comes_back(page, nurse, stopped):
    told, text = stopped
    client = page(nurse)
    leave(client, told, text, files_left="1")
    back = client.get("/meld/").content.decode()

    assert words(back) == words(text)
    assert "1 bilde følger med når du sender." in back
    assert "Bilder du la til sist, må du legge ved på nytt." in back
    client.post("/meld/", told | {"redact": "1", "kept_photos": words(back)})
    assert attached() == [("bilde-1.jpg", "image/jpeg")]


def test_refused_and_left_both_words_and_photo_are_there(page, nurse, stopped):
    """Nothing was kept while typing: the page has no script, or there was no pause."""
    _told, text = stopped
    back = page(nurse).get("/meld/").content.decode()

    assert "Pasienten falt på badet" in back
    assert words(back) == words(text)
    assert "på nytt" not in back


@pytest.mark.parametrize("chosen", [True, False])
def test_photos_are_asked_for_again_only_where_there_were_some(page, nurse, meld, chosen):
    client = page(nurse)
    leave(client, meld(), "", **({"files_left": "1"} if chosen else {}))
    back = client.get("/meld/").content.decode()

    assert "Vi har tatt vare på det du skrev" in back
    assert ("Bilder må du legge ved på nytt." in back) == chosen


def test_photo_survives_that_the_session_ends(client_of, page, nurse, stopped, stopped_clock):
    told, text = stopped
    client = client_of(nurse)
    client.get("/min-side/")
    stopped_clock.at += timedelta(hours=9)
    asked = client.post("/meld/", told | {"kept_photos": words(text)}).content.decode()
    carried = re.search(r'name="carried" value="([^"]+)"', asked)[1]
    account = nurse.account
    account.set_password("hest batteri stift bok")
    account.save()
    client.post(
        "/logg-inn/",
        {"username": account.username, "password": "hest batteri stift bok", "carried": carried},
    )

    assert words(client.get("/meld/").content.decode()) == words(text)


@pytest.fixture
def locked(page, nurse, meld, upload, stopped_clock):
    """A photo chosen in the very form that meets the locked page: the client, and what it answered."""
    client = page(nurse)
    client.get("/meld/")
    stopped_clock.at += timedelta(hours=2)
    sent = client.post("/meld/", meld() | {"photos": [upload(), upload("x.jpg", b"x")]})
    assert sent.status_code == 401
    return client, sent


def test_photo_sent_to_a_locked_page_waits_in_the_form(locked, nurse, unlock, meld):
    client, sent = locked
    back = client.get(unlock(client, sent, nurse).url).content.decode()

    assert "1 bilde følger med når du sender." in back
    assert "Bilder du la til sist, må du legge ved på nytt." in back  # the one that is no photo
    client.post("/meld/", meld() | {"kept_photos": words(back)})
    assert attached() == [("bilde-1.jpg", "image/jpeg")]


def test_photo_sent_to_a_locked_page_is_no_others(locked, colleague, unlock):
    client, sent = locked
    back = client.get(unlock(client, sent, colleague).url).content.decode()

    assert words(back) == []
    assert "Bilder må du legge ved på nytt." in back


def test_nothing_is_kept_for_nobody(page, meld, upload, world):
    sent = page().post("/meld/", meld() | {"photos": upload()})

    assert sent.status_code == 401
    assert "Bilder må du legge ved på nytt." in sent.content.decode()
    assert not default_storage.exists(kept_photos.FOLDER)


@pytest.mark.parametrize("how", ["another", "gone"])
def test_photo_of_a_draft_that_cannot_be_opened_is_to_be_added_again(
    page, nurse, colleague, stopped, how
):
    told, text = stopped
    client = page(colleague if how == "another" else nurse)
    leave(client, told, text)
    if how == "gone":
        for stored in default_storage.listdir(kept_photos.FOLDER)[1]:
            default_storage.delete(f"{kept_photos.FOLDER}/{stored}")
    back = client.get("/meld/").content.decode()

    assert words(back) == []
    assert "Bilder må du legge ved på nytt." in back


def test_what_is_never_sent_is_swept(stopped):
    def waiting():
        return len(default_storage.listdir(kept_photos.FOLDER)[1])

    (name,) = default_storage.listdir(kept_photos.FOLDER)[1]
    # By the clock of the disk, which no test stops.
    kept_at = default_storage.get_modified_time(f"{kept_photos.FOLDER}/{name}")
    forget_photos(kept_at + timedelta(hours=23))
    assert waiting() == 1
    forget_photos(kept_at + timedelta(hours=25))
    assert waiting() == 0
