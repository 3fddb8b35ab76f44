"""A ward's risk, lifted level by level until it stands in the region's picture of the tertial."""

from datetime import date

import pytest

from styrk.access.models import Account
from styrk.organisation.models import Appointment, Person
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]

RISK = "Pasienter faller på badet om natta"
MEASURE = "Sklisikkert belegg på badene"
REASON = "Det samme skjer på flere poster, og vi kan ikke bygge om badene selv."
# Each level that takes it in: who, and what it is called there.
LEVELS = (
    ("clinic_director", "Kristin Krogh, Klinikksjef", "Medisinsk klinikk", "Fall på badet"),
    ("ceo", "Daniel Drange, Administrerende direktør", "Fjordheim sykehus", "Fall i sykehuset"),
    ("region_leader", "Ragna Rud, Administrerende direktør", "Helse Prøve", "Fall i sykehusene"),
)


@pytest.fixture
def region_leader(world) -> Person:
    person = Person.objects.create(name="Ragna Rud", title="Administrerende direktør")
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from=date(2020, 1, 1)
    )
    Account.objects.create(username="region_leader", person=person, password="!")
    world.people["region_leader"] = person
    return person


@pytest.mark.usefixtures("region_leader")
def test_from_the_wards_risk_to_the_regions_picture(visitor):
    below = visitor("ward_leader", view=PHONE)
    when_the_ward_describes_and_rates_it(below)
    when_something_is_done_about_it(below, "Lars Lunde, Seksjonsleder")
    for key, named, unit, title in LEVELS:
        when_it_is_lifted(below, to=unit)
        below = visitor(key, checks=False)
        when_the_level_takes_it_in_and_rates_it_anew(below, named, title)
        then_what_it_is_made_of_is_still_seen(below)
    when_something_is_done_about_it(below, LEVELS[-1][1])
    when_the_region_takes_its_picture(below)
    then_the_picture_shows_it(visitor("region_leader", view=PHONE))


def when_the_ward_describes_and_rates_it(leader):
    leader.opens("/risiko/").follows("Ny risiko")
    leader.types("Hva kan gå galt?", RISK).types("Hvorfor kan det skje?", "Gulvet blir vått")
    leader.picks("Lars Lunde, Seksjonsleder", of="Hvem eier risikoen?")
    leader.presses("Lagre").sees(RISK)
    it_is_rated(leader, "Fire fall i høst")


def when_something_is_done_about_it(leader, named):
    leader.follows("Nytt tiltak").types("Hva skal gjøres?", MEASURE)
    leader.types("Hva skal bli annerledes?", "Ingen faller fordi gulvet er vått")
    leader.types("Hvordan ser vi at det virker?", "Ingen fall på badet på tre måneder")
    leader.types("Frist", "2026-12-10").types("Når ser vi etter om det virket?", "2027-03-10")
    leader.chooses("System").picks(named, of="Hvem eier tiltaket?")
    leader.presses("Bestem tiltaket").sees(MEASURE)


def when_it_is_lifted(leader, *, to):
    leader.follows("Løft den til nivået over")
    leader.picks(to, of="Hvem løfter du den til?").types("Hvorfor må den løftes?", REASON)
    leader.presses("Løft den").sees("Foreslått")


def when_the_level_takes_it_in_and_rates_it_anew(leader, named, title):
    leader.opens("/risiko/").sees("Løftet til oss (1)")
    leader.opens("/risiko/loftet/").page.locator("main .st-list a").first.click()
    leader.sees(REASON).chooses("Ta den inn")
    leader.types("Hva kaller dere den?", title).picks(named, of="Hvem eier den hos dere?")
    leader.presses("Svar")
    it_is_rated(leader, "Samlet for oss")
    leader.sees(title)


def it_is_rated(leader, reason):
    leader.chooses("4 Ofte").picks(
        "4 Alvorlig: Varig skade, eller livet er i fare", of="Pasient og bruker"
    )
    leader.types("Hva bygger du det på?", reason).presses("Lagre vurderingen").sees("Rød (16)")


def then_what_it_is_made_of_is_still_seen(leader):
    leader.sees("Bygger på disse nedenfra")


def when_the_region_takes_its_picture(leader):
    leader.opens("/risiko/tertial/")
    leader.types("Hva er viktigst i bildet?", "Fall på bad går igjen i flere sykehus.")
    leader.presses("Ta bildet").sees("Fall i sykehusene", MEASURE)


def then_the_picture_shows_it(leader):
    leader.opens("/risiko/tertial/").page.locator("main .st-list a").first.click()
    leader.looks_over().sees("Fall i sykehusene", "Rød", "Ny", MEASURE)
