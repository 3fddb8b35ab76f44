"""When the next review is asked for, who hears of it when it is late, and what § 8 f shows."""

from datetime import timedelta

import pytest

from styrk.appraisal import commands
from styrk.appraisal.evidence import CLAIMS
from styrk.appraisal.jobs import ask_for_appraisals
from styrk.appraisal.types import Judged
from styrk.core import clock
from styrk.duties.models import Duty
from styrk.regulation.queries import weigh
from styrk.regulation.types import Question
from tests.appraisal.test_views import at, says

pytestmark = pytest.mark.django_db


@pytest.fixture
def waits(world):
    """`waits()`: what waits at the trust, and until when."""

    def waits():
        found = Duty.objects.filter(settled_at__isnull=True, unit=world.trust).order_by("kind")
        return [(one.kind, one.role, one.due) for one in found if one.kind.startswith("appraisal")]

    return waits


@pytest.fixture
def shows(now):
    """`shows(unit, days)`: what § 8 f comes out as so many days from now."""

    def shows(unit, days=0):
        on = clock.after(now, days=days)
        found = weigh(Question(unit.pk, unit.code, unit.path, on, on), CLAIMS)
        (one,) = [one for one in found if one.letter == "8f"]
        return one.status.value, one.explanation

    return shows


def test_one_that_was_never_held_is_asked_for_once(world, now, waits):
    ask_for_appraisals(now)
    ask_for_appraisals(now + timedelta(days=3))

    assert waits() == [("appraisal.hold", "leader", clock.after(now, days=90))]
    assert not Duty.objects.filter(unit=world.ward).exists()


def test_the_next_is_asked_for_a_quarter_before_the_year_is_over(signed, now, waits):
    ask_for_appraisals(now + timedelta(days=274))
    assert waits() == []
    ask_for_appraisals(now + timedelta(days=275))

    assert waits() == [("appraisal.hold", "leader", clock.after(now, days=365))]


def test_late_it_waits_for_the_chair_until_it_is_signed(
    now, waits, begin, judged, again, ceo, as_person
):
    ask_for_appraisals(now)
    ask_for_appraisals(now + timedelta(days=90))
    assert [kind for kind, _role, _due in waits()] == ["appraisal.hold"]
    late = now + timedelta(days=91)
    ask_for_appraisals(late)
    assert waits()[1] == ("appraisal.overdue", "board_chair", clock.after(late, days=14))

    review = judged(begin())
    with as_person(ceo):
        commands.sign_appraisal(appraisal=again(review, ceo), by=ceo, now=now)
    assert waits() == []


def test_the_chair_comes_from_min_side_and_the_leader_sees_it(
    page, board_chair, ceo, now, stopped_clock
):
    ask_for_appraisals(now)
    stopped_clock.at = now + timedelta(days=91)
    ask_for_appraisals(stopped_clock.at)

    chair = page(board_chair)
    html = chair.get("/min-side/").content.decode()
    assert "Spør øverste leder om ledelsens gjennomgang" in html
    assert "Hold ledelsens gjennomgang" not in html
    way = html.split('href="/gjennomgang/for/')[1].split('"')[0]
    led = chair.get(f"/gjennomgang/for/{way}")
    assert says(chair.get(led["Location"]), "Fristen for neste gjennomgang var")
    told = page(ceo).get(at("appraisals"))
    assert says(told, "Styrets leder er bedt om å spørre øverste leder.")
    assert "Hold ledelsens gjennomgang" in page(ceo).get("/min-side/").content.decode()


def test_the_duty_leads_to_what_is_under_way(page, ceo, outsider_ceo, world, draft):
    way = at("of_organisation", world.trust)

    assert page(ceo).get(way)["Location"] == at("appraisal", draft)
    assert page(outsider_ceo).get(way).status_code == 404


def test_8_f_is_not_shown_before_one_is_signed(draft, world, shows):
    assert shows(world.ward)[0] == "not_shown"


def test_8_f_is_shown_for_a_year_and_waits_for_a_judgement(signed, world, shows):
    """Of every unit in the organisation, and never as more than partly."""
    for unit in (world.trust, world.ward):
        told = "Gjennomgangen ble signert 16. nov. 2026, men ikke alle bokstavene er vurdert i den."
        assert shows(unit, 365) == ("partly", told)
    assert shows(world.trust, 366)[0] == "not_shown"
    assert shows(world.trust, -1)[0] == "not_shown"
    assert shows(world.their_trust)[0] == "not_shown"


def test_8_f_asks_that_every_letter_is_judged(
    begin, judged, again, ceo, now, as_person, world, page, shows
):
    review = judged(begin())
    lacks = "21 av 21 bokstaver er ikke vurdert.", "Dere har ikke bestemt noen tiltak."
    assert says(page(ceo).get(at("sign", review)), *lacks)
    with as_person(ceo):
        letters = [Judged(one["key"], "works", "Ja.") for one in review.material["letters"]]
        commands.judge_letters(appraisal=again(review, ceo), judged=letters, by=ceo, now=now)
        assert "ikke vurdert" not in page(ceo).get(at("sign", review)).content.decode()
        commands.sign_appraisal(appraisal=again(review, ceo), by=ceo, now=now)

    told = "Øverste leder signerte gjennomgangen 16. nov. 2026."
    assert shows(world.trust, 365) == ("partly", told)


def test_8_f_tells_that_the_data_was_old(begin, judged, again, ceo, now, as_person, world, shows):
    review = judged(begin())
    late = now + timedelta(days=32)
    with as_person(ceo):
        commands.sign_appraisal(appraisal=again(review, ceo), by=ceo, now=late)

    assert shows(world.trust, 32)[1].endswith("på data som var mer enn en måned gamle.")


def test_old_data_is_warned_of_before_it_is_signed(page, ceo, draft, judged, now, stopped_clock):
    judged(draft)
    stopped_clock.at = now + timedelta(days=31)
    assert not says(page(ceo).get(at("appraisal", draft)), "Dataene er mer enn en måned gamle")
    stopped_clock.at = now + timedelta(days=32)

    assert says(page(ceo).get(at("appraisal", draft)), "Dataene er mer enn en måned gamle")
    told = "Dataene er hentet 16. nov. 2026. Det er mer enn en måned siden."
    assert says(page(ceo).get(at("sign", draft)), told)
