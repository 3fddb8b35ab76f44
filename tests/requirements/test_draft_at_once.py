"""Two who write on the same requirement of a draft at the same time: the later sees what stands now."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from html import unescape
from time import sleep

import pytest
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse

from styrk.requirements import commands
from styrk.requirements.models import Requirement
from styrk.requirements.types import Wording
from tests.clients import fetched, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
MEANWHILE = "Noen har endret dette imens"


@pytest.fixture
def requirement(world, ceo, now):
    source = commands.register_source(
        code="OBD", kind="mandate", title="Oppdrag", unit=world.trust, owner=ceo, by=ceo, now=now
    )
    draft = commands.begin_edition(
        source=source, label="2026", dated=date(2026, 2, 1), by=ceo, now=now
    )
    return commands.write_requirement(
        edition=draft, wording=_wording("Ventetiden ned."), by=ceo, now=now
    )


def _wording(text):
    return Wording("1", "1", text, kind="target")


@pytest.fixture
def mine(requirement, world, ceo, quality_adviser, stopped_clock):
    """`mine(theirs)`: the answer to a form that is sent while another's act is not yet through."""
    address = reverse("requirements:reword", args=[requirement.uuid])
    client = signed_in(Client(), ceo)
    form = fetched(client, address, point="1", text="Mitt", kind="target", rhythm="tertial")

    def send():
        try:
            return client.post(address, form)
        finally:
            connections.close_all()

    def mine(theirs):
        with ThreadPoolExecutor(1) as other:
            with transaction.atomic():
                theirs()
                sent = other.submit(send)
                sleep(
                    0.4
                )  # long enough to read what stood before, where nothing keeps it from that
            return sent.result(10)

    return mine


def test_what_the_first_wrote_is_not_written_over_unseen(requirement, mine, quality_adviser, now):
    answer = mine(
        lambda: commands.reword_requirement(
            requirement=requirement, wording=_wording("Deres"), by=quality_adviser, now=now
        )
    )

    text = unescape(answer.content.decode())
    assert (answer.status_code, MEANWHILE in text, "Deres" in text) == (422, True, True)
    assert Requirement.objects.get().text == "Deres"


def test_nothing_is_written_in_what_was_given_out_meanwhile(requirement, mine, ceo, now):
    edition = requirement.edition

    answer = mine(lambda: commands.publish_edition(edition=edition, by=ceo, now=now))

    assert answer.status_code == 404
    assert Requirement.objects.get().text == "Ventetiden ned."
