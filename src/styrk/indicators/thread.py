"""The golden thread: which series show whether a goal is reached, and an action helped."""

from collections.abc import Collection
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from styrk.access.queries import Standing
from styrk.indicators.presenters.figures import period_words, value_words
from styrk.indicators.presenters.telling import told
from styrk.indicators.queries.measures import Measured, measures_of, measures_of_actions
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Node, Spread, Strand

# A series has no page of its own on the thread: it ends there.
KINDS = ()
MEASURED = {"goal": measures_of, "action": measures_of_actions}


def find(_kind: str, _uuid: UUID, _standing: Standing, _on: date) -> Node | None:
    return None


def upstream(_kind: str, _ids: Collection[int], _standing: Standing, _on: date) -> list[Strand]:
    return []


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """What measures the goals, and what will show whether the actions helped."""
    if kind not in MEASURED or not ids or not ask.about("measure"):
        return Spread()
    found = MEASURED[kind](ids, ask.on)
    return Spread([Strand((kind, one.at_id), drawn(one)) for one in found[: ask.limit]])


def drawn(one: Measured) -> Node:
    """The series as it hangs there: its newest figure, and what it tells. The same series is one record."""
    signal = one.signal
    latest = value_words(one.definition, signal.figure if signal else None)
    period = ""
    if signal and signal.period:
        period = period_words(one.definition, signal.period)
    query = urlencode({"enhet": one.unit_code})
    return Node(
        kind="measure",
        id=one.indicator_id << 32 | one.unit_id,
        title=one.name,
        where=one.unit_name,
        href=f"{address_of('indicators:indicator', one.uuid)}?{query}",
        mark=told(signal, None, one.definition.direction).tag,
        notes=tuple(note for note in (latest, period) if note and note != "–"),
    )
