"""Writing, hearing, approving and adding: what holds, and what is refused."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from styrk.core import clock, states
from styrk.core.clock import OSLO
from styrk.core.guard import IdentityFound
from styrk.requirements import commands
from styrk.requirements.annual import digest_of, from_json
from styrk.requirements.commands import Heard
from styrk.requirements.models import AnnualHearing, AnnualReport
from styrk.trail.models import Entry

HEARD = Heard("Brukerutvalget", date(2026, 11, 2), "Kortere vei hjem.")


def refused(act):
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


@pytest.fixture
def about(world, ceo, now):
    return {"unit": world.trust, "year": 2026, "by": ceo, "now": now}


@pytest.fixture
def report(answered, about):
    commands.write_annual_part(part="foreword", text="Et godt år.", **about)
    commands.note_annual_hearing(heard=HEARD, **about)
    return commands.write_annual_part(part="plan", text="Vi bygger.", **about)


def test_there_is_one_for_a_unit_and_a_year(report):
    assert AnnualReport.objects.get() == report
    report.refresh_from_db()
    assert (report.foreword, report.plan, report.state) == ("Et godt år.", "Vi bygger.", "draft")


def test_a_year_that_has_not_begun(about):
    for year in (2027, 1999, 12026):
        with pytest.raises(commands.NotAPeriod):
            commands.write_annual_part(part="plan", text="x", **about | {"year": year})


@pytest.mark.parametrize("field", ["party", "said", "outcome"])
def test_nobody_is_identified(about, field):
    told = {"party": "Utvalget", "heard_on": date(2026, 11, 2), "said": "Hei", "outcome": ""}

    with pytest.raises(IdentityFound):
        commands.note_annual_hearing(
            heard=Heard(**told | {field: "Ring 99887766"}),  # type: ignore[arg-type]
            **about,
        )


def test_approved_all_of_it_is_kept(report, approve, content_on, ceo, later):
    read = content_on(clock.day(later), ceo, report.unit)

    done = approve(ceo)

    done.refresh_from_db()
    assert from_json(done.content) == read
    assert done.digest == digest_of(read)
    assert (read.foreword, [one.party for one in read.hearings]) == (
        "Et godt år.",
        ["Brukerutvalget"],
    )


def test_only_what_one_has_read_is_approved(report, approve, ceo, about):
    with pytest.raises(commands.Changed):
        approve(ceo, seen="0" * 64)

    report.refresh_from_db()
    assert report.state == "draft"


def test_a_year_that_is_not_over_is_not_approved(report, approve, ceo, now):
    for day in (now, datetime(2026, 12, 31, 23, 59, tzinfo=OSLO)):
        with pytest.raises(commands.YearNotOver):
            approve(ceo, now=day)

    assert approve(ceo, now=datetime(2027, 1, 1, tzinfo=OSLO)).state == "approved"


def test_without_a_plan_or_a_hearing_it_needs_a_reason_that_is_kept(answered, approve, ceo, about):
    commands.note_annual_hearing(heard=HEARD, **about)  # somebody was heard, but there is no plan
    with pytest.raises(commands.ReasonMissing):
        approve(ceo, reason=" ")
    with pytest.raises(IdentityFound):
        approve(ceo, reason="Ring 99887766")

    assert approve(ceo, reason="Planen kommer i mai.").reason == "Planen kommer i mai."


def test_where_somebody_was_heard_no_reason_is_kept(report, approve, ceo):
    assert approve(ceo, reason="Noe annet.").reason == ""


def test_approved_it_never_changes(report, approve, ceo, about):
    done = approve(ceo)
    hearing = done.hearings.get()

    for act in (
        lambda: commands.write_annual_part(part="plan", text="Ny plan", **about),
        lambda: commands.note_annual_hearing(heard=HEARD, **about),
        lambda: commands.settle_annual_hearing(
            hearing=AnnualHearing.objects.select_related("report").get(),
            heard=HEARD,
            by=ceo,
            now=about["now"],
        ),
        lambda: approve(ceo),
    ):
        with pytest.raises(states.NotNow):
            act()
    rows = AnnualReport.objects.filter(pk=done.pk)
    refused(lambda: rows.update(plan="Noe annet"))
    refused(lambda: rows.update(state="draft"))
    refused(lambda: AnnualHearing.objects.filter(pk=hearing.pk).update(said="Noe annet"))
    refused(lambda: AnnualHearing.objects.filter(pk=hearing.pk).delete())
    refused(
        lambda: AnnualHearing.objects.create(
            report=done, party="x", said="y", heard_on=date(2026, 1, 1), at=about["now"], by=ceo
        )
    )


def test_what_comes_later_is_added_and_stands(report, approve, ceo, now):
    with pytest.raises(states.NotNow):
        commands.add_addendum(report=report, text="For tidlig", by=ceo, now=now)
    done = approve(ceo)

    added = commands.add_addendum(report=done, text="Desember ble tung.", by=ceo, now=now)

    assert list(done.addenda.all()) == [added]
    with pytest.raises(commands.ReasonMissing):
        commands.add_addendum(report=done, text=" ", by=ceo, now=now)
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        done.addenda.update(text="Noe annet")


def test_what_was_done_is_in_the_trail(report, approve, ceo, nurse, as_person):
    from styrk.core import scope

    approve(ceo)

    with scope.acting(scope.SYSTEM):
        entries = Entry.objects.filter(subject="annual_report").order_by("pk")
        assert list(entries.values_list("act", flat=True)) == [
            "annual_report.write",
            "annual_report.hear",
            "annual_report.write",
            "annual_report.approve",
        ]
    with as_person(nurse):
        assert not Entry.objects.filter(subject="annual_report").exists()


def test_the_answer_of_a_year_settles_the_duty_and_is_a_step(answered, ceo, now):
    commands.report_back(
        placement=answered, year=2026, course="met", text="I mål.", by=ceo, now=now
    )

    assert answered.steps.last().act == "report"
    for wrong in (2027, 20261):
        with pytest.raises(commands.NotAPeriod):
            commands.report_back(
                placement=answered, year=wrong, course="met", text="I mål.", by=ceo, now=now
            )
    with pytest.raises(commands.ReasonMissing):
        commands.report_back(placement=answered, year=2026, course="met", text="", by=ceo, now=now)
