"""What the melding says: collected once, compiled from below, with what is missing and from whom."""

from datetime import date, timedelta

import pytest

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions.commands import carry_out, judge_effect
from styrk.actions.types import Plan
from styrk.core import clock, scope
from styrk.requirements import commands, queries
from styrk.requirements.annual import as_json, digest_of, from_json
from styrk.requirements.annual.files import Whole, written


def only(found):
    (answer,) = found.answers()
    return answer


def test_a_requirement_keeps_document_year_and_point(accepted, content, ceo):
    found = content(ceo)

    (document,) = found.documents
    assert (document.title, document.label) == ("Oppdrag og bestilling", "2026")
    answer = only(found)
    assert (answer.point, answer.text) == ("3.1", "Ventetiden i somatikken skal ned til 61 dager.")
    assert answer.chapter == "3 Rask tilgang"


def test_what_was_reported_is_the_answer(answered, content, ceo):
    answer = only(content(ceo))

    assert (answer.course, answer.answer, answer.period) == (
        "on_course",
        "Ventetiden går ned.",
        "2026-T2",
    )


def test_the_words_of_the_whole_year_go_first(answered, content, say, ceo, now):
    commands.report_back(
        placement=answered, year=2026, course="met", text="Vi kom i mål.", by=ceo, now=now
    )
    say(answered, ceo, "at_risk", "Desember ble tung.", "2026-T3")

    assert (only(content(ceo)).course, only(content(ceo)).answer) == ("met", "Vi kom i mål.")


def test_said_again_the_later_word_stands(answered, content, say, ceo, clinic_director, world):
    from styrk.requirements.models import Placement

    below = Placement.objects.get(above=answered, unit=world.clinic)
    say(answered, ceo, "met", "I mål likevel.", "2026-T2")
    say(below, clinic_director, "not_met", "Vi nådde det ikke.", "2026-T2")

    answer = only(content(ceo))
    assert (answer.course, answer.compiled) == ("met", "not_met")
    assert [(one.unit, one.course) for one in answer.troubles] == [("Medisinsk klinikk", "not_met")]


def test_last_years_words_are_not_this_years(accepted, content, say, ceo):
    say(accepted, ceo, "met", "I fjor gikk det bra.", "2025-T3")

    answer = only(content(ceo))
    assert (answer.stands, answer.answer) == ("without_report", "")


def test_what_is_below_is_counted_and_named(answered, content, ceo):
    answer = only(content(ceo))

    assert (answer.below.units, answer.below.at_risk, answer.below.waiting) == (2, 1, 1)
    assert answer.compiled == "at_risk"
    assert [(one.unit, one.why) for one in answer.lacks] == [("Kirurgisk klinikk", "waiting")]
    assert [(one.unit, one.course) for one in answer.troubles] == [("Medisinsk klinikk", "at_risk")]
    assert answer.is_lacking


def test_an_answer_that_is_late_says_so(answered, content, ceo, world, now):
    standing = Standing(0, (), scope.SYSTEM, {Permission.SEE_REQUIREMENTS: scope.ALL}, frozenset())
    later = clock.day(now) + timedelta(days=40)

    found = queries.annual_content(world.trust, 2026, None, standing, later)

    assert [one.why for one in only(found).lacks] == ["late"]
    assert only(found).below.late == 1


def test_declined_with_its_reason_and_nothing_is_missing(placed, content, ceo, now):
    commands.decline_requirement(placement=placed, reason="Vi har ikke senger.", by=ceo, now=now)

    answer = only(content(ceo))
    assert (answer.stands, answer.reason, answer.is_lacking) == (
        "declined",
        "Vi har ikke senger.",
        False,
    )


def test_what_is_for_information_asks_for_nothing(published, place, content, world, ceo):
    place(published.requirements.get(ref="3.3"), world.trust)

    assert not only(content(ceo)).is_lacking
    assert sum(content(ceo).courses.values()) == 0


def test_one_that_asks_the_units_below_has_their_names_and_another_has_not(
    answered, content, ceo, nurse, region_leader, world
):
    """The region's own melding: numbers for all, names for those who see the units."""
    reader = Standing(nurse.pk, (), scope.NOBODY, {}, frozenset({world.region.pk}))
    (top,) = commands.place_requirement(
        requirement=answered.requirement,
        units=[world.region],
        answer_due=date(2026, 12, 1),
        by=region_leader,
        now=answered.placed_at,
    )
    known = queries.compiled([top.pk], "2026", reader, date(2026, 11, 1))[top.pk]

    assert (known.below.units, known.lacks, known.troubles) == (3, (), ())
    assert [one.unit for one in only(content(region_leader, world.region)).lacks] == [
        "Kirurgisk klinikk"
    ]


@pytest.mark.parametrize(
    ("kind", "label", "dated", "counted"),
    [
        ("supplement", "august 2026", date(2026, 8, 20), True),
        ("minutes", "10. januar", date(2026, 1, 10), True),
        ("owner_letter", "2026", date(2025, 12, 20), True),
        ("owner_letter", "2027", date(2026, 12, 20), False),
        ("minutes", "10. januar", date(2025, 1, 10), False),
        ("law", "2026", date(2026, 1, 1), False),
    ],
)
def test_which_documents_a_year_answers(
    world, write, place, region_leader, now, content, ceo, kind, label, dated, counted
):
    by = {"by": region_leader, "now": now}
    source = commands.register_source(code="x", kind=kind, title="Et dokument", **by)
    edition = commands.begin_edition(source=source, label=label, dated=dated, **by)
    one = write(edition, "1", "Noe skal gjøres.")
    commands.publish_edition(edition=edition, **by)
    one.refresh_from_db()
    place(one, world.trust)

    assert bool(content(ceo).documents) is counted


def test_taken_back_within_the_year_it_is_not_answered(
    accepted, content, region_leader, ceo, now, world, later
):
    by = {"reason": "Feil foretak", "by": region_leader}
    commands.withdraw_placement(placement=accepted, now=later, **by)
    assert only(content(ceo)), "taken back the year after, it was asked in this one"

    accepted.state = "accepted"
    accepted.save()
    commands.withdraw_placement(placement=accepted, now=now, **by)
    assert not content(ceo).documents


def test_a_new_edition_the_year_after_takes_nothing_away(
    accepted, draft, content, region_leader, ceo, later, mandate
):
    by = {"by": region_leader, "now": later}
    edition = commands.begin_edition(source=mandate, label="2027", dated=date(2027, 2, 1), **by)
    from styrk.requirements.types import Wording

    wording = Wording(ref="3.1", title="", text=accepted.requirement.text, kind="target")
    commands.write_requirement(edition=edition, wording=wording, **by)
    commands.publish_edition(edition=edition, **by)
    commands.accept_unchanged(edition=edition, **by)
    accepted.refresh_from_db()

    assert accepted.requirement.edition == edition
    commands.report_back(
        placement=accepted.continues, year=2026, course="met", text="I mål.", by=ceo, now=later
    )
    assert only(content(ceo)).answer == "I mål."


def test_actions_and_their_effect(answered, content, ceo, clinic_director, now, as_person):
    from styrk.requirements.models import Placement

    below = Placement.objects.get(above=answered, state="accepted")
    with as_person(ceo):
        action = commands.act_on_requirement(
            placement=answered, plan=plan(answered.unit, ceo, now), by=ceo, now=now
        )
        carry_out(action=action, note="Åpnet.", by=ceo, now=now)
        judge_effect(
            action=action, effect="worked", reason="Ned.", by=ceo, now=now + timedelta(days=99)
        )
    with as_person(clinic_director):
        commands.act_on_requirement(
            placement=below,
            plan=plan(below.unit, clinic_director, now),
            by=clinic_director,
            now=now,
        )

    answer = only(content(ceo))
    assert [(one.title, one.effect) for one in answer.actions] == [("Ny poliklinikk", "worked")]
    assert (answer.actions_below, answer.done_below, answer.worked_below) == (1, 0, 0)


def plan(unit, owner, now):
    return Plan(
        unit=unit,
        title="Ny poliklinikk",
        change="Kortere ventetid",
        sign="Ventelista",
        level="system",
        owner=owner,
        due=clock.after(now, days=30),
        review_on=clock.after(now, days=90),
    )


def test_actions_only_for_those_who_may_see_them(answered, content, ceo, nurse, now, as_person):
    with as_person(ceo):
        commands.act_on_requirement(
            placement=answered, plan=plan(answered.unit, ceo, now), by=ceo, now=now
        )

    assert len(only(content(ceo)).actions) == 1
    assert only(content(nurse)).actions == ()


def test_content_survives_json_and_keeps_its_digest(answered, content, ceo):
    found = content(ceo)

    assert from_json(as_json(found)) == found
    assert digest_of(from_json(as_json(found))) == digest_of(found)


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_draft_is_the_same_bytes_all_the_day_that_it_says(answered, content, ceo, now, form):
    draft = Whole(None, content(ceo))
    first = written(draft, form, now, invented=False)

    for hours in (-9.5, 0.0005, 13.5):
        at = now + timedelta(hours=hours)
        assert written(draft, form, at, invented=False) == first
    assert written(draft, form, now + timedelta(days=1), invented=False) != first
