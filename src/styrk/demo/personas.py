"""The people one may be in the demo, as `world/people.toml` tells of them, and their accounts."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.db.models import Q

from styrk.access.models import Account, Guest
from styrk.core import scope

# Addresses that no e-mail reaches.
NOBODYS = "@demo.styrk.invalid"
WORLD = Path(__file__).parent / "world"


@dataclass(frozen=True)
class Persona:
    """`key` is the account's username, `unit` the code of the unit."""

    key: str
    name: str
    title: str
    unit: str
    role: str
    story: str


@cache
def personas() -> dict[str, Persona]:
    """By key, in the order of the file."""
    return _read("people.toml")


@cache
def little() -> dict[str, Persona]:
    """Those of the little kommune, by key."""
    return _read("kommune.toml")


def everyone() -> dict[str, Persona]:
    return personas() | little()


def _read(name: str) -> dict[str, Persona]:
    told = tomllib.loads((WORLD / name).read_text())["persona"]
    return {one["key"]: Persona(**one) for one in told}


def outsider(on: date) -> Guest | None:
    """Somebody from outside who may read one of the demo's supervisions."""
    with scope.acting(scope.SYSTEM):
        found = Guest.objects.filter(ended_at__isnull=True, opens_on__lte=on, until__gte=on)
        return found.filter(email__endswith=NOBODYS).order_by("pk").first()


def accounts() -> dict[str, Account]:
    """The personas' accounts by key: those of this world alone, known by both name and username."""
    same = Q()
    for persona in everyone().values():
        same |= Q(username=persona.key, person__name=persona.name)
    found = Account.objects.filter(same, is_active=True).select_related("person__home_unit")
    return {account.username: account for account in found}
