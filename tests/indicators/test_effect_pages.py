"""The pages of «hjalp det?»: choosing a series, asking it, judging with it, and what nobody has judged."""

import html
import re
from datetime import date, timedelta

import pytest

from styrk.access.models import Account
from styrk.actions import commands as action_commands
from styrk.actions.models import ActionStep
from styrk.core import scope
from styrk.indicators import commands, jobs
from styrk.indicators.models import ActionMeasure, EffectAnswer
from tests.counting import asked, shortened
from tests.indicators.effect_world import AFTER, BEFORE, REVIEW, carry_out, decide, record_falls

pytestmark = pytest.mark.django_db
NOBODY_HAS_IT = "01999999-0000-7000-8000-000000000000"
READERS = ("nurse", "ward_leader", "clinic_director", "quality_adviser", "ceo", "board_chair")
WORKERS = ("ward_leader", "clinic_director", "quality_adviser", "ceo")
OTHERS = ("other_leader", "administrator", "outsider", "outsider_leader", "outsider_ceo")
UNKNOWN = "/indikatorer/uten-kjent-effekt/"


@pytest.fixture
def falls(define):
    return define(
        "fall",
        name="Fall på sengepost",
        kind="rate",
        numerator="Fall",
        denominator="Liggedøgn",
        factor=1000,
        direction="down",
        measured_in="per 1 000 liggedøgn",
    )


@pytest.fixture
def told(world, falls, now):
    def told(months=7):
        numbers = [*BEFORE, *AFTER[: months + 1]]
        until = date(2026, 3 + months, 1)
        record_falls(falls, world.ward, falls.owner, numbers, until=until, now=now)

    return told


@pytest.fixture
def planned(world, ward_leader, as_person):
    with as_person(ward_leader):
        return decide(world.ward, ward_leader)


@pytest.fixture
def action(world, ward_leader, as_person):
    with as_person(ward_leader):
        return carry_out(decide(world.ward, ward_leader), ward_leader)


@pytest.fixture
def seen(action, falls, world, ward_leader, as_person, now):
    """The action, seen by the falls of its ward."""
    with as_person(ward_leader):
        commands.measure_action(
            action=action, indicator=falls, unit=world.ward, by=ward_leader, now=now
        )
    return action


@pytest.fixture
def answered(seen, told, now):
    told()
    jobs.answer_whether_it_helped(now)
    return seen


def at(action, act=""):
    return f"/indikatorer/tiltak/{action.uuid}/{act}"


def text_of(answer):
    assert answer.status_code in {200, 422}, answer.status_code
    return html.unescape(answer.content.decode())


def after(client, answer):
    assert answer.status_code == 302, answer.content.decode()
    return text_of(client.get(answer.url))


# Who


@pytest.mark.parametrize("role", READERS)
def test_who_sees_the_action_sees_what_the_figures_say(role, page, world, answered):
    client = page(world.people[role])

    for address in (f"/tiltak/{answered.uuid}/", at(answered)):
        assert "Bedring: tallene er sikkert bedre enn før tiltaket." in text_of(client.get(address))


@pytest.mark.parametrize("role", OTHERS)
def test_others_see_nothing(role, page, world, answered):
    client = page(world.people[role])

    for act in ("", "velg/", "slutt/"):
        there, nowhere = (
            client.get(at(answered, act)),
            client.get(f"/indikatorer/tiltak/{NOBODY_HAS_IT}/{act}"),
        )
        assert (there.status_code, nowhere.status_code) == (404, 404)
    assert client.post(at(answered, "spor/")).status_code == 404


@pytest.mark.parametrize("role", ["nurse", "board_chair"])
def test_who_only_reads_chooses_nothing(role, page, world, answered):
    client = page(world.people[role])

    assert "/velg/" not in text_of(client.get(at(answered)))
    for act in ("velg/", "slutt/", "spor/"):
        assert client.post(at(answered, act)).status_code == 404
    assert EffectAnswer.objects.count() == 1


def test_signed_out_is_asked_to_sign_in(page, answered):
    for address in (at(answered), at(answered, "velg/"), UNKNOWN):
        assert page().get(address).url.startswith("/logg-inn/")


# Choosing


def test_the_owner_is_invited_to_choose(page, ward_leader, nurse, planned):
    assert at(planned, "velg/") in text_of(page(ward_leader).get(f"/tiltak/{planned.uuid}/"))
    assert "Hva tallene sier" not in text_of(page(nurse).get(f"/tiltak/{planned.uuid}/"))


@pytest.mark.parametrize("role", WORKERS)
def test_choosing_a_series(role, page, world, planned, falls, told):
    told()
    client = page(world.people[role])
    assert "Fall på sengepost" in text_of(client.get(at(planned, "velg/")))
    sent = client.post(at(planned, "velg/"), {"indicator": falls.uuid, "unit": world.ward.uuid})

    said = after(client, sent)
    assert "Vi ser etter i «Fall på sengepost» hos Sengepost 1A. Der står det 22 tall" in said
    assert "Svaret kommer 1. nov. 2026" in text_of(client.get(f"/tiltak/{planned.uuid}/"))
    history = text_of(client.get(f"/tiltak/{planned.uuid}/"))
    assert "valgte å se etter virkningen i «Fall på sengepost» hos Sengepost 1A" in history


def test_the_form_says_what_is_missing(page, ward_leader, planned, falls):
    answer = page(ward_leader).post(at(planned, "velg/"), {})

    assert answer.status_code == 422
    assert "Hvilket tall viser om det hjelper: " in text_of(answer)
    assert not ActionMeasure.objects.exists()


def test_a_unit_without_that_figure_is_refused(page, ward_leader, planned, define, world, record):
    lower = define("avd", unit=world.ward)
    sent = {"indicator": lower.uuid, "unit": world.department.uuid}
    answer = page(ward_leader).post(at(planned, "velg/"), sent)

    assert answer.status_code == 422
    assert "Dette tallet finnes ikke for Indremedisinsk avdeling." in text_of(answer)


def test_another_series_needs_a_reason_when_it_is_done(page, ward_leader, seen, define, world):
    other = define("annen", name="Trykksår")
    client = page(ward_leader)
    sent = {"indicator": other.uuid, "unit": world.ward.uuid}
    assert client.post(at(seen, "velg/"), sent).status_code == 422

    said = after(client, client.post(at(seen, "velg/"), sent | {"reason": "Fall telles ikke her"}))
    assert "Slik ser vi det: Trykksår hos Sengepost 1A" in said
    assert "Ikke i bruk lenger: Fall på sengepost hos Sengepost 1A" in said
    assert "Fall telles ikke her" in said


def test_the_same_series_again_is_told(page, ward_leader, seen, falls, world):
    client = page(ward_leader)
    sent = {"indicator": falls.uuid, "unit": world.ward.uuid, "reason": "Igjen"}

    refused = client.post(at(seen, "velg/"), sent)
    assert refused.status_code == 422
    assert "Dere ser allerede etter i dette tallet." in refused.content.decode()
    assert "Igjen</textarea>" in refused.content.decode()


def test_the_action_that_follows_begins_with_the_same_series(
    page, ward_leader, seen, falls, world, as_person, now
):
    with as_person(ward_leader):
        following = decide(world.ward, ward_leader, at=now, review_on=date(2027, 3, 1))
        type(following).objects.filter(pk=following.pk).update(follows=seen)

    form = text_of(page(ward_leader).get(at(following, "velg/")))
    assert f'<option value="{falls.uuid}" selected>' in form


def test_stopping(page, ward_leader, answered):
    client = page(ward_leader)
    assert client.post(at(answered, "slutt/"), {"reason": ""}).status_code == 422
    said = after(client, client.post(at(answered, "slutt/"), {"reason": "Tallet er lagt ned"}))

    assert "Ingen tall er valgt" in said
    assert "Tallet er lagt ned" in said
    # What it said stands, on its own page; on the action's it is no proposal any longer.
    assert "Bedring" in said
    assert "effect_answer:" not in text_of(client.get(f"/tiltak/{answered.uuid}/"))


# Asking


def test_asking_before_the_day(page, ward_leader, seen, told):
    told(months=4)
    client = page(ward_leader)
    said = after(client, client.post(at(seen, "spor/")))

    assert "Tallene har svart. Svaret er lagret." in said
    assert "For tidlig: det trengs 2 punkter til før vi kan si om det hjalp." in said
    assert "Det skal være nok tall 1. jan. 2027." in said
    assert "Lars Lunde spurte tallene 16. nov. 2026." in said


def test_asking_again_without_anything_new(page, ward_leader, answered):
    client = page(ward_leader)

    assert "Tallene sier det samme som sist" in after(client, client.post(at(answered, "spor/")))
    assert EffectAnswer.objects.count() == 1


def test_what_is_only_planned_is_not_asked(
    page, ward_leader, planned, falls, world, as_person, now
):
    with as_person(ward_leader):
        commands.measure_action(
            action=planned, indicator=falls, unit=world.ward, by=ward_leader, now=now
        )
    client = page(ward_leader)

    assert "Spør tallene nå" not in text_of(client.get(at(planned)))
    assert "Noen har gjort dette allerede" in after(client, client.post(at(planned, "spor/")))


# What it says


def test_the_picture_has_its_figures_behind(page, nurse, answered):
    said = text_of(page(nurse).get(f"/tiltak/{answered.uuid}/"))

    assert "Fall på sengepost hos Sengepost 1A, før og etter tiltaket" in said
    assert "mars 26" in said
    assert (
        "Bygger på tallene fra jan. 25 til okt. 26. Mars 26, da tiltaket kom, er ikke regnet med."
        in said
    )


def test_other_actions_are_named_to_those_who_see_them(
    page, nurse, other_leader, seen, told, world, ward_leader, as_person, now
):
    with as_person(ward_leader):
        carry_out(decide(world.ward, ward_leader, title="Nattevakt til"), ward_leader)
        action_commands.hand_over_action(
            action=seen, to=other_leader, reason="Bytter", by=ward_leader, now=now
        )
    told()
    jobs.answer_whether_it_helped(now)

    assert "Nattevakt til" in text_of(page(nurse).get(f"/tiltak/{seen.uuid}/"))
    elsewhere = text_of(page(other_leader).get(f"/tiltak/{seen.uuid}/"))
    assert "Bedring" in elsewhere
    assert "Andre tiltak" not in elsewhere


def test_in_nynorsk_and_english(page, ward_leader, answered):
    client = page(ward_leader)
    for language, word in (("nn", "Betring"), ("en", "Better")):
        Account.objects.filter(person=ward_leader).update(language=language)
        assert word in text_of(client.get(at(answered))), language


def test_an_indicator_out_of_use_is_told(page, ward_leader, answered, falls, now):
    commands.retire_indicator(
        indicator=falls, reason="Ny måte å telle på", last_day=now.date(), by=falls.owner, now=now
    )

    for address in (f"/tiltak/{answered.uuid}/", at(answered)):
        said = text_of(page(ward_leader).get(address))
        assert "Det kommer ikke flere tall etter 16. nov. 2026. Ny måte å telle på" in said


# Judging


def steps(action, act):
    with scope.acting(scope.SYSTEM):
        return list(ActionStep.objects.filter(action_id=action.pk, act=act).order_by("pk"))


def key_on(page_text):
    return re.search(r'name="seen" value="([^"]+)"', page_text)[1]


def test_the_words_of_the_figures_are_taken_in_by_a_cross(page, ward_leader, answered):
    client = page(ward_leader)
    key = key_on(text_of(client.get(f"/tiltak/{answered.uuid}/")))
    sent = {"effect": "worked", "reason": "", "take": "on", "seen": key}
    said = after(client, client.post(f"/tiltak/{answered.uuid}/effekt/", sent))

    (step,) = steps(answered, "judge")
    assert step.detail["saw"] == key == f"effect_answer:{EffectAnswer.objects.get().pk}"
    assert step.note.startswith(
        "Tallene for «Fall på sengepost» hos Sengepost 1A, spurt 16. nov. 2026"
    )
    assert "Bedring" in step.note
    assert "Vurderingen er lagret" in said


def test_ones_own_words_come_first(page, ward_leader, answered):
    client = page(ward_leader)
    key = key_on(text_of(client.get(f"/tiltak/{answered.uuid}/")))
    sent = {"effect": "partly", "reason": "Vi ser det om natten.", "take": "on", "seen": key}
    after(client, client.post(f"/tiltak/{answered.uuid}/effekt/", sent))

    (step,) = steps(answered, "judge")
    assert step.note.startswith("Vi ser det om natten.\n\nTallene for")


def test_without_the_cross_only_ones_own_words(page, ward_leader, answered):
    client = page(ward_leader)
    key = key_on(text_of(client.get(f"/tiltak/{answered.uuid}/")))
    address = f"/tiltak/{answered.uuid}/effekt/"
    assert client.post(address, {"effect": "worked", "seen": key}).status_code == 422
    after(client, client.post(address, {"effect": "worked", "reason": "Ja", "seen": key}))

    (step,) = steps(answered, "judge")
    assert (step.note, step.detail["saw"]) == ("Ja", key)


def test_an_answer_that_came_meanwhile_is_shown_first(
    page, ward_leader, answered, record, falls, world, now, as_person
):
    client = page(ward_leader)
    key = key_on(text_of(client.get(f"/tiltak/{answered.uuid}/")))
    record(falls, world.ward, date(2026, 6, 1), 90, 1000, reason="Talt feil")
    client.post(at(answered, "spor/"))
    sent = {"effect": "worked", "reason": "Ja", "take": "on", "seen": key}
    answer = client.post(f"/tiltak/{answered.uuid}/effekt/", sent)

    assert answer.status_code == 422
    assert "Tallene har svart på nytt. Se på svaret før du lagrer." in text_of(answer)
    assert steps(answered, "judge") == []
    sent["seen"] = key_on(text_of(answer))
    after(client, client.post(f"/tiltak/{answered.uuid}/effekt/", sent))


def test_too_early_proposes_the_day_when_there_is_enough(page, ward_leader, seen, told, now):
    told(months=4)
    jobs.answer_whether_it_helped(now)
    client = page(ward_leader)
    shown = text_of(client.get(f"/tiltak/{seen.uuid}/"))
    assert re.search(r'name="next_review_on" value="2027-01-01"', shown)
    sent = {
        "effect": "too_early",
        "take": "on",
        "seen": key_on(shown),
        "next_review_on": "2027-01-01",
    }
    after(client, client.post(f"/tiltak/{seen.uuid}/effekt/", sent))

    (step,) = steps(seen, "wait")
    assert step.detail["saw"]
    assert "For tidlig" in step.note


def test_without_a_series_judging_is_as_before(page, ward_leader, action):
    client = page(ward_leader)
    assert 'name="take"' not in text_of(client.get(f"/tiltak/{action.uuid}/"))
    sent = {"effect": "worked", "reason": "Ingen faller"}
    after(client, client.post(f"/tiltak/{action.uuid}/effekt/", sent))

    (step,) = steps(action, "judge")
    assert "saw" not in step.detail


# Nobody has said whether it helped


@pytest.fixture
def several(world, falls, told, ward_leader, second_ward_leader, as_person, now):
    """Four at the department: system and routine, with an answer, without, and one that is judged."""
    told()
    made = {}
    for name, unit, leader, level, days in (
        ("Rutine som er ny", world.ward, ward_leader, "routine", 40),
        ("System som er gammelt", world.second_ward, second_ward_leader, "system", 200),
        ("Rutine med svar", world.ward, ward_leader, "routine", 100),
        ("System som er nytt", world.ward, ward_leader, "system", 20),
        ("Vurdert", world.ward, ward_leader, "system", 200),
    ):
        then = now - timedelta(days=days)
        with as_person(leader):
            one = carry_out(
                decide(
                    unit,
                    leader,
                    at=then,
                    title=name,
                    level=level,
                    review_on=max(REVIEW, then.date()),
                ),
                leader,
                then,
            )
        made[name] = one
    judged = made["Vurdert"]
    with as_person(ward_leader):
        for name in ("Rutine med svar", "Vurdert"):
            commands.measure_action(
                action=made[name], indicator=falls, unit=world.ward, by=ward_leader, now=now
            )
        action_commands.judge_effect(
            action=judged, effect="worked", reason="Ja", by=ward_leader, now=now
        )
    EffectAnswer.objects.create(
        measure=ActionMeasure.objects.get(action=made["Rutine med svar"]),
        asked_on=now.date(),
        verdict="uncertain",
        answer={},
    )
    return made


def titles(client, query=""):
    answer = client.get(UNKNOWN + query, HTTP_HX_REQUEST="true")
    return re.findall(r'href="/tiltak/[0-9a-f-]{36}/">([^<]+)</a>', text_of(answer))


def test_answers_first_then_system_then_what_has_waited_longest(page, department_leader, several):
    assert titles(page(department_leader)) == [
        "Rutine med svar",
        "System som er gammelt",
        "System som er nytt",
        "Rutine som er ny",
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?vis=svar", ["Rutine med svar"]),
        ("?vis=uten", ["System som er gammelt", "System som er nytt", "Rutine som er ny"]),
        ("?slag=system", ["System som er gammelt", "System som er nytt"]),
        ("?vis=sen&slag=routine", ["Rutine med svar", "Rutine som er ny"]),
        ("?enhet=f.med.1.b", ["System som er gammelt"]),
        ("?vis=tull&slag=tull&fra=tull", 4),
    ],
)
def test_limited(query, expected, page, department_leader, several):
    found = titles(page(department_leader), query)
    assert found == expected or len(found) == expected


def test_each_level_counts_what_is_below(page, clinic_director, several):
    said = text_of(page(clinic_director).get(UNKNOWN))

    assert "4 tiltak i enheten og under den har ikke kjent effekt." in said
    assert "Indremedisinsk avdeling (4)" in said


@pytest.mark.parametrize("role", ["other_leader", "outsider_ceo", "outsider_leader"])
def test_elsewhere_nothing_of_it_is_seen(role, page, world, several):
    client = page(world.people[role])

    assert titles(client) == []
    for code in ("f.med.1", "f.med.1.a", "finnes-ikke"):
        assert client.get(f"{UNKNOWN}?enhet={code}").status_code == 404


def test_without_the_permission_there_is_no_page(page, administrator):
    assert page(administrator).get(UNKNOWN).status_code == 404


def test_empty(page, department_leader, several):
    client = page(department_leader)

    assert "Ingen tiltak her" in text_of(client.get(UNKNOWN + "?vis=svar&slag=system"))


def test_nothing_waits(page, nurse):
    assert "Effekten er kjent for alt som er gjort" in text_of(page(nurse).get(UNKNOWN))


def test_a_page_at_a_time(page, department_leader, several, monkeypatch):
    monkeypatch.setattr("styrk.indicators.queries.effects.PAGE", 3)
    client = page(department_leader)
    assert len(titles(client)) == 3
    assert "fra=3" in text_of(client.get(UNKNOWN))
    assert titles(client, "?fra=3") == ["Rutine som er ny"]


# How much they ask


def test_the_pages_ask_little(page, department_leader, ward_leader, several, answered, world):
    for client, address, number in (
        (page(department_leader), UNKNOWN, 9),
        (page(ward_leader), at(answered), 7),
        (page(ward_leader), at(answered, "velg/"), 10),
    ):
        questions = asked(client, address)
        assert len(questions) == number, (address, len(questions), shortened(questions))


def test_more_rows_ask_no_more(page, department_leader, several, world, ward_leader, as_person):
    client = page(department_leader)
    before = len(asked(client, UNKNOWN))
    with as_person(ward_leader):
        for number in range(3):
            carry_out(decide(world.ward, ward_leader, title=f"Nummer {number}"), ward_leader)

    assert len(asked(client, UNKNOWN)) == before
