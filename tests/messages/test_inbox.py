import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.core import ids
from styrk.messages import queries
from styrk.messages.commands import Letter, send
from styrk.messages.models import Message


@pytest.fixture
def told(as_person, now):
    """`told(nurse, 3)` puts three messages in the nurse's inbox, numbered from 1."""

    def tell(person, number=1, path="/om/roller/"):
        letters = [
            Letter(person, f"{ids.new_uuid()}", f"Beskjed nr {n}.".__str__, "Se selv".__str__, path)
            for n in range(1, number + 1)
        ]
        send(letters, now=now)
        with as_person(person):
            return list(Message.objects.filter(recipient=person).order_by("pk"))

    return tell


def shown(client, address="/beskjeder/"):
    return client.get(address).content.decode()


def test_empty_inbox_is_friendly(page, nurse):
    assert "Ingen beskjeder ennå" in shown(page(nurse))


def test_inbox_shows_the_newest_first_and_marks_the_unread(page, nurse, told):
    told(nurse, 2)
    text = shown(page(nurse))

    assert text.index("Beskjed nr 2.") < text.index("Beskjed nr 1.")
    assert text.count("Ulest") == 2
    assert "Merk alle som lest" in text


def test_inbox_is_ones_own(page, nurse, colleague, told):
    told(colleague)

    assert "Beskjed nr" not in shown(page(nurse))


def test_opening_marks_as_read_and_goes_to_what_it_is_about(page, nurse, told):
    (message,) = told(nurse)
    client = page(nurse)

    assert client.get(f"/beskjeder/{message.uuid}/").url == "/om/roller/"
    assert "Ulest" not in shown(client)


@pytest.mark.parametrize("path", ["", "https://ond.example/", "//ond.example/"])
def test_message_about_nothing_of_ours_stays_in_the_inbox(page, nurse, told, path):
    (message,) = told(nurse, path=path)

    assert page(nurse).get(f"/beskjeder/{message.uuid}/").url == "/beskjeder/"


def test_another_persons_message_is_not_there(page, nurse, colleague, told, as_person):
    (message,) = told(colleague)

    assert page(nurse).get(f"/beskjeder/{message.uuid}/").status_code == 404
    with as_person(colleague):
        assert Message.objects.get().read_at is None


def test_all_are_read_up_to_the_newest_shown(page, nurse, told, as_person):
    messages = told(nurse, 3)
    client = page(nurse)
    client.post("/beskjeder/lest/", {"til": messages[1].pk})

    with as_person(nurse):
        unread = Message.objects.filter(read_at__isnull=True)
        assert list(unread) == [messages[2]]


@pytest.mark.parametrize("up_to", ["", "-1", "x", "9" * 40])
def test_all_are_read_up_to_nonsense_reads_none(page, nurse, told, up_to, as_person):
    told(nurse)

    assert page(nurse).post("/beskjeder/lest/", {"til": up_to}).url == "/beskjeder/"
    with as_person(nurse):
        assert queries.unread(nurse) == 1


def test_pages_lead_to_older_and_back(page, nurse, told, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)
    messages = told(nurse, 5)
    client = page(nurse)

    first = shown(client)
    assert "Beskjed nr 5." in first
    assert "Nyere" not in first
    second = shown(client, f"/beskjeder/?eldre={messages[3].pk}")
    assert ("Beskjed nr 3." in second, "Beskjed nr 2." in second) == (True, True)
    last = shown(client, f"/beskjeder/?eldre={messages[1].pk}")
    assert "Beskjed nr 1." in last
    assert "Eldre" not in last
    back = shown(client, f"/beskjeder/?nyere={messages[0].pk}")
    assert ("Beskjed nr 3." in back, "Beskjed nr 2." in back) == (True, True)
    assert client.get(f"/beskjeder/?nyere={messages[2].pk}").url == "/beskjeder/"


@pytest.mark.parametrize("question", ["eldre=x", "eldre=-1", f"nyere={'9' * 40}", "eldre=0"])
def test_nonsense_in_the_address_is_no_error(page, nurse, told, question):
    told(nurse)

    assert page(nurse).get(f"/beskjeder/?{question}").status_code == 200


def test_frame_says_how_many_are_unread(page, nurse, told):
    told(nurse, 2)

    assert '<span aria-hidden="true">2</span>' in shown(page(nurse), "/om/roller/")


def test_inbox_asks_the_same_with_one_and_three(page, nurse, told):
    client = page(nurse)
    shown(client)

    def asked():
        with CaptureQueriesContext(connection) as captured:
            shown(client)
        return len(captured)

    told(nurse)
    one = asked()
    told(nurse, 2)
    assert asked() == one <= 8
