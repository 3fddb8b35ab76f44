"""A kommune's people meet a kommune's words, and nothing that only health trusts have."""

from datetime import date
from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from styrk.access.models import Account
from styrk.access.roles import BOARD_CHAIR, BOARD_MEMBER
from styrk.incidents.commands import report_incident
from styrk.incidents.types import Report
from styrk.inspections.states import AuditKind
from styrk.organisation.commands import appoint, register_person
from styrk.organisation.flavours import Flavour, flavour_of, speaking_to, worded
from styrk.requirements.forms.sources import RegisterForm
from styrk.requirements.states import SourceKind
from tests.clients import filled_in
from tests.walking import foreign_in, walked

pytestmark = pytest.mark.django_db


def said(client, name):
    return unescape(client.get(reverse(name)).content.decode())


def test_the_kind_follows_from_what_the_topmost_level_is_called():
    assert flavour_of("Kommune") is flavour_of("fylkeskommune") is Flavour.MUNICIPAL
    for level in ("Helseforetak", "Regionalt helseforetak", "Kommunalområde", ""):
        assert flavour_of(level) is Flavour.TRUST


def test_each_is_told_in_their_own_words():
    word = worded("styret", "kommunestyret")

    with speaking_to({Flavour.MUNICIPAL}):
        assert (f"{word}", f"{BOARD_CHAIR.name}") == ("kommunestyret", "Ordfører")
        assert AuditKind.GROUP.label == "Forvaltningsrevisjon"
        assert SourceKind.BOARD_DECISION.label == "Vedtak i kommunestyret"
        assert "minutes" not in dict(RegisterForm(units=[], common=True).fields["kind"].choices)
    with speaking_to({Flavour.MUNICIPAL, Flavour.TRUST}):
        assert f"{word}" == "styret", "who works in both reads the trust's"
    assert f"{word}" == "styret"
    assert "minutes" in dict(RegisterForm(units=[], common=True).fields["kind"].choices)


def test_a_trust_meets_its_own(page, ceo):
    html = said(page(ceo), "overview:roles")

    assert "Styreleder" in html
    assert "Årlig melding" in html
    assert "Rapport til kommunestyret" not in html


def test_no_kommune_writes_an_arlig_melding(page, municipal_director):
    client = page(municipal_director)

    assert "Ingen årlig melding å vise" in said(client, "requirements:annuals")
    assert client.get(reverse("requirements:annual", args=["k", 2025])).status_code == 404
    assert client.get(reverse("requirements:annuals"), {"enhet": "k"}).status_code == 404


@pytest.fixture
def in_post(world, now):
    """`in_post(name, role)`: somebody with a post at the top of the kommune, and an account."""

    def in_post(name, role):
        unit = world.municipality
        person = register_person(name=name, title="", email="", home_unit=unit, by=None, now=now)
        since = date(2026, 1, 1)
        appoint(person=person, unit=unit, role=role, valid_from=since, by=None, now=now)
        Account.objects.create(username=name, person=person, password="!")
        return person

    return in_post


def test_what_is_about_the_kommunedirektor_goes_to_the_mayor(page, world, in_post, now, as_person):
    in_post("Oddvar Ordal", BOARD_CHAIR.code)
    reporter = in_post("Rita Rud", "employee")
    report = Report(
        unit=world.municipality,
        kind="patient",
        description="Vi fikk ikke svar da vi ringte om natt.",
        happened_at=now,
        harm_actual="none",
        about_leader=True,
    )
    with as_person(reporter):
        incident = report_incident(report=report, key=UUID(int=7), by=reporter, now=now)

    html = unescape(page(reporter).get(f"/mine-meldinger/{incident.uuid}/").content.decode())
    assert "ordføreren" in html
    assert "styreleder" not in html


@pytest.fixture
def people(world, in_post):
    """Who meets the words: those who are there, and one in each post at the top of the kommune."""
    posts = (BOARD_CHAIR.code, BOARD_MEMBER.code, "quality_adviser", "auditor")
    named = [in_post(f"Post{n} Holder", role) for n, role in enumerate(posts)]
    return [
        world.people[one] for one in ("municipal_director", "home_leader", "home_nurse")
    ] + named


def test_no_page_says_what_only_trusts_have(client_of, people):
    """Every kind of page that the kommune's people come to from their own, forms too."""
    for person in people:
        assert foreign_in(walked(client_of(person))) == {}


def test_nobody_outside_is_met_by_the_words_of_a_hospital(client, world, page, municipal_director):
    filled_in(page(municipal_director), "/stemmer/siden/?enhet=k", is_open="on", greeting="")

    html = unescape(client.get("/fortell/k/").content.decode())
    assert "Har du vært bruker, beboer, pasient eller pårørende hos oss?" in html
    assert "Slik var det å være bruker, beboer, pasient eller pårørende." in html
    assert foreign_in({"open": html}) == {}
