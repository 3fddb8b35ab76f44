"""Of a law, each legal person carries its own placements on into the new edition, and no other's."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from styrk.duties.models import Duty
from styrk.requirements import commands
from styrk.requirements.commands.proposing import ask_for_review
from styrk.requirements.models import Placement, Succession
from styrk.requirements.types import REACT

GONE = {"fate": "gone", "point": ""}
CHANGED = {"fate": "changed", "point": "3.1"}


def at(name, record):
    return reverse(f"requirements:{name}", args=[record.uuid])


@pytest.fixture
def law(published, mandate, write, place, world, region_leader, ceo, municipal_director, now):
    """A new edition of what nobody here has laid down, with one point unchanged and one changed."""
    mandate.unit = None
    mandate.save()
    for ref in ("3.1", "3.2"):
        one = published.requirements.get(ref=ref)
        place(one, world.trust, by=ceo)
        place(one, world.municipality, by=municipal_director)
    edition = commands.begin_edition(
        source=mandate, label="2027", dated=date(2027, 2, 11), by=region_leader, now=now
    )
    write(edition, "3.1", "Ventetiden i somatikken skal ned til 55 dager.")
    write(edition, "3.2", "Foretaket skal lage en plan for utskrivning i helg.", kind="task")
    commands.publish_edition(edition=edition, by=region_leader, now=now)
    return edition


def states(edition, unit):
    found = Placement.objects.filter(requirement__edition=edition, unit=unit)
    return sorted(found.values_list("requirement__ref", "state"))


def test_the_unchanged_go_on_where_one_keeps_requirements(law, world, page, quality_adviser):
    page(quality_adviser).post(at("accept_unchanged", law))

    assert states(law, world.trust) == [("3.2", "placed")]
    assert states(law, world.municipality) == []
    assert ("3.2", "placed") in states(law.follows, world.municipality)


def test_the_others_still_have_theirs_to_accept(
    law, world, page, quality_adviser, municipal_director
):
    page(quality_adviser).post(at("accept_unchanged", law))
    said = unescape(page(municipal_director).get(at("review", law)).content.decode())
    assert "Godta det 1 uendrede" in said
    done = unescape(page(quality_adviser).get(at("review", law)).content.decode())
    assert "uendrede</button>" not in done

    page(municipal_director).post(at("accept_unchanged", law))

    assert states(law, world.municipality) == [("3.2", "placed")]
    again = page(municipal_director).post(at("accept_unchanged", law))
    assert again.status_code < 500
    assert states(law, world.municipality) == [("3.2", "placed")]


def test_each_says_otherwise_for_its_own(law, world, page, ceo, municipal_director):
    old = law.follows.requirements.get(ref="3.1")
    page(ceo).post(at("decide", old), {"fate": "gone", "point": ""})
    assert ("3.1", "withdrawn") in states(law.follows, world.trust)
    assert ("3.1", "placed") in states(law.follows, world.municipality)
    assert at("decide", old).encode() in page(municipal_director).get(at("review", law)).content

    page(municipal_director).post(at("decide", old), {"fate": "changed", "point": "3.1"})

    assert states(law, world.municipality) == [("3.1", "placed")]
    first = Succession.objects.get(old=old)
    assert (first.fate, first.reviewed_by) == ("gone", ceo)


def test_whoever_keeps_for_all_carries_all(law, world, page, region_leader):
    page(region_leader).post(at("accept_unchanged", law))

    assert states(law, world.trust) == [("3.2", "placed")]
    assert states(law, world.municipality) == []


def waiting(edition, unit):
    """Whom the edition waits for at the legal person: a person or a role."""
    found = Duty.objects.filter(kind=REACT, subject_uuid=edition.uuid, settled_at__isnull=True)
    return [one.person or one.role for one in found.filter(unit=unit)]


def test_each_legal_person_that_uses_it_is_asked_until_it_has_carried_on_its_own(
    law, world, page, ceo, municipal_director
):
    assert waiting(law, world.municipality) == waiting(law, world.trust) == ["leader"]
    assert waiting(law, world.their_trust) == []
    mine = unescape(page(municipal_director).get("/min-side/").content.decode())
    assert at("review", law) in mine

    page(ceo).post(at("accept_unchanged", law))
    assert waiting(law, world.trust) == ["leader"]
    page(ceo).post(at("decide", law.follows.requirements.get(ref="3.1")), CHANGED)

    assert waiting(law, world.trust) == []
    assert waiting(law, world.municipality) == ["leader"]
    for ref in ("3.1", "3.2"):
        page(municipal_director).post(at("decide", law.follows.requirements.get(ref=ref)), GONE)
    assert waiting(law, world.municipality) == []


def test_who_takes_back_all_of_it_is_asked_no_more(
    law, world, ceo, municipal_director, as_person, now
):
    placed = Placement.objects.filter(requirement__edition=law.follows)
    with as_person(ceo):
        first, last = placed.filter(unit=world.trust).order_by("pk")
        commands.withdraw_placement(placement=first, reason="Feil enhet.", by=ceo, now=now)
        assert waiting(law, world.trust) == ["leader"]

        commands.withdraw_placement(placement=last, reason="Feil enhet.", by=ceo, now=now)

    assert waiting(law, world.trust) == []
    assert waiting(law, world.municipality) == ["leader"]


def test_whoever_owns_it_is_asked_once_and_until_the_own_are_carried_on(
    law, world, ceo, municipal_director, page, now
):
    law.source.owner = ceo
    law.source.save()
    Duty.objects.all().delete()
    ask_for_review(law, now)
    own = ceo.home_unit
    assert (waiting(law, own), waiting(law, world.municipality)) == ([ceo], ["leader"])

    for ref in ("3.1", "3.2"):
        page(municipal_director).post(at("decide", law.follows.requirements.get(ref=ref)), GONE)
    assert (waiting(law, own), waiting(law, world.municipality)) == ([ceo], [])

    for ref in ("3.1", "3.2"):
        page(ceo).post(at("decide", law.follows.requirements.get(ref=ref)), GONE)
    for old in law.follows.requirements.filter(successions__reviewed_at__isnull=True):
        page(ceo).post(at("decide", old), GONE)
    assert waiting(law, own) == []
