"""What is enough by the size of the organisation, and what a letter rests on where a rule is switched off."""

import re
from datetime import timedelta
from html import unescape

import pytest

from styrk.compliance import commands, extents
from styrk.compliance.jobs import keep_the_maps
from styrk.compliance.models import Fitting, Picture
from styrk.core import clock
from styrk.regulation.maps import ALL, LAW
from styrk.regulation.profiles import Size, proposed
from styrk.regulation.queries import claims
from tests.clients import fetched, filled_in
from tests.counting import asked, shortened
from tests.regulation.conftest import analyses as analyses
from tests.regulation.conftest import reports as reports

MAP = "/forskriftskart/"


def text(answer) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


def page_of(unit, act=""):
    return f"{MAP}{unit.uuid}/omfang/{act}{'/' if act else ''}"


@pytest.fixture
def choose(world, now, ceo, as_person):
    def choose(size, *, trust=None, by=None, at=None):
        who = by or ceo
        with as_person(who):
            return commands.choose_profile(
                trust=trust or world.trust,
                size=Size(size),
                reason="Vi er få.",
                by=who,
                now=at or now,
            )

    return choose


@pytest.fixture
def switch_off(world, now, ceo, as_person):
    def switch_off(rule):
        with as_person(ceo):
            return commands.switch_off(
                trust=world.trust,
                rule=rule,
                in_place="Møtereferatene i arkivet.",
                reason="Vi har ti ansatte.",
                by=ceo,
                now=now,
            )

    return switch_off


@pytest.mark.parametrize(
    ("level", "units", "size"),
    [
        ("Kommune", 12, "small_municipality"),
        ("Kommune", 31, "municipality"),
        ("Helseforetak", 3, "trust"),
        ("Regionalt helseforetak", 900, "region"),
        ("Privat sykehus", 9, "private"),
        ("", 4, "trust"),
    ],
)
def test_a_profile_is_proposed_by_name_and_number_of_units(level, units, size):
    assert proposed(level, units) == size


def test_no_two_rules_have_the_same_key():
    keys = [one.key for one in claims()]
    assert len(keys) == len(set(keys)) > 20


def test_a_smaller_profile_asks_for_less_often(world, now, rows, reports, choose):
    reports(1, days=120)
    before = rows(world.ward)["6g"]
    choose("private")
    after = rows(world.ward)["6g"]

    assert "Det er meldt noe de siste 3 månedene." in before.evidence.rule
    assert "Det er meldt noe de siste 6 månedene." in after.evidence.rule
    assert "0 av dem de siste 3." in before.evidence.explanation
    assert "1 av dem de siste 6." in after.evidence.explanation
    assert (before.computed, after.computed) == ("not_shown", "partly")


def test_a_profile_never_takes_a_letter_away(world, rows, choose):
    for size in Size:
        if size != "trust":
            choose(size)
        assert len(rows(world.ward)) == 23


def test_the_newest_choice_holds_and_the_day_decides(world, now, choose):
    choose("private")
    choose("region", at=now + timedelta(days=2))
    day = clock.day(now)

    assert extents.extent_of(world.ward, day).size == "private"
    assert extents.extent_of(world.ward, day + timedelta(days=2)).size == "region"
    assert extents.extent_of(world.ward, day - timedelta(days=1)).size == "trust"
    with pytest.raises(commands.AsBefore):
        choose("region", at=now + timedelta(days=3))


def test_it_is_said_for_the_whole_organisation_with_a_reason(world, now, ceo, choose, as_person):
    with pytest.raises(commands.NotWhole):
        choose("private", trust=world.ward)
    with as_person(ceo), pytest.raises(commands.ReasonMissing):
        commands.choose_profile(trust=world.trust, size=Size.PRIVATE, reason=" ", by=ceo, now=now)
    with as_person(ceo), pytest.raises(commands.NoSuchRule):
        commands.switch_on(trust=world.trust, rule="6a-nothing", reason="x", by=ceo, now=now)
    assert not Fitting.objects.exists()


def test_what_is_switched_off_shows_nothing_and_says_what_the_letter_in_place(
    world, rows, choose, switch_off, reports, judge, ceo, now, as_person
):
    reports(1)
    assert rows(world.ward)["6g"].computed == "partly"
    switch_off("6g-incidents")
    after = rows(world.ward)["6g"]
    assert after.computed == "not_shown"
    assert "I stedet: Møtereferatene i arkivet. (Daniel Drange," in after.evidence.explanation
    assert "Det er meldt noe" not in after.evidence.rule

    for rule in ("6g-feedback", "6g-indicators"):
        switch_off(rule)
    assert rows(world.ward)["6g"].computed == "unknown"
    with as_person(ceo):
        commands.switch_on(
            trust=world.trust, rule="6g-incidents", reason="Vi ble flere.", by=ceo, now=now
        )
    assert rows(world.ward)["6g"].computed == "partly"


def test_a_letter_without_one_of_its_rules_is_never_whole(
    world, rows, switch_off, reports, analyses
):
    analyses(reports(2, days=60))
    assert rows(world.ward)["8e"].computed == "shown"
    switch_off("8e-inspections")

    row = rows(world.ward)["8e"]
    assert row.computed == "partly"
    assert "slått av" in row.evidence.reservation


def test_the_night_keeps_what_was_enough_then(world, now, choose, reports):
    reports(1, days=120)
    keep_the_maps(now)
    later = now + timedelta(days=1)
    choose("private", at=later)
    keep_the_maps(later)

    kept = Picture.objects.filter(unit=world.ward, letter="6g").order_by("pk")
    assert [one.status for one in kept] == ["not_shown", "partly"]
    assert "siste 3 månedene" in kept[0].rule.text
    assert "siste 6 månedene" in kept[1].rule.text


def test_a_map_is_only_for_those_it_holds_for(page, world):
    tabs = {}
    for who, unit in (("ceo", world.trust), ("municipal_director", world.municipality)):
        client = page(world.people[who])
        html = text(client.get(MAP))
        tabs[unit.code] = {
            one.key for one in ALL if one is LAW or f" {one.name} " in html.split("Profil")[0]
        }
        asked_for = text(client.get(MAP, {"kart": "kommuneloven"}))
        assert ("gjelder ikke for denne virksomheten" in asked_for) == (unit.code == "f")
    assert "kommuneloven" in tabs["k"]
    assert "rammeverket" in tabs["f"]
    assert not {"kommuneloven"} & tabs["f"]
    assert not {"rammeverket"} & tabs["k"]


def test_the_page_says_what_is_enough_and_who_said_so(page, world, ceo):
    client = page(ceo)
    before = text(client.get(page_of(world.ward)))
    assert "Helseforetak Foreslått" in before
    assert "Ingen har valgt profil eller slått av noe ennå." in before
    answer = filled_in(client, page_of(world.trust, "profil"), size="private", reason="Få senger.")
    assert answer["Location"] == page_of(world.trust)
    shown = text(client.get(page_of(world.trust)))

    assert "Privat virksomhet Valgt" in shown
    assert "Få senger. Valgt av Daniel Drange" in shown
    assert "Styrk foreslår: Helseforetak." in shown
    assert "I et helseforetak er det annerledes Det er meldt noe de siste 3 månedene." in shown
    questions = asked(client, page_of(world.trust))
    assert len(questions) <= 10, shortened(questions)


def test_a_rule_is_switched_off_and_on_from_the_page(page, world, ceo):
    client = page(ceo)
    form = text(client.get(page_of(world.trust, "8d-feedback/sla-av")))
    assert "Da er det ingen regel igjen for § 8 d." in form
    filled_in(
        client,
        page_of(world.trust, "8d-feedback/sla-av"),
        in_place="Brukerrådets årsmøte.",
        reason="Ett råd for hele kommunen.",
    )
    shown = text(client.get(page_of(world.trust)))
    assert "I stedet: Brukerrådets årsmøte." in shown
    assert "Ingen data viser § 8 d her." in shown
    mapped = client.get(MAP)
    assert "I stedet: Brukerrådets årsmøte. (Daniel Drange" in text(mapped)
    letter = mapped.content.decode().split('id="bokstav-8d"')[1]
    assert "Brukerrådets årsmøte" in letter.split("</summary>")[0]
    assert "hviler på: Brukerrådets årsmøte: Ett råd for hele kommunen." in shown

    filled_in(client, page_of(world.trust, "8d-feedback/sla-pa"), reason="Vi ombestemte oss.")
    assert "slo på en regel for § 8 d: Vi ombestemte oss." in text(client.get(page_of(world.trust)))


def test_a_stale_form_never_does_the_opposite_and_keeps_the_words(page, world, ceo, now, as_person):
    client, other = page(ceo), page(ceo)
    off, on = (page_of(world.trust, f"8d-feedback/{act}") for act in ("sla-av", "sla-pa"))
    mine = fetched(client, off)
    filled_in(other, off, in_place="Brukerrådet.", reason="Ett råd.")

    answer = client.post(
        off, mine | {"in_place": "Årsmøtet vårt.", "reason": "Vi er få."}, follow=True
    )

    assert answer.redirect_chain[-1][0] == page_of(world.trust)
    shown = text(answer)
    assert "Regelen er slått av allerede." in shown
    assert "«Årsmøtet vårt.»" in shown
    assert "«Vi er få.»" in shown
    assert "I stedet: Brukerrådet." in shown
    assert Fitting.objects.filter(what="8d-feedback").count() == 1

    mine = fetched(client, on)
    filled_in(other, on, reason="Vi ombestemte oss.")
    shown = text(client.post(on, mine | {"reason": "Den trengs."}, follow=True))
    assert "Regelen teller allerede." in shown
    assert "«Den trengs.»" in shown
    assert Fitting.objects.filter(what="8d-feedback").count() == 2


def test_only_who_answers_for_the_whole_says_what_is_enough(page, world):
    may = {"ceo", "quality_adviser"}
    for who in ("nurse", "ward_leader", "clinic_director", "board_chair", "outsider_ceo", *may):
        client = page(world.people[who])
        for act in ("profil", "6g-incidents/sla-av"):
            status = client.get(page_of(world.trust, act)).status_code
            assert (status == 200) == (who in may), (who, act, status)
    seen = page(world.people["ward_leader"]).get(page_of(world.ward))
    assert seen.status_code == 200
    assert "Slå av regelen" not in text(seen)
    assert page(world.people["ceo"]).get(page_of(world.trust, "6z-none/sla-av")).status_code == 404
    assert page(world.people["ceo"]).get(page_of(world.ward, "profil")).status_code == 404


def test_a_letter_whose_rules_are_all_off_is_not_one_that_is_to_come(
    page, world, switch_off, judge, ceo, now, stopped_clock
):
    """It reads as switched off, on the map, at the letter, at what rests on it, and on a day that has been;
    it is counted by itself, until somebody judges it."""
    client = page(ceo)
    before = text(client.get(MAP))
    to_come = int(re.search(r"(\d+) kan ikke vises ennå", before).group(1))
    switch_off("9b-actions")
    keep_the_maps(now)

    shown = text(client.get(MAP))
    assert f"{to_come} kan ikke vises ennå" in shown
    assert "1 slått av" in shown
    assert "§ 9 b Korrigerende tiltak Reglene er slått av" in shown
    spot = text(client.get(f"{MAP}{world.trust.uuid}/9b/"))
    assert "Reglene er slått av" in spot
    assert "Kan ikke vises ennå" not in spot
    resting = next(one for one in ALL if one.key == "rammeverket").items
    principle = next(one for one in resting if "9b" in one.letters)
    assert "§ 9 b Reglene er slått av" in text(
        client.get(f"{MAP}{world.trust.uuid}/{principle.key}/")
    ).replace("\u00a0", " ")

    day = clock.day(now).isoformat()
    stopped_clock.at = now + timedelta(days=1)
    client = page(ceo)
    then = text(client.get(MAP, {"dato": day}))
    assert "§ 9 b Korrigerende tiltak Reglene er slått av" in then

    judge(ceo, world.trust, "9b", at=stopped_clock.at)
    assert "slått av" not in text(client.get(MAP)).partition("Planlegge")[0]
