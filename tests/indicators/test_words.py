"""What the charts find is said so that anyone understands it."""

import re
from datetime import date

import pytest
from django.utils import translation

from styrk.indicators import words
from styrk.indicators.spc import (
    Assurance,
    Cause,
    Direction,
    Judgement,
    Kind,
    control_charts,
    points,
)
from styrk.indicators.spc.advice import Data, Reason, advise
from styrk.indicators.spc.effect import Caution, Verdict, effect
from styrk.ui.charts import Rhythm

MONTHS = [date(2023 + m // 12, m % 12 + 1, 1) for m in range(24)]
CALM = [10, 12, 9, 11, 10, 13, 8, 11, 9, 12, 10, 11, 12, 9, 10, 12, 8, 11, 13, 9, 10, 12, 11, 10]
BEFORE = [20.0, 22, 19, 21, 20, 23, 18, 21, 19, 22, 20, 21]
AFTER = [12.0, 11, 13, 12, 10, 12]
JARGON = re.compile(
    r"sigma|signifikan|p-verdi|overdispersjon|autokorrelasjon|standardavvik|konfidens|null-?hypotese",
    re.IGNORECASE,
)


def said(values, rhythm=Rhythm.MONTH, kind=Kind.I, **how) -> list[str]:
    moments = MONTHS[: len(values)]
    return words.signals(control_charts(kind, points(values, **how)), 0, moments, rhythm)


def test_nothing_is_said_calmly():
    assert said(CALM) == [
        "De nyeste tallene svinger som de pleier. Ingenting tyder på en endring nå."
    ]


def test_one_point_outside_is_named():
    values = [40 if n == 23 else v for n, v in enumerate(CALM)]

    assert said(values) == [
        "des. 24 er høyere enn tilfeldigheter kan forklare. Finn ut hva som skjedde."
    ]


def test_several_are_counted_and_the_excluded_are_not():
    values = [40 if n in {5, 15} else v for n, v in enumerate(CALM)]

    assert any(one.startswith("Tidligere: 2 tall var så høye") for one in said(values))
    assert said(values, exclude=[6, 16]) == [words.nothing_stands_out()]


@pytest.mark.parametrize(
    ("rhythm", "periods"),
    [(Rhythm.MONTH, "månedene"), (Rhythm.TERTIAL, "tertialene"), (Rhythm.WEEK, "ukene")],
)
def test_a_run_that_lasts_is_told_with_its_periods(rhythm, periods):
    values = [10, 12] * 7 + [20] * 10

    assert said(values, rhythm, Kind.RUN) == [
        f"De siste 10 {periods} ligger alle over midtlinja: noe har endret seg."
    ]


def test_a_run_with_holes_is_told_in_figures():
    values = [10, 12] * 7 + [20] * 5 + [None] + [20] * 4

    assert "De siste 9 tallene" in said(values, Rhythm.MONTH, Kind.RUN)[0]


def test_a_run_that_is_over_is_told_as_past():
    values = [20] * 10 + [10, 12] * 7

    assert said(values, kind=Kind.RUN)[1].startswith("Tidligere: 10 tall på rad lå over midtlinja")


def test_few_crossings_are_told_with_what_was_expected():
    values = ([20] * 4 + [10] * 4) * 3

    assert said(values, kind=Kind.RUN) == [
        "Tallene krysser midtlinja bare 5 ganger, og vi ventet minst 8. De svinger ikke tilfeldig rundt den."
    ]


def test_only_the_newest_part_is_told():
    values = [40 if n == 5 else v for n, v in enumerate(CALM)]

    assert said(values, splits=[12]) == [words.nothing_stands_out()]


def test_too_few_points_is_said_plainly():
    assert said(CALM[:8]) == ["Det trengs 4 punkter til før vi kan si noe sikkert."]
    assert words.too_few(11, 12) == "Det trengs ett punkt til før vi kan si noe sikkert."


def test_variation_says_way_and_worth():
    assert words.variation(Judgement.IMPROVEMENT, Cause.BELOW_LIMIT).startswith("Bedring: lavere")
    assert words.variation(Judgement.CONCERN, Cause.RISING).startswith("Bekymring: høyere")
    assert words.variation(Judgement.NEUTRAL_LOW, Cause.FALLING) == "Endring: lavere enn vanlig."
    assert words.variation(Judgement.COMMON, Cause.COMMON).startswith("Som vanlig")


def test_assurance_says_what_to_expect():
    assert words.assurance(Assurance.NONE) == ""
    assert words.assurance(Assurance.FAIL).endswith("Noe må gjøres annerledes.")


def test_advice_tells_every_reason_with_its_figure():
    advice = advise(Data.COUNT, [0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0])

    told = words.advised(advice)

    assert (
        told[0] == "Forslag: C-diagram: antall hendelser når mulighetene er like mange hver gang."
    )
    assert (
        "79\u00a0% av tallene er null. Da sier avstanden mellom hendelsene mer enn antallet."
        in told
    )
    assert any(one.startswith("Det er bare 0,3 hendelser") for one in told)
    assert told[-1].startswith("Vurder heller: G-diagram")
    assert len(told) == len(advice.reasons) + 2


def test_an_improvement_is_told_with_its_size_and_certainty():
    told = words.effect(effect([*BEFORE, *AFTER], 12, Direction.DECREASE), 1, "fall")

    assert told[0] == "Bedring: tallene er sikkert bedre enn før tiltaket."
    assert told[1].startswith("Vanlig nivå gikk fra 20,5 til 12,0\u00a0fall. Endringen er −9,0")
    assert "95\u00a0% sikkerhet mellom −" in told[1]


def test_too_early_says_how_many_are_needed_and_nothing_of_size():
    told = words.effect(effect([*BEFORE, *AFTER[:2]], 12, Direction.DECREASE))

    assert told == ["For tidlig: det trengs 4 punkter til før vi kan si om det hjalp."]


def test_without_a_baseline_it_says_so():
    told = words.effect(effect([*BEFORE[:3], *AFTER], 3, Direction.DECREASE))

    assert told[0].startswith("Vi kan ikke si om det hjalp. Det er bare 3 tall fra før tiltaket")


def test_cautions_are_told():
    told = words.effect(effect([*BEFORE[:7], *AFTER], 7, Direction.DECREASE))

    assert words.caution(Caution.SHORT_BASELINE) in told


def test_ranking_says_how_much_is_chance():
    assert (
        words.expected_by_chance(240, 0.05) == "Av 240 serier ville vi ventet 12 tilfeldige utslag."
    )
    assert words.expected_by_chance(20, 0.05) == "Av 20 serier ville vi ventet 1 tilfeldig utslag."
    assert words.ranked(0, 1240, 0.1).startswith("Ingen av 1\u202f240 serier")
    assert "høyst 10\u00a0% av dem" in words.ranked(7, 240, 0.1)


def test_proposals_ask_and_never_decide():
    on = date(2025, 3, 1)
    for propose in (words.proposed_split, words.proposed_freeze, words.proposed_exclusion):
        assert "mars 25" in propose(on, Rhythm.MONTH)
    assert "?" in words.proposed_split(on, Rhythm.MONTH)
    assert "du kan" in words.proposed_exclusion(
        on, Rhythm.MONTH
    ) or "kan du" in words.proposed_exclusion(on, Rhythm.MONTH)


def everything() -> list[str]:
    on, month = date(2025, 3, 1), Rhythm.MONTH
    found = effect([*BEFORE, *AFTER], 12, Direction.DECREASE)
    return [
        *(words.cause(one) for one in Cause),
        *(words.variation(j, c) for j in Judgement for c in (Cause.RISING, Cause.FALLING)),
        *(words.assurance(one) for one in Assurance if one),
        *(words.chart_name(one) for one in Kind),
        *(words.reason(one, 14.0) for one in Reason),
        *(words.short_verdict(one) for one in Verdict),
        *(words.caution(one) for one in Caution),
        *(
            words.long_run(9, rhythm, over=over, newest=newest)
            for rhythm in Rhythm
            for over in (True, False)
            for newest in (True, False)
        ),
        *words.effect(found),
        words.few_crossings(4, 8),
        words.outside(on, month, over=True),
        words.outside(on, month, over=False),
        words.several_outside(3),
        words.nothing_stands_out(),
        words.too_few(3, 12),
        words.proposed_split(on, month),
        words.proposed_freeze(on, month),
        words.proposed_exclusion(on, month),
        words.expected_by_chance(240, 0.05),
        words.ranked(0, 240, 0.1),
        words.ranked(2, 240, 0.1),
    ]


def test_no_sentence_needs_a_dictionary():
    assert [one for one in everything() if JARGON.search(one)] == []
    assert [one for one in everything() if "%(" in one or "%%" in one] == []


def test_sentences_are_short():
    parts = [part for one in everything() for part in re.split(r"(?<=[.:?!]) ", one)]

    assert [part for part in parts if len(part.split()) > 20] == []


@pytest.mark.parametrize("language", ["nn", "en"])
def test_every_sentence_is_said_in_the_other_languages(language):
    at_home = everything()
    with translation.override(language):
        abroad = everything()

    alike = {a for a, b in zip(at_home, abroad, strict=True) if a == b}
    assert alike == ({"Endring", "Forverring"} if language == "nn" else set())
