"""Surveys of patients' experience: read in with a preview, corrected, shown, counted, and asked for in § 8 d."""

from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from styrk.core import scope
from styrk.core.asking import ask
from styrk.feedback import commands, counted
from styrk.feedback.evidence import (
    overview_of_voices,
    read_judged,
    read_with_surveys,
    voices_are_judged,
)
from styrk.feedback.models import SurveyScore
from styrk.feedback.refusals import TooFewAnswers
from styrk.feedback.types import Round, Score
from styrk.indicators.models import Indicator
from styrk.regulation.types import Question, Status
from tests.clients import yes_to

ADDRESS = "/stemmer/undersokelser/les-inn/"
HEAD = "enhet;undersøkelse;fra;til;område;skår;svar;tema\n"
ROWS = (
    "f.med.1.a;PasOpp;2025-01-01;2025-06-30;Informasjon;70;40;\n"
    "f.med.1.a;PasOpp;2026-01-01;30.06.2026;Informasjon;72,4;60;\n"
    "f.med.1.a;PasOpp;2026-01-01;2026-06-30;Legene;81.0;20;meeting\n"
)


def file(text):
    return {"uploads": SimpleUploadedFile("pasopp.csv", text.encode(), "text/csv")}


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


@pytest.fixture
def read_in(world, ward_leader, now):
    def read_in(year=2026, score="72.4", area="Informasjon", answers=60, theme="information"):
        of = Round(world.ward, "PasOpp", date(year, 1, 1), date(year, 6, 30))
        scores = [Score(area, theme, Decimal(score), answers)]
        commands.record_survey(of=of, scores=scores, by=ward_leader, now=now)

    return read_in


def test_a_file_is_seen_taken_in_once_and_corrected(page, ward_leader):
    leader = page(ward_leader)
    for text, stands in ((ROWS, 3), (ROWS, 3), (ROWS.replace("72,4", "75"), 3)):
        shown = leader.get(leader.post(ADDRESS, file(HEAD + text))["Location"])
        if 'name="stand"' in shown.content.decode():
            leader.post(ADDRESS, yes_to(shown))
        assert SurveyScore.objects.count() == stands
    assert SurveyScore.objects.get(last_on="2026-06-30", area="Informasjon").score == 75
    assert SurveyScore.objects.get(area="Legene").theme == "meeting"

    themes = leader.get("/stemmer/temaer/")
    assert says(themes, "Undersøkelser", "75,0", "70,0", "PasOpp", "30. juni 2026")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("f.med.1.b;PasOpp;2026-01-01;2026-06-30;Legene;80;20;\n", "du svarer ikke for den"),
        ("f.med.1.a;PasOpp;2026-01-01;2026-06-30;Legene;101;20;\n", "fra 0 til 100"),
        ("f.med.1.a;PasOpp;2026-01-01;2026-06-30;Legene;NaN;20;\n", "fra 0 til 100"),
        ("f.med.1.a;PasOpp;2026-01-01;2026-06-30;Legene;80;4;\n", "Færre enn 5 har svart"),
        ("f.med.1.a;PasOpp;2026-01-01;2026-06-30;Legene;80;²;\n", "hvor mange som har svart"),
        ("f.med.1.a;PasOpp;2026-06-30;2026-01-01;Legene;80;20;\n", "kan ikke være før"),
        ("f.med.1.a;PasOpp;2026-01-01;2027-06-30;Legene;80;20;\n", "ikke kommet ennå"),
        ("f.med.1.a;;2026-01-01;2026-06-30;Legene;80;20;\n", "mellom ett og"),
        ("f.med.1.a;PasOpp;2026-01-01;2026-06-30;Legene;80;20;rart\n", "Temaet er ikke på lista"),
        (2 * "f.med.1.a;PasOpp;2026-01-01;2026-06-30;Legene;80;20;\n", "flere ganger"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_nothing_is_taken_in(page, ward_leader, row, said):
    leader = page(ward_leader)
    sent = leader.post(ADDRESS, file(HEAD + ROWS + row))
    shown = leader.get(sent["Location"]) if sent.status_code == 302 else sent

    assert says(shown, said, "Ingenting er lest inn")
    assert not SurveyScore.objects.exists()


def test_of_few_nothing_is_kept(read_in, world, ward_leader, now):
    with pytest.raises(TooFewAnswers):
        read_in(answers=4)
    few = {"unit": world.ward, "trust": world.trust, "survey": "PasOpp", "area": "Legene"}
    days = {"first_on": date(2026, 1, 1), "last_on": date(2026, 6, 30)}
    with pytest.raises(IntegrityError, match="feedback_score_of_many"), transaction.atomic():
        SurveyScore.objects.create(**few, **days, score=80, answers=4, at=now, by=ward_leader)


def test_only_who_answers_for_the_unit_reads_in(page, nurse, ward_leader):
    assert page(nurse).get(ADDRESS).status_code == 404
    assert says(page(ward_leader).get(ADDRESS), "Les inn brukererfaringer", "Mal å fylle ut")
    mal = page(ward_leader).get("/stemmer/undersokelser/mal/")
    assert mal.content.decode("utf-8-sig").startswith(HEAD.strip())


def test_it_is_an_indicator_of_its_theme(read_in, world, tell, now, as_person, ward_leader):
    read_in()
    read_in(area="Legene", score="80", answers=20)
    read_in(area="Mat", score="10", answers=20, theme="premises")
    indicator = Indicator(unit=world.trust)
    year = date(2026, 1, 1), date(2026, 12, 31)

    (one,) = counted.COUNTED["feedback_survey_information"](indicator, *year)
    assert one.unit_id == world.ward.pk
    assert one.numerator / one.denominator == (Decimal("72.4") * 60 + 80 * 20) / 80
    assert not list(counted.COUNTED["feedback_survey_waiting"](indicator, *year))

    voice = tell(received_on=date(2026, 11, 10))
    with as_person(ward_leader):
        commands.take_voice(voice=voice, by=ward_leader, now=now)
        commands.answer_voice(voice=voice, answer="Beklager.", by=ward_leader, now=now)
    with scope.acting(scope.SYSTEM):
        (days,) = counted.COUNTED["feedback_answer_days"](indicator, *year)
    assert (days.unit_id, days.numerator, days.denominator) == (world.ward.pk, 6, 1)


def test_a_survey_read_in_after_the_judgement_waits_for_one(
    read_in, tell, world, ward_leader, now, as_person
):
    ward, on = world.ward, now.date()
    question = Question(ward.pk, ward.code, ward.path, on, on)
    assert overview_of_voices(question, ask(read_with_surveys(question))).status == Status.NOT_SHOWN

    read_in()
    found = overview_of_voices(question, ask(read_with_surveys(question)))
    assert (found.status, found.data[-1].value) == (Status.PARTLY, 1)

    commands.judge_voices(
        unit=ward,
        first_on=date(2026, 1, 1),
        last_on=on,
        voices=0,
        good="Ro",
        better="Venting",
        by=ward_leader,
        now=now,
    )
    assert voices_are_judged(question, ask(read_judged(question))).status == Status.SHOWN
    SurveyScore.objects.update(at=now.replace(day=now.day + 1))
    later = voices_are_judged(question, ask(read_judged(question)))
    assert later.status == Status.PARTLY
    assert "er ikke vurdert ennå" in later.explanation
