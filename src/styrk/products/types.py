"""The shape a product has when it is written into the register."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Described:
    name: str
    supplier: str
    kind: str
    reference: str = ""
