"""The region's demands in the demo, lived through the commands: issued, placed, made known."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby, product
from random import Random

from styrk.core import clock, scope
from styrk.demo import year
from styrk.demo.agenda import Year
from styrk.demo.mandate import file, owner
from styrk.demo.mandate.annual import answer_for, tell_annual
from styrk.demo.mandate.asked import REGION, Asked
from styrk.demo.mandate.file import Document, Told
from styrk.demo.mandate.line import Line
from styrk.demo.mandate.regulation import issue_forskrift
from styrk.demo.people import World
from styrk.organisation.models import Person
from styrk.requirements import commands
from styrk.requirements.models import Announcement, Edition, Succession
from styrk.requirements.states import SourceKind

# The people have their posts from the day the world begins; what is dated before is entered then.
FIRST = timedelta(days=year.DAYS + 37)
BETWEEN_EDITIONS = timedelta(days=24)
# So old the newest documents are at least, that there is something to see of what became of them.
MANDATE_AGE, SUPPLEMENT_AGE = 125, 45
DAYS_TO_ANSWER = 28
TRIED = ("HF-VID",)
OF_OWNER = (SourceKind.OWNER_LETTER, SourceKind.MINUTES)


def settle_mandate(world: World, random: Random, now: datetime) -> None:
    """Let the written demands come to the trusts through the year before `now`, and down the line."""
    with scope.acting(scope.NOBODY):
        life = Life(Year(world, random, now, lambda: None))
        life.issue_all()
        life.year.live()


@dataclass
class Life(Line):
    """The demands on their way, each act by the leader of the unit it is at."""

    editions: dict[str, Edition] = field(default_factory=dict)

    def issue_all(self) -> None:
        """Last year's edition and this year's, and the supplement, each on its day."""
        now = self.year.end
        self.issue_of_owner()
        this = file.newest(file.written()["mandate"]["dated"], now, MANDATE_AGE)
        of = file.newest(file.written()["supplement"]["dated"], now, SUPPLEMENT_AGE)
        before = self._on(file.last_year(this - 1))
        after = max(self._on(file.this_year(this)), before + BETWEEN_EDITIONS)
        self.issue(file.last_year(this - 1), before, past=True)
        self.issue(file.this_year(this), after)
        supplement = file.supplement(of)
        self.issue(supplement, self._on(supplement))
        self.announce(file.this_year(this), after)
        issue_forskrift(self, before + timedelta(days=3))
        if before.year < this:
            # What is placed first in the new year was not asked in the old.
            for code in TRIED:
                answer_for(self, code, this - 1, after - timedelta(days=1))
            tell_annual(self, this - 1, after)

    def issue_of_owner(self) -> None:
        """What the owner asks of the region comes first: last year's, this year's, and from a meeting."""
        now = self.year.end
        this = file.newest(owner.written()["letter"]["dated"], now, MANDATE_AGE)
        of = file.newest(owner.written()["minutes"]["dated"], now, SUPPLEMENT_AGE)
        before = self._on(owner.last_year(this - 1))
        after = max(self._on(owner.this_year(this)), before + BETWEEN_EDITIONS)
        self.issue(owner.last_year(this - 1), before, past=True)
        self.issue(owner.this_year(this), after)
        self.issue(owner.minutes(of), self._on(owner.minutes(of)))
        if before.year < this:
            answer_for(self, REGION, this - 1, after - timedelta(days=1), owner.said())

    def _on(self, document: Document) -> datetime:
        return max(clock.start_of(document.dated), self.year.end - FIRST)

    def issue(self, document: Document, when: datetime, *, past: bool = False) -> None:
        """The document is taken in, what became of the one before is decided, and it is placed."""
        key = f"{document.head['code']} {document.year}"

        def receive(leader: Person, now: datetime) -> None:
            receipt = commands.receive_edition(
                received=document.received(),
                unit=self.year.world.units[REGION],
                owner=leader,
                by=leader,
                now=now,
            )
            self.editions[key] = receipt.edition

        self.at(when, REGION, receive)
        self.at(
            when + timedelta(days=1), REGION, lambda by, now: review(self.editions[key], by, now)
        )
        self.at(
            when + timedelta(days=2),
            REGION,
            lambda by, now: self.place(document, self.editions[key], by, now, past=past),
        )

    def place(
        self, document: Document, edition: Edition, by: Person, now: datetime, *, past: bool
    ) -> None:
        """Lay the points at the trusts, those that go to the same ones together."""
        rows = {one.ref: one for one in edition.requirements.select_related("edition__source")}
        codes_of = asked_of(document, past=past)
        for codes, points in groupby(sorted(document.points, key=codes_of), codes_of):
            tolds = list(points) if codes else []
            commands.place_by_rule(
                requirements=[rows[told["point"]] for told in tolds],
                units=[self.year.world.units[code] for code in codes],
                rule=document.head["rule"],
                answer_due=clock.after(now, days=DAYS_TO_ANSWER),
                by=by,
                now=now,
            )
            for told, code in product(tolds, codes):
                Asked(self, document, rows[told["point"]], told, code, past).begin(now)

    def announce(self, document: Document, when: datetime) -> None:
        """The trust makes the mandate known to its leaders, and most of them open it."""
        key = f"{document.head['code']} {document.year}"
        for told in file.written()["announcement"]:

            def tell(leader: Person, now: datetime, told: Told = told) -> None:
                announcement = commands.make_known(
                    edition=self.editions[key],
                    unit=self.year.world.units[told["unit"]],
                    roles=told["roles"],
                    text=told["text"],
                    by=leader,
                    now=now,
                )
                self._see(announcement, told["seen"], now)

            self.at(when + timedelta(days=told["after"]), told["unit"], tell)

    def _see(self, announcement: Announcement, share: float, now: datetime) -> None:
        told = announcement.told.select_related("person").order_by("pk")
        for one in told:
            if self.year.random.random() < share:
                seen = now + timedelta(hours=self.year.random.randrange(1, 90))
                commands.mark_seen(announcement=announcement, person=one.person, now=seen)


def asked_of(document: Document, *, past: bool) -> Callable[[Told], tuple[str, ...]]:
    """The owner asks the region, and the region its trusts."""
    if document.head["kind"] in OF_OWNER:
        return owner.placed_at
    return tried_at if past else file.placed_at


def tried_at(told: Told) -> tuple[str, ...]:
    """Last year one trust tried the register, with its targets and what was to be finished."""
    was_tried = told.get("kind") == "target" or ("kind" in told and "last" not in told)
    return TRIED if was_tried else ()


def review(edition: Edition, by: Person, now: datetime) -> None:
    """The owner of the source decides what became of each point of the edition before."""
    if edition.follows is None:
        return
    commands.accept_unchanged(edition=edition, by=by, now=now)
    waiting = Succession.objects.filter(old__edition=edition.follows, reviewed_at__isnull=True)
    for one in waiting.select_related("old__edition", "new__edition__source").order_by("pk"):
        commands.review_succession(succession=one, fate=one.fate, new=one.new, by=by, now=now)
