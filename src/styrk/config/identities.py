"""The keys that patients' identity is encrypted with: whether they work, and a new one."""

import stat
from pathlib import Path

from django.conf import settings

from styrk.config.checks import Check, State
from styrk.core import clock, scope, sealing
from styrk.serious.commands import reseal_identity
from styrk.serious.models import PatientIdentity
from styrk.serious.queries import to_reseal

NAME = "identity"


class OperatorsKeys(RuntimeError):
    """The keys are given in the environment: there the operator puts a new one."""


def keys() -> Check:
    """Whether what is kept of who patients are can be read, and by us alone."""
    kept = Path(settings.IDENTITY_KEYS)
    if kept.exists() and stat.S_IMODE(kept.stat().st_mode) & 0o077:
        text = "Andre på maskinen kan lese nøklene til hvem pasienter er."
        return Check(NAME, State.FAIL, text, f"Kjør: chmod 600 {kept}")
    with scope.acting(scope.SYSTEM):
        newest = PatientIdentity.objects.exclude(sealed="").order_by("-pk").first()
        there = newest and (newest.sealed, str(newest.event.uuid))
    try:
        if there:
            sealing.opened(*there)
        elif not sealing.has_keys():
            raise sealing.KeysMissing
    except sealing.KeysMissing:
        advice = f"Sett {sealing.VARIABLE}, eller legg tilbake {kept}."
        state = State.FAIL if there else State.WARN
        return Check(NAME, state, "Ingen nøkkel til hvem pasienter er.", advice)
    except sealing.WrongKeys:
        text = "Nøklene er ikke dem som hvem pasienter er, er kryptert med."
        return Check(NAME, State.FAIL, text, f"Legg tilbake den rette {kept}.")
    return Check(NAME, State.OK, "Nøklene til hvem pasienter er, virker.")


def renew() -> int:
    """A new key, and all encrypted with it; how many. Raises OperatorsKeys, KeysMissing or WrongKeys."""
    if not sealing.in_file():
        raise OperatorsKeys
    sealing.add_key(Path(settings.IDENTITY_KEYS))
    return reseal()


def reseal() -> int:
    """All that the newest key does not read, encrypted with it; how many. Raises KeysMissing or WrongKeys."""
    with scope.acting(scope.SYSTEM):
        old = [one for one in to_reseal() if not sealing.is_with_newest(one.sealed)]
        for one in old:
            reseal_identity(identity=one, by=None, now=clock.now())
    return len(old)
