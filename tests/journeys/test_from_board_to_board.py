"""The board is shown how it goes: a pack, a decision that is followed, and a question that is answered."""

import pytest

from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]
DECISION = "Legg fram en plan for ventetidene"
ASKED = "Hvorfor øker ventetiden?"


def test_from_board_to_board(visitor):
    the_leader_prepares_and_the_board_decides(visitor("ceo", view=PHONE))
    a_member_asks(visitor("board_chair", view=PHONE))
    the_leader_answers_both(visitor("ceo", view=PHONE))
    the_board_sees_what_came_of_it(visitor("board_chair", view=PHONE))


def the_leader_prepares_and_the_board_decides(leader):
    leader.opens("/styre/").sees("Ingen styrepakke er laget ennå")
    leader.follows("Planlegg et styremøte").types("Når er møtet?", "2026-11-16")
    leader.presses("Planlegg møtet").follows("Meld en sak").types(
        "Hva gjelder saken?", "Ventetider"
    )
    leader.presses("Sett på sakslisten").presses("Lag styrepakken")
    leader.sees("1. Ventetider", "Det endres ikke", "SHA-256").follows("Styremøte 16. nov. 2026")
    leader.presses("Møtet er holdt").follows("Før vedtaket")
    leader.types("Hva bestemte styret?", DECISION)
    leader.picks("Daniel Drange, Administrerende direktør", of="Hvem følger det opp?")
    leader.types("Når skal styret få vite hva det ble av det?", "2026-12-16")
    leader.presses("Lagre vedtaket").sees("Vedtaket er ført.", DECISION)


def a_member_asks(member):
    member.opens("/styre/").sees("De sammenlignes med styrepakken", DECISION)
    member.sees("Du ser tallene her, men ikke sakene bak dem").follows("Spør øverste leder")
    member.types("Hva vil du vite?", ASKED).presses("Send spørsmålet").sees("Svares innen")


def the_leader_answers_both(leader):
    leader.opens("/min-side/").sees("Svar på et spørsmål fra styret").follows(ASKED)
    leader.follows("Svar styret").types("Svaret", "To stillinger er ledige.").presses("Send svaret")
    leader.opens("/min-side/").follows(DECISION).follows("Meld tilbake til styret")
    leader.types("Hva ble det av vedtaket?", "Planen er lagt fram.").presses("Meld tilbake")
    leader.sees("Planen er lagt fram.")


def the_board_sees_what_came_of_it(member):
    member.opens("/styre/").sees(
        "Planen er lagt fram.", "To stillinger er ledige.", "Meldt tilbake"
    )
