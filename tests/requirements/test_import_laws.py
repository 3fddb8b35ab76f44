"""Laws are taken in whole, once; what is announced is told, and new words come with the act."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.core import clock
from styrk.demo.mandate.regulation import forskrift
from styrk.duties.models import Duty
from styrk.regulation.letters import LETTERS
from styrk.requirements import commands, queries, statutes
from styrk.requirements.imports import SourceFile, import_law
from styrk.requirements.lovdata.reading import read
from styrk.requirements.models import Edition, Requirement, Source, Succession
from tests.requirements.lovdata.samples import (
    JSON,
    LEDELSE,
    XML,
    law_json,
    law_xml,
    needs_files,
    section,
)

LAW = "lov/2020-01-02-3"
ACT = "lov/2025-06-20-74"
NOTE = "Endres ved lov 20 juni 2025 nr. 74 (i kraft 1 juli 2026)."


def file(data, name="prøve.json"):
    return SourceFile(name, data)


def prove(*sections, changed="2024-01-01", **meta):
    dated = {"ikrafttredelse": "2020-02-01", "sist-endret-ikrafttredelse": changed}
    return file(law_json(*sections, **dated | meta))


def act(section_ref, text):
    change = (
        f'<article class="change" data-change-part="{LAW}/§{section_ref}">'
        f'<article class="defaultP">§ {section_ref} skal lyde:</article>'
        f'<article class="futureLegalArticle" data-name="§{section_ref}">'
        f'<span class="legalArticleHeader"><span class="legalArticleValue">§ {section_ref}</span></span>'
        f'<article class="legalP">{text}</article></article></article>'
    )
    body = f'<article class="document-change" data-document="{LAW}">{change}</article>'
    return file(
        law_xml(
            f'<article class="legalArticle" data-name="§1"><span class="legalArticleHeader"><span class="legalArticleValue">I</span></span><article class="legalP">{text}</article></article>{body}',
            ACT,
        ),
        "lov.xml",
    )


@pytest.fixture
def take(db, now):
    """`take(*files, dry_run=False, at=now)`: the report."""

    def take(*files, dry_run=False, at=now, **facts):
        return import_law(files, by=None, now=at, dry_run=dry_run, **facts)

    return take


def row(ref, code=LAW):
    newest = queries.edition_called(code)
    return Requirement.objects.get(edition=newest, ref=ref)


def test_a_law_is_a_source_with_an_edition_of_the_day_it_was_changed(take):
    report = take(
        prove(section("§ 1", "Alle skal prøve.", ("Prøven er:", ["skriftlig", "muntlig"])))
    )

    edition = queries.edition_called(LAW)
    assert (report.applied, report.errors) == (True, [])
    assert (edition.label, edition.state, edition.source.kind) == ("2024-01-01", "published", "law")
    assert edition.source.title == "Lov om prøver"
    found = edition.requirements.order_by("position")
    assert [(one.point, one.kind) for one in found] == [
        ("§ 1", ""),
        ("§ 1 første ledd", "standing"),
        ("§ 1 andre ledd", ""),
        ("§ 1 andre ledd punkt 1", "standing"),
        ("§ 1 andre ledd punkt 2", "standing"),
    ]
    assert found[3].parent == found[2]
    assert found[2].parent == found[0]


def test_a_rehearsal_leaves_nothing(take):
    report = take(prove(section("§ 1", "Alle skal prøve.")), dry_run=True)

    assert (report.applied, report.editions[0].new) == (False, 2)
    assert not Source.objects.exists()
    assert not Requirement.objects.exists()


def test_again_it_is_the_same(take, now):
    files = [prove(section("§ 1", "Alle skal prøve."))]
    take(*files)
    report = take(*files, at=now + timedelta(days=40))

    assert (report.applied, report.is_empty) == (False, True)
    assert Edition.objects.count() == 1


def test_with_only_the_notes_of_earlier_changes_it_is_the_same(take, now):
    """As the demo's forskrift is, which has no such notes, and the file of Lovdata's."""
    take(prove(section("§ 1", "Alle skal prøve.")))
    note = "Endret ved lov 4 feb 2020 nr. 9 (i kraft 1 mars 2020)."
    report = take(prove(section("§ 1", "Alle skal prøve.", endringer=[note])))

    assert (report.is_empty, report.outcome()) == (
        True,
        "Alt er likt fra før. Ingenting er endret.",
    )
    assert Edition.objects.count() == 1


@needs_files
def test_the_forskrift_of_the_demo_is_the_one_in_the_file(take, now):
    commands.receive_edition(received=forskrift(now), by=None, now=now)
    path = next(one for one in JSON if one.stem == LEDELSE)

    assert take(file(path.read_bytes(), path.name)).is_empty


def test_a_later_reading_follows_and_tells_what_became_of_the_first(take):
    take(prove(section("§ 1", "Alle skal prøve."), section("§ 2", "Prøven er gratis.")))
    report = take(
        prove(
            section("§ 1", "Alle skal prøve."),
            section("§ 2", "Prøven er gratis for barn."),
            section("§ 3", "Ingen får se svarene til noen andre."),
            changed="2025-01-01",
        )
    )

    told = report.editions[0]
    assert (told.same, told.changed, told.gone, told.new) == (3, 1, 0, 2)
    changed = Succession.objects.get(fate="changed")
    assert (changed.old.text, changed.new.text) == (
        "Prøven er gratis.",
        "Prøven er gratis for barn.",
    )


def test_an_older_reading_is_refused_and_nothing_is_taken_in(take):
    take(prove(section("§ 1", "Alle skal prøve."), changed="2025-01-01"))
    report = take(prove(section("§ 1", "Alle bør prøve."), changed="2024-01-01"))

    assert [line.message for line in report.errors] == [
        "Utgaven «2024-01-01» av «Lov om prøver» er eldre enn «2025-01-01», som er lest inn fra før."
    ]
    assert Edition.objects.count() == 1


def test_a_new_announcement_is_a_new_reading_of_the_same_words(take):
    take(prove(section("§ 1", "Alle skal prøve.")))
    report = take(prove(section("§ 1", "Alle skal prøve.", endringer=[NOTE])))

    assert report.editions[0].edition == "2024-01-01, lest 2026-11-16"
    assert report.editions[0].same == 2


def test_words_under_change_are_not_the_law_and_are_not_placed(take, world, ceo, now):
    take(prove(section("§ 1", "Alle skal prøve.", endringer=[NOTE]), section("§ 2", "Fritt.")))
    ledd = row("§ 1 første ledd")

    assert statutes.standing_on(ledd, clock.day(now)).text == ""
    with pytest.raises(commands.NotARequirement):
        commands.place_requirement(
            requirement=ledd, units=[world.trust], answer_due=clock.day(now), by=ceo, now=now
        )
    assert commands.place_requirement(
        requirement=row("§ 2 første ledd"),
        units=[world.trust],
        answer_due=clock.day(now),
        by=ceo,
        now=now,
    )


def test_repealed_words_ask_for_nothing(take, world, ceo, now):
    take(prove(section("§ 1", tittel="(Opphevet)"), section("§ 2", "Fritt.")))
    old = row("§ 1")

    assert old.repealed
    assert not Requirement.objects.filter(repealed=True).exclude(kind="").exists()
    with pytest.raises(commands.NotARequirement):
        commands.place_requirement(
            requirement=old, units=[world.trust], answer_due=clock.day(now), by=ceo, now=now
        )


@pytest.mark.parametrize("order", ["together", "act first", "act last"])
def test_an_act_gives_its_words_in_any_order(take, order):
    law, change = (
        prove(section("§ 1", "Alle skal prøve.", endringer=[NOTE])),
        act("1", "Ingen må prøve."),
    )
    files = {
        "together": [[law, change]],
        "act first": [[change], [law]],
        "act last": [[law], [change]],
    }
    for batch in files[order]:
        assert take(*batch).errors == []

    newest = queries.edition_called(LAW)
    assert newest.label == "2026-07-01"
    assert row("§ 1 første ledd").text == "Ingen må prøve."
    assert take(law).is_empty
    assert take(change).is_empty


def test_an_act_that_is_not_in_force_waits(take, now):
    early = now - timedelta(days=200)
    law, change = (
        prove(section("§ 1", "Alle skal prøve.", endringer=[NOTE])),
        act("1", "Ingen må prøve."),
    )
    take(law, change, at=early)
    assert row("§ 1 første ledd").text == "Alle skal prøve."

    take(law)

    assert row("§ 1 første ledd").text == "Ingen må prøve."
    assert queries.edition_called(LAW).follows.label == "2024-01-01"


def test_whoever_follows_the_law_is_asked_to_see_what_changed(take, ceo, now):
    take(prove(section("§ 1", "Alle skal prøve.")), owner=ceo)
    take(prove(section("§ 1", "Ingen må prøve."), changed="2025-01-01"))
    duty = Duty.objects.get(kind="requirement.react")
    edition = queries.edition_called(LAW)

    assert (duty.person, duty.subject_uuid, duty.settled_at) == (ceo, edition.uuid, None)

    commands.accept_unchanged(edition=edition, by=ceo, now=now)
    found = Succession.objects.get(fate="changed")
    commands.review_succession(succession=found, fate="changed", new=found.new, by=ceo, now=now)

    duty.refresh_from_db()
    assert duty.settled_at == now


def test_one_bad_file_stops_all(take):
    report = take(prove(section("§ 1", "Alle skal prøve.")), file(b"%PDF-1.7", "annet.pdf"))

    assert [line.file for line in report.errors] == ["annet.pdf"]
    assert not Source.objects.exists()


def test_a_name_that_no_index_holds_is_refused(take):
    long = "§ " + "9" * 3000
    report = take(prove(section(long, "Alle skal prøve.")))

    assert report.refused
    assert not Source.objects.exists()


def count(take, *files):
    with CaptureQueriesContext(connection) as captured:
        take(*files)
    return len(captured)


def test_many_sections_ask_no_more_than_few(take):
    count(take, prove(section("§ 1", "Først"), refid="lov/2020-01-02-9"))
    few = [section(f"§ {n}", f"Prøve {n}") for n in range(1, 3)]
    many = [section(f"§ {n}", f"Prøve {n}") for n in range(1, 200)]
    first = count(take, prove(*few)), count(take, prove(*many, refid="lov/2020-01-02-4"))
    later = (
        count(take, prove(*few[:1], section("§ 9", "Ny"), changed="2025-01-01")),
        count(
            take,
            prove(
                *many[:-1], section("§ 900", "Ny"), refid="lov/2020-01-02-4", changed="2025-01-01"
            ),
        ),
    )

    assert first == (23, 23)
    assert later == (28, 28)


def files_of(paths):
    return [SourceFile(path.name, path.read_bytes()) for path in paths]


@needs_files
def test_all_the_statute_files_are_taken_in_and_again_nothing_changes(take):
    files = files_of(JSON + XML)
    report = take(*files)

    assert (report.errors, len(report.editions), Source.objects.count()) == ([], 36, 36)
    read_as = sum(len(read(one.data, one.name).law.provisions) for one in files)
    # The meldeordning's act gives two ledd more than the sections had.
    assert Requirement.objects.count() == read_as + 2 == 7911
    assert row("§ 3-3 a første ledd", "lov/1999-07-02-61").text.startswith("Virksomheter som er")
    assert not Requirement.objects.filter(repealed=True).exclude(kind="").exists()
    again = take(*reversed(files))
    assert (again.is_empty, Edition.objects.count()) == (True, 36)


@needs_files
def test_the_forskrift_has_its_21_letters(take):
    take(*files_of([path for path in JSON if path.stem == LEDELSE]))
    found = Requirement.objects.exclude(letters=[]).order_by("position")

    assert [one.letters for one in found] == [[letter.value] for letter in LETTERS]
    assert len(found) == 21
    assert {(one.kind, one.children.count()) for one in found} == {("standing", 0)}
    assert found[0].point == "§ 6 a"


@needs_files
@pytest.mark.parametrize("path", JSON + XML, ids=lambda path: path.stem)
def test_a_law_comes_back_from_the_rows_as_it_was_read(db, now, path):
    law = read(path.read_bytes(), path.name).law
    commands.receive_edition(received=statutes.received(law, clock.day(now)), by=None, now=now)
    edition = queries.edition_called(law.refid)

    assert statutes.as_law(edition, queries.rows_of(edition)) == law
