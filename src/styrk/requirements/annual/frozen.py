"""The content of an årlig melding from the JSON that holds it."""

from styrk.core.frozen import Json, revived
from styrk.requirements.annual.shape import Content


def from_json(told: Json) -> Content:
    return revived(Content, told)
