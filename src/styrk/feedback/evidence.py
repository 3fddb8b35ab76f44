"""How §§ 6 g, 7 e and 8 d are evidenced by what is told us, what came of it, and what we make of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core.asking import Ask
from styrk.core.tallies import Span
from styrk.feedback.tally import figures
from styrk.feedback.types import DAYS_TO_ANSWER
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.addresses import address_of
from styrk.ui.words import filled, spoken_day

YEAR = timedelta(days=364)
# National surveys come every year or every second year.
SURVEYED_WITHIN = timedelta(days=2 * 365)
# Per cent of what is old enough to be answered.
WAITING = Threshold(
    10,
    gettext_lazy("Noe tar lengre tid, men blir mer enn ett av ti liggende, er det ingen oversikt."),
)
# Per cent of what asks for something, and that we are done with.
USED = Threshold(
    10,
    gettext_lazy(
        "Ikke alt skal føre til endring, men fører mindre enn ett av ti til noe, blir det ikke brukt."
    ),
)
JUDGED = Threshold(
    365,
    gettext_lazy(
        "Styringssystemet gjennomgås minst en gang i året, og dette er en del av det (§ 8 f)."
    ),
)


def read(question: Question) -> Ask[dict[str, int]]:
    """All numbers that the rules of §§ 6 g and 7 e build on."""
    since, old = question.on - YEAR, question.on - timedelta(days=DAYS_TO_ANSWER.value)
    until = question.on + timedelta(days=1)
    counts = ("received", "complaints", "experiences", "suggestions", "good", "heard", "used")
    return figures(
        question.path,
        {
            **{name: Span(name, since, until) for name in counts},
            "old": Span("received", since, old),
            "late": Span("waiting", since, old),
        },
    )


SURVEYS = """
    SELECT n.*, (SELECT count(DISTINCT (s.unit_id, s.survey, s.last_on))
                 FROM feedback_surveyscore s JOIN organisation_unit u ON u.id = s.unit_id
                 WHERE starts_with(u.path, %s) AND s.last_on BETWEEN %s AND %s)
    FROM ({numbers}) n
"""
# A council hears for a unit and all below it, and what it says is used there too.
HEARD = """
    SELECT n.*, h.heard, h.answered
    FROM ({numbers}) n, (
        SELECT count(*) AS heard, count(*) FILTER (WHERE h.state = 'answered') AS answered
        FROM feedback_hearing h JOIN organisation_unit u ON u.id = h.unit_id
        WHERE (starts_with(u.path, %s) OR starts_with(%s, u.path))
            AND h.said_on BETWEEN %s AND %s) h
"""


def read_with_surveys(question: Question) -> Ask[dict[str, int]]:
    """And how many surveys of patients' experience there are of the units."""
    facts = (question.path, question.on - SURVEYED_WITHIN, question.on)
    numbers = read(question)
    return Ask(
        SURVEYS.format(numbers=numbers.sql),
        [*facts, *numbers.facts],
        lambda *row: numbers.row(*row[:-1]) | {"surveys": row[-1]},
    )


def read_with_council(question: Question) -> Ask[dict[str, int]]:
    """And how often the users' council was heard on it, and answered."""
    facts = (question.path, question.path, question.on - YEAR, question.on)
    numbers = read(question)
    return Ask(
        HEARD.format(numbers=numbers.sql),
        [*numbers.facts, *facts],
        lambda *row: numbers.row(*row[:-2]) | {"councils": row[-2], "replies": row[-1]},
    )


def overview_of_voices(question: Question, found: dict[str, int]) -> Answer:
    """§ 6 g: complaints and experiences are gathered, and do not lie unread."""
    data = (
        _datum(question, _("Stemmer siste tolv måneder"), found["received"]),
        _datum(question, _("Av dem klager"), found["complaints"], slag="complaint"),
        _datum(question, _("Av dem erfaringer"), found["experiences"], slag="experience"),
        _datum(question, _("Av dem forslag"), found["suggestions"], slag="suggestion"),
        _datum(question, _("Av dem noe som var bra"), found["good"], slag="good"),
        Datum(_("Uten svar eller vurdering etter en måned"), found["late"], question.on),
        Datum(
            _("Undersøkelser av brukererfaringer siste to år"),
            found["surveys"],
            question.on,
            _themes_of(question),
        ),
    )
    if not found["received"] and found["surveys"]:
        text = _(
            "Brukererfaringer er samlet i undersøkelser, men ingen klager eller erfaringer ellers."
        )
        return Answer(Status.PARTLY, text, data)
    if not found["received"]:
        text = _("Ingen klager eller erfaringer er samlet de siste tolv månedene.")
        return Answer(Status.NOT_SHOWN, text, data)
    text = ngettext(
        "%(received)s klage, erfaring eller forslag siste tolv måneder. %(late)s ligger uten svar etter en måned.",
        "%(received)s klager, erfaringer og forslag siste tolv måneder. %(late)s ligger uten svar etter en måned.",
        found["received"],
    )
    kept = 100 * found["late"] <= WAITING.value * max(found["old"], 1)
    said = filled(text, received=found["received"], late=found["late"])
    return Answer(Status.SHOWN if kept else Status.PARTLY, said, data)


def experience_is_used(question: Question, found: dict[str, int]) -> Answer:
    """§ 7 e: of what asks for something, how much led to an action or a change."""
    data = (
        _datum(
            question,
            _("Klager, erfaringer og forslag vi er ferdige med"),
            found["heard"],
            vis="heard",
        ),
        _datum(question, _("Av dem førte til tiltak eller endring"), found["used"], vis="used"),
        Datum(
            _("Ganger brukerutvalget har uttalt seg"), found["councils"], question.on, _council()
        ),
        Datum(_("Av dem har de fått svar"), found["replies"], question.on, _council()),
    )
    if not found["heard"] and found["replies"]:
        text = _(
            "Brukerutvalget er hørt og har fått svar, men ingen klager, erfaringer eller forslag er"
            " ferdig behandlet de siste tolv månedene."
        )
        return Answer(Status.PARTLY, text, data)
    if not found["heard"]:
        text = _(
            "Ingen klager, erfaringer eller forslag er ferdig behandlet de siste tolv månedene."
        )
        return Answer(Status.NOT_SHOWN, text, data)
    share = 100 * found["used"] // found["heard"]
    text = _("%(used)s av %(heard)s førte til et tiltak eller en endring (%(share)s\u00a0%%).")
    used = Status.PARTLY if found["used"] else Status.NOT_SHOWN
    return Answer(
        Status.SHOWN if share >= USED.value else used,
        filled(text, used=found["used"], heard=found["heard"], share=share),
        data,
    )


@dataclass(frozen=True)
class Judged:
    """When the unit itself last judged, of how many voices; and how many units below have, in a year."""

    on: date | None
    voices: int
    below: int
    surveyed_on: date | None


LAST = """
    SELECT (SELECT (j.at AT TIME ZONE 'Europe/Oslo')::date FROM feedback_judgement j
            WHERE j.unit_id = %(unit)s ORDER BY j.id DESC LIMIT 1),
           (SELECT j.voices FROM feedback_judgement j
            WHERE j.unit_id = %(unit)s ORDER BY j.id DESC LIMIT 1),
           (SELECT count(DISTINCT j.unit_id) FROM feedback_judgement j
            JOIN organisation_unit u ON u.id = j.unit_id
            WHERE starts_with(u.path, %(path)s) AND j.unit_id <> %(unit)s AND j.at >= %(since)s),
           (SELECT max((s.at AT TIME ZONE 'Europe/Oslo')::date) FROM feedback_surveyscore s
            WHERE s.unit_id = %(unit)s)
"""


def read_judged(question: Question) -> Ask[Judged]:
    since = question.on - timedelta(days=JUDGED.value)
    facts = {"unit": question.unit_id, "path": question.path, "since": since}
    return Ask(LAST, facts, lambda on, voices, *more: Judged(on, voices or 0, *more))


def voices_are_judged(question: Question, found: Judged) -> Answer:
    """§ 8 d: somebody has said, with a day, what the unit makes of what it was told."""
    url = _themes_of(question)
    data = (
        Datum(_("Stemmer i den siste vurderingen"), found.voices, found.on or question.on, url),
        Datum(_("Enheter under som har vurdert siste år"), found.below, question.on),
    )
    if found.on is None:
        return Answer(Status.NOT_SHOWN, _("Enheten har ikke vurdert det den er fortalt."), data)
    text = filled(
        ngettext(
            "Enheten vurderte det den er fortalt (%(voices)s stemme) %(day)s.",
            "Enheten vurderte det den er fortalt (%(voices)s stemmer) %(day)s.",
            found.voices,
        ),
        voices=found.voices,
        day=spoken_day(found.on),
    )
    young = (question.on - found.on).days <= JUDGED.value
    if young and found.surveyed_on and found.surveyed_on > found.on:
        more = _("Resultater av en undersøkelse, lest inn %(day)s, er ikke vurdert ennå.")
        text = f"{text} {filled(more, day=spoken_day(found.surveyed_on))}"
        return Answer(Status.PARTLY, text, data)
    return Answer(Status.SHOWN if young else Status.NOT_SHOWN, text, data)


def _themes_of(question: Question) -> str:
    return f"{address_of('feedback:themes')}?{urlencode({'enhet': question.code})}"


def _council() -> str:
    return address_of("feedback:council")


def _datum(question: Question, what: str, number: int, **limits: str) -> Datum:
    """A number, and the list of those that it counts, for those who see them."""
    days = {"enhet": question.code, "fra": f"{question.on - YEAR}", "til": f"{question.on}"}
    url = f"{address_of('feedback:voices')}?{urlencode(days | limits)}"
    return Datum(what, number, question.on, url)


CLAIMS = [
    Claim(
        Letter.G6,
        format_lazy(
            gettext_lazy(
                "Klager og erfaringer er samlet de siste tolv månedene, og høyst {share} % ligger uten"
                " svar eller vurdering etter {days} dager. {why}"
            ),
            share=WAITING.value,
            days=DAYS_TO_ANSWER.value,
            why=WAITING.why,
        ),
        read_with_surveys,
        overview_of_voices,
    ),
    Claim(
        Letter.E7,
        format_lazy(
            gettext_lazy(
                "Minst {share} % av klagene, erfaringene og forslagene som er ferdig behandlet de siste"
                " tolv månedene, førte til et tiltak eller en endring. {why}"
            ),
            share=USED.value,
            why=USED.why,
        ),
        read_with_council,
        experience_is_used,
    ),
    Claim(
        Letter.D8,
        format_lazy(
            gettext_lazy(
                "Enheten har vurdert det den er fortalt, med navn og dag, de siste {days} dagene. {why}"
            ),
            days=JUDGED.value,
            why=JUDGED.why,
        ),
        read_judged,
        voices_are_judged,
    ),
]
