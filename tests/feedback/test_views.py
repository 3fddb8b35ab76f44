"""The pages inside: who sees, who does, and what they say."""

from html import unescape

import pytest
from django.urls import reverse

from styrk.core import scope
from styrk.feedback import commands
from styrk.feedback.models import Change, Judgement, Voice
from styrk.trail.models import Reading
from tests.clients import filled_in
from tests.counting import asked, shortened


def at(name, record):
    return reverse(f"feedback:{name}", args=[record.uuid])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def test_a_leader_reads_takes_and_answers(voice, page, ward_leader):
    leader = page(ward_leader)
    assert says(leader.get("/stemmer/"), "Jeg måtte vente i fire timer", "Klage", "Mottatt")
    assert says(leader.get("/min-side/"), "Svar den som fortalte")
    assert says(leader.get(at("voice", voice)), "Ta imot", "Skal besvares")

    leader.post(at("take", voice))
    filled_in(leader, at("describe", voice), kind="complaint", theme="waiting")
    filled_in(leader, at("answer", voice), answer="Det beklager vi.")

    assert says(leader.get(at("voice", voice)), "Besvart", "Ventetid og tilgang", "svarte")
    assert not says(leader.get("/min-side/"), "Svar den som fortalte")


def test_every_opening_is_noted(voice, page, ward_leader):
    page(ward_leader).get(at("voice", voice))

    with scope.acting(scope.SYSTEM):
        assert Reading.objects.filter(subject="voice", subject_id=voice.pk).count() == 1


@pytest.mark.parametrize("who", ["nurse", "second_ward_leader", "board_chair", "outsider_leader"])
def test_for_others_it_is_not_there(taken, page, world, who):
    visitor = page(world.people[who])

    for name in ("voice", "answer", "describe", "add_action", "tell_change"):
        assert visitor.get(at(name, taken)).status_code == 404
    assert visitor.post(at("take", taken)).status_code == 404


def test_nobody_answers_where_nobody_waits(tell, page, ward_leader):
    voice = tell(answer_owed=False, kind="good")
    leader = page(ward_leader)
    leader.post(at("take", voice))

    assert leader.get(at("answer", voice)).status_code == 404
    filled_in(leader, at("assess", voice), answer="Vi holder fast ved det.")
    assert says(leader.get(at("voice", voice)), "Vurdert", "Vi holder fast ved det.")


def test_whoever_works_here_writes_it_down(page, nurse, world, as_person, ward_leader):
    told = {
        "unit": "f.med.1.a",
        "kind": "suggestion",
        "channel": "spoken",
        "text": "Heng opp en klokke på rommet.",
        "received_on": "2026-11-15",
        "answer_owed": "on",
    }
    answer = filled_in(page(nurse), "/stemmer/ny/", **told)
    assert answer.status_code == 302
    assert says(page(nurse).get(answer["Location"]), "Dere sa, vi gjorde")
    with as_person(ward_leader):
        assert Voice.objects.get().told_by == nurse


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"received_on": "2026-11-17"}, "ikke kommet ennå"), ({"unit": "g.med.1.a"}, "Velg det som")],
)
def test_what_does_not_fit_is_said(page, nurse, wrong, said):
    told = {"unit": "f.med.1.a", "kind": "good", "channel": "spoken", "text": "Hei på dere"}
    told |= {"received_on": "2026-11-15"} | wrong
    answer = filled_in(page(nurse), "/stemmer/ny/", **told)
    assert answer.status_code == 422
    assert says(answer, said)


def test_it_is_handed_on_and_out_of_sight(taken, page, ward_leader, second_ward_leader):
    leader = page(ward_leader)
    answer = filled_in(leader, at("hand_over", taken), unit="f.med.1.b", reason="Det var på 1B.")

    assert says(leader.get(answer["Location"]), "Det er gitt videre")
    assert leader.get(at("voice", taken)).status_code == 404
    assert says(page(second_ward_leader).get(at("voice", taken)), "Sengepost 1B", "ga det videre")


def test_an_action_is_decided_from_it(taken, page, ward_leader):
    leader = page(ward_leader)
    assert says(leader.get(at("add_action", taken)), "Nytt tiltak", "Jeg måtte vente")


def test_what_changed_is_read_by_all_who_work_here(taken, page, ward_leader, nurse, outsider):
    sent = {"said": "Vi vet ikke hvorfor vi venter", "did": "Tavla viser ventetid.", "public": ""}
    filled_in(page(ward_leader), at("tell_change", taken), **sent)

    assert says(page(nurse).get("/dere-sa/"), "Tavla viser ventetid.")
    assert not says(page(nurse).get("/dere-sa/"), "La alle lese det")
    assert not says(page(outsider).get("/dere-sa/"), "Tavla viser ventetid.")
    change = Change.objects.get()
    assert page(nurse).post(at("show_change", change), {"public": "1"}).status_code == 404
    page(ward_leader).post(at("show_change", change), {"public": "1"})
    change.refresh_from_db()
    assert change.public


def test_each_number_has_the_list_that_it_counts(tell, page, ward_leader):
    tell(theme="waiting")
    tell(theme="waiting", key="2", kind="good", answer_owed=False)
    tell(key="3")
    answer = page(ward_leader).get("/stemmer/temaer/")
    html = unescape(answer.content.decode())

    assert says(answer, "Ventetid og tilgang", "Uten tema", "Fikk svar innen 30 dager")
    (link,) = [
        part.split('"')[0]
        for part in html.split('href="')
        if "tema=waiting&slag=good" in part.split('"')[0]
    ]
    behind = page(ward_leader).get(link)
    assert behind.content.decode().count("data-title") == 1


def test_the_period_is_judged(tell, page, ward_leader, nurse):
    tell(theme="waiting")
    leader = page(ward_leader)
    told = {"first_on": "2026-01-01", "last_on": "2026-11-16", "good": "Ro", "better": "Venting"}
    filled_in(leader, "/stemmer/vurder/?enhet=f.med.1.a", **told)

    assert Judgement.objects.get().voices == 1
    assert says(leader.get("/stemmer/temaer/"), "Må bli bedre: Venting")
    assert page(nurse).get("/stemmer/vurder/?enhet=f.med.1.a").status_code == 404


def test_the_page_is_opened_by_the_leader(page, ward_leader, second_ward_leader):
    sent = {"is_open": "on", "greeting": "Vi leser alt."}
    address = "/stemmer/siden/?enhet=f.med.1.a"
    assert page(second_ward_leader).get(address).status_code == 404
    closed = page(ward_leader).get(address)
    assert says(closed, "Siden er stengt nå", "Kryss av for at siden er åpen")
    assert not says(closed, "/fortell/f.med.1.a/"), "an address that answers nobody is not shown"
    filled_in(page(ward_leader), address, **sent)

    assert says(page().get("/fortell/f.med.1.a/"), "Vi leser alt.")
    assert says(
        page(ward_leader).get(address), "/fortell/f.med.1.a/", "Adressen kan stå på en plakat"
    )


@pytest.mark.parametrize(
    "query", ["enhet=%00", "side=²", "side=99999999", "fra=x", "tema=rart", "vis=rart", "slag=x"]
)
def test_odd_questions_are_answered(voice, page, ward_leader, query):
    assert page(ward_leader).get(f"/stemmer/?{query}").status_code in {200, 404}
    assert page(ward_leader).get(f"/stemmer/temaer/?{query}").status_code in {200, 404}


def test_empty_pages_say_what_to_do(page, ward_leader):
    leader = page(ward_leader)
    assert says(leader.get("/stemmer/"), "Ingen har fortalt noe ennå")
    assert says(leader.get("/stemmer/?slag=good"), "Ingen stemmer her", "Vis alle")
    assert says(leader.get("/stemmer/temaer/"), "Ingen har fortalt noe i perioden")
    assert says(leader.get("/dere-sa/"), "Ikke noe her ennå")


@pytest.mark.parametrize(
    ("address", "number"),
    [("/stemmer/", 6), ("/stemmer/temaer/", 12), ("/dere-sa/", 6)],
)
def test_a_list_costs_the_same_with_one_and_with_three(
    tell, client_of, ward_leader, address, number
):
    tell()
    one = asked(client_of(ward_leader), address)
    for key in "23":
        tell(key=key, theme="waiting")
    three = asked(client_of(ward_leader), address)

    assert len(one) == len(three) == number, shortened(three)


def test_one_costs_the_same_however_much_was_done(taken, client_of, ward_leader, now, as_person):
    one = asked(client_of(ward_leader), at("voice", taken))
    with as_person(ward_leader):
        for _nth in range(3):
            commands.tell_change(
                voice=taken, said="Sa", did="Gjorde", public=False, by=ward_leader, now=now
            )
    three = asked(client_of(ward_leader), at("voice", taken))

    assert len(one) == len(three) == 10, shortened(three)
