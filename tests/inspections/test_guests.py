"""Somebody outside reads one inspection, and nothing else: every address, every table, every day."""

import io
import re
import zipfile
from datetime import date, timedelta
from hashlib import sha256
from html import unescape

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from styrk.access import guests
from styrk.access.commands import GuestRefused, Invited
from styrk.access.jobs import forget, send_codes
from styrk.access.models import Guest
from styrk.access.queries import guests_of
from styrk.actions.models import Action
from styrk.compliance.jobs import keep_the_maps
from styrk.core import clock, scope
from styrk.inspections import commands as acts
from styrk.inspections import inspected_pack
from styrk.inspections.commands import guests as commands
from styrk.inspections.models import Finding
from styrk.inspections.queries import guests as queries
from styrk.organisation.models import Unit
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.inspections.conftest import PDF
from tests.structure.everything import happen
from tests.structure.test_urls import ALL, PUBLIC
from tests.world import SECRET

pytestmark = pytest.mark.django_db
HOME = reverse("inspections:inspected")
FINDINGS = reverse("inspections:inspected_findings")
CODE = reverse("inspections:code")
OWN = {
    "inspections:inspected",
    "inspections:inspected_map",
    "inspections:inspected_findings",
    "inspections:inspected_pack",
    "inspections:inspected_paper",
    "inspections:leave",
}


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


@pytest.fixture
def invited(now):
    def invited(**facts):
        today = clock.day(now)
        told = {
            "name": "Kari Tilsyn",
            "organisation": "Statsforvalteren i Prøvefylket",
            "email": "kari.tilsyn@example.org",
            "opens_on": today,
            "until": today + timedelta(days=20),
            "covers": (date(2026, 9, 1), today),
        }
        return Invited(**told | facts)

    return invited


@pytest.fixture
def admitted(reported, invited, quality_adviser, now, as_person):
    """`admitted()`: the reported audit, who is let in to it, and the word of the address."""

    def admitted(audit=None, **facts):
        audit = audit or reported()
        with as_person(quality_adviser):
            guest, word = commands.admit(
                audit=audit, invited=invited(**facts), by=quality_adviser, now=now
            )
        return audit, guest, word

    return admitted


@pytest.fixture
def inside(page):
    """`inside(word)`: a browser that has come in by the address and the code."""

    def inside(word):
        client = page()
        assert client.post(reverse("inspections:arrive", args=[word])).status_code == 302
        done = client.post(CODE, {"code": code_now()})
        assert (done.status_code, done["Location"]) == (302, HOME)
        return client

    return inside


def code_now():
    with scope.acting(scope.SYSTEM):
        return guests.code_of(Guest.objects.order_by("-asked_at").first())


def found_in(audit):
    with scope.acting(scope.SYSTEM):
        return Finding.objects.select_related("audit", "unit").get(audit=audit)


@pytest.fixture
def inspector(admitted, inside):
    audit, _guest, word = admitted()
    return audit, inside(word)


# The way in


def test_in_by_the_address_and_the_code_that_is_sent(admitted, page, settings, now):
    settings.MAIL_HOST = "post.example.org"
    _audit, _guest, word = admitted()
    client, address = page(), reverse("inspections:arrive", args=[word])

    assert says(client.get(address), "Kari Tilsyn", "ka…@example.org")
    client.post(address)
    send_codes(now)
    (letter,) = mail.outbox
    assert letter.to == ["kari.tilsyn@example.org"]
    assert word not in letter.body
    (code,) = re.findall(r"\b\d{6}\b", letter.body)
    assert client.get(HOME).status_code == 404
    assert client.post(CODE, {"code": code})["Location"] == HOME
    assert says(client.get(HOME), "Internrevisjon av legemiddelhåndtering", "Sengepost 1A")
    assert page().get(address).status_code == 404, "the address works once"


def test_looking_at_the_address_uses_nothing(admitted, page):
    _audit, guest, word = admitted()
    page().get(reverse("inspections:arrive", args=[word]))

    with scope.acting(scope.SYSTEM):
        guest.refresh_from_db()
    assert guest.link
    assert guest.asked_at is None


def test_a_wrong_code_is_not_guessed(admitted, page):
    _audit, _guest, word = admitted()
    client = page()
    client.post(reverse("inspections:arrive", args=[word]))
    right = code_now()
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for _nth in range(guests.TRIES):
        assert client.post(CODE, {"code": wrong}).status_code == 422
    assert client.post(CODE, {"code": right}).status_code == 422


def test_a_code_lasts_a_quarter_and_comes_once_a_minute(admitted, page, stopped_clock, now):
    _audit, _guest, word = admitted()
    client = page()
    client.post(reverse("inspections:arrive", args=[word]))
    first = code_now()
    client.post(CODE, {"again": "1"})
    assert code_now() == first
    stopped_clock.at = now + guests.CODE_LIFE
    assert client.post(CODE, {"code": first}).status_code == 422
    client.post(CODE, {"again": "1"})
    assert client.post(CODE, {"code": code_now()}).status_code == 302


def test_without_activity_a_new_code_is_asked_for(inspector, stopped_clock, now):
    _audit, client = inspector
    stopped_clock.at = now + timedelta(hours=2)

    assert client.get(HOME)["Location"] == CODE
    assert client.get("/min-side/").status_code == 404
    assert says(client.get(CODE), "Be om en ny kode")
    client.post(CODE, {"again": "1"})
    assert client.post(CODE, {"code": code_now()}).status_code == 302
    assert client.get(HOME).status_code == 200


def test_out_by_the_button_and_in_again_by_a_code(inspector):
    _audit, client = inspector

    assert client.post(reverse("inspections:leave"))["Location"] == CODE
    assert client.get(HOME)["Location"] == CODE
    assert client.get(FINDINGS).status_code == 302


def test_nobody_comes_to_the_code_alone(page, ward_leader):
    assert page().get(CODE).status_code == 404
    assert page(ward_leader).get(CODE).status_code == 404


@pytest.mark.parametrize(("demo", "status"), [(True, 302), (False, 404)])
def test_one_click_in_a_demo_and_nowhere_else(admitted, page, settings, demo, status):
    settings.DEMO = demo
    admitted(email="tilsyn@demo.styrk.invalid")
    client = page()

    assert client.post("/demo/innsyn/utenfra/").status_code == status
    assert client.get(HOME).status_code == (200 if demo else 404)


# When it ends


@pytest.mark.parametrize("days", [-1, 21])
def test_nothing_before_the_first_day_nor_after_the_last(
    admitted, page, inside, stopped_clock, now, days
):
    _audit, _guest, word = admitted(opens_on=clock.day(now))
    client = inside(word)
    stopped_clock.at = now + timedelta(days=days)

    over = 410 if days > 0 else 404
    assert client.get(HOME).status_code == over
    assert client.get(CODE).status_code == over
    assert client.get("/min-side/").status_code != 200
    if days > 0:
        assert says(client.get(HOME), "Tiden er ute", "spør Kine Kleppe i Fjordheim sykehus")


def test_ended_at_once(inspector, page, quality_adviser):
    audit, client = inspector
    with scope.acting(scope.SYSTEM):
        guest = Guest.objects.get()
    end = reverse("inspections:shut_out", args=[guest.uuid])
    assert says(page(quality_adviser).get(end), "Avslutt innsynet til Kari Tilsyn")
    assert client.get(HOME).status_code == 200, "to look at the question ends nothing"
    done = filled_in(page(quality_adviser), end, reason="Tilsynet er ferdig.")

    assert done.status_code == 302
    for address in (HOME, CODE, FINDINGS):
        told = client.get(address)
        assert told.status_code == 410
        assert says(told, "Innsynet er avsluttet", "spør Kine Kleppe i Fjordheim sykehus")
        assert audit.title not in unescape(told.content.decode())
    assert page().get(HOME).status_code == 404, "a stranger is told nothing"
    shown = page(quality_adviser).get(reverse("inspections:guests", args=[audit.uuid]))
    assert says(shown, "Kari Tilsyn", "Avsluttet", f"av {quality_adviser.name}")


def test_a_new_address_puts_the_one_before_out(inspector, page, inside, quality_adviser):
    _audit, client = inspector
    with scope.acting(scope.SYSTEM):
        guest = Guest.objects.get()
    adviser = page(quality_adviser)
    done = adviser.post(reverse("inspections:renew", args=[guest.uuid]))
    (word,) = re.findall(r"/innsyn/inn/([\w-]+)/", adviser.get(done["Location"]).content.decode())

    assert client.get(HOME).status_code == 404
    assert inside(word).get(HOME).status_code == 200


# What they see


def test_the_scope_the_papers_and_what_was_found(
    inspector, ward_leader, department_leader, plan, as_person, now, quality_adviser
):
    audit, client = inspector
    finding = found_in(audit)
    with as_person(ward_leader):
        due = clock.after(now, days=60)
        acts.answer_finding(
            finding=finding, answer="Vi retter det.", meet_due=due, by=ward_leader, now=now
        )
        acts.act_on_finding(finding=finding, plan=plan, by=ward_leader, now=now)
    home = client.get(HOME)

    assert says(home, "Om legemidler gjøres klare", "Sengepost 1A", "rapport.pdf")
    assert not says(home, "Min side")
    assert says(
        client.get(FINDINGS),
        *(
            "Dobbeltkontroll føres ikke",
            "Vi retter det.",
            "To signaturer på samme skjema",
            "Planlagt",
        ),
    )
    (paper,) = re.findall(r'href="(/revisjoner/innsyn/fil/[^"]+)"', home.content.decode())
    assert client.get(paper).content == PDF


def test_nothing_that_is_found_before_it_is_said(
    carried_out, found, admitted, inside, quality_adviser, as_person, now
):
    audit = carried_out()
    with as_person(quality_adviser):
        acts.add_finding(audit=audit, found=found(), by=quality_adviser, now=now)
    _audit, _guest, word = admitted(audit)

    assert says(inside(word).get(FINDINGS), "Ingen funn er sagt ennå")


def test_the_map_of_its_units_on_days_of_its_time_from_pictures(
    inspector, world, stopped_clock, now
):
    _audit, client = inspector

    def at(unit, day=""):
        address = reverse("inspections:inspected_map", args=[unit.uuid])
        return client.get(address, {"dato": day} if day else {})

    assert says(at(world.ward), "Kartet for denne dagen er ikke tatt vare på")
    keep_the_maps(now)
    shown = at(world.ward)
    assert says(shown, "§ 6 a", "Slik var kartet", "Regel og tall")
    assert "/tiltak/" not in shown.content.decode()
    assert at(world.ward, "2026-08-31").status_code == 422
    assert at(world.ward, "2026-11-17").status_code == 422
    assert at(world.ward, "rart").status_code == 422
    for other in (world.trust, world.their_ward):
        assert at(other).status_code == 404


def test_the_map_shows_the_letters_that_the_requirements_bear_on(
    reported, admitted, inside, page, quality_adviser, world, about_letters, now
):
    criteria = (about_letters("6d", "8a"),)
    audit, _guest, word = admitted(reported(criteria=criteria))
    client = inside(word)
    keep_the_maps(now)
    shown = client.get(reverse("inspections:inspected_map", args=[world.ward.uuid]))

    assert says(shown, "§ 6 d", "§ 8 a", "Du ser disse bokstavene: § 6 d, § 8 a.")
    assert "§ 6 a" not in unescape(shown.content.decode())
    assert says(client.get(HOME), "Du ser disse bokstavene: § 6 d, § 8 a.")
    guests_page = page(quality_adviser).get(reverse("inspections:guests", args=[audit.uuid]))
    assert says(guests_page, "§ 6 d, § 8 a")


def test_whoever_lets_them_in_chooses_the_letters(
    reported, inside, page, quality_adviser, world, about_letters, now
):
    audit = reported(criteria=(about_letters("6d", "8a"),))
    adviser, address = page(quality_adviser), reverse("inspections:admit", args=[audit.uuid])
    offered = unescape(adviser.get(address).content.decode())
    assert re.findall(r'value="(\w+)"[^>]*checked', offered) == ["6d", "8a"]
    sent = {
        "name": "Kari Tilsyn",
        "organisation": "Statsforvalteren",
        "email": "kari@example.org",
        "opens_on": f"{clock.day(now)}",
        "until": f"{clock.after(now, days=20)}",
        "covers_from": "2026-09-01",
        "covers_to": f"{clock.day(now)}",
    }
    assert filled_in(adviser, address, **sent).status_code == 422
    done = filled_in(adviser, address, **sent, letters=["8a", "9c"])
    (word,) = re.findall(r"/innsyn/inn/([\w-]+)/", adviser.get(done["Location"]).content.decode())
    keep_the_maps(now)
    client = inside(word)
    shown = client.get(reverse("inspections:inspected_map", args=[world.ward.uuid]))

    assert says(shown, "Du ser disse bokstavene: § 8 a, § 9 c.")
    assert "§ 6 d" not in unescape(shown.content.decode())


def test_all_units_of_the_scope_are_found_by_pages_and_by_words(inspector, monkeypatch):
    _audit, client = inspector
    monkeypatch.setattr(queries, "UNITS", 2)

    first = client.get(HOME)
    assert says(first, "Indremedisinsk avdeling", "Sengepost 1A", "Neste")
    assert not says(first, "Sengepost 1B")
    assert says(client.get(f"{HOME}?side=1"), "Sengepost 1B", "Forrige")
    assert says(client.get(f"{HOME}?sok=1b"), "Sengepost 1B")
    assert says(client.get(f"{HOME}?sok=finnesikke"), "Ingen enheter med det navnet er med.")
    for odd in ("side=-1", "side=%00", "side=99999999", "side=²", "sok=%00"):
        assert client.get(f"{HOME}?{odd}").status_code == 200, odd


def test_where_no_requirement_bears_on_a_letter_all_are_shown_and_it_is_said(
    inspector, page, quality_adviser, world, now
):
    audit, client = inspector
    keep_the_maps(now)
    shown = client.get(reverse("inspections:inspected_map", args=[world.ward.uuid]))

    assert says(shown, "§ 6 a", "§ 9 c", "Du ser alle bokstavene.")
    guests_page = page(quality_adviser).get(reverse("inspections:guests", args=[audit.uuid]))
    assert says(guests_page, "Alle bokstavene")


def test_other_audits_papers_are_missing(inspector, reported):
    other = reported(title="En annen revisjon")
    _audit, client = inspector
    with scope.acting(scope.SYSTEM):
        paper = other.documents.get()

    assert client.get(reverse("inspections:inspected_paper", args=[paper.uuid])).status_code == 404


def test_what_is_opened_is_written_down_and_seen(inspector, page, quality_adviser, world):
    audit, client = inspector
    client.get(HOME)
    client.get(FINDINGS)
    client.get(reverse("inspections:inspected_map", args=[world.ward.uuid]))
    shown = page(quality_adviser).get(reverse("inspections:guests", args=[audit.uuid]))

    assert says(
        shown,
        *("Kari Tilsyn, Statsforvalteren i Prøvefylket", "Omfang, dokumenter og svar"),
        *("Funn, svar og tiltak", "Forskriftskartet for Sengepost 1A"),
    )


@pytest.mark.parametrize("host", ["", "post.example.org"])
def test_without_e_mail_both_sides_are_told_what_to_do(
    admitted, page, quality_adviser, settings, host
):
    settings.MAIL_HOST, settings.DEMO = host, False
    audit, _guest, word = admitted()
    ours, theirs = page(quality_adviser), page()
    arriving = theirs.get(reverse("inspections:arrive", args=[word]))
    theirs.post(reverse("inspections:arrive", args=[word]))
    told = [
        says(ours.get(reverse("inspections:guests", args=[audit.uuid])), "STYRK_SMTP_HOST"),
        says(ours.get(reverse("inspections:admit", args=[audit.uuid])), "STYRK_SMTP_HOST"),
        says(arriving, "Koden kan ikke sendes nå"),
        says(theirs.get(CODE), "Koden kan ikke sendes nå"),
    ]

    assert told == [not host] * 4


@pytest.mark.parametrize(("days", "left"), [(385, 1), (387, 0)])
def test_a_year_after_the_name_is_gone_and_what_was_opened_stands(
    admitted, inside, page, quality_adviser, now, days, left
):
    audit, _guest, word = admitted()
    inside(word).get(FINDINGS)
    forget(now + timedelta(days=days))

    with scope.acting(scope.SYSTEM):
        assert Guest.objects.filter(name="Kari Tilsyn").count() == left
        assert Guest.objects.count() == 1
    shown = page(quality_adviser).get(reverse("inspections:guests", args=[audit.uuid]))
    assert says(shown, "Dette har de åpnet", "Kari Tilsyn, Statsforvalteren i Prøvefylket")
    assert says(shown, "kari.tilsyn@example.org") == bool(left)


# And nothing else


def every_address(records):
    """Each address of the whole program, with what is there put in where it asks for something."""
    made = []
    for path, name, _pattern in ALL:
        for kind, value in records.items():
            path = re.sub(rf"<{kind}:\w+>", value, path)
        made.append((name, "/" + re.sub(r"<[^>]+>", "1", path)))
    return made


def test_every_other_address_is_missing(inspector, world, now):
    audit, client = inspector
    records = {"uuid": str(audit.uuid), "str": "a", "int": "1"}
    wrong = []
    for name, path in every_address(records):
        if name in OWN or name in PUBLIC or path.startswith("/api/"):
            continue
        for status in (client.get(path).status_code, client.post(path).status_code):
            if status != 404:
                wrong.append((name, path, status))
    assert not wrong


def test_the_program_interface_knows_no_session(inspector):
    _audit, client = inspector

    for name, path in every_address({"uuid": "1", "str": "a", "int": "1"}):
        if path.startswith("/api/") and name not in PUBLIC:
            assert client.get(path).status_code in {401, 405}, path


def test_units_and_findings_by_their_own_addresses_are_missing(inspector, world):
    audit, client = inspector
    finding = found_in(audit)
    for name, record in (
        ("audit", audit),
        ("finding", finding),
        ("guests", audit),
        ("admit", audit),
    ):
        assert client.get(reverse(f"inspections:{name}", args=[record.uuid])).status_code == 404
    assert client.get("/")["Location"] == HOME


@pytest.mark.parametrize("role", ["ward_leader", "ceo", "quality_adviser", "administrator", None])
def test_the_inspectors_pages_are_for_no_others(admitted, world, page, role):
    audit, *_rest = admitted()
    client = page(world.people[role] if role else None)

    for address in (HOME, FINDINGS, reverse("inspections:inspected_map", args=[world.ward.uuid])):
        assert client.get(address).status_code == 404
    assert audit


def test_the_database_shows_the_one_audit_and_nothing_of_other_tables(
    world, admitted, reported, now
):
    """Everything that happens in the trust lies there; a query without any limit finds the scope alone."""
    happen(world, now)
    reported(title="En annen revisjon")
    audit, guest, _word = admitted()
    protected = "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace"
    with connection.cursor() as cursor:
        cursor.execute(protected)
        names = sorted(name for (name,) in cursor.fetchall())
        seen = {}
        with scope.acting(guests.sight(guest.pk, clock.day(now))):
            for name in names:
                cursor.execute(f'SELECT count(*) FROM "{name}"')
                seen[name] = cursor.fetchone()[0]
        shown = {name: count for name, count in seen.items() if count}
        with scope.acting(guests.sight(guest.pk, clock.day(now + timedelta(days=21)))):
            cursor.execute("SELECT count(*) FROM inspections_audit")
            assert cursor.fetchone() == (0,)
    assert shown == {
        "access_guest": 1,
        "inspections_audit": 1,
        "inspections_auditunit": 1,
        "inspections_document": 1,
        "inspections_finding": 1,
        "trail_seal": 1,  # digests alone, for all who prove the trail
    }
    assert audit


def test_their_actions_are_those_of_the_findings_alone(admitted, ward_leader, plan, as_person, now):
    audit, guest, _word = admitted()
    with as_person(ward_leader):
        finding = found_in(audit)
        due = clock.after(now, days=60)
        acts.answer_finding(
            finding=finding, answer="Vi retter.", meet_due=due, by=ward_leader, now=now
        )
        acts.act_on_finding(finding=finding, plan=plan, by=ward_leader, now=now)
    with scope.acting(guests.sight(guest.pk, clock.day(now))):
        (deeds,) = queries.deeds_of().values()
        assert [one.title for one in deeds] == [plan.title]
        assert not Action.objects.exists()


# Who lets them in


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("quality_adviser", 200),
        ("ward_leader", 404),
        ("ceo", 200),
        ("nurse", 404),
        ("other_leader", 404),
    ],
)
def test_the_contact_and_the_keepers_let_in(reported, world, page, role, status):
    audit = reported()
    for name in ("guests", "admit", "give"):
        answer = page(world.people[role]).get(reverse(f"inspections:{name}", args=[audit.uuid]))
        assert answer.status_code == status, name


def test_let_in_on_the_page(reported, page, quality_adviser, inside):
    audit, client = reported(), page(quality_adviser)
    address = reverse("inspections:admit", args=[audit.uuid])
    given = {"name": "Kari Tilsyn", "organisation": "Statsforvalteren", "email": "kari@example.org"}
    days = {"opens_on": "2026-11-16", "covers_from": "2026-01-01", "covers_to": "2026-11-16"}
    given["letters"] = ["6d", "9a"]
    long = filled_in(client, address, **given, **days, until="2027-11-16")
    done = filled_in(client, address, **given, **days, until="2026-11-30")

    assert says(long, "høyst et halvt år")
    assert done.status_code == 302
    shown = client.get(done["Location"])
    (word,) = re.findall(r"/innsyn/inn/([\w-]+)/", shown.content.decode())
    assert says(client.get(done["Location"]), "Kari Tilsyn", "kari@example.org")
    assert word not in client.get(done["Location"]).content.decode(), "the address is shown once"
    assert inside(word).get(HOME).status_code == 200


@pytest.mark.parametrize("days", [(-3, -1), (5, 4), (0, 181)])
def test_days_that_do_not_fit(admitted, now, days):
    opens, until = (clock.day(now) + timedelta(days=one) for one in days)
    with pytest.raises(GuestRefused):
        admitted(opens_on=opens, until=until)


def test_a_paper_is_put_with_it(reported, admitted, page, inside, quality_adviser):
    audit, _guest, word = admitted()
    file = SimpleUploadedFile("rutine æøå.pdf", PDF, "application/pdf")
    address = reverse("inspections:give", args=[audit.uuid])
    done = filled_in(page(quality_adviser), address, document=file, dated_on="2026-11-01")

    assert done.status_code == 302
    assert says(page(quality_adviser).get(done["Location"]), "rutine æøå.pdf")
    assert says(inside(word).get(HOME), "rutine æøå.pdf")


def test_who_sees_who_is_let_in(admitted, ward_leader, nurse, world, as_person):
    audit, guest, _word = admitted()
    with as_person(ward_leader):
        assert guests_of("audit", audit.pk) == [guest]
    for stranger in (nurse, world.people["outsider_ceo"]):
        with as_person(stranger):
            assert not guests_of("audit", audit.pk)
    assert Unit.objects.exists()


def test_what_the_inspectors_pages_ask(inspector, world, now):
    _audit, client = inspector
    keep_the_maps(now)
    counted = {
        HOME: 10,
        FINDINGS: 10,
        reverse("inspections:inspected_map", args=[world.ward.uuid]): 12,
    }
    wrong = {
        at: asked(client, at) for at, most in counted.items() if len(asked(client, at)) != most
    }
    assert not wrong, "\n".join(f"{at} {len(one)}\n{shortened(one)}" for at, one in wrong.items())


PACK = reverse("inspections:inspected_pack")


def files_of(answer):
    with zipfile.ZipFile(io.BytesIO(answer.content)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def test_the_pack_holds_what_the_pages_show_with_the_checksum_of_each(inspector, world, now):
    _audit, client = inspector
    keep_the_maps(now)
    answer = client.get(PACK)
    files = files_of(answer)

    assert set(files) == {"innsyn.pdf", "vedlegg/01-rapport.pdf", "SHA256SUMS"}
    assert files["vedlegg/01-rapport.pdf"] == PDF
    for line in files.pop("SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ")
        assert sha256(files[name]).hexdigest() == digest
    assert client.get(PACK).content == answer.content


def test_the_pack_holds_nothing_else(
    inspector, reported, found, world, now, monkeypatch, stopped_clock
):
    """Of another audit, another unit's map, and what is told to nobody outside: not a word."""
    _audit, client = inspector
    reported(found(title="Et annet funn", unit=world.ward), title="En annen revisjon")
    happen(world, now)
    keep_the_maps(now)
    drawn = []
    monkeypatch.setattr(inspected_pack, "pdf", lambda paper: drawn.append(paper) or b"%PDF-1.7")
    assert files_of(client.get(PACK)).keys() == {
        "innsyn.pdf",
        "vedlegg/01-rapport.pdf",
        "SHA256SUMS",
    }
    (paper,) = drawn
    titles = [section.heading for section in paper.sections]
    whole = str(paper)

    assert titles == [
        "Det som undersøkes",
        "Forskriftskart for Indremedisinsk avdeling",
        "Forskriftskart for Sengepost 1A",
        "Forskriftskart for Sengepost 1B",
        "Funn og tiltak",
        "Vedlegg og kontrollsummer",
    ]
    assert "Dobbeltkontroll føres ikke" in whole
    for other in ("Et annet funn", "En annen revisjon", SECRET):
        assert other not in whole


@pytest.mark.parametrize("role", ["quality_adviser", "ceo", "nurse", None])
def test_nobody_else_opens_the_pack(page, world, admitted, role):
    admitted()

    assert page(*([world.people[role]] if role else [])).get(PACK).status_code == 404
