"""The whole story: a nurse reports a fall, and learns what came of it."""

from datetime import timedelta

import pytest

from styrk.core import clock
from styrk.incidents.commands import tell_next_change
from tests.incidents.conftest import picture
from tests.journeys.visitor import DESKTOP, PHONE

pytestmark = pytest.mark.browser
# Two browsers beside each other where there are two workers.
ON_PHONE, ON_DESKTOP = map(pytest.mark.xdist_group, ("browser phone", "browser desktop"))

FALL = "Pasienten falt på badet i natt. Gulvet var vått etter dusjing."
TITLE = "Pasienten falt på badet i natt"


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"view": PHONE}, id="phone", marks=ON_PHONE),
        pytest.param({"view": DESKTOP}, id="desktop", marks=ON_DESKTOP),
        pytest.param({"view": PHONE, "scripts": False}, id="without scripts", marks=ON_DESKTOP),
    ],
)
def test_from_report_to_thanks(visitor, stopped_clock, world, how):
    nurse, leader = visitor("nurse", **how), visitor("ward_leader", **how)

    given_the_leader_looks_at_the_list(leader)
    when_the_nurse_reports_a_fall_with_a_photo(nurse)
    then_the_nurse_sees_that_it_is_received(nurse)
    then_the_leader_sees_it_within_seconds(leader, waits=how == {"view": DESKTOP})

    when_the_leader_takes_it_and_confirms_how_bad_it_was(leader)
    when_the_leader_asks_another_ward(leader)
    when_the_other_ward_answers(visitor("other_leader", **how))
    when_the_leader_writes_what_was_found(leader)
    when_the_leader_decides_an_action_for_a_colleague(leader, world)
    when_the_leader_tells_the_nurse(leader)
    then_the_nurse_sees_what_was_decided(nurse)

    when_the_colleague_carries_it_out(visitor("colleague", **how), stopped_clock)
    then_the_nurse_sees_what_was_changed(nurse)
    when_months_pass_and_the_colleague_judges_the_effect(visitor, how, stopped_clock)
    then_the_nurse_sees_that_it_helped_and_is_thanked(visitor("nurse", **how))
    then_the_leader_sees_what_got_better(visitor("ward_leader", **how))
    then_the_outsider_sees_nothing(visitor("outsider_leader", **how), nurse, leader)


def given_the_leader_looks_at_the_list(leader):
    leader.opens("/avvik/").sees("Ingen meldinger ennå")


def when_the_nurse_reports_a_fall_with_a_photo(nurse):
    nurse.opens("/min-side/").sees("Ingenting venter på deg")
    nurse.follows("Meld", within="header")
    nurse.types("Hva skjedde?", FALL).chooses("Pasient/bruker")
    nurse.chooses("Liten", of="Hvor alvorlig ble det?")
    nurse.chooses("Alvorlig", of="Hvor alvorlig kunne det ha blitt?")
    nurse.unfolds("Mer: bilder").attaches("Bilder", ("bad.jpg", picture(size=(600, 400))))
    nurse.presses("Send meldingen")


def then_the_nurse_sees_that_it_is_received(nurse):
    nurse.sees("Takk! Meldingen er sendt.", TITLE, "Mottatt. Takk for at du sa fra.")
    nurse.unfolds("Det du skrev").sees(FALL)
    shown = nurse.page.get_by_alt_text("Bilde 1")
    shown.wait_for()


def then_the_leader_sees_it_within_seconds(leader, *, waits):
    if waits:  # the open list asks by itself
        leader.page.get_by_role("link", name=TITLE).wait_for(timeout=15_000)
    leader.opens("/min-side/").sees("Ta imot meldingen", TITLE)


def when_the_leader_takes_it_and_confirms_how_bad_it_was(leader):
    leader.follows(TITLE).sees("Ingen ennå", FALL, "Nora Nilsen")
    leader.presses("Ta imot").sees("Du har tatt imot meldingen.")
    leader.follows("Bekreft type og alvor")
    leader.chooses("Moderat", of="Hvor alvorlig ble det?")
    leader.types("Hvorfor endrer du det?", "Pasienten brakk håndleddet")
    leader.presses("Bekreft").sees("Type og alvor er bekreftet.", "Ble: moderat skade")


def when_the_leader_asks_another_ward(leader):
    leader.follows("Be om en uttalelse")
    leader.types("Hva vil du at de skal svare på?", "Hva skjedde før overflyttingen?")
    leader.types("Søk etter enheten", "2a").presses("Søk")
    leader.chooses("Sengepost 2A").presses("Send spørsmålet")
    leader.sees("Spørsmålet er sendt.", "Hva skjedde før overflyttingen?", "Svarfrist")


def when_the_other_ward_answers(other):
    other.opens("/min-side/").sees("Gi en uttalelse").follows(TITLE)
    other.sees("Hva skjedde før overflyttingen?", FALL).sees_nothing_of("Nora Nilsen")
    other.types("Svaret fra enheten din", "Pasienten var uten tilsyn en halvtime.")
    other.presses("Send svaret").sees("Takk. Svaret er sendt.")
    other.opens("/min-side/").sees_nothing_of("Gi en uttalelse")


def when_the_leader_writes_what_was_found(leader):
    leader.opens("/min-side/").follows(TITLE)
    leader.sees("Pasienten var uten tilsyn en halvtime.")
    leader.follows("Skriv hva dere fant").chooses("Lokaler og omgivelser")
    leader.chooses("Rutine mangler, er uklar eller passer ikke")  # the longest
    leader.types("Hva fant dere?", "Sluket er høyere enn gulvet, så vannet blir stående.")
    leader.presses("Lagre").sees("Det dere fant, er lagret.", "Sluket er høyere")


def when_the_leader_decides_an_action_for_a_colleague(leader, world):
    leader.follows("Bestem et tiltak").types("Hva skal gjøres?", "Senk sluket på badet")
    leader.types("Hva skal bli annerledes?", "Gulvet tørker av seg selv")
    leader.types("Hvordan ser vi at det virker?", "Ingen fall på badet på tre måneder")
    leader.chooses("System")
    leader.picks("Kari Karlsen, Sykepleier", of="Hvem eier tiltaket?")
    leader.presses("Bestem tiltaket").sees("Tiltaket er bestemt", "Senk sluket på badet")


def when_the_leader_tells_the_nurse(leader):
    leader.follows("Fortell hva som er bestemt")
    leader.types("Hva vil du si til den som meldte?", "Vi senker sluket. Takk for at du sa fra!")
    leader.presses("Send til den som meldte").sees("Forbedres")


def then_the_nurse_sees_what_was_decided(nurse):
    nurse.opens("/mine-meldinger/").follows(TITLE)
    nurse.sees("Lars Lunde ser på det", "Dette ble bestemt", "Vi senker sluket.")
    nurse.sees_nothing_of("Sluket er høyere", "halvtime")
    nurse.opens("/beskjeder/").sees("Om det du meldte")


def when_the_colleague_carries_it_out(colleague, stopped_clock):
    colleague.opens("/min-side/").sees("Gjennomfør tiltaket").follows("Senk sluket på badet")
    colleague.types("Hva er gjort?", "Rørleggeren senket det i går")
    colleague.presses("Tiltaket er iverksatt").sees("Virket det?")
    the_background_work_is_done(stopped_clock)


def then_the_nurse_sees_what_was_changed(nurse):
    nurse.opens("/mine-meldinger/").follows(TITLE)
    nurse.sees("Dette er endret", "Senk sluket på badet", "Vi ser etter om det hjalp")


def when_months_pass_and_the_colleague_judges_the_effect(visitor, how, stopped_clock):
    stopped_clock.at += timedelta(days=125)
    colleague = visitor("colleague", **how)
    colleague.opens("/min-side/").sees("Vurder om tiltaket virket").follows("Senk sluket på badet")
    colleague.chooses("Virket").types("Hva bygger du det på?", "Ingen fall siden november")
    colleague.presses("Lagre vurderingen").sees("Takk. Vurderingen er lagret")
    the_background_work_is_done(stopped_clock)


def then_the_nurse_sees_that_it_helped_and_is_thanked(nurse):
    nurse.opens("/mine-meldinger/").sees("Ferdig fulgt opp").follows(TITLE)
    nurse.sees("Virket det? Virket", "Fulgt helt opp. Takk!")


def then_the_leader_sees_what_got_better(leader):
    leader.opens("/min-side/").sees("Dette ble bedre", "Senk sluket på badet")
    leader.opens("/tiltak/").sees("Senk sluket på badet", "Virket")
    leader.opens("/avvik/").follows(TITLE).follows("Hele historikken").sees("Nora Nilsen")


def then_the_outsider_sees_nothing(outsider, nurse, leader):
    outsider.opens("/avvik/").sees_nothing_of(TITLE)
    for path in (nurse.path, leader.path, leader.path.removesuffix("historikk/")):
        outsider.opens(path, status=404).sees("Vi finner ikke siden").sees_nothing_of(TITLE)


def the_background_work_is_done(stopped_clock):
    """What the worker does by itself every few seconds."""
    while tell_next_change(now=clock.now()):
        pass
