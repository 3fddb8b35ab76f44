"""What the maps said on other days: kept each night, a row only where something is another than before."""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import connection
from django.utils import translation

from styrk.compliance import queries
from styrk.compliance.extents import extent_of, fitted_at
from styrk.compliance.models import Judgement, Night, Picture, Rule
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.organisation.rules import in_force
from styrk.regulation.letters import ALL, BESIDE, Letter
from styrk.regulation.maps import Item
from styrk.regulation.queries import collect_many, switched_off
from styrk.regulation.types import Datum, Evidence, Question, Status

LANGUAGE = "nb"


def units_on(on: date) -> list[Unit]:
    return list(Unit.objects.filter(in_force(on)).order_by("pk"))


def keep(units: list[Unit], on: date) -> int:
    """Keep what the data says today of these units; gives how many pictures are new.

    Part of a transaction that sees everything. Run again on the same day, it keeps what has changed.
    """
    with _without_what_is_kept_from_anyone(), translation.override(LANGUAGE):
        fitted = fitted_at((one.legal_id for one in units), on)
        extents = {pk: one.extent for pk, one in fitted.items()}
        found = collect_many(
            [Question(one.pk, one.code, one.path, on, on, extents[one.legal_id]) for one in units]
        )
    before = _newest(units)
    rules = _rules({one.rule for rows in found for one in rows if one.rule})
    made = [
        picture
        for unit, rows in zip(units, found, strict=True)
        for one in rows
        if not one.concerns_others
        and (picture := _picture(unit, one, on, before, rules)) is not None
    ]
    Picture.objects.bulk_create(made)
    return len(made)


@contextmanager
def _without_what_is_kept_from_anyone() -> Iterator[None]:
    """Whatever the reader may not see is in no number that is kept for all to read."""
    _keep_from("anyone")
    yield
    _keep_from("")


def _keep_from(whom: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('styrk.kept_from', %s, true)", [whom])


type Latest = tuple[str, str, date]


def _newest(units: list[Unit]) -> dict[tuple[int, str], Latest]:
    newest = Picture.objects.filter(unit__one_of=[one.pk for one in units])
    newest = newest.order_by("unit_id", "letter", "-on", "-pk").distinct("unit_id", "letter")
    told = newest.values_list("unit_id", "letter", "digest", "status", "since")
    return {(unit, letter): latest for unit, letter, *latest in told}  # type: ignore[misc]


def _rules(texts: set[str]) -> dict[str, int]:
    """The id of each rule's words; new ones are added."""
    digests = {_digest(text): text for text in texts}
    known = dict(Rule.objects.filter(digest__in=digests).values_list("digest", "pk"))
    new = [Rule(digest=key, text=text) for key, text in digests.items() if key not in known]
    Rule.objects.bulk_create(new, ignore_conflicts=True)
    if new:
        known = dict(Rule.objects.filter(digest__in=digests).values_list("digest", "pk"))
    return {text: known[key] for key, text in digests.items()}


def _picture(
    unit: Unit,
    found: Evidence,
    on: date,
    before: dict[tuple[int, str], Latest],
    rules: dict[str, int],
) -> Picture | None:
    data = [_row(one, on) for one in found.data]
    # Where a number leads may say the day; that alone is nothing new.
    numbers = [row[:3] for row in data]
    told = [found.status, found.rule, found.explanation, found.reservation, numbers]
    digest = _digest(json.dumps(told, ensure_ascii=False))
    latest = before.get((unit.pk, found.letter.value))
    if latest and latest[0] == digest:
        return None
    return Picture(
        unit=unit,
        letter=found.letter.value,
        on=on,
        since=latest[2] if latest and latest[1] == found.status else on,
        status=found.status.value,
        rule_id=rules.get(found.rule),
        explanation=found.explanation,
        reservation=found.reservation,
        data=data,
        digest=digest,
    )


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _row(datum: Datum, on: date) -> list[object]:
    """The day the picture was taken is left open: numbers that stand make no new picture."""
    day = "" if datum.date == on else datum.date.isoformat()
    return [datum.what, datum.value, day, datum.url]


def _datum(row: list[object], on: date) -> Datum:
    what, value, day, url = row
    number = value if isinstance(value, int) else str(value)
    return Datum(str(what), number, date.fromisoformat(str(day)) if day else on, str(url))


@dataclass(frozen=True)
class Then:
    """What the data said of a unit on a day: `taken` is the night whose pictures they are."""

    taken: date
    evidence: list[Evidence]


def as_of(unit: Unit, on: date) -> Then | None:
    """What the data said of the unit on a day; None before its first night."""
    night = Night.objects.filter(on__lte=on).order_by("-on").first()
    if night is None:
        return None
    newest = Picture.objects.filter(unit=unit, on__lte=night.on).select_related("rule")
    newest = newest.order_by("letter", "-on", "-pk").distinct("letter")
    off = switched_off(extent_of(unit, night.on).off)
    told = {one.letter: _evidence(one, night.on, off) for one in newest}
    if not told:
        return None
    nothing = (Evidence(one.letter, Status.UNKNOWN) for one in (*ALL, *BESIDE))
    return Then(night.on, [told.get(one.letter.value, one) for one in nothing])


def _evidence(picture: Picture, on: date, off: Collection[Letter]) -> Evidence:
    return Evidence(
        Letter(picture.letter),
        Status(picture.status),
        rule=picture.rule.text if picture.rule else "",
        explanation=picture.explanation,
        reservation=picture.reservation,
        data=tuple(_datum(row, on) for row in picture.data),
        off=picture.letter in off,
    )


def pictures_in(unit: Unit, letters: Collection[Letter], first: date, last: date) -> list[Picture]:
    """Those that stood when the period began, and those that came in it; by letter and day."""
    found = Picture.objects.filter(unit=unit, letter__in=list(letters)).select_related("rule")
    stood = found.filter(on__lt=first).order_by("letter", "-on", "-pk").distinct("letter")
    came = found.filter(on__gte=first, on__lte=last)
    return sorted([*stood, *came], key=lambda one: (one.letter, one.on, one.pk))


def first_night(unit: Unit) -> date | None:
    """The day of the first picture of the unit."""
    return Picture.objects.filter(unit=unit).order_by("on").values_list("on", flat=True).first()


def nights_in(first: date, last: date) -> int:
    """How many nights of the period the maps were kept."""
    return Night.objects.filter(on__gte=first, on__lte=last).count()


def has_below(unit: Unit, on: date) -> bool:
    return Unit.objects.filter(in_force(on), parent=unit).exists()


@dataclass(frozen=True)
class Below:
    """A unit, and what holds of an item there: `since` is the first day that we know it was so."""

    unit: Unit
    status: Status
    since: date
    judgement: Judgement | None


def below(unit: Unit, item: Item, on: date) -> list[Below]:
    """What holds of the item at each unit below, by the newest pictures and judgements: two questions."""
    units = Unit.objects.filter(in_force(on), path__startswith=unit.path).exclude(pk=unit.pk)
    newest = Picture.objects.filter(unit__in=units, letter__in=list(item.letters), on__lte=on)
    newest = newest.order_by("unit__path", "unit_id", "letter", "-on", "-pk")
    told = newest.distinct("unit__path", "unit_id", "letter").select_related("unit")
    judged = queries.judged_below(unit, item, on)
    places: dict[Unit, dict[Letter, Picture]] = {}
    for one in told.defer("data", "explanation", "reservation"):
        places.setdefault(one.unit, {})[Letter(one.letter)] = one
    return [_below(place, item, known, judged.get(place.pk, {})) for place, known in places.items()]


def _below(
    place: Unit, item: Item, known: dict[Letter, Picture], judged: dict[str, Judgement]
) -> Below:
    own = judged.get(item.key)
    if own:
        return Below(place, Status(own.status), clock.day(own.at), own)
    held = {letter: (Status(one.status), one.since) for letter, one in known.items()}
    held |= {
        Letter(key): (Status(one.status), clock.day(one.at))
        for key, one in judged.items()
        if key in set(item.letters)
    }
    statuses = [status for status, _since in held.values()]
    single = item.letters == (item.key,)
    status = statuses[0] if single else queries.resting(item, statuses)
    return Below(place, status, _since(status, held.values()), None)


def _since(status: Status, held: Collection[tuple[Status, date]]) -> date:
    """The first day that we know it was so. A letter that is partly shown makes the item so whatever the
    others are, and so does one that is shown with one that is not; else it takes all of them."""
    days: dict[Status, list[date]] = {}
    for one, since in held:
        days.setdefault(one, []).append(since)
    shown, others = days.pop(Status.SHOWN, []), [since for them in days.values() for since in them]
    if status is not Status.PARTLY or not others:
        return max([*shown, *others])
    ways = [max(min(shown), min(others))] if shown else []
    return min([*ways, *days.get(Status.PARTLY, [])])
