"""The pages of ledelsens gjennomgang: who reads, who writes, who signs."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from styrk.actions.models import Action
from styrk.appraisal import commands
from styrk.appraisal.models import Appraisal, Verdict
from styrk.appraisal.states import Part
from styrk.core import clock
from tests.clients import filled_in
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db


def at(name, review=None, *more):
    return reverse(f"appraisal:{name}", args=[review.uuid, *more] if review else [])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def test_nothing_yet(page, nurse, ceo):
    assert says(page(nurse).get(at("appraisals")), "Ingen gjennomgang å lese ennå")
    assert not says(page(nurse).get(at("appraisals")), "Begynn på gjennomgangen")
    assert says(page(ceo).get(at("appraisals")), "Begynn på gjennomgangen")


def test_from_empty_to_signed_on_the_pages(page, ceo, quality_adviser, world, now):
    client = page(quality_adviser)
    begun = client.post(f"{at('begin')}?enhet={world.trust.code}")
    review = Appraisal.objects.get()
    assert begun["Location"] == at("appraisal", review)
    assert says(
        client.get(at("appraisal", review)),
        "Dette er den første gjennomgangen i Styrk.",
        "Ikke vurdert",
        "§ 8 f",
        "Avvik og uønskede hendelser",
    )
    assert not says(client.get(at("appraisal", review)), "Signer gjennomgangen")

    for part in Part.values:
        sent = {"works": "partly", "comment": f"Vi ser {part}"}
        assert filled_in(client, at("judge", review, part), **sent).status_code == 302
    sent = {
        "party": "union",
        "who": "Foretakstillitsvalgte",
        "said": "Vi ble hørt",
        "held_on": "2026-11-02",
    }
    assert filled_in(client, at("take_part", review), **sent).status_code == 302
    decided = filled_in(
        client,
        at("add_action", review),
        title="Én inngang til rutinene",
        change="Alle finner dem",
        sign="Ni av ti finner dem",
        level="system",
        owner=str(ceo.uuid),
        due="2027-01-15",
    )
    assert decided.status_code == 302

    assert client.get(at("sign", review)).status_code == 404
    leader = page(ceo)
    refused = filled_in(leader, at("sign", review))
    assert refused.status_code == 422
    assert says(refused, "Hvorfor er disse ikke hørt: verneombud, brukerutvalg?")
    signed = filled_in(leader, at("sign", review), unheard="De møtes i januar")
    assert signed.status_code == 302
    shown = leader.get(signed["Location"])
    assert says(
        shown,
        "Signert av Daniel Drange",
        "Fungerer delvis",
        "Foretakstillitsvalgte",
        "Én inngang til rutinene",
        "De møtes i januar",
        Appraisal.objects.get().digest,
    )
    assert not says(shown, "Hent dataene på nytt")


def test_nobody_signs_another_than_the_one_they_read(
    page, draft, judged, again, ceo, quality_adviser, as_person, now
):
    judged(draft)
    leader = page(ceo)
    shown = unescape(leader.get(at("appraisal", draft)).content.decode())
    way = next(part for part in shown.split('"') if part.startswith(at("sign", draft)))
    with as_person(quality_adviser):
        commands.judge_item(
            appraisal=draft,
            item="whole",
            works="fails",
            comment="Nei",
            by=quality_adviser,
            now=now,
        )

    told = leader.get(way)
    assert says(told, "Noe er endret siden du leste")
    assert leader.post(way, {"stand": "gammelt"}).status_code == 422
    assert Appraisal.objects.get().state == "draft"


def test_nobody_writes_over_what_another_judged(page, draft, ceo, quality_adviser):
    address = at("judge", draft, "8c")
    first, second = page(ceo), page(quality_adviser)
    mine = {"works": "works", "comment": "Det virker"}
    filled_in(first, address, **mine)
    stale = {**mine, "stand": "gammelt", "comment": "Det virker ikke"}
    refused = second.post(address, stale)

    assert refused.status_code == 422
    assert says(refused, "Daniel Drange", "Det virker")
    assert Verdict.objects.get().comment == "Det virker"


def test_a_draft_is_the_leaders_and_what_is_signed_is_everybodys(
    page, draft, judged, again, nurse, ward_leader, board_chair, outsider_ceo, ceo, as_person, now
):
    readers = (nurse, ward_leader, board_chair, outsider_ceo)
    before = [page(one).get(at("appraisal", draft)).status_code for one in readers]
    waits = "En gjennomgang er under arbeid. Du kan lese den når den er signert."
    assert says(page(board_chair).get(at("appraisals")), waits)
    assert says(
        page(ceo).get(at("appraisal", draft)), "Utkastet leses bare av dere som skriver det"
    )
    judged(draft)
    with as_person(ceo):
        commands.sign_appraisal(appraisal=again(draft, ceo), by=ceo, now=now)
    after = [page(one).get(at("appraisal", draft)).status_code for one in readers]

    assert before == [404, 404, 404, 404]
    assert after == [200, 200, 200, 404]
    assert says(page(nurse).get(at("appraisals")), "Ledelsens gjennomgang 2026")
    assert page(nurse).get(at("add", draft)).status_code == 404


def test_another_organisation_is_not_found(page, client_of, world, ceo, nurse):
    for person in (ceo, nurse):
        answer = page(person).get(f"{at('appraisals')}?enhet={world.their_trust.code}")
        assert answer.status_code == 404
    assert client_of(nurse).post(at("begin")).status_code == 404


def test_an_unknown_item_is_not_found(page, draft, ceo):
    assert page(ceo).get(at("judge", draft, "9z")).status_code == 404


def test_added_to_on_the_page(page, signed, quality_adviser):
    client = page(quality_adviser)
    done = filled_in(client, at("add", signed), text="Styret behandlet den 3. desember")

    assert says(client.get(done["Location"]), "Styret behandlet den 3. desember")


def test_an_action_says_where_it_comes_from(page, signed, ceo, as_person):
    with as_person(ceo):
        action = Action.objects.get(origin="appraisal")
    address = reverse("actions:action", args=[action.uuid])

    assert says(page(ceo).get(at("appraisal", signed)), address)
    assert says(page(ceo).get(address), "Ledelsens gjennomgang 2026 for Fjordheim sykehus")


def test_the_thread_of_a_review(page, signed, ceo, plan):
    shown = page(ceo).get(reverse("thread:thread", args=["appraisal", signed.uuid]))

    assert says(shown, "Ledelsens gjennomgang 2026 for Fjordheim sykehus", plan.title)


def test_gathered_again_on_the_page(page, draft, ceo, stopped_clock):
    stopped_clock.at = clock.start_of(clock.day(stopped_clock.at)).replace(day=20)

    assert page(ceo).post(at("gather", draft)).status_code == 302
    assert Appraisal.objects.get().material["on"] == "2026-11-20"


def test_what_the_data_do_not_hold_is_said_and_frozen(page, signed, ceo, nurse):
    told = ("Ikke med i dataene", "Kompetanse dere mangler", "digitalsikkerhetsforskriften § 6")
    assert says(page(nurse).get(at("appraisal", signed)), *told)
    kept = {one["key"] for one in Appraisal.objects.get().content["material"]["outside"]}
    assert {"documents", "competence", "security"} <= kept


def test_what_was_gathered_before_that_was_told_still_opens(page, draft, ceo):
    material = {key: one for key, one in draft.material.items() if key != "outside"}
    Appraisal.objects.update(material=material)
    shown = page(ceo).get(at("appraisal", draft))

    assert shown.status_code == 200
    assert not says(shown, "Ikke med i dataene")


def test_a_draft_leads_to_todays_lists_and_says_so_and_what_is_frozen_leads_nowhere(
    page, draft, judged, again, ceo, as_person, now
):
    told = "Lenkene går til listene slik de er i dag."
    shown = page(ceo).get(at("appraisal", draft))
    assert says(shown, "Tallene er hentet", told, 'href="/tiltak/?vis=')
    judged(draft)
    with as_person(ceo):
        commands.sign_appraisal(appraisal=again(draft, ceo), by=ceo, now=now)

    frozen = page(ceo).get(at("appraisal", draft))
    assert says(frozen, "Tallene er slik de var")
    assert told not in unescape(frozen.content.decode())
    assert 'href="/tiltak/?vis=' not in frozen.content.decode()


def test_a_decision_past_its_deadline_says_so(page, signed, ceo, stopped_clock, now, begin):
    late = "15. jan. 2027, over fristen"
    assert not says(page(ceo).get(at("appraisal", signed)), late)
    stopped_clock.at = now + timedelta(days=61)

    assert says(page(ceo).get(at("appraisal", signed)), late)
    following = begin(at=stopped_clock.at)
    assert says(page(ceo).get(at("appraisal", following)), late)


def test_begun_by_another_it_leads_straight_to_it(page, draft, ceo, world):
    answer = page(ceo).post(f"{at('begin')}?enhet={world.trust.code}")

    assert answer["Location"] == at("appraisal", draft)


def test_the_page_costs_little(page, signed, ceo):
    questions = asked(page(ceo), at("appraisal", signed))

    assert len(questions) == 12, shortened(questions)


def test_the_list_costs_little(page, signed, ceo):
    questions = asked(page(ceo), at("appraisals"))

    assert len(questions) == 9, shortened(questions)


def test_what_the_board_and_the_staff_are_to_know(
    page, draft, judged, again, ceo, nurse, as_person, now
):
    judged(draft)
    told = {"to_board": "Vi ber styret følge ventetidene", "to_staff": "Takk for meldingene"}
    kept = filled_in(page(ceo), at("tell", draft), **told)
    assert says(page(ceo).get(kept["Location"]), *told.values())
    with as_person(ceo):
        commands.sign_appraisal(appraisal=again(draft, ceo), by=ceo, now=now)

    assert says(page(nurse).get(at("appraisal", draft)), *told.values())
    assert page(ceo).get(at("tell", draft))["Location"] == at("appraisal", draft)
    assert {**Appraisal.objects.get().content, **told} == Appraisal.objects.get().content


def test_nobody_writes_over_what_another_wrote_to_the_board(page, draft, ceo, quality_adviser):
    filled_in(page(ceo), at("tell", draft), to_board="Det første")
    stale = {"to_board": "Det andre", "to_staff": "", "stand": "gammelt"}
    refused = page(quality_adviser).post(at("tell", draft), stale)

    assert refused.status_code == 422
    assert says(refused, "Daniel Drange", "Det første")
    assert Appraisal.objects.get().to_board == "Det første"


def test_who_was_heard_is_put_right_on_the_page(page, draft, taking, ceo, nurse, now, as_person):
    with as_person(ceo):
        noted = commands.note_participant(appraisal=draft, taking=taking("union"), by=ceo, now=now)
    client = page(ceo)
    way = at("correct", draft, noted.uuid)
    assert says(client.get(at("appraisal", draft)), way, at("remove", draft, noted.uuid))
    assert page(nurse).get(way).status_code == 404

    right = {"party": "union", "who": "Foretakstillitsvalgte", "said": "Vi ser det samme"}
    assert filled_in(client, way, **right, held_on="2026-11-03").status_code == 302
    stale = {**right, "who": "Noen andre", "held_on": "2026-11-03", "stand": "gammelt"}
    refused = client.post(way, stale)
    assert refused.status_code == 422
    assert says(
        client.get(at("appraisal", draft)), "Foretakstillitsvalgte", "rettet det som var notert"
    )

    gone = filled_in(client, at("remove", draft, noted.uuid), reason="Ikke hørt likevel")
    assert gone["Location"] == f"{at('appraisal', draft)}#medvirkning"
    shown = client.get(at("appraisal", draft))
    assert says(shown, "Ingen er notert ennå.", "Ikke hørt likevel")
    assert client.get(way).status_code == 404


def test_a_draft_is_dropped_on_the_page(page, draft, ceo, nurse):
    client = page(ceo)
    assert says(client.get(at("appraisal", draft)), "Forkast utkastet")
    assert page(nurse).get(at("drop", draft)).status_code == 404

    assert filled_in(client, at("drop", draft), reason="Trykket feil").status_code == 302

    shown = client.get(at("appraisal", draft))
    assert says(shown, "Forkastet", "Trykket feil")
    assert not says(shown, "Signer gjennomgangen")
    listed = client.get(at("appraisals"))
    assert says(listed, "Begynn på gjennomgangen", "Forkastet")
    assert not says(page(nurse).get(at("appraisals")), "Forkastet")
    assert says(page(nurse).get(at("appraisals")), "Ingen gjennomgang å lese ennå")
