"""The register of supervisory authorities, as our data file has it."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from styrk.organisation.models import Person
from styrk.requirements.models import Authority, Source, Supervision
from styrk.trail.commands import already_done, command, record

FILE = Path(__file__).parent.parent / "authorities.toml"
FIELDS = ("name", "valid_from", "valid_to", "verified")
type Entries = list[dict[str, Any]]


@command
def settle_authorities(*, by: Person | None, now: datetime) -> None:
    """Make the register as the file says, and link each law to its source where we have it.

    Said again it changes nothing. What somebody has added beside the file is left alone.
    """
    entries: Entries = tomllib.loads(FILE.read_text())["authority"]
    known = {one.code: one for one in Authority.objects.all()}
    changed = _write(entries, known)
    changed += _succeed(entries, known)
    changed += _supervise(entries, known)
    if not changed:
        already_done()
        return
    record(
        by=by,
        now=now,
        act="authorities.settle",
        subject="source",
        subject_id=0,
        text="Oppdaterte registeret over tilsynsmyndigheter",
        changed=changed,
    )


def _write(entries: Entries, known: dict[str, Authority]) -> int:
    """New authorities, and those that the file says otherwise of; gives how many."""
    wanted = [
        (entry, {name: entry.get(name) for name in FIELDS}, known.get(entry["code"]))
        for entry in entries
    ]
    fresh = [Authority(code=e["code"], **facts) for e, facts, there in wanted if there is None]
    moved = [
        (there, facts)
        for _entry, facts, there in wanted
        if there and any(getattr(there, name) != fact for name, fact in facts.items())
    ]
    for there, facts in moved:
        for name, fact in facts.items():
            setattr(there, name, fact)
    Authority.objects.bulk_update([there for there, _facts in moved], FIELDS)
    known.update({one.code: one for one in Authority.objects.bulk_create(fresh)})
    return len(fresh) + len(moved)


def _succeed(entries: Entries, known: dict[str, Authority]) -> int:
    moved = []
    for entry in entries:
        there = known[entry["code"]]
        after = known[entry["successor"]] if "successor" in entry else None
        if there.successor_id != (after.pk if after else None):
            there.successor = after
            moved.append(there)
    Authority.objects.bulk_update(moved, ["successor"])
    return len(moved)


def _supervise(entries: Entries, known: dict[str, Authority]) -> int:
    """The laws of each, and the sources among them that have come into the register since."""
    sources = dict(Source.objects.values_list("code", "pk"))
    there = {(one.authority_id, one.law): one for one in Supervision.objects.all()}
    fresh, moved = [], []
    for entry in entries:
        for law in entry.get("laws", ()):
            key = (known[entry["code"]].pk, law["name"])
            source = sources.get(law.get("code", ""))
            found = there.get(key)
            if found is None:
                fresh.append(Supervision(authority_id=key[0], law=key[1], source_id=source))
            elif source and found.source_id != source:
                found.source_id = source
                moved.append(found)
    Supervision.objects.bulk_create(fresh)
    Supervision.objects.bulk_update(moved, ["source"])
    return len(fresh) + len(moved)
