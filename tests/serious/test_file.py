"""The case file, written while it happens; the report made from it; what patients and next of kin are told."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import transaction
from django.urls import reverse

from styrk.core import guard, scope
from styrk.core.frozen import digest_of, revived
from styrk.incidents import queries as incidents
from styrk.incidents.commands import add_action, record_analysis, take_incident
from styrk.serious import commands, queries, refusals, reporting
from styrk.serious.models import Addendum, Entry, Report
from styrk.serious.reporting import Content
from styrk.serious.states import EntryKind
from styrk.serious.types import Written
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.incidents.conftest import plan  # noqa: F401 - a fixture
from tests.serious.conftest import NIGHT, notice_of, obligations, rows

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"serious:{name}", args=[getattr(one, "uuid", one) for one in args])


def lacks(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html]


@pytest.fixture
def write(now, as_person):
    """`write(leader, case, "staff", "Samtale")`."""

    def write(person, case, kind, text, *, when=None):
        with as_person(person):
            found = queries.file(case.uuid)
            written = Written(kind, when or now, text)
            return commands.write_entry(event=found, written=written, by=person, now=now)

    return write


@pytest.fixture
def whole(case, incident, ward_leader, write, as_person, now, plan):  # noqa: F811
    """A case that says something of all that the law asks for."""
    with as_person(ward_leader):
        found = incidents.incident(incident.uuid)
        take_incident(incident=found, by=ward_leader, now=now)
        record_analysis(
            incident=found,
            found="Pumpa var feil stilt.",
            causes=["equipment"],
            persons="",
            by=ward_leader,
            now=now,
        )
        add_action(incident=found, plan=plan(found.unit, ward_leader), by=ward_leader, now=now)
    write(ward_leader, case, EntryKind.COURSE, "Alarmen gikk.", when=NIGHT)
    write(ward_leader, case, EntryKind.KIN, "Ringte nærmeste pårørende.")
    write(ward_leader, case, EntryKind.STAFF, "Samtale med de to på vakt.")
    return case


@pytest.fixture
def send(now, as_person):
    def send(person, case, remarks=""):
        with as_person(person):
            found = queries.drafted(case.uuid)
            return commands.send_report(
                event=found, remarks=remarks, channel="e-post", by=person, now=now
            )

    return send


def test_a_line_is_kept_with_when_it_happened_and_who_wrote(write, case, ward_leader, now):
    write(ward_leader, case, EntryKind.PATIENT, "Fortalte hva som skjedde.", when=NIGHT)

    (one,) = rows(Entry)
    assert (one.occurred_at, one.at, one.by_id) == (NIGHT, now, ward_leader.pk)


def test_no_patient_in_the_file(write, case, ward_leader):
    with pytest.raises(guard.IdentityFound):
        write(ward_leader, case, EntryKind.PATIENT, "Ringte 13097248022")


def test_nothing_to_come(write, case, ward_leader, now):
    with pytest.raises(refusals.NotYet):
        write(ward_leader, case, EntryKind.COURSE, "Senere", when=now + timedelta(hours=1))


def test_a_line_is_put_right_beside_the_old_one(write, case, ward_leader, as_person, now):
    old = write(ward_leader, case, EntryKind.COURSE, "Klokka to", when=NIGHT)
    with as_person(ward_leader):
        commands.correct_entry(entry=old, text="Klokka tre", by=ward_leader, now=now)
        with pytest.raises(refusals.Corrected):
            commands.correct_entry(entry=old, text="Klokka fire", by=ward_leader, now=now)

    assert [one.text for one in rows(Entry)] == ["Klokka to", "Klokka tre"]
    assert [one.text for one in reporting.standing_entries(rows(Entry))] == ["Klokka tre"]


def test_an_offered_meeting_stops_its_clock(write, case, ward_leader, now):
    assert notice_of(case, "V04").sent_at is None
    write(ward_leader, case, EntryKind.OFFER, "Møte er tilbudt skriftlig.")

    assert notice_of(case, "V04").sent_at == now
    assert obligations(case)["V04"] == "send"
    with scope.acting(scope.SYSTEM):
        assert case.obligations.get(rule="V04").judged_by == ward_leader
    write(ward_leader, case, EntryKind.OFFER, "Tilbudt en gang til.")


def test_the_report_is_made_from_the_case(whole, ward_leader, as_person):
    with as_person(ward_leader):
        made = reporting.content(queries.drafted(whole.uuid))

    assert reporting.lacking(made) == []
    assert [one.text for one in made.course] == ["Alarmen gikk."]
    assert (made.found, made.causes) == ("Pumpa var feil stilt.", ("Utstyr",))
    assert [one.title for one in made.measures] == ["Sklisikkert belegg på badet"]
    assert [one.text for one in made.followed] == [
        "Ringte nærmeste pårørende.",
        "Samtale med de to på vakt.",
    ]


def test_what_the_law_asks_for_is_said_to_be_lacking(case, ward_leader, as_person, send):
    with as_person(ward_leader):
        assert len(reporting.lacking(reporting.content(queries.drafted(case.uuid)))) == 4
    with pytest.raises(refusals.Lacking):
        send(ward_leader, case)
    assert send(ward_leader, case, "Gjennomgangen er ikke ferdig.").number == 1


def test_it_is_frozen_when_it_is_sent(whole, ward_leader, judge, send, write, as_person, now):
    judge(ward_leader, whole, "V02")
    from styrk.serious.types import Sent

    with as_person(ward_leader):
        notice = queries.notice(notice_of(whole, "V02").uuid)
        told = Sent(now, "melde.no", "Lars Lunde", "M-1")
        commands.mark_sent(notice=notice, sent=told, by=ward_leader, now=now)
    report = send(ward_leader, whole)
    write(ward_leader, whole, EntryKind.COURSE, "Noe nytt.")

    assert notice_of(whole, "V03").sent_at == now
    assert notice_of(whole, "V03").reference.startswith("SHA-256 ")
    kept = revived(Content, report.content)
    assert digest_of(kept) == report.digest
    assert [one.text for one in kept.course] == ["Alarmen gikk."]
    assert [one.what for one in kept.notices] == ["Melding om alvorlig hendelse"]


@pytest.mark.parametrize(
    ("model", "change"),
    [(Entry, {"text": "x"}), (Report, {"digest": "x"}), (Addendum, {"text": "x"})],
)
def test_nothing_in_the_file_is_changed(whole, ward_leader, as_person, model, change):
    with (
        as_person(ward_leader),
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
    ):
        model.objects.update(**change)


def test_on_the_pages(page, ward_leader, whole):
    client = page(ward_leader)
    assert not lacks(client.get(at("event", whole)), at("file", whole))
    file = client.get(at("file", whole))
    assert not lacks(file, "Alarmen gikk.", "Skrevet av Lars Lunde", "Oppfølging av helsepersonell")
    told = {"kind": "meeting", "occurred_at": "2026-11-16T09:00", "text": "Møte med de pårørende."}
    assert filled_in(client, at("write", whole), **told)["Location"] == at("file", whole)
    draft = client.get(at("draft", whole))
    assert not lacks(draft, "Utkast", "Pumpa var feil stilt.", "Møte med de pårørende.")
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        assert client.get(at("draft_file", whole, form)).content.startswith(begins)
    sent = filled_in(client, at("send", whole), channel="e-post", remarks="")
    assert sent.status_code == 302
    shown = client.get(sent["Location"])
    assert not lacks(shown, "SHA-256", "Skriv et tillegg")
    (report,) = rows(Report)
    filled_in(client, at("addendum", report), text="Vi har også sett på de andre pumpene.")
    assert not lacks(client.get(at("report", report)), "de andre pumpene", "Tillegg etter at")
    assert client.get(at("report_file", report, "pdf")).content.startswith(b"%PDF")
    (entry, *_rest) = rows(Entry)
    filled_in(client, at("correct", entry), text="Alarmen gikk to ganger.")
    assert not lacks(client.get(at("file", whole)), "Rettet senere", "Alarmen gikk to ganger.")


def test_what_is_missing_is_explained_before_it_is_sent(page, ward_leader, case):
    client = page(ward_leader)
    assert not lacks(client.get(at("draft", case)), "Dette krever loven")
    refused = filled_in(client, at("send", case), channel="e-post", remarks="")
    assert refused.status_code == 422


def test_the_kit(page, ward_leader, case):
    client = page(ward_leader)
    shown = client.get(at("kit", case))
    assert not lacks(shown, "Norsk pasientskadeerstatning", "pasient- og brukerombudet", "ti dager")
    for kind in ("brev", "referat"):
        for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
            assert client.get(at("kit_file", case, kind, form)).content.startswith(begins)
    assert client.get(at("kit_file", case, "annet", "pdf")).status_code == 404
    assert client.get(at("kit_file", case, "brev", "xlsx")).status_code == 404


@pytest.mark.parametrize("who", ["nurse", "other_leader", "board_chair", "outsider_ceo"])
def test_nobody_else(page, world, whole, ward_leader, send, who):
    report = send(ward_leader, whole)
    client = page(world.people[who])
    for name in ("file", "write", "draft", "send", "kit"):
        assert client.get(at(name, whole)).status_code == 404
    assert client.get(at("report", report)).status_code == 404
    assert client.get(at("report_file", report, "pdf")).status_code == 404


def test_the_cost_does_not_grow(page, ward_leader, whole, write, send):
    client = page(ward_leader)
    send(ward_leader, whole)
    addresses = (at("file", whole), at("draft", whole), at("kit", whole))
    few = []
    for address in addresses:
        questions = asked(client, address)
        assert len(questions) <= 12, shortened(questions)
        few.append(len(questions))
    for _one in range(3):
        write(ward_leader, whole, EntryKind.COURSE, "Mer.")
    assert [len(asked(client, address)) for address in addresses] == few
