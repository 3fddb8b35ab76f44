"""What is like each other is found by the system: beside a case, and at a unit; a person decides."""

from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, transaction
from django.urls import reverse

from styrk.config.settings import one_of
from styrk.core import clock, scope
from styrk.duties.models import Duty
from styrk.incidents import queries as incidents
from styrk.patterns import commands, jobs, queries
from styrk.patterns.models import Dismissal, IncidentGroup
from styrk.patterns.queries import alike
from styrk.patterns.types import LOOK, AboutTheme
from tests.clients import fetched
from tests.counting import asked, shortened
from tests.incidents.conftest import after

pytestmark = pytest.mark.django_db

WET = (
    "Pasienten falt på badet i natt fordi gulvet var vått etter dusjing.",
    "Pasienten falt på det våte gulvet på badet i natt, etter dusjing.",
    "Fant pasienten på badet. Hadde falt på vått gulv etter dusjing om natten.",
    "Vått gulv på badet igjen, pasienten falt i natt etter dusjing.",
)
DOSE = "Dobbel dose morfin gitt fordi kurven ikke var signert ved vaktskiftet."
OTHER = (
    "Heisen stod i ti minutter med en seng i.",
    "Journalen var nede hele formiddagen.",
    "Prøvesvar ble sendt til feil avdeling.",
)

HTMX = {"HX-Request": "true"}


@pytest.fixture
def wet(report, nurse, world, now):
    """Four falls on the ward's wet floor, a month apart, among what else is reported; the newest last."""
    for text in OTHER:
        report(nurse, world.ward, description=text, at=now - timedelta(days=200))
    return [
        report(nurse, world.ward, description=text, at=now - timedelta(days=30 * ago))
        for ago, text in zip((3, 2, 1, 0), WET, strict=True)
    ]


@pytest.fixture
def found(as_person, now):
    """`found(leader, unit)`: the titles of what is proposed there, each with its members."""

    def found(person, unit):
        with as_person(person):
            return queries.recurring(unit, clock.day(now))

    return found


def ids(members):
    return [one.uuid for one in members]


def test_what_went_well_or_is_wished_for_is_no_avvik_that_goes_again(
    found, report, nurse, ward_leader, world, now
):
    for number, text in enumerate(WET):
        kind = "good" if number % 2 else "suggestion"
        report(nurse, world.ward, description=text, kind=kind, at=now - timedelta(days=number))
    assert found(ward_leader, world.ward) == []


def test_what_a_tema_holds_is_not_proposed_again(wet, found, ward_leader, world, now, as_person):
    assert len(found(ward_leader, world.ward)) == 1
    about = AboutTheme("Fall", "Fall på vått gulv.", "", "Takk.", ward_leader, 1)
    with as_person(ward_leader):
        theme = commands.begin_theme(unit=world.ward, about=about, by=ward_leader, now=now)
        for one in wet:
            commands.belong(
                theme=theme, incident=incidents.incident(one.uuid), said="Takk.",
                by=ward_leader, now=now,
            )  # fmt: skip
    assert found(ward_leader, world.ward) == []


def test_who_handles_in_the_whole_organisation_sees_what_goes_again_in_all_of_it(
    wet, page, quality_adviser, world
):
    html = page(quality_adviser).get(reverse("patterns:proposals")).content.decode()
    assert world.trust.name in html
    assert str(wet[-1].uuid) in html


def test_a_page_that_looks_back_less_than_three_years_says_so(wet, page, ward_leader, monkeypatch):
    proposals = reverse("patterns:proposals")
    assert "bare har sett tilbake" not in page(ward_leader).get(proposals).content.decode()
    monkeypatch.setattr(alike, "MOST", 4)
    assert "bare har sett tilbake" in page(ward_leader).get(proposals).content.decode()


def test_a_proposal_that_is_gone_says_so_and_leads_back(wet, page, ward_leader, world):
    gone = reverse("patterns:dismiss", args=[world.ward.uuid, "0" * 16])
    answer = page(ward_leader).get(gone, follow=True)
    assert answer.status_code == 200
    assert "Forslaget er ikke her lenger" in answer.content.decode()


def test_what_is_like_a_case_was_reported_before_it_and_says_why(
    wet, report, nurse, ward_leader, world, as_person
):
    report(nurse, world.ward, description=DOSE)
    with as_person(ward_leader):
        matches = queries.earlier_like(incidents.incident(wet[2].uuid))

    assert sorted(ids(one.told for one in matches)) == sorted([wet[0].uuid, wet[1].uuid])
    assert all(
        {"vått", "våte", "gulvet", "gulv"} & set(one.reason.words) or one.reason.phrases
        for one in matches
    )
    assert all(one.reason.same_site for one in matches)


def test_the_page_of_a_case_fetches_what_is_like_it(page, wet, ward_leader):
    leader = page(ward_leader)
    case = leader.get(f"/avvik/{wet[3].uuid}/").content.decode()
    assert f"/samleavvik/lignende/{wet[3].uuid}/" in case

    address = f"/samleavvik/lignende/{wet[3].uuid}/"
    near = leader.get(address, headers=HTMX).content.decode()
    assert leader.get(address).url == f"/samleavvik/nytt/{wet[3].uuid}/"

    assert "Noe lignende er meldt før" in near
    assert "Samme sted." in near
    assert f"/avvik/{wet[2].uuid}/" in near


def test_one_act_sees_them_as_one(page, wet, ward_leader, world):
    leader, new = page(ward_leader), f"/samleavvik/nytt/{wet[3].uuid}/"
    shown = leader.get(new).content.decode()
    chosen = [str(one.uuid) for one in wet[:3]]
    assert all(f'value="{uuid}"' in shown for uuid in chosen)

    sent = fetched(leader, new, title="Fall", common="Vått.", unit=world.ward.uuid, chosen=chosen)
    text = after(leader, leader.post(new, sent))

    assert "4 meldinger du kan se, hører til." in text


def test_a_new_report_joins_by_one_press(page, wet, begin, ward_leader, report, nurse, world, join):
    group = begin(ward_leader, wet[0], world.ward)
    leader = page(ward_leader)
    shown = leader.get(f"/samleavvik/nytt/{wet[3].uuid}/").content.decode()
    press = f"/samleavvik/{group.uuid}/legg-til/{wet[3].uuid}/"
    assert press in shown

    assert "2 meldinger du kan se, hører til." in after(leader, leader.post(press))
    assert press not in leader.get(f"/samleavvik/nytt/{wet[3].uuid}/").content.decode()


def test_what_is_like_nothing_says_so(page, wet, report, nurse, ward_leader, world):
    dose = report(nurse, world.ward, description=DOSE)
    text = page(ward_leader).get(f"/samleavvik/nytt/{dose.uuid}/").content.decode()

    assert "Ingen meldinger du kan se, ligner på denne." in text


def test_nobody_is_told_of_what_they_do_not_see(
    wet, report, other_nurse, other_leader, world, page, found
):
    own = report(other_nurse, world.other_ward, description=WET[0])
    address = f"/samleavvik/lignende/{own.uuid}/"
    near = page(other_leader).get(address, headers=HTMX).content.decode()

    assert "Noe lignende" not in near
    assert page(other_leader).get(f"/samleavvik/lignende/{wet[0].uuid}/").status_code == 404
    assert not found(other_leader, world.ward)


def test_what_goes_again_at_a_unit_is_proposed_and_becomes_a_group(
    page, wet, ward_leader, department_leader, world, found
):
    (one,) = found(ward_leader, world.ward)
    assert set(ids(one.members)) == {each.uuid for each in wet}

    leader = page(ward_leader)
    shown = leader.get("/samleavvik/forslag/").content.decode()
    assert "4 meldinger som ligner, siden 18. aug. 2026." in shown
    address = f"/samleavvik/nytt/{wet[3].uuid}/?" + "&".join(f"med={each.uuid}" for each in wet)
    assert address.replace("&", "&amp;") in shown or address in shown
    chosen = [str(each.uuid) for each in wet[:3]]
    sent = fetched(
        leader, address, title="Fall", common="Vått.", unit=world.ward.uuid, chosen=chosen
    )
    assert "4 meldinger du kan se, hører til." in after(leader, leader.post(address, sent))

    assert not found(ward_leader, world.ward), "it is a samleavvik now"


def test_new_like_reports_are_proposed_to_the_group_they_are_like(
    page, wet, begin, join, ward_leader, world, found
):
    group = begin(ward_leader, wet[0], world.ward)
    join(ward_leader, group, *wet[1:3])
    (one,) = found(ward_leader, world.ward)

    assert one.group == group
    assert ids(one.fresh) == [wet[3].uuid]
    leader, address = page(ward_leader), f"/samleavvik/{group.uuid}/legg-til/?med={wet[3].uuid}"
    assert address in leader.get("/samleavvik/forslag/").content.decode()
    sent = fetched(leader, address, chosen=[str(wet[3].uuid)])
    assert "4 meldinger du kan se, hører til." in after(leader, leader.post(address, sent))


def test_dismissed_it_stays_away_until_it_has_changed_or_somebody_thinks_again(
    page, wet, ward_leader, world, found, report, nurse
):
    (one,) = found(ward_leader, world.ward)
    leader = page(ward_leader)
    no = f"/samleavvik/forslag/{world.ward.uuid}/{one.proposal.fingerprint}/nei/"
    assert leader.post(no, {"why": ""}).status_code == 422
    text = after(leader, leader.post(no, fetched(leader, no, why="Gulvet er byttet.")))
    assert "Gulvet er byttet." in text
    assert not found(ward_leader, world.ward)

    report(nurse, world.ward, description=WET[0])
    assert not found(ward_leader, world.ward), "one more is no change"
    said = _only()
    shown = after(leader, leader.post(f"/samleavvik/forslag/{said.uuid}/ta-fram/"))
    assert "Forslaget vises igjen." in shown
    assert found(ward_leader, world.ward)


def test_dismissed_it_comes_back_when_there_are_many_more(
    wet, ward_leader, world, found, report, nurse, now, as_person
):
    (one,) = found(ward_leader, world.ward)
    with as_person(ward_leader):
        commands.dismiss_proposal(
            proposal=one.proposal, unit=world.ward, why="Tilfeldig.", by=ward_leader, now=now
        )
    for days in (10, 20, 40, 50):
        report(nurse, world.ward, description=WET[days % 4], at=now - timedelta(days=days))

    assert found(ward_leader, world.ward)


def _only():
    with scope.acting(scope.SYSTEM):
        return Dismissal.objects.get()


def test_a_dismissal_is_for_those_who_handle_there_and_is_written_once(
    wet, ward_leader, other_leader, nurse, world, found, page, now, as_person
):
    (one,) = found(ward_leader, world.ward)
    with as_person(ward_leader):
        said = commands.dismiss_proposal(
            proposal=one.proposal, unit=world.ward, why="Tilfeldig.", by=ward_leader, now=now
        )
    for person in (nurse, other_leader):
        client = page(person)
        assert client.post(f"/samleavvik/forslag/{said.uuid}/ta-fram/").status_code in (403, 404)
    assert page(nurse).get("/samleavvik/forslag/").status_code == 404
    assert page(ward_leader).get(f"/samleavvik/forslag/{world.clinic.uuid}/").status_code == 404
    with as_person(other_leader):
        assert not Dismissal.objects.exists()
    with scope.acting(scope.SYSTEM), pytest.raises(DatabaseError), transaction.atomic():
        Dismissal.objects.filter(pk=said.pk).update(why="Noe annet.")


def test_the_cost_of_the_pages_does_not_grow(wet, page, ward_leader, report, nurse, world, begin):
    leader = page(ward_leader)
    addresses = (
        f"/samleavvik/nytt/{wet[3].uuid}/",
        "/samleavvik/forslag/",
    )
    fragment = f"/samleavvik/lignende/{wet[3].uuid}/"
    before = [len(asked(leader, address)) for address in addresses]
    beside = len(asked(leader, fragment, HTTP_HX_REQUEST="true"))
    for text in WET:
        report(nurse, world.ward, description=text)
        report(nurse, world.ward, description=f"{DOSE} {text[:9]}")
    later = [asked(leader, address) for address in addresses]

    assert len(asked(leader, fragment, HTTP_HX_REQUEST="true")) == beside <= 12
    for number, found in zip(before, later, strict=True):
        assert len(found) == number, shortened(found)
        assert len(found) <= 12, shortened(found)
    assert not IncidentGroup.objects.exists()


def looks():
    """The units where a leader waits to look."""
    with scope.acting(scope.SYSTEM):
        found = Duty.objects.filter(kind=LOOK, settled_at__isnull=True).order_by("unit__path")
        return [one.unit.name for one in found.select_related("unit")]


@pytest.fixture
def night(now):
    """`night()`: the job that runs then."""

    def night(days=0):
        jobs.look_for_what_goes_again(now + timedelta(days=days))

    return night


@pytest.fixture
def often(report, nurse, world, now):
    """Six falls on the ward's wet floor this autumn, among what else is reported."""
    for text in OTHER:
        report(nurse, world.ward, description=text, at=now - timedelta(days=200))
    return [
        report(nurse, world.ward, description=WET[at % 4], at=now - timedelta(days=12 * at))
        for at in range(6)
    ]


def test_by_night_the_leader_is_told_that_something_goes_again_and_once(
    often, night, page, ward_leader, world
):
    night()
    assert looks() == [world.ward.name], "the leader whose own it is, and none above"
    mine = page(ward_leader).get("/min-side/").content.decode()
    assert "Se på det som går igjen" in mine
    assert f"/samleavvik/forslag/{world.ward.uuid}/" in mine

    due = _due()
    night(days=1)
    assert looks() == [world.ward.name]
    assert _due() == due, "it is the same duty"


def _due():
    with scope.acting(scope.SYSTEM):
        return Duty.objects.get(kind=LOOK).due


def test_few_that_do_not_rise_wait_for_nobody(report, nurse, ward_leader, world, night, found, now):
    for ago, text in enumerate(WET, start=4):
        report(nurse, world.ward, description=text, at=now - timedelta(days=100 * ago))
    for text in OTHER:
        report(nurse, world.ward, description=text)
    assert len(found(ward_leader, world.ward)) == 1
    night()

    assert looks() == []


def test_what_happens_at_several_wards_waits_for_the_leader_above_them(
    often, report, other_nurse, night, world, now
):
    for days in (3, 5):
        report(other_nurse, world.second_ward, description=WET[0], at=now - timedelta(days=days))
    night()

    assert world.department.name in looks()
    assert world.clinic.name not in looks()


def test_it_waits_no_more_when_it_is_seen_as_one(often, night, begin, join, ward_leader, world):
    night()
    group = begin(ward_leader, often[0], world.ward)
    assert looks() == [world.ward.name]
    join(ward_leader, group, *often[1:])

    assert looks() == []


def test_it_waits_no_more_when_somebody_says_no(
    often, night, ward_leader, world, found, now, as_person
):
    night()
    with as_person(ward_leader):
        for one in queries.recurring(world.ward, clock.day(now)):
            commands.dismiss_proposal(
                proposal=one.proposal, unit=world.ward, why="Kjent.", by=ward_leader, now=now
            )
    assert looks() == []
    night(days=1)

    assert looks() == []


ENGLISH = (
    "The patient fell in the bathroom at night since the floor was wet after showering.",
    "The patient was found in the bathroom. Had fallen on wet floors after showering at night.",
    "The lift stood for ten minutes with a bed in it.",
)


@pytest.mark.parametrize(("code", "alike"), [("en", True), ("nb", False)])
def test_reports_are_compared_in_the_language_that_is_set(
    report, nurse, ward_leader, world, now, as_person, settings, code, alike
):
    """In English «was» says nothing, and is no reason."""
    settings.REPORT_LANGUAGE = code
    for place, text in enumerate(reversed(ENGLISH)):
        at = now - timedelta(days=30 - place)
        newest = report(nurse, world.ward, description=text, at=at)
    with as_person(ward_leader):
        best = queries.earlier_like(incidents.incident(newest.uuid))[0]

    assert best.told.text == ENGLISH[1]
    assert ("was" not in best.reason.words) == alike


def test_a_language_nobody_has_written_words_for_is_refused_at_once(monkeypatch):
    monkeypatch.setenv("STYRK_REPORT_LANGUAGE", "sv")
    with pytest.raises(ImproperlyConfigured, match="nb, en"):
        one_of("STYRK_REPORT_LANGUAGE", ("nb", "en"))


def test_those_most_like_a_group_are_the_first_to_add(
    wet, report, nurse, ward_leader, begin, page, world, now
):
    group = begin(ward_leader, wet[0], world.ward)
    for number in range(3):
        report(nurse, world.ward, description=DOSE, at=now + timedelta(minutes=number))
    html = page(ward_leader).get(reverse("patterns:join", args=[group.uuid])).content.decode()
    place = {text: html.find(str(one.uuid)) for text, one in zip(WET, wet, strict=True)}
    assert place[WET[0]] == -1, "it belongs already"
    assert max(place[text] for text in WET[1:]) < html.find("Dobbel dose"), place
