"""Values come in from another system: all or nothing, told by row, and once however often sent."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from styrk.access.jobs import forget
from styrk.indicators.api.shapes import ROWS
from styrk.indicators.commands import revise_definition
from styrk.indicators.models import Batch, Measurement
from styrk.indicators.shape import how_of
from styrk.trail.models import Entry


def said():
    rows = Measurement.objects.order_by("pk")
    return [(one.unit.code, one.period, one.numerator, one.denominator) for one in rows]


@pytest.fixture
def dips(system, quality_adviser):
    return system(quality_adviser)


def test_values_are_recorded_in_the_name_of_the_person(
    dips, deliver, row, quality_adviser, as_person
):
    answer = deliver(dips, [row(), row(period="2026 M02"), row("f.med.1.b", "2026-01-31", "50")])

    assert answer.status_code == 200, answer.content
    assert answer.json() == {
        "dry_run": False,
        "new": 3,
        "corrected": 0,
        "unchanged": 0,
        "refused": [],
    }
    assert said()[2] == ("f.med.1.b", date(2026, 1, 1), Decimal(50), Decimal(100))
    assert {one.by for one in Measurement.objects.all()} == {quality_adviser}
    with as_person(quality_adviser):
        entry = Entry.objects.get(act="indicator.record")
    assert entry.text == "Registrerte 3 verdier for «Fall» fra Tall fra DIPS"


def test_what_is_counted_is_whole_numbers(dips, deliver, row):
    rows = [row(numerator=57.5), row(period="2026-02", denominator=99.5), row(period="2026-03")]

    answer = deliver(dips, rows)

    told = {(one["row"], one["field"], one["why"]) for one in answer.json()["errors"]}
    assert told == {(0, "numerator", "not_whole"), (1, "denominator", "not_whole_denominator")}
    assert "57,5 er ikke et helt tall" in answer.json()["errors"][0]["detail"]
    assert said() == []
    assert deliver(dips, [row(numerator=57.5, of="budget")]).status_code == 200


def test_numbers_are_taken_as_they_are_written(dips, deliver, falls, quality_adviser, now):
    parts = replace(how_of(falls.definitions.get()), whole="no")
    revise_definition(indicator=falls, how=parts, by=quality_adviser, now=now)
    body = '[{"unit": "f.med.1.a", "period": "2026-01", "numerator": 0.1, "denominator": 0.3}]'

    assert deliver(dips, body).status_code == 200
    assert said() == [("f.med.1.a", date(2026, 1, 1), Decimal("0.1"), Decimal("0.3"))]


def test_with_one_fault_nothing_is_recorded_and_each_is_told(dips, deliver, row):
    rows = [
        row(),
        row(unit="nowhere"),
        row(period="2026 T1"),
        row(period="2026-02", numerator=200),
        row(unit="k.helse"),
        row(period="2026-02", reason="Pasient 13097248022"),
        row(period="2026-03"),
        row(period="2026-03"),
    ]

    answer = deliver(dips, rows)

    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    told = {(one["row"], one["field"], one["why"]) for one in answer.json()["errors"]}
    assert told == {
        (1, "unit", "unknown_unit"),
        (2, "period", "wrong_period"),
        (3, "numerator", "above_whole"),
        (4, "unit", "not_below"),
        (5, "reason", "names_a_person"),
        (7, "period", "twice"),
    }
    assert "13097248022" not in answer.content.decode()
    assert not said()
    assert not Batch.objects.exists()


def test_the_valid_are_taken_by_choice(dips, deliver, row):
    rows = [row(unit="nowhere"), row(), row(period="2026-02"), row(period="2026-02")]

    answer = deliver(dips, rows, accept_valid="true")

    assert answer.status_code == 200
    told = answer.json()
    assert (told["new"], [one["row"] for one in told["refused"]]) == (2, [0, 3])
    assert "rad 2" in told["refused"][1]["detail"], "the row as sent, not as read"
    assert len(said()) == 2


def test_with_nothing_valid_the_choice_is_no_help(dips, deliver, row):
    assert deliver(dips, [row(unit="nowhere")], accept_valid="true").status_code == 422


def test_a_rehearsal_does_nothing_and_says_the_same(dips, deliver, row, as_person, quality_adviser):
    rehearsed = deliver(dips, [row()], dry_run="true", key="a")

    assert rehearsed.json() == {
        "dry_run": True,
        "new": 1,
        "corrected": 0,
        "unchanged": 0,
        "refused": [],
    }
    assert not said()
    with as_person(quality_adviser):
        assert not Entry.objects.filter(act="indicator.record").exists()
    assert deliver(dips, [row(unit="nowhere")], dry_run="true").status_code == 422
    assert deliver(dips, [row()], key="a").status_code == 200, "a rehearsal uses no key"


def test_another_value_needs_its_reason_and_the_same_value_nothing(dips, deliver, row):
    deliver(dips, [row()])

    assert deliver(dips, [row()]).json()["unchanged"] == 1
    refused = deliver(dips, [row(numerator=4)])
    assert refused.json()["errors"][0]["why"] == "needs_reason"
    assert deliver(dips, [row(numerator=4, reason="Talt på nytt")]).json()["corrected"] == 1
    back = row(numerator=None, denominator=None, reason="Feil enhet")
    assert deliver(dips, [back]).json()["corrected"] == 1


def test_the_same_delivery_is_done_once(dips, deliver, row):
    first = deliver(dips, [row()], key="k1")
    again = deliver(dips, [row()], key="k1")

    assert first.json()["new"] == 1
    assert again.json() == first.json()
    assert len(said()) == 1


def test_a_key_is_for_one_content(dips, deliver, row):
    deliver(dips, [row()], key="k1")

    for other in (
        deliver(dips, [row(numerator=4)], key="k1"),
        deliver(dips, [row()], key="k1", accept_valid="true"),
    ):
        assert (other.status_code, other.json()["errors"][0]["why"]) == (422, "key_reused")
    assert len(said()) == 1


def test_a_refusal_is_not_remembered(dips, deliver, row):
    assert deliver(dips, [row(unit="nowhere")], key="k1").status_code == 422
    assert deliver(dips, [row()], key="k1").json()["new"] == 1


def test_keys_are_each_systems_own(dips, system, ward_leader, deliver, row):
    deliver(dips, [row()], key="k1")
    other = deliver(system(ward_leader), [row(period="2026-02")], key="k1")

    assert other.json()["new"] == 1


def test_a_leader_delivers_for_the_own_line_only(system, ward_leader, deliver, row):
    refused = deliver(system(ward_leader), [row(), row("f.med.1.b")])

    assert refused.status_code == 422
    assert [(e["row"], e["why"]) for e in refused.json()["errors"]] == [(1, "not_yours")]


def test_the_neighbours_indicator_does_not_exist(system, world, outsider_leader, deliver, row):
    client = system(outsider_leader, units=[world.their_trust])

    assert deliver(client, [row("g.med.1.a")]).status_code == 404
    assert client.get("/api/v1/indicators").json() == []
    asked = client.get("/api/v1/indicators/fall/series", {"unit": "f.med.1.a"})
    assert asked.status_code == 404


def test_what_is_listed(dips, falls):
    (one,) = dips.get("/api/v1/indicators").json()

    assert (one["code"], one["unit"], one["kind"], one["rhythm"], one["valid_from"]) == (
        "fall",
        "f",
        "proportion",
        "month",
        "2020-01-01",
    )
    assert one["factor"] == 100


def test_a_series_with_its_holes_and_what_is_summed(dips, deliver, row):
    deliver(dips, [row(), row(period="2026-03"), row("f.med.1.b", "2026-01", 7)])

    own = dips.get("/api/v1/indicators/fall/series", {"unit": "f.med.1.a"}).json()
    above = dips.get(
        "/api/v1/indicators/fall/series",
        {"unit": "f.med.1", "from": "2026-01-01", "to": "2026-02-01"},
    ).json()

    assert [p["standing"] for p in own["points"][:3]] == ["known", "missing", "known"]
    assert [(p["period"], p["value"], p["own"]) for p in above["points"]] == [
        ("2026-01-01", 5.0, False),
        ("2026-02-01", None, False),
    ]


def test_a_unit_that_the_token_does_not_reach_has_no_series(system, ward_leader, falls):
    client = system(ward_leader)

    for unit in ("f.med.1.b", "f", "g.med.1.a", "nowhere", "\0"):
        asked = client.get("/api/v1/indicators/fall/series", {"unit": unit})
        assert asked.status_code in {404, 422}, unit


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 422),
        ("[]", 422),
        ("{", 400),
        ("[NaN]", 400),
        ('"text"', 422),
        ("[" * 100_000, 400),
        (b"\xff\xfe", 400),
        ('[{"unit": "f", "period": "2026-01", "numerator": 1e99999}]', 422),
        ('[{"unit": "f", "period": "2026-01", "numerator": 1e-99999}]', 422),
        ('[{"unit": "f", "period": "2026-01", "numerator": 1, "x": 2}]', 422),
        ('[{"unit": "f\\u0000", "period": "2026-01", "numerator": 1}]', 422),
        ('[{"unit": "f", "period": "2026-01", "numerator": 1, "reason": "\\ud800"}]', 422),
        ("1" * 5000, 400),
    ],
)
def test_what_is_no_delivery_is_refused(dips, deliver, body, status):
    answer = deliver(dips, body)

    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"


def test_too_much_is_refused_whole(dips, deliver, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    assert deliver(dips, "[" + " " * 1000 + "]").status_code == 413


def test_too_many_rows_are_refused(dips, deliver, row):
    answer = deliver(dips, [row()] * (ROWS + 1))

    assert answer.json()["errors"][0]["why"] == "too_long"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("en-GB,en;q=0.9", "This does not exist"),
        ("nn", "Dette finst ikkje"),
        ("no", "Dette finnes ikke"),
        ("de", "Dette finnes ikke"),
        ("", "Dette finnes ikke"),
    ],
)
def test_refusals_are_in_the_language_asked_for(dips, falls, asked, words):
    answer = dips.get("/api/v1/nothing", headers={"Accept-Language": asked})

    assert (answer.status_code, answer.json()["title"]) == (404, words)


def test_a_failure_of_ours_shows_nothing_of_itself(dips, falls, monkeypatch, settings):
    def fail(*_arguments, **_facts):
        raise RuntimeError("secret of the house")

    settings.DEBUG = True
    monkeypatch.setattr("styrk.indicators.api.asking.reached_by", fail)

    answer = dips.get("/api/v1/indicators")

    assert answer.status_code == 500
    assert answer["Content-Type"] == "application/problem+json"
    assert b"secret" not in answer.content
    assert b"Traceback" not in answer.content


def test_a_wrong_host_is_refused_alike(dips, falls):
    answer = dips.get("/api/v1/indicators", headers={"Host": "elsewhere.example"})

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_answers_are_forgotten_after_a_month(dips, deliver, row, now):
    deliver(dips, [row()], key="k1")
    forget(now + timedelta(days=29))
    assert deliver(dips, [row()], key="k1").json()["new"] == 1

    forget(now + timedelta(days=31))

    assert deliver(dips, [row()], key="k1").json()["unchanged"] == 1


def test_a_wrong_method_says_which_are_right(dips, falls):
    answer = dips.delete("/api/v1/indicators")

    assert (answer.status_code, answer["Allow"]) == (405, "GET")
    assert answer["Content-Type"] == "application/problem+json"


def test_a_list_and_a_series_cost_the_same_however_many(
    dips, falls, deliver, row, django_assert_num_queries
):
    deliver(dips, [row(period=f"2026-{month:02}") for month in range(1, 10)])
    dips.get("/api/v1/indicators")

    with django_assert_num_queries(10):
        dips.get("/api/v1/indicators")
    with django_assert_num_queries(12):
        dips.get("/api/v1/indicators/fall/series", {"unit": "f.med.1.a"})


def test_a_key_that_nobody_would_write_is_refused(dips, deliver, row):
    for key in ("x" * 201, "æ", "a b"):
        assert deliver(dips, [row()], key=key).status_code == 422


def test_sent_in_one_breath_by_many_keys(dips, deliver, row):
    keys = [str(uuid4()) for _ in range(3)]
    answers = [deliver(dips, [row()], key=key).json() for key in keys]

    assert [one["new"] for one in answers] == [1, 0, 0]
