"""A supervision finds a breach: the unit answers, acts, sees that it helped; the authority's
letter confirms, and the board decides."""

from datetime import timedelta

import pytest

from styrk.inspections.models import Finding
from tests.inspections.conftest import (  # noqa: F401 - fixtures
    PDF,
    authority,
    carried_out,
    found,
    mandate,
    planned,
    reported,
    upload,
)
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]
TITLE = "Dobbeltkontroll føres ikke"
ACTION = "Nytt ark med to felt"
SEEN = "Statsforvalteren skriver at det er rettet."


@pytest.fixture
def breach(reported, found, authority) -> Finding:  # noqa: F811 - the fixtures
    audit = reported(
        found("breach"),
        kind="supervision",
        title="Tilsyn med legemidler",
        authority=authority,
        exempt="offentleglova § 24",
    )
    return audit.findings.all()[0]


def test_from_finding_to_confirmed(visitor, stopped_clock, breach, now):
    the_leader_answers_and_acts(visitor("ward_leader", view=PHONE))
    stopped_clock.at = now + timedelta(days=130)
    the_leader_sees_that_it_helped(visitor("ward_leader", view=PHONE))
    the_contact_enters_the_letter(visitor("quality_adviser", view=PHONE))
    the_adviser_sends_it_to_the_board(visitor("quality_adviser", view=PHONE))
    the_board_decides(visitor("board_chair", view=PHONE))


def the_leader_answers_and_acts(leader):
    leader.opens("/min-side/").sees("Svar på et funn").follows(TITLE)
    leader.sees("Statsforvalteren i Prøvefylket", "Enheten har ikke svart ennå")
    leader.follows("Svar på funnet").types("Hva gjør dere med det?", "To signaturer på arket.")
    leader.types("Når er det rettet?", "2027-03-01").presses("Send svaret")
    leader.follows("Bestem et tiltak").types("Hva skal gjøres?", ACTION)
    leader.types("Hva skal bli annerledes?", "Ingen deler ut alene")
    leader.types("Hvordan ser vi at det virker?", "Ti av ti har to signaturer")
    leader.chooses("System").picks("Lars Lunde, Seksjonsleder", of="Hvem eier tiltaket?")
    leader.presses("Bestem tiltaket").sees(ACTION, "Planlagt")
    leader.follows(ACTION).presses("Tiltaket er iverksatt").sees("Virket det?")


def the_leader_sees_that_it_helped(leader):
    leader.opens("/tiltak/").follows(ACTION).chooses("Virket")
    leader.types("Hva bygger du det på?", "Ti av ti ark har to signaturer.")
    leader.presses("Lagre vurderingen").sees("Takk. Vurderingen er lagret")
    leader.opens("/revisjoner/funn/").follows(TITLE).sees("Virket")
    leader.follows("Meld fra at det er rettet")
    leader.types("Hvordan ser dere at det er rettet?", "Ti av ti ark har to signaturer.")
    leader.presses("Meld fra").sees("Venter på bekreftelse")
    leader.sees_nothing_of("Bekreft at det er rettet")


def the_contact_enters_the_letter(adviser):
    adviser.opens("/min-side/").sees("Se etter om funnet er rettet").follows(TITLE)
    adviser.follows("Bekreft at det er rettet").types("Hva viser at det er rettet?", SEEN)
    adviser.attaches("Brevet fra tilsynsmyndigheten", ("brev.pdf", PDF))
    adviser.types("Hvilken dag er brevet fra?", "2027-02-10").presses("Bekreft")
    adviser.sees("Bekreftet rettet", "brev.pdf", SEEN)


def the_adviser_sends_it_to_the_board(adviser):
    adviser.opens("/revisjoner/").follows("Tilsyn med legemidler").follows(
        "Send rapporten til styret"
    )
    adviser.types("Hva skal styret ta stilling til?", "Om det holder.").presses("Send til styret")
    adviser.sees("Venter på styret")


def the_board_decides(chair):
    chair.opens("/min-side/").unfolds("Senere").sees("Rapporten venter på styret")
    chair.follows("Tilsyn med legemidler")
    chair.sees("Bekreftet rettet").follows(TITLE).sees(SEEN, "brev.pdf")
    chair.goes_back().follows("Før inn hva styret bestemte")
    chair.types("Hva bestemte styret?", "Styret er fornøyd.").presses("Før inn")
    chair.sees("Styret bestemte", "Styret er fornøyd.")
