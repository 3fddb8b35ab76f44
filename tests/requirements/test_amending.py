"""Announced words become the law on their day, by themselves, where the act is in the register."""

from datetime import datetime

import pytest

from styrk.core import clock
from styrk.core.clock import OSLO
from styrk.duties.models import Duty
from styrk.requirements import queries, statutes
from styrk.requirements.imports import SourceFile, import_law
from styrk.requirements.jobs import make_new_words_current as sweep
from styrk.requirements.models import Edition, Requirement, Succession
from styrk.requirements.types import REACT
from tests.counting import shortened
from tests.requirements.lovdata.samples import JSON, MELDEORDNING, XML, needs_files, section
from tests.requirements.test_import_laws import LAW, act, file, prove

pytestmark = pytest.mark.django_db

NOTE = "Endres ved lov 20 juni 2025 nr. 74 (i kraft 1 februar 2027)."
BEFORE = datetime(2027, 1, 31, 3, 0, tzinfo=OSLO)
AFTER = datetime(2027, 2, 1, 3, 0, tzinfo=OSLO)


@pytest.fixture
def take(now):
    def take(*files, at=now, **facts):
        report = import_law(files, by=None, now=at, dry_run=False, **facts)
        assert report.errors == []
        return report

    return take


def words(ref="§ 1 første ledd"):
    newest = queries.edition_called(LAW)
    return Requirement.objects.get(edition=newest, ref=ref)


@pytest.fixture
def announced(take, ceo):
    """A law under change, and the act that changes it, taken in before the day."""
    take(prove(section("§ 1", "Alle skal prøve.", endringer=[NOTE])), owner=ceo)
    take(act("1", "Alle kan prøve."))


def test_the_old_words_hold_until_the_day(announced):
    sweep(BEFORE)

    assert Edition.objects.filter(source__code=LAW).count() == 1
    assert statutes.standing_on(words(), clock.day(BEFORE)).text == "Alle skal prøve."


def test_on_the_day_the_new_words_are_the_law_and_the_owner_is_asked_to_look(announced, ceo):
    sweep(AFTER)

    edition = queries.edition_called(LAW)
    assert (edition.label, edition.state) == ("2027-02-01", "published")
    told = statutes.standing_on(words(), clock.day(AFTER))
    assert (told.text, told.is_current) == ("Alle kan prøve.", True)
    assert words().extra["wording_from"] == "lov/2025-06-20-74"
    assert Succession.objects.filter(new__edition=edition, fate="changed").exists()
    assert Duty.objects.filter(kind=REACT, subject_uuid=edition.uuid, person=ceo).exists()


def test_the_next_night_there_is_nothing_more_to_do(announced, django_assert_max_num_queries):
    for night in (AFTER, AFTER.replace(day=2)):
        sweep(night)
    assert Edition.objects.filter(source__code=LAW).count() == 2

    with django_assert_max_num_queries(8) as asked:
        sweep(AFTER.replace(day=3))
    assert not [one for one in asked if "INSERT" in one["sql"]], shortened(asked)


def test_without_the_act_the_section_says_that_its_words_are_elsewhere(take):
    take(prove(section("§ 1", "Alle skal prøve.", endringer=[NOTE])))
    sweep(AFTER)

    assert Edition.objects.count() == 1
    assert statutes.standing_on(words(), clock.day(AFTER)).text == ""


def test_a_part_in_doubt_is_left_and_the_rest_of_the_law_renewed(take):
    take(
        prove(
            section("§ 1", "Alle skal prøve.", endringer=[NOTE]),
            section("§ 2", "Gratis for barn mv. Andre betaler.", endringer=[NOTE]),
        )
    )
    both = act("1", "Alle kan prøve.").data.decode()
    doubtful = (
        f'<article class="change" data-change-part="{LAW}/§2/ledd/1/setning/1">'
        '<article class="defaultP">Skal lyde:</article><article class="legalP">Ny.</article></article>'
    )
    mark = f'data-document="{LAW}">'
    take(file(both.replace(mark, mark + doubtful).encode(), "lov.xml"))
    sweep(AFTER)

    assert words().text == "Alle kan prøve."
    second = words("§ 2 første ledd")
    assert second.text == "Gratis for barn mv. Andre betaler."
    assert not statutes.standing_on(second, clock.day(AFTER)).is_current


@needs_files
def test_the_real_act_makes_its_words_the_law_on_the_first_of_july(take):
    june = datetime(2026, 6, 1, 3, 0, tzinfo=OSLO)
    files = [path for path in JSON + XML if path.stem in ("lov-1999-07-02-61", MELDEORDNING)]
    for path in files:
        take(SourceFile(path.name, path.read_bytes()), at=june)
    sweep(june)
    assert Edition.objects.filter(source__code="lov/1999-07-02-61").count() == 1
    sweep(datetime(2026, 7, 1, 3, 0, tzinfo=OSLO))

    newest = queries.edition_called("lov/1999-07-02-61")
    assert newest.label.startswith("2026-07-01")
    told = Requirement.objects.get(edition=newest, ref="§ 3-3 a første ledd")
    assert "senest innen fem virkedager" in told.text
