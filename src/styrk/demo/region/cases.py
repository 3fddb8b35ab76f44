"""What happens in the region: each report, how far it is followed, and what it leads to.

Only decides; the writing is done by the database. Moments are whole seconds since 1970, because
there are millions of them.
"""

import heapq
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate, count
from random import Random

from styrk.core import clock
from styrk.demo import world_files
from styrk.demo.region import identifiers
from styrk.demo.region.settling import WORKPLACES, Place, Region
from styrk.demo.region.shapes import DAY, Case, Deed, Pace, Question, Report
from styrk.demo.world_files import Story, Told
from styrk.demo.year import MONTHS

DAYS = 5 * 365
HOURS = (*range(7, 22), *range(7, 22), *range(24))
NIGHT = (23, 0, 1, 2, 3, 4, 5)
# How many incidents lead to an action, and to two.
ONE_ACTION, TWO_ACTIONS = 0.23, 0.03
LONGEST_WAIT_TO_REVIEW = 80
ROOMS = 400
# Nobody else has told of it, so that a search for one rare word has the same few answers in a
# small region as in a large one.
RARE = "glassmonteren"
# The one clinic where what is open is the same however large the region is, so that its pages are.
FOREGROUND = "V-MED"
FOREGROUND_CASES = 400
FOREGROUND_DAYS = 120


class Events:
    """The region's reports in the order they come, followed up to `now`."""

    def __init__(self, region: Region, random: Random, incidents: int, now: datetime) -> None:
        self.region = region
        self.random = random
        self.incidents = incidents
        self.now = int(now.timestamp())
        self.today = clock.day(now)
        self.stories = world_files.stories()
        self.told = list(world_files.actions().values())
        self.order = {told.id: nth for nth, told in enumerate(self.told)}
        self.where = [_places(region, story) for story in self.stories]
        self.by_tag = _by_tag(region)
        self.by_id = {place.id: place for place in region.places.values()}
        self.quiet = {place.id for place in region.below(FOREGROUND)}
        self.months = {month: self._weights(month) for month in range(1, 13)}
        self.case_ids, self.deed_ids, self.question_ids = count(1), count(1), count(1)

    def cases(self) -> Iterator[Case]:
        """Each case, numbered in the order of reporting."""
        ahead = min(FOREGROUND_CASES, self.incidents // 3)
        near = sorted(self._foreground(ahead), key=lambda report: report.reported)
        far = self._background(self.incidents - ahead)
        behind, foreground = self.random, Random(self.random.random())  # noqa: S311
        for report in heapq.merge(near, far, key=lambda report: report.reported):
            # Drawn apart, so that what becomes of them does not depend on how many others there are.
            self.random = foreground if report.foreground else behind
            case = self._follow(report)
            self.random = behind
            yield case

    def _weights(self, month: int) -> list[float]:
        """How likely each story is in a month, added up."""
        return list(
            accumulate(
                story.weight if places and month in MONTHS.get(story.season, (month,)) else 0
                for story, places in zip(self.stories, self.where, strict=True)
            )
        )

    def _background(self, number: int) -> Iterator[Report]:
        """The same number each day for five years, all over the region."""
        for nth in range(DAYS):
            day = self.today - timedelta(days=DAYS - nth)
            start = int(clock.start_of(day).timestamp())
            wanted = (nth + 1) * number // DAYS - nth * number // DAYS
            moments = sorted(self._moment(start) for _ in range(wanted))
            weights = self.months[day.month]
            drawn = self.random.choices(range(len(self.stories)), cum_weights=weights, k=wanted)
            for reported, story in zip(moments, drawn, strict=True):
                place = self.random.choice(self.where[story])
                yield Report(reported, place, story, self.random.choice(place.staff))

    def _moment(self, start: int) -> int:
        hour: int = self.random.choice(HOURS)
        return start + hour * 3600 + int(self.random.random() * 3600)

    def _foreground(self, number: int) -> Iterator[Report]:
        """The last months in one clinic: the same reports whatever the region's size."""
        clinic = self.region.places[FOREGROUND]
        ward = self.region.places["V-M1"]
        wards = [p for p in self.region.below(FOREGROUND) if p.facts.level in WORKPLACES]
        nurse = self.region.personas["nurse"]
        for nth in range(number):
            place = clinic if nth % 20 == 0 else ward if nth % 5 == 1 else self.random.choice(wards)
            story = self._story_for(place)
            # Closest to today first: most of what is open is new.
            back = FOREGROUND_DAYS * (nth / number) ** 2
            own = place is ward and nth % 15 == 1
            yield Report(
                self.now - int(back * DAY) - 600,
                place,
                story,
                nurse if own else self.random.choice(place.staff),
                rare=nth % 57 == 3,
                foreground=True,
            )

    def _story_for(self, place: Place) -> int:
        fitting = [nth for nth, places in enumerate(self.where) if place in places]
        chosen: int = self.random.choice(fitting or range(len(self.stories)))
        return chosen

    def _follow(self, report: Report) -> Case:
        case = self._reported(report)
        pace = self._pace(report, case)
        case.taken = self._take(case, pace)
        if case.taken is None:
            return case
        case.state, case.confirmed = "examining", self.random.random() < 0.5
        case.examined = self._examine(case.taken, pace)
        if case.examined is not None:
            self._ask(case, case.taken)
            self._improve(case, case.examined, pace)
        return case

    def _pace(self, report: Report, case: Case) -> Pace:
        if report.foreground:
            return Pace(stuck=0.12)
        return Pace(stuck=0.0015, held=case.responsible in self.quiet)

    def _reported(self, report: Report) -> Case:
        random, place = self.random, report.place
        texts = len(self.stories[report.story].texts)
        past = random.random() < 0.01 and place.parent is not None
        responsible = place.parent if past and place.parent else place
        return Case(
            id=next(self.case_ids),
            uuid=identifiers.uuid7(report.reported, random),
            submission=identifiers.uuid7(report.reported, random),
            story=report.story,
            text=random.randrange(texts),
            more=random.randrange(texts) if random.random() < 0.4 else -1,
            place=f"Ved {RARE}" if report.rare else self._room(),
            unit=place.id,
            trust=place.trust.id,
            responsible=responsible.id,
            reporter=report.reporter,
            leader=responsible.leader,
            recused=place.leader if past else None,
            happened=report.reported - 300 - int(random.random() ** 3 * 2 * DAY),
            reported=report.reported,
            thanks=random.randrange(1000),
        )

    def _room(self) -> str:
        return f"Rom {self.random.randrange(1, ROOMS)}" if self.random.random() < 0.6 else ""

    def _later(self, at: int, low: float, high: float) -> int:
        return at + int((low + self.random.random() * (high - low)) * DAY)

    def _by_now(self, at: int, pace: Pace, *, before: int) -> int | None:
        """When it is done, if it is: no later than `before` seconds ago where it must be."""
        stuck = self.random.random() < pace.stuck
        if pace.held:
            return min(at, self.now - before)
        return None if stuck or at >= self.now else at

    def _take(self, case: Case, pace: Pace) -> int | None:
        return self._by_now(self._later(case.reported, 0.05, 3.5), pace, before=300)

    def _examine(self, taken: int, pace: Pace) -> int | None:
        return self._by_now(self._later(taken, 1, 14), pace, before=240)

    def _ask(self, case: Case, taken: int) -> None:
        """Another unit is asked, where the story does so and there is such a unit in the trust."""
        story = self.stories[case.story]
        possible = self.by_tag.get((case.trust, story.asked_tag), ())
        if not (story.asked and possible and self.random.random() < 0.6):
            return
        place = self.random.choice(possible)
        if place.id == case.unit:
            return
        asked = min(self._later(taken, 0.05, 0.9), self.now - 270)
        answered = self._later(asked, 0.5, 6)
        case.question = Question(
            next(self.question_ids),
            identifiers.uuid7(asked, self.random),
            case.id,
            place.id,
            place.leader,
            asked,
            answered if answered < self.now and self.random.random() < 0.97 else None,
        )

    def _improve(self, case: Case, examined: int, pace: Pace) -> None:
        """Decide actions and follow them, or conclude because none is needed."""
        tolds = self._actions(case)
        if not tolds:
            case.concluded, case.state = examined + 120, "concluded"
            return
        case.decided, case.state = examined + 120, "improving"
        for told in tolds:
            self._deed(case, told, examined, None, pace)
        known = [deed.judged for deed in case.deeds if deed.judged is not None]
        if len(known) == len(case.deeds):
            case.concluded, case.state = max(known) + 10, "concluded"

    def _actions(self, case: Case) -> tuple[str, ...]:
        drawn = self.random.random()
        wanted = 2 if drawn < TWO_ACTIONS else 1 if drawn < TWO_ACTIONS + ONE_ACTION else 0
        return self.stories[case.story].action_ids[:wanted]

    def _deed(self, case: Case, told_id: str, raised: int, follows: int | None, pace: Pace) -> None:
        """An action and, where it did not work, the one that follows it."""
        told = self.told[self.order[told_id]]
        deed = self._planned(case, told, raised, follows)
        case.deeds.append(deed)
        deed.done = self._carry_out(deed, told, pace)
        if deed.done is None:
            return
        deed.state = "done"
        deed.wait_as_agreed(deed.done)
        deed.judged = self._judge(deed, told, deed.done, pace)
        if deed.judged is None:
            return
        deed.state, deed.effect = "finished", _effect(told, new=self.now - deed.judged < DAY)
        if deed.effect == "not_worked":
            self._deed(case, told.next, deed.judged, deed.id, pace)

    def _planned(self, case: Case, told: Told, raised: int, follows: int | None) -> Deed:
        due = raised + told.days_to_due * DAY
        wait = min(told.days_to_review, LONGEST_WAIT_TO_REVIEW)
        place = self.by_id[case.unit]
        owner = case.leader if self.random.random() < 0.65 else self.random.choice(place.staff)
        return Deed(
            id=next(self.deed_ids),
            uuid=identifiers.uuid7(raised, self.random),
            case=case.id,
            told=self.order[told.id],
            follows=follows,
            unit=case.unit,
            trust=case.trust,
            owner=owner,
            by=case.leader,
            raised=raised,
            due=due,
            review=max(due + 20 * DAY, raised + wait * DAY),
        )

    def _carry_out(self, deed: Deed, told: Told, pace: Pace) -> int | None:
        at = self._later(deed.raised, told.days_to_due * 0.4, told.days_to_due * 1.2)
        return self._by_now(at, pace, before=120)

    def _judge(self, deed: Deed, told: Told, done: int, pace: Pace) -> int | None:
        at = max(self._later(deed.review, 0, 10), done + DAY)
        if told.outcome == "too_early" and at < self.now:
            deed.early, deed.review = at, at + 60 * DAY
            at = self._later(deed.review, 0, 10)
        return self._by_now(at, pace, before=60)


def _effect(told: Told, *, new: bool) -> str:
    """What the last judgement says. Only with another action after it, and time for it, «ikke»."""
    if told.outcome == "too_early":
        return "partly"
    if told.outcome == "not_worked" and (new or not told.next):
        return "partly"
    return told.outcome


def _places(region: Region, story: Story) -> list[Place]:
    """Where the story may happen; somebody must be there to tell."""
    wanted = set(story.where)
    return [
        place
        for place in region.places.values()
        if wanted & {place.facts.level, *place.facts.tags} and place.staff
    ]


def _by_tag(region: Region) -> dict[tuple[int, str], list[Place]]:
    found: dict[tuple[int, str], list[Place]] = {}
    for place in region.places.values():
        for tag in place.facts.tags:
            found.setdefault((place.trust.id, tag), []).append(place)
    return found
