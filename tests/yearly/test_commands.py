"""The yearly report to kommunestyret: from live data to the decision, and on to the next."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from styrk.core import clock, scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.messages.models import Message
from styrk.trail.models import Entry
from styrk.yearly import commands, freezing, queries
from styrk.yearly.jobs import ask_for_yearly_reports
from styrk.yearly.models import FollowUp, PartWords, YearlyReport
from styrk.yearly.types import FOLLOW, TREAT, WRITE

pytestmark = pytest.mark.django_db


def test_made_from_the_map_the_supervision_and_the_numbers(begin, supervision):
    said = begin().material

    assert [one["key"] for one in said["items"]] == [f"koml-{letter}" for letter in "abcde"]
    (audit,) = said["audits"]
    assert audit["authority"] == "Statsforvalteren i Prøvefylket"
    assert [(one["kind"], one["state"]) for one in audit["findings"]] == [("breach", "open")]
    assert said["acted"]["raised"] == 0
    assert said["mending"][0] == {
        "what": "Lovbrudd",
        "title": "Doble kontroller mangler",
        "due": "",
    }
    assert said["before"] is None


def test_few_are_not_told(begin, monkeypatch):
    few = queries.Counted({"received": 3, "good": 0}, {"received": 7, "good": 4}, {})
    monkeypatch.setattr("styrk.yearly.gathering.counted", lambda *_: few)

    said = begin().material

    assert said["reported"] == {"received": None, "good": 0}
    assert said["year_before"] == {"received": 7, "good": None}


def test_of_a_whole_kommune_one_at_a_time_and_of_a_year_that_has_begun(begin, world, ceo):
    with pytest.raises(commands.NotKommune):
        begin(ceo, unit=world.trust)
    with pytest.raises(commands.NotKommune):
        begin(unit=world.units["k.helse"])
    with pytest.raises(commands.NotAYear):
        begin(year=2027)
    begin()
    with pytest.raises(commands.Begun):
        begin(year=2025)


def test_words_are_written_over_with_a_trace(begin, municipal_director, now, as_person):
    report, by = begin(), municipal_director

    def write(text, part="control"):
        with as_person(by):
            commands.write_part(report=report, part=part, text=text, by=by, now=now)

    write("Det virker")
    write("Det virker stort sett")

    assert PartWords.objects.get().text == "Det virker stort sett"
    assert report.steps.last().detail["changed"]["text"] == ["Det virker", "Det virker stort sett"]
    with pytest.raises(commands.UnknownPart):
        write("Noe", part="annet")
    with pytest.raises(commands.ReasonMissing):
        write("  ")
    with pytest.raises(IdentityFound):
        write("Beboeren har fødselsnummer 17054026641")


def test_sent_by_the_kommunedirektor_when_it_is_whole(
    begin, write, again, mayor, adviser, municipal_director, now, as_person
):
    report, coming = begin(), clock.after(now, days=21)

    def send(by, meeting_on=coming):
        with as_person(by):
            commands.send_yearly(report=again(report, by), meeting_on=meeting_on, by=by, now=now)

    with pytest.raises(commands.PartMissing):
        send(municipal_director)
    write(report)
    with pytest.raises(commands.NoAuthority):
        send(adviser)
    with pytest.raises(commands.Passed):
        send(municipal_director, date(2026, 1, 1))
    send(municipal_director)

    with as_person(mayor):
        assert "Kommunedirektøren har sendt rapporten" in Message.objects.get(recipient=mayor).text
    with pytest.raises(NotNow):
        send(municipal_director)


def test_sent_it_stands(sent, municipal_director, now, as_person):
    assert sent.digest == freezing.digest(sent.content, None)
    with as_person(municipal_director):
        for change in (
            lambda: YearlyReport.objects.filter(pk=sent.pk).update(digest="0" * 64),
            lambda: YearlyReport.objects.filter(pk=sent.pk).update(state="draft"),
            lambda: PartWords.objects.filter(report=sent).update(text="Noe annet"),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                change()
        with pytest.raises(NotNow):
            commands.write_part(
                report=sent, part="control", text="Nei", by=municipal_director, now=now
            )
        commands.add_addendum(report=sent, text="Et tall til", by=municipal_director, now=now)
    assert sent.addenda.get().text == "Et tall til"


def test_treated_by_kommunestyret(sent, decided, municipal_director, after_meeting, now, as_person):
    by = municipal_director
    (duty,) = Duty.objects.filter(kind=TREAT, settled_at__isnull=True)
    assert (duty.role, duty.due) == ("leader", clock.after(now, days=35))
    with as_person(by):
        with pytest.raises(commands.NotYet):
            commands.note_treatment(report=sent, treated=decided, by=by, now=now)
        commands.note_treatment(report=sent, treated=decided, by=by, now=after_meeting)

    found = YearlyReport.objects.get()
    assert (found.state, found.digest) == ("treated", sent.digest)
    assert found.treatment.case == "PS 91/26"
    duty.refresh_from_db()
    assert duty.settled_by == by
    with scope.acting(scope.SYSTEM):
        acts = Entry.objects.filter(subject="yearly").order_by("pk").values_list("act", flat=True)
        assert [*acts][-2:] == ["yearly.send", "yearly.treat"]


def test_the_next_begins_with_what_was_decided(
    sent, decided, begin, municipal_director, after_meeting, now, as_person
):
    by = municipal_director
    with as_person(by):
        commands.note_treatment(report=sent, treated=decided, by=by, now=after_meeting)

    following = begin(year=2027, at=now + timedelta(days=365))

    assert following.material["before"]["decision"] == decided.words
    assert following.follows == sent


def test_asked_for_when_the_year_is_over(world, sent, now, begin, write, again, as_person):
    in_january = now.replace(year=2027, month=1, day=8)

    ask_for_yearly_reports(now)
    (duty,) = Duty.objects.filter(kind=WRITE)
    assert (duty.unit, duty.role, duty.due) == (world.municipality, "leader", date(2026, 4, 30))
    ask_for_yearly_reports(now)
    assert Duty.objects.filter(kind=WRITE).count() == 1
    Duty.objects.filter(kind=WRITE).update(settled_at=now)
    ask_for_yearly_reports(in_january)
    assert not Duty.objects.filter(kind=WRITE, settled_at__isnull=True).exists(), "2026 is sent"


def test_what_is_asked_for_waits_for_somebody_and_is_told_of_once(
    sent, decided, again, municipal_director, home_leader, after_meeting, world, as_person
):
    with as_person(municipal_director):
        commands.note_treatment(
            report=sent, treated=decided, by=municipal_director, now=after_meeting
        )
    duty = Duty.objects.get(kind=FOLLOW, settled_at__isnull=True)
    assert duty.due == decided.due
    assert home_leader.pk == duty.person_id or duty.unit == world.units["k.helse.hjem"]
    report = again(sent, home_leader)
    told = {"told": "Natten er bemannet.", "by": home_leader, "now": after_meeting}
    with as_person(home_leader):
        commands.tell_council(report=report, **told)
        with pytest.raises(NotNow):
            commands.tell_council(report=report, **told)

    assert not Duty.objects.filter(kind=FOLLOW, settled_at__isnull=True).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUp.objects.update(told="Noe annet")


@pytest.mark.parametrize("lacking", [{"owner": None}, {"due": None}, {"due": date(2026, 1, 1)}])
def test_what_is_asked_for_is_followed_by_somebody(
    sent, decided, municipal_director, after_meeting, as_person, lacking
):
    with as_person(municipal_director), pytest.raises(commands.NobodyFollows):
        commands.note_treatment(
            report=sent,
            treated=replace(decided, **lacking),
            by=municipal_director,
            now=after_meeting,
        )


def test_no_treatment_is_before_the_meeting_it_was_sent_to(
    sent, decided, municipal_director, after_meeting, now, as_person
):
    early = replace(decided, held_on=clock.after(now, days=20))
    with as_person(municipal_director), pytest.raises(commands.NotYet):
        commands.note_treatment(
            report=sent, treated=early, by=municipal_director, now=after_meeting
        )
