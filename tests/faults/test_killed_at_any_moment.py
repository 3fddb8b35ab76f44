"""kill -9 of the web server, the worker and PostgreSQL while people report: nothing is lost or doubled."""

import json
import random
import shutil
import socket
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from email import message_from_bytes
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from tests.faults.reporting import Reporter
from tests.faults.served import STYRK, Served, kill

pytestmark = [pytest.mark.faults, pytest.mark.xdist_group("faults")]

PEOPLE = ("nurse", "colleague", "other_nurse", "ward_leader")
REPORTS = 10
# Those told of a report: the one who reported, the ward's leader and, at one ward, the deputy.
TOLD = {"nurse": 3, "colleague": 3, "other_nurse": 2, "ward_leader": 3}
BACK_SECONDS = 20.0
ALL_SENT_SECONDS = 90.0
MAILED_SECONDS = 60.0


class PostOffice:
    """Every letter by its Message-ID, as often as it came, and to whom."""

    def __init__(self) -> None:
        self.letters: dict[str, list[str]] = defaultdict(list)

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        told = message_from_bytes(envelope.content)
        self.letters[told["Message-ID"]] += envelope.rcpt_tos
        return "250 OK"


@pytest.fixture
def office() -> Iterator[tuple[PostOffice, int]]:
    handler = PostOffice()
    controller = Controller(handler, hostname="127.0.0.1", port=_free_port())
    controller.start()
    yield handler, controller.port
    controller.stop()


@pytest.fixture
def served(office) -> Iterator[Served]:
    place = Path(tempfile.mkdtemp(prefix="styrk-faults-", dir="/tmp"))
    place.chmod(0o755)
    server = Served(place / "data", smtp_port=office[1])
    yield server
    server.ends()
    shutil.rmtree(place)


def test_nothing_is_lost_or_doubled_whatever_is_killed(served, office):
    chance = random.Random(seed := random.SystemRandom().randrange(10_000))
    people = given_people_who_report(served)

    killed = when_parts_are_killed_while_they_report(served, people, chance)

    told = f"seed {seed}, killed {killed}"
    then_every_report_was_taken(people, told)
    then_each_is_there_once_with_all_that_belongs_to_it(served, people, told)
    then_each_is_told_once(served, people, told)
    then_each_mail_came_under_one_name(served, office[0], told)
    then_the_trail_holds(served)


def given_people_who_report(served):
    made = json.loads(served.run("-m", "tests.faults.making", *PEOPLE))
    return {key: Reporter(served.port, **made[key], number=REPORTS) for key in PEOPLE}


def when_parts_are_killed_while_they_report(served, people, chance):
    """Each part at least once, at any moment, in any order."""
    targets = {
        "web": served.web,
        "web worker": lambda: served.web_workers()[:1],
        "worker": served.worker,
        "database": served.database,
        "backend": lambda: sorted(served.backends(), key=lambda _: chance.random())[:1],
    }
    order = [*targets, "worker", "database"]
    chance.shuffle(order)
    for person in people.values():
        person.start()
    done = []
    for target in order:
        time.sleep(chance.uniform(0.3, 2.0))
        assert _comes(targets[target], BACK_SECONDS), f"{target} did not come back after {done}"
        done.append((target, kill(targets[target]())))
    for person in people.values():
        person.join(timeout=ALL_SENT_SECONDS)
    # The last one killed may have been the database, with nobody left who tried again.
    assert _comes(served.answers, BACK_SECONDS), f"the database did not come back after {done}"
    return done


def then_every_report_was_taken(people, told):
    for key, person in people.items():
        assert person.error is None, f"{key}: {person.error!r}; {told}"
        assert len(person.taken) == REPORTS, f"{key} was not done; {told}"
    # Otherwise nothing was tested: somebody had to try again.
    assert sum(person.tries for person in people.values()) > REPORTS * len(people), told


def then_each_is_there_once_with_all_that_belongs_to_it(served, people, told):
    stored = {
        uuid: numbers
        for uuid, *numbers in served.rows(
            """
            SELECT uuid,
                (SELECT count(*) FROM incidents_reporter r WHERE r.incident_id = i.id),
                (SELECT count(*) FROM incidents_incidentstep s WHERE s.incident_id = i.id),
                (SELECT count(*) FROM trail_entry e
                 WHERE e.subject = 'incident' AND e.subject_id = i.id),
                (SELECT count(*) FROM duties_duty d WHERE d.subject_uuid = i.uuid)
            FROM incidents_incident i WHERE place <> 'Kvitrosebark'
            """
        )
    }
    taken = [uuid for person in people.values() for uuid in person.taken.values()]

    assert len(set(taken)) == len(taken), told
    assert stored == {uuid: [1, 1, 1, 1] for uuid in taken}, told


def then_each_is_told_once(served, people, told):
    expected = sum(TOLD[key] * len(person.taken) for key, person in people.items())
    ((messages, keys),) = served.rows(
        "SELECT count(*), count(DISTINCT key) FROM styrk_messages_message"
    )

    assert (messages, keys) == (expected, expected), told


def then_each_mail_came_under_one_name(served, office, told):
    waiting = "SELECT count(*) FROM styrk_messages_message WHERE emailed_at IS NULL"
    assert _comes(lambda: served.rows(waiting) == [(0,)], MAILED_SECONDS), told
    expected = {
        f"<{uuid}@styrk.localhost>": email
        for uuid, email in served.rows(
            "SELECT m.uuid, p.email FROM styrk_messages_message m"
            " JOIN organisation_person p ON p.id = m.recipient_id"
        )
    }
    assert set(office.letters) == set(expected), told
    for name, recipients in office.letters.items():
        assert set(recipients) == {expected[name]}, told
    twice = Counter(len(recipients) for recipients in office.letters.values())
    # Only what was on its way when something fell may come again.
    assert twice[1] >= len(expected) - 10, (twice, told)


def then_the_trail_holds(served):
    assert json.loads(served.run(*STYRK[1:], "verify-trail", "--json"))["intact"] is True


def _comes(true: Callable[[], object], within: float) -> bool:
    deadline = time.monotonic() + within
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
