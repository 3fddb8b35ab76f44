"""The content of a report as plain data, and what is made of it."""

from styrk.core.frozen import Json, as_json, digest_of, revived
from styrk.review.pack.shape import (
    Actions,
    Below,
    Content,
    Figure,
    Incidents,
    Made,
    Month,
    Risks,
    RiskTold,
    Section,
    Tells,
    Themes,
)

__all__ = [
    "Actions",
    "Below",
    "Content",
    "Figure",
    "Incidents",
    "Json",
    "Made",
    "Month",
    "RiskTold",
    "Risks",
    "Section",
    "Tells",
    "Themes",
    "as_json",
    "digest_of",
    "from_json",
]


def from_json(told: Json) -> Content:
    return revived(Content, told)
