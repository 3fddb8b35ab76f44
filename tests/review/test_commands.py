"""The life of a report: begun, written, sent and frozen, sent back, sent anew, shown to a board."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from styrk.core import scope, states
from styrk.core.clock import OSLO
from styrk.core.guard import IdentityFound
from styrk.duties.models import Duty
from styrk.messages.models import Message
from styrk.review import commands, jobs, queries
from styrk.review.models import Question, Report, Version
from styrk.review.pack import digest_of, files, from_json
from styrk.review.pack.files import Whole
from styrk.trail.models import Entry

MONTH = "2026-10"


def refused(act):
    with (
        pytest.raises(Exception, match=r"written once|never changed|denied|keeps its"),
        transaction.atomic(),
    ):
        act()


@pytest.fixture
def about(world, ceo, now):
    return {
        "unit": world.trust,
        "layout": "manedsrapport",
        "period": MONTH,
        "by": ceo,
        "now": now,
    }


def _waiting(kind):
    return Duty.objects.filter(kind=kind, settled_at__isnull=True)


def test_begun_once_with_a_duty_on_the_leader(about):
    report = commands.begin_report(**about)

    assert commands.begin_report(**about) == report
    duty = _waiting("review.write").get()
    # The tenth working day after October: All Saints' Day 1 November is a Sunday.
    assert (duty.role, duty.due, report.due_on) == (
        "leader",
        date(2026, 11, 13),
        date(2026, 11, 13),
    )


@pytest.mark.parametrize(
    "facts",
    [
        {"period": "2026-12"},
        {"period": "2026-T2"},
        {"period": "tull"},
        {"layout": "finnes-ikke"},
        {"layout": "ledelsesrapport"},
    ],
)
def test_what_cannot_be_begun(about, facts):
    with pytest.raises(commands.NotAPeriod):
        commands.begin_report(**about | facts)


def test_only_the_sections_that_are_written_in(about):
    for section in ("statusbilde", "finnes-ikke"):
        with pytest.raises(commands.NotASection):
            commands.write_words(section=section, text="Hei", **about)


def test_nobody_is_identified(about, measured, send, ceo):
    with pytest.raises(IdentityFound):
        commands.write_words(section="oppsummering", text="Ring 99887766", **about)
    version = send(ceo)
    told = {"by": ceo, "now": about["now"]}
    with pytest.raises(IdentityFound):
        commands.add_supplement(version=version, text="Ring 99887766", **told)
    with pytest.raises(IdentityFound):
        commands.send_back(report=version.report, question="Ring 99887766", **told)


def test_one_who_is_asked_has_a_duty_until_it_is_written(about, clinic_director):
    asked = commands.ask_for_section(section="okonomi", person=clinic_director, **about)
    duty = _waiting("review.words").get()
    assert (duty.person, duty.subject_uuid) == (clinic_director, asked.uuid)

    commands.write_words(
        section="okonomi", text="Vi bruker for mye.", **about | {"by": clinic_director}
    )

    assert not _waiting("review.words").exists()
    assert queries.words_of(asked.report)["okonomi"].written_by == clinic_director


def test_sent_all_of_it_is_kept_and_never_changes(measured, content, send, ceo):
    version = send(ceo)

    version.refresh_from_db()
    assert digest_of(from_json(version.content)) == version.digest
    assert version.report.state == "submitted"
    assert not _waiting("review.write").exists()
    rows = Version.objects.filter(pk=version.pk)
    refused(lambda: rows.update(digest="x"))
    refused(lambda: rows.update(content={}))
    refused(lambda: rows.delete())
    refused(lambda: Report.objects.filter(pk=version.report_id).update(period="2026-09"))


def test_what_is_sent_stays_when_figures_are_corrected(
    measured, content, send, ceo, region_leader, world, now, later
):
    from decimal import Decimal

    from styrk.indicators import commands as measuring
    from styrk.indicators.types import Value

    version = send(ceo)
    before = files.written(Whole(from_json(version.content), version), "pdf", now, invented=False)
    corrected = Value(
        measured["costs"].pk, world.trust.pk, date(2026, 10, 1), Decimal(500), reason="Feil beløp"
    )
    measuring.record_values(values=[corrected], by=region_leader, now=later)

    version = queries.version_of(version.report, 1)
    kept = from_json(version.content)
    assert next(one for one in kept.figures if one.code == "costs").actual == 1000
    again = files.written(Whole(kept, version), "pdf", later, invented=False)
    assert again == before
    live = content(ceo, at=later)
    assert next(one for one in live.figures if one.code == "costs").actual == 1400


def test_only_what_one_has_read_is_sent(measured, send, ceo):
    with pytest.raises(commands.Changed):
        send(ceo, seen="0" * 64)


def test_not_before_it_is_written_nor_before_it_is_over(measured, about, send, ceo, content, place):
    commands.write_words(section="oppsummering", text="Bare dette", **about)
    with pytest.raises(commands.NotWritten):
        send(ceo, text="")
    with pytest.raises(commands.NotOver):
        send(ceo, period="2026-11")


def test_sent_it_is_not_written_in(measured, about, send, ceo):
    send(ceo)

    with pytest.raises(states.NotNow):
        commands.write_words(section="oppsummering", text="Nei", **about)


def test_sent_back_answered_and_sent_anew_with_a_reason(
    measured, about, send, ceo, region_leader, now, later
):
    first = send(ceo)
    report = first.report
    asked = commands.send_back(
        report=report, question="Hvorfor øker kostnadene?", by=region_leader, now=now
    )
    assert report.state == "returned"
    assert _waiting("review.answer").get().role == "leader"
    with pytest.raises(commands.NotAnswered):
        send(ceo, text="Vi ansatte flere.", at=later, reason="Forklart")

    commands.answer_question(report=report, question=asked, answer="Lønn.", by=ceo, now=later)
    with pytest.raises(commands.Answered):
        commands.answer_question(report=report, question=asked, answer="Nei", by=ceo, now=later)
    with pytest.raises(commands.ReasonMissing):
        send(ceo, text="Vi ansatte flere.", at=later)
    second = send(ceo, text="Vi ansatte flere.", at=later, reason="Forklart lønn")

    assert (second.number, second.reason) == (2, "Forklart lønn")
    assert not _waiting("review.answer").exists()
    assert [one.number for one in queries.versions_of(report)] == [2, 1]
    assert from_json(queries.version_of(report, 1).content).sections[0].text == "Slik er det."
    question = Question.objects.get()
    refused(lambda: Question.objects.filter(pk=question.pk).update(answer="Noe annet"))
    refused(lambda: Question.objects.filter(pk=question.pk).delete())


def _asked_and_answered(version, region_leader, ceo, now):
    report = version.report
    asked = commands.send_back(report=report, question="Hvorfor?", by=region_leader, now=now)
    with pytest.raises(commands.NotAnswered):
        commands.let_stand(report=report, by=ceo, now=now)
    commands.answer_question(report=report, question=asked, answer="Lønn.", by=ceo, now=now)
    return report


def _then_it_stands(report, region_leader):
    report.refresh_from_db()
    assert report.state == "submitted"
    assert not _waiting("review.answer").exists()
    assert [one.number for one in queries.versions_of(report)] == [1]
    with scope.acting(scope.SYSTEM):
        assert Entry.objects.filter(act="report.let_stand").count() == 1
        assert Message.objects.filter(recipient=region_leader, subject__contains="står").exists()


def test_where_the_answer_is_the_answer_the_report_stands_as_sent(
    measured, send, ceo, region_leader, now, later
):
    report = _asked_and_answered(send(ceo), region_leader, ceo, now)

    commands.let_stand(report=report, by=ceo, now=later)

    _then_it_stands(report, region_leader)
    with pytest.raises(states.NotNow):
        commands.let_stand(report=report, by=ceo, now=later)


def test_to_send_what_is_unchanged_and_answered_is_to_let_it_stand(
    measured, send, ceo, region_leader, now, later
):
    first = send(ceo)
    report = _asked_and_answered(first, region_leader, ceo, now)

    assert send(ceo, text="", at=later) == first

    _then_it_stands(report, region_leader)


def test_a_report_that_stands_is_asked_about_again(measured, send, ceo, region_leader, now, later):
    version = send(ceo)
    for _time in range(2):
        report = _asked_and_answered(version, region_leader, ceo, now)
        commands.let_stand(report=report, by=ceo, now=later)
        version.refresh_from_db()

    with scope.acting(scope.SYSTEM):
        assert (
            Message.objects.filter(recipient=region_leader, subject__contains="står").count() == 2
        )


def test_the_leaders_hear_of_it(measured, send, ceo, region_leader, now):
    version = send(ceo)
    with scope.acting(scope.SYSTEM):
        assert Message.objects.filter(recipient=region_leader).exists()
    commands.send_back(report=version.report, question="Hvorfor?", by=region_leader, now=now)
    with scope.acting(scope.SYSTEM):
        assert Message.objects.filter(recipient=ceo, subject__contains="sendt tilbake").exists()


def test_a_correction_that_is_given_up(measured, send, ceo, now):
    report = send(ceo).report
    with pytest.raises(states.NotNow):
        commands.give_up_correction(report=report, by=ceo, now=now)
    commands.correct_report(report=report, by=ceo, now=now)
    assert _waiting("review.write").exists()
    with pytest.raises(commands.Unchanged):
        send(ceo, text="", reason="Ingenting")

    commands.give_up_correction(report=report, by=ceo, now=now)

    assert report.state == "submitted"
    assert not _waiting("review.write").exists()


def test_as_the_board_saw_it_for_ever(measured, send, ceo, now, later, monkeypatch):
    version = send(ceo)
    shown = commands.present_version(
        version=version,
        shown_to="Styret",
        shown_on=date(2026, 11, 16),
        basis="Styresak 12/2026",
        by=ceo,
        now=now,
    )
    again = files.written(Whole(from_json(version.content), version), "pdf", later, invented=False)

    kept = queries.presentation(version.report, shown.uuid)
    assert bytes(kept.pdf) == again
    refused(lambda: type(shown).objects.filter(pk=shown.pk).update(pdf=b""))
    with pytest.raises(commands.NotYet):
        commands.present_version(
            version=version, shown_to="Styret", shown_on=date(2026, 12, 1), by=ceo, now=now
        )


def test_what_was_added_by_the_day_it_was_shown_is_in_the_file_they_saw(
    measured, send, ceo, now, later
):
    version = send(ceo)
    told = {"by": ceo, "version": version, "shown_to": "Styret", "now": later}
    commands.add_supplement(version=version, text="Juli er rettet.", by=ceo, now=now)
    commands.add_supplement(version=version, text="August er rettet.", by=ceo, now=later)

    shown = [commands.present_version(shown_on=date(2026, 11, day), **told) for day in (16, 19, 20)]

    content, added = from_json(version.content), queries.supplements_of(version)
    for one, number in zip(shown, (1, 1, 2), strict=True):
        whole = Whole(content, version, added[:number])
        assert one.added == number
        assert one.pdf == files.written(whole, "pdf", later, invented=False)


def test_nobody_saw_it_before_it_was_sent(measured, send, ceo, later):
    version = send(ceo)

    with pytest.raises(commands.BeforeSent):
        commands.present_version(
            version=version, shown_to="Styret", shown_on=date(2026, 11, 15), by=ceo, now=later
        )


def test_what_was_done_is_in_the_trail(measured, send, ceo, nurse, as_person):
    send(ceo)
    with scope.acting(scope.SYSTEM):
        entries = Entry.objects.filter(subject="report").order_by("pk")
        acts = list(entries.values_list("act", flat=True))
    assert acts[0] == "report.begin"
    assert acts[-1] == "report.submit"
    with as_person(nurse):
        assert not Entry.objects.filter(subject="report").exists()


def test_the_night_begins_what_is_due_once(world, ceo, nurse):
    night = datetime(2026, 11, 2, 3, 0, tzinfo=OSLO)

    jobs.ask_for_reports(night)
    jobs.ask_for_reports(night + timedelta(days=1))

    found = {
        (one.layout, one.unit.code, one.period) for one in Report.objects.select_related("unit")
    }
    assert found == {
        ("manedsrapport", "f", MONTH),
        ("manedsrapport", "g", MONTH),
        ("ledelsesrapport", "r", MONTH),
    }
    assert _waiting("review.write").count() == 3


def test_a_report_has_one_place(about, now, ceo, world):
    commands.begin_report(**about)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(
            unit=world.trust,
            trust=world.trust,
            layout="manedsrapport",
            period=MONTH,
            due_on=date(2026, 11, 13),
            begun_at=now,
        )
