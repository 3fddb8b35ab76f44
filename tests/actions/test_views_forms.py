"""What is typed on an action's page: kept on every error, saved once, and read in plain words."""

from datetime import timedelta
from html.parser import HTMLParser

import pytest

from styrk.access.queries import draft_for
from styrk.actions.models import Action
from styrk.core import clock, scope
from styrk.ui.words import spoken_day
from tests.actions.test_views import acts, after, shown
from tests.clients import fetched

pytestmark = pytest.mark.django_db

FNR = "13116900216"
LONG = "Vi har målt hver uke og ser at gulvet tørker."


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


@pytest.fixture
def send(leader):
    """`send(action, "frist", reason="…")` posts as the ward's leader, who has just seen the page."""

    def send(action, act, **fields):
        address = f"/tiltak/{action.uuid}/"
        return leader.post(f"{address}{act}/", fetched(leader, address, **fields))

    return send


def refused(answer, *sayings):
    text = answer.content.decode()
    assert answer.status_code == 422
    for saying in sayings:
        assert saying in text, saying
    return text


class Inputs(HTMLParser):
    """What a page's forms would send as they stand, by the fields' names."""

    def __init__(self):
        super().__init__()
        self.values, self.area, self.select = {}, None, None

    def handle_starttag(self, tag, attributes):
        at = dict(attributes)
        if tag == "textarea":
            self.area, self.values[at["name"]] = at["name"], ""
        if tag == "select":
            self.select = at["name"]
        if tag == "option" and "selected" in at:
            self.values[self.select] = at["value"]
        if tag == "input" and (at.get("type") not in {"radio", "checkbox"} or "checked" in at):
            self.values[at["name"]] = at.get("value", "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data.strip()


def inputs(text):
    found = Inputs()
    found.feed(text)
    return found.values


def following(owner, now, **changes):
    """The fields of the action that follows one that did not work."""
    told = {
        "next-title": "Nytt sluk på badet",
        "next-change": "Vannet renner vekk",
        "next-sign": "Gulvet er tørt etter ti minutter",
        "next-level": "system",
        "next-owner": str(owner.uuid),
        "next-due": f"{clock.after(now, days=14)}",
    }
    return told | changes


def test_action_is_carried_out(send, leader, planned):
    text = after(leader, send(planned, "iverksatt", note=LONG))

    assert "Tiltaket er iverksatt." in text
    assert "Virket det?" in text
    assert LONG in text
    assert acts(planned) == ["raise", "carry_out"]


def test_who_is_late_is_told_the_new_day(send, leader, planned, stopped_clock):
    stopped_clock.at += timedelta(days=119)  # 105 days after the deadline
    text = after(leader, send(planned, "iverksatt", note=LONG))

    with scope.acting(scope.SYSTEM):
        day = Action.objects.get(pk=planned.pk).review_on
    assert day == clock.after(stopped_clock.at, days=90)
    assert f"Tiltaket er iverksatt. Du skal se om det virket {spoken_day(day)}." in text
    assert f"iverksatte tiltaket, og vi ser etter virkningen {day:%d.%m.%Y}" in text


def test_double_tap_carries_out_once(send, leader, planned):
    send(planned, "iverksatt", note=LONG)
    text = after(leader, send(planned, "iverksatt", note=LONG))

    assert "Noen har gjort dette allerede." in text
    assert acts(planned) == ["raise", "carry_out"]


@pytest.mark.parametrize(
    ("act", "name"), [("iverksatt", "note"), ("frist", "reason"), ("ikke-videre", "reason")]
)
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x" * 2001, "Teksten er for lang."),
        (f"Pasienten {FNR} falt", "et fødselsnummer"),
        ("Pasienten Solveig Hansen falt", "Ser dette ut som et navn på en pasient"),
    ],
)
def test_text_that_cannot_be_saved_is_kept(send, planned, act, name, text, says):
    refused(send(planned, act, due="2026-12-24", **{name: text}), says, text)
    assert acts(planned) == ["raise"]


def test_number_is_taken_out_on_request_and_name_confirmed(send, planned):
    send(planned, "iverksatt", note=f"{FNR} er ringt av Solveig Hansen", redact="1", guard_seen="1")

    with scope.acting(scope.SYSTEM):
        note = planned.steps.get(act="carry_out").note
    assert "Solveig Hansen" in note
    assert FNR not in note


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Fyll ut dette."),
        ({"due": "2026-12-24"}, "Hvorfor flyttes fristen: Fyll ut dette."),
        ({"due": "2026-11-15", "reason": LONG}, "Fristen må være i dag eller senere."),
        ({"due": "9999-12-31", "reason": LONG}, "Fristen er for langt fram."),
        (
            {"due": "2026-12-01", "review_on": "2026-12-01", "reason": LONG},
            "Velg en dag etter fristen.",
        ),
        (
            {"due": "2026-12-01", "review_on": "9999-12-31", "reason": LONG},
            "Velg en dag innen et år etter fristen.",
        ),
        ({"due": "i morgen", "reason": LONG}, "Skriv datoen som 21.11.2026."),
    ],
)
def test_deadline_that_cannot_be_moved_is_said(send, planned, fields, says):
    refused(send(planned, "frist", **fields), says, fields.get("reason", ""))
    assert acts(planned) == ["raise"]


def test_deadline_is_moved_and_the_look_with_it(send, leader, planned):
    text = after(leader, send(planned, "frist", due="2027-06-01", reason="Gulvlegger er syk"))

    assert "Fristen er flyttet." in text
    with scope.acting(scope.SYSTEM):
        moved = Action.objects.get(pk=planned.pk)
    assert moved.review_on - moved.due == timedelta(days=90)
    assert (
        "flyttet fristen til 01.06.2027, og når vi ser etter til 30.08.2027: Gulvlegger er syk"
        in text
    )


def test_day_one_looks_is_in_the_form_and_kept_as_it_stands(send, leader, planned):
    shown = inputs(leader.get(f"/tiltak/{planned.uuid}/").content.decode())
    assert shown["review_on"] == f"{planned.review_on}"

    fields = {"due": "2026-12-01", "reason": LONG, "review_on": shown["review_on"]}
    after(leader, send(planned, "frist", **fields))
    with scope.acting(scope.SYSTEM):
        assert Action.objects.get(pk=planned.pk).review_on == planned.review_on


def test_action_is_dropped_with_its_reason(send, leader, planned):
    text = after(leader, send(planned, "ikke-videre", reason="Badet rives"))

    assert "Gikk ikke videre" in text
    assert "gikk ikke videre med tiltaket: Badet rives" in text


@pytest.mark.parametrize(("effect", "label"), [("worked", "Virket"), ("partly", "Virket delvis")])
def test_effect_is_judged(send, leader, done, effect, label, stopped_clock):
    stopped_clock.at += timedelta(days=365)
    text = after(leader, send(done, "effekt", effect=effect, reason=LONG))

    assert "Takk. Vurderingen er lagret" in text
    assert label in text
    assert LONG in text
    assert "Lagre vurderingen" not in text


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Virket tiltaket: Velg det som passer."),
        ({"effect": "tull", "reason": LONG}, "Virket tiltaket"),
        ({"effect": "worked"}, "Hva bygger du det på: Fyll ut dette."),
        ({"effect": "worked", "reason": "x" * 2001}, "Teksten er for lang."),
        ({"effect": "too_early", "reason": LONG}, "Velg en dato etter i dag."),
        (
            {"effect": "too_early", "reason": LONG, "next_review_on": "2026-11-16"},
            "Velg en dato etter i dag.",
        ),
        (
            {"effect": "too_early", "reason": LONG, "next_review_on": "2026-12-16"},
            "Velg ikke en dag før den som er avtalt.",
        ),
        (
            {"effect": "too_early", "reason": LONG, "next_review_on": "9999-12-31"},
            "Velg en dag innen et år.",
        ),
        ({"effect": "too_early", "reason": LONG, "next_review_on": "snart"}, "Skriv datoen som"),
        ({"effect": "not_worked", "reason": LONG}, "Hva skal gjøres: Fyll ut dette."),
    ],
)
def test_judgement_that_lacks_something_is_kept(send, done, fields, says):
    refused(send(done, "effekt", **fields), says, fields.get("reason", ""))
    assert acts(done) == ["raise", "carry_out"]


def test_too_early_gives_a_new_day(send, leader, done):
    fields = {"effect": "too_early", "reason": LONG, "next_review_on": "2027-06-01"}
    text = after(leader, send(done, "effekt", **fields))

    assert "Virket det?" in text
    assert "1. juni 2027" in text
    assert acts(done)[-1] == "wait"
    assert "Utsatt å vurdere" in text
    assert "1 gang<" in text


def test_not_worked_leads_to_the_next_action(send, leader, done, ward_leader, now):
    fields = {"effect": "not_worked", "reason": LONG} | following(ward_leader, now)
    text = after(leader, send(done, "effekt", **fields))

    assert "Virket ikke" in text
    assert "Videreført i:" in text
    assert "Nytt sluk på badet" in text
    with scope.acting(scope.SYSTEM):
        new = Action.objects.get(follows=done)
    assert "Følger etter:" in shown(leader, f"/tiltak/{new.uuid}/")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"next-title": ""}, "Hva skal gjøres: Fyll ut dette."),
        ({"next-due": "2026-11-15"}, "Fristen må være i dag eller senere."),
        ({"next-owner": "tull"}, "Hvem eier tiltaket"),
        ({"next-sign": f"{FNR} faller ikke"}, "et fødselsnummer"),
        ({"reason": ""}, "Hva bygger du det på: Fyll ut dette."),
        ({"effect": ""}, "Virket tiltaket: Velg det som passer."),
        ({"reason": f"Pasienten {FNR} falt"}, "et fødselsnummer"),
        (
            {"reason": "Pasienten Solveig Hansen falt", "next-sign": "Solveig Hansen faller ikke"},
            "Ser dette ut som et navn på en pasient",
        ),
    ],
)
def test_next_action_is_kept_whatever_is_wrong(send, done, ward_leader, now, changes, says):
    fields = {"effect": "not_worked", "reason": LONG} | following(ward_leader, now) | changes

    refused(send(done, "effekt", **fields), says, "Vannet renner vekk")
    assert acts(done) == ["raise", "carry_out"]


NEXT_BOX = "Nytt tiltak, når dette ikke virket"


def box_is_open(text):
    """Whether the box of the action that follows is open when the page is shown."""
    return " open>" in text.split(f"<summary>{NEXT_BOX}")[0].rsplit("<details", 1)[1]


def test_reason_left_out_keeps_every_field_of_the_next_action_in_an_open_box(
    send, leader, done, colleague, now
):
    assert not box_is_open(shown(leader, f"/tiltak/{done.uuid}/"))
    typed = following(
        colleague,
        now,
        **{"next-level": "routine", "next-review_on": f"{clock.after(now, days=99)}"},
    )
    answer = send(done, "effekt", effect="not_worked", reason="", **typed)
    text = refused(answer, "Hva bygger du det på: Fyll ut dette.")

    assert box_is_open(text)
    page = inputs(text)
    assert {name: page.get(name) for name in typed} == typed
    assert page["effect"] == "not_worked"
    assert acts(done) == ["raise", "carry_out"]


@pytest.mark.parametrize(
    "typed",
    [{}, {"next-change": "Vannet renner vekk"}, {"next-level": "system"}, {"next-sign": "Tørt"}],
)
def test_box_of_the_next_action_is_open_however_little_is_typed(send, done, typed):
    text = refused(send(done, "effekt", effect="not_worked", reason="", **typed))
    assert box_is_open(text)

    if typed:
        text = refused(send(done, "effekt", effect="", reason=LONG, **typed))
        assert box_is_open(text)


def test_double_tap_judges_once(send, leader, done, ward_leader, now):
    fields = {"effect": "not_worked", "reason": LONG} | following(ward_leader, now)
    send(done, "effekt", **fields)
    text = after(leader, send(done, "effekt", **fields))

    assert "Noen har gjort dette allerede." in text
    with scope.acting(scope.SYSTEM):
        assert Action.objects.filter(follows=done).count() == 1


def test_it_is_too_soon_to_say_that_it_worked(send, done):
    answer = send(done, "effekt", effect="worked", reason=LONG)

    assert answer.status_code == 422
    assert "Det er for tidlig å si at det virket." in answer.content.decode()
    assert LONG in answer.content.decode()


def test_effect_of_what_is_not_done_is_not_judged(send, leader, planned, stopped_clock):
    stopped_clock.at += timedelta(days=365)
    text = after(leader, send(planned, "effekt", effect="worked", reason=LONG))

    assert "Noen har gjort dette allerede." in text
    assert acts(planned) == ["raise"]


def test_note_of_a_locked_session_waits_in_the_form(
    page, leader, planned, ward_leader, stopped_clock, as_person, unlock
):
    address = f"/tiltak/{planned.uuid}/"
    leader.get(address)
    stopped_clock.at += timedelta(hours=2)
    unlock(leader, leader.post(f"{address}iverksatt/", {"note": LONG}), ward_leader)
    with as_person(ward_leader):
        assert draft_for(ward_leader, f"{address}iverksatt/") == {"note": LONG}

    client = page(ward_leader)
    assert LONG in shown(client, address)
    after(client, client.post(f"{address}iverksatt/", {"note": LONG}))
    with as_person(ward_leader):
        assert draft_for(ward_leader, f"{address}iverksatt/") == {}
