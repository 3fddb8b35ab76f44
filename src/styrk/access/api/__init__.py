"""What every operation of the program interface stands on: who may, what is read, how it refuses."""

from styrk.access.api.once import Key, once
from styrk.access.api.permitting import Bearer, permitted
from styrk.access.api.reading import Reader, Text
from styrk.access.api.refusing import REFUSED, Problem, Refusal, handle_refusals

__all__ = [
    "REFUSED",
    "Bearer",
    "Key",
    "Problem",
    "Reader",
    "Refusal",
    "Text",
    "handle_refusals",
    "once",
    "permitted",
]
