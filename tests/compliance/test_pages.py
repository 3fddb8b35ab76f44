"""The pages of the maps: what stands there, who may write, and that nothing typed is lost."""

import re
from html import unescape

import pytest

from styrk.compliance.models import Judgement, Practice
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Deputyship
from styrk.overview.forskriftskart.queries import evidence_report
from styrk.regulation.maps import ALL
from styrk.regulation.profiles import Size
from tests.clients import fetched, filled_in
from tests.counting import asked, shortened

MAP = "/forskriftskart/"
MOST_QUERIES = 12
ACTS = ("slik-gjor-vi-det", "ta-bort", "vurder", "ta-tilbake")


def at(unit, item, act=""):
    return f"{MAP}{unit.uuid}/{item}/{act}{'/' if act else ''}"


def text(answer) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


@pytest.mark.parametrize("chosen", ALL, ids=lambda one: one.key)
def test_each_map_is_a_tab_with_all_its_items(page, ward_leader, municipal_director, chosen):
    reader = ward_leader if Size.TRUST in chosen.sizes else municipal_director
    answer = page(reader).get(MAP, {"kart": chosen.key})
    html = answer.content.decode()

    assert answer.status_code == 200
    assert f'<strong aria-current="page">{chosen.name}</strong>' in html
    for item in chosen.items:
        assert f'/{item.key}/"' in html, item.key


def test_a_map_that_is_not_there(page, ward_leader):
    assert page(ward_leader).get(MAP, {"kart": "finnes-ikke"}).status_code == 404


def test_the_map_keeps_its_kind_on_the_way_to_other_units(page, ceo):
    html = page(ceo).get(MAP, {"kart": "hms"}).content.decode()

    assert "?enhet=f.med&amp;kart=hms" in html
    assert "?enhet=f&amp;kart=rammeverket" in html


def test_it_says_whose_words_and_what_is_judged_beside_the_data(
    page, world, describe, judge, ceo, ward_leader
):
    describe(ceo, world.trust, "6a", "Direktøren eier planen.")
    judge(ward_leader, world.ward, "6a", "not_shown", reason="Vi mangler leder.")

    shown = text(page(ward_leader).get(MAP))

    assert (
        "Slik gjør vi det. Direktøren eier planen. Fra Fjordheim sykehus. Eier: Daniel Drange"
        in shown
    )
    assert "Vurdert av Lars Lunde" in shown
    assert "Dataene sier: delvis vist. Vi mangler leder." in shown


def test_it_costs_twelve_questions_however_much_is_said(
    page, client_of, world, describe, judge, ceo, ward_leader
):
    client = client_of(ceo)
    for chosen in ALL:
        empty = asked(client, f"{MAP}?kart={chosen.key}")
        assert len(empty) <= MOST_QUERIES, shortened(empty)
    first = asked(client, MAP)
    for item in ("6a", "6b", "8b"):
        describe(ceo, world.trust, item)
        judge(ceo, world.trust, item)
    assert len(asked(client, MAP)) == len(first), shortened(asked(client, MAP))
    spot = asked(client, at(world.trust, "6a"))
    assert len(spot) <= MOST_QUERIES, shortened(spot)


def test_a_leader_writes_how_it_is_done_and_it_stands(page, world, ward_leader):
    client = page(ward_leader)
    empty = text(client.get(at(world.ward, "6a")))
    assert "Ingen har skrevet hvordan dere gjør dette" in empty
    assert "Ingen har skrevet eller vurdert noe her ennå." in empty

    answer = filled_in(
        client,
        at(world.ward, "6a", "slik-gjor-vi-det"),
        text="Tavla på vaktrommet, hver mandag. Æ, ø og å.",
        owner=str(ward_leader.uuid),
        review_on="01.11.2027",
    )

    assert answer["Location"] == at(world.ward, "6a")
    shown = text(client.get(at(world.ward, "6a")))
    assert "Tavla på vaktrommet, hver mandag. Æ, ø og å." in shown
    assert "Lars Lunde gikk gjennom «Slik gjør vi det»: Tavla" in shown


def test_a_leader_judges_and_takes_it_back(page, world, ward_leader):
    client = page(ward_leader)
    assert "Dette krever at noen vurderer" in text(client.get(at(world.ward, "8b")))
    form = text(client.get(at(world.ward, "8b", "vurder")))
    assert re.search(r"Dataene sier: (ikke vist|kan ikke vises ennå)\. Din vurdering", form)
    facts = {"status": "shown", "reason": "Tre visitter viser det.", "until": "01.11.2027"}
    answer = filled_in(client, at(world.ward, "8b", "vurder"), **facts)

    assert answer["Location"] == at(world.ward, "8b")
    shown = text(client.get(at(world.ward, "8b")))
    assert "Tre visitter viser det." in shown
    assert "vurderte til vist, til og med 1. nov. 2027" in shown
    answer = filled_in(client, at(world.ward, "8b", "ta-tilbake"), reason="For tidlig.")
    assert answer["Location"] == at(world.ward, "8b")
    assert "tok tilbake vurderingen: For tidlig." in text(client.get(at(world.ward, "8b")))


@pytest.mark.parametrize("act", ACTS)
def test_only_the_line_and_the_adviser_write(page, world, act):
    people = world.people
    may = {"ward_leader", "department_leader", "clinic_director", "ceo", "quality_adviser"}
    for who in ("nurse", "other_leader", "board_chair", "administrator", "outsider_ceo", *may):
        status = page(people[who]).get(at(world.ward, "6a", act)).status_code
        assert (status == 200) == (who in may), (who, status)


def test_a_deputy_writes(page, world, deputy, now):
    Deputyship.objects.create(
        person=deputy, unit=world.ward, valid_from="2026-11-01", valid_to="2026-12-31"
    )
    changing()

    assert page(deputy).get(at(world.ward, "6a", "vurder")).status_code == 200


def test_items_of_units_out_of_sight_are_not_there(page, world, ward_leader, outsider):
    Appointment.objects.filter(person=outsider).update(valid_to="2021-01-01")
    for unit, item in ((world.clinic, "6a"), (world.their_ward, "6a"), (world.ward, "6z")):
        assert page(ward_leader).get(at(unit, item)).status_code == 404


@pytest.mark.parametrize(
    ("act", "fields", "why"),
    [
        ("slik-gjor-vi-det", {"review_on": "16.11.2026"}, "Velg en dag som kommer."),
        ("slik-gjor-vi-det", {"review_on": "17.11.2028"}, "Velg en dag senest"),
        ("vurder", {"until": "17.11.2027"}, "Velg en dag senest"),
        ("vurder", {"until": "01.01.2026"}, "Velg en dag som kommer."),
    ],
)
def test_what_does_not_fit_is_said_and_kept(page, world, ward_leader, act, fields, why):
    client = page(ward_leader)
    typed = {"text": "Tavla", "owner": str(ward_leader.uuid), "review_on": "01.11.2027"}
    judged = {"status": "partly", "reason": "Tavla", "until": "01.11.2027"}
    address = at(world.ward, "8f", act)
    answer = filled_in(client, address, **(judged if act == "vurder" else typed) | fields)

    assert answer.status_code == 422
    assert why in text(answer)
    assert "Tavla" in client.get(address).content.decode()
    assert not Practice.objects.exists()
    assert not Judgement.objects.exists()


def test_a_number_of_a_patient_is_not_saved(page, world, ward_leader):
    address = at(world.ward, "8b", "vurder")
    sent = {"status": "shown", "reason": "Se 13097248022.", "until": "01.11.2027"}

    assert filled_in(page(ward_leader), address, **sent).status_code == 422
    assert not Judgement.objects.exists()


def test_two_who_write_at_once_do_not_write_over_each_other(
    page, world, ward_leader, ceo, describe
):
    address = at(world.ward, "6a", "slik-gjor-vi-det")
    client = page(ward_leader)
    sent = {"text": "Mitt", "owner": str(ward_leader.uuid), "review_on": "01.11.2027"}
    fields = fetched(client, address, **sent)
    describe(ceo, world.ward, "6a", "Direktørens ord")

    answer = client.post(address, fields)

    assert answer.status_code == 422
    assert "Noen har endret dette imens" in text(answer)
    assert "Direktørens ord" in text(answer)
    again = fields | {"stand": re.search(r'name="stand" value="(\w+)"', answer.content.decode())[1]}
    assert client.post(address, again).status_code == 302
    assert [one.text for one in Practice.objects.order_by("pk")] == ["Direktørens ord", "Mitt"]


def test_two_who_judge_at_once_see_each_other(page, world, ward_leader, ceo, judge):
    address = at(world.ward, "8b", "vurder")
    client = page(ward_leader)
    fields = fetched(client, address, status="shown", reason="Bra", until="01.11.2027")
    judge(ceo, world.ward, "8b", "not_shown", reason="Ikke bra nok")

    answer = client.post(address, fields)

    assert answer.status_code == 422
    assert "Ikke vist. Ikke bra nok" in text(answer)


def test_the_same_form_twice_is_one_version(page, world, ward_leader):
    client = page(ward_leader)
    address = at(world.ward, "6a", "slik-gjor-vi-det")
    sent = {"text": "Tavla", "owner": str(ward_leader.uuid), "review_on": "01.11.2027"}
    fields = fetched(client, address, **sent)

    assert [client.post(address, fields).status_code for _ in range(2)] == [302, 302]
    assert Practice.objects.count() == 1


def test_the_report_says_what_is_judged(world, judge, ward_leader, now):
    judge(ward_leader, world.ward, "8b", reason="Tre visitter.")

    letters = evidence_report("f.med.1.a", now=now)["letters"]
    said = {one["letter"]: one for one in letters}
    assert said["8b"]["status"] != "shown"
    assert said["8b"]["judgement"] == "shown: Tre visitter. (Lars Lunde, 2026-11-16–2027-11-01)"
    assert said["8c"]["judgement"] is None
