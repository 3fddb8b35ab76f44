"""What an act changed of a record, field by field: what stood before, and what stands now.

It goes in the detail of the act, as `changed`, so that no words are written over without a trace.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

CHANGED = "changed"


def fields(record: object, names: Iterable[str]) -> dict[str, Any]:
    """What the fields of a record say now."""
    return {name: getattr(record, name) for name in names}


def changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be added to the detail of an act: {"changed": {field: [before, now]}}, or nothing."""
    told = {name: [_plain(before[name]), _plain(value)] for name, value in now.items()}
    other = {name: pair for name, pair in told.items() if pair[0] != pair[1]}
    return {CHANGED: other} if other else {}


def _plain(value: Any) -> object:
    """As JSON has it; a record by the words it is known by."""
    if value is None or isinstance(value, str | bool | int):
        return "" if value is None else value
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value)
