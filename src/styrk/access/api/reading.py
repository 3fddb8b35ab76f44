"""What is sent, as JSON: decimals as they were written, and no text that the database cannot hold."""

import json
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest
from ninja.parser import Parser
from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

NUL = "\0"


class Reader(Parser):
    """Raises ValueError for what is no JSON, and for numbers and depths that nobody means."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return json.loads(
                request.body.decode(), parse_float=Decimal, parse_constant=_refuse_constant
            )
        except RecursionError as error:
            raise ValueError("too deep") from error


def _refuse_constant(name: str) -> None:
    raise ValueError(name)  # NaN and Infinity are no JSON


def _storable(text: str) -> str:
    """Neither NUL nor half a surrogate pair."""
    if NUL in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise PydanticCustomError("not_text", "not text")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_storable)]
