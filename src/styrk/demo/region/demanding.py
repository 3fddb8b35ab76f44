"""One of the owner's demands in the region: at every trust, in four hundred units, with two thousand actions."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import chain, islice, zip_longest
from random import Random

from styrk.core import clock
from styrk.demo.region import identifiers
from styrk.demo.region.loading import Loader, Row
from styrk.demo.region.measuring import KEEPER
from styrk.demo.region.settling import WORKPLACES, Place, Region

# The source by which the bench finds it.
SOURCE = "obd-helse-fjell"
UNITS, ACTIONS = 400, 2000
PLACED, DECIDED, DONE, JUDGED = (timedelta(days=days) for days in (270, 240, 180, 60))
WORDS = "Ventetiden i somatikken skal ned til 61 dager i snitt."
TITLE = "Fast gjennomgang av ventelista hver mandag"
CHANGE = "Ingen blir stående uten time"
SIGN = "Pasienter uten time etter fire uker"
REASON = "Lista er kortere enn før, og ingen har ventet uten time den siste måneden."
PUBLISHED = """
    UPDATE requirements_edition SET state = 'published', published_at = %(at)s, digest = %(digest)s
"""
DEEDS = """
    CREATE TEMP TABLE asked (action bigint, placement bigint, uuid uuid) ON COMMIT DROP
"""
CARRIED_OUT = """
    INSERT INTO actions_action (
        id, uuid, trust_id, unit_id, origin, title, change, sign, level, owner_id, due, review_on,
        state, effect, raised_at, raised_by_id, done_at, done_by_id)
    SELECT a.action, a.uuid, p.trust_id, p.unit_id, 'requirement', %(title)s, %(change)s, %(sign)s,
           'routine', p.owner_id, %(done)s::date, %(judged)s::date, 'finished', 'worked',
           %(decided)s, p.owner_id, %(done)s, p.owner_id
    FROM asked a JOIN requirements_placement p ON p.id = a.placement
"""
REVIEWED = """
    INSERT INTO actions_effectreview (action_id, effect, reason, at, by_id)
    SELECT a.action, 'worked', %(reason)s, %(judged)s, p.owner_id
    FROM asked a JOIN requirements_placement p ON p.id = a.placement
"""
LINKED = """
    INSERT INTO requirements_placementaction (placement_id, action_id)
    SELECT placement, action FROM asked
"""


def demand(load: Loader, region: Region, random: Random, now: datetime) -> None:
    """A mandate with one requirement, answered all the way down. Called where tables are bare."""
    top = region.places[KEEPER]
    at = now - PLACED
    _source(load, top, random, at)
    trusts = [p for p in region.below(KEEPER) if p.parent is top]
    wards = _wards(region, trusts)
    ids = {place.id: nth for nth, place in enumerate([*trusts, *wards], start=1)}
    load.copy(
        "requirements_placement",
        "id uuid requirement_id unit_id trust_id above_id state rule answer_due placed_at "
        "placed_by_id meaning sign owner_id due reason answered_at answered_by_id",
        _placements([*trusts, *wards], ids, top.leader, random, at),
    )
    load.run(DEEDS)
    first = int(str(load.ask("SELECT coalesce(max(id), 0) FROM actions_action")[0][0])) + 1
    placed = [ids[ward.id] for ward in wards]
    load.copy(
        "asked",
        "action placement uuid",
        (
            (first + nth, placed[nth % len(placed)], identifiers.uuid7(at.timestamp(), random))
            for nth in range(ACTIONS)
        ),
    )
    days = {"decided": now - DECIDED, "done": now - DONE, "judged": now - JUDGED}
    words = {"title": TITLE, "change": CHANGE, "sign": SIGN}
    load.run(CARRIED_OUT, **days, **words)
    load.run(REVIEWED, reason=REASON, judged=days["judged"])
    load.run(LINKED)


def _wards(region: Region, trusts: list[Place]) -> list[Place]:
    """One from each trust in turn, as long as it has more."""
    each = [
        [place for place in region.below(trust.facts.code) if place.facts.level in WORKPLACES]
        for trust in trusts
    ]
    turns = chain.from_iterable(zip_longest(*each))
    return list(islice(filter(None, turns), UNITS))


def _source(load: Loader, top: Place, random: Random, at: datetime) -> None:
    def uuid() -> str:
        return identifiers.uuid7(at.timestamp(), random)

    load.copy(
        "requirements_source",
        "id uuid code kind title issuer url unit_id owner_id",
        [
            (
                1,
                uuid(),
                SOURCE,
                "mandate",
                "Oppdrag og bestilling",
                top.facts.name,
                "",
                top.id,
                top.leader,
            )
        ],
    )
    load.copy(
        "requirements_edition",
        "id uuid source_id label dated state digest format extra",
        [(1, uuid(), 1, f"{at.year}", clock.day(at), "draft", "", "", "{}")],
    )
    empty = ("", "", "", None, False, "", "{}", "[]", False, "{}")
    load.copy(
        "requirements_requirement",
        "id uuid edition_id parent_id ref position point title text kind rhythm goal due imposed "
        "action letters pending repealed extra",
        [
            (1, uuid(), 1, None, "2", 1, "2", "Rask tilgang", "", *empty),
            (2, uuid(), 1, 1, "2.1", 2, "2.1", "Ventetid", WORDS, "target", "tertial", *empty[2:]),
        ],
    )
    load.run(PUBLISHED, at=at, digest=sha256(WORDS.encode()).hexdigest())


def _placements(
    places: list[Place], ids: dict[int, int], by: int, random: Random, at: datetime
) -> Iterator[Row]:
    for place in places:
        answered = at + timedelta(days=10)
        yield (
            ids[place.id],
            identifiers.uuid7(at.timestamp(), random),
            2,
            place.id,
            place.trust.id,
            ids[place.trust.id] if place.trust is not place else None,
            "accepted",
            "Sykehusforetakene",
            clock.day(at + timedelta(days=28)),
            at,
            by if place.trust is place else place.trust.leader,
            "Hver seksjon går gjennom ventelista hver uke.",
            "Ventetiden, måned for måned.",
            place.leader,
            clock.day(at + timedelta(days=320)),
            "",
            answered,
            place.leader,
        )
