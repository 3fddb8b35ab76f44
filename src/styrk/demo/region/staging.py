"""What has been decided, a part at a time, in tables of this transaction's own."""

from collections.abc import Iterable, Iterator

from styrk.demo import world_files
from styrk.demo.region.loading import Loader
from styrk.demo.region.shapes import Case, Deed, Question
from styrk.demo.world_files import Story
from styrk.incidents.commands.report import title_of
from styrk.incidents.states import WITHOUT_HARM

# What is said by the hand of nobody in particular.
LEARNED = "Tiltakene er gjennomført, og effekten er vurdert."
TABLES = """
    CREATE TEMP TABLE tale (
        story int, kind text, harm_actual text, harm_possible text, immediate text, causes text[],
        found text, persons text, decision text, asked text, answer text) ON COMMIT DROP;
    CREATE TEMP TABLE wording (story int, nth int, title text, words text) ON COMMIT DROP;
    CREATE TEMP TABLE told (
        nth int, title text, change text, sign text, level text, reason text) ON COMMIT DROP;
    CREATE TEMP TABLE thanks (nth int, words text) ON COMMIT DROP;
    CREATE TEMP TABLE happening (
        id bigint, uuid uuid, submission uuid, story int, wording int, more int, place text,
        unit bigint, trust bigint, responsible bigint, reporter bigint, leader bigint,
        recused bigint, happened int, reported int, taken int, confirmed boolean, examined int,
        decided int, concluded int, state text, thanks int) ON COMMIT DROP;
    CREATE TEMP TABLE deed (
        id bigint, uuid uuid, incident bigint, told int, follows bigint, unit bigint, trust bigint,
        owner bigint, decider bigint, raised int, due int, review int, done int, put_off int, early int,
        judged int, state text, effect text) ON COMMIT DROP;
    CREATE TEMP TABLE question (
        id bigint, uuid uuid, incident bigint, unit bigint, leader bigint, asked int, answered int)
        ON COMMIT DROP;
    CREATE TEMP TABLE act (
        incident bigint, nth int, act text, at timestamptz, person bigint, note text,
        for_reporter boolean, detail jsonb, said text) ON COMMIT DROP;
    CREATE TEMP TABLE move (
        action bigint, nth int, act text, at timestamptz, person bigint, note text, detail jsonb,
        said text) ON COMMIT DROP;
"""
HAPPENING = (
    "id uuid submission story wording more place unit trust responsible reporter leader recused "
    "happened reported taken confirmed examined decided concluded state thanks"
)
DEED = (
    "id uuid incident told follows unit trust owner decider raised due review done put_off early "
    "judged state effect"
)
QUESTION = "id uuid incident unit leader asked answered"


def prepare(loader: Loader) -> None:
    """The tables, and in them the words that everything is told with."""
    loader.run(TABLES)
    stories = world_files.stories()
    loader.copy(
        "tale",
        "story kind harm_actual harm_possible immediate causes found persons decision asked answer",
        (_tale(nth, story) for nth, story in enumerate(stories)),
    )
    loader.copy("wording", "story nth title words", _wordings(stories))
    loader.copy(
        "told",
        "nth title change sign level reason",
        (
            (nth, told.title, told.change, told.sign, told.level, told.reason)
            for nth, told in enumerate(world_files.actions().values())
        ),
    )
    loader.copy("thanks", "nth words", enumerate(world_files.voices()["thanks"]))


def stage(loader: Loader, cases: list[Case]) -> None:
    """Replace what was staged by these."""
    loader.run("TRUNCATE happening, deed, question, act, move")
    loader.copy("happening", HAPPENING, map(_happening, cases))
    loader.copy("deed", DEED, _deeds(cases))
    loader.copy("question", QUESTION, _questions(cases))
    loader.run("ANALYZE happening, deed, question")


def _tale(nth: int, story: Story) -> tuple[object, ...]:
    harmless = story.kind in WITHOUT_HARM
    voices = world_files.voices()
    none_needed = voices["no_action_reasons"][nth % len(voices["no_action_reasons"])]
    answer = voices["statement_answers"][nth % len(voices["statement_answers"])]
    return (
        nth,
        story.kind,
        "" if harmless else story.harm_actual,
        "" if harmless else story.harm_possible,
        story.immediate,
        list(story.causes),
        story.found,
        story.persons,
        story.decision or none_needed,
        story.asked,
        story.answer or answer,
    )


def _wordings(stories: Iterable[Story]) -> Iterator[tuple[int, int, str, str]]:
    for number, story in enumerate(stories):
        for nth, words in enumerate(story.texts):
            yield number, nth, title_of(words), words


def _happening(case: Case) -> tuple[object, ...]:
    return (
        case.id,
        case.uuid,
        case.submission,
        case.story,
        case.text,
        case.more,
        case.place,
        case.unit,
        case.trust,
        case.responsible,
        case.reporter,
        case.leader,
        case.recused,
        case.happened,
        case.reported,
        case.taken,
        case.confirmed,
        case.examined,
        case.decided,
        case.concluded,
        case.state,
        case.thanks,
    )


def _deeds(cases: Iterable[Case]) -> Iterator[tuple[object, ...]]:
    return (_deed(deed) for case in cases for deed in case.deeds)


def _deed(deed: Deed) -> tuple[object, ...]:
    return (
        deed.id,
        deed.uuid,
        deed.case,
        deed.told,
        deed.follows,
        deed.unit,
        deed.trust,
        deed.owner,
        deed.by,
        deed.raised,
        deed.due,
        deed.review,
        deed.done,
        deed.put_off,
        deed.early,
        deed.judged,
        deed.state,
        deed.effect,
    )


def _questions(cases: Iterable[Case]) -> Iterator[tuple[object, ...]]:
    return (_question(case.question) for case in cases if case.question)


def _question(one: Question) -> tuple[object, ...]:
    return one.id, one.uuid, one.case, one.unit, one.leader, one.asked, one.answered
