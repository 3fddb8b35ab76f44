"""What a review lists by name, and what the leadership writes of what no data tells."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from styrk.appraisal import commands
from styrk.appraisal.models import Input
from styrk.appraisal.queries import inputs
from styrk.core import clock
from styrk.core.guard import IdentityFound
from styrk.organisation.models import Appointment, Unit
from styrk.regulation.maps import MAPS
from styrk.risks.commands import accept_risk
from styrk.risks.models import Risk
from tests.appraisal.test_views import at, says
from tests.clients import filled_in
from tests.compliance.conftest import judge  # noqa: F401 - a judgement in a map
from tests.risks.conftest import (  # noqa: F401 - a risk at the ward
    assess,
    describe,
    described,
    description,
    rate,
    red,
)

pytestmark = pytest.mark.django_db


def rows(review, key):
    (found,) = [one for one in review.material["lists"] if one["key"] == key]
    return found["rows"]


def test_each_list_is_there_also_where_it_is_empty(draft):
    assert [one["key"] for one in draft.material["lists"]] == [
        "accepted",
        "supervision",
        "orders",
        "security",
        "changes",
    ]
    assert rows(draft, "accepted") == []
    assert len(rows(draft, "security")) == len(MAPS["informasjonssikkerhet"].items)


def test_a_risk_that_is_lived_with_is_listed(red, begin, ceo, now, as_person):  # noqa: F811
    with as_person(ceo):
        accept_risk(
            risk=Risk.objects.get(pk=red.pk),
            reason="Vi venter på bygget",
            expires_on=clock.after(now, days=90),
            by=ceo,
            now=now,
        )

    ((title, told),) = rows(begin(), "accepted")
    assert title == red.title
    assert told == "Sengepost 1A · rød · akseptert av Daniel Drange til 14. feb. 2027"


def test_information_security_judged_in_its_map_is_told_and_no_longer_missing(
    draft,
    begin,
    judge,  # noqa: F811
    ceo,
    world,
    now,
    as_person,
):
    missing = {one["key"] for one in draft.material["outside"]}
    item = MAPS["informasjonssikkerhet"].items[0]
    judge(ceo, world.trust, item.key)
    with as_person(ceo):
        commands.gather_again(appraisal=draft, by=ceo, now=now + timedelta(hours=1))

    assert "vist · vurdert av Daniel Drange" in rows(draft, "security")[0][1]
    assert missing - {one["key"] for one in draft.material["outside"]} == {"security"}


def test_what_was_changed_in_the_year(world, begin, now):
    on = clock.day(now)
    Unit.objects.filter(pk=world.ward.pk).update(valid_from=on - timedelta(days=20))
    Unit.objects.filter(pk=world.second_ward.pk).update(valid_to=on - timedelta(days=9))
    Unit.objects.filter(pk=world.their_ward.pk).update(valid_to=on - timedelta(days=9))
    leads = Appointment.objects.filter(unit=world.clinic, role="leader")
    leads.update(valid_from=on - timedelta(days=30))

    assert rows(begin(), "changes") == [
        ["Sengepost 1A", "ny enhet 27. okt. 2026"],
        ["Sengepost 1B", "lagt ned 7. nov. 2026"],
        ["Ledere som har begynt det siste året", "1"],
    ]


def test_what_is_not_in_the_data_is_written_in_and_frozen(
    draft, judged, again, ceo, now, as_person
):
    def write(item, text, review=draft):
        with as_person(ceo):
            commands.write_input(appraisal=review, item=item, text=text, by=ceo, now=now)

    write("environment", "Vi brukte mindre strøm")
    write("environment", "Vi brukte 4 % mindre strøm")
    for item, text, why in (
        ("environment", " ", commands.ReasonMissing),
        ("goals", "Bra", commands.UnknownItem),
        ("research", "Hos 17054026641", IdentityFound),
    ):
        with pytest.raises(why):
            write(item, text)
    judged(draft)
    with as_person(ceo):
        commands.sign_appraisal(appraisal=again(draft, ceo), by=ceo, now=now)

    signed = again(draft, ceo)
    told = signed.content["inputs"]["environment"]
    assert (told["text"], told["by"]) == ("Vi brukte 4 % mindre strøm", "Daniel Drange")
    assert signed.steps.filter(act="inform").count() == 2
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Input.objects.update(text="Noe annet")


def test_written_on_the_page(page, draft, ceo, nurse):
    address = at("inform", draft, "environment")
    assert page(nurse).get(address).status_code == 404
    assert page(ceo).get(at("inform", draft, "goals")).status_code == 404
    done = filled_in(page(ceo), address, text="Vi brukte mindre strøm")
    stale = page(ceo).post(address, {"text": "Mer", "stand": "gammelt"})

    shown = page(ceo).get(done["Location"].split("#")[0])
    assert says(shown, "Vi brukte mindre strøm", "Risiko ledere har akseptert (0)")
    assert says(shown, "skrev hva dere vet om «Ytre miljø»")
    assert stale.status_code == 422
    assert page(ceo).get(at("export", draft, "pdf")).status_code == 200
    assert page(ceo).get(at("export", draft, "docx")).status_code == 200


def test_a_list_that_is_cut_says_how_many_more_and_leads_to_them_all(
    page,
    begin,
    ceo,
    world,
    now,
    monkeypatch,
):
    monkeypatch.setattr(inputs, "MOST", 1)
    Unit.objects.filter(path__startswith=world.trust.path).update(valid_from=clock.day(now))

    review = begin()

    told = next(one for one in review.material["lists"] if one["key"] == "changes")
    more = Unit.objects.filter(path__startswith=world.trust.path).count() - 1
    assert (told["more"], told["url"]) == (more, f"/organisasjon/?enhet={world.trust.code}")
    shown = page(ceo).get(at("appraisal", review))
    assert says(shown, f"Og {more} til.", told["url"])
    assert f"({len(told['rows']) + more})" in shown.content.decode()
