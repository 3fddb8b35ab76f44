"""Each number on the forskriftskart leads to a list of just those that it counts."""

import random
import re
from collections import Counter
from datetime import timedelta
from html import unescape

import pytest

from styrk.access.commands import grant_to_person
from styrk.actions import queries as actions
from styrk.actions.models import Action
from styrk.core import clock, ids, scope
from styrk.incidents import queries as incidents
from styrk.incidents.listing import LISTED
from styrk.incidents.models import Incident, IncidentAnalysis, Recusal
from styrk.incidents.states import Harm, Kind, Listing
from styrk.incidents.tally import compact_tally
from styrk.incidents.types import CASE_PART
from tests.counting import asked, shortened
from tests.world import PEOPLE, move_case

MAP = "/forskriftskart/"
QUERIES = 9
NUMBER = r'<span class="st-number">([\d\u00a0]+)</span>'
FACT = re.compile(rf'<dt>([^<]+)</dt><dd>(?:<a href="([^"]+)">)?{NUMBER}')
ROW = re.compile(r'href="(/(?:avvik|tiltak)/[0-9a-f-]{36}/)"')


@pytest.fixture
def years(world, now, monkeypatch):
    """A year and a half of reports and actions of all sorts, in all units."""
    for module in (incidents, incidents.cases):
        monkeypatch.setattr(module, "PAGE", 1000)
    monkeypatch.setattr(actions, "PAGE", 1000)
    dice = random.Random(63)
    units = [one for code, one in world.units.items() if code[0] != "r"]
    with scope.acting(scope.SYSTEM):
        for _number in range(160):
            an_incident(world, dice, dice.choice(units), now)
        for _number in range(60):
            an_action(world, dice, dice.choice(units), now)
        compact_tally()
        for _number in range(20):
            an_incident(world, dice, dice.choice(units), now)


def an_incident(world, dice, unit, now):
    # The first and last days of what is counted are as likely as any other.
    edges = [0, 1, 2, 3, 4, 29, 30, 31, 45, 46, 47, 76, 77, 349, 350, 351, 380, 381]
    at = now - timedelta(days=dice.choice([*edges, dice.randrange(500)]), hours=dice.randrange(12))
    state = dice.choice(["received", "received", "examining", "improving"])
    leader = world.people["ward_leader"]
    found = Incident.objects.create(
        trust=unit.trust,
        unit=unit,
        responsible_unit=unit,
        submission=ids.new_uuid(),
        title="Fall",
        description="Falt",
        happened_at=at,
        reported_at=at,
        kind=dice.choice(Kind.values),
        harm_actual=dice.choice(["", *Harm.values, "severe", "death"]),
        state=state,
        handler=None if state == "received" else leader,
    )
    if dice.randrange(3) == 0:
        IncidentAnalysis.objects.create(
            incident=found, trust=found.trust, found="x", at=at, by=leader
        )
    if dice.randrange(8) == 0:
        kept_from(found, world.people[dice.choice(PEOPLE)[0]], now)
    if dice.randrange(12) == 0:
        move_case(found, past=True)


def kept_from(incident, person, now):
    Recusal.objects.create(
        incident=incident, person=person, trust=incident.trust, reason="x", at=now
    )


def an_action(world, dice, unit, now):
    due = clock.after(now, days=dice.randrange(-200, 100))
    state = dice.choice(["planned", "done", "finished", "dropped"])
    done = state in {"done", "finished"}
    owner = world.people["ward_leader"]
    Action.objects.create(
        trust=unit.trust,
        unit=unit,
        origin="unit",
        title="Rekkverk",
        change="x",
        sign="x",
        level="person",
        owner=owner,
        due=due,
        review_on=due + timedelta(days=60),
        raised_at=now - timedelta(days=dice.randrange(500)),
        raised_by=owner,
        state=state,
        effect=dice.choice(["worked", "partly", "not_worked"]) if state == "finished" else "",
        done_at=now - timedelta(days=dice.randrange(500)) if done else None,
        done_by=owner if done else None,
    )


def facts(client, address):
    """What each number with a list behind it is called, how much it is, and where the list is."""
    html = client.get(address).content.decode()
    found = [
        (unescape(what), int(number.replace("\u00a0", "")), unescape(href or ""))
        for what, href, number in FACT.findall(html)
    ]
    return [one for one in found if one[2].startswith(("/avvik/", "/tiltak/"))]


def rows(client, address):
    return len(set(ROW.findall(client.get(address, HTTP_HX_REQUEST="true").content.decode())))


def test_each_number_is_that_of_its_list_whoever_looks(page, world, years):
    checked = Counter()
    below = [("quality_adviser", f"{MAP}?enhet={world.ward.code}")]
    for who, address in [*((who, MAP) for who in world.people), *below]:
        client = page(world.people[who])
        for what, number, href in facts(client, address):
            assert rows(client, href) == number, (who, what, href)
            checked[href.partition("vis=")[2].partition("&")[0], number > 0] += 1

    for listing in Listing:
        assert checked[listing, True], f"nothing was ever counted as {listing}"


def test_each_number_of_incidents_has_a_list(page, clinic_director, years):
    found = facts(page(clinic_director), MAP)
    ways = [href for _what, _number, href in found if href.startswith("/avvik/")]

    assert sorted(re.findall(r"vis=(\w+)", "".join(ways))) == sorted(Listing)
    assert set(LISTED) == set(Listing)


def test_who_may_not_read_cases_gets_the_number_and_no_link(page, nurse, years):
    assert not [one for one in facts(page(nurse), MAP) if one[2].startswith("/avvik/")]


def test_what_is_kept_from_one_is_in_no_number_of_that_ones(
    page, report, world, nurse, ward_leader, department_leader, now
):
    """Else the number would tell of what no list shows; to those who see it, it counts."""
    incident = report(nurse, world.ward)
    ward = f"{MAP}?enhet={world.ward.code}"

    def counted(person):
        return dict(one[:2] for one in facts(page(person), ward))["Meldinger siste tolv måneder"]

    assert counted(ward_leader) == 1
    with scope.acting(scope.SYSTEM):
        kept_from(incident, ward_leader, now)
    assert (counted(ward_leader), counted(department_leader)) == (0, 1)
    with scope.acting(scope.SYSTEM):
        compact_tally()
    assert (counted(ward_leader), counted(department_leader)) == (0, 1)


def test_what_went_past_the_line_is_in_no_number_and_no_list_of_one(
    page, report, world, nurse, clinic_director, now
):
    """Also for one of the line whom the case is opened to, who finds it among those that are shared."""
    incident = report(nurse, world.ward)
    assert rows(page(clinic_director), "/avvik/?vis=reported") == 1
    with scope.acting(scope.SYSTEM):
        move_case(incident, past=True)
        grant_to_person(
            kind="incident",
            record_id=incident.pk,
            part=CASE_PART,
            person=clinic_director,
            by=clinic_director,
            now=now,
            reason="x",
        )

    assert ("Meldinger siste tolv måneder", 0) in [
        one[:2] for one in facts(page(clinic_director), MAP)
    ]
    assert rows(page(clinic_director), "/avvik/?vis=reported") == 0
    assert incident.title in page(clinic_director).get("/saker-delt-med-deg/").content.decode()


@pytest.mark.parametrize(
    ("listing", "days", "facts_of_it"),
    [
        ("late", 3, {"harm_actual": "mild"}),
        ("serious_late", 1, {"harm_actual": "severe"}),
        ("serious_undecided", 30, {"harm_actual": "death"}),
    ],
)
def test_it_has_waited_too_long_when_the_days_have_gone(
    page, report, world, nurse, ward_leader, now, listing, days, facts_of_it
):
    def numbers():
        found = facts(page(ward_leader), MAP)
        return [
            number for _what, number, href in found if href.startswith(f"/avvik/?vis={listing}&")
        ]

    report(nurse, world.ward, at=now - timedelta(days=days), **facts_of_it)
    assert (numbers(), rows(page(ward_leader), f"/avvik/?vis={listing}")) == ([0], 0)
    report(nurse, world.ward, at=now - timedelta(days=days + 1), **facts_of_it)
    assert (numbers(), rows(page(ward_leader), f"/avvik/?vis={listing}")) == ([1], 1)


def test_limited_lists_ask_little(page, clinic_director, world):
    for listing in Listing:
        questions = asked(page(clinic_director), f"/avvik/?vis={listing}&enhet={world.ward.code}")
        assert len(questions) == QUERIES, shortened(questions)


def test_list_says_what_it_is_limited_to_and_goes_on_so(
    page, report, world, nurse, clinic_director, monkeypatch
):
    monkeypatch.setattr(incidents, "PAGE", 2)
    for _number in range(3):
        report(nurse, world.ward)
    html = page(clinic_director).get("/avvik/?vis=reported&enhet=f.med").content.decode()

    assert '<option value="reported" selected' in html
    assert "Medisinsk klinikk" in html
    assert "vis=reported" in html.split('rel="next" href="')[1].split('"')[0]
