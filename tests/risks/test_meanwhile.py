"""Two who write of the same risk: nobody writes over the other's words unseen, and nothing is lost."""

from html import unescape

import pytest

from styrk.core import clock, scope
from styrk.risks.models import Risk
from tests.clients import fetched

pytestmark = pytest.mark.django_db

MEANWHILE = "Noen har endret dette imens"


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


def sent_by(client, address, fields):
    answer = client.post(address, fetched(client, address, **fields))
    assert answer.status_code == 302


def text_of(answer):
    assert answer.status_code == 422
    return unescape(answer.content.decode())


def stands(risk):
    with scope.acting(scope.SYSTEM):
        now = Risk.objects.select_related("current").get(pk=risk.pk)
    return now.title, now.current.likelihood


def marked(text):
    return {"stand": text.split('name="stand" value="')[1].split('"')[0]}


def test_description_written_meanwhile(leader, yellow, page, clinic_director, ward_leader, now):
    address = f"/risiko/{yellow.uuid}/endre/"
    day = clock.after(now, days=60)
    fields = {"interaction": "none", "owner": str(ward_leader.uuid), "review_on": f"{day}"}
    mine = fetched(leader, address, **fields | {"title": "Våte gulv"})
    sent_by(
        page(clinic_director),
        address,
        fields | {"title": "Glatte gulv", "interaction": "external", "counterpart": "renholdet"},
    )
    text = text_of(leader.post(address, mine))

    assert stands(yellow)[0] == "Glatte gulv"
    said = ("Glatte gulv", "renholdet", "Våte gulv", f"{clinic_director.name} skrev dette")
    for words in (MEANWHILE, *said):
        assert words in text
    assert "<strong>Hvem eier risikoen?</strong>" not in text, "the same in both"
    assert leader.post(address, mine | marked(text)).status_code == 302
    assert stands(yellow)[0] == "Våte gulv"


def test_rating_given_meanwhile(leader, yellow, page, clinic_director):
    address = f"/risiko/{yellow.uuid}/vurder/"
    rated = {"kind": "now", "likelihood": "2", "harm_patient": "3", "reason": "Færre fall i høst"}
    mine = fetched(leader, address, **rated)
    worse = {"likelihood": "5", "reason": "Tre fall i natt"}
    sent_by(page(clinic_director), address, rated | worse)
    text = text_of(leader.post(address, mine))

    assert stands(yellow)[1] == 5
    for words in (MEANWHILE, "Tre fall i natt", "Færre fall i høst", clinic_director.name):
        assert words in text
    assert "blir liggende i historikken" in text
    assert leader.post(address, mine | marked(text)).status_code == 302
    assert stands(yellow)[1] == 2


def test_first_rating_given_meanwhile(leader, described, page, clinic_director):
    address = f"/risiko/{described.uuid}/vurder/"
    rated = {"kind": "now", "likelihood": "2", "harm_patient": "3", "reason": "Færre fall i høst"}
    mine = fetched(leader, address, **rated)
    sent_by(page(clinic_director), address, rated | {"reason": "Tre fall i natt"})

    assert "Tre fall i natt" in text_of(leader.post(address, mine))
