"""E-mail through a real SMTP server: that there is a message, never what it says; and once."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from django.conf import settings as styrk

from styrk.access.models import Account
from styrk.core import scope
from styrk.messages.commands import Letter, email_next, send
from styrk.messages.jobs import email_waiting
from styrk.messages.models import Message
from styrk.organisation.models import Person

pytestmark = pytest.mark.django_db

SECRET = "Kvitrosebark"


class PostOffice:
    """What the server was sent. `says` answers the next recipients, `takes` the next letters."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.envelopes: list[list[str]] = []
        self.says: list[str] = []
        self.takes: list[str] = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        answer = self.says.pop(0) if self.says else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = self.takes.pop(0) if self.takes else "250 OK"
        if answer.startswith("250"):
            self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
            self.envelopes.append(envelope.rcpt_tos)
        return answer


@pytest.fixture
def office(settings) -> Iterator[PostOffice]:
    """A running server, to which Styrk sends."""
    settings.MAIL_HOST = "127.0.0.1"
    handler = PostOffice()
    controller = Controller(handler, hostname="127.0.0.1", port=_free_port())
    controller.start()
    _send_to(settings, controller.port)
    yield handler
    controller.stop()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _send_to(settings, port):
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": port, "timeout": 5},
        }
    }


@pytest.fixture
def tell(now):
    """`tell(nurse)` gives the person a message about something secret."""

    def tell(person, key="event"):
        letter = Letter(
            recipient=person,
            key=f"{key}:{person.pk}",
            subject=lambda: f"Om det du meldte: {SECRET}",
            text=lambda: f"Lars ser på {SECRET}",
            path="/mine-meldinger/",
        )
        send([letter], now=now)
        return the_message(person)

    return tell


def the_message(person):
    with scope.acting(scope.SYSTEM):
        return Message.objects.filter(recipient=person).latest("pk")


def waits(now):
    """How many e-mails are due at the time."""
    with scope.acting(scope.SYSTEM):
        return Message.objects.filter(email_due_at__lte=now).count()


def test_mail_says_that_there_is_a_message_and_where(office, tell, nurse, now):
    told = tell(nurse)
    email_waiting(now)
    (letter,) = office.letters

    assert office.envelopes == [["nurse@styrk.example"]]
    assert letter["To"] == "nurse@styrk.example"
    assert letter["From"] == styrk.DEFAULT_FROM_EMAIL
    assert letter["Subject"] == "Du har en ny beskjed i Styrk"
    assert letter.get_content().strip() == (f"Logg inn for å lese den: {styrk.BASE_URL}/beskjeder/")
    assert letter["Message-ID"] == f"<{told.uuid}@{styrk.MAIL_DOMAIN}>"
    assert the_message(nurse).emailed_at == now


def test_nothing_of_the_case_is_in_any_part_of_the_mail(office, tell, nurse, now):
    told = tell(nurse)
    email_waiting(now)
    whole = office.letters[0].as_string()

    assert SECRET in told.text
    assert SECRET not in whole
    assert "mine-meldinger" not in whole
    assert nurse.name not in whole


def test_mail_is_sent_once(office, tell, nurse, colleague, now):
    for person in (nurse, colleague, nurse):
        tell(person)
    email_waiting(now)
    email_waiting(now + timedelta(days=1))

    assert sorted(office.envelopes) == [["colleague@styrk.example"], ["nurse@styrk.example"]]


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("nb", "Du har en ny beskjed i Styrk"),
        ("nn", "Du har ein ny beskjed i Styrk"),
        ("en", "You have a new message in Styrk"),
    ],
)
def test_mail_is_in_the_recipients_language(office, tell, nurse, now, language, subject):
    Account.objects.filter(person=nurse).update(language=language)
    tell(nurse)
    email_waiting(now)

    assert office.letters[0]["Subject"] == subject


@pytest.mark.parametrize(
    "refusal", ["451 4.7.1 Greylisted, try again later", "450 4.2.0 Mailbox busy"]
)
def test_recipient_refused_for_now_is_tried_again(office, tell, nurse, now, refusal):
    tell(nurse)
    office.says = [refusal]
    email_waiting(now)
    assert not office.letters

    email_waiting(now + timedelta(minutes=3))
    assert len(office.letters) == 1


@pytest.mark.parametrize("refusal", ["451 4.3.0 Not now", "554 5.7.1 Looks like spam"])
def test_letter_refused_is_tried_again_as_the_same(office, tell, nurse, now, refusal):
    told = tell(nurse)
    office.takes = [refusal]
    email_waiting(now)
    waiting = the_message(nurse)
    assert (office.letters, waiting.email_tries, waiting.emailed_at) == ([], 1, None)
    assert refusal[4:9] in waiting.email_error
    assert waits(now) == 0

    email_waiting(now + timedelta(minutes=3))
    assert [letter["Message-ID"] for letter in office.letters] == [
        f"<{told.uuid}@{styrk.MAIL_DOMAIN}>"
    ]
    assert the_message(nurse).email_error == ""


def test_server_that_is_away_is_tried_again_ever_later_and_not_for_ever(
    office, settings, tell, nurse, now
):
    _send_to(settings, 1)  # nobody listens there
    tell(nurse)
    at, waited = now, []
    while (due := the_message(nurse).email_due_at) is not None:
        waited.append(due - at)
        at = due
        email_waiting(at)

    assert the_message(nurse).email_tries == len(waited)
    assert waited == sorted(waited)
    assert max(waited) == timedelta(hours=4)
    assert timedelta(days=4) < at - now < timedelta(days=5)
    assert the_message(nurse).emailed_at is None


def test_one_that_is_refused_does_not_hold_up_the_others(office, tell, nurse, colleague, now):
    tell(nurse)
    tell(colleague)
    office.takes = ["451 4.3.0 Not now"]
    email_waiting(now)

    assert len(office.letters) == 1
    assert waits(now) == 0


def test_unknown_recipient_is_not_tried_again(office, tell, nurse, now):
    tell(nurse)
    office.says = ["550 5.1.1 No such user"]
    email_waiting(now)
    refused = the_message(nurse)

    assert (refused.email_due_at, refused.emailed_at) == (None, None)
    assert "No such user" in refused.email_error
    email_waiting(now + timedelta(days=30))
    assert not office.letters


@pytest.mark.parametrize(
    "address",
    [
        "nora@æøå.example",
        "ikke en adresse",
        "nora@",
        "æ@styrk.example",
        "a@b.example\nBcc: x@y.example",
    ],
)
def test_address_that_cannot_be_used_does_not_hold_up_the_others(
    office, tell, nurse, colleague, now, address
):
    Person.objects.filter(pk=nurse.pk).update(email=address)
    nurse.email = address
    tell(nurse)
    tell(colleague)
    for minutes in (0, 5, 20):
        email_waiting(now + timedelta(minutes=minutes))

    assert [to for to in office.envelopes if to == ["colleague@styrk.example"]]
    assert not any("x@y.example" in to for envelope in office.envelopes for to in envelope)


def test_without_address_or_server_the_message_is_in_the_inbox_alone(
    office, settings, tell, nurse, colleague, now
):
    nurse.email = ""
    tell(nurse)
    settings.MAIL_HOST = ""
    tell(colleague)
    email_waiting(now)

    assert not office.letters
    assert {the_message(person).email_due_at for person in (nurse, colleague)} == {None}


def test_killed_after_the_server_took_it_is_the_same_letter_again(
    office, tell, nurse, now, monkeypatch
):
    """Between the server's yes and our note of it: a double is known by its Message-ID."""
    tell(nurse)
    with monkeypatch.context() as killed:
        killed.setattr(Message, "save", _killed)
        with pytest.raises(KeyboardInterrupt):
            email_next(now=now)
    email_waiting(now)

    assert len(office.letters) == 2
    assert len({letter["Message-ID"] for letter in office.letters}) == 1


def _killed(*_args, **_kwargs):
    raise KeyboardInterrupt
