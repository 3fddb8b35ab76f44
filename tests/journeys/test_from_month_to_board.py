"""A month, from what is due to what the board saw: the trust explains, the region compiles."""

from datetime import timedelta

import pytest

from tests.journeys.visitor import PHONE
from tests.review.figures import lead_region, measure

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser desktop")]

EXPLAINED = "Driftskostnadene er 20 millioner over budsjettet fordi vi har leid inn vikarer."
AGAIN = "Vi har sluttet å leie inn til natt, og ser virkningen i november."
MONTH = "Månedsrapport oktober 2026"


@pytest.fixture
def measured(world, now):
    return measure(world, lead_region(world), now)


@pytest.mark.usefixtures("measured")
def test_from_the_trusts_month_to_the_regions_frozen_report(visitor, stopped_clock):
    ceo = visitor("ceo")
    when_the_trust_explains_its_figures(ceo)
    when_the_trust_sends_it(ceo)

    owner = visitor("region_leader")
    then_the_region_sees_who_has_sent(owner)
    when_the_region_asks(owner)
    when_the_trust_answers_and_lets_it_stand(ceo)
    when_the_region_sends_its_own(owner)
    when_the_board_has_seen_it(owner)

    first = fetched(owner, "/rapporter/r/ledelsesrapport/2026-10/utgave/1/fil/pdf/")
    stopped_clock.at += timedelta(days=30)
    again = fetched(
        visitor("region_leader"), "/rapporter/r/ledelsesrapport/2026-10/utgave/1/fil/pdf/"
    )
    assert first == again
    assert first.startswith(b"%PDF")
    then_it_is_read_on_a_phone(visitor("region_leader", view=PHONE))


def when_the_trust_explains_its_figures(ceo):
    ceo.opens("/rapporter/").sees(MONTH, "Over fristen").follows(MONTH)
    ceo.sees("Utkast", "Dette mangler", "Driftskostnader", "til og med sep. 2026")
    ceo.follows("Skriv «1 Oppsummering»").types("Teksten", EXPLAINED).presses("Lagre")
    for section in ("3 Kvalitet og pasientbehandling", "8 Økonomi"):
        ceo.follows(section).follows(f"Skriv «{section}»")
        ceo.types("Teksten", "Slik er det.").presses("Lagre")
    ceo.sees(EXPLAINED).sees_nothing_of("Dette mangler")


def when_the_trust_sends_it(ceo):
    ceo.follows("Send rapporten").presses("Send")
    ceo.sees("Rapporten er sendt", "Utgave 1", "Utgaven ligger fast")


def then_the_region_sees_who_has_sent(owner):
    owner.opens("/rapporter/").follows("Enhetene under: Ledelsesrapport oktober 2026")
    owner.sees("1 av 2 har sendt", "Over fristen", "ikke sendt")


def when_the_region_asks(owner):
    owner.follows("Fjordheim sykehus").sees(EXPLAINED).follows("Send tilbake med spørsmål")
    owner.types("Hva spør du om?", "Hva gjør dere med innleien?").presses("Send tilbake")
    owner.sees("Spørsmålet er sendt", "Fjordheim sykehus har ikke svart ennå.")


def when_the_trust_answers_and_lets_it_stand(ceo):
    ceo.opens("/min-side/").sees("Svar på spørsmål til").follows(MONTH)
    ceo.sees("Sendt tilbake med et spørsmål", "Hva gjør dere med innleien?").follows("Svar")
    ceo.types("Hva svarer dere?", AGAIN).presses("Svar").sees("Svaret er lagret")
    ceo.presses("Rapporten står som sendt").sees("De som spurte, får svaret", "Utgave 1", AGAIN)


def when_the_region_sends_its_own(owner):
    owner.opens("/rapporter/r/ledelsesrapport/2026-10/").sees(EXPLAINED, "Har ikke sendt rapporten")
    for section in ("1 Oppsummering", "3 Kvalitet og pasientbehandling", "8 Økonomi"):
        owner.follows(section).follows(f"Skriv «{section}»")
        owner.types("Teksten", "Slik ser eieren det.").presses("Lagre")
    owner.follows("Send rapporten").presses("Send").sees("Rapporten er sendt")


def when_the_board_has_seen_it(owner):
    owner.follows("Noter at den er vist").types("Hvem så den?", "Styret")
    owner.types("Hvilken sak?", "Styresak 12/2026").presses("Lagre")
    owner.sees("Slik styret så den", "Styret, 16. nov. 2026")


def fetched(window, path):
    answer = window.context.request.get(path)
    assert answer.status == 200
    return answer.body()


def then_it_is_read_on_a_phone(phone):
    phone.opens("/rapporter/r/ledelsesrapport/2026-10/").sees("Ledelsesrapport oktober 2026")
    phone.opens("/rapporter/r/ledelsesrapport/2026-10/enhetene/").sees("1 av 2 har sendt")
    phone.opens("/rapporter/")
