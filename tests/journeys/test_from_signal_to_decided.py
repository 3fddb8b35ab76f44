"""The whole story of a signal: the leader sees it first, it goes up with the answer, and is decided."""

from datetime import timedelta

import pytest

from styrk.core import clock, ids, scope
from styrk.feedback.models import Voice
from styrk.intervention.sweeping import sweep
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]

NAME = "Klager og henvendelser uten svar"


def test_from_signal_to_decided(visitor, world, now, stopped_clock):
    somebody_waits_for_an_answer(world, now)
    when_the_top_leader_switches_a_rule_on(visitor("ceo"))
    the_night_goes(world, now)

    then_the_leader_has_it_first_and_answers(visitor("ward_leader", view=PHONE))
    and_nobody_above_knows(visitor("department_leader"))
    stopped_clock.at = now + timedelta(days=15)
    the_night_goes(world, stopped_clock.at)
    when_the_one_above_decides(visitor("department_leader"), clock.after(stopped_clock.at, days=7))
    then_the_leader_sees_what_was_decided(visitor("ward_leader", view=PHONE))


def somebody_waits_for_an_answer(world, now):
    with scope.acting(scope.SYSTEM):
        Voice.objects.create(
            trust=world.trust,
            unit=world.ward,
            held_by=world.ward,
            mark=str(ids.new_uuid()),
            kind="complaint",
            channel="letter",
            text="Jeg har ventet lenge.",
            received_on=clock.after(now, days=-40),
            told_at=now - timedelta(days=40),
            answer_owed=True,
            answer_due=clock.after(now, days=-10),
        )


def the_night_goes(world, now):
    with scope.acting(scope.SYSTEM):
        sweep(world.trust, now)


def when_the_top_leader_switches_a_rule_on(ceo):
    ceo.opens("/signaler/slik-virker-det/").sees("Ingen oversikt, ingen telling")
    ceo.opens("/signaler/regler/").follows("Slå på regler")
    ceo.page.get_by_label(NAME).check(force=True)
    ceo.types("Når ble de drøftet med tillitsvalgte?", "2026-11-10")
    ceo.types("Med hvem?", "Foretakstillitsvalgte og hovedverneombudet")
    ceo.types("Hva står i protokollen?", "Vi ble enige om å prøve i ett år.")
    ceo.presses("Slå på").sees("Reglene er slått på.")


def then_the_leader_has_it_first_and_answers(leader):
    leader.opens("/min-side/").sees("Svar på et signal til deg")
    leader.opens("/signaler/").follows(NAME).sees("Bare du ser dette", "10 dager over")
    leader.follows("Svar på signalet").chooses("Dette har jeg gjort")
    leader.types("Si det med dine egne ord", "Svaret sendes i dag.")
    leader.presses("Lagre svaret").sees("Svaret er lagret.", "Svaret sendes i dag.")


def and_nobody_above_knows(above):
    above.opens("/signaler/").sees("Ingen signaler har kommet opp til deg")


def when_the_one_above_decides(above, due):
    above.opens("/signaler/").follows(NAME).sees("Lederen er hørt", "Svaret sendes i dag.")
    above.follows("Følg opp").types("Hva skal gjøres?", "Vi ser på det sammen på torsdag.")
    above.types("Når skal det være gjort?", f"{due}")
    above.presses("Bestem oppfølgingen").sees("Lederen har fått oppgaven")


def then_the_leader_sees_what_was_decided(leader):
    leader.opens("/signaler/").follows(NAME)
    leader.sees("Vi ser på det sammen på torsdag.", "Lederen av Indremedisinsk avdeling")
