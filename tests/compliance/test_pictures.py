"""What the map said on other days: from the pictures that were kept, and never from today's data."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection, transaction
from django.urls import reverse

from styrk.compliance import pictures
from styrk.compliance.jobs import keep_the_maps
from styrk.compliance.models import Night, Picture
from styrk.core import clock, scope
from styrk.incidents.models import Recusal
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Unit
from styrk.overview.forskriftskart.queries import evidence_report
from tests.counting import asked, shortened
from tests.regulation.conftest import reports as reports

MAP = "/forskriftskart/"


def text(answer) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


def said(unit, on):
    return {one.letter.value: one for one in pictures.as_of(unit, on).evidence}


def test_a_picture_is_new_only_where_something_is_another(world, now, reports):
    keep_the_maps(now)
    first = Picture.objects.count()
    # And of the one kommune, what kommuneloven § 25-2 asks.
    assert first == 23 * Unit.objects.count() + 1

    keep_the_maps(now)
    keep_the_maps(now + timedelta(days=1))
    assert Picture.objects.count() == first
    assert Night.objects.count() == 2

    reports(1)
    keep_the_maps(now + timedelta(days=2))
    changed = set(Picture.objects.order_by("pk")[first:].values_list("unit__code", "letter"))
    assert ("f.med.1.a", "6g") in changed
    assert ("f", "6g") in changed
    assert not any(code in {"f.kir", "g", "k"} for code, _letter in changed)


def test_it_says_what_was_said_then_and_since_when(world, now, reports):
    keep_the_maps(now)
    reports(1, days=0)
    later = now + timedelta(days=3)
    keep_the_maps(later)
    reports(1, days=0)
    keep_the_maps(now + timedelta(days=5))

    before, after = said(world.ward, date(2026, 11, 18)), said(world.ward, date(2026, 11, 19))
    assert (before["6g"].status, after["6g"].status) == ("not_shown", "partly")
    assert "1 melding de siste" in after["6g"].explanation
    assert {one.date for one in before["6g"].data} == {date(2026, 11, 16)}
    assert "2 meldinger" in said(world.ward, date(2026, 11, 21))["6g"].explanation
    newest = Picture.objects.filter(unit=world.ward, letter="6g").latest("pk")
    assert (newest.on, newest.since) == (date(2026, 11, 21), date(2026, 11, 19))


def test_before_the_first_night_nothing_is_known(world, now):
    keep_the_maps(now)

    assert pictures.as_of(world.ward, date(2026, 11, 15)) is None
    assert pictures.first_night(world.ward) == date(2026, 11, 16)


def test_a_night_that_is_killed_goes_on_where_it_was(world, now, monkeypatch):
    kept = pictures.keep
    monkeypatch.setattr("styrk.compliance.jobs.TOGETHER", 4)
    seen = []

    def dies(units, on):
        if len(seen) == 2:
            raise KeyboardInterrupt
        seen.append(units)
        return kept(units, on)

    monkeypatch.setattr(pictures, "keep", dies)
    with pytest.raises(KeyboardInterrupt):
        keep_the_maps(now)
    assert not Night.objects.exists()
    monkeypatch.setattr(pictures, "keep", kept)
    keep_the_maps(now)

    assert Picture.objects.count() == 23 * Unit.objects.count() + 1
    assert Picture.objects.values("unit", "letter").distinct().count() == Picture.objects.count()


def test_no_number_that_is_kept_holds_what_is_kept_from_somebody(world, now, reports, ward_leader):
    one, _other = reports(2)
    with scope.acting(scope.SYSTEM):
        Recusal.objects.create(
            incident=one, person=ward_leader, trust=one.trust, reason="x", at=now
        )

    keep_the_maps(now)

    assert "1 melding de siste" in said(world.ward, clock.day(now))["6g"].explanation


def test_pictures_are_never_changed(world, now):
    keep_the_maps(now)
    for table in ("picture", "rule", "night"):
        with (
            pytest.raises(Exception, match=r"written once|permission denied"),
            transaction.atomic(),
        ):
            connection.cursor().execute(f"DELETE FROM compliance_{table}")


def test_the_page_of_a_day_shows_that_day(
    page, world, now, reports, judge, describe, ward_leader, stopped_clock
):
    describe(ward_leader, world.ward, "6g", "Første utgave")
    keep_the_maps(now)
    later = now + timedelta(days=10)
    stopped_clock.at = later
    reports(3)
    describe(ward_leader, world.ward, "6g", "Andre utgave", at=later)
    judge(ward_leader, world.ward, "6g", "shown", at=later)
    client = page(ward_leader)

    then, today = text(client.get(MAP, {"dato": "2026-11-20"})), text(client.get(MAP))

    assert "slik det var 20. nov. 2026" in then
    assert "bildet som ble tatt 16. nov. 2026" in then
    assert "0 meldinger de siste tolv månedene" in then
    assert "Første utgave" in then
    assert "Vurdert av" not in then
    assert "3 meldinger de siste tolv månedene" in today
    assert "Andre utgave" in today
    assert "Vurdert av Lars Lunde" in today

    # Its letter, from there, is of the same day, and leads to no list of today.
    at = re.search(
        r'/forskriftskart/[^"]*/6g/\?dato=2026-11-20',
        unescape(client.get(MAP, {"dato": "2026-11-20"}).content.decode()),
    )
    assert at
    letter = client.get(at.group())
    assert "Slik var det 20. nov. 2026" in text(letter)
    assert "0 meldinger de siste tolv månedene" in text(letter)
    assert "Første utgave" in text(letter)
    assert "Vurdert av" not in text(letter).split("Historikk")[0]
    assert "vurderte" not in text(letter)
    assert "vurderte" in text(client.get(at.group().split("?")[0]))
    assert "/avvik/" not in letter.content.decode().split("<main")[1].split("Historikk")[0]
    assert "/avvik/" in client.get(at.group().split("?")[0]).content.decode()


def test_a_letter_of_a_day_without_a_picture_is_not_there(page, world, now, ward_leader):
    keep_the_maps(now)
    for day in ("2026-11-01", "2026-12-01", "i går"):
        at = reverse("forskriftskart:item", args=[world.ward.uuid, "6g"])
        assert page(ward_leader).get(at, {"dato": day}).status_code == 404


@pytest.mark.parametrize("chosen", ["", "rammeverket", "hms"])
def test_a_day_before_the_first_picture_says_so(page, now, world, ward_leader, chosen):
    client = page(ward_leader)
    asked_for = {"dato": "2026-11-01", "kart": chosen}
    assert "har ikke gjort det ennå" in text(client.get(MAP, asked_for))
    keep_the_maps(now)

    answer = text(client.get(MAP, asked_for))

    assert "Styrk tok vare på kartet første gang 16. nov. 2026" in answer
    assert "Slik avgjøres statusen" not in answer
    assert "Delvis vist" not in answer


@pytest.mark.parametrize("day", ["2026-11-17", "i går"])
def test_a_day_that_makes_no_sense_shows_nothing(page, world, now, ward_leader, day):
    keep_the_maps(now)
    answer = page(ward_leader).get(MAP, {"dato": day})

    assert answer.status_code == 422
    assert "Slik avgjøres statusen" not in text(answer)


def test_a_day_costs_no_more_than_today(client_of, world, now, ceo, stopped_clock):
    keep_the_maps(now)
    stopped_clock.at = now + timedelta(days=1)
    questions = asked(client_of(ceo), f"{MAP}?dato=2026-11-16")

    assert len(questions) <= 13, shortened(questions)


def test_which_units_cannot_show_it_and_since_when(
    page, world, now, reports, judge, ceo, second_ward_leader, stopped_clock
):
    address = f"{MAP}{world.trust.uuid}/6g/enheter/"
    assert "Det er ikke tatt noe bilde" in text(page(ceo).get(address))
    keep_the_maps(now)
    stopped_clock.at = now + timedelta(days=4)
    reports(1)
    keep_the_maps(now + timedelta(days=4))
    judge(second_ward_leader, world.second_ward, "6g", at=now + timedelta(days=4))

    client = page(ceo)
    answer = text(client.get(address))

    assert "3 av 7 enheter kan ikke vise dette." in answer
    rows = answer.split("Enheter som ikke kan vise dette")[-1]
    assert "Sengepost 2A Ikke vist 16. nov. 2026" in rows
    assert "Sengepost 1A" not in rows
    assert "Sengepost 1B" not in rows
    questions = asked(client, address)
    assert len(questions) <= 12, shortened(questions)


def test_units_out_of_sight_are_not_among_those_below(page, world, now, nurse, ceo):
    keep_the_maps(now)
    for item in ("6g", "p4"):
        assert "Sengepost 2A" in text(page(ceo).get(f"{MAP}{world.trust.uuid}/{item}/enheter/"))
    Appointment.objects.filter(person=nurse).update(unit=world.trust)
    changing()

    answer = page(nurse).get(f"{MAP}{world.trust.uuid}/6g/enheter/")
    assert answer.status_code == 200
    assert "Sengepost 2A" not in text(answer)


def test_the_report_of_a_day_is_from_its_pictures(world, now, reports):
    keep_the_maps(now)
    reports(3)
    told = evidence_report("f", date(2026, 11, 16), now=now + timedelta(days=2))

    letters = {one["letter"]: one for one in told["letters"]}
    assert letters["6g"]["status"] == "not_shown"
    assert letters["6g"]["data"][0]["date"] == "2026-11-16"


def test_where_styrk_can_show_nothing_no_unit_is_blamed(page, world, now, ceo):
    keep_the_maps(now)
    shown = text(page(ceo).get(reverse("forskriftskart:below", args=[world.trust.uuid, "7b"])))
    assert "Styrk har ingen data som kan vise dette ennå" in shown
    assert "kan ikke vise dette." not in shown
    other = text(page(ceo).get(reverse("forskriftskart:below", args=[world.trust.uuid, "6g"])))
    assert "Styrk har ingen data" not in other
    assert "enheter kan ikke vise dette." in other
