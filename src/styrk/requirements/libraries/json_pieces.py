"""JSON in the cells of a spreadsheet: cut into pieces that a cell holds, and put together again."""

import json
import re
from collections.abc import Iterable

from styrk.requirements.libraries.json_in import read_json
from styrk.requirements.libraries.problems import Place, Problems, Refused
from styrk.requirements.libraries.shape import Json

PIECE = 32_000
# Around each piece: spreadsheets, and our reader, take away blanks at the ends of a text.
FENCE = "|"


def cut(value: Json) -> list[str]:
    """The value as texts. What spreadsheets use to write control characters is told otherwise."""
    told = re.sub("_(?=x)|(?<=x005F)_", r"\\u005f", json.dumps(value))
    starts = range(0, len(told), PIECE)
    return [f"{FENCE}{told[start : start + PIECE]}{FENCE}" for start in starts]


def joined(pieces: Iterable[str], place: Place, problems: Problems) -> Json:
    """The value again; None, and a problem noted, where it is none."""
    told = "".join(text.removeprefix(FENCE).removesuffix(FENCE) for text in pieces)
    try:
        return read_json(told, place.file).root
    except Refused:
        problems.add(place, "not_json")
        return None
