"""The pages: who sees what, one walk from draft to board, and what each asks the database."""

import re

import pytest

from styrk.review import commands, layouts
from styrk.review.models import Report
from tests.counting import asked, shortened

AT = "/rapporter/f/manedsrapport/2026-10/"
REGION = "/rapporter/r/ledelsesrapport/2026-10/"
THIRD = "/rapporter/f/tertialrapport/2026-T3/"


@pytest.fixture
def sent(measured, send, ceo):
    return send(ceo)


def test_the_list(measured, page, ceo, region_leader):
    html = page(ceo).get("/rapporter/").content.decode()
    assert "Månedsrapport oktober 2026" in html
    assert "Over fristen" in html
    assert "Tertialrapport 2. tertial 2026" in html

    html = page(region_leader).get("/rapporter/").content.decode()
    assert "Ledelsesrapport oktober 2026" in html
    assert "Enhetene under" in html


def test_what_is_sent_back_is_told_so_and_is_not_late(sent, page, ceo, region_leader, now):
    commands.send_back(report=sent.report, question="Hvorfor?", by=region_leader, now=now)
    row = page(ceo).get("/rapporter/").content.decode().split(AT)[1].split("</li>")[0]

    assert "Sendt tilbake" in row
    assert "Over fristen" not in row


@pytest.mark.parametrize(
    ("who", "draft", "version"),
    [
        ("ceo", 200, 200),
        ("quality_adviser", 200, 200),
        ("region_leader", 404, 200),
        ("board_chair", 404, 200),
        ("clinic_director", 404, 404),
        ("nurse", 404, 404),
        ("administrator", 404, 404),
        ("outsider_ceo", 404, 404),
        ("outsider", 404, 404),
        ("municipal_director", 404, 404),
    ],
)
def test_who_sees_a_draft_and_what_is_sent(
    measured, request, page, write_all, send, ceo, who, draft, version
):
    person = request.getfixturevalue(who)
    write_all(ceo)
    assert page(person).get(AT).status_code == draft
    for form in ("pdf", "docx", "xlsx", "json"):
        assert page(person).get(f"{AT}fil/{form}/").status_code == draft

    send(ceo)

    assert page(person).get(AT).status_code == version
    assert page(person).get(f"{AT}utgave/1/").status_code == version
    for form in ("pdf", "json"):
        assert page(person).get(f"{AT}utgave/1/fil/{form}/").status_code == version


def test_a_long_report_begins_with_its_contents_and_has_its_first_chapter_open(measured, page, ceo):
    html = page(ceo).get(AT).content.decode()
    sections = layouts.layout("manedsrapport").sections

    for section in sections:
        assert html.index(f'href="#{section.code}"') < html.index(f'id="{section.code}"')
    folds = re.findall(r'<details class="[^"]* st-chapter" id="([^"]+)"( open)?', html)
    assert folds == [(one.code, "" if place else " open") for place, one in enumerate(sections)]


def test_a_folded_chapter_says_what_is_in_it(measured, asked_of_trust, page, ceo):
    html = page(ceo).get(THIRD).content.decode()

    said = dict(re.findall(r'id="([a-z-]+)"[^>]*>\s*<summary>(.*?)</summary>', html, re.DOTALL))
    assert "2 krav: 1 usikkert, 1 uten status" in said["styringsmal"]
    assert "Risikobildet mangler" in said["risiko"]
    assert "Mangler tekst" in said["risiko"]
    assert "0 besluttet, 0 iverksatt, 0 uten kjent effekt" in said["tiltak"]
    assert "Mangler tekst" not in said["tiltak"]
    assert "1 indikator" in said["kvalitet"]
    assert "2 indikatorer" in said["drift"]
    assert "i feil retning" in said["oppsummering"]
    assert "0 av 2 enheter har sendt" in said["oppsummering"]


def test_units_side_by_side_are_folded_by_area(sent, page, region_leader):
    html = page(region_leader).get(f"{REGION}enhetene/").content.decode()

    folds = re.findall(
        r'id="(\w+)"( open)?>\s*<summary><h2>[^<]+</h2>\s*<span[^>]*>([^<]+)</span>', html
    )
    assert folds == [
        ("quality", " open", "1 indikator"),
        ("staffing", "", "1 indikator"),
        ("economy", "", "1 indikator"),
    ]
    for code, *_rest in folds:
        assert html.index(f'href="#{code}"') < html.index(f'id="{code}"')


def test_what_lacks_words_is_named_with_the_way_to_it(measured, page, ceo, write_all):
    html = page(ceo).get(AT).content.decode()
    missing = html.split("Dette mangler")[1].split("</ul>")[0]
    assert 'href="#oppsummering"' in missing
    assert 'href="#datagrunnlag"' not in missing

    write_all(ceo)

    assert "Dette mangler" not in page(ceo).get(AT).content.decode()


def _top(html):
    """What stands before the report itself."""
    return html.split("<h1>")[1].split('class="st-columns"')[0]


def test_what_is_sent_back_says_so_at_its_top_to_both(sent, page, ceo, region_leader, now):
    assert "Sendt tilbake" not in _top(page(region_leader).get(AT).content.decode())

    asked = commands.send_back(report=sent.report, question="Hvorfor?", by=region_leader, now=now)
    trust, above = (_top(page(one).get(AT).content.decode()) for one in (ceo, region_leader))
    for top in (trust, above):
        assert "Sendt tilbake med et spørsmål" in top
        assert "Randi Rud spør</strong> om utgave 1" in top
        assert "Hvorfor?" in top
    assert f"{AT}svar/{asked.uuid}/" in trust
    assert "svar/" not in above
    assert "Fjordheim sykehus har ikke svart ennå." in above

    commands.answer_question(report=sent.report, question=asked, answer="Fordi.", by=ceo, now=now)
    trust, above = (_top(page(one).get(AT).content.decode()) for one in (ceo, region_leader))
    assert "Fordi." in trust
    assert "Fordi." in above
    assert "Send rapporten på nytt når den er klar. Er svaret nok" in trust
    assert "Fjordheim sykehus har ikke sendt rapporten på nytt ennå." in above


def test_what_is_answered_and_sent_anew_is_no_longer_sent_back(
    sent, page, send, ceo, region_leader, now
):
    asked = commands.send_back(report=sent.report, question="Hvorfor?", by=region_leader, now=now)
    report = type(sent.report).objects.get()
    commands.answer_question(report=report, question=asked, answer="Fordi.", by=ceo, now=now)
    send(ceo, text="Nytt.", reason="Svar")

    assert "Sendt tilbake" not in _top(page(region_leader).get(AT).content.decode())


def test_what_is_answered_can_stand_as_sent(sent, page, ceo, quality_adviser, region_leader, now):
    stand = f"{AT}star-som-sendt/"
    asked = commands.send_back(report=sent.report, question="Hvorfor?", by=region_leader, now=now)
    assert stand not in page(ceo).get(AT).content.decode()
    answer = page(ceo).post(stand, follow=True)
    assert "Svar på spørsmålene før" in answer.content.decode()
    commands.answer_question(report=sent.report, question=asked, answer="Fordi.", by=ceo, now=now)
    assert stand in page(ceo).get(AT).content.decode()
    assert stand not in page(quality_adviser).get(AT).content.decode()
    assert page(quality_adviser).post(stand).status_code == 404
    assert page(region_leader).post(stand).status_code == 404

    html = page(ceo).post(stand, follow=True).content.decode()

    assert "Rapporten står som sendt" in html
    assert "Utgaven ligger fast" in html
    html = page(region_leader).get(AT).content.decode()
    assert "Sendt tilbake" not in _top(html)
    assert "Fordi." in html


def test_to_send_what_is_unchanged_says_that_it_stands(sent, page, ceo, region_leader, now):
    asked = commands.send_back(report=sent.report, question="Hvorfor?", by=region_leader, now=now)
    commands.answer_question(report=sent.report, question=asked, answer="Fordi.", by=ceo, now=now)
    seen = _seen(page(ceo).get(AT).content.decode())

    answer = page(ceo).post(f"{AT}send/", {"seen": seen, "reason": "Svar"}, follow=True)

    html = answer.content.decode()
    assert "Rapporten er lik den som er sendt, og står" in html
    assert "Utgave 2" not in html


def test_files_are_fetched_so_that_one_sees_that_they_come(sent, page, ceo):
    for address in (AT, THIRD):
        html = page(ceo).get(address).content.decode()
        links = re.findall(r'<a [^>]*href="[^"]*/fil/[^"]*"[^>]*>', html)
        assert len(links) == 4
        assert all(" download " in one for one in links)
        assert all('data-working="Setter sammen rapporten …"' in one for one in links)


def test_to_send_says_what_takes_time(measured, page, ceo, write_all):
    write_all(ceo)

    form = page(ceo).get(f"{AT}send/").content.decode().split("data-autosave")[1]
    assert 'data-working="Setter sammen rapporten …"' in form.split(">")[0]
    assert re.search(r'<input type="hidden" id="id_seen" name="seen" value="[0-9a-f]{64}">', form)
    assert "<label" not in form.split("</form>")[0]


def test_a_correction_under_way_is_not_seen_from_above(
    sent, page, region_leader, ceo, now, measured
):
    commands.correct_report(report=sent.report, by=ceo, now=now)
    commands.write_words(
        unit=sent.report.unit,
        layout="manedsrapport",
        period="2026-10",
        section="oppsummering",
        text="Under arbeid",
        by=ceo,
        now=now,
    )

    assert "Under arbeid" not in page(region_leader).get(AT).content.decode()
    assert "Under arbeid" in page(ceo).get(AT).content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/rapporter/finnes-ikke/manedsrapport/2026-10/",
        "/rapporter/f/finnes-ikke/2026-10/",
        "/rapporter/f/ledelsesrapport/2026-10/",
        "/rapporter/f/manedsrapport/2027-10/",
        "/rapporter/f/manedsrapport/2026-T1/",
        "/rapporter/f/manedsrapport/tull/",
        "/rapporter/f/manedsrapport/0000-01/",
        "/rapporter/f/manedsrapport/0001-01/",
        "/rapporter/f/manedsrapport/9999-12/",
        f"{AT}utgave/1/",
        f"{AT}utgave/999999999999999/",
        f"{AT}fil/exe/",
        f"{AT}tekst/statusbilde/",
        f"{AT}enhetene/",
        f"{AT}utgave/1/vist/",
    ],
)
def test_what_is_not_there(page, ceo, address):
    assert page(ceo).get(address).status_code == 404


def _seen(html):
    return re.search(r'send/\?lest=([0-9a-f]{64})"', html)[1]


def test_from_draft_to_board(measured, page, ceo, region_leader, quality_adviser, clinic_director):
    trust = page(ceo)
    html = trust.get(AT).content.decode()
    assert "Dette mangler" in html
    assert "Driftskostnader" in html
    for section in ("oppsummering", "kvalitet"):
        answer = trust.post(f"{AT}tekst/{section}/", {"text": "Slik er det."}, follow=True)
        assert "Teksten er lagret" in answer.content.decode()
    answer = trust.post(f"{AT}be-om/okonomi/", {"person": str(clinic_director.pk)}, follow=True)
    assert "Kristin Krogh er bedt om å skrive" in answer.content.decode()
    director = page(clinic_director)
    assert "Du er bedt om å skrive" in director.get("/rapporter/").content.decode()
    director.post(f"{AT}tekst/okonomi/", {"text": "Lønn."})

    html = trust.get(AT).content.decode()
    assert "Dette mangler" not in html
    answer = trust.post(f"{AT}send/", {"seen": _seen(html)}, follow=True)
    assert "Rapporten er sendt" in answer.content.decode()

    above = page(region_leader)
    html = above.get(f"{REGION}enhetene/").content.decode()
    assert "1 av 2 har sendt" in html
    assert "ikke sendt" in html
    assert "1\u202f000" in html
    answer = above.post(f"{AT}spor/", {"question": "Hvorfor?"}, follow=True)
    assert "Spørsmålet er sendt" in answer.content.decode()
    assert (
        "1 av 2 har sendt, 1 er sendt tilbake." in above.get(f"{REGION}enhetene/").content.decode()
    )
    gaps = above.get(REGION).content.decode().split("Dette mangler")[1].split("</ul>")[0]
    assert "Sendt tilbake med spørsmål: Fjordheim sykehus." in gaps

    html = trust.get(AT).content.decode()
    assert "Randi Rud spør" in html
    question = re.search(r'href="(\S+/svar/[^"]+)"', html)[1]
    trust.post(question, {"answer": "Fordi."})
    trust.post(f"{AT}tekst/okonomi/", {"text": "Lønn og innleie."})
    seen = _seen(trust.get(AT).content.decode())
    answer = trust.post(f"{AT}send/", {"seen": seen, "reason": "Forklart"}, follow=True)
    html = answer.content.decode()
    assert "Utgave 2" in html
    assert "Forklart" in html

    answer = trust.post(
        f"{AT}utgave/2/vist/",
        {"shown_to": "Styret", "shown_on": "2026-11-16", "basis": "Styresak 12/2026"},
        follow=True,
    )
    html = answer.content.decode()
    assert "Slik styret så den" in html
    shown = re.search(r'href="(\S+/vist/[0-9a-f-]{36}/)"', html)[1]
    assert trust.get(shown).content == trust.get(f"{AT}utgave/2/fil/pdf/").content
    answer = trust.post(f"{AT}utgave/2/tillegg/", {"text": "Rettet i juli."}, follow=True)
    assert "Tillegget er lagret" in answer.content.decode()
    assert "Rettet i juli." in trust.get(f"{AT}utgave/2/").content.decode()
    assert trust.get(shown).content == trust.get(f"{AT}utgave/2/fil/pdf/").content


def test_the_file_of_a_version_is_the_same_and_others_are_named_apart(
    sent, page, ceo, region_leader, now
):
    file, client = f"{AT}utgave/1/fil/pdf/", page(ceo)
    first = client.get(file).content
    client.post(f"{AT}utgave/1/tillegg/", {"text": "Rettet i juli."})
    client.post("/sprak/", {"language": "en", "next": "/"})

    assert client.get(file).content == first
    html = client.get(AT).content.decode()
    assert "With 1 supplement" in html
    names = {}
    for ask in ("?tillegg=1", "?sprak=en"):
        assert f"{file}{ask}" in html
        answer = client.get(f"{file}{ask}")
        names[ask] = answer.headers["Content-Disposition"].split('"')[1]
        assert answer.content != first
    assert names == {
        "?tillegg=1": "manedsrapport-f-2026-10-v1-tillegg-1.pdf",
        "?sprak=en": "manedsrapport-f-2026-10-v1-en.pdf",
    }
    for ask in ("?tillegg=2", "?tillegg=-1", "?tillegg=x", "?tillegg=01", "?sprak=se"):
        assert client.get(f"{file}{ask}").status_code == 404


def test_what_the_board_saw_is_the_file_with_what_was_added(sent, page, ceo):
    client = page(ceo)
    client.post(f"{AT}utgave/1/tillegg/", {"text": "Rettet i juli."})
    facts = {"shown_to": "Styret", "shown_on": "2026-11-16"}

    early = client.post(f"{AT}utgave/1/vist/", facts | {"shown_on": "2026-11-15"})
    assert early.status_code == 422
    assert "Utgaven ble sendt 16. nov. 2026." in early.content.decode()
    html = client.post(f"{AT}utgave/1/vist/", facts, follow=True).content.decode()

    assert "utgave 1 med tillegg" in html
    shown = client.get(re.search(r'href="(\S+/vist/[0-9a-f-]{36}/)"', html)[1])
    assert shown.content == client.get(f"{AT}utgave/1/fil/pdf/?tillegg=1").content
    assert shown.headers["Content-Disposition"].endswith('v1-tillegg-1.pdf"')


def test_sent_with_something_changed_since(measured, page, ceo, write_all):
    write_all(ceo)
    answer = page(ceo).post(f"{AT}send/", {"seen": "0" * 64})

    assert answer.status_code == 422
    assert "Les rapporten på nytt" in answer.content.decode()


def test_what_was_typed_is_not_lost_where_somebody_else_has_answered(
    sent, page, ceo, quality_adviser, region_leader, now
):
    asked = commands.send_back(report=sent.report, question="Hvorfor?", by=region_leader, now=now)
    at = f"{AT}svar/{asked.uuid}/"
    assert page(ceo).get(at).status_code == 200
    commands.answer_question(
        report=sent.report, question=asked, answer="Slik er det.", by=quality_adviser, now=now
    )

    answer = page(ceo).post(at, {"answer": "Vi mangler folk på natt."})

    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Noen har svart allerede" in html
    assert "Vi mangler folk på natt." in html
    assert "Vi mangler folk på natt." in page(ceo).get(at).content.decode()


def test_only_the_leader_sends(measured, page, quality_adviser, write_all):
    write_all(quality_adviser)

    assert "Send rapporten" not in page(quality_adviser).get(AT).content.decode()
    assert page(quality_adviser).get(f"{AT}send/").status_code == 404


def test_a_deputy_of_the_line_below_does_not_write(sent, page, ceo, clinic_director, outsider_ceo):
    for person in (clinic_director, outsider_ceo):
        for act in ("tekst/oppsummering/", "be-om/okonomi/", "send/", "spor/", "utgave/1/vist/"):
            assert page(person).get(f"{AT}{act}").status_code == 404
        assert page(person).post(f"{AT}rett/").status_code == 404


def test_corrected_and_left(sent, page, ceo):
    answer = page(ceo).post(f"{AT}rett/", follow=True)
    assert "Rapporten er åpnet" in answer.content.decode()
    answer = page(ceo).post(f"{AT}la-sta/", follow=True)
    assert "står slik den ble sendt" in answer.content.decode()
    answer = page(ceo).post(f"{AT}la-sta/", follow=True)
    assert "Noen har gjort dette allerede" in answer.content.decode()


def test_text_that_identifies_is_stopped(measured, page, ceo):
    answer = page(ceo).post(f"{AT}tekst/oppsummering/", {"text": "Ring 99887766"})

    assert answer.status_code == 422
    assert not Report.objects.exists()


def test_hostile_text_is_text(measured, send, page, ceo):
    send(ceo, text="<script>alert(1)</script> & 7")

    html = page(ceo).get(AT).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; 7" in html


def test_from_a_duty_to_its_report(measured, page, ceo, nurse, clinic_director, world, now):
    report = commands.begin_report(
        unit=world.trust, layout="manedsrapport", period="2026-10", by=ceo, now=now
    )
    words = commands.ask_for_section(
        unit=world.trust,
        layout="manedsrapport",
        period="2026-10",
        section="okonomi",
        person=clinic_director,
        by=ceo,
        now=now,
    )

    assert page(ceo).get(f"/rapporter/til/{report.uuid}/").headers["Location"] == AT
    there = page(clinic_director).get(f"/rapporter/til/{words.uuid}/")
    assert there.headers["Location"] == f"{AT}tekst/okonomi/"
    assert page(nurse).get(f"/rapporter/til/{report.uuid}/").status_code == 404
    assert "Skriv og send" in page(ceo).get("/min-side/").content.decode()


def test_a_wrong_file_is_said_and_nothing_is_lost(page, ceo, settings, tmp_path):
    (tmp_path / "min.toml").write_text('code = "x"\nfarge = 1\n')
    settings.REPORTS = str(tmp_path)

    answer = page(ceo).get("/rapporter/")

    assert answer.status_code == 503
    assert "min.toml: «farge»" in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "address", "most"),
    [
        ("ceo", "/rapporter/", 12),
        ("ceo", AT, 10),
        ("region_leader", AT, 10),
        ("region_leader", REGION, 10),
        ("region_leader", f"{REGION}enhetene/", 10),
        ("ceo", "/rapporter/f/tertialrapport/2026-T2/", 11),
    ],
)
def test_what_a_page_asks(sent, client_of, request, who, address, most):
    client = client_of(request.getfixturevalue(who))

    questions = asked(client, address)

    assert len(questions) <= most, shortened(questions)


def test_what_a_tertial_with_answered_requirements_asks(
    sent, asked_of_trust, client_of, page, ceo, send
):
    assert "Vi mangler folk." in page(ceo).get(THIRD).content.decode()

    questions = asked(client_of(ceo), THIRD)

    assert len(questions) <= 12, shortened(questions)


def test_the_same_number_whatever_is_below(
    sent, send, client_of, region_leader, outsider_ceo, world
):
    client = client_of(region_leader)
    one = len(asked(client, f"{REGION}enhetene/"))
    send(outsider_ceo, unit=world.their_trust)

    assert len(asked(client, f"{REGION}enhetene/")) == one
