"""Ledelsens gjennomgang: from empty to signed, and how the next year's opens."""

from datetime import timedelta

import pytest

from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]
ACTION = "Virkningen blir vurdert i klinikkmøtet"


def test_from_empty_to_signed_and_to_the_next(visitor, stopped_clock, world, now):
    the_leader_signs_the_first(visitor("ceo", view=PHONE))
    everybody_reads_it(visitor("nurse", view=PHONE))
    stopped_clock.at = now + timedelta(days=200)
    the_action_worked(visitor("ceo", view=PHONE))
    stopped_clock.at = now + timedelta(days=350)
    the_next_opens_with_what_became_of_it(visitor("ceo", view=PHONE))


def the_leader_signs_the_first(leader):
    leader.opens("/gjennomgang/").sees("Ingen gjennomgang å lese ennå")
    leader.presses("Begynn på gjennomgangen").sees("Dette er den første gjennomgangen i Styrk.")
    for words in ("Målene", "Lov og krav", "Helheten", "Planen"):
        leader.follows("Vurder denne delen").chooses("Fungerer delvis")
        leader.types("Hva bygger dere vurderingen på?", f"{words}: vi har sett på tallene.")
        leader.presses("Lagre vurderingen")
    leader.follows("Noter hvem som var med").chooses("Ledelsen").types(
        "Hvem var med?", "Ledermøtet"
    )
    leader.types("Hva sa de?", "Vi vil ha færre og større tiltak.").presses("Lagre")
    leader.follows("Bestem et tiltak").types("Hva skal gjøres?", ACTION)
    leader.types("Hva skal bli annerledes?", "Vi vet om tiltakene virker")
    leader.types("Hvordan ser vi at det virker?", "Åtte av ti tiltak har en vurdering")
    leader.chooses("System").picks(
        "Daniel Drange, Administrerende direktør", of="Hvem eier tiltaket?"
    )
    leader.presses("Bestem tiltaket").sees(ACTION)
    leader.follows("Signer gjennomgangen").presses("Signer")
    leader.sees("Hvorfor er disse ikke hørt")
    leader.types("Hvorfor er disse ikke hørt", "De møtes i januar.").presses("Signer")
    leader.sees("Signert av Daniel Drange", "SHA-256", "De møtes i januar.")


def everybody_reads_it(nurse):
    nurse.opens("/gjennomgang/").follows("Ledelsens gjennomgang 2026")
    nurse.sees(ACTION, "Målene: vi har sett på tallene.").sees_nothing_of("Signer gjennomgangen")


def the_action_worked(leader):
    leader.opens("/tiltak/").follows(ACTION).presses("Tiltaket er iverksatt").sees("Virket det?")


def the_next_opens_with_what_became_of_it(leader):
    leader.opens("/tiltak/").follows(ACTION).chooses("Virket")
    leader.types("Hva bygger du det på?", "Åtte av ti er vurdert.").presses("Lagre vurderingen")
    leader.opens("/gjennomgang/").presses("Begynn på gjennomgangen")
    leader.sees("Det vi bestemte forrige gang", ACTION, "Virket").sees_nothing_of("Signert av")
