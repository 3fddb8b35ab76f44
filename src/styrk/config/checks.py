"""What a check of the installation says."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Check:
    """One line of the answer. `advice` is empty when all is well."""

    name: str
    state: State
    text: str
    advice: str = ""
