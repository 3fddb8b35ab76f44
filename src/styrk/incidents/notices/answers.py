"""Events as JSON, and the notices they give, in the form of docs/formats/notices.md."""

from collections.abc import Mapping

from styrk.incidents.notices.assessing import Notice, assess
from styrk.incidents.notices.events import WrongEvent, read_event

type Json = dict[str, object]
# A whole region's events in a year are a tenth of this.
MAX_BYTES = 50_000_000
LONGEST_ID = 200


class Refused(ValueError):
    """The input as a whole cannot be answered. Says why, in words."""


def answers(file: object) -> Json:
    """The notices of each event, in order. Raises Refused where no answer could be told from another."""
    events = file.get("events") if isinstance(file, Mapping) else None
    if not isinstance(events, list):
        raise Refused('Innholdet må være {"events": [...]}, med ett objekt for hver hendelse.')
    seen: set[object] = set()
    for event in events:
        name = _id(event)
        if name is not None and name in seen:
            raise Refused(f"To hendelser har samme id: {name}")
        seen.add(name)
    return {"events": [_answered(event) for event in events]}


def _id(event: object) -> str | int | None:
    name = event.get("id") if isinstance(event, Mapping) else None
    if isinstance(name, bool) or not isinstance(name, str | int):
        return None
    return name if len(str(name)) <= LONGEST_ID else None


def _answered(event: object) -> Json:
    name = _id(event)
    if not isinstance(event, Mapping):
        return {"id": None, "error": "En hendelse må være et objekt"}
    if name is None:
        return {"id": None, "error": f"id må være tekst eller tall på høyst {LONGEST_ID} tegn"}
    try:
        found = assess(read_event(event))
    except WrongEvent as reason:
        return {"id": name, "error": str(reason)}
    return {"id": name, "notices": [_told(one) for each in found for one in each.notices]}


def _told(notice: Notice) -> Json:
    duty = notice.duty
    return {
        "rule": duty.code,
        "recipients": list(notice.recipients),
        "copies": list(notice.copies),
        "deadline": notice.deadline.isoformat() if notice.deadline else None,
        "clock": notice.clock,
        "basis": duty.basis,
        "bound": notice.step.bound,
        "valid_from": duty.valid_from.isoformat(),
        "verified": duty.verified,
    }
