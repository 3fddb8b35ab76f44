"""The pages of a case: the questions, what applies and why not, deciding, sending, and who gets in."""

from html import unescape

import pytest
from django.urls import reverse

from styrk.core import scope
from styrk.serious import queries, told
from styrk.serious.models import Answers, Event
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.serious.conftest import notice_of, obligations

pytestmark = pytest.mark.django_db
TICKS = {"care": [], "infection": [], "staff": [], "beside": []}
ANSWERED = {
    "occurred_at": "2026-11-15T03:00",
    "known_at": "2026-11-15T03:30",
    "harm_actual": "death",
    "harm_possible": "death",
    "harm_to": ["patient"],
    "unexpected_outcome": "yes",
    "caused_by_care": "yes",
    "patient_on_other": "unknown",
    "personal_data_breach": "none",
    "digital_incident": "none",
    "coercion": "none",
    **TICKS,
}


def at(name, one):
    return reverse(f"serious:{name}", args=[getattr(one, "uuid", one)])


def text(answer):
    return unescape(answer.content.decode())


def lacks(answer, *texts):
    html = text(answer)
    return [one for one in texts if one not in html]


def test_the_incidents_page_leads_to_the_questions(page, ward_leader, incident):
    client = page(ward_leader)
    shown = client.get(f"/avvik/{incident.uuid}/")
    assert not lacks(shown, "Vurder om den skal meldes videre", at("answer", incident))
    form = client.get(at("answer", incident))
    assert not lacks(form, "Hvor alvorlig ble skaden?", "Var utfallet uventet", "Vet ikke ennå")
    assert lacks(form, "mat eller drikkevann") == ["mat eller drikkevann"]

    sent = filled_in(client, at("answer", incident), **ANSWERED)
    with scope.acting(scope.SYSTEM):
        event = Event.objects.get()
    assert sent["Location"] == at("event", event)
    assert obligations(event).keys() == {"V02", "V03", "V04", "V05", "V22"}
    shown = client.get(at("event", event))
    assert not lacks(
        shown,
        "Melding om alvorlig hendelse",
        "statsforvalteren og Ukom",
        "20. nov. 2026",
        "Fristen er ikke kontrollert mot loven",
        "Helsepersonellets egen plikt",
        "Hvorfor ikke de andre?",
        "Svarene gir ikke plikten.",
        "Hvorfor gjelder det?",
    )
    assert not lacks(client.get(f"/avvik/{incident.uuid}/"), "Åpne saken", "Skal avgjøres")


def test_nobody_is_asked_of_what_went_well(page, ward_leader, report, nurse, world):
    good = report(nurse, world.ward, kind="good", harm_actual="", harm_possible="")
    shown = page(ward_leader).get(f"/avvik/{good.uuid}/")
    assert lacks(shown, "Skal hendelsen meldes videre?")


def test_what_is_not_known_may_apply(page, ward_leader, incident):
    client = page(ward_leader)
    told = ANSWERED | {"unexpected_outcome": "unknown", "caused_by_care": "unknown"}
    sent = filled_in(client, at("answer", incident), **told)

    shown = client.get(sent["Location"])
    assert not lacks(shown, "Kan gjelde", "Melding om alvorlig hendelse", "20. nov. 2026")


def test_answers_may_raise_other_questions(page, ward_leader, incident):
    client = page(ward_leader)
    told = ANSWERED | {"digital_incident": "significant", "infection": ["outbreak"]}
    sent = filled_in(client, at("answer", incident), **told)

    assert sent["Location"] == at("answer", incident)
    again = client.get(sent["Location"])
    assert not lacks(again, "digitalsikkerhetsloven", "mat eller drikkevann")


def test_what_another_answered_meanwhile_is_shown(page, ward_leader, deputy, incident, answer):
    client = page(ward_leader)
    address = at("answer", incident)
    html = text(client.get(address))
    stand = html.split('name="stand" value="')[1].split('"')[0]
    answer(deputy, incident)
    refused = client.post(address, ANSWERED | {"stand": stand})

    assert refused.status_code == 422
    assert not lacks(refused, "Noen har endret dette imens")


def test_nothing_before_it_happened(page, ward_leader, incident):
    told = ANSWERED | {"known_at": "2026-11-14T03:00"}
    refused = filled_in(page(ward_leader), at("answer", incident), **told)

    assert refused.status_code == 422
    assert not lacks(refused, "Ingen kunne vite om det før det skjedde.")


def obligation(case, rule):
    with scope.acting(scope.SYSTEM):
        return case.obligations.get(rule=rule)


def test_decided_and_sent_on_the_pages(page, ward_leader, case):
    client = page(ward_leader)
    judge = at("judge", obligation(case, "V02"))
    assert not lacks(client.get(judge), "Framstår saken som sammensatt?")
    assert filled_in(client, judge, decision="send", reason="Uventet").status_code == 422
    three = {"error": "yes", "unclear": "no", "complex": "unknown"}
    sent = filled_in(client, judge, decision="send", reason="Uventet dødsfall.", **three)
    assert sent["Location"] == at("event", case)
    shown = client.get(at("event", case))
    assert not lacks(shown, "Avgjort av Lars Lunde", "Uventet dødsfall.", "Vet ikke ennå")
    notice = notice_of(case, "V02")
    assert not lacks(client.get("/min-side/"), "Send en lovpålagt melding")
    assert client.get(at("notice", notice))["Location"] == f"{at('event', case)}#v02"
    told = {"at": "2026-11-16T09:00", "channel": "melde.no", "sender": "Lars Lunde"}
    done = filled_in(client, at("sent", notice), reference="M-17", **told)
    assert done["Location"] == at("event", case)
    shown = client.get(at("event", case))
    assert not lacks(shown, "Sendt", "M-17", "16. feb. 2027", "Dette var ikke sendt")
    assert client.get(judge)["Location"] == at("event", case)
    back = filled_in(client, at("not_sent", notice), reason="Feil sak")
    assert back["Location"] == at("event", case)
    assert notice_of(case, "V02").sent_at is None


SEEING = {"ward_leader", "deputy", "department_leader", "clinic_director", "quality_adviser", "ceo"}
EVERYBODY = [
    *("nurse", "colleague", "ward_leader", "deputy", "second_ward_leader", "department_leader"),
    *("clinic_director", "other_leader", "quality_adviser", "ceo", "board_chair"),
    *("administrator", "outsider_ceo", "home_leader"),
]


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_gets_in(page, world, incident, case, who):
    client = page(world.people[who])
    notice, judged = notice_of(case, "V02"), obligation(case, "V02")
    addresses = {
        "event": at("event", case),
        "answer": at("answer", incident),
        "judge": at("judge", judged),
        "notice": at("notice", notice),
    }
    opened = {name for name, one in addresses.items() if client.get(one).status_code in (200, 302)}

    assert opened == (set(addresses) if who in SEEING else set())


def test_the_list_of_clocks(page, ward_leader, other_leader, case):
    shown = page(ward_leader).get(reverse("serious:events"))
    assert not lacks(shown, "Klokker som løper", "Melding om alvorlig hendelse", "dager igjen")
    other = page(other_leader).get(reverse("serious:events"))
    assert not lacks(other, "Ingen klokker løper", "Ingen hendelser er vurdert ennå")


def test_the_board_reads_numbers(page, board_chair, ceo, case, judge, send, ward_leader):
    judge(ward_leader, case, "V02")
    send(ward_leader, case, "V02")
    shown = page(board_chair).get("/styre/")
    assert not lacks(
        shown,
        "Lovpålagte meldinger, det siste året",
        "Sendte meldinger: 1, av dem innen fristen: 1",
    )
    assert lacks(shown, "Pasienten falt") == ["Pasienten falt"]


def test_the_cost_does_not_grow(page, ward_leader, incident, case, answer, report, nurse, world):
    client = page(ward_leader)
    for address in (at("event", case), reverse("serious:events"), f"/avvik/{incident.uuid}/"):
        first = asked(client, address)
        assert len(first) <= 12, shortened(first)
    few = [len(asked(client, one)) for one in (at("event", case), reverse("serious:events"))]
    for _one in range(2):
        answer(ward_leader, report(nurse, world.ward, harm_actual="death"))
    answer(ward_leader, incident, blood=True, radiation=True)
    many = [len(asked(client, one)) for one in (at("event", case), reverse("serious:events"))]
    assert few == many


def test_what_hurries_most_stands_first_and_what_is_sent_is_not_to_be_sent(
    page, case, answer, incident, ward_leader, judge, send, as_person, now
):
    answer(ward_leader, incident, radiation=True, fire_or_electrical=True)
    with as_person(ward_leader):
        shown = told.case(queries.event(case.uuid), now, may=True)
    clocks = [[one.notice.late_at for one in card.clocks] for card in shown.to_decide]
    out = [min(times) for times in clocks if None not in times]
    assert len(out) > 1
    assert out == sorted(out)

    judge(ward_leader, case, "V02")
    assert "Skal meldes" in text(page(ward_leader).get(at("event", case)))
    send(ward_leader, case, "V02")
    with as_person(ward_leader):
        shown = told.case(queries.event(case.uuid), now, may=True)
    [done] = [card for card in shown.done if card.obligation.rule == "V02"]
    assert done.mark is None


def test_what_nobody_can_know_in_the_night_is_answered_later(page, ward_leader, incident):
    """And what is wrong with the two moments is said with what else is wrong, not afterwards."""
    client = page(ward_leader)
    unknown = {
        "personal_data_breach": "unknown",
        "digital_incident": "unknown",
        "coercion": "unknown",
    }
    wrong = {"known_at": "2026-11-14T01:00", "unexpected_outcome": ""}
    early = filled_in(client, at("answer", incident), **(ANSWERED | unknown | wrong))
    assert early.status_code == 422
    assert not lacks(early, "Ingen kunne vite om det før det skjedde.")
    sent = filled_in(client, at("answer", incident), **(ANSWERED | unknown))
    assert sent.status_code == 302
    with scope.acting(scope.SYSTEM):
        newest = Answers.objects.order_by("-pk").first()
    assert {newest.facts[name] for name in unknown} == {None}
    again = client.get(at("answer", incident))
    assert not lacks(again, "Vet ikke ennå")
